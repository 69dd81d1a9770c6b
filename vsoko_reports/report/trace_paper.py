"""The way of one problem on one page: what its template is given."""

from odoo import fields

from odoo.addons.report_py3o.wizard.py3o_report import py3o_report_extender
from odoo.addons.vsoko_module.tools.dates import long_date
from odoo.addons.vsoko_module.tools.document_words import small
from odoo.addons.vsoko_module.tools.paragraphs import clean, shortened
from odoo.addons.vsoko_module.tools.russian import Noun, count

from .paper import school_of
from .trace_links import links_of

# How much fits on one page, whatever people write
NAME_LIMIT, ABOUT_LIMIT = 160, 120
LINK = Noun("звено", "звена", "звеньев")
TITLES = {"deficit": "ПУТЬ ПРОБЛЕМЫ", "practice": "ПУТЬ УСПЕШНОЙ ПРАКТИКИ"}


@py3o_report_extender("vsoko_reports.finding_trace_pdf")
def extend(_report, context):
    context["paper"] = trace_paper(context["objects"][:1])


def trace_paper(finding):
    links = links_of(finding)
    return {
        "school": shortened(school_of(finding)["name"], ABOUT_LIMIT),
        "title": TITLES[finding.kind],
        "name": shortened(finding.name, NAME_LIMIT),
        "about": shortened(_about(finding), ABOUT_LIMIT),
        "chain": [
            {
                "name": link.name,
                "title": link.title,
                "is_there": link.is_there,
                "texts": link.texts,
            }
            for link in links
        ],
        "summary": _summary(links),
        "printed": f"По данным системы на {long_date(_today(finding))}",
    }


def _about(finding):
    words = [
        f"{finding.year_id.name} учебный год",
        *finding.class_ids.mapped("name"),
        *finding.subject_ids.mapped("name"),
        finding.department_id.sudo().name,  # sudo: the name of a union is no secret
        finding.programme,
    ]
    return ", ".join(clean(word) for word in words if word)


def _summary(links):
    holes = [small(link.title) for link in links if not link.is_there]
    if not holes:
        return "Путь пройден полностью: на каждое звено есть подтверждение."
    there = len(links) - len(holes)
    return f"Есть {count(there, LINK)} из {len(links)}. Не хватает: {', '.join(holes)}."


def _today(finding):
    return fields.Date.context_today(finding)
