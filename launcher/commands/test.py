"""./vsoko test: everything that can be checked by a machine."""

import os
import subprocess
import tempfile
from contextlib import ExitStack
from pathlib import Path

from .. import databases, linters, odoo, paths, python_env, readiness, server
from ..console import say, step

HELP = "проверить всё: правила оформления и тесты"
DESCRIPTION = """\
Готовит то же, что run, и выполняет проверки оформления и тесты всех модулей и
продукта в целом (pytest-odoo, настоящий Chromium) на копиях подготовленной базы:
две половины идут рядом, вывод второй печатается после первой.
Ключи pytest пишутся после двух черт: ./vsoko test -- -x --durations=10
"""
# Two cores, two runs side by side, each with a database of its own
HALVES = (
    ("vsoko_module/tests", "vsoko_module/tools"),
    (
        "vsoko_reports/tests",
        "vsoko_holidays/tests",
        "vsoko_survey/tests",
        "launcher",
        "tests",
    ),
)
PREFIX = "vsoko_test_"
# What pytest answers when it has found no tests
NOTHING_TO_RUN = 5


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
    parts = [options.paths] if options.paths else [_present(half) for half in HALVES]
    databases_of_parts = _fresh_copies(len(parts))
    try:
        passed = _all_pass(list(zip(databases_of_parts, parts, strict=True)), options)
    finally:
        for database in databases_of_parts:
            databases.drop(database)
    if not is_clean:
        say("Есть замечания к оформлению, они перечислены выше тестов.")
    return 0 if is_clean and passed else 1


def _present(suites) -> list[str]:
    return [suite for suite in suites if (paths.ROOT / suite).is_dir()]


def _fresh_copies(count: int) -> list[str]:
    """Databases of this run alone; those of runs that were killed are removed."""
    for name in databases.names(PREFIX):
        if not _is_alive(name.removeprefix(PREFIX)):
            databases.drop(name)
    databases.product()
    with step("Копия базы для тестов"):
        names = [f"{PREFIX}{os.getpid()}_{number}" for number in range(count)]
        return [databases.copy_product(name) for name in names]


def _all_pass(parts, options) -> bool:
    """Run the parts at once; the first is seen as it goes, the rest after it."""
    first, *others = parts
    with ExitStack() as stack:
        behind = [_start_behind(stack, part, options) for part in others]
        codes = [subprocess.run(check=False, **_pytest(*first, options)).returncode]
        for process, output in behind:
            codes.append(process.wait())
            output.seek(0)
            print(output.read().decode(errors="replace"), end="", flush=True)
    # With -k a part may have nothing to run
    return 0 in codes and set(codes) <= {0, NOTHING_TO_RUN}


def _start_behind(stack, part, options):
    output = stack.enter_context(tempfile.TemporaryFile())
    words = _pytest(*part, options)
    process = subprocess.Popen(stdout=output, stderr=subprocess.STDOUT, **words)
    return process, output


def _is_alive(owner: str) -> bool:
    """Whether the run is still going on; its tests make databases of their own too."""
    return Path("/proc", owner.partition("_")[0]).exists()


def _pytest(database: str, suites: list[str], options) -> dict:
    """What ``subprocess`` is to run."""
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
    return {
        "args": [*words, *suites],
        "cwd": paths.ROOT,
        "env": odoo.environment(VSOKO_TEST_DATABASE=database),
        "stdin": subprocess.DEVNULL,
    }
