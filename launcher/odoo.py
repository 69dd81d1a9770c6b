"""Calling Odoo: its command line and its environment, the same for every command."""

import configparser
import os
import subprocess
from pathlib import Path

from . import odoo_source, paths, postgres, python_env
from .console import run


def addons_path() -> str:
    """Our add-ons, those of a source tree, and what the person's ODOO_RC adds."""
    folders = [paths.ROOT, *odoo_source.addons_folders()]
    return ",".join([*map(str, folders), *_configured_addons()])


def _configured_addons() -> list[str]:
    file = configparser.RawConfigParser()
    file.read(os.environ.get("ODOO_RC") or [])
    named = file.get("options", "addons_path", fallback="")
    return [folder.strip() for folder in named.split(",") if folder.strip()]


def environment(**extra: str) -> dict[str, str]:
    """A clean set-up: settings in the person's home must not change the demo."""
    env = {**python_env.environment(), **postgres.connection(), **extra}
    env.setdefault("ODOO_RC", os.devnull)
    return env


def settings() -> list[str]:
    """Options that every call of Odoo takes."""
    return ["--addons-path", addons_path(), "--data-dir", str(paths.data_dir())]


def command(*words: object, program: str = "server") -> list[str]:
    python = str(python_env.python())
    return [python, "-m", "odoo", program, *settings(), *map(str, words)]


def call(log: str, database: str, *words: object) -> None:
    """Let Odoo work on a database and stop."""
    options = ["--database", database, "--stop-after-init", "--no-http", *words]
    run(command(*options), log, env=environment(), cwd=Path("/"))


def _inside(database: str, module: str, extra: dict[str, str]) -> dict:
    """How to run `main(env)` of one of our modules inside Odoo."""
    return {
        "args": command("--database", database, "--no-http", program="shell"),
        "env": environment(PYTHONPATH=str(paths.ROOT), **extra),
        "stdin": f"from {module} import main\nmain(env)\n",
        "cwd": Path("/"),
    }


def script(log: str, database: str, module: str, **extra: str) -> None:
    """Run one of our modules inside Odoo as a part of a step."""
    call = _inside(database, module, extra)
    run(call.pop("args"), log, **call)


def show(log: str, database: str, module: str, **extra: str) -> int:
    """Run one of our modules inside Odoo, with its output for the person."""
    call = _inside(database, module, extra)
    with paths.log_file(log).open("w") as errors:
        return subprocess.run(
            call["args"],
            env=call["env"],
            cwd=call["cwd"],
            input=call["stdin"],
            text=True,
            stderr=errors,
            check=False,
        ).returncode


def shell(database: str) -> int:
    """Hand the terminal or the piped script over to Odoo's own shell."""
    words = command("--database", database, "--no-http", program="shell")
    return subprocess.run(words, env=environment(), check=False).returncode
