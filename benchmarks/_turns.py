"""Two ways to the same end, measured in turns.

The speed of a machine changes by the second; one after another they meet it alike.
"""

import time
from statistics import median

from launcher.inside.bench import Result


def compared(title, goal, ours, other_title, theirs, turns=7):
    """The result of medians, the first turn of each being a warm-up."""
    pairs = [(_seconds(ours), _seconds(theirs)) for _turn in range(turns + 1)]
    value, other = map(median, zip(*pairs[1:], strict=True))
    return Result(title, value, goal, other=other, other_title=other_title)


def _seconds(action):
    began = time.perf_counter()
    action()
    return time.perf_counter() - began
