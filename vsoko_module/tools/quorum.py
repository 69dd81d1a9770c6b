"""Whether enough members are present for decisions to be valid."""

# Numerator, denominator and whether exactly so many are too few
PARTS = {"half": (1, 2, True), "two_thirds": (2, 3, False), "three_quarters": (3, 4, 0)}


def needed(members: int, rule: str) -> int:
    """How many have to be present; 0 when nothing is checked.

    >>> needed(20, "two_thirds"), needed(20, "half"), needed(21, "half")
    (14, 11, 11)
    >>> needed(20, "three_quarters"), needed(20, "none"), needed(0, "half")
    (15, 0, 0)
    """
    if rule not in PARTS or not members:
        return 0
    part, whole, is_more = PARTS[rule]
    if is_more:
        return members * part // whole + 1
    return -(-members * part // whole)
