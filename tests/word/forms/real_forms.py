"""Real agencies' forms, rebuilt as forms with controls: their structure, headings and names of columns, which are facts.

Sources: California CDSS, LIC 625 (11/19), Appraisal/Needs and Services Plan; England, EHCP template of the Change Programme
(Somerset Council, MIT); Cambodia, Form 3, service plan for case and family (rotati/oscar-web); UNICEF Primero, CP Case Plan
(primeroIMS/primero); Colombia ICBF, F1.G4.MO18.PP Ficha de caracterización socio familiar, version 2.
"""

import re

from teammeet_word.forms.making import Grid, Maker, form_of, line, words
from teammeet_word.forms.ours import empty_picture
from teammeet_word.paper import Paper, paper_for

LETTER, A4 = paper_for("en-US"), paper_for("en-GB")
NARROW_EDGES = Paper(12240, 15840, 720, 1000)
BROAD = Paper(16838, 11906, 850, 850)
"""A sheet of A4 that lies."""
PAGES = (
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
)
BANDS = {
    "SOCIALIZATION": "social,community,family",
    "EMOTIONAL": "emotional,culture,spiritual",
    "MENTAL": "education",
    "PHYSICAL/HEALTH": "health,safety",
    "FUNCTIONING SKILLS": "living_situation,money,legal",
    "OTHER": "other",
}
"""The fixed bands of LIC 625 and the areas that belong there; the last takes what belongs to none."""
AREAS = {
    "Communication and interaction": "social",
    "Cognition and learning": "education",
    "Social, emotional and mental health difficulties": "emotional,family,safety,culture,spiritual",
    "Sensory and/or physical needs": "community,living_situation,money,legal",
}


def _heading(said: str, level: int = 1) -> str:
    return line(said, style=f"Heading{level}")


def _across(said: str, widths: list[int]) -> str:
    """A row that is one cell: a band across a table."""
    cell = f'<w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/></w:tcPr>'
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>{cell}{line(words(said, 'Strong'), style='TableText')}</w:tc></w:tr>"


