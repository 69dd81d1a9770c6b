"""The blank form in which a person writes figures: one sheet to fill, one with keys.

Only the cells to fill are unlocked. The hidden sheet says of what each row is, so that
reading it back never guesses by words.
"""

import hashlib
import json
import re
from dataclasses import dataclass, field
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

SHEET, KEYS, MARK = "Показатели", "_vsoko", "vsoko-indicators-1"
HEADER = (
    ("Код", 15),
    ("Показатель", 48),
    ("Класс", 8),
    ("Предмет", 14),
    ("Единица", 12),
    ("Кто считается", 20),
    ("Из кого", 20),
    ("Значение", 14),
    ("Всего", 10),
    ("Комментарий", 30),
    ("Причина", 22),
)
VALUE, TOTAL, COMMENT, CAUSE = 8, 9, 10, 11
INPUTS = (VALUE, TOTAL, COMMENT, CAUSE)
NOT_APPLICABLE = "н/п"
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
CELL_LIMIT, PAPER_A4 = 32767, 9
INPUT = PatternFill("solid", fgColor="FFF9DB")
GREY = PatternFill("solid", fgColor="E7E6E6")
SIDE = Side(style="thin", color="A6A6A6")
BORDER = Border(left=SIDE, right=SIDE, top=SIDE, bottom=SIDE)


@dataclass
class FormRow:
    """A figure that is asked for; ``key`` is (indicator, class, subject)."""

    key: tuple[int, int, int]
    texts: list[str]
    unit: str
    limit: float = 0.0
    answers: list[str] = field(default_factory=list)
    known: tuple = ("", "", "", "")


@dataclass
class Form:
    """A form of one role: what stands above the table, its rows, what is left out."""

    head: list[tuple[str, str]]
    keys: dict
    rows: list[FormRow]
    causes: list[str]
    left_out: list[str]

    @property
    def first_row(self) -> int:
        return len(self.head) + 4


