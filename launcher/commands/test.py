"""./vsoko test: everything that can be checked by a machine."""

import os
import subprocess
from pathlib import Path

from .. import databases, linters, odoo, paths, python_env, readiness, server
from ..console import say, step

HELP = "проверить всё: правила оформления и тесты"
DESCRIPTION = """\
Готовит то же, что run, и выполняет проверки оформления и тесты всех модулей и
продукта в целом (pytest-odoo, настоящий Chromium) на копии подготовленной базы.
Ключи pytest пишутся после двух черт: ./vsoko test -- -x --durations=10
"""
SUITES = (
    "vsoko_module/tests",
    "vsoko_module/tools",
    "vsoko_reports/tests",
    "vsoko_holidays/tests",
    "vsoko_survey/tests",
    "launcher",
    "tests",
)
PREFIX = "vsoko_test_"


def add_options(parser) -> None:
    parser.add_argument("-k", metavar="СЛОВА", help="только тесты с этими словами")
    parser.add_argument(
        "--no-lint", action="store_true", help="без проверок оформления"
    )
    parser.add_argument(
        "paths", nargs="*", metavar="ПУТЬ", help="только эти файлы и папки"
    )


def run(options) -> int:
    readiness.prepare(for_tests=True)
    is_clean = options.no_lint or linters.check()
    database = _fresh_copy()
    try:
        passed = _pytest(database, options) == 0
    finally:
        databases.drop(database)
    if not is_clean:
        say("Есть замечания к оформлению, они перечислены выше тестов.")
    return 0 if is_clean and passed else 1


def _fresh_copy() -> str:
    """A database of this run alone; those of runs that were killed are removed."""
    for name in databases.names(PREFIX):
        if not _is_alive(name.removeprefix(PREFIX)):
            databases.drop(name)
    name = f"{PREFIX}{os.getpid()}"
    databases.product()
    with step("Копия базы для тестов"):
        return databases.copy_product(name)


def _is_alive(owner: str) -> bool:
    """Whether the run is still going on; its tests make databases of their own too."""
    return Path("/proc", owner.partition("_")[0]).exists()


def _pytest(database: str, options) -> int:
    words = [
        python_env.python(),
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "--odoo-http",
    ]
    words += [f"--odoo-database={database}", "--odoo-log-level=warn"]
    words += [f"--odoo-addons-path={odoo.addons_path()}"]
    words += [f"--odoo-extra=data-dir={paths.data_dir()}"]
    words += [f"--odoo-extra=http-interface={server.HOST}"]
    if options.k:
        words += ["-k", options.k]
    words += options.paths or [
        suite for suite in SUITES if (paths.ROOT / suite).is_dir()
    ]
    return subprocess.run(
        words,
        cwd=paths.ROOT,
        env=odoo.environment(VSOKO_TEST_DATABASE=database),
        stdin=subprocess.DEVNULL,
        check=False,
    ).returncode
