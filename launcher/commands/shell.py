"""./vsoko shell: a script or a person inside the school's database."""

from .. import databases, demo, odoo, readiness
from ..console import StepFailed

HELP = "выполнить скрипт в базе школы: ./vsoko shell < script.py"
DESCRIPTION = """\
Выполняет скрипт со стандартного ввода внутри Odoo; в нём есть env, env.cr.commit()
сохраняет изменения. На стандартный вывод попадает только вывод скрипта, журнал Odoo –
в поток ошибок, код завершения – от скрипта. Без скрипта – диалог Python.
"""


def add_options(parser) -> None:
    parser.add_argument(
        "-d",
        "--database",
        metavar="БАЗА",
        default=demo.DATABASE,
        help="имя базы данных (обычно %(default)s, она создаётся, если её нет)",
    )


def run(options) -> int:
    readiness.prepare()
    if options.database == demo.DATABASE:
        demo.ensure()
    elif not databases.exists(options.database):
        raise StepFailed(
            f"Базы данных {options.database} нет.",
            f"создайте её: ./vsoko run --once -d {options.database}",
        )
    return odoo.shell(options.database)
