"""What pyproject.toml cannot say: a wheel carries, beside the program, what a new site begins with."""

from pathlib import Path
from shutil import copyfile, rmtree

from setuptools import setup
from setuptools.command.build_py import build_py

# They stand in the repository where an editor looks for them, and in the wheel below generator/bundle, by the same
# names: generator/bundled.py finds them in both.
BUNDLED = ("theme", "content/pages", "publishconf.py", "requirements-desk.txt", "requirements-build.txt")
ROOT = Path(__file__).resolve().parent


class WithBundle(build_py):
    def run(self) -> None:
        if not self.editable_mode:
            rmtree(self.build_lib, ignore_errors=True)  # modules of an earlier build, which may be gone since
        super().run()
        if self.editable_mode:
            return
        for name in BUNDLED:
            place = ROOT / name
            for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
                if file.is_file():
                    copy = Path(self.build_lib, "generator", "bundle", file.relative_to(ROOT))
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    copyfile(file, copy)


setup(cmdclass={"build_py": WithBundle})
