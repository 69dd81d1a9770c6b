"""Names of files that any system takes."""

import re

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
LIMIT = 100


def file_name(paper: str, name: str, extension: str = "") -> str:
    """What a printed paper is saved as; without an extension Odoo adds its own.

    >>> file_name("Приказ", "План ВСОКО на 2023/24", "pdf")
    'Приказ. План ВСОКО на 2023-24.pdf'
    >>> file_name("План", "План ВСОКО")
    'План ВСОКО'
    """
    kept = " ".join(FORBIDDEN.sub("-", name).split())[:LIMIT].strip(" .")
    if not kept.lower().startswith(paper.lower()):
        kept = f"{paper}. {kept}"
    return f"{kept}.{extension}" if extension else kept
