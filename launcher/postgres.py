"""The database server: the one that PGHOST or ODOO_RC names, or a private one.

The private cluster listens on a socket in a folder only its owner can enter, so it
needs no passwords and disturbs no other PostgreSQL of the machine.
"""

import configparser
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from . import build, paths, system
from .console import StepFailed, run, step

ROLE = "vsoko"
SERVICE_USER = "postgres"
SOCKET_PATH_LIMIT = 90
SETTINGS = """
# The socket's folder is the key to this server, see launcher/postgres.py
listen_addresses = ''
unix_socket_directories = '{sockets}'
max_connections = 100
# What was confirmed in the last second may be lost with the power: it is a demo.
synchronous_commit = off
shared_buffers = 256MB
"""
OPTIONS = {
    "db_host": "PGHOST",
    "db_port": "PGPORT",
    "db_user": "PGUSER",
    "db_password": "PGPASSWORD",
}


def is_private() -> bool:
    return not (os.environ.get("PGHOST") or _configured().get("PGHOST"))


def _configured() -> dict[str, str]:
    """What the ODOO_RC file says about the server, as libpq's variables."""
    file = configparser.RawConfigParser()
    file.read(os.environ.get("ODOO_RC") or [])
    options = file["options"] if file.has_section("options") else {}
    found = {name: options.get(option) for option, name in OPTIONS.items()}
    return {
        name: value for name, value in found.items() if value not in (None, "False")
    }


def connection() -> dict[str, str]:
    """The variables with which Odoo and PostgreSQL's programs find the server."""
    if is_private():
        sockets = str(_sockets())
        return {"PGHOST": sockets, "PGPORT": "5432", "PGUSER": ROLE}
    given = {key: value for key, value in os.environ.items() if key.startswith("PG")}
    return {**_configured(), **given}


def environment() -> dict[str, str]:
    return {**os.environ, **connection()}


def home() -> Path:
    """The folder of the private cluster.

    PostgreSQL refuses to run as root; its own user then must be able to enter the
    folder, which root's home usually forbids.
    """
    folder = paths.cache()
    if os.geteuid() == 0 and not _service_user_enters(folder):
        folder = Path("/var/cache/vsoko") / paths.digest(folder)
    return folder / f"postgresql-{_major_version()}"


def _service_user_enters(folder: Path) -> bool:
    folder.mkdir(parents=True, exist_ok=True)
    probe = ["test", "-x", str(folder)]
    return subprocess.run(probe, check=False, **_as_service_user()).returncode == 0


def _as_service_user() -> dict[str, object]:
    """Whom the programs of the server run as."""
    if os.geteuid():
        return {}
    return {"user": SERVICE_USER, "group": SERVICE_USER, "extra_groups": []}


def _program(name: str) -> str:
    found = system.postgres_program(name)
    if not found:
        raise StepFailed(f"Нет программы {name}.", "поставьте PostgreSQL (сервер)")
    return found


def _major_version() -> str:
    answer = subprocess.check_output([_program("postgres"), "--version"], text=True)
    return answer.split()[2].partition(".")[0]


def _cluster() -> Path:
    return home() / "cluster"


def _sockets() -> Path:
    """Paths of sockets are limited by the system to about a hundred letters."""
    beside = home() / "sockets"
    if len(str(beside)) < SOCKET_PATH_LIMIT:
        return beside
    return Path(tempfile.gettempdir()) / f"vsoko-{paths.digest(beside)}"


def is_running() -> bool:
    if not shutil.which("pg_isready"):
        return False
    probe = ["pg_isready", "--quiet"]
    return not subprocess.run(probe, env=environment(), check=False).returncode


def ensure() -> None:
    """Have a server that answers."""
    if is_private():
        if not is_running():
            with step(
                "База данных PostgreSQL",
                "посмотрите журнал; если данные базы испорчены, удалите папку"
                f" {home()} – демонстрационная школа будет создана заново",
            ):
                build.ensure(home(), _make)
                _start()
    elif not is_running():
        raise StepFailed(
            "Сервер PostgreSQL из PGHOST или ODOO_RC не отвечает.",
            "проверьте адрес и что сервер запущен, или уберите PGHOST и ODOO_RC:"
            " тогда будет запущен свой",
        )


def _make(folder: Path) -> None:
    _give_to_service_user(folder)
    run(
        [
            *(_program("initdb"), "--pgdata", _cluster(), "--username", ROLE),
            *("--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8"),
        ],
        "initdb",
        cwd=Path("/"),
        **_as_service_user(),
    )
    with (_cluster() / "postgresql.conf").open("a") as settings:
        settings.write(SETTINGS.format(sockets=_sockets()))


def _give_to_service_user(folder: Path) -> None:
    if os.geteuid() == 0:
        user = pwd.getpwnam(SERVICE_USER)
        os.chown(folder, user.pw_uid, user.pw_gid)
    folder.chmod(0o700)


def _start() -> None:
    with build.lock("postgres-start.lock"):
        if is_running():
            return
        _sockets().mkdir(mode=0o700, exist_ok=True)
        _give_to_service_user(_sockets())
        _control("start", "--log", home() / "server.log")


def stop() -> bool:
    """Stop the private server; tells whether there was one to stop."""
    if not is_private() or not system.postgres_program("pg_ctl") or not is_running():
        return False
    _control("stop", "--mode", "fast")
    return True


def _control(action: str, *options: object) -> None:
    """Start or stop the server, away from folders that its user cannot enter."""
    program = [_program("pg_ctl"), "--pgdata", _cluster(), "--wait"]
    command = [*program, *options, action]
    run(command, f"postgresql-{action}", cwd=Path("/"), **_as_service_user())