def digest_of(keys: dict, rows) -> str:
    """What tells a form whose keys have been changed from one that is whole.

    >>> digest_of({"period": 1}, [[5, 1, 0, 0, "1.1"]])[:8]
    '320c61a5'
    """
    said = json.dumps([keys, [list(row) for row in rows]], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def form_workbook(form: Form) -> bytes:
    """The form as an .xlsx file."""
    book = Workbook()
    sheet, hidden = book.active, book.create_sheet(KEYS)
    sheet.title, hidden.sheet_state = SHEET, "hidden"
    _write_head(sheet, form)
    for number, row in enumerate(form.rows, form.first_row):
        _write_row(sheet, number, row)
    _write_left_out(sheet, form)
    places = _write_keys(hidden, form)
    _limit_inputs(sheet, form, places)
    _set_page(sheet, form)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def put(sheet, row, column, value, bold=False):
    """A number as a number, words always as words: «=1+1» is never a formula."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = UNPRINTABLE.sub(" ", value)[:CELL_LIMIT] or None
        if value[:1] in ("=", "+", "-", "@"):
            cell.data_type, cell.quotePrefix = "s", True
    else:
        cell.value = value
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)
    return cell


def _write_head(sheet, form):
    put(sheet, 1, 1, "Бланк показателей", bold=True).alignment = Alignment()
    for number, (label, text) in enumerate(form.head, 2):
        put(sheet, number, 1, label, bold=True).alignment = Alignment()
        put(sheet, number, 2, text).alignment = Alignment()
    hint = (
        "Заполняются только жёлтые клетки. Если показатель к школе не относится, "
        "напишите «н/п» и в комментарии – почему. Доля: сколько – в «Значение», "
        "из скольких – в «Всего»."
    )
    put(sheet, form.first_row - 2, 1, hint).alignment = Alignment()
    for column, (title, width) in enumerate(HEADER, 1):
        cell = put(sheet, form.first_row - 1, column, title, bold=True)
        cell.fill, cell.border = GREY, BORDER
        sheet.column_dimensions[get_column_letter(column)].width = width


def _write_row(sheet, number, row):
    for column, text in enumerate(row.texts, 1):
        put(sheet, number, column, text).border = BORDER
    for column, value in zip(INPUTS, row.known, strict=True):
        cell = put(sheet, number, column, value)
        cell.border = BORDER
        if column != TOTAL or row.unit == "share":
            cell.fill, cell.protection = INPUT, Protection(locked=False)


def _write_left_out(sheet, form):
    at = form.first_row + len(form.rows) + 1
    if form.left_out:
        put(sheet, at, 1, "Не заполняются:", bold=True).alignment = Alignment()
    for number, text in enumerate(form.left_out, at + 1):
        put(sheet, number, 1, text).alignment = Alignment()


def _write_keys(hidden, form):
    """Keys of the form, of its rows and the lists; where each list stands."""
    rows = [
        [number, *row.key, row.texts[0]]
        for number, row in enumerate(form.rows, form.first_row)
    ]
    put(hidden, 1, 1, MARK)
    put(hidden, 2, 1, json.dumps(form.keys, sort_keys=True))
    put(hidden, 3, 1, digest_of(form.keys, rows))
    for at, row in enumerate(rows, 4):
        for column, value in enumerate(row, 1):
            put(hidden, at, column, value)
    lists = {tuple(row.answers) for row in form.rows if row.unit == "choice"}
    lists.add(tuple(form.causes))
    return {
        one: _write_list(hidden, column, one)
        for column, one in enumerate(sorted(filter(None, lists)), 7)
    }


def _write_list(hidden, column, texts):
    for row, text in enumerate(texts, 1):
        put(hidden, row, column, text)
    letter = get_column_letter(column)
    return f"'{KEYS}'!${letter}$1:${letter}${len(texts)}"


def _limit_inputs(sheet, form, places):
    for number, row in enumerate(form.rows, form.first_row):
        value, total = f"$H${number}", f"$I${number}"
        if row.unit == "choice":
            _list(sheet, f"H{number}", places.get(tuple(row.answers)))
        elif row.unit == "yes_no":
            _list(sheet, f"H{number}", f'"да,нет,{NOT_APPLICABLE}"')
        elif row.unit != "text":
            _formula(sheet, f"H{number}", _limits(row, value, total))
        if row.unit == "share":
            _formula(sheet, f"I{number}", (f"{total}>0", f"{total}>=N({value})"))
        _list(sheet, f"K{number}", places.get(tuple(form.causes)))


def _limits(row, value, total):
    if row.unit == "percent":
        return f"{value}>=0", f"{value}<=100"
    if row.unit == "points":
        most = (f"{value}<={row.limit!r}",) if row.limit else ()
        return f"{value}>=0", *most
    if row.unit == "share":
        return f"{value}>=0", f'OR({total}="",{value}<={total})'
    return ()


def _list(sheet, address, source):
    if source:
        rule = DataValidation("list", formula1=source, allow_blank=True)
        _add(sheet, rule, address, "Выберите из списка.")


def _formula(sheet, address, conditions):
    cell = "$" + address[0] + "$" + address[1:]
    checked = ",".join((f"ISNUMBER({cell})", *conditions))
    formula = f'OR({cell}="{NOT_APPLICABLE}",AND({checked}))'
    rule = DataValidation("custom", formula1=formula, allow_blank=True)
    said = "Нужно число в своих пределах: доля – не больше 100 %, часть – не больше"
    _add(sheet, rule, address, f"{said} целого, баллы – не больше возможных.")


def _add(sheet, rule, address, sentence):
    rule.errorTitle, rule.error, rule.showErrorMessage = "Проверьте", sentence, True
    rule.add(address)
    sheet.add_data_validation(rule)


def _set_page(sheet, form):
    header = form.first_row - 1
    sheet.freeze_panes = f"C{form.first_row}"
    sheet.print_title_rows = f"{header}:{header}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = PAPER_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
