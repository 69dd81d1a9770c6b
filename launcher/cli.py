"""The commands a person types, and the help they get, in Russian."""

import argparse
import re
import sys

from .commands import bench, run, shell, stop, test
from .console import StepFailed, fail, say

COMMANDS = {"run": run, "test": test, "shell": shell, "bench": bench, "stop": stop}
DESCRIPTION = "ВСОКО для Odoo 19: демонстрационная школа, проверки, замеры."
EPILOG = """\
переменные среды:
  VSOKO_PORT    порт демонстрационной школы (обычно 8069)
  VSOKO_CACHE   папка для загрузок и баз данных (обычно ~/.cache/vsoko)
  ODOO_HOME     готовый исходный текст Odoo 19 – вместо загрузки пакета Debian
  PGHOST, PGPORT, PGUSER, PGPASSWORD или файл ODOO_RC
                готовый сервер PostgreSQL – вместо собственного

Справка по команде: ./vsoko run --help
"""
# argparse speaks English; these are its sentences a person can meet.
SENTENCES = (
    (r"unrecognized arguments: (.*)", r"неизвестные слова: \1"),
    (r"the following arguments are required: (.*)", r"не хватает: \1"),
    (r"argument (\S+): expected one argument", r"после \1 нужно значение"),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 можно понять как \2"),
    (r"argument (\S+): ignored explicit argument (.*)", r"у \1 нет значения: \2"),
    (
        r"argument (\S+): invalid choice: (\S+) \(choose from (.*)\)",
        r"\1: \2 нет, есть \3",
    ),
)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):
        if prefix is None:
            prefix = "как вызвать: "
        super().add_usage(usage, actions, groups, prefix)


class _Parser(argparse.ArgumentParser):
    """A parser whose help and complaints are Russian."""

    def __init__(self, **options):
        super().__init__(formatter_class=_Formatter, add_help=False, **options)
        self._positionals.title = "что указать"
        self._optionals.title = "ключи"
        self.add_argument("-h", "--help", action="help", help="показать эту справку")

    def error(self, message):
        say(f"Ошибка: {_in_russian(message)}.")
        say(f"Справка: {self.prog} --help")
        raise SystemExit(2)


def _in_russian(message: str) -> str:
    for english, russian in SENTENCES:
        if re.fullmatch(english, message):
            return re.sub(english, russian, message)
    return message


def parser() -> argparse.ArgumentParser:
    whole = _Parser(prog="./vsoko", description=DESCRIPTION, epilog=EPILOG)
    commands = whole.add_subparsers(
        title="команды", dest="command", metavar="КОМАНДА", required=True
    )
    for name, command in COMMANDS.items():
        one = commands.add_parser(
            name, help=command.HELP, description=command.DESCRIPTION
        )
        command.add_options(one)
    return whole


def main(words: list[str] | None = None) -> int:
    """Do what the words ask; the exit status says whether it was done."""
    given = sys.argv[1:] if words is None else words
    options = parser().parse_args(given or ["--help"])
    try:
        return COMMANDS[options.command].run(options)
    except StepFailed as failure:
        return fail(f"./vsoko {options.command}", failure)
    except OSError as failure:
        reason = StepFailed(
            str(failure), "проверьте права на эту папку и место на диске"
        )
        return fail(f"./vsoko {options.command}", reason)
    except KeyboardInterrupt:
        say("\nПрервано. Повторный запуск продолжит с того же места.")
        return 130
