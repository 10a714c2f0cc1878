"""What good practice SAYS of a record: agendas, writing hints, facts about a meeting, time limits: pure functions."""
