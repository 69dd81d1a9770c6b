"""Pictures of the papers, made from the demo school:

    ./vsoko run --once && ./vsoko shell < docs/papers.py

Each paper is printed anew and its first pages become docs/papers/*.png.
"""

import subprocess
from pathlib import Path

from odoo.addons import vsoko_module

PAGES = 3
DPI = 60
FOLDER = Path(vsoko_module.__file__).parents[1] / "docs" / "papers"


def pictures(env):
    deputy = env["res.users"].search([("login", "=", "deputy")])
    env = env(user=deputy.id, context={"lang": deputy.lang, "tz": deputy.tz})
    documents = env["vsoko.document"].search([], order="id")
    for document in documents:
        state = "" if document.number else "-draft"
        yield f"{document.kind_id.code}{state}", document._files("pdf")[0][1]
    registered = documents.filtered("number")
    yield "register", registered._print_register()
    order = registered.filtered("acknowledgement_ids")[:1]
    yield "acknowledgement", order._print_sheets()[0][1]


def draw(name, content):
    command = ["pdftoppm", "-r", str(DPI), "-gray", "-png", "-l", str(PAGES)]
    subprocess.run([*command, "-", str(FOLDER / name)], input=content, check=True)


FOLDER.mkdir(parents=True, exist_ok=True)
for name, content in pictures(env):  # noqa: F821  the shell gives env
    draw(name, content)
