"""Marks that a deputy head can type in Word: «{{заголовок}}», «{{пункты}}».

A paragraph (or a row of a table) with a mark of a list is repeated for each of its
lines; a paragraph whose marks are all empty is not printed.
"""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from .template_problem import TemplateProblem

TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
PY = "http://genshi.edgewall.org/"
MARK = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
FIELDS = {
    "пометка": "paper.mark",
    "учредитель": "paper.school.founder",
    "школа": "paper.school.name",
    "реквизиты": "paper.school.requisites",
    "вид": "paper.kind",
    "дата": "paper.date",
    "номер": "paper.number",
    "место": "paper.place",
    "заголовок": "paper.heading",
    "приказываю": "paper.command",
    "контроль": "paper.control",
    "исполнитель": "paper.executor.name",
    "телефон исполнителя": "paper.executor.phone",
    "орган": "paper.minutes.body",
    "председатель": "paper.minutes.chair",
    "секретарь": "paper.minutes.secretary",
    "присутствовали": "paper.minutes.present_list",
    "ознакомлены": "paper.acquaint.title",
}
# Mark of a list: what it goes through and what is printed of each line
LISTS = {
    "основания": ("paper.preamble", ""),
    "пункты": ("paper.items", ".text"),
    "разделы.название": ("paper.sections", ".title"),
    "подписи.должность": ("paper.signatures", ".post"),
    "подписи.имя": ("paper.signatures", ".name"),
    "визы.должность": ("paper.visas", ".post"),
    "визы.имя": ("paper.visas", ".name"),
    "визы.дата": ("paper.visas", ".date"),
    "ознакомлены.имя": ("paper.acquaint.rows", ".name"),
    "ознакомлены.дата": ("paper.acquaint.rows", ".date"),
    "рекомендации.кому": ("paper.recommendations", ".addressee"),
    "рекомендации.что": ("paper.recommendations", ".text"),
    "рекомендации.срок": ("paper.recommendations", ".term"),
    "рекомендации.показатель": ("paper.recommendations", ".expected"),
    "вопросы": ("paper.agenda", ".question"),
    "приложения": ("paper.annexes", ".title"),
}


def mark_names() -> list[str]:
    """All the marks, as they are typed."""
    return [f"{{{{{name}}}}}" for name in (*FIELDS, *LISTS)]


def understand_marks(template: bytes) -> bytes:
    """The template with marks turned into instructions of the engine."""
    source = ZipFile(BytesIO(template))
    if "{{" not in _all_text(source):
        return template
    result = BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = source.read(info)
            if info.filename in ("content.xml", "styles.xml"):
                part = _with_instructions(part)
            target.writestr(info, part)
    return result.getvalue()


def _all_text(source: ZipFile) -> str:
    """Marks may be torn by formatting, so the text is looked at without it."""
    parts = (source.read(name) for name in ("content.xml", "styles.xml"))
    return "".join("".join(etree.fromstring(part).itertext()) for part in parts)


def _with_instructions(part: bytes) -> bytes:
    root = etree.fromstring(part)
    for tag in ("p", "h"):
        for paragraph in list(root.iter(f"{{{TEXT}}}{tag}")):
            if MARK.search("".join(paragraph.itertext())):
                _understand(paragraph)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _understand(paragraph) -> None:
    names = [name.lower() for name in MARK.findall("".join(paragraph.itertext()))]
    for name in names:
        if name not in FIELDS and name not in LISTS:
            raise TemplateProblem("unknown_mark", name)
    _gather(paragraph)
    lists = {LISTS[name][0] for name in names if name in LISTS}
    if len(lists) > 1:
        raise TemplateProblem("two_lists", ", ".join(names))
    for source in lists:
        _repeat(_row_of(paragraph), source)
    if not lists:
        shown = " or ".join(FIELDS[name] for name in names)
        paragraph.set(f"{{{PY}}}if", shown)
    _replace(paragraph)


def _gather(paragraph) -> None:
    """Marks torn apart by formatting are put into the piece they begin in."""
    pieces = _pieces(paragraph)
    texts = [_get(piece) for piece in pieces]
    whole = "".join(texts)
    for found in reversed(list(MARK.finditer(whole))):
        start = 0
        for index, text in enumerate(texts):
            end = start + len(text)
            low, high = max(found.start(), start), min(found.end(), end)
            if low < high:
                own = found[0] if start <= found.start() < end else ""
                texts[index] = text[: low - start] + own + text[high - start :]
            start = end
    for piece, text in zip(pieces, texts, strict=True):
        _set(piece, text)


def _pieces(node):
    """Places of text under ``node`` in their order: ``[(node, "text" or "tail")]``."""
    places = [(node, "text")] if isinstance(node.tag, str) else []
    for child in node:
        places += [*_pieces(child), (child, "tail")]
    return places


def _get(piece) -> str:
    node, place = piece
    return getattr(node, place) or ""


def _set(piece, text: str) -> None:
    node, place = piece
    setattr(node, place, text or None)


def _replace(paragraph) -> None:
    for node, place in _pieces(paragraph):
        text = _get((node, place))
        if "{{" in text:
            _put_fields(node, place, MARK.split(text))


def _put_fields(node, place: str, parts: list[str]) -> None:
    """Text, name of a mark, text, …: each mark becomes an element of its own."""
    _set((node, place), parts[0])
    parent = node if place == "text" else node.getparent()
    position = 0 if place == "text" else parent.index(node) + 1
    for name, tail in zip(parts[1::2], parts[2::2], strict=True):
        field = etree.Element("span", {f"{{{PY}}}strip": "True"}, nsmap={"py": PY})
        field.set(f"{{{PY}}}content", _expression(name.lower()))
        field.tail = tail or None
        parent.insert(position, field)
        position += 1


def _expression(name: str) -> str:
    return f"line{LISTS[name][1]}" if name in LISTS else FIELDS[name]


def _row_of(paragraph):
    """What is repeated: the row of the table the paragraph stands in, or itself."""
    for parent in paragraph.iterancestors():
        if parent.tag == f"{{{TABLE}}}table-row":
            return parent
    return paragraph


def _repeat(node, source: str) -> None:
    code = f"line in {source}"
    if node.get(f"{{{PY}}}for") not in (None, code):
        raise TemplateProblem("two_lists", source)
    node.set(f"{{{PY}}}for", code)
