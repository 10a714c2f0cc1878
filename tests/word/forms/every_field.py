"""A form that asks for every field there is: what it shows of a View is all that a form can show."""

from functools import cache

from tests.word.forms import drawn as form

from teammeet_word.forms.fields import BY_SCOPE, TOP, Field


@cache
def every_field() -> bytes:
    """The form, with a section for each list and a control around the fields of each thing that stands once."""
    of_the_plan = BY_SCOPE[TOP].values()
    sections = [form.repeated(whole(each), section(each.of)) for each in of_the_plan if each.kind == "list"]
    plain = [form.line(each.tag, whole(each)) for each in of_the_plan if each.kind not in ("list", "one", "picture")]
    ones = [form.control(each.tag, section(each.of)) for each in of_the_plan if each.kind == "one"]
    return form.form(*plain, *ones, *sections, form.paragraph(form.picture("map")))


def section(scope: str, inside: frozenset[str] = frozenset()) -> str:
    """A line for each field of a scope, and a section for each list in it that is not open yet."""
    fields = BY_SCOPE[scope].values()
    lines = [form.line(each.tag, whole(each)) for each in fields if each.kind not in ("list", "one")]
    open_now = inside | {scope}
    for each in fields:
        if each.kind == "list" and each.of not in open_now:
            lines.append(form.repeated(whole(each), section(each.of, open_now)))
        elif each.kind == "one" and each.of not in open_now:
            lines.append(form.control(each.tag, section(each.of, open_now)))
    return "".join(lines)


def whole(each: Field) -> str:
    """The tag of all that a field can say."""
    if "everyone" in each.narrows:
        return f"{each.tag}:everyone"
    return f"{each.tag}:all" if each.kind == "words" else each.tag
