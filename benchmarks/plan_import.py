"""How long the import of a school's file takes beside bare reading of the same file.

Bare reading is what a programmer would write first: python-docx or openpyxl, every
cell, no meaning. Ours finds the columns, the merged cells, terms, roles and directions.
The whole import also writes, so it stands beside bare reading with bare creation.
"""

import base64
from functools import partial

import docx
import openpyxl

from odoo.addons.vsoko_module.tools.plan_reader import understand
from odoo.addons.vsoko_module.tools.tables import read_tables

from benchmarks import _bare
from benchmarks._turns import compared
from launcher import paths

GOAL = 5
SAMPLE = "school-cyclogram-2023-24"


def read_docx(path):
    for table in docx.Document(str(path)).tables:
        for row in table.rows:
            for cell in row.cells:
                _words = cell.text


def read_xlsx(path):
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows(values_only=True):
            _words = row


BARE = {
    ".docx": ("python-docx", read_docx),
    ".xlsx": ("openpyxl", read_xlsx),
}


def measure(env):
    for extension, (library, read) in BARE.items():
        path = paths.ROOT / "data" / "examples" / (SAMPLE + extension)
        ready = _ready(env, path)
        bare = partial(read, path)
        for title, action in {
            "Прочитать и понять": _understand,
            "Показать понятое из": _preview,
        }.items():
            ours = partial(action, env, path)
            yield compared(f"{title} {extension}", GOAL, ours, library, bare)
        yield compared(
            f"Импортировать {extension}",
            GOAL,
            partial(_import, env, path),
            f"{library} и create",
            partial(_write, bare, *ready),
        )


def _understand(_env, path):
    understand(read_tables(path.read_bytes(), path.name))


def _preview(env, path):
    with _bare.undone(env):
        _wizard(env, path).action_preview()


def _import(env, path):
    with _bare.undone(env):
        _wizard(env, path).action_import()


def _wizard(env, path):
    content = base64.b64encode(path.read_bytes())
    return env["vsoko.import"].create({"file": content, "filename": path.name})


def _ready(env, path):
    """The school year of a file, values of its lines and of their events."""
    year = env["vsoko.academic.year"]._ensure(2023, env.company)
    with _bare.undone(env):
        action = _wizard(env, path).action_import()
        plan = env["vsoko.procedure"].search(action["domain"]).plan_id
        return year, *_bare.ready_values(plan)


def _write(read, year, lines, events):
    """Read the file and write what it says, the meaning being known beforehand."""
    read()
    with _bare.undone(year.env):
        plan = year.env["vsoko.plan"].create({"name": "Голый план", "year_id": year.id})
        _bare.create(plan, lines, events)
