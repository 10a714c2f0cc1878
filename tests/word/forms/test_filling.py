"""A form is filled: each control with its field, in the form's own look, and nothing that held a place is printed."""

import json
from datetime import date

from lxml import etree
from tests.hostile import FIT
from tests.word.forms import drawn as form
from tests.word.forms.drawn import fill, parts_of, said
from tests.word.records import bare, demo

from teammeet.model.family import Family, put
from teammeet.model.people import DecisionRight, Header, Household, Person
from teammeet.model.plan import Need, Outcome, Risk, Strategy, Strength, Task
from teammeet.model.supports import Support
from teammeet.model.values import Item, Translation, Words
from teammeet_word.back.compared import read_back

_W = form._W


def family(*items: Item) -> Family:
    """A small family with three needs."""
    child = Person(id="p1", used_name="Ona", role="daughter", enrolled=True, born=date(2019, 3, 7), households=("h1",))
    right = DecisionRight(area="medical", held_by="p2")
    mother = Person(id="p2", used_name="Bel", role="mother", households=("h1",), legal_name="CANARY-LEGAL")
    header = Header(id="fam", name="The Tarn family", vision=Words(text="We laugh at breakfast."), story="First.\n\nThen.")
    held = (
        child.changed(decision_rights=(right,)),
        mother,
        Household(id="h1", name="Reed Lane", address="7 Reed Lane"),
        Support(id="s1", name="Coach Abel", kind="natural"),
        Strength(id="st1", words=Words(text="Ona draws maps"), whose=("p1",)),
        Need(id="n1", words=Words(text="To feel safe at school"), domain="education", rank=1),
        Need(id="n2", words=Words(text="To sleep"), domain="health", rank=2, status="met"),
        Need(id="n3", words=Words(text="A dry room"), rank=3),
        Outcome(
            id="o1",
            words=Words(text="She stays in class"),
            needs=("n1",),
            baseline="1 day",
            target="4 days",
            due=date(2031, 9, 1),
        ),
        Strategy(
            id="g1", words=Words(text="Draw the way"), needs=("n1",), outcomes=("o1",), leans_on=("st1",), source="natural"
        ),
        Task(id="t1", words=Words(text="Call the coach"), strategy="g1", owners=("p2",), due=date(2031, 6, 1)),
        Task(id="t2", words=Words(text="Make the map"), strategy="g1", owners=("p1", "p2"), due_said="soon", status="done"),
    )
    return Family(header=header).with_edits(map(put, (*held, *items)))


def lines_of(*body: str, family_of: Family | None = None, **options: object) -> list[str]:
    """The lines of a filled body, blanks around them left out."""
    exported = fill(family_of or family(), form.form(*body), **options)  # type: ignore[arg-type]  # options as they come
    return [line.strip() for line in said(exported).split("\n")]


def test_a_control_in_a_line_gets_its_field_and_its_label_stays() -> None:
    assert lines_of(form.line("Child", "child.name"), form.line("Home", "home.address")) == ["Child: Ona", "Home: 7 Reed Lane"]


def test_what_held_a_place_is_never_printed_and_room_to_write_is_left() -> None:
    filled_form = fill(bare(), form.form(form.line("Agency", "agency"), form.control("story", form.paragraph(form.run()))))
    assert form.SAYS_NOTHING not in said(filled_form)
    document = parts_of(filled_form.content)["word/document.xml"].decode()
    assert document.count("<w:showingPlcHdr/>") == 2
    assert document.count("\u2002" * 5) == 2


def test_the_look_of_a_control_stays_and_the_style_of_what_held_its_place_goes() -> None:
    look = '<w:rStyle w:val="PlaceholderText"/><w:b/><w:color w:val="808080"/><w:sz w:val="40"/>'
    document = parts_of(fill(family(), form.form(form.paragraph(form.field("child.name", look=look)))).content)[
        "word/document.xml"
    ]
    assert b'<w:r><w:rPr><w:b/><w:sz w:val="40"/></w:rPr><w:t xml:space="preserve">Ona</w:t></w:r>' in document


