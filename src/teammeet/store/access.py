"""Who opened, showed or exported what of a family: a chain of its own beside the journal."""

from dataclasses import astuple, dataclass

from teammeet.store import chain
from teammeet.store.engine import Engine


@dataclass(frozen=True, slots=True)
class Access:
    """One line: at ``at`` (ISO 8601, UTC) ``actor`` did ``what``."""

    family: str
    number: int
    at: str
    actor: str
    what: str
    hash: str


def note(engine: Engine, family: str, at: str, actor: str, what: str) -> None:
    """Append one line, on disk when this returns."""
    with engine.writing():
        last = engine.rows("select number, hash from access where family=? order by number desc limit 1", family)
        number, before = last[0] if last else (0, chain.start(family))
        line = (family, number + 1, at, actor, what)
        engine.rows("insert into access values(?,?,?,?,?,?)", *line, chain.link(before, *line))


def log(engine: Engine, family: str) -> tuple[Access, ...]:
    """Every line of a family, oldest first."""
    found = engine.rows("select family, number, at, actor, what, hash from access where family=? order by number", family)
    return tuple(Access(*row) for row in found)


def ending_with(engine: Engine, said: str) -> tuple[Access, ...]:
    """Every line, of any family, whose ``what`` ends with ``said``; the oldest first."""
    found = engine.rows(
        "select family, number, at, actor, what, hash from access where substr(what, -length(?))=? order by at, family, number",
        said, said,
    )  # fmt: skip
    return tuple(Access(*row) for row in found)


def verify(engine: Engine, family: str) -> int | None:
    """The number of the first line that does not hold, or None."""
    before = chain.start(family)
    for number, line in enumerate(log(engine, family), 1):
        if line.number != number or line.hash != chain.link(before, *astuple(line)[:-1]):
            return number
        before = line.hash
    return None
