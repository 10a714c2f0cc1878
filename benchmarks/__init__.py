"""Every number that teammeet wants to reach, beside an anchor measured in the same run: ``python -m benchmarks [ROOM …]``."""
