"""The register and the sheet of acquaintance: what their templates are given."""

from odoo.addons.vsoko_module.tools.dates import short_date
from odoo.addons.vsoko_module.tools.document_words import quoted, requisites
from odoo.addons.vsoko_module.tools.paragraphs import clean
from odoo.addons.vsoko_module.tools.people import listed_name

REGISTER = [
    "№", "Дата", "Вид документа", "Заголовок", "Подписал", "Исполнитель",
    "Дело, срок хранения", "Отметка",
]  # fmt: skip
SHEET = ["№", "Фамилия, имя, отчество", "Должность", "Дата", "Подпись"]
WAYS = {"screen": "ознакомлен в системе", "paper": "подпись на бумаге"}


def register_paper(documents) -> dict:
    """School, title, header and rows of the register of ``documents``."""
    days = [day for day in documents.mapped("date") if day]
    period = f"с {short_date(min(days))} по {short_date(max(days))}" if days else ""
    return {
        "school": _school_name(documents[:1]),
        "title": "ЖУРНАЛ РЕГИСТРАЦИИ ДОКУМЕНТОВ",
        "subtitle": period,
        "header": REGISTER,
        "rows": [_register_row(document) for document in documents],
    }


def _register_row(document) -> list[str]:
    kind = document.kind_id
    kept = [clean(kind.file_index), clean(kind.retention)]
    return [
        clean(document.number),
        short_date(document.date),
        clean(kind.name),
        clean(document.name),
        _signer_of(document),
        _name_of(document.executor_id),
        ", ".join(filter(None, kept)),
        _mark_of(document),
    ]


def _mark_of(document) -> str:
    """«отменён», «изменён», with the paper that does it."""
    others = document.amended_by_ids.filtered("number")
    by = ", ".join(requisites(one.date, one.number) for one in others)
    if document.state == "cancelled":
        return f"отменён {by}".strip()
    return f"изменён {by}" if by else ""


def sheet_paper(document) -> dict:
    """The sheet of one paper: those who ticked with the day, lines for the rest."""
    kind = document.kind_id
    about = f"{kind.instrumental or 'документом'} "
    about += f"{requisites(document.date, document.number)} {quoted(document.name)}"
    rows = document.acknowledgement_ids.sorted(lambda row: _full_name(row.employee_id))
    return {
        "school": _school_name(document),
        "title": "ЛИСТ ОЗНАКОМЛЕНИЯ",
        "subtitle": f"с {about}",
        "header": SHEET,
        "rows": [_sheet_row(number, row) for number, row in enumerate(rows, 1)],
    }


def _sheet_row(number: int, row) -> list[str]:
    return [
        str(number),
        _full_name(row.employee_id),
        row.employee_id._vsoko_post(),
        short_date(row.date) if row.date else "",
        WAYS.get(row.way, ""),
    ]


def _school_name(document) -> str:
    return document.company_id._vsoko_head()["name"]


def _full_name(person) -> str:
    # sudo: the name of a colleague is on the public profile
    return clean(person.sudo().name)


def _signer_of(document) -> str:
    """As it was signed: people change their names and posts later."""
    names = [one["name"] for one in document._paper()["signatures"]]
    return ", ".join(names)


def _name_of(person) -> str:
    return listed_name(_full_name(person))
