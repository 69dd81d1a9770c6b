"""What a template that a school uploads may do: print fields of a paper, no more.

The engine behind py3o (Genshi) evaluates Python, includes files and follows links, so
everything that is not a plain field, a loop or a condition is refused before it is
rendered. Checked when a template is uploaded and each time it is used.
"""

import ast
import re
from io import BytesIO
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from genshi.core import TEXT
from genshi.template.base import TemplateSyntaxError
from genshi.template.interpolation import interpolate
from lxml import etree

PARTS = ("content.xml", "styles.xml", "META-INF/manifest.xml")
MIMETYPE = b"application/vnd.oasis.opendocument.text"
LIMIT = 20 * 1024 * 1024
FOREIGN = ("http://genshi.edgewall.org/", "http://www.w3.org/2001/XInclude")
# Elements that run, fetch or embed something
ACTIVE = {
    "event-listeners", "event-listener", "execute-macro", "object", "object-ole",
    "applet", "plugin", "floating-frame", "dde-source", "dde-connection-decl",
    "dde-connection", "section-source", "table-source", "cell-range-source",
    "library-embedded", "library-linked", "module", "form", "database-display",
}  # fmt: skip
WEB = re.compile(r"(?:https?|mailto):", re.I)
SAFE = (
    ast.Expression, ast.Name, ast.Load, ast.Attribute, ast.Subscript, ast.Constant,
    ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.Compare, ast.Eq, ast.NotEq,
    ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn,
)  # fmt: skip
FOR = re.compile(r"(\w+)\s+in\s+(.+)", re.S)
IMAGE = re.compile(r"py3o\.image\((.+)\)", re.S)


class TemplateProblem(ValueError):
    """Why a template cannot be taken: ``code`` and what stands there."""

    def __init__(self, code: str, detail: str = ""):
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


def check(template: bytes) -> None:
    """Refuse a template that is broken or could do more than print a paper."""
    for part in _parts(template):
        for node in part.iter():
            _check_node(node)
        _check_instructions(part)


def _parts(template: bytes):
    try:
        archive = ZipFile(BytesIO(template))
        infos = archive.infolist()
        if sum(info.file_size for info in infos) > LIMIT:
            raise TemplateProblem("too_large")
        if archive.read("mimetype").strip() != MIMETYPE:
            raise TemplateProblem("not_odt")
        for info in infos:
            _check_file(info.filename)
        return [_parsed(archive.read(name)) for name in PARTS]
    except (BadZipFile, KeyError, OSError, NotImplementedError) as error:
        raise TemplateProblem("not_odt") from error


def _check_file(name: str) -> None:
    if re.match(r"(?:Basic|Scripts|Object|Dialogs|Configurations2/acc)", name):
        raise TemplateProblem("active", name)


def _parsed(data: bytes):
    """XML without a document type: no entities, nothing read from elsewhere."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise TemplateProblem("not_odt", str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise TemplateProblem("active", "DOCTYPE")
    for node in root.getroottree().iter(etree.ProcessingInstruction, etree.Entity):
        raise TemplateProblem("active", (node.text or "")[:60])
    if root.getprevious() is not None or root.getnext() is not None:
        raise TemplateProblem("active", "<?")
    return root


def _check_node(node) -> None:
    if node.tag is etree.Comment:
        return
    name = etree.QName(node)
    if name.namespace in FOREIGN or name.localname in ACTIVE:
        raise TemplateProblem("active", name.localname)
    for key, value in node.attrib.items():
        _check_attribute(name.localname, etree.QName(key), value)
    for text in (node.text, node.tail):
        _check_text(text)


def _check_attribute(element: str, key, value: str) -> None:
    if key.namespace in FOREIGN:
        raise TemplateProblem("active", value)
    if key.localname == "href":
        _check_link(element, value)
        return
    if key.localname in ("name", "formula") and value.startswith("py3o."):
        _check_field(value)
        return
    _check_text(value)


def _check_link(element: str, value: str) -> None:
    if value.startswith("py3o://") or value.startswith("#") or not value:
        return
    is_text_link = element == "a" and WEB.match(value)
    is_inside = re.fullmatch(r"(?:\./)?(?:Pictures|Thumbnails)/[\w.\-]+", value)
    if not is_text_link and not is_inside:
        raise TemplateProblem("outside", value)


def _check_field(value: str) -> None:
    """«py3o.paper.heading» and «py3o.image(chart.svg, …)»."""
    value = unquote(value)
    if image := IMAGE.fullmatch(value):
        call = _tree(f"f({image[1]})").body
        for argument in [*call.args, *(word.value for word in call.keywords)]:
            _check_tree(argument, value)
    else:
        check_expression(value.removeprefix("py3o."))


def _check_text(text: str | None) -> None:
    """No «${…}» and «$name» of Genshi: papers are filled in by fields and marks."""
    if not text or "$" not in text:
        return
    try:
        parts = list(interpolate(text))
    except (TemplateSyntaxError, SyntaxError) as error:
        raise TemplateProblem("syntax", text[:80]) from error
    if any(kind is not TEXT for kind, _data, _position in parts):
        raise TemplateProblem("code", text.strip()[:80])


def _check_instructions(part) -> None:
    """Loops and conditions, each closed."""
    opened = []
    for node in part.iter():
        code = _instruction(node)
        if not code:
            continue
        name = code.lstrip("/").partition("=")[0]
        if name not in ("for", "if"):
            raise TemplateProblem("code", code)
        if not code.startswith("/"):
            opened.append(name)
            _check_instruction(code)
        elif not opened or opened.pop() != name:
            raise TemplateProblem("not_opened", code)
    if opened:
        raise TemplateProblem("not_closed", opened[-1])


def _instruction(node) -> str:
    for key, value in getattr(node, "attrib", {}).items():
        if value.startswith("py3o://"):
            return unquote(value.removeprefix("py3o://"))
        if etree.QName(key).localname == "description" and "py3o" in value:
            raise TemplateProblem("code", value)
    return ""


def _check_instruction(code: str) -> None:
    name, _equals, value = code.partition("=")
    value = value.strip('"')
    if name == "if":
        check_expression(value)
    elif loop := FOR.fullmatch(value.strip()):
        check_expression(loop[2])
    else:
        raise TemplateProblem("syntax", code)


def check_expression(source: str) -> None:
    """Names, their parts, comparisons; no calls, nothing that begins with «_».

    >>> check_expression("paper.items[0].text and not paper.mark")
    >>> for source in ("paper.__class__", "open('/etc/passwd')", "_top.x"):
    ...     try:
    ...         check_expression(source)
    ...     except TemplateProblem as problem:
    ...         print(problem)
    code: paper.__class__
    code: open('/etc/passwd')
    code: _top.x
    """
    _check_tree(_tree(source), source)


def _tree(source: str):
    try:
        return ast.parse(source.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise TemplateProblem("syntax", source) from error


def _check_tree(tree, source: str) -> None:
    for node in ast.walk(tree):
        is_hidden = isinstance(node, ast.Attribute) and node.attr.startswith("_")
        is_private = isinstance(node, ast.Name) and node.id.startswith("_")
        if not isinstance(node, SAFE) or is_hidden or is_private:
            raise TemplateProblem("code", source)
