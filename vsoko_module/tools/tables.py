"""The tables of any office file, told by what is in it and not by its name."""

from . import office
from .file_problem import FileProblem
from .grid import Cell, Row, Table
from .package import DAMAGE, Limits, Package
from .tables_docx import read_docx
from .tables_xlsx import read_xlsx

__all__ = ["Cell", "FileProblem", "Limits", "Row", "Table", "read_tables"]

ZIP, OLE, RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
# A bit of the header of .doc, records of .xls
WORD_ENCRYPTED, XLS_PASSWORD, XLS_SHEET = 0x01, 0x2F, 0x85
NOT_OFFICE = {
    b"%PDF": "pdf",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"BM": "image",
    b"II*\x00": "image",
    b"MM\x00*": "image",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"PK\x05\x06": "archive",
}
OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": ("odt", "docx"),
    "application/vnd.oasis.opendocument.text-template": ("odt", "docx"),
    "application/vnd.oasis.opendocument.spreadsheet": ("ods", "xlsx"),
    "application/vnd.oasis.opendocument.spreadsheet-template": ("ods", "xlsx"),
}


def read_tables(
    data: bytes, filename: str, limits: Limits | None = None
) -> list[Table]:
    """Read a .docx or .xlsx, or what LibreOffice can turn into one.

    Whatever is wrong with the file comes out as a FileProblem that knows its name.
    """
    try:
        return _read(data, limits or Limits())
    except FileProblem as problem:
        problem.params["filename"] = filename
        raise
    except DAMAGE as error:
        raise FileProblem("broken", filename=filename) from error


def _read(data: bytes, limits: Limits) -> list[Table]:
    if not data:
        raise FileProblem("empty")
    if len(data) > limits.max_size:
        raise FileProblem("too_big", size=len(data), limit=limits.max_size)
    if not data.startswith(ZIP):
        data = _modern(data, *_old_format(data), limits)
    tables = _package_tables(data, limits)
    if not any(table.rows for table in tables):
        raise FileProblem("no_table")
    return [table for table in tables if table.rows]


def _package_tables(data: bytes, limits: Limits) -> list[Table]:
    package = Package(data, limits)
    if "mimetype" in package:
        data = _modern(data, *_open_document(package), limits)
        package = Package(data, limits)
    part = package.related("officeDocument")
    if not part:
        raise FileProblem("not_office", kind="archive")
    if part.endswith(".bin"):
        return _package_tables(_modern(data, "xlsb", "xlsx", limits), limits)
    root = package.root(part)
    if root.tag.endswith("}document"):
        return read_docx(root, limits)
    if root.tag.endswith("}workbook"):
        return read_xlsx(package, part, root)
    raise FileProblem("not_office", kind="presentation")


def _modern(data: bytes, extension: str, to_extension: str, limits: Limits) -> bytes:
    return office.convert(data, extension, to_extension, limits.timeout)


def _open_document(package: Package) -> tuple[str, str]:
    """What an OpenDocument file is and what to make of it."""
    formats = OPEN_DOCUMENT.get(package.content("mimetype").decode().strip())
    if not formats:
        raise FileProblem("not_office", kind="unknown")
    manifest = "META-INF/manifest.xml"
    hidden = manifest in package and b"encryption-data" in package.content(manifest)
    if hidden or "encrypted-package" in package:
        raise FileProblem("password")
    return formats


def _old_format(data: bytes) -> tuple[str, str]:
    if data.startswith(RTF):
        return "rtf", "docx"
    if data.startswith(OLE):
        return _compound(data)
    for start, kind in NOT_OFFICE.items():
        if data.startswith(start):
            raise FileProblem("not_office", kind=kind)
    raise FileProblem("not_office", kind="unknown")


def _compound(data: bytes) -> tuple[str, str]:
    """An old Word or Excel file, or a new one locked with a password inside."""
    if _stream(data, "EncryptedPackage") is not None:
        raise FileProblem("password")
    document = _stream(data, "WordDocument")
    if document is not None:
        if len(document) > 11 and document[11] & WORD_ENCRYPTED:
            raise FileProblem("password")
        return "doc", "docx"
    book = _stream(data, "Workbook") or _stream(data, "Book")
    if book is None:
        raise FileProblem("not_office", kind="unknown")
    if _has_password(book):
        raise FileProblem("password")
    return "xls", "xlsx"


def _stream(data: bytes, name: str) -> bytes | None:
    """The bytes from where a stream of a compound file begins, by its directory."""
    entry = data.find(f"{name}\0".encode("utf-16-le"))
    if entry < 0:
        return None
    shift = int.from_bytes(data[30:32], "little")
    sector = int.from_bytes(data[entry + 116 : entry + 120], "little")
    return data[(sector + 1) << min(shift, 12) :][:65536]


def _has_password(book: bytes) -> bool:
    """Whether a record that asks for a password stands before the first sheet."""
    at = 0
    while at + 4 <= len(book):
        record = int.from_bytes(book[at : at + 2], "little")
        if record in (XLS_PASSWORD, XLS_SHEET):
            return record == XLS_PASSWORD
        at += 4 + int.from_bytes(book[at + 2 : at + 4], "little")
    return False
