"""Two families that differ only in what a reader may not see give that reader the same files, byte by byte."""

from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.model.test_non_interference import DAY, READERS, twins

from teammeet.errors import ExportRefused
from teammeet.export import Exporter, Options, exporter_named, exporters, file_name, made
from teammeet.model.family import Family
from teammeet.model.readers import Reader
from teammeet.model.view import View

NAMES = [exporter.name for exporter in exporters()]


def written(exporter: Exporter, view: View) -> tuple[bytes | str, str, tuple[str, ...]]:
    """The file, its name and its remarks; why it is refused, where it is."""
    options = Options(today=DAY, before=view if "before" in exporter.heeds else None, moments=("then", "now"))
    try:
        exported = made(exporter, view, "en", options)
    except ExportRefused as refusal:
        return str(refusal), "", ()
    return exported.content, file_name(exporter, view), exported.remarks


@settings(max_examples=25, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate), deadline=None)
@given(data=st.data(), reader_of=st.sampled_from(list(READERS.values())), names=st.permutations(NAMES))
def test_what_a_reader_may_not_see_changes_no_byte_of_any_file(
    data: st.DataObject, reader_of: Callable[[Family], Reader], names: list[str]
) -> None:
    one, other = data.draw(twins(reader_of))
    first, second = one.seen_by(reader_of(one)), other.seen_by(reader_of(other))
    for name in names[:3]:
        assert written(exporter_named(name), first) == written(exporter_named(name), second), name
