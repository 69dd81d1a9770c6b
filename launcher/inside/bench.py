"""Run one benchmark inside Odoo and print its lines.

A benchmark is a file of benchmarks/ with `measure(env)` that yields `Result`s.
"""

import os
import runpy
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

GOAL_MISSED = 3


class Result(NamedTuple):
    """One measured thing.

    With `other` the goal is about the ratio: `value` at most `limit` times `other`;
    without it the value itself must not exceed the limit.
    """

    title: str
    value: float
    limit: float
    unit: str = "с"
    other: float | None = None
    other_title: str = ""

    @property
    def measure(self) -> float:
        return self.value if self.other is None else self.value / self.other

    @property
    def is_met(self) -> bool:
        return self.measure <= self.limit

    def line(self) -> str:
        """The result as a person reads it.

        >>> print(Result("Запросов", 12, 150, "шт.").line())
        ✓ Запросов: 12 шт. (цель: не больше 150)
        >>> print(Result("Импорт", 3, 5, other=0.5, other_title="чтение").line())
        ✗ Импорт: 3 с; чтение: 0.5 с; раз: 6 (цель: не больше 5)
        """
        sign = "✓" if self.is_met else "✗"
        text = f"{sign} {self.title}: {self.value:.3g} {self.unit}"
        if self.other is not None:
            text += f"; {self.other_title}: {self.other:.3g} {self.unit}"
            text += f"; раз: {self.measure:.3g}"
        return f"{text} (цель: не больше {self.limit:g})"


def best_time(action: Callable[[], object], repeat: int = 3) -> float:
    """Seconds of the fastest run: the slower ones measure the rest of the machine."""
    times = []
    for _turn in range(repeat):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return min(times)


def main(env):
    measure = runpy.run_path(os.environ["VSOKO_BENCHMARK"])["measure"]
    is_all_met = True
    for result in measure(env):
        print(result.line(), flush=True)
        is_all_met &= result.is_met
    if not is_all_met:
        sys.exit(GOAL_MISSED)
