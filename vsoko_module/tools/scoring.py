"""Points, totals and levels of an evaluation: arithmetic only, no records.

A row that does not apply is taken out together with what it could have brought; a row
that nobody has filled in stays in and brings nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """An indicator in an evaluation: ``points`` is None while it is not filled in."""

    key: int
    group: int
    points: float | None
    limit: float
    weight: float = 1.0
    applies: bool = True
    is_critical: bool = False
    critical_points: float = 0.0


@dataclass(frozen=True)
class Level:
    """A level that begins at ``start`` points and reaches up to the next one."""

    key: int
    start: float
    needs_critical: bool = False


@dataclass(frozen=True)
class Score:
    """What rows have brought and could bring; ``scaled`` is out of the whole limit."""

    points: float
    limit: float
    whole: float

    @property
    def scaled(self) -> float:
        """The points brought to the limit of all rows, when some do not apply."""
        return self.points * self.whole / self.limit if self.limit else 0.0

    @property
    def share(self) -> float:
        return self.points * 100 / self.limit if self.limit else 0.0


def points_for(
    unit: str,
    value: float,
    limit: float,
    bands: Sequence[tuple[float, float]] = (),
    better: str = "more",
) -> float:
    """Points that a value brings; ``bands`` are (from, points), half-open.

    >>> bands = [(0, 0), (1, 30), (2, 60), (3, 90), (4, 100)]
    >>> [points_for("number", n, 100, bands) for n in (0, 1, 3, 4, 9)]
    [0, 30, 90, 100, 100]
    >>> points_for("percent", 62.5, 100), points_for("yes_no", 1, 3)
    (62.5, 3)
    >>> points_for("share", 10, 2, better="less")
    1.8
    """
    if bands:
        reached = [points for start, points in sorted(bands) if value >= start]
        return reached[-1] if reached else 0
    if unit == "yes_no":
        good = bool(value) if better == "more" else not value
        return limit if good else 0
    if unit in ("percent", "share"):
        part = value if better == "more" else 100 - value
        return limit * part / 100
    return value


def total_sum(rows: Iterable[Row]) -> Score:
    """Sum of points by weight.

    >>> rows = [Row(1, 1, 3, 3), Row(2, 1, None, 3), Row(3, 1, None, 3, applies=False)]
    >>> score = total_sum(rows)
    >>> score.points, score.limit, score.whole, score.scaled
    (3.0, 6.0, 9.0, 4.5)
    """
    rows = list(rows)
    live = [row for row in rows if row.applies]
    return Score(
        float(sum((row.points or 0) * row.weight for row in live)),
        float(sum(row.limit * row.weight for row in live)),
        float(sum(row.limit * row.weight for row in rows)),
    )


def group_mean(rows: Iterable[Row]) -> float | None:
    """Weighted mean of the rows of a criterion in percent; None: nothing applies.

    >>> group_mean([Row(1, 1, 50, 100, 0.3), Row(2, 1, 100, 100, 0.7)])
    85.0
    >>> group_mean([Row(1, 1, 50, 100, 0.3), Row(2, 1, 0, 100, 0.7, applies=False)])
    50.0
    """
    live = [row for row in rows if row.applies and row.weight and row.limit]
    weights = sum(row.weight for row in live)
    if not weights:
        return None
    gained = sum((row.points or 0) / row.limit * row.weight for row in live)
    return round(gained * 100 / weights, 9)


def total_mean(rows: Iterable[Row], weights: dict[int, float]) -> Score:
    """Weighted mean of criteria, 0–100; a criterion where nothing applies is left out.

    >>> rows = [Row(1, 1, 100, 100), Row(2, 2, 50, 100), Row(3, 3, 9, 9, applies=False)]
    >>> total_mean(rows, {1: 1, 2: 1, 3: 1}).points
    75.0
    """
    groups: dict[int, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    means = {key: group_mean(members) for key, members in groups.items()}
    live = {key: mean for key, mean in means.items() if mean is not None}
    total = sum(weights.get(key, 1) for key in live)
    if not total:
        return Score(0.0, 0.0, 100.0)
    gained = sum(mean * weights.get(key, 1) for key, mean in live.items())
    return Score(round(gained / total, 9), 100.0, 100.0)


def unmet_critical(rows: Iterable[Row]) -> list[int]:
    """Keys of critical rows with fewer points than they need, or not filled in.

    >>> unmet_critical([Row(7, 1, 1, 2, is_critical=True, critical_points=2)])
    [7]
    """
    return [
        row.key
        for row in rows
        if row.applies
        and row.is_critical
        and (row.points is None or row.points < row.critical_points)
    ]


def level_of(points: float, levels: Iterable[Level], critical_met: bool = True):
    """The key of the level reached: half-open, gated by critical indicators.

    >>> levels = [Level(1, 0), Level(2, 70), Level(3, 110, needs_critical=True)]
    >>> [level_of(points, levels) for points in (69, 69.999, 70, 109, 110, 143)]
    [1, 1, 2, 2, 3, 3]
    >>> level_of(143, levels, critical_met=False), level_of(-1, levels)
    (2, None)
    """
    reached = [
        level
        for level in levels
        # 109,9999999 of binary fractions is 110
        if round(points, 6) >= level.start
        and (critical_met or not level.needs_critical)
    ]
    return max(reached, key=lambda level: level.start).key if reached else None


def completeness(rows: Iterable[Row]) -> float:
    """Percent of rows that apply and are filled in.

    >>> completeness([Row(1, 1, 0, 3), Row(2, 1, None, 3), Row(3, 1, None, 3)])
    33.333333333333336
    """
    live = [row for row in rows if row.applies]
    filled = [row for row in live if row.points is not None]
    return len(filled) * 100 / len(live) if live else 0.0


@dataclass(frozen=True)
class Gain:
    """Points that an indicator can still bring, and how hard that is."""

    key: int
    points: float
    effort: int = 1

    @property
    def per_effort(self) -> float:
        return self.points / max(self.effort, 1)


def nearest(gains: Iterable[Gain], needed: float) -> tuple[list[Gain], int]:
    """Gains, the most points for the least effort first, and how many are enough.

    ``0`` of them when they do not reach what is needed together.

    >>> ordered, enough = nearest([Gain(1, 1), Gain(2, 3, 2), Gain(3, 3)], 5)
    >>> [gain.key for gain in ordered], enough
    ([3, 2, 1], 2)
    >>> nearest([Gain(1, 1)], 5)[1]
    0
    """
    ordered = sorted(
        (gain for gain in gains if gain.points > 0),
        key=lambda gain: (-gain.per_effort, gain.effort, gain.key),
    )
    reached = 0.0
    for count, gain in enumerate(ordered, 1):
        reached += gain.points
        if round(reached, 6) >= round(needed, 6):
            return ordered, count
    return ordered, 0
