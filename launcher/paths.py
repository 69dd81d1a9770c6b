"""Where things lie. Nothing but sources is ever kept in the checkout."""

import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ADDONS = ("vsoko_module", "vsoko_reports", "vsoko_holidays", "vsoko_survey")


def cache() -> Path:
    """The folder of downloads, environments and databases of this person."""
    named = os.environ.get("VSOKO_CACHE")
    base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    folder = Path(named) if named else Path(base) / "vsoko"
    return folder.expanduser().absolute()


def data_dir() -> Path:
    """Odoo's files of the databases (attachments, sessions)."""
    return cache() / "data"


def log_file(name: str) -> Path:
    folder = cache() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.log"


def digest(*parts: object) -> str:
    """A short key: equal for equal parts, safe in names of folders and databases."""
    text = "\n".join(str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def addon_files() -> list[Path]:
    """The files of the add-ons, without what Python leaves behind."""
    found = []
    for addon in ADDONS:
        for path in sorted((ROOT / addon).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                found.append(path)
    return found


def code_fingerprint() -> str:
    """Changes with any byte that Odoo installs: a database made before is upgraded.

    Tests leave nothing in a database.
    """
    total = hashlib.sha256()
    for path in addon_files():
        name = path.relative_to(ROOT)
        if name.parts[1] != "tests":
            total.update(str(name).encode())
            total.update(path.read_bytes())
    return total.hexdigest()[:10]