def test_a_note_in_a_rich_control_is_a_paragraph_a_line_each_as_the_form_sets_it() -> None:
    block = form.control("story", form.paragraph(form.run(), properties='<w:jc w:val="center"/>'))
    document = parts_of(fill(family(), form.form(block)).content)["word/document.xml"].decode()
    assert document.count('<w:jc w:val="center"/>') == 2
    assert lines_of(block) == ["First.", "Then."]
    assert lines_of(form.line("Story", "story")) == ["Story: First./Then."]


def test_a_repeating_section_is_written_for_each_and_sections_nest() -> None:
    inner = form.repeated("outcomes", form.line("Goal", "words") + form.line("Of", "need.words"))
    assert lines_of(form.repeated("needs", form.line("Need", "words") + inner)) == [
        *("Need: To feel safe at school", "Goal: She stays in class", "Of: To feel safe at school"),
        *("Need: To sleep", "Goal:", "Of: To sleep", "Need: A dry room", "Goal:", "Of: A dry room"),
    ]


def test_rows_of_a_table_and_controls_around_cells_are_repeated_with_all_that_is_in_them() -> None:
    cells = (form.control("words", form.cell(form.run())), form.cell(form.field("who")), form.cell(form.box("done")))
    tasks = form.table(form.row(form.cell(form.words("Task"))), form.repeated("tasks", form.row(*cells)))
    assert lines_of(tasks) == ["Task", "Call the coach", "Bel", "\u2610", "Make the map", "Ona, Bel", "\u2612"]


def test_a_section_without_rows_leaves_one_empty_row_and_a_section_may_ask_for_more() -> None:
    row = form.row(form.cell(form.field("row")), form.cell(form.field("words")))
    assert lines_of(form.table(form.repeated("risks", row))) == ["1", ""]
    assert lines_of(form.table(form.repeated("needs:5+", row)))[-4:] == ["4", "", "5", ""]
    assert lines_of(form.table(form.repeated("needs:2-", row))) == ["1", "To sleep", "2", "A dry room"]
    assert lines_of(form.table(form.repeated("needs:1-1", row))) == ["1", "To feel safe at school"]


def test_areas_go_to_their_bands_and_other_is_what_no_band_takes() -> None:
    bands = [form.repeated(tag, form.line(tag, "words")) for tag in ("needs:education,legal", "needs:health", "needs:other")]
    assert lines_of(*bands) == [
        *("needs:education,legal: To feel safe at school", "needs:health: To sleep", "needs:other: A dry room"),
    ]
    assert lines_of(form.repeated("needs:met", form.line("", "words"))) == [": To sleep"]


def test_what_hangs_on_no_need_has_a_section_of_its_own() -> None:
    other = family(Task(id="t9", words=Words(text="Buy paint")), Strategy(id="g9", words=Words(text="Paint together")))
    body = [form.repeated(f"{name}:no_need", form.line("", "words")) for name in ("strategies", "tasks", "outcomes")]
    assert lines_of(*body, family_of=other) == [": Paint together", ": Buy paint", ":"]


def test_what_asks_for_something_to_be_there_is_written_only_where_it_is() -> None:
    row = form.row(form.cell(form.field("words")), form.cell(form.field("backup:if_any")))
    risks = form.table(form.row(form.cell(form.words("Risk"))), form.repeated("risks:if_any", row))
    block = form.control("risks:if_any", form.paragraph(form.words("Our risks")) + risks)
    agency = (form.paragraph(form.field("agency:if_any")), form.line("Tell", "agency:if_any"))
    body = [block, *agency, form.line("V", "vision:if_any")]
    assert lines_of(*body) == ["Tell:", "V: We laugh at breakfast."]
    risk = Risk(id="r1", words=Words(text="Snow"))
    assert lines_of(*body, family_of=family(risk)) == ["Our risks", "Risk", "Snow", "", "Tell:", "V: We laugh at breakfast."]


