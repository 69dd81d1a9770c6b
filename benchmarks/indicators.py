"""How fast the figures of the order № 1324 are collected, beside hand-written SQL.

A school of 1,200 pupils in 48 classes and 90 workers. Both write the same rows: values
with their passports, and the history of each. SQL is written in two ways: a query for
each row of the order, as it is printed there, and everything in two counts and two
inserts, which is the least that the database can be asked for.
"""

import json
from datetime import date
from functools import partial

from odoo import fields
from odoo.fields import Command

from benchmarks._bare import undone
from benchmarks._staff import fill_school
from benchmarks._turns import compared

GOAL, LEAST, TURNS = 2, 5, 15
YEAR = 2025
LAST = date(YEAR, 12, 31)
FRAMEWORK = "vsoko_module.framework_1324"
BY_HAND = 41
# Rows that records can count: code → the figure and the condition of SQL
OF_PUPILS = {
    "1.1": ("обучающихся", "true"),
    "1.2": ("обучающихся_ноо", "parallel <= 4"),
    "1.3": ("обучающихся_ооо", "parallel BETWEEN 5 AND 9"),
    "1.4": ("обучающихся_соо", "parallel >= 10"),
}
WHOLE = {"1.24": ("педагогов", "true")}
OF_TEACHERS = {
    "1.25": ("педагогов_с_высшим", "education IN ('higher', 'higher_teaching')"),
    "1.26": ("педагогов_с_высшим_педагогическим", "education = 'higher_teaching'"),
    "1.27": (
        "педагогов_со_средним_профессиональным",
        "education IN ('secondary', 'secondary_teaching')",
    ),
    "1.28": (
        "педагогов_со_средним_педагогическим",
        "education = 'secondary_teaching'",
    ),
    "1.29": ("педагогов_с_категорией", "category <> 'none' AND has_category"),
    "1.29.1": ("педагогов_высшей_категории", "category = 'highest' AND has_category"),
    "1.29.2": ("педагогов_первой_категории", "category = 'first' AND has_category"),
    "1.30.1": ("педагогов_со_стажем_до_5", "teaching < 5"),
    "1.30.2": ("педагогов_со_стажем_свыше_30", "teaching > 30"),
    "1.31": ("педагогов_до_30_лет", "years < 30"),
    "1.32": ("педагогов_от_55_лет", "years >= 55"),
}
OF_WORKERS = {
    "1.33": (
        "работников_с_обучением_за_5_лет",
        "latest > %(last)s::date - interval '5 years'",
    ),
    "1.34": ("работников_с_обучением_фгос", "is_fgos"),
}
BASES = dict.fromkeys(OF_TEACHERS, "педагогов") | dict.fromkeys(
    OF_WORKERS, "работников_педагогических_и_ахр"
)
COUNTED = OF_PUPILS | WHOLE | OF_TEACHERS | OF_WORKERS
CLASS = """
    SELECT {counts}
      FROM vsoko_class
     WHERE year_id = (
           SELECT id FROM vsoko_academic_year
            WHERE company_id = %(school)s AND date_start <= %(last)s
         ORDER BY date_start DESC LIMIT 1)
"""
STAFF = """
    WITH trained AS (
        SELECT staff_id, max(date_end) AS latest, bool_or(is_fgos) AS is_fgos
          FROM vsoko_training
         WHERE company_id = %(school)s AND date_end <= %(last)s
      GROUP BY staff_id
    )
    SELECT {counts}
      FROM (
        SELECT staff.*, latest, is_fgos,
               extract(year FROM age(%(last)s::date, teaching_from)) AS teaching,
               extract(year FROM age(%(last)s::date, birthday)) AS years,
               COALESCE(category_date <= %(last)s, true) AS has_category
          FROM vsoko_staff AS staff
          JOIN hr_employee ON hr_employee.id = staff.employee_id
     LEFT JOIN trained ON trained.staff_id = staff.id
         WHERE staff.company_id = %(school)s
           AND (date_from IS NULL OR date_from <= %(last)s)
           AND (date_to IS NULL OR date_to >= %(last)s)
           AND kind IN ('teaching', 'administrative')
    ) AS worker
"""
PART = {"teachers": "kind = 'teaching'", "workers": "true"}
VALUES = """
    INSERT INTO vsoko_measurement (
        indicator_id, framework_id, criterion_id, company_id, period_id, year_id,
        entry, is_filled, is_excluded, value, numerator, denominator, origin,
        passport, counted_on, state, create_uid, write_uid, create_date, write_date
    ) SELECT indicator.id, indicator.framework_id, indicator.criterion_id,
             %(school)s, %(period)s, %(year)s,
             entry, true, false, value, numerator, denominator, 'formula',
             passport::jsonb, %(now)s, 'draft', %(user)s, %(user)s, %(now)s, %(now)s
        FROM unnest(%(indicators)s, %(entries)s, %(values)s, %(numerators)s,
                    %(denominators)s, %(passports)s)
             AS row (id, entry, value, numerator, denominator, passport)
        JOIN vsoko_indicator AS indicator ON indicator.id = row.id
   RETURNING id, entry
"""
HISTORY = """
    INSERT INTO vsoko_measurement_change (
        measurement_id, company_id, user_id, new_value, origin,
        create_uid, write_uid, create_date, write_date
    ) SELECT id, %(school)s, %(user)s, entry, %(origin)s,
             %(user)s, %(user)s, %(now)s, %(now)s
        FROM unnest(%(ids)s, %(entries)s) AS row (id, entry)
"""


