"""Expressions of a template: fields of the paper and of its loops, comparisons.

They are read without being run, beside a sample of the paper, so that a field that
papers have not is found even where a condition hides it.
"""

import ast
import difflib

from .template_problem import TemplateProblem

# What is met where the sample says nothing, for instance in an empty list
ANY = object()
# A text that is compared with may not smuggle in what Genshi would run
UNSAFE = set("${}\\\"'`%")
SAFE = (
    ast.Expression, ast.Name, ast.Load, ast.Attribute, ast.Subscript, ast.Constant,
    ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.Compare, ast.Eq, ast.NotEq,
    ast.In, ast.NotIn,
)  # fmt: skip


def check_field(source: str, names: dict) -> None:
    """An expression that is printed: a text, not a list.

    >>> paper = {"heading": "О плане", "items": [{"text": "Утвердить"}]}
    >>> check_field("paper.heading", {"paper": paper})
    >>> try:
    ...     check_field("paper.items", {"paper": paper})
    ... except TemplateProblem as problem:
    ...     print(problem)
    not_text: paper.items
    """
    if isinstance(shape_of(source, names), list | dict):
        raise TemplateProblem("not_text", source)


def line_shape(source: str, names: dict):
    """One line of the list that a loop goes through.

    >>> line_shape("paper.items", {"paper": {"items": [{"text": "Утвердить"}]}})
    {'text': 'Утвердить'}
    """
    shape = shape_of(source, names)
    if shape is ANY:
        return ANY
    if not isinstance(shape, list):
        raise TemplateProblem("not_list", source)
    return shape[0] if shape else ANY


def shape_of(source: str, names: dict):
    """What an expression would give, ``names`` being all it may begin with.

    >>> paper = {"items": [{"text": "Утвердить"}], "mark": ""}
    >>> shape_of("paper.items[0].text and not paper.mark", {"paper": paper}) is ANY
    True
    >>> for bad in ("paper.__class__", "open('x')", "paper.itms", "pages", "'${1}'"):
    ...     try:
    ...         shape_of(bad, {"paper": paper})
    ...     except TemplateProblem as problem:
    ...         print(problem, "–", problem.near or "?")
    code: paper.__class__ – ?
    code: open('x') – ?
    unknown_field: paper.itms – paper.items
    unknown_field: pages – paper
    code: '${1}' – ?
    """
    tree = parsed(source)
    check_safe(tree, source)
    return _shape(tree.body, names)


def parsed(source: str):
    try:
        return ast.parse(source.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise TemplateProblem("syntax", source) from error


def check_safe(tree, source: str) -> None:
    """No calls, nothing that begins with «_», no text that could be run."""
    for node in ast.walk(tree):
        name = getattr(node, "attr", getattr(node, "id", ""))
        value = getattr(node, "value", "") if isinstance(node, ast.Constant) else ""
        is_unsafe = isinstance(value, str) and UNSAFE & set(value)
        if not isinstance(node, SAFE) or name.startswith("_") or is_unsafe:
            raise TemplateProblem("code", source)


def _shape(node, names: dict):
    if isinstance(node, ast.Name):
        return _member(names, node.id, "")
    if isinstance(node, ast.Attribute):
        return _member(_shape(node.value, names), node.attr, ast.unparse(node.value))
    if isinstance(node, ast.Subscript):
        return _line(_shape(node.value, names), node)
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.expr):
            _shape(part, names)
    return ANY


def _member(shape, name: str, owner: str):
    if shape is ANY:
        return ANY
    known = shape if isinstance(shape, dict) else {}
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        prefix = f"{owner}." if owner else ""
        raise TemplateProblem(
            "unknown_field", prefix + name, prefix + near[0] if near else ""
        )
    return known[name]


def _line(shape, node):
    """Only lines by their number: a paper has no other keys to ask for."""
    index = node.slice.value if isinstance(node.slice, ast.Constant) else None
    if not isinstance(index, int) or not (shape is ANY or isinstance(shape, list)):
        raise TemplateProblem("code", ast.unparse(node))
    return shape[0] if shape is not ANY and shape else ANY
