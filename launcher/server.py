"""The running Odoo: starting it apart from this launcher, finding it, stopping it."""

import fcntl
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from . import odoo, paths
from .console import StepFailed, step

HOST = "127.0.0.1"
START_SECONDS = 120
STOP_SECONDS = 20


def port() -> int:
    text = os.environ.get("VSOKO_PORT") or "8069"
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise StepFailed(
            f"VSOKO_PORT={text} – это не номер порта.",
            "укажите число от 1024 до 65535, например VSOKO_PORT=8070",
        )
    return int(text)


def address() -> str:
    return f"http://{HOST}:{port()}"


class Server:
    """An Odoo on one port, known by a file that it keeps locked while it lives.

    The lock dies with the process, so a number that the system has since given to
    somebody else's process is never taken for ours.
    """

    def __init__(self, number: int):
        self.port = number
        self.file = paths.cache() / "run" / f"{number}.pid"

    @classmethod
    def known(cls) -> list["Server"]:
        files = (paths.cache() / "run").glob("*.pid")
        return [cls(int(file.stem)) for file in sorted(files)]

    def is_running(self) -> bool:
        if not self.file.exists():
            return False
        with self.file.open() as handle:
            return not _take(handle)

    def _noted(self) -> list[str]:
        return (
            [*self.file.read_text().split(), "", ""] if self.file.exists() else [""] * 2
        )

    @property
    def pid(self) -> int:
        return int(self._noted()[0] or 0)

    @property
    def database(self) -> str:
        return self._noted()[1]

    def start(self, database: str) -> None:
        """Start Odoo and wait until its login page answers."""
        if _is_taken(self.port):
            raise StepFailed(
                f"Порт {self.port} занят другой программой.",
                f"укажите другой: VSOKO_PORT={self.port + 1} ./vsoko run",
            )
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("a+") as handle:
            _take(handle)
            process = self._launch(database, handle.fileno())
            handle.truncate(0)
            handle.write(f"{process.pid} {database}")
        self._wait(process)

    def _launch(self, database: str, lock: int) -> subprocess.Popen:
        words = odoo.command(
            *("--database", database, "--db-filter", f"^{database}$"),
            *("--http-interface", HOST, "--http-port", self.port),
            *("--max-cron-threads", 1, "--no-database-list"),
        )
        with self.log.open("w") as output:
            return subprocess.Popen(
                words,
                env=odoo.environment(),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=[lock],
                start_new_session=True,
            )

    @property
    def log(self) -> Path:
        return paths.log_file(f"server-{self.port}")

    def _wait(self, process: subprocess.Popen) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if process.poll() is not None:
                raise StepFailed("Odoo остановился сразу после запуска.", log=self.log)
            if _answers(self.port):
                return
            time.sleep(0.3)
        self.stop()
        raise StepFailed(f"Odoo не ответил за {START_SECONDS} с.", log=self.log)

    def stop(self) -> bool:
        """Stop it, gently first; tells whether there was anything to stop."""
        if not self.is_running():
            self.file.unlink(missing_ok=True)
            return False
        for number in signal.SIGTERM, signal.SIGKILL:
            _signal(self.pid, number)
            if self._ended():
                break
        self.file.unlink(missing_ok=True)
        return True

    def _ended(self) -> bool:
        deadline = time.monotonic() + STOP_SECONDS
        while time.monotonic() < deadline:
            if not self.is_running():
                return True
            time.sleep(0.2)
        return False


def _take(handle) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _signal(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass


def _is_taken(number: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, number))
        except OSError:
            return True
    return False


def _answers(number: int) -> bool:
    # A proxy of the environment must not be asked for our own address.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://{HOST}:{number}/web/login", timeout=30) as page:
            return page.status == 200
    except (urllib.error.URLError, OSError):
        return False


def ensure(database: str) -> Server:
    """Have the school's server running with its present code."""
    server = Server(port())
    if server.is_running() and server.database != database:
        server.stop()
    if not server.is_running():
        with step("Запуск Odoo"):
            server.start(database)
    return server


def stop_for(database: str) -> None:
    """A server must not keep old code while its database is upgraded."""
    for server in Server.known():
        if server.is_running() and server.database == database:
            server.stop()
