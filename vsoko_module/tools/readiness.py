"""How ready a school is to report: the mean of its steps, each of the same weight."""

from typing import NamedTuple


class Step(NamedTuple):
    """One step: ``done`` of ``whole``; where there is nothing to do yet, not begun."""

    key: str
    done: int
    whole: int

    @property
    def share(self) -> float:
        """
        >>> Step("plan", 1, 4).share, Step("plan", 0, 0).share
        (0.25, 0.0)
        """
        return min(self.done / self.whole, 1.0) if self.whole else 0.0

    @property
    def is_done(self) -> bool:
        return self.whole > 0 and self.done >= self.whole


def readiness(steps) -> int:
    """Whole percent, and 100 only when every step is done.

    >>> readiness([Step("year", 1, 1), Step("plan", 0, 1)])
    50
    >>> readiness([Step("year", 1, 1), Step("figures", 999, 1000)])
    99
    >>> readiness([Step("year", 1, 1)]), readiness([])
    (100, 0)
    """
    if not steps:
        return 0
    return int(100 * sum(step.share for step in steps) / len(steps) + 1e-9)


def blockers(steps) -> list:
    """Steps that are not done, in their order: the first one is the next step.

    >>> [step.key for step in blockers([Step("year", 1, 1), Step("plan", 0, 1)])]
    ['plan']
    """
    return [step for step in steps if not step.is_done]
