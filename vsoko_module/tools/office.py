"""LibreOffice turns old formats into those that are read here."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from .file_problem import FileProblem

PROGRAMS = ("soffice", "libreoffice")
# A foreign document runs no macro and fetches nothing from the network
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""


def office_path(program: str = "") -> str | None:
    """Where LibreOffice is, if it is installed; ``program`` is looked for first."""
    return next(filter(None, map(shutil.which, (program, *PROGRAMS))), None)


def convert(
    data: bytes, extension: str, to_extension: str, timeout=60, program: str = ""
) -> bytes:
    """The same document in another format, names of formats without a dot.

    Each call has a profile of its own, so that two people never meet in one, and
    nothing of it outlives the call or the timeout in seconds. ``program`` is the file
    of a LibreOffice to be taken before the usual one; it never goes through a shell.
    """
    program = office_path(program)
    if not program:
        raise FileProblem("old_format_no_office", extension=extension)
    with tempfile.TemporaryDirectory(prefix="vsoko-office-") as folder:
        source = Path(folder, f"source.{extension}")
        source.write_bytes(data)
        _run(_command(program, source, to_extension), folder, timeout)
        result = Path(folder, "out", f"source.{to_extension}")
        if not result.is_file():
            raise FileProblem("convert_failed", extension=extension)
        return result.read_bytes()


def _command(program: str, source: Path, to_extension: str) -> list[str]:
    profile = source.with_name("profile")
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS)
    options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    target = ["--convert-to", to_extension, "--outdir", str(source.with_name("out"))]
    return [
        program, f"-env:UserInstallation={profile.as_uri()}", *options, *target,
        str(source),
    ]  # fmt: skip


def _run(command: list[str], folder: str, timeout: float) -> None:
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "HOME": folder},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        raise FileProblem("convert_timeout", timeout=timeout) from None
    finally:
        _kill_group(process)


def _kill_group(process: subprocess.Popen) -> None:
    """soffice is a script that starts the real program, which starts others."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
