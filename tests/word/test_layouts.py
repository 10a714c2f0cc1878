"""Large print, two languages side by side, documents from the right, many scripts: nothing of the record is lost in any."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from teammeet import messages
from teammeet.errors import ExportRefused
from teammeet.export import Options
from teammeet.model.crisis import CrisisCall, CrisisPlan
from teammeet.model.family import Family, put
from teammeet.model.plan import Need, Outcome
from teammeet.model.readers import reader_named
from teammeet.model.values import Translation, Words
from teammeet_word import crisis_page, plan_of_care, rating_sheet, wording
from teammeet_word.direction import from_the_right, running
from teammeet_word.fonts import without_font
from teammeet_word.markup import paragraph

from .accessibility import W, findings, package_of, said, text_of
from .conftest import Write
from .records import MACHINE_WORDS, TODAY, bare, demo, full

LAYOUTS = {
    "large": Options(today=TODAY, large=True),
    "two languages": Options(today=TODAY, second="es"),
    "two languages, one of them from the right": Options(today=TODAY, second="ar"),
    "two languages in large print": Options(today=TODAY, second="es", large=True),
}
MOTHER = "\u0623\u0645\u064a \u0642\u0648\u064a\u0629"
FIVE_SCRIPTS = {
    "ar": MOTHER,
    "he": "\u05d0\u05de\u05d0 (Ima) 3",
    "km": "\u1781\u17d2\u1789\u17bb\u17c6\u1785\u1784\u17cb\u1782\u17c1\u1784",
    "hi": "\u092e\u0948\u0902 \u0938\u094b\u0928\u093e",
    "zh": "\u6211\u60f3\u7761\u89c9",
    "am": "\u1218\u1270\u129b\u1275 \u12a5\u1348\u120d\u130b\u1208\u1201",
}


def layouts_in(*languages: str) -> list[tuple[str, str]]:
    """Each layout with each language that it can be written in: one language twice is refused."""
    return [(name, tag) for name, options in LAYOUTS.items() for tag in languages if not options.second.startswith(tag)]


def tables_of(content: bytes) -> list[list[list[str]]]:
    """Every table as rows of texts."""
    found = package_of(content).tables
    return [[[text_of(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")] for table in found]


def with_needs(*words: Words) -> Family:
    return bare().with_edits([put(Need(id=f"need-{n}", words=said, rank=n)) for n, said in enumerate(words, start=1)])


@pytest.mark.parametrize(("layout", "language"), layouts_in("en", "es", "ar", "zh", "km"))
def test_all_that_the_team_may_see_is_in_every_layout(write: Write, layout: str, language: str) -> None:
    family, marks = full()
    view = family.seen_by(reader_named(family, "team", TODAY)).model_dump_json()
    text = said(write(family, "team", language, LAYOUTS[layout]))
    shown = {place for mark, place in marks.items() if mark in text}
    assert shown == {place for mark, place in marks.items() if mark in view} - MACHINE_WORDS


@pytest.mark.parametrize(("layout", "language"), layouts_in("en", "ar"))
@pytest.mark.parametrize("name", ["full", "demo", "bare"])
def test_nothing_is_found_against_any_layout(write: Write, name: str, layout: str, language: str, tmp_path: Path) -> None:
    family = {"full": full()[0], "demo": demo(), "bare": bare()}[name]
    path = tmp_path / "plan.docx"
    path.write_bytes(write(family, "facilitator", language, LAYOUTS[layout]))
    assert findings(path.read_bytes()) == []
    assert check(path) == []
    assert OpenXmlValidator().validate(path).errors == []


def test_large_print_has_eighteen_points_and_no_narrow_columns(write: Write) -> None:
    content = write(demo(), options=LAYOUTS["large"])
    default = package_of(content).styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    assert default is not None
    assert default.get(f"{W}val") == "36"
    assert all(len(rows[0]) <= 2 for rows in tables_of(content) if "Signature" not in rows[0])
    text = said(content)
    assert "Who: Ms. Reed · Agreed\n" in text
    assert "How it stands: Done · " in text
    assert "The letters on the map are small. People and homes stand in large print under “Our family”" in text


def test_in_large_print_there_is_more_room_for_ink(write: Write) -> None:
    heights = [
        int(re.search(r'<w:trHeight w:val="(\d+)"', _document(write(demo(), options=options)))[1])  # type: ignore[index]  # a plan always has rows to sign
        for options in (Options(today=TODAY), LAYOUTS["large"])
    ]
    assert heights[1] > heights[0]


def test_single_pages_come_in_large_print_too() -> None:
    for exporter in (crisis_page, rating_sheet):
        family = demo()
        view = family.seen_by(reader_named(family, exporter.reader, TODAY))
        assert findings(exporter.write(view, "en", LAYOUTS["large"]).content) == []


def test_what_was_said_stands_beside_its_translation(write: Write) -> None:
    words = Words(
        text="I want to sleep", verbatim=True, language="en", translations=(Translation(language="es", text="Quiero dormir"),)
    )
    content = write(bare().with_edits([put(bare().header.changed(vision=words))]), options=LAYOUTS["two languages"])
    assert [["English", "Español"], ["“I want to sleep”", "Quiero dormir"]] in tables_of(content)
    assert "Our vision · Nuestra visión" in said(content)


def test_the_translation_of_a_need_stands_in_its_heading(write: Write) -> None:
    words = Words(text="Dormir", language="es", translations=(Translation(language="en", text="To sleep"),))
    content = write(with_needs(words), options=LAYOUTS["two languages"])
    assert "Need 1: To sleep\nNecesidad 1: Dormir" in said(content) or "Need 1: To sleep · Necesidad 1: Dormir" in said(content)


def test_what_has_no_translation_is_listed_in_the_order_of_the_document(write: Write) -> None:
    family = with_needs(Words(text="One", language="en"), Words(text="Two", language="en")).with_edits(
        [put(Outcome(needs=("need-1",), words=Words(text="Three", language="en")))]
    )
    view = family.seen_by(reader_named(family, "team", TODAY))
    written = plan_of_care.write(view, "en", LAYOUTS["two languages"])
    text = said(written.content)
    listed = text[text.index("\nNot translated yet · Todavía sin traducir\n") :]
    rows = [["1. Necesidad 1", "One"], ["2. Resultado 1", "Three"], ["3. Necesidad 2", "Two"]]
    assert [["Dónde está", "Palabras"], *rows] in tables_of(written.content)
    assert "All texts have words in English." in listed
    assert written.remarks == ("3 texts have no words in Spanish yet. The document lists them near its end.",)
    alone = plan_of_care.write(view, "es", Options(today=TODAY))
    (remark,) = alone.remarks
    assert "Un plan en dos idiomas, lado a lado, los nombra." in remark
    counted = "3 textos de esta copia todavía no están en español."
    assert said(alone.content).index(counted) < said(alone.content).index("\nNuestra visión\n")
    assert "Dónde está" not in said(alone.content)
    assert not plan_of_care.write(view, "en", Options(today=TODAY)).remarks


@pytest.mark.parametrize("layout", ["plain", "large", "two languages"])
def test_plain_texts_without_a_translation_are_marked_and_counted_or_listed(write: Write, layout: str) -> None:
    story = "We came here.\n" + " ".join(["word"] * 200)
    header = bare().header.changed(
        story=story, ground_rules=("One talks at a time", "We end in time"), confidentiality="It stays here"
    )
    call = CrisisCall(plan="crisis-1", name="Line", phone="call 988")
    family = bare().with_edits([put(header), put(CrisisPlan(id="crisis-1")), put(call)])
    options = LAYOUTS.get(layout, Options(today=TODAY))
    language = "en" if options.second else "es"
    content = write(family, language=language, options=options)
    listed = [row for rows in tables_of(content) if rows[0] == ["Dónde está", "Palabras"] for row in rows[1:]]
    told = [
        ["1. Familia: historia", "We came here. " + "word " * 7 + "…"],
        ["2–3. Familia: regla", "One talks at a timeWe end in time"],
    ]
    assert listed == ([*told, ["4. Familia: lo que queda aquí", "It stays here"]] if options.second else [])
    assert ("4 textos de esta copia todavía no están en español." in said(content)) is not bool(options.second)
    assert story.split("\n")[1] in said(content)
    marked = [row for rows in tables_of(content) for row in rows if row[1:] == ["Todavía sin traducir"]]
    assert len(marked) == (4 if options.second else 0)
    assert said(content).count("call 988") == 1
    assert findings(content) == []


def test_words_of_a_third_language_are_never_lost(write: Write) -> None:
    words = Words(text="Dormir bien", language="fr", translations=(Translation(language="de", text="Gut schlafen"),))
    text = said(write(with_needs(words), options=LAYOUTS["two languages"]))
    told, english, spanish = re.split("These texts have no words in English|Estos textos todavía no tienen palabras", text)
    assert told.count("Dormir bien") == english.count("Dormir bien") == spanish.count("Dormir bien") == 1
    assert "Gut schlafen" in told


def test_a_long_paragraph_survives_in_its_column(write: Write) -> None:
    long = " ".join(["word"] * 80)
    words = Words(text=long, language="en", translations=(Translation(language="es", text=long.replace("word", "palabra")),))
    content = write(with_needs(words), options=LAYOUTS["two languages"])
    assert any(row == [long, long.replace("word", "palabra")] for rows in tables_of(content) for row in rows)


def test_one_language_twice_is_refused() -> None:
    with pytest.raises(ExportRefused):
        plan_of_care.write(demo().seen_by(reader_named(demo(), "team", TODAY)), "es-MX", LAYOUTS["two languages"])


def test_a_document_from_the_right_mirrors_everything(write: Write) -> None:
    content = write(demo(), "team", "fa")
    document = _document(content)
    assert "<w:bidi/></w:sectPr>" in document
    assert document.count("<w:tbl>") == document.count("<w:bidiVisual/>")
    quote = package_of(content).style("Quote")
    assert quote is not None
    assert quote.find(f"{W}pPr/{W}pBdr/{W}left") is None
    assert quote.find(f"{W}pPr/{W}pBdr/{W}right") is not None


def test_what_is_of_another_language_is_an_island_in_such_a_document() -> None:
    with running("ar"):
        assert from_the_right()
        alone, among, number = paragraph("It is over."), paragraph((MOTHER, ": ", "Mari")), paragraph("555-0122")
    assert not from_the_right()
    mark = "<w:r><w:t>\u200e</w:t></w:r>"
    assert alone.count(mark) == number.count(mark) == among.count(mark) == 2
    assert among.index(mark) > among.index("<w:rtl/>")
    assert all("<w:bidi/>" in made for made in (alone, among, number))
    assert mark not in paragraph("It is over.")


@pytest.fixture
def arabic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An invented catalogue with a few words in Arabic letters."""
    folder = tmp_path / "ar"
    folder.mkdir()
    (folder / "word.toml").write_text(
        f'kind = "{MOTHER}"\npage = "\u0635\u0641\u062d\u0629"\n[heading]\nvision = "{MOTHER}"\n', encoding="utf-8"
    )
    monkeypatch.setattr(messages, "LANGUAGES", ("en", "es", "ar"))
    monkeypatch.setattr(messages, "files", lambda package: _Folders(files(package), tmp_path))
    monkeypatch.setattr("teammeet_word.remarks.LANGUAGES", ("en", "es", "ar"))
    _forget()
    yield
    monkeypatch.undo()
    _forget()