def test_a_cell_keeps_a_paragraph_and_a_table_a_row_whatever_is_left_out() -> None:
    cell = form.cell(form.paragraph(form.field("agency:if_any")) + form.paragraph(form.field("agency:if_any")))
    alone = form.table(form.repeated("risks:if_any", form.row(form.cell(form.field("words")))))
    exported = fill(family(), form.form(form.table(form.row(cell)), alone))
    document = etree.fromstring(parts_of(exported.content)["word/document.xml"])
    assert [len(list(held.iter(f"{{{_W}}}p"))) for held in document.iter(f"{{{_W}}}tc")] == [1, 1]
    assert all(table.find(f".//{{{_W}}}tr") is not None for table in document.iter(f"{{{_W}}}tbl"))


def test_a_row_is_named_by_its_number_and_many_stand_in_one_place_as_lines() -> None:
    assert lines_of(form.line("2", "needs.2.words"), form.line("9", "needs.9.words")) == ["2: To sleep", "9:"]
    assert lines_of(form.line("Who", "tasks.who"), form.line("All", "needs.1.tasks")) == [
        *("Who: Bel/Ona, Bel", "All: Call the coach (Bel \u00b7 Jun 1, 2031)/Make the map (Ona, Bel \u00b7 soon)"),
    ]


def test_a_control_with_a_row_holds_the_fields_of_that_row() -> None:
    parent = form.control("caregivers.1", form.line("Name", "name") + form.line("Address", "address"))
    assert lines_of(parent) == ["Name: Bel", "Address: 7 Reed Lane"]
    assert lines_of(parent.replace("caregivers.1", "caregivers.2")) == ["Name:", "Address:"]


def test_a_date_is_written_as_its_picker_says_or_in_the_documents_language() -> None:
    born = form.paragraph(form.date("child.born", "dd.MM.yyyy"), form.words(" "), form.field("child.born"))
    assert lines_of(born) == ["07.03.2019 March 7, 2019"]
    assert lines_of(born, language="es") == ["07.03.2019 7 de marzo de 2019"]
    assert lines_of(form.paragraph(form.date("child.born", "dddd, d MMMM yyyy"))) == ["March 7, 2019"]
    document = parts_of(fill(family(), form.form(born)).content)["word/document.xml"]
    assert b'w:fullDate="2019-03-07T00:00:00Z"' in document


def test_a_date_has_a_box_for_each_figure() -> None:
    tags = [
        f"child.born:{part}.{place}" for part, many in (("day", 2), ("month", 2), ("year", 4)) for place in range(1, many + 1)
    ]
    assert lines_of(form.paragraph(*map(form.field, tags))) == ["07032019"]
    assert lines_of(form.paragraph(form.field("child.born:year"))) == ["2019"]


def test_a_box_is_checked_where_the_value_is_the_one_it_asks_for() -> None:
    tags = ("needs.2.status:met", "needs.1.status:met", "first_plan", "first_plan:no", "child.interpreter:no", "needs.9.gap:no")
    assert lines_of(form.paragraph(*map(form.box, tags))) == ["\u2612\u2610\u2612\u2610\u2612\u2610"]
    assert lines_of(form.line("Met", "needs.2.status"), form.line("First", "first_plan")) == ["Met: Met", "First: Yes"]
    document = parts_of(fill(family(), form.form(form.paragraph(form.box("first_plan")))).content)["word/document.xml"]
    assert b'<w14:checked w14:val="1"/>' in document


def test_a_drop_down_list_shows_its_own_words_for_a_value() -> None:
    kind = '<w:dropDownList><w:listItem w:displayText="Cumplida" w:value="met"/></w:dropDownList>'
    assert lines_of(form.line("S", "needs.2.status", kind), form.line("S", "needs.1.status", kind)) == [
        "S: Cumplida",
        "S: Open",
    ]


