"""What a person may hand in as a file: anything but programs and what is too large."""

from pathlib import PurePath

MEGABYTE = 1024 * 1024

# Opening one of these runs it; a school's paper is never among them.
PROGRAMS = frozenset(
    "app apk bat cmd com cpl dll exe hta jar js jse lnk msc msi msp ps1 reg scr sh"
    " vb vbe vbs wsf wsh".split()
)
# A program is a program under any name.
PROGRAM_STARTS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
)


def upload_problem(name: str, data: bytes, limit: int) -> str:
    """Why a file cannot be taken: empty, too_large, program or nothing at all.

    ``limit`` is in megabytes.

    >>> upload_problem("Справка.pdf", b"%PDF-1.7", 1)
    ''
    >>> upload_problem("Справка.pdf.exe", b"text", 1)
    'program'
    >>> upload_problem("Справка.pdf", b"MZ" + bytes(100), 1)
    'program'
    >>> upload_problem("фото.jpg", bytes(MEGABYTE + 1), 1)
    'too_large'
    >>> upload_problem("пусто.txt", b"", 1)
    'empty'
    """
    if not data:
        return "empty"
    if len(data) > limit * MEGABYTE:
        return "too_large"
    # Windows runs «отчёт.exe. » too
    extension = PurePath(name.strip().rstrip(". ")).suffix.lstrip(".").lower()
    if extension in PROGRAMS or data.startswith(PROGRAM_STARTS):
        return "program"
    return ""


def link_problem(url: str) -> str:
    """Why a link cannot be taken: not_a_link or nothing.

    >>> link_problem("https://disk.example.ru/s/1"), link_problem("javascript:alert(1)")
    ('', 'not_a_link')
    >>> link_problem("//server/share"), link_problem("https://")
    ('not_a_link', 'not_a_link')
    """
    scheme, separator, rest = url.strip().partition("://")
    known = scheme.lower() in ("http", "https") and separator
    return "" if known and rest.strip("/") else "not_a_link"