class _Folders:
    """The real catalogues, and one beside them."""

    def __init__(self, real: object, added: Path) -> None:
        self._real, self._added = real, added

    def __truediv__(self, language: str) -> object:
        return self._added / language if language == "ar" else self._real / language  # type: ignore[operator]  # importlib's folders all divide; its type does not say so


def _forget() -> None:
    from teammeet_word import remarks

    for kept in (messages._catalogue, wording._fixed, wording.cut, wording._date, remarks._lacking):
        kept.cache_clear()


@pytest.mark.usefixtures("arabic")
def test_a_catalogue_of_ones_own_is_used_and_what_it_lacks_is_said() -> None:
    family = demo()
    written = plan_of_care.write(family.seen_by(reader_named(family, "team", TODAY)), "ar", Options(today=TODAY))
    assert MOTHER in said(written.content)
    assert findings(written.content) == []
    assert any("our own words have no Arabic yet" in remark for remark in written.remarks)


def test_without_a_catalogue_it_is_said_that_labels_are_in_english() -> None:
    family = demo()
    written = plan_of_care.write(family.seen_by(reader_named(family, "team", TODAY)), "he", Options(today=TODAY))
    assert any("have no Hebrew yet. They stand in English." in remark for remark in written.remarks)


def test_every_script_has_its_font_and_its_language(write: Write) -> None:
    family = with_needs(*(Words(text=text, language=tag) for tag, text in FIVE_SCRIPTS.items()))
    content = write(family)
    document = _document(content)
    assert findings(content) == []
    assert all(f'="{tag}"' in document for tag in FIVE_SCRIPTS)
    for font in ("Leelawadee UI", "Nirmala UI", "Ebrima"):
        assert f'w:ascii="{font}"' in document
        assert f'<w:font w:name="{font}">' in _document(content, "word/fontTable.xml")


def test_letters_without_a_known_font_are_said(write: Write) -> None:
    assert without_font("Hmong \U00016b00, “yes” – \u6211 ☒") == ("Pahawh",)
    family = with_needs(Words(text="\U00016b00\U00016b01"))
    remarks = plan_of_care.write(family.seen_by(reader_named(family, "team", TODAY)), "en", Options(today=TODAY)).remarks
    assert any("Pahawh" in remark for remark in remarks)


def test_word_takes_one_stand_in_of_thirty_one_letters_for_a_font(write: Write) -> None:
    names = re.findall(r'<w:altName w:val="([^"]*)"', _document(write(bare()), "word/fontTable.xml"))
    assert names
    assert all("," not in name and len(name) <= 31 for name in names)


def _document(content: bytes, name: str = "word/document.xml") -> str:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()
