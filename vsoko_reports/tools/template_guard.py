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

from .template_expression import ANY, check_field, line_shape, parsed, shape_of
from .template_problem import TemplateProblem

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
    "script",
}  # fmt: skip
WEB = re.compile(r"(?:https?|mailto):", re.I)
FETCHES = re.compile(
    rb"<!ENTITY|<script|href\s*=\s*[\"'](?!#|data:)|url\(\s*[\"']?(?!#|data:|[\"'])",
    re.I,
)
FOR = re.compile(r"([^\W\d_]\w*)\s+in\s+(.+)", re.S)
IMAGE = re.compile(r"py3o\.image\((.+)\)", re.S)
SIZES = {"width", "height", "keep_ratio"}
INSTRUCTION = "py3o://"


def check(template: bytes, sample=ANY) -> None:
    """Refuse a template that is broken or could do more than print a paper.

    ``sample`` is a paper with all its fields; without one any field may be named.
    """
    for part in _parts(template):
        _check_part(part, {"paper": sample})


def _parts(template: bytes):
    try:
        archive = ZipFile(BytesIO(template))
        infos = archive.infolist()
        if sum(info.file_size for info in infos) > LIMIT:
            raise TemplateProblem("too_large")
        if archive.read("mimetype").strip() != MIMETYPE:
            raise TemplateProblem("not_odt")
        for info in infos:
            _check_file(info.filename, archive)
        return [_parsed(archive.read(name)) for name in PARTS]
    except (BadZipFile, KeyError, OSError, NotImplementedError) as error:
        raise TemplateProblem("not_odt") from error


def _check_file(name: str, archive: ZipFile) -> None:
    if re.match(r"(?:Basic|Scripts|Object|Dialogs|Configurations2/acc)", name):
        raise TemplateProblem("active", name)
    if name.startswith("Pictures/"):
        picture = archive.read(name)
        # A drawing (SVG) is a page of its own that may fetch files and addresses
        if b"<svg" in picture.lower() and FETCHES.search(picture):
            raise TemplateProblem("outside", name)


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


def _check_part(part, names: dict) -> None:
    """Elements in their order, as loops give names to what stands inside them."""
    opened = [("", names)]
    for node in part.iter():
        if node.tag is etree.Comment:
            continue
        _check_node(node)
        if code := _instruction(node):
            _follow(code, opened)
        _check_fields(node, opened[-1][1])
    if len(opened) > 1:
        raise TemplateProblem("not_closed", opened[-1][0])


def _check_node(node) -> None:
    name = etree.QName(node)
    if name.namespace in FOREIGN or name.localname in ACTIVE:
        raise TemplateProblem("active", name.localname)
    for key, value in node.attrib.items():
        if etree.QName(key).namespace in FOREIGN:
            raise TemplateProblem("active", value)
        if _local(key) == "href":
            _check_link(node, value)
        # Genshi looks for «${…}» in every attribute, a link and a name among them
        _check_text(value)
    for text in (node.text, node.tail):
        _check_text(text)


def _check_link(node, value: str) -> None:
    if value.startswith(INSTRUCTION) or value.startswith("#") or not value:
        return
    is_text_link = _local(node.tag) == "a" and WEB.match(value)
    is_inside = re.fullmatch(r"(?:\./)?(?:Pictures|Thumbnails)/[\w.\-]+", value)
    if not is_text_link and not is_inside:
        raise TemplateProblem("outside", value)


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


def _check_fields(node, names: dict) -> None:
    """«py3o.paper.heading» of a field, «py3o.image(chart.svg, …)» of a frame.

    Names of fields are taken as they stand, those of frames are decoded: so does py3o,
    which lets a template choose the namespaces, so that only local names are asked.
    """
    element = etree.QName(node).localname
    for name in _attributes(node, "name"):
        if element == "user-field-get" and name.startswith("py3o."):
            check_field(name.removeprefix("py3o."), names)
        elif element == "frame" and name.startswith("py3o."):
            _check_picture(unquote(name), names)


def _attributes(node, name: str) -> list[str]:
    return [value for key, value in node.attrib.items() if _local(key) == name]


def _local(key: str) -> str:
    return etree.QName(key).localname


def _check_picture(name: str, names: dict) -> None:
    found = IMAGE.fullmatch(name)
    call = parsed(f"f({found[1]})").body if found else None
    # «f(…)(…)» and «f(…) or (…)» are no single call: something would hide in them
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        raise TemplateProblem("code", name)
    if not call.args or any(word.arg not in SIZES for word in call.keywords):
        raise TemplateProblem("code", name)
    for argument in [*call.args, *(word.value for word in call.keywords)]:
        shape_of(ast.unparse(argument), names)


def _instruction(node) -> str:
    """What py3o would take for an instruction: a link, or an input field of old."""
    for value in _attributes(node, "description"):
        if "py3o" in value:
            raise TemplateProblem("code", value)
    for key, value in node.attrib.items():
        if value.startswith(INSTRUCTION):
            if _local(node.tag) != "a" or _local(key) != "href":
                raise TemplateProblem("code", value)
            return unquote(value).removeprefix(INSTRUCTION)
    return ""


def _follow(code: str, opened: list) -> None:
    """Loops and conditions, each closed by its own end."""
    name = code.lstrip("/").partition("=")[0]
    if name not in ("for", "if"):
        raise TemplateProblem("code", code)
    if not code.startswith("/"):
        opened.append((name, _names_within(code, opened[-1][1])))
    elif opened.pop()[0] != name:
        raise TemplateProblem("not_opened", code)


def _names_within(code: str, names: dict) -> dict:
    name, _equals, value = code.partition("=")
    value = value.strip('"').strip()
    if name == "if":
        shape_of(value, names)
        return names
    loop = FOR.fullmatch(value)
    if not loop or loop[1] == "paper":
        raise TemplateProblem("syntax", code)
    return {**names, loop[1]: line_shape(loop[2], names)}
