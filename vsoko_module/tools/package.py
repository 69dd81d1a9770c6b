"""A .docx or .xlsx opened with care: neither its sizes nor its XML are trusted."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

from lxml import etree

from .file_problem import FileProblem

MEGABYTE = 1024 * 1024
# What parsers throw at a file that is damaged, by accident or on purpose
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    etree.LxmlError,
    expat.ExpatError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    ArithmeticError,
    RuntimeError,
)
ENCRYPTED = 0x1
XML = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}


@dataclass(frozen=True)
class Limits:
    """How much of a file is read; the defaults leave room for any plan."""

    max_size: int = 20 * MEGABYTE
    max_unpacked: int = 200 * MEGABYTE
    max_part: int = 32 * MEGABYTE
    max_ratio: int = 400
    max_entries: int = 2_000
    max_rows: int = 5_000
    max_columns: int = 60
    timeout: int = 60


class Package:
    """The parts of an office file; only those that are asked for are unpacked."""

    def __init__(self, data: bytes, limits: Limits):
        self.limits = limits
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        entries = self._zip.infolist()
        _check_entries(entries, limits)
        self._entries = {_part_name(entry.filename): entry for entry in entries}

    def __contains__(self, part: str) -> bool:
        return _part_name(part) in self._entries

    def content(self, part: str) -> bytes:
        """The bytes of a part that is held in memory."""
        if self._entries[_part_name(part)].file_size > self.limits.max_part:
            raise FileProblem("zip_bomb", limit=self.limits.max_part)
        with self._open(part) as stream:
            return stream.read()

    def root(self, part: str) -> etree._Element:
        """The XML of a part, whole."""
        xml = self.content(part)
        _refuse_dtd(io.BytesIO(xml))
        return etree.fromstring(xml, etree.XMLParser(**XML))

    def elements(self, part: str, *names: str) -> Iterator[etree._Element]:
        """The named elements of a part one after another, forgotten when read."""
        with self._open(part) as stream:
            _refuse_dtd(stream)
        with self._open(part) as stream:
            for _event, element in etree.iterparse(stream, tag=names, **XML):
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]

    def relations(self, part: str = "") -> dict[str, tuple[str, str]]:
        """What a part (the file itself without one) points at inside the file.

        By id: the last word of the kind and the part. What lies outside is left out,
        so nothing is ever fetched.
        """
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", name + ".rels")
        if relations not in self:
            return {}
        return {
            relation.get("Id"): (
                posixpath.basename(relation.get("Type", "")),
                posixpath.normpath(posixpath.join("/", folder, relation.get("Target"))),
            )
            for relation in self.root(relations).iterchildren("{*}Relationship")
            if relation.get("TargetMode") != "External" and relation.get("Target")
        }

    def related(self, kind: str, part: str = "") -> str | None:
        """The first part of a kind that a part points at, when it is there."""
        targets = (to for name, to in self.relations(part).values() if name == kind)
        return next((target for target in targets if target in self), None)

    def _open(self, part: str) -> IO[bytes]:
        # zipfile never gives more bytes than the header says, and checks the sum
        return self._zip.open(self._entries[_part_name(part)])


def _part_name(name: str) -> str:
    """Names differ in case and slashes between the programs that write them."""
    return name.replace("\\", "/").lstrip("/").lower()


def _check_entries(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.max_entries:
        raise FileProblem("zip_bomb", limit=limits.max_entries)
    if sum(entry.file_size for entry in entries) > limits.max_unpacked:
        raise FileProblem("zip_bomb", limit=limits.max_unpacked)
    for entry in entries:
        _check_entry(entry, limits)


def _check_entry(entry: zipfile.ZipInfo, limits: Limits) -> None:
    if entry.flag_bits & ENCRYPTED:
        raise FileProblem("password")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise FileProblem("broken")
    ratio = entry.file_size / max(entry.compress_size, 1)
    if entry.file_size > MEGABYTE and ratio > limits.max_ratio:
        raise FileProblem("zip_bomb", limit=limits.max_ratio)


class _PrologRead(Exception):
    """The first element has begun: no DOCTYPE can follow."""


def _refuse_dtd(stream: IO[bytes]) -> None:
    """Office files have no DOCTYPE; one is there only to do harm by entities."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _raise_dtd
    parser.StartElementHandler = _raise_prolog_read
    with suppress(_PrologRead):
        while chunk := stream.read(4096):
            parser.Parse(chunk)
        parser.Parse(b"", True)


def _raise_dtd(*_doctype) -> None:
    raise FileProblem("dtd")


def _raise_prolog_read(*_element) -> None:
    raise _PrologRead