def measure(env):
    fill_school(env, YEAR)
    period = env["vsoko.period"]._calendar_year(YEAR, env.company)
    framework = env.ref(FRAMEWORK, raise_if_not_found=False) or _framework(env)
    rows = framework.block_ids.criterion_ids.indicator_ids.filtered(
        lambda row: not row.formula or row.code in COUNTED
    )
    ours = partial(_collect, rows, period)
    collected = _rows_of(ours, period)
    assert len(collected) == len(COUNTED)
    for title, goal, insert in (
        ("SQL, по запросу на строку", GOAL, _insert_by_rows),
        ("SQL, всё в четырёх запросах", LEAST, _insert_at_once),
    ):
        theirs = partial(insert, rows, period)
        assert collected == _rows_of(theirs, period), "the same or no comparison"
        yield compared(
            f"Сбор показателей приказа № 1324, {len(collected)} значений",
            goal,
            partial(_undo, ours, env),
            title,
            partial(_undo, theirs, env),
            TURNS,
        )


def _rows_of(act, period):
    """What the act has left in the tables, all of it with its history."""
    with undone(period.env):
        act()
        period.env.flush_all()
        values = period.env["vsoko.measurement"].search([("period_id", "=", period.id)])
        assert all(one.change_ids.new_value == one.entry for one in values)
        return {
            one.indicator_id.code: (one.entry, one.value, one.denominator, one.origin)
            for one in values
        }


def _undo(act, env):
    with undone(env):
        act()


def _collect(rows, period):
    # A fresh set of rows, as a button gets it: not the tree they were found through
    rows = rows.browse(rows.ids)
    period.env["vsoko.measurement"]._collect(rows, period)


def _insert_by_rows(rows, period):
    """A query, an insert and a line of history for each row of the order."""
    cursor, known = period.env.cr, _known(period)
    for row in rows.filtered(lambda row: row.code in COUNTED):
        _figure, condition = COUNTED[row.code]
        if row.code in OF_PUPILS:
            cursor.execute(CLASS.format(counts=_sum(condition)), known)
            numbers = cursor.fetchone()
        else:
            part = PART["workers" if row.code in OF_WORKERS else "teachers"]
            counts = f"{_count(condition, part)}, {_count('true', part)}"
            cursor.execute(STAFF.format(counts=counts), known)
            numbers = cursor.fetchone()
        _write(cursor, known, [_value(row, *numbers)])


def _insert_at_once(rows, period):
    """As a person would who knows how to ask for all of it together."""
    cursor, known = period.env.cr, _known(period)
    sums = [_sum(condition) for _figure, condition in OF_PUPILS.values()]
    cursor.execute(CLASS.format(counts=", ".join(sums)), known)
    numbers = dict(zip(OF_PUPILS, zip(cursor.fetchone(), strict=True), strict=True))
    counts = [
        _count(condition, PART["workers" if code in OF_WORKERS else "teachers"])
        for code, (_figure, condition) in (WHOLE | OF_TEACHERS | OF_WORKERS).items()
    ]
    counts.append(_count("true", PART["workers"]))
    cursor.execute(STAFF.format(counts=", ".join(counts)), known)
    teachers, *parts, workers = cursor.fetchone()
    numbers["1.24"] = (teachers,)
    for code, part in zip(OF_TEACHERS | OF_WORKERS, parts, strict=True):
        numbers[code] = (part, workers if code in OF_WORKERS else teachers)
    counted = rows.filtered(lambda row: row.code in numbers)
    _write(cursor, known, [_value(row, *numbers[row.code]) for row in counted])


def _known(period):
    return {
        "school": period.company_id.id,
        "period": period.id,
        "year": period.year_id.id,
        "last": LAST,
        "now": fields.Datetime.now(),
        "user": period.env.uid,
        "origin": "Counted by formula",
    }


def _sum(condition):
    return f"sum(student_count) FILTER (WHERE {condition})"


def _count(condition, part):
    return f"count(*) FILTER (WHERE {part} AND {condition})"


def _write(cursor, known, values):
    names = ("indicators", "entries", "values", "numerators", "denominators")
    columns = map(list, zip(*values, strict=True))
    columns = dict(zip((*names, "passports"), columns, strict=True))
    cursor.execute(VALUES, known | columns)
    ids, entries = map(list, zip(*cursor.fetchall(), strict=True))
    cursor.execute(HISTORY, known | {"ids": ids, "entries": entries})


def _value(row, count, base=None):
    passport = json.dumps({"formula": row.formula, "figures": {row.formula: count}})
    if row.unit != "share":
        return row.id, str(count), count, 0.0, 0.0, passport
    return row.id, f"{count}/{base}", count * 100 / base, count, base, passport


def _framework(env):
    """The rows of the order: those that records count and as many by hand."""
    framework = env["vsoko.framework"].create({"name": "1324", "company_id": False})
    framework.block_ids = [Command.create({"name": "Показатели"})]
    framework.block_ids.criterion_ids = [Command.create({"name": "Показатели"})]
    by_hand = [f"2.{number}" for number in range(BY_HAND)]
    env["vsoko.indicator"].create(
        [
            {
                "criterion_id": framework.block_ids.criterion_ids.id,
                "name": f"Строка {code}",
                "code": code,
                "unit": "share" if code in BASES else "number",
                "formula": COUNTED.get(code, (False,))[0],
                "formula_total": BASES.get(code, False),
            }
            for code in [*COUNTED, *by_hand]
        ]
    )
    return framework
