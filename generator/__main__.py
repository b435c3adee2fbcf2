"""``python -m generator``."""

import sys

from generator.terminal import quiet_start


def _run() -> int:
    try:
        from generator.cli import main
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] == "generator":
            raise
        remedy = "run it by the Python that `make html` installs into: .venv/bin/python -m generator"
        print(f"{sys.executable}: the package {missing.name} is not installed; {remedy}", file=sys.stderr)
        return 2
    return main()


if __name__ == "__main__":
    quiet_start()
    sys.exit(_run())