def test_controls_in_headers_and_footers_are_filled() -> None:
    exported = fill(family(), form.form(header=form.line("Child", "child.name"), footer=form.line("Plan", "plan_code")))
    assert said(exported, "word/header1.xml") == "Child: Ona"
    assert said(exported, "word/footer1.xml") == f"Plan: {family().code}"


def test_words_are_the_speakers_own_unless_the_form_asks_for_others() -> None:
    words = Words(
        text="Quiero paz", reworded="I want peace", language="es", translations=(Translation(language="fr", text="La paix"),)
    )
    other = bare().with_edits([put(Need(id="n0", words=words))])
    shown = {
        form_of: lines_of(form.line("", f"needs.1.words{form_of}"), family_of=other) for form_of in ("", ":reworded", ":all")
    }
    assert shown == {"": [": Quiero paz"], ":reworded": [": I want peace"], ":all": [": Quiero paz/I want peace/La paix"]}
    document = parts_of(fill(other, form.form(form.line("", "needs.1.words"))).content)["word/document.xml"]
    assert b'<w:lang w:val="es"/>' in document


def test_what_runs_from_the_right_is_marked_and_so_is_its_paragraph() -> None:
    arabic = "\u0627\u0633\u0645\u064a"
    other = family().with_edits([put(family().header.changed(name=arabic, story=arabic))])
    body = form.form(
        form.paragraph(form.field("family_name")),
        form.control("story", form.paragraph(form.run())),
        form.line("A", "family_name"),
    )
    document = parts_of(fill(other, body).content)["word/document.xml"].decode()
    runs = [run for run in document.split("<w:r>") if arabic in run]
    assert ["<w:rtl/>" in run for run in runs] == [True] * 3
    assert document.count("<w:pPr><w:bidi/></w:pPr>") == 2


def test_a_stop_after_words_from_the_right_goes_with_them_also_among_words_from_the_left() -> None:
    arabic = "\u0627\u0633\u0645\u064a."
    other = family().with_edits([put(family().header.changed(name=arabic))])
    body = form.form(form.paragraph(form.field("family_name")), form.line("A", "family_name"))
    document = parts_of(fill(other, body).content)["word/document.xml"].decode()
    assert document.count(f">{arabic}</w:t>") == 2
    assert document.count("\u200f") == 2


def test_words_from_the_left_are_islands_where_the_form_runs_from_the_right() -> None:
    own, by_style = "<w:bidi/>", '<w:pStyle w:val="Turned"/>'
    body = form.paragraph(form.field("family_name"), properties=own)
    body += form.paragraph(form.field("child.name"), properties=by_style)
    story = form.control("story", form.paragraph(form.run(), properties=own))
    parts = parts_of(form.form(body, story, form.line("L", "home.address")))
    style = b'<w:style w:type="paragraph" w:styleId="Turned"><w:pPr><w:bidi/></w:pPr></w:style></w:styles>'
    turned = form.zipped(parts | {"word/styles.xml": parts["word/styles.xml"].replace(b"</w:styles>", style)})
    exported = fill(family(), turned)
    mark = "\u200e"
    lines = [f"{mark}{line}{mark}" for line in ("The Tarn family", "Ona", "First.", "Then.")]
    assert said(exported).split("\n") == [*lines, "L: 7 Reed Lane"]
    assert read_back(exported.content).differences == ()


def test_a_form_in_another_language_gets_the_language_of_what_is_filled_in() -> None:
    document = parts_of(fill(family(), form.form(form.line("E", "plan_state")), language="es").content)["word/document.xml"]
    assert b'<w:lang w:val="es-US"/>' in document


