"""The demo school: made once, upgraded when the add-ons change, printed on request."""

from pathlib import Path

from . import databases, odoo, paths, server
from .console import step

DATABASE = "vsoko_demo"
LABEL = "vsoko demo"
LOGINS = {
    "director": "директор",
    "deputy": "заместитель директора",
    "teacher": "учитель",
    "admin": "администратор системы",
}


def ensure(name: str = DATABASE) -> str:
    """Have the database ready; one that was not made here is left as it is."""
    if not databases.exists(name):
        _make(name)
    elif databases.label(name).startswith(LABEL):
        _refresh(name)
    return name


def _label() -> str:
    return f"{LABEL} {paths.code_fingerprint()}"


def _make(name: str) -> None:
    """Under another name first: a school that broke halfway must not be opened."""
    draft = databases.copy_product(f"{name}_draft")
    with step("Демонстрационная школа"):
        odoo.script("demo-school", draft, "launcher.inside.demo_school")
        databases.rename(draft, name)
        databases.set_label(name, _label())


def _refresh(name: str) -> None:
    if databases.label(name) == _label():
        return
    with step(
        "Обновление демонстрационной школы: код изменился",
        f"удалите базу и создайте школу заново: ./vsoko stop --drop {name}"
        " && ./vsoko run",
    ):
        server.stop_for(name)
        databases.upgrade(name)
        databases.set_label(name, _label())


def print_papers(name: str, folder: Path) -> list[Path]:
    """Print the plan and its order as files into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with step("Печать документов", f"проверьте, что в папку {folder} можно писать"):
        target = str(folder.absolute())
        odoo.script("papers", name, "launcher.inside.papers", VSOKO_PAPERS=target)
    return sorted(path for path in folder.iterdir() if path.is_file())
