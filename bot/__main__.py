"""`python -m bot`."""

import sys

from bot.collector import building_for_good

with building_for_good():
    from bot.cli import main

if __name__ == "__main__":
    sys.exit(main())
