"""The sheet of registration of a meeting: what its template is given."""

from odoo.addons.report_py3o.wizard.py3o_report import py3o_report_extender
from odoo.addons.vsoko_module.tools.document_words import requisites
from odoo.addons.vsoko_module.tools.paragraphs import clean, lines

from .paper import school_of

HEADER = ["№", "Фамилия, имя, отчество", "Должность", "Подпись"]
TITLE = "ЛИСТ РЕГИСТРАЦИИ"
# Printing leaves out columns that are empty in all rows; in this one people sign
ROOM_TO_SIGN = "\N{ZERO WIDTH SPACE}"


@py3o_report_extender("vsoko_reports.meeting_registration_pdf")
def extend(_report, context):
    context["paper"] = registration_paper(context["objects"][:1])


def registration_paper(meeting) -> dict:
    """All who are to come with a place to sign; guests after the members."""
    people = [*_members(meeting), *((name, "") for name in lines(meeting.invited))]
    return {
        "school": school_of(meeting)["name"],
        "title": TITLE,
        "subtitle": _which(meeting),
        "header": HEADER,
        "rows": [
            [str(number), name, post, ROOM_TO_SIGN]
            for number, (name, post) in enumerate(people, 1)
        ],
    }


def _members(meeting):
    # sudo: names and posts of colleagues are on the public profile
    people = meeting.member_ids.sudo().sorted("name")
    return [(clean(one.name), one._vsoko_post()) for one in people]


def _which(meeting) -> str:
    body = clean(meeting.body_text or meeting.body_id.name)
    day = requisites(meeting.date or None, clean(meeting.number)) or clean(
        meeting.date_text
    )
    return f"{body}, заседание {day}".strip()
