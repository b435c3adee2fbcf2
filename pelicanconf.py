"""What Pelican's own commands read where none is named (``pelican -lr``): the settings of publishconf.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from publishconf import *  # noqa: F403
