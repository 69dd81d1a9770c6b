"""An ODT template and a paper become a document: py3o.template does the work.

A template sees the paper and nothing else: plain texts, lists, records of them.
"""

from io import BytesIO
from types import SimpleNamespace

from genshi.template import TemplateError
from genshi.template.eval import UndefinedError
from py3o.template import Template
from py3o.template.main import TemplateException

from odoo.addons.vsoko_module.tools.chart import bar_chart

from .odt_columns import drop_empty_columns
from .template_guard import TemplateProblem, check
from .word_marks import understand_marks

# How many columns the tables of a template are laid out for; empty ones are dropped
COLUMNS = 10


def fill(template: bytes, paper: dict) -> bytes:
    """The ODT document of ``paper``, a dictionary as the core writes it.

    Raises ``TemplateProblem`` when the template asks for what a paper has not, or
    tries to do more than to print it.
    """
    return drop_empty_columns(print_by(template, _laid_out(paper)))


def print_by(template: bytes, paper: dict) -> bytes:
    """The ODT document of any dictionary, its keys being the fields of ``paper``."""
    check(template)
    result = BytesIO()
    try:
        made = Template(BytesIO(understand_marks(template)), result)
        made.render({"paper": _record(paper)})
    except UndefinedError as error:
        raise TemplateProblem("unknown_field", str(error)) from error
    except (TemplateError, TemplateException, SyntaxError) as error:
        raise TemplateProblem("syntax", str(error)) from error
    return result.getvalue()


def _laid_out(paper: dict) -> dict:
    """The paper with what only a layout needs: padded rows, charts, joined names."""
    minutes = paper["minutes"]
    return {
        **paper,
        "sections": _sections(paper),
        "minutes": {
            **minutes,
            "present_list": ", ".join(minutes["present"]),
            "absent_list": ", ".join(minutes["absent"]),
            "invited_list": ", ".join(minutes["invited"]),
        },
    }


def _sections(paper: dict) -> list[dict]:
    advice = paper["recommendations"]
    sections = [
        {
            **section,
            "recommendations": advice if section["code"] == "recommendations" else [],
            "tables": [_table(table) for table in section["tables"]],
            "charts": [_chart(chart) for chart in section["charts"]],
        }
        for section in paper["sections"]
    ]
    if advice and not any(section["recommendations"] for section in sections):
        last = {"code": "recommendations", "title": "Рекомендации", "paragraphs": []}
        sections.append({**last, "recommendations": advice, "tables": [], "charts": []})
    return sections


def _table(table: dict) -> dict:
    return {
        "title": table.get("title") or "",
        "header": _padded(table["header"]),
        "rows": [_padded(row) for row in table["rows"]],
    }


def _padded(cells: list) -> list[str]:
    texts = [str(cell) for cell in cells[:COLUMNS]]
    return texts + [""] * (COLUMNS - len(texts))


def _chart(chart: dict) -> dict:
    return {"title": chart.get("title") or "", "svg": bar_chart(chart)}


def _record(value):
    """Dictionaries as objects: a key named ``items`` is a field, not a method."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: _record(one) for key, one in value.items()})
    if isinstance(value, list):
        return [_record(one) for one in value]
    return value
