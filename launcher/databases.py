"""Databases: made once, then copied.

    base (Odoo's apps that ours depend on, Russian) → product (our add-ons) → copies

The base depends on Odoo only, so a change of our code costs seconds, not minutes.
"""

import ast
import shutil
import subprocess
from pathlib import Path

from . import build, odoo, odoo_source, paths, postgres
from .console import StepFailed, run, step

LANGUAGE = "ru_RU"
BASE_APPS = {"base", "web"}
RECIPE = 1


def _sql(query: str, database: str = "postgres") -> str:
    command = ["psql", "--no-psqlrc", "--tuples-only", "--no-align"]
    answer = subprocess.run(
        [*command, "--dbname", database, "--command", query],
        env=postgres.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        raise StepFailed(f"PostgreSQL ответил: {answer.stderr.strip()}")
    return answer.stdout.strip()


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def exists(name: str) -> bool:
    return bool(_sql(f"SELECT 1 FROM pg_database WHERE datname = {_literal(name)}"))


def names(prefix: str) -> list[str]:
    found = _sql("SELECT datname FROM pg_database ORDER BY datname").splitlines()
    return [name for name in found if name.startswith(prefix)]


def label(name: str) -> str:
    """What this launcher noted about a database; empty for those of others."""
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
    return _sql(f"{query} WHERE datname = {_literal(name)}")


def set_label(name: str, text: str) -> None:
    _sql(f'COMMENT ON DATABASE "{name}" IS {_literal(text)}')


def _filestore(name: str) -> Path:
    return paths.data_dir() / "filestore" / name


def drop(name: str) -> None:
    run(
        ["dropdb", "--if-exists", "--force", name],
        "dropdb",
        env=postgres.environment(),
    )
    shutil.rmtree(_filestore(name), ignore_errors=True)


def create(name: str) -> None:
    """An empty database as Odoo wants it."""
    options = ["--template", "template0", "--encoding", "UTF8", "--lc-collate", "C"]
    run(["createdb", *options, name], "createdb", env=postgres.environment())


def copy(source: str, name: str) -> None:
    """A copy of a database with its attachments; linked files cost no space."""
    shutil.rmtree(_filestore(name), ignore_errors=True)
    if _filestore(source).is_dir():
        shutil.copytree(_filestore(source), _filestore(name))
    run(
        ["createdb", "--template", source, name], "createdb", env=postgres.environment()
    )


def rename(old: str, new: str) -> None:
    _sql(f'ALTER DATABASE "{old}" RENAME TO "{new}"')
    shutil.rmtree(_filestore(new), ignore_errors=True)
    if _filestore(old).is_dir():
        _filestore(old).rename(_filestore(new))


def _foreign_apps() -> list[str]:
    """Add-ons of others that ours depend on, read from the manifests."""
    wanted = set(BASE_APPS)
    for addon in paths.ADDONS:
        manifest = paths.ROOT / addon / "__manifest__.py"
        if manifest.is_file():
            wanted.update(ast.literal_eval(manifest.read_text())["depends"])
    return sorted(wanted - set(paths.ADDONS))


def _our_addons() -> str:
    return ",".join(paths.ADDONS)


def base() -> str:
    """The prepared database with Odoo's apps, made when missing."""
    apps = _foreign_apps()
    key = paths.digest(RECIPE, odoo_source.import_root(), apps, LANGUAGE)
    name = f"vsoko_base_{key}"
    with build.lock("base.lock"):
        if not exists(name):
            with step("Заготовка базы: приложения Odoo (около двух минут)"):
                _make(name, None, "--load-language", LANGUAGE, "--init", ",".join(apps))
    return name


def product() -> str:
    """The prepared database with the add-ons as they are in the checkout now."""
    with build.lock("product.lock"):
        return _product()


def _product() -> str:
    source = base()
    prefix = f"vsoko_product_{paths.digest(paths.ROOT)}_"
    name = prefix + paths.digest(source, paths.code_fingerprint())
    if not exists(name):
        with step("Заготовка базы: ВСОКО"):
            _make(name, source, "--init", _our_addons())
        for old in names(prefix):
            if old != name:
                drop(old)
    return name


def _make(name: str, source: str | None, *words: str) -> None:
    """Fill a database under another name, so that a half-done one is never used."""
    draft = f"{name}_draft"
    drop(draft)
    if source:
        copy(source, draft)
    else:
        create(draft)
    odoo.call(f"odoo-{name.split('_')[1]}", draft, *words)
    rename(draft, name)


def copy_product(name: str) -> str:
    """A fresh copy of the product for a test or a demo school.

    Under the lock, or another launcher that sees newer code drops it meanwhile.
    """
    with build.lock("product.lock"):
        source = _product()
        drop(name)
        copy(source, name)
    return name


def upgrade(name: str) -> None:
    odoo.call("odoo-upgrade", name, "--update", _our_addons())
