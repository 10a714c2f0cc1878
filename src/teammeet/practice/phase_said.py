"""Where a family stands with its plan, as far as the record proves it."""

from teammeet.model.people import Header, Phase
from teammeet.model.view import View


def phase_said(view: View) -> Phase | None:
    """The phase that somebody chose. The first one is what every new record holds, so that by itself it says nothing:
    once a plan was closed for signing the team carries it out, before that nobody said where the family stands.
    """
    phase: Phase = view.header.phase
    if phase != Header.model_fields["phase"].default:
        return phase
    return "implementation" if view.editions else None
