"""The commands a person types."""

import argparse

from . import databases, odoo_source, postgres, python_env, system
from .console import StepFailed, fail


def set_up(for_tests: bool = False) -> None:
    system.ensure(for_tests)
    odoo_source.ensure()
    python_env.ensure()
    postgres.ensure()


def start_db(_options) -> int:
    set_up()
    print(databases.base())
    for name, value in postgres.connection().items():
        print(f"export {name}={value}")
    print(python_env.python())
    return 0


def main(words=None) -> int:
    parser = argparse.ArgumentParser(prog="./vsoko")
    commands = parser.add_subparsers(required=True)
    hidden = commands.add_parser("start-db")
    hidden.set_defaults(command=start_db)
    options = parser.parse_args(words)
    try:
        return options.command(options)
    except StepFailed as failure:
        fail("Подготовка", failure)
