"""Everything a command needs before it starts, in the order of dependence."""

from . import odoo_source, postgres, python_env, system
from .console import say


def prepare(for_tests: bool = False) -> None:
    say("ВСОКО: проверяю, что всё готово")
    system.ensure(for_tests)
    odoo_source.ensure()
    python_env.ensure()
    postgres.ensure()
