"""The chain of a problem from the data to the effect: what is there, what is not."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

MET, HOLE, WAITING = "met", "hole", "waiting"


class Chain(NamedTuple):
    """What the records say of one problem; of several of a kind, the best one."""

    finding: int
    has_data: bool = False
    note: int | None = None
    is_note_signed: bool = False
    has_cause: bool = False
    decision: int | None = None
    is_decision_full: bool = False
    order: int | None = None
    is_order_signed: bool = False
    recheck: int | None = None
    is_recheck_done: bool = False
    recheck_on: date | None = None
    check: int | None = None
    is_judged: bool = False

    def is_awaited(self, today: date) -> bool:
        """Whether the repeat control is still ahead."""
        if not self.recheck or self.is_recheck_done:
            return False
        return self.recheck_on is None or self.recheck_on >= today


class Row(NamedTuple):
    """One row of the folder: how a stage stands, and where that is mended.

    A row of the school counts in part, ``done`` of ``whole``; of a problem or an act,
    in full or not at all.
    """

    stage: str
    state: str
    reason: str
    done: int = 0
    whole: int = 1
    finding: int | None = None
    act: int | None = None
    model: str | None = None
    record: int | None = None
    day: date | None = None

    @property
    def share(self) -> float:
        """
        >>> Row("note", HOLE, "part", 1, 4).share, Row("note", HOLE, "none", 0, 0).share
        (0.25, 0.0)
        """
        return min(self.done / self.whole, 1.0) if self.whole else 0.0


def problem_rows(chain: Chain, today: date) -> list[Row]:
    """Seven stages of one problem, in their order.

    >>> day = date(2024, 2, 1)
    >>> [(row.stage, row.reason) for row in problem_rows(Chain(1, True, 5), day)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('data', 'met'), ('note', 'unfinished'), ('cause', 'missing'),
     ('decision', 'missing'), ('order', 'missing'), ('recheck', 'missing'),
     ('effect', 'missing')]
    >>> ahead = Chain(1, recheck=7, recheck_on=date(2024, 3, 1))
    >>> [row.state for row in problem_rows(ahead, day)[-2:]]
    ['met', 'waiting']
    >>> [row.reason for row in problem_rows(ahead, date(2024, 3, 2))[-2:]]
    ['late', 'missing']
    """
    finding, decision, effect = (
        ("vsoko.finding", chain.finding),
        ("vsoko.decision", chain.decision),
        ("vsoko.effect.check", chain.check),
    )
    note, order = ("vsoko.document", chain.note), ("vsoko.document", chain.order)
    told = decision if chain.decision else finding
    rows = [
        _row("data", chain.has_data, finding, finding),
        _row("note", chain.is_note_signed, note),
        _row("cause", chain.has_cause, finding, finding),
        _row("decision", chain.is_decision_full, decision, finding),
        _row("order", chain.is_order_signed, order),
        _recheck_row(chain, today, finding),
        _effect_row(chain, today, effect, told),
    ]
    return [row._replace(finding=chain.finding) for row in rows]


def _row(stage: str, is_met: bool, found: tuple, otherwise: tuple = (None, None)):
    """Met, begun (``found`` is there but not ready) or missing.

    A missing link is mended at ``otherwise``; without it a new record is made.
    """
    (model, record) = found if found[1] else otherwise
    is_begun = found[1] and found != otherwise
    reason = "met" if is_met else "unfinished" if is_begun else "missing"
    state = MET if is_met else HOLE
    return Row(stage, state, reason, int(is_met), model=model, record=record)


def _recheck_row(chain: Chain, today: date, finding: tuple) -> Row:
    """A repeat control that is ahead is in its place; a late one is a hole."""
    is_met = chain.is_recheck_done or chain.is_awaited(today)
    row = _row("recheck", is_met, ("vsoko.procedure", chain.recheck), finding)
    row = row._replace(day=chain.recheck_on)
    return row._replace(reason="late") if row.reason == "unfinished" else row


def _effect_row(chain: Chain, today: date, effect: tuple, told: tuple) -> Row:
    """Before the repeat control the effect counts neither for nor against."""
    row = _row("effect", chain.is_judged, effect, told)
    if row.state == HOLE and chain.is_awaited(today):
        return row._replace(state=WAITING, reason="waiting", day=chain.recheck_on)
    return row


def share_row(stage: str, done: int, whole: int, may_wait: bool = False) -> Row:
    """A row of the school; where there is nothing to count yet it may wait.

    >>> share_row("note", 2, 2).state, share_row("note", 1, 2).reason
    ('met', 'part')
    >>> share_row("data", 0, 0).state, share_row("note", 0, 0, may_wait=True).state
    ('hole', 'waiting')
    """
    if whole and done >= whole:
        return Row(stage, MET, "part", done, whole)
    if whole:
        return Row(stage, HOLE, "part", done, whole)
    if may_wait:
        return Row(stage, WAITING, "waiting", 0, 0)
    return Row(stage, HOLE, "none", 0, 0)


def weights(rows: Iterable[Row], weight_of: dict[str, int]) -> tuple[float, int]:
    """Weight that is met, of all that is due.

    >>> rows = [Row("note", MET, "met", 1), Row("order", HOLE, "missing")]
    >>> rows += [Row("effect", WAITING, "waiting"), Row("data", HOLE, "part", 1, 2)]
    >>> weights(rows, {"note": 1, "order": 3, "effect": 9, "data": 2})
    (2.0, 6)
    """
    due = [row for row in rows if row.state != WAITING]
    met = sum(weight_of[row.stage] * row.share for row in due)
    return met, sum(weight_of[row.stage] for row in due)


def percent(met: float, due: float) -> int:
    """Whole percent, and 100 only when nothing is missing.

    >>> percent(199.5, 200), percent(200, 200), percent(0, 0)
    (99, 100, 0)
    """
    return int(100 * met / due + 1e-9) if due else 0


def heard(name: str) -> list[str]:
    """Words of a name, as they are compared.

    >>> heard("Положение «О ВСОКО»")
    ['положение', 'о', 'всоко']
    """
    return re.findall(r"\w+", name.lower().replace("ё", "е"))


def is_named(said: list[str], asked: str) -> bool:
    """Whether a name has all the beginnings of words of one of the lines.

    >>> lines = "положени ВСОКО\\nположени систем оценк качеств"
    >>> is_named(heard("Положение о внутренней системе оценки качества"), lines)
    True
    >>> is_named(heard("Положение о совете школы"), lines), is_named(["план"], "")
    (False, False)
    """
    return any(
        all(any(word.startswith(part) for word in said) for part in line)
        for line in map(heard, asked.splitlines())
        if line
    )