def _facts(
    make: Maker, caption: str, rows: list[tuple[str, str]], width: int, names: tuple[str, str] = ("Item", "Answer")
) -> str:
    """A table of two columns: what is asked, and the answer; a tag that begins with ``<`` is markup."""
    grid = Grid(caption, names, [width // 3, width - width // 3])
    asked = ((label, tag if tag.startswith("<") or not tag else make.text(tag, label)) for label, tag in rows)
    return grid.table("".join(grid.row(label, answer) for label, answer in asked))


def _widths(shares: tuple[int, ...], whole: int) -> list[int]:
    return [whole * share // sum(shares) for share in shares]


def california() -> bytes:
    """LIC 625: one table of five columns, its rows in five fixed bands, and one band for the rest."""
    make = Maker()
    names = (
        "NEEDS",
        "OBJECTIVE/PLAN",
        "TIME FRAME",
        "PERSON(S) RESPONSIBLE FOR IMPLEMENTATION",
        "METHOD OF EVALUATING PROGRESS",
    )
    widths = _widths((4, 5, 3, 5, 4), NARROW_EDGES.text_width)
    grid = Grid("Needs and services plan", names, widths)
    rows = ""
    for band, areas in BANDS.items():
        cells = ("words", "strategies.words", "tasks.when", "tasks.who", "outcomes.measure")
        row = grid.row(*(make.text(tag, names[place]) for place, tag in enumerate(cells)))
        rows += _across(band, widths) + make.section(f"child.needs:{areas}", f"Needs: {band}", row)
    ident = [
        ("CLIENT'S/RESIDENT'S NAME", "child.name"),
        ("DATE OF BIRTH", make.day("child.born", "DATE OF BIRTH", "MM/dd/yyyy")),
        ("AGE", "child.age"),
        ("DATE", make.day("today", "DATE", "MM/dd/yyyy")),
        ("FACILITY NAME", "agency"),
        ("ADDRESS", "home.address"),
        (
            "TYPE OF NEEDS AND SERVICES PLAN",
            f"{make.box('first_plan', 'ADMISSION')}{words(' ADMISSION ')}{make.box('later_plan', 'UPDATE')}{words(' UPDATE')}",
        ),
        ("TELEPHONE NUMBER", "home.phone"),
    ]
    sign = Grid("Signatures", ("NAME", "SIGNATURE", "DATE"), _widths((4, 5, 2), LETTER.text_width))
    signed = sign.row(make.text("name", "NAME"), "", make.text("signed_on", "DATE"), height=700)
    body = (
        line("APPRAISAL/NEEDS AND SERVICES PLAN", style="Title")
        + _heading("IDENTIFICATION")
        + _facts(make, "Identification", ident, LETTER.text_width)
        + _heading("BACKGROUND INFORMATION")
        + line(make.text("story", "BACKGROUND INFORMATION"))
        + _heading("NEEDS AND SERVICES PLAN")
        + grid.table(rows)
        + _heading("SIGNATURES")
        + sign.table(make.section("signers", "Signatures", signed))
    )
    header = line("State of California · Department of Social Services", style="Footer")
    footer = line(words("LIC 625 (11/19) · Page "), PAGES[0], words(" of "), PAGES[1], style="Footer")
    return form_of("LIC 625", "en-US", NARROW_EDGES, body, (header, footer), None)


def england() -> bytes:
    """The EHCP template: lettered sections, and four areas with a box of strengths and ten rows of three columns."""
    make, width = Maker(), A4.text_width
    parent = [
        ("Name", "caregivers.{}.name"),
        ("Relationship", "caregivers.{}.role"),
        ("Email", "caregivers.{}.email"),
        ("Telephone number", "caregivers.{}.phone"),
        ("Home address", "caregivers.{}.address"),
    ]
    own = [
        ("Name", "child.name"),
        ("Date of Birth", make.day("child.born", "Date of Birth", "dd/MM/yyyy")),
        ("Child or young person first language", "child.languages"),
        *((f"Parent/carer {n}: {label}", tag.format(n)) for n in (1, 2) for label, tag in parent),
    ]
    body = line("Education, Health and Care Plan", style="Title") + _heading("Personal details")
    body += _facts(make, "Personal details", own, width)
    body += _heading("Services currently involved") + line(make.text("team:formal", "Services currently involved"))
    body += _heading("A1 Summary of history") + line(make.text("story", "History"))
    body += _heading("A2 Views, interests and aspirations")
    body += _facts(make, "Views", [("Strengths", "child.strengths"), ("Aspirations", "vision")], width)
    body += _heading("Special Educational Needs and Provision (B-F-E)")
    for title, areas in AREAS.items():
        body += _heading(title, 2) + line(words("Strengths: "), make.text(f"child.strengths:{areas}", "Strengths"))
        names = ("B – Special Educational Needs", "F – Special Educational Provision", "E – Outcomes")
        body += _triples(make, f"child.needs:{areas},10+", names)
    body += _heading("Sections C and G")
    body += _triples(make, "child.needs:health,10+", ("C – Health care needs", "G – Health Care Provision", "E – Outcomes"))
    body += _heading("Sections D, H1 and H2")
    body += _triples(make, "child.needs:other,10+", ("D – Social care needs", "H1 and H2 provision", "E – Outcomes"))
    body += _heading("K – Advice and information gathered")
    advice = Grid("Advice", ("Advice and information requested", "Date received", "Who from"), _widths((3, 2, 2), width))
    cells = (make.text("instrument", "Advice"), make.day("day", "Date received", "dd/MM/yyyy"), make.text("by", "Who from"))
    body += advice.table(make.section("assessments", "Advice", advice.row(*cells)))
    sign = Grid("Sign-off", ("Local authority officer – name", "Signature", "Date"), _widths((3, 3, 2), width))
    body += _heading("Sign-off") + sign.table(sign.row(make.text("facilitator", "Name"), "", "", height=700))
    return form_of("EHCP", "en-GB", A4, body, (line("EHCP", style="Footer"), line(*PAGES, style="Footer")), None)


def _triples(make: Maker, tag: str, names: tuple[str, str, str]) -> str:
    grid = Grid(names[0], ("No.", *names), _widths((2, 9, 9, 9), A4.text_width))
    row = grid.row(
        make.text("row", "No."),
        make.text("words", names[0]),
        make.text("strategies.words", names[1]),
        make.text("outcomes.words", names[2]),
    )
    return grid.table(make.section(tag, names[0], row))


def _digits(make: Maker, tag: str, order: tuple[tuple[str, int], ...]) -> str:
    """One box for each figure of a date."""
    return words(" ").join(
        "".join(
            words("[") + make.text(f"{tag}:{part}.{place}", f"{part} {place}") + words("]") for place in range(1, figures + 1)
        )
        for part, figures in order
    )


DAY_FIRST = (("day", 2), ("month", 2), ("year", 4))


LENGTHS = {"outcomes.words": 42, "tasks.words": 40, "tasks.who": 9, "tasks": 120, "outcomes.status": 42}
"""The lengths that the program behind Form 3 recommends, in characters; for goals the family's."""


def cambodia() -> bytes:
    """Form 3: Khmer labels, a box for each figure of the birth date, a table for the child and one for the family."""
    make, width = Maker(), BROAD.text_width
    head = [
        ("ឈ្មោះកុមារ", "child.name"),
        ("ថ្ងៃខែឆ្នាំកំណើត", _digits(make, "child.born", DAY_FIRST)),
        ("ឈ្មោះឪពុកម្តាយឬអ្នកអាណាព្យាបាល", "guardians.1.name"),
        ("អាសយដ្ឋាន", "home.address"),
        ("ឈ្មោះអ្នកកាន់ករណី", "facilitator"),
        ("អង្គភាព", "agency"),
    ]
    child = ("ស្ថានភាពរបស់កុមារនិងតម្រូវការបច្ចុប្បន្ន", "គោលដៅ", "សកម្មភាពលំអិត", "អ្នកអនុវត្ត", "អនុវត្តពេលណា")
    family = ("សូចនាករសំខាន់ៗរបស់អ្នកថែទាំ", "គោលដៅ", "ផែនការសកម្មភាព", "លទ្ធផល")
    body = line("ទម្រង់ទី៣: ផែនការសេវាសំរាប់ករណី និង គ្រួសារ", style="Title") + _facts(make, "ទម្រង់ទី៣", head, width, ("ទិន្នន័យ", "ចម្លើយ"))
    for title, names, tags, section in (
        ("ផែនការសំរាប់ករណី (កុមារ)", child, ("words", "outcomes.words", "tasks.words", "tasks.who", "tasks.when"), "needs:other"),
        (
            "ផែនការសំរាប់គ្រួសារ",
            family,
            ("words", "outcomes.words", "tasks", "outcomes.status"),
            "needs:family,money,living_situation",
        ),
    ):
        grid = Grid(title, names, _widths((4,) * len(names), width))
        titles = [f"{name} (≤ {LENGTHS[tag]})" if tag in LENGTHS else name for tag, name in zip(tags, names, strict=True)]
        row = grid.row(*(make.text(tag, title) for tag, title in zip(tags, titles, strict=True)))
        body += _heading(title) + grid.table(make.section(section, title, row))
    sign = Grid("ហត្ថលេខា", ("ហត្ថលេខាអ្នកកាន់ករណី", "ស្នាមមេដៃ", "ហត្ថលេខាអាជ្ញាធរ"), _widths((1, 1, 1), width))
    body += _heading("ហត្ថលេខា") + sign.table(sign.row("", "", "", height=1400))
    return form_of("Form 3", "km-KH", BROAD, body, (line("ទម្រង់ទី៣", style="Footer"), line(*PAGES, style="Footer")), None)


PRIMERO = {
    "en": (
        "CP Case Plan",
        "Date Case Plan Initiated",
        "Intervention Plans and Services to be Provided",
        (
            "Name of intervention",
            "Person / agency providing the service",
            "Goal of intervention",
            "Expected timeframe",
            "Successfully implemented?",
        ),
    ),
    "ar": (
        "خطة الحالة",
        "تاريخ بدء خطة الحالة",
        "خطط التدخل والخدمات",
        ("اسم التدخل", "الشخص أو الجهة المقدمة للخدمة", "هدف التدخل", "الإطار الزمني المتوقع", "هل نُفّذ بنجاح؟"),
    ),
}


def primero(language: str = "en") -> bytes:
    """The CP Case Plan: a block, and one table that repeats freely; the Arabic edition runs from the right."""
    make, width = Maker(), BROAD.text_width
    title, begun, plans, names = PRIMERO[language]
    grid = Grid(plans, names, _widths((5, 4, 4, 3, 3), width))
    row = grid.row(
        make.text("words", names[0]),
        f"{make.text('provider', names[1])}{words(' ')}{make.text('carried_by', names[1])}",
        make.text("outcomes.words", names[2]),
        make.text("time_frame", names[3]),
        make.box("outcomes.status:reached", names[4]),
    )
    body = line(title, style="Title") + line(words(f"{begun}: "), make.text("enrolled_on", begun))
    body += _heading(plans) + grid.table(make.section("strategies", plans, row))
    if language == "ar":
        body = _from_the_right(body)
    tag = {"en": "en-US", "ar": "ar-SA"}[language]
    return form_of(title, tag, BROAD, body, (line(title, style="Footer"), line(*PAGES, style="Footer")), None)


def _from_the_right(body: str) -> str:
    """As Word writes a document that runs from the right."""
    body = body.replace("<w:p>", "<w:p><w:pPr></w:pPr>").replace("<w:p><w:pPr></w:pPr><w:pPr>", "<w:p><w:pPr>")
    body = body.replace("</w:pPr>", "<w:bidi/></w:pPr>")
    body = re.sub(r"(<w:tblStyle [^>]*/>)", r"\1<w:bidiVisual/>", body)
    rtl = re.compile("(<w:r>)(<w:t[^>]*>[^<]*[\u0600-\u06ff])")
    body = rtl.sub(r"\1<w:rPr><w:rtl/></w:rPr>\2", body)
    return re.sub(r'(<w:rStyle w:val="PlaceholderText"/>)(</w:rPr>)', r"\1<w:rtl/>\2", body)


def colombia() -> bytes:
    """The ICBF Ficha: a box for each figure of a date, one block for every member of the family."""
    make, width = Maker(), LETTER.text_width
    block = [
        ("Nombres y apellidos", "name"),
        ("Parentesco", "role"),
        ("Fecha de nacimiento", _digits(make, "born", DAY_FIRST)),
        ("Edad", "age"),
        ("Lengua", "languages"),
        ("Teléfono", "phone"),
    ]
    answers = ("Dato", "Respuesta")
    home = [("Dirección", "home.address"), ("Teléfono", "home.phone"), ("Correo electrónico", "home.email")]
    head = [
        ("Nombres y apellidos", "caregivers.1.name"),
        ("Fecha de nacimiento", _digits(make, "caregivers.1.born", DAY_FIRST)),
    ]
    member = line(words("Integrante "), make.text("row", "Número"), style="Heading2") + _facts(
        make, "Integrante", block, width, answers
    )
    body = (
        line("Ficha de caracterización socio familiar", style="Title")
        + line(words("Fecha de diligenciamiento: "), _digits(make, "today", DAY_FIRST))
        + _heading("INFORMACIÓN ENTIDAD CONTRATISTA")
        + line(make.text("agency", "Entidad"))
        + _heading("INFORMACIÓN UBICACIÓN DE LA VIVIENDA FAMILIAR")
        + _facts(make, "Vivienda", home, width, answers)
        + _heading("INFORMACIÓN DEL JEFE DE GRUPO FAMILIAR")
        + _facts(make, "Jefe de grupo", head, width, answers)
        + _heading("INFORMACIÓN INTEGRANTES DEL GRUPO FAMILIAR")
        + make.section("people", "Integrantes", member)
        + _heading("MAPA DE PERTENENCIA")
        + line(make.picture("map", "Mapa de pertenencia", width, width * 3 // 4), style="Picture")
    )
    footer = line(words("COPIA NO CONTROLADA · Ley 1581 de 2012 · "), *PAGES, style="Footer")
    return form_of(
        "F1.G4.MO18.PP", "es-CO", LETTER, body, (line("F1.G4.MO18.PP · Versión 2", style="Footer"), footer), empty_picture()
    )


REAL = {
    "california": california(),
    "england": england(),
    "cambodia": cambodia(),
    "primero": primero(),
    "primero-ar": primero("ar"),
    "colombia": colombia(),
}
LANGUAGES = {"california": "en", "england": "en-GB", "cambodia": "km", "primero": "en", "primero-ar": "ar", "colombia": "es-CO"}
