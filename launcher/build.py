"""Folders of the cache that are made once and are whole or are not there."""

import fcntl
import shutil
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

from . import paths

STAMP = ".vsoko-complete"


@contextmanager
def lock(name: str):
    """Let one launcher at a time do this; the system frees it when we die."""
    folder = paths.cache() / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_complete(folder: Path) -> bool:
    return (folder / STAMP).is_file()


def ensure(folder: Path, make: Callable[[Path], None]) -> Path:
    """Make the folder unless it is complete.

    The stamp comes last: a folder without one was left by a broken download or a
    power cut and is made anew. It is filled in its final place because virtual
    environments cannot be moved.
    """
    with lock(f"{folder.name}.lock"):
        if not is_complete(folder):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            make(folder)
            (folder / STAMP).touch()
    return folder


def forget(folder: Path) -> None:
    """Have the folder made anew at the next `ensure`."""
    (folder / STAMP).unlink(missing_ok=True)
