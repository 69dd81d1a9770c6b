"""Whether a decision worked: the figure before, after and the target."""


def verdict(before: float, after: float, target: float, better: str = "more") -> str:
    """``reached``, ``partly``, ``none`` or ``worse``.

    >>> [verdict(52, after, 60) for after in (61, 56, 52, 47)]
    ['reached', 'partly', 'none', 'worse']
    >>> [verdict(52, after, 40, "less") for after in (39, 46, 52, 57)]
    ['reached', 'partly', 'none', 'worse']
    """
    sign = -1 if better == "less" else 1
    if (after - target) * sign >= 0:
        return "reached"
    gain = (after - before) * sign
    return "none" if not gain else "partly" if gain > 0 else "worse"


def better_of(before: float | None, target: float | None) -> str:
    """Which way is better, by what is aimed at; more, when nothing says otherwise.

    >>> better_of(12, 5), better_of(38, 50), better_of(None, 5)
    ('less', 'more', 'more')
    """
    known = before is not None and target is not None
    return "less" if known and target < before else "more"


def is_backwards(
    before: float | None, target: float | None, better: str = "more"
) -> bool:
    """Whether the target is worse than what there is already; equal keeps it.

    >>> is_backwards(52, 47), is_backwards(52, 47, "less"), is_backwards(52, 52)
    (True, False, False)
    >>> is_backwards(None, 47)
    False
    """
    if before is None or target is None:
        return False
    return target > before if better == "less" else target < before
