"""How two editions of a plan differ: a snapshot is a list of dicts with id and name."""

from typing import NamedTuple


class Change(NamedTuple):
    """A line that was added, changed or removed; ``fields`` as (field, old, new)."""

    kind: str
    key: int
    name: str
    fields: list


def compare(before, after):
    """List the changes from one snapshot to the next, in the order of the plan.

    >>> old = [{"id": 1, "name": "ВПР", "term": "март"}, {"id": 2, "name": "ОГЭ"}]
    >>> new = [{"id": 1, "name": "ВПР", "term": "апрель"}, {"id": 3, "name": "ЕГЭ"}]
    >>> for change in compare(old, new): print(change.kind, change.name, change.fields)
    changed ВПР [('term', 'март', 'апрель')]
    added ЕГЭ []
    removed ОГЭ []
    """
    old = {line["id"]: line for line in before}
    new = {line["id"]: line for line in after}
    changes = [_change_of(old.get(key), line) for key, line in new.items()]
    changes += [
        Change("removed", key, line["name"], [])
        for key, line in old.items()
        if key not in new
    ]
    return [change for change in changes if change]


def _change_of(old, new):
    if old is None:
        return Change("added", new["id"], new["name"], [])
    fields = [
        (field, old.get(field), value)
        for field, value in new.items()
        if old.get(field) != value
    ]
    return Change("changed", new["id"], new["name"], fields) if fields else None
