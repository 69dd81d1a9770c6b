"""An ODT template and a paper become a document: py3o.template does the work.

A template sees the paper and nothing else: plain texts, lists, records of them.
"""

import re
from functools import cache
from io import BytesIO
from types import SimpleNamespace

from genshi.template import TemplateError
from genshi.template.eval import UndefinedError
from py3o.template import Template
from py3o.template.main import TemplateException

from odoo.addons.vsoko_module.tools.chart import bar_chart
from odoo.addons.vsoko_module.tools.paragraphs import clean

from .odt_columns import drop_empty_columns
from .paper_sample import sample_paper
from .template_expression import ANY
from .template_guard import check
from .template_problem import TemplateProblem
from .word_marks import understand_marks

# A template that asks for the 99th line of three, or puts a loop where none can stand
MISTAKES = (
    TemplateError, TemplateException, SyntaxError, LookupError, TypeError,
    AttributeError, NotImplementedError,
)  # fmt: skip
# How many columns the tables of a template are laid out for; empty ones are dropped
COLUMNS = 10


def fill(template: bytes, paper: dict) -> bytes:
    """The ODT document of ``paper``, a dictionary as the core writes it.

    Raises ``TemplateProblem`` when the template asks for what a paper has not, or
    tries to do more than to print it.
    """
    sample = _sample(paper["layout"])
    return drop_empty_columns(print_by(template, _laid_out(paper), sample))


@cache
def _sample(layout: str) -> dict:
    """Which fields there are: the same for each paper of a batch."""
    return _laid_out(sample_paper(layout))


def print_by(template: bytes, paper: dict, sample=ANY) -> bytes:
    """The ODT document of any dictionary, its keys being the fields of ``paper``.

    ``sample`` is one with all the fields there are, when they are to be checked.
    """
    check(template, sample)
    result = BytesIO()
    try:
        made = Template(BytesIO(understand_marks(template)), result)
        made.render({"paper": _record(_printable(paper))})
    except UndefinedError as error:
        # the message holds the whole paper; only the name at its end says anything
        name = re.findall(r'"(\w+)"', str(error))[-1:]
        raise TemplateProblem("unknown_field", "".join(name)) from error
    except MISTAKES as error:
        raise TemplateProblem("syntax", str(error)[:200]) from error
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
    return {"title": chart.get("title") or "", "svg": bar_chart(_printable(chart))}


def _printable(value):
    """Texts without what a file cannot hold, those of lists and of old papers, too."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _printable(one) for key, one in value.items()}
    return [_printable(one) for one in value] if isinstance(value, list) else value


def _record(value):
    """Dictionaries as objects: a key named ``items`` is a field, not a method."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: _record(one) for key, one in value.items()})
    if isinstance(value, list):
        return [_record(one) for one in value]
    return value
