"""What each text of a record is called where a person meets it alone, such as "Outcome: where it stands now"."""

from functools import cache

from teammeet.messages import text


@cache
def text_name(kind: str, path: str, language: str) -> str:
    """The name of the text at ``path`` of an item in the list ``kind``; of the item itself where no path is said."""
    item = text(f"back.kind.{kind}", language)
    if not path:
        return item
    return text("back.kept", language, kind=item, field=field_name(path, language))


def field_name(path: str, language: str) -> str:
    """The name of the text at ``path`` without its item; empty where no path is said."""
    field = "translation" if "translations" in path else path.split(".")[0]
    return text(f"back.field.{field}", language) if path else ""
