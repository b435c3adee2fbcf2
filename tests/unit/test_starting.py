"""A build starts with what it needs, and no more."""

from __future__ import annotations

import subprocess
import sys


def test_a_build_imports_no_command_of_the_command_line() -> None:
    asked = "import sys, generator.build; print(sorted({'generator.cli', 'generator.intake.web'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
