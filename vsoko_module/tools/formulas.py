"""Formulas of indicators: arithmetic over named figures, in words a school uses.

``процедур_проведено / процедур_по_плану * 100``, ``показатель("1.24")``,
``доля(a, b)``. They are evaluated by simpleeval, which knows no attributes, imports or
calls but those given to it.
"""

import ast
import math

from simpleeval import (
    FeatureNotAvailable,
    FunctionNotDefined,
    InvalidExpression,
    NameNotDefined,
    SimpleEval,
)

LONGEST = 500
# What a formula may be made of: numbers, names, signs, comparisons and calls
ALLOWED = (
    ast.Expression,
    ast.BinOp,
    ast.UnaryOp,
    ast.BoolOp,
    ast.Compare,
    ast.Call,
    ast.Name,
    ast.Constant,
    ast.operator,
    ast.unaryop,
    ast.boolop,
    ast.cmpop,
    ast.expr_context,
)
REFERENCE = "показатель"


class FormulaProblem(Exception):
    """A formula that cannot be counted: ``code`` says why, ``params`` what of it."""

    def __init__(self, code: str, **params):
        super().__init__(code, params)
        self.code = code
        self.params = params


class Missing(Exception):
    """A figure that is not known yet: the formula has no value, and that is not 0."""

    def __init__(self, name: str):
        super().__init__(name)
        self.name = name


def _share(part: float, base: float) -> float:
    return part * 100 / base


def _if(condition, yes: float, no: float) -> float:
    return yes if condition else no


FUNCTIONS = {
    "доля": _share,
    "сумма": lambda *values: math.fsum(values),
    "среднее": lambda *values: math.fsum(values) / len(values),
    "наименьшее": min,
    "наибольшее": max,
    "если": _if,
}


def parse(formula: str) -> tuple[set[str], set[str]]:
    """Names of figures and codes of indicators that a formula reads.

    >>> names, codes = parse('доля(a, b) + показатель("1.24")')
    >>> sorted(names), codes
    (['a', 'b'], {'1.24'})
    >>> parse("a +")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    FormulaProblem: ('syntax', {'place': 3})
    """
    tree = _tree(formula)
    names, codes = set(), set()
    for node in ast.walk(tree):
        if not isinstance(node, ALLOWED):
            raise FormulaProblem("forbidden")
        if isinstance(node, ast.Call):
            codes |= _check_call(node)
        elif isinstance(node, ast.Name):
            names.add(node.id)
    return names - FUNCTIONS.keys() - {REFERENCE}, codes


def _tree(formula: str) -> ast.Expression:
    text = formula.strip()
    if len(text) > LONGEST:
        raise FormulaProblem("too_long", limit=LONGEST)
    try:
        return ast.parse(text, mode="eval")
    except SyntaxError as error:
        raise FormulaProblem("syntax", place=error.offset or 1) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise FormulaProblem("syntax", place=1) from error


def _check_call(node: ast.Call) -> set[str]:
    """The code that «показатель» is asked for; other calls only of known functions."""
    name = node.func.id if isinstance(node.func, ast.Name) else None
    if name == REFERENCE:
        plain = len(node.args) == 1 and isinstance(node.args[0], ast.Constant)
        if not plain or not isinstance(node.args[0].value, str):
            raise FormulaProblem("reference")
        return {node.args[0].value}
    if name not in FUNCTIONS:
        raise FormulaProblem("function", name=name or "…", known=sorted(FUNCTIONS))
    return set()


def evaluate(formula: str, figures: dict, indicator=None) -> float:
    """The value of a formula; ``indicator(code)`` gives values of other indicators.

    ``Missing`` is raised where a figure is None, ``FormulaProblem`` where the formula
    is wrong.

    >>> evaluate("доля(a, b)", {"a": 1, "b": 3})
    33.333333333333336
    >>> evaluate('показатель("1.1") / 2', {}, {"1.1": 5.0}.get)
    2.5
    >>> evaluate("a / b", {"a": 1, "b": 0})  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    FormulaProblem: ('zero', {})
    >>> evaluate("a.__class__", {"a": 1})  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    FormulaProblem: ('forbidden', {})
    """
    parse(formula)
    counter = SimpleEval(
        functions={**FUNCTIONS, REFERENCE: _known(indicator or (lambda code: None))},
        names=_names(figures),
    )
    try:
        value = counter.eval(formula.strip())
    except ZeroDivisionError as error:
        raise FormulaProblem("zero") from error
    except NameNotDefined as error:
        raise FormulaProblem("name", name=error.name) from error
    except (FeatureNotAvailable, FunctionNotDefined) as error:
        raise FormulaProblem("forbidden") from error
    except (InvalidExpression, TypeError, ValueError, ArithmeticError) as error:
        raise FormulaProblem("forbidden") from error
    return _finite(value)


def _names(figures: dict):
    def figure(node):
        if node.id not in figures:
            raise NameNotDefined(node.id, "")
        if figures[node.id] is None:
            raise Missing(node.id)
        return figures[node.id]

    return figure


def _known(indicator):
    def value_of(code):
        value = indicator(code)
        if value is None:
            raise Missing(code)
        return value

    return value_of


def _finite(value) -> float:
    if isinstance(value, bool):
        return float(value)
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise FormulaProblem("not_a_number")
    return float(value)
