"""./vsoko run: the demo school in the browser."""

import signal
import sys
import time
from pathlib import Path

from .. import demo, paths, readiness, server
from ..console import say

HELP = "показать демонстрационную школу в браузере"
DESCRIPTION = """\
Ставит всё, чего не хватает (системные пакеты, Odoo 19, библиотеки Python, базу
данных), создаёт демонстрационную школу и показывает её по адресу
http://127.0.0.1:8069. Второй запуск занимает секунды. Остановить – Ctrl+C.
"""


def add_options(parser) -> None:
    parser.add_argument(
        "--once",
        action="store_true",
        help="всё подготовить, напечатать документы школы, оставить её работать и выйти"
        " (остановить – ./vsoko stop)",
    )
    parser.add_argument(
        "--papers",
        metavar="ПАПКА",
        type=Path,
        help="куда напечатать документы школы (с --once – папка papers)",
    )
    parser.add_argument(
        "-d",
        "--database",
        metavar="БАЗА",
        default=demo.DATABASE,
        help="имя базы данных (обычно %(default)s)",
    )


def run(options) -> int:
    readiness.prepare()
    name = demo.ensure(options.database)
    folder = options.papers or (paths.ROOT / "papers" if options.once else None)
    printed = demo.print_papers(name, folder) if folder else []
    running = server.ensure(name)
    _tell(printed)
    if not options.once:
        _stay(running)
    return 0


def _tell(printed: list[Path]) -> None:
    print(f"\nДемонстрационная школа открыта: {server.address()}\n")
    print("Вход (пароль такой же, как логин):")
    for login, person in demo.LOGINS.items():
        print(f"  {login:<10} {person}")
    if printed:
        print("\nДокументы школы:")
    for path in printed:
        print(f"  {path}")
    sys.stdout.flush()


def _stay(running: server.Server) -> None:
    """Wait with the server until Ctrl+C or a polite request to end."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    say("\nCtrl+C – остановить. Журнал: " + str(running.log))
    try:
        while running.is_running():
            time.sleep(1)
        say("Odoo остановлен.")
    except KeyboardInterrupt:
        say("\nОстанавливаю Odoo…")
        running.stop()
