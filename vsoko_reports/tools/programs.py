"""Asking programs of the server, which may be missing or hang."""

import os
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path


def ask(command, timeout, folder=None):
    """What a program prints; it and what it has started end with the timeout.

    Raises ``FileNotFoundError``, ``PermissionError`` or ``TimeoutError``.

    >>> ask(["echo", "готово"], 5)
    'готово'
    """
    with tempfile.TemporaryDirectory(prefix="vsoko-check-") as home:
        output = Path(home, "output")
        with output.open("wb") as target:
            process = subprocess.Popen(
                command,
                cwd=folder or home,
                env={**os.environ, "HOME": home},
                stdin=subprocess.DEVNULL,
                stdout=target,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        _wait(process, timeout)
        return output.read_text(errors="replace").strip()


def _wait(process, timeout):
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
