"""Whole parts of a paper for one mark: «{{разделы}}», «{{обсуждение}}».

A mark of a line cannot hold what has tables, charts and lines within lines, so it is
replaced by the same part of the shipped template, with its styles.
"""

from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from .template_problem import TemplateProblem

FOLDER = Path(__file__).parent.parent / "report" / "odt"
# Mark: the shipped template, the loop that prints the part, which of its loops
PARTS = {
    "разделы": ("document_note.odt", "section in paper.sections", 0),
    "повестка": ("document_minutes.odt", "question in paper.agenda", 0),
    "обсуждение": ("document_minutes.odt", "question in paper.agenda", 1),
    "приложения": ("document_note.odt", "annex in paper.annexes", 0),
}
# Where paragraphs and tables may stand side by side
PLACES = ("text", "section", "table-cell")
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
OWN = "Vsoko_"


def put_part(paragraph, name: str, content, styles) -> None:
    """The part instead of the paragraph; its styles into the two files."""
    parent = paragraph.getparent()
    is_alone = "".join(paragraph.itertext()).strip().strip("{}").strip().lower() == name
    if not is_alone or etree.QName(parent).localname not in PLACES:
        raise TemplateProblem("part_alone", name)
    part, automatic, common = _part(name)
    for element in part:
        paragraph.addprevious(deepcopy(element))
    parent.remove(paragraph)
    _add_styles(content, "automatic-styles", automatic)
    _add_styles(styles, "styles", common)


def _add_styles(root, place: str, wanted: list) -> None:
    home = root.find(f"{{*}}{place}")
    known = {style.get(f"{STYLE}name") for style in home}
    for style in wanted:
        if style.get(f"{STYLE}name") not in known:
            home.append(deepcopy(style))


@lru_cache
def _part(name: str):
    """The elements of a part and the styles they need, under names of our own."""
    filename, loop, index = PARTS[name]
    with ZipFile(FOLDER / filename) as source:
        content = etree.fromstring(source.read("content.xml"))
        styles = etree.fromstring(source.read("styles.xml"))
    part = _loops(content.find(".//{*}body/{*}text"), loop)[index]
    automatic = _named(content.find("{*}automatic-styles"))
    common = _named(styles.find("{*}styles"))
    wanted = _needed(part, {**common, **automatic})
    for element in [*part, *(style for _name, style in wanted)]:
        _rename(element)
    return (
        part,
        [style for one, style in wanted if one in automatic],
        [style for one, style in wanted if one not in automatic],
    )


def _loops(text, loop: str) -> list[list]:
    """Runs of neighbours from «for» to its «/for»."""
    found, depth = [], 0
    for element in text:
        code = _instruction(element)
        if depth or code == f'for="{loop}"':
            if not depth:
                found.append([])
            found[-1].append(element)
            depth += code.startswith("for=") - (code == "/for")
    return found


def _instruction(paragraph) -> str:
    """The instruction of a paragraph that holds nothing else; tables have their own."""
    links = [*paragraph.iterchildren("{*}a")]
    values = [value for link in links for value in link.attrib.values()]
    codes = [value for value in values if value.startswith("py3o://")]
    return unquote(codes[0]).removeprefix("py3o://") if codes else ""


def _named(styles) -> dict:
    return {style.get(f"{STYLE}name"): style for style in styles if _is_named(style)}


def _is_named(style) -> bool:
    return bool(style.get(f"{STYLE}name"))


def _needed(part: list, styles: dict) -> list[tuple]:
    """Styles that elements name, and those they are made from."""
    needed, waiting = {}, list(part)
    while waiting:
        for name in _style_names(waiting.pop()):
            if name in styles and name not in needed:
                needed[name] = styles[name]
                waiting.append(styles[name])
    return list(needed.items())


def _style_names(element) -> set[str]:
    return {
        value
        for node in element.iter(etree.Element)
        for key, value in node.attrib.items()
        if _is_style(key)
    }


def _is_style(key: str) -> bool:
    return etree.QName(key).localname in ("style-name", "parent-style-name")


def _rename(element) -> None:
    for node in element.iter(etree.Element):
        for key, value in node.attrib.items():
            if _is_style(key) or key == f"{STYLE}name":
                node.set(key, OWN + value)