def test_each_control_and_each_picture_has_a_number_of_its_own() -> None:
    body = [form.repeated("needs", form.line("N", "words") + form.paragraph(form.picture("map"))), form.line("X", "no_field")]
    document = etree.fromstring(parts_of(fill(demo(), form.form(*body)).content)["word/document.xml"])
    numbers = [found.get(f"{{{_W}}}val") for found in document.iter(f"{{{_W}}}id")]
    assert len(numbers) == len(set(numbers)) > 8


def test_a_text_of_an_item_is_tagged_so_that_it_can_be_read_back() -> None:
    body = [
        form.repeated("needs", form.line("N", "words") + form.line("S", "status")),
        form.line("V", "vision"),
        form.line("B", "outcomes.1.baseline"),
        form.repeated("ground_rules", form.line("R", "line")),
    ]
    other = family().with_edits([put(family().header.changed(ground_rules=("One talks", "All listen")))])
    document = etree.fromstring(parts_of(fill(other, form.form(*body)).content)["word/document.xml"])
    tags = [found.get(f"{{{_W}}}val") for found in document.iter(f"{{{_W}}}tag")]
    expected = ("n1/words.text", "n2/words.text", "fam/vision.text", "o1/baseline", "fam/ground_rules.0", "fam/ground_rules.1")
    assert set(expected) <= set(tags)
    assert "status" in tags


def test_a_control_is_bound_to_nothing_that_would_write_over_its_text() -> None:
    bound = form.control(
        "agency", form.run(), '<w:dataBinding w:xpath="/a" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/><w:text/>'
    )
    assert b"dataBinding" not in parts_of(fill(family(), form.form(form.paragraph(bound))).content)["word/document.xml"]


def test_what_is_for_the_pen_is_left_free() -> None:
    exported = fill(family(), form.form(form.line("Sex", "by_hand:sex")))
    assert said(exported).strip() == "Sex:"
    assert exported.remarks == ()


def test_no_string_becomes_markup() -> None:
    blank = form.form(form.repeated("needs", form.paragraph(form.field("words"))))
    names = sorted(FIT)
    other = bare().with_edits(put(Need(id=f"n{n}", words=Words(text=FIT[name]))) for n, name in enumerate(names))
    exported = fill(other, blank)
    assert said(exported).split("\n") == [FIT[name] for name in names]
    assert sorted(parts_of(exported.content)) == sorted(parts_of(fill(bare(), blank).content))


def test_the_same_view_gives_the_same_bytes_and_the_form_is_read_once() -> None:
    blank = form.form(form.repeated("needs", form.line("N", "words")))
    assert fill(family(), blank).content == fill(family(), bytes(bytearray(blank))).content


def test_the_plan_is_inside_the_file_unless_roles_stand_for_names() -> None:
    from teammeet.export import Options
    from teammeet.model.readers import facilitator
    from teammeet.model.roles import with_roles
    from teammeet_word.embedded import NAMESPACE
    from teammeet_word.forms.filled import filled

    blank = form.form(form.repeated("needs", form.line("N", "words")))
    assert NAMESPACE.encode() in parts_of(fill(family(), blank).content)["customXml/item1.xml"]
    view = with_roles(family().seen_by(facilitator(form.TODAY)), "en")
    parts = parts_of(filled(view, "en", Options(today=form.TODAY, form=blank), "en-US").content)
    assert not any(name.startswith("customXml") for name in parts)
    assert b"/words.text" not in parts["word/document.xml"]


def test_what_a_reader_may_not_see_is_in_no_part_and_changes_nothing() -> None:
    blank = form.form(
        *[form.line("x", tag) for tag in ("people.legal_name", "people.name", "needs.words", "digest", "plan_name")]
    )
    hidden = family(Need(id="n9", words=Words(text="CANARY-NEED"), kept_from=("p1",), record="legal"))
    with_it, without = (fill(one, blank, reader="team") for one in (hidden, family()))
    assert with_it.content == without.content
    assert b"CANARY" not in json.dumps({n: p.decode("latin-1") for n, p in parts_of(with_it.content).items()}).encode()
