"""The virtual environment with Odoo and pinned libraries."""

import os
import subprocess
import sys
from pathlib import Path

from . import build, odoo_source, paths
from .console import StepFailed, run, step

NEWEST = (3, 13)


def _pins() -> Path:
    """The exact versions for this Python; a newer Python tries the last list."""
    minor = min(sys.version_info[1], NEWEST[1])
    return paths.ROOT / "constraints" / f"python3.{minor}.txt"


def folder() -> Path:
    base = Path(sys.executable).resolve()
    key = paths.digest(base, odoo_source.import_root(), _pins().read_text())
    return paths.cache() / f"venv-{sys.version_info[0]}.{sys.version_info[1]}-{key}"


def python() -> Path:
    return folder() / "bin" / "python"


def ensure() -> Path:
    """Have an environment whose Python imports Odoo, whatever happened to it since."""
    if build.is_complete(folder()) and not _works():
        build.forget(folder())
    if not build.is_complete(folder()):
        with step(
            "Библиотеки Python",
            "проверьте сеть (нужен доступ к PyPI) и повторите команду",
        ):
            build.ensure(folder(), _make)
    return python()


def _works() -> bool:
    probe = [python(), "-c", "import lxml.etree, odoo.release, psycopg2"]
    try:
        return not subprocess.run(probe, capture_output=True, check=False).returncode
    except OSError:
        return False


def _make(target: Path) -> None:
    if not _pins().is_file():
        raise StepFailed(f"Нет списка версий {_pins().name}.", "нужен Python 3.10–3.13")
    run([sys.executable, "-m", "venv", target], "venv")
    # A few libraries come as sources; they are built with the pinned tools too.
    run([*_pip(target), *_build_tools()], "pip-build-tools")
    # The list is complete, so nothing has to be resolved; and Odoo itself, which two
    # of the libraries ask for, is not on PyPI.
    options = ["--no-deps", "--no-build-isolation", "--requirement", _pins()]
    run([*_pip(target), *options], "pip-install")
    packages = next(target.glob("lib/python3.*/site-packages"))
    (packages / "odoo.pth").write_text(f"{odoo_source.import_root()}\n")


def _build_tools() -> list[str]:
    tools = "setuptools==", "wheel=="
    return [pin for pin in _pins().read_text().split() if pin.startswith(tools)]


def _pip(target: Path) -> list[str]:
    return [
        str(target / "bin" / "python"),
        *("-m", "pip", "--disable-pip-version-check", "install"),
    ]


def environment() -> dict[str, str]:
    """The caller's environment, with programs of the virtual one first in PATH."""
    env = dict(os.environ)
    env["PATH"] = f"{folder() / 'bin'}{os.pathsep}{env.get('PATH', '')}"
    env["PYTHONDONTWRITEBYTECODE"] = "1"
    return env
