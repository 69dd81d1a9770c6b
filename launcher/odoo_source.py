"""Odoo 19 itself: the folder ODOO_HOME names, or Debian's package unpacked.

The package is not installed but unpacked: what it depends on is newer than Debian 12
has, and Python's part of that comes from PyPI anyway.
"""

import os
import shutil
from pathlib import Path

from . import apt, build, paths, system
from .console import StepFailed, run, step

SID_PACKAGES = [
    "odoo-19",
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
    "fonts-roboto-unhinted",
    "fonts-montserrat",
    "fonts-inconsolata",
    "fonts-ocr-b",
]
# Odoo links to the file names of Font Awesome 4.7; sid has a newer one.
STABLE_PACKAGES = ["fonts-font-awesome"]
# Blurs the background of video calls. Debian leaves it out, and each page would log
# an error for the missing file.
ABSENT_SCRIPT = "mail/static/lib/selfie_segmentation/selfie_segmentation.js"
PYTHON_PART = "usr/lib/python3/dist-packages"
RECIPE = 1


def import_root() -> Path:
    """The folder that Python must see to import `odoo`."""
    named = os.environ.get("ODOO_HOME")
    return _existing(Path(named)) if named else _folder() / PYTHON_PART


def addons_folders() -> list[Path]:
    """A source tree keeps most add-ons beside `odoo`, a package inside it."""
    beside = import_root() / "addons"
    is_source_tree = (beside / "calendar" / "__manifest__.py").is_file()
    return [beside] if is_source_tree else []


def _existing(home: Path) -> Path:
    home = home.expanduser().absolute()
    release = home / "odoo" / "release.py"
    if not release.is_file():
        raise StepFailed(
            f"В ODOO_HOME={home} нет odoo/release.py.",
            "укажите папку с исходным текстом Odoo 19, в которой лежит папка odoo",
        )
    if "version_info = (19, 0" not in release.read_text():
        raise StepFailed(f"В ODOO_HOME={home} не Odoo 19.0.", "нужен Odoo 19.0")
    return home


def _folder() -> Path:
    key = paths.digest(RECIPE, SID_PACKAGES, STABLE_PACKAGES)
    return paths.cache() / f"odoo-19.0-{key}"


def ensure() -> Path:
    """Have Odoo on the disk; 125 MB come over the network the first time."""
    if not os.environ.get("ODOO_HOME") and not build.is_complete(_folder()):
        _require_debian()
        with step(
            "Odoo 19: загрузка (125 МБ) и распаковка",
            "проверьте сеть и место на диске (нужно 2 ГБ) и повторите команду:"
            " загрузка начнётся заново",
        ):
            build.ensure(_folder(), _make)
    return import_root()


def _require_debian() -> None:
    if not system.is_debian():
        raise StepFailed(
            "Odoo 19 берётся из пакета Debian, а это другая система.",
            "укажите исходный текст Odoo 19: ODOO_HOME=/путь/к/odoo ./vsoko run",
        )


def _make(folder: Path) -> None:
    work = folder / "download"
    for suite, packages in (("sid", SID_PACKAGES), (apt.codename(), STABLE_PACKAGES)):
        apt.Suite(work / suite, suite).download(packages, work / "packages")
    for package in sorted((work / "packages").glob("*.deb")):
        run(["dpkg", "-x", package, folder], "dpkg-unpack")
    script = folder / PYTHON_PART / "odoo" / "addons" / ABSENT_SCRIPT
    script.parent.mkdir(parents=True, exist_ok=True)
    script.touch()
    shutil.rmtree(work)
