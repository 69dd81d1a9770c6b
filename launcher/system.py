"""Programs and fonts of the operating system: what is missing is installed or named."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .console import StepFailed, run, say, step


class Need(NamedTuple):
    """A thing the machine must have, and how Debian calls the package with it."""

    package: str
    purpose: str
    is_there: Callable[[], bool]
    optional: bool = False


def _program(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


def _file(pattern: str) -> Callable[[], bool]:
    return lambda: any(Path("/").glob(pattern.lstrip("/")))


def _library(suffix: str) -> Callable[[], bool]:
    """LibreOffice keeps its parts in one folder, wherever the system puts it."""
    places = "/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program"
    places += ("/opt/libreoffice*/program",)
    return lambda: any(_file(f"{place}/{suffix}")() for place in places)


def _has_venv() -> bool:
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def postgres_program(name: str) -> str | None:
    """The newest PostgreSQL's program; Debian keeps them out of PATH."""
    found = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"),
        key=lambda path: float(path.parts[-3]),
    )
    return str(found[-1]) if found else shutil.which(name)


NEEDS = (
    Need("python3-venv", "виртуальное окружение Python", _has_venv),
    Need("postgresql", "база данных", lambda: bool(postgres_program("initdb"))),
    Need("postgresql-client", "работа с базой данных", _program("createdb")),
    Need("libreoffice-writer-nogui", "печать документов", _library("libswlo.so")),
    Need("libreoffice-calc-nogui", "старые таблицы .xls", _library("libsclo.so")),
    Need("poppler-utils", "проверка печати", _program("pdftotext")),
    Need(
        "fonts-liberation", "шрифт документов", _file("/usr/share/fonts/**/Liberation*")
    ),
    Need(
        "fonts-dejavu-core", "шрифт экрана", _file("/usr/share/fonts/**/DejaVuSans.*")
    ),
    Need("wkhtmltopdf", "печать списков", _program("wkhtmltopdf"), optional=True),
)

TEST_NEEDS = (
    Need("chromium", "проверка экранов", _program("chromium", "google-chrome")),
    Need("nodejs", "проверка XML", _program("node")),
    Need("npm", "проверка XML", _program("npm")),
    Need("git", "проверка состава пакета", _program("git")),
)


def is_debian() -> bool:
    release = Path("/etc/os-release")
    lines = release.read_text().splitlines() if release.exists() else []
    return "ID=debian" in lines and bool(shutil.which("apt-get"))


def missing(needs: tuple[Need, ...]) -> list[Need]:
    return [need for need in needs if not need.is_there()]


def ensure(for_tests: bool = False) -> None:
    """Install what is missing on Debian; on other systems name it.

    What is optional comes along with the rest, but is no reason to start.
    """
    lacking = missing(NEEDS + TEST_NEEDS if for_tests else NEEDS)
    if os.environ.get("PGHOST"):
        lacking = [need for need in lacking if need.package != "postgresql"]
    if all(need.optional for need in lacking):
        return
    if not is_debian():
        _name(lacking)
    _install(lacking)


def _install(needs: list[Need]) -> None:
    prefix = _as_root([need.package for need in needs])
    advice = "проверьте сеть и что работает apt-get update, и повторите команду"
    with step("Системные пакеты: список", advice):
        run([*prefix, "apt-get", "update"], "apt-update")
    packages = [need.package for need in needs if _is_offered(need)]
    with step("Системные пакеты: " + ", ".join(packages), advice):
        settings = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
        options = ["install", "--yes", "--no-install-recommends"]
        run([*settings, "apt-get", *options, *packages], "apt-install")


def _is_offered(need: Need) -> bool:
    """Debian 13 has no wkhtmltopdf: what is optional is left out there."""
    policy = subprocess.run(
        ["apt-cache", "policy", need.package],
        env={**os.environ, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    return not need.optional or "Candidate: (none)" not in policy.stdout


def _as_root(packages: list[str]) -> list[str]:
    """Nothing for root; for others sudo, which asks its password before the step."""
    if os.geteuid() == 0:
        return []
    command = "apt-get install --no-install-recommends " + " ".join(packages)
    advice = f"попросите администратора выполнить: {command}"
    if not shutil.which("sudo"):
        raise StepFailed("Нет прав на установку пакетов: программы sudo нет.", advice)
    asking = [] if sys.stdin.isatty() else ["--non-interactive"]
    if asking == []:
        say("  Для установки пакетов нужен пароль администратора (sudo).")
    if subprocess.run(["sudo", *asking, "--validate"], check=False).returncode:
        raise StepFailed("Нет прав на установку пакетов (sudo отказал).", advice)
    return ["sudo", *asking]


def _name(lacking: list[Need]) -> None:
    lines = [f"{need.package} – {need.purpose}" for need in lacking]
    raise StepFailed(
        "Это не Debian, поэтому сам поставить программы не могу. Не хватает:\n      "
        + "\n      ".join(lines),
        "поставьте их средствами вашей системы (названия даны как в Debian)"
        " и повторите команду",
    )
