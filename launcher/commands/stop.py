"""./vsoko stop: nothing of ours runs afterwards."""

from .. import databases, postgres
from ..console import say
from ..server import Server

HELP = "остановить Odoo и базу данных"
DESCRIPTION = """\
Останавливает Odoo и собственный сервер PostgreSQL. Данные остаются, следующий
./vsoko run покажет ту же школу.
"""


def add_options(parser) -> None:
    parser.add_argument(
        "--drop",
        metavar="БАЗА",
        help="перед этим удалить базу (vsoko_demo – чтобы создать школу заново)",
    )


def run(options) -> int:
    stopped = [server for server in Server.known() if server.stop()]
    if options.drop:
        postgres.ensure()
        databases.drop(options.drop)
        say(f"База {options.drop} удалена.")
    was_running = postgres.stop()
    say("Остановлено." if stopped or was_running else "Ничего не работало.")
    return 0
