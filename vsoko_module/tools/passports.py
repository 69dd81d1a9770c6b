"""What has changed in the rows a figure was counted of."""

Row = dict
Change = tuple[str, Row | None, Row | None]


def row_changes(before: list[Row] | None, now: list[Row] | None) -> list[Change]:
    """Rows that came, went or have another value: ``(label, before, now)``.

    A row is known by its ``model`` and ``id``, else by its ``label``.

    >>> row_changes([{"label": "5А", "value": 61}], [{"label": "5А", "value": 70}])
    [('5А', {'label': '5А', 'value': 61}, {'label': '5А', 'value': 70})]
    >>> row_changes([], [{"label": "5Б", "value": 50}])
    [('5Б', None, {'label': '5Б', 'value': 50})]
    >>> row_changes(None, None)
    []
    """
    old, new = _by_key(before), _by_key(now)
    return [
        ((new.get(key) or old[key])["label"], old.get(key), new.get(key))
        for key in {**old, **new}
        if _value(old.get(key)) != _value(new.get(key))
    ]


def _by_key(rows: list[Row] | None) -> dict:
    return {
        (row.get("model"), row.get("id")) if row.get("id") else row["label"]: row
        for row in rows or []
    }


def _value(row: Row | None):
    return row and row.get("value")
