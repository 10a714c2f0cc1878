"""``python -m teammeet``."""

import sys

from teammeet.cli import main

sys.exit(main())
