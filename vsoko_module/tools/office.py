"""LibreOffice turns documents into other formats, a batch by one call."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

import psutil

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
# Seconds that each file after the first adds to the time a batch is given
EACH = 5


def office_path(program: str = "") -> str | None:
    """Where LibreOffice is, if it is installed; ``program`` is looked for first."""
    return next(filter(None, map(shutil.which, (program, *PROGRAMS))), None)


def convert(
    data: bytes, extension: str, to_extension: str, timeout=60, program: str = ""
) -> bytes:
    """The same document in another format, names of formats without a dot."""
    return convert_many([data], extension, to_extension, timeout, program)[0]


def convert_many(
    files: list[bytes], extension: str, to_extension: str, timeout=60, program: str = ""
) -> list[bytes]:
    """Documents in another format, in their order, by one call of LibreOffice.

    Each call has a profile of its own, so that two people never meet in one, and
    nothing of it outlives the call or the timeout in seconds, which grows with the
    number of files. ``program`` is the file of a LibreOffice to be taken before the
    usual one; it never goes through a shell.
    """
    program = office_path(program)
    if not program:
        raise FileProblem("old_format_no_office", extension=extension)
    with tempfile.TemporaryDirectory(prefix="vsoko-office-") as folder:
        sources = _write(files, Path(folder), extension)
        limit = timeout + EACH * (len(files) - 1)
        _run(_command(program, sources, to_extension), folder, limit)
        return [_read(source, to_extension, extension) for source in sources]


def _write(files: list[bytes], folder: Path, extension: str) -> list[Path]:
    sources = [folder / f"{n:04d}.{extension}" for n in range(len(files))]
    for source, data in zip(sources, files, strict=True):
        source.write_bytes(data)
    return sources


def _read(source: Path, to_extension: str, extension: str) -> bytes:
    result = source.parent / "out" / f"{source.stem}.{to_extension}"
    if not result.is_file():
        raise FileProblem("convert_failed", extension=extension)
    return result.read_bytes()


def _command(program: str, sources: list[Path], to_extension: str) -> list[str]:
    folder = sources[0].parent
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS)
    options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    target = ["--convert-to", to_extension, "--outdir", str(folder / "out")]
    return [
        program, f"-env:UserInstallation={profile.as_uri()}", *options, *target,
        *map(str, sources),
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
        _kill_family(process)


def _kill_family(process: subprocess.Popen) -> None:
    """soffice is a script that starts the real program, which starts others.

    A child may have left the group, so children are asked for by name as well.
    """
    children = []
    with suppress(psutil.NoSuchProcess):
        children = psutil.Process(process.pid).children(recursive=True)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    for child in children:
        with suppress(psutil.NoSuchProcess):
            child.kill()
    process.wait()
