"""What an exporter is asked besides the view: only what it heeds is ever sent, and a key is opened just before it is used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from teammeet.errors import FileRefused, TeammeetError
from teammeet.export import Exporter, Heeded, Options, exporter_named
from teammeet.tui.sign.exporting import Order
from teammeet.tui.taking_back import contents_of

if TYPE_CHECKING:
    from teammeet.desk import Settings

_OF_A_FORM: Final = ("document-refused", "form-refused")
"""Faults of a form that a command looks for in more detail."""


def heeded(what: str) -> frozenset[Heeded]:
    """The options that the exporter ``what`` does something with."""
    return exporter_named(what).heeds


def only_heeded(exporter: Exporter, options: Options) -> Options:
    """``options`` without those that ``exporter`` can do nothing with."""
    unset = Options()
    return replace(options, **{name: getattr(unset, name) for name in options.asked - exporter.heeds})


def options_of(order: Order, basis: Options, passphrase: str, clock: Callable[[], datetime]) -> Options:
    """``basis`` with what ``order`` asks for: the form and the key are read now. The passphrase is kept nowhere.

    Raises:
        TeammeetError: a file is not there (``form-missing``, ``key-missing``), or the key cannot be used
            (see :func:`teammeet_word.seal.sealing`).
    """
    exporter = exporter_named(order.what)
    return replace(
        only_heeded(exporter, replace(basis, large=order.large, second=order.second)),
        form=_contents(order.form, "form-missing") if order.form and "form" in exporter.heeds else None,
        seal=seal_with(order.key, passphrase, clock) if order.key and "seal" in exporter.heeds else None,
    )


def seal_with(key: str, passphrase: str, clock: Callable[[], datetime]) -> Callable[[bytes], bytes]:
    """What seals a file with the key in the file ``key``.

    Raises:
        TeammeetError: there is no such file (``key-missing``), or it cannot be used (see :func:`teammeet_word.seal.sealing`).
    """
    from teammeet_word.seal import sealing

    return sealing(_contents(key, "key-missing"), passphrase, clock)


def _contents(path: str, missing: str) -> bytes:
    """What a file holds; where there is none it is said which of those that were named."""
    try:
        return contents_of(path)
    except FileRefused as error:
        raise TeammeetError(missing) from error


def is_of_a_form(error: TeammeetError) -> bool:
    """Whether a form is at fault, so that it helps to know of the command that checks forms."""
    return error.message_key in _OF_A_FORM


def files_changed(settings: Settings, order: Order) -> dict[str, str]:
    """Where the form and the key of ``order`` are, as settings remember it, where that is another place than before.

    A document that heeds no form or no seal says nothing of them.
    """
    heeds = heeded(order.what)
    told = {"form_file": order.form} if "form" in heeds else {}
    told |= {"key_file": order.key} if "seal" in heeds else {}
    return {name: path for name, path in told.items() if path != getattr(settings, name)}
