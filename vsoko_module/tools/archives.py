"""Several files as one archive, no two of one name."""

from io import BytesIO
from pathlib import PurePosixPath
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile


def archive(files: list[tuple[str, bytes]]) -> bytes:
    """A ZIP of ``(name, content)``; a second file of a name gets a number.

    >>> ZipFile(BytesIO(archive([("Акт.pdf", b"1"), ("Акт.pdf", b"2")]))).namelist()
    ['Акт.pdf', 'Акт (2).pdf']
    """
    result = BytesIO()
    with Archive(result) as target:
        for name, content in files:
            target.add(name, content)
    return result.getvalue()


class Archive:
    """A ZIP written into a file as the contents come, one of them in memory.

    >>> result = BytesIO()
    >>> with Archive(result) as target:
    ...     [target.add("Акты/Акт.pdf", content) for content in (b"1", b"2")]
    ['Акты/Акт.pdf', 'Акты/Акт (2).pdf']
    """

    def __init__(self, file: IO[bytes]):
        self._zip = ZipFile(file, "w", ZIP_DEFLATED)
        self._taken: set[str] = set()

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self._zip.close()

    def add(self, name: str, content: bytes) -> str:
        """Returns the name it has been given."""
        free = _free_name(name, self._taken)
        self._taken.add(free.lower())
        self._zip.writestr(free, content)
        return free


def _free_name(name: str, taken: set[str]) -> str:
    path, number, free = PurePosixPath(name), 1, name
    while free.lower() in taken:
        number += 1
        free = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
    return free
