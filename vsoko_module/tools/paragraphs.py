"""Texts of the screen as plain paragraphs of a paper."""

import re

from lxml import etree, html

# What XML cannot hold: one such sign pasted from Word would spoil the whole file
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BLOCKS = {
    "address", "article", "blockquote", "dd", "div", "dl", "dt", "figure", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "td",
    "th", "tr", "ul",
}  # fmt: skip
SKIPPED = {"script", "style", "head", "template"}
BULLET = "– "


def clean(text: str | None) -> str:
    """A text without what spoils a file; a line break of Word stays a line break.

    >>> clean("ВПР\\x0bпо русскому\\x00")
    'ВПР\\nпо русскому'
    """
    return FORBIDDEN.sub("", re.sub("[\x0b\x0c]", "\n", text or ""))


def lines(text: str | None) -> list[str]:
    """The lines of a field, empty ones left out.

    >>> lines(" Справка \\n\\nПриказ"), lines(False)
    (['Справка', 'Приказ'], [])
    """
    found = (line.strip() for line in clean(text).splitlines())
    return [line for line in found if line]


def one_line(text: str) -> str:
    """A text without breaks of lines; spaces that do not break stay.

    >>> one_line(" Было\\n52\\xa0% ")
    'Было 52\\xa0%'
    """
    return re.sub(r"[ \t\r\n]+", " ", clean(text)).strip(" ")


def shortened(text: str, limit: int) -> str:
    """At most ``limit`` signs, cut between words.

    >>> shortened("Провести срез по теме", 14), shortened("Срез", 14)
    ('Провести срез…', 'Срез')
    >>> shortened("Достопримечательность", 6)
    'Досто…'
    """
    said = one_line(text)
    if len(said) <= limit:
        return said
    head = said[: limit - 1]
    whole = head if said[limit - 1] == " " else head.rpartition(" ")[0]
    return f"{(whole or head).rstrip(' .,;:–-')}…"


def numbered(texts: list[str]) -> list[str]:
    """Several activities of one row with their numbers, unless they have some.

    >>> numbered(["Анализ", "Отчёт"]), numbered(["Анализ"])
    (['1. Анализ', '2. Отчёт'], ['Анализ'])
    >>> numbered(["1) Анализ", "2) Отчёт"])
    ['1) Анализ', '2) Отчёт']
    """
    if len(texts) < 2 or re.match(r"\d+[.)]|[-–—•]", texts[0]):
        return texts
    return [f"{number}. {text}" for number, text in enumerate(texts, 1)]


def paragraphs(source: str | None) -> list[str]:
    """The paragraphs of an HTML field; items of lists keep numbers or dashes.

    >>> paragraphs("<p>Цели:</p><ol><li>Знать &amp; уметь</li><li>Любить</li></ol>")
    ['Цели:', '1. Знать & уметь', '2. Любить']
    >>> paragraphs("<ol><li>Первое<ol><li>подробнее</li></ol></li></ol>")
    ['1. Первое', '1.1. подробнее']
    >>> paragraphs("<ul><li><p>Раз</p></li></ul>Два<br>три<script>alert(1)</script>")
    ['– Раз', 'Два', 'три']
    >>> paragraphs("<p><br></p>"), paragraphs(False), paragraphs("2 < 3, да")
    ([], [], ['2 < 3, да'])
    """
    source = clean(source)
    if not source.strip():
        return []
    try:
        tree = html.fragment_fromstring(source, create_parent="div")
    except etree.ParserError:
        return lines(source)
    writer = _Writer()
    writer.walk(tree)
    return writer.finished()


class _Writer:
    """Walks through a tree and starts a paragraph at each block."""

    def __init__(self):
        self.done: list[str] = []
        self.text = ""
        self.mark = ""

    def walk(self, node, number: str = "") -> None:
        is_block = node.tag in BLOCKS or node.tag == "br"
        if is_block:
            self._flush()
        self._say(node.text)
        for mark, child in _children(node, number):
            self._read_child(child, mark, number)
        if is_block:
            self._flush()

    def finished(self) -> list[str]:
        self._flush()
        return self.done

    def _read_child(self, child, mark: str, number: str) -> None:
        if isinstance(child.tag, str) and child.tag not in SKIPPED:
            if mark:
                self._flush()
                self.mark = mark
            self.walk(child, mark.strip(" –") or number)
        self._say(child.tail)

    def _say(self, text: str | None) -> None:
        self.text += text or ""

    def _flush(self) -> None:
        text = " ".join(self.text.split())
        if text:
            self.done.append(self.mark + text)
            self.mark = ""
        self.text = ""


def _children(node, number: str):
    """Children of a node, items of a list with the mark each begins with."""
    count = 0
    for child in node:
        mark = ""
        if child.tag == "li":
            count += 1
            mark = f"{number}{count}. " if node.tag == "ol" else BULLET
        yield mark, child
