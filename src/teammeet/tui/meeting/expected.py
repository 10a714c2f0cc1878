"""Who may come to a meeting."""

from teammeet.model.record import Record


def expected_at(record: Record, meeting_id: str) -> tuple[str, ...]:
    """Ids of those who may come: the family, the team, and whoever is on the list of this meeting already."""
    family = [p.id for p in record.people if p.in_family and p.nature == "person" and p.life == "living"]
    team = [member.who for member in record.team if member.left_on is None]
    listed = [a.who for a in record.attendances if a.meeting == meeting_id]
    return tuple(dict.fromkeys([*family, *team, *listed]))
