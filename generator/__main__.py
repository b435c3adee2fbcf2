"""``python -m generator``."""

import sys

from generator.terminal import quiet_start

if __name__ == "__main__":
    quiet_start()
    from generator.cli import main

    sys.exit(main())
