"""./vsoko bench: our speed beside what a person would use instead."""

from .. import databases, odoo, paths, readiness
from ..console import StepFailed
from ..inside.bench import GOAL_MISSED

HELP = "измерить скорость рядом с обычными средствами"
DESCRIPTION = """\
Выполняет замеры из папки benchmarks, каждый на своей копии подготовленной базы, и
печатает строку на замер: что измерено, у нас, с чем сравнивается, цель.
"""


def available() -> list[str]:
    return sorted(path.stem for path in (paths.ROOT / "benchmarks").glob("[a-z]*.py"))


def add_options(parser) -> None:
    names = ", ".join(available())
    parser.add_argument(
        "names", nargs="*", metavar="ЗАМЕР", help=f"только эти замеры: {names}"
    )


def run(options) -> int:
    chosen = options.names or available()
    for name in chosen:
        if name not in available():
            raise StepFailed(f"Замера {name} нет.", f"есть: {', '.join(available())}")
    readiness.prepare()
    goals_met = [_measure(name) for name in chosen]
    return 0 if all(goals_met) else 1


def _measure(name: str) -> bool:
    """Run one benchmark, which prints its lines; tells whether its goals hold."""
    database = databases.copy_product(f"vsoko_bench_{name}")
    file = str(paths.ROOT / "benchmarks" / f"{name}.py")
    log = f"bench-{name}"
    try:
        code = odoo.show(log, database, "launcher.inside.bench", VSOKO_BENCHMARK=file)
    finally:
        databases.drop(database)
    if code not in (0, GOAL_MISSED):
        raise StepFailed(f"Замер {name} прервался.", log=paths.log_file(log))
    return code == 0
