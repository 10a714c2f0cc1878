"""The exporter of the plan with tracked changes: what was said at another moment is struck out where it is otherwise now.

Both versions are written from views of one reader, so that nothing stands in the file that this reader may not see, then or
now. There are no content controls in it and no plan to be read back: it is to be looked at, accepted or rejected.
"""

from dataclasses import replace
from xml.parsers.expat import ParserCreate

from teammeet.errors import TeammeetError
from teammeet.export import NOWHERE, Exported, Heeded, Options
from teammeet.messages import text
from teammeet.model.view import View
from teammeet_word.drawing import Drawing, drawn
from teammeet_word.exporter import body_of, footer, word_language
from teammeet_word.package import Frame, packaged
from teammeet_word.paper import Paper, paper_for
from teammeet_word.sheet import Sheet
from teammeet_word.tracked import Marks, tracked


class PlanWithChanges:
    """The plan of care as a Word document in which every change since another moment is tracked."""

    name = "word-changes"
    suffix = "docx"
    reader = "team"
    heeds: frozenset[Heeded] = frozenset({"before", "large", "seal"})

    def describe(self, language: str) -> str:
        """What it writes, in one line."""
        return text("changed.describe.word", language)

    def write(self, view: View, language: str, options: Options) -> Exported:
        """The plan as ``view`` shows it, with what is otherwise than in ``options.before`` marked.

        All changes accepted, it reads as the plan of ``view``; all rejected, as that of ``options.before``. Where the maps
        are not the same picture, the former one is struck out and the new one put in.

        Raises:
            TeammeetError: ``nothing-signed``: there is no other moment.
            ExportRefused: a font of ``options`` is not a font, or the map cannot be drawn.
        """
        before = options.before
        if before is None:
            raise TeammeetError("nothing-signed")
        paper = paper_for(language, options.paper)
        former, drawing = (_drawn(seen, language, options, paper) for seen in (before, view))
        was, now = (
            Sheet(seen, language, paper, options.today, options.in_vault, large=options.large) for seen in (before, view)
        )
        content = document_with_changes(was, now, former, drawing)
        remarks = dict.fromkeys(remark for each in (former, drawing) if each is not None for remark in each.remarks)
        return Exported(content, tuple(remarks), drawing.places if drawing is not None else NOWHERE)


def document_with_changes(was: Sheet, now: Sheet, former: Drawing | None, drawing: Drawing | None) -> bytes:
    """The finished file; ``former`` is the map of ``was`` and ``drawing`` that of ``now``, where there is one.

    A body that was cut up and woven anew is parsed once, so that no broken file is ever handed out.

    Raises:
        xml.parsers.expat.ExpatError: it is no XML: a fault of the program.
    """
    if former is not None:
        is_same = drawing is not None and (former.content, former.alternative) == (drawing.content, drawing.alternative)
        former = drawing if is_same else replace(former, is_former=True)
    body = tracked("".join(body_of(was, former)), "".join(body_of(now, drawing)), Marks(now.today))
    ParserCreate().Parse(f"<body>{body}</body>", True)
    language = word_language(now.language)
    frame = Frame(now.kind, language, now.paper, now.today, footer(now), large=now.large)
    struck_out = former.content if former is not None and former is not drawing else None
    return packaged(frame, (body,), drawing.content if drawing else None, former=struck_out)


def _drawn(view: View, language: str, options: Options, paper: Paper) -> Drawing | None:
    """The map, where the plan has one: what a service gets of it has none."""
    return drawn(view, language, options, paper) if view.service is None else None
