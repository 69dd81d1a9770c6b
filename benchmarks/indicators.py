"""How fast the figures of the order № 1324 are collected, beside hand-written SQL.

A school of 1,200 pupils in 48 classes and 90 workers. The SQL counts the same numbers
and inserts the same rows: values with their passports, and the history of each.
"""

import json
from datetime import date
from functools import partial

from odoo import fields
from odoo.fields import Command

from benchmarks._bare import undone
from benchmarks._turns import compared

CLASSES, PUPILS, WORKERS = 48, 25, 90
GOAL, TURNS = 2, 15
YEAR = 2025
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
FRAMEWORK = "vsoko_module.framework_1324"
# Rows that records can count: code → who is counted and out of whom
WHOLES = {
    "1.1": "обучающихся",
    "1.2": "обучающихся_ноо",
    "1.3": "обучающихся_ооо",
    "1.4": "обучающихся_соо",
    "1.24": "педагогов",
}
SHARES = {
    "1.25": "педагогов_с_высшим",
    "1.26": "педагогов_с_высшим_педагогическим",
    "1.27": "педагогов_со_средним_профессиональным",
    "1.28": "педагогов_со_средним_педагогическим",
    "1.29": "педагогов_с_категорией",
    "1.29.1": "педагогов_высшей_категории",
    "1.29.2": "педагогов_первой_категории",
    "1.30.1": "педагогов_со_стажем_до_5",
    "1.30.2": "педагогов_со_стажем_свыше_30",
    "1.31": "педагогов_до_30_лет",
    "1.32": "педагогов_от_55_лет",
    "1.33": "работников_с_обучением_за_5_лет",
    "1.34": "работников_с_обучением_фгос",
}
BY_HAND = 41
WORKERS_CODE = "работников_педагогических_и_ахр"
EDUCATIONS = ["higher_teaching", "higher", "secondary_teaching", "secondary", "other"]
SCHOOL = """
    SELECT sum(student_count),
           sum(student_count) FILTER (WHERE parallel <= 4),
           sum(student_count) FILTER (WHERE parallel BETWEEN 5 AND 9),
           sum(student_count) FILTER (WHERE parallel >= 10)
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
    ), worker AS (
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
    ), teacher AS (SELECT * FROM worker WHERE kind = 'teaching')
    SELECT count(*),
           count(*) FILTER (WHERE education IN ('higher', 'higher_teaching')),
           count(*) FILTER (WHERE education = 'higher_teaching'),
           count(*) FILTER (WHERE education IN ('secondary', 'secondary_teaching')),
           count(*) FILTER (WHERE education = 'secondary_teaching'),
           count(*) FILTER (WHERE category IN ('highest', 'first') AND has_category),
           count(*) FILTER (WHERE category = 'highest' AND has_category),
           count(*) FILTER (WHERE category = 'first' AND has_category),
           count(*) FILTER (WHERE teaching < 5),
           count(*) FILTER (WHERE teaching > 30),
           count(*) FILTER (WHERE years < 30),
           count(*) FILTER (WHERE years >= 55),
           (SELECT count(*) FROM worker
             WHERE kind <> 'other' AND latest > %(last)s::date - interval '5 years'),
           (SELECT count(*) FROM worker WHERE kind <> 'other' AND is_fgos),
           (SELECT count(*) FROM worker WHERE kind <> 'other')
      FROM teacher
"""
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
    _fill_school(env)
    period = env["vsoko.period"]._calendar_year(YEAR, env.company)
    framework = env.ref(FRAMEWORK, raise_if_not_found=False) or _framework(env)
    rows = framework.block_ids.criterion_ids.indicator_ids.filtered(
        lambda row: not row.formula or row.code in WHOLES | SHARES
    )
    ours, theirs = partial(_collect, rows, period), partial(_insert, rows, period)
    collected = _rows_of(ours, period)
    assert collected == _rows_of(theirs, period), "the same rows or no comparison"
    assert len(collected) == len(WHOLES | SHARES)
    title = f"Сбор показателей приказа № 1324, {len(collected)} значений"
    ours, theirs = partial(_undo, ours, env), partial(_undo, theirs, env)
    yield compared(title, GOAL, ours, "SQL", theirs, TURNS)


def _rows_of(act, period):
    """What the act has left in the tables: values and how many lines of history."""
    with undone(period.env):
        act()
        period.env.flush_all()
        values = period.env["vsoko.measurement"].search([("period_id", "=", period.id)])
        assert len(values.change_ids) == len(values)
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


def _insert(rows, period):
    """As a person would who knows the tables: two counts, two inserts."""
    cursor, now = period.env.cr, fields.Datetime.now()
    known = {
        "school": period.company_id.id,
        "period": period.id,
        "year": period.year_id.id,
        "last": LAST,
        "now": now,
        "user": period.env.uid,
        "origin": "Counted by formula",
    }
    cursor.execute(SCHOOL, known)
    whole = list(cursor.fetchone())
    cursor.execute(STAFF, known)
    teachers, *parts, workers = cursor.fetchone()
    bases = dict.fromkeys(SHARES, teachers) | {"1.33": workers, "1.34": workers}
    counts = dict(zip(WHOLES, [*whole, teachers], strict=True))
    counts |= dict(zip(SHARES, parts, strict=True))
    values = [_value(row, counts, bases) for row in rows if row.code in counts]
    names = ("indicators", "entries", "values", "numerators", "denominators")
    columns = zip(*values, strict=True)
    cursor.execute(
        VALUES,
        known | dict(zip((*names, "passports"), map(list, columns), strict=True)),
    )
    ids, entries = map(list, zip(*cursor.fetchall(), strict=True))
    cursor.execute(HISTORY, known | {"ids": ids, "entries": entries})


def _value(row, counts, bases):
    count, base = counts[row.code], bases.get(row.code)
    passport = json.dumps({"formula": row.formula, "figures": {row.formula: count}})
    if base is None:
        return row.id, str(count), count, 0.0, 0.0, passport
    return row.id, f"{count}/{base}", count * 100 / base, count, base, passport


def _framework(env):
    """The rows of the order: those that records count and as many by hand."""
    framework = env["vsoko.framework"].create({"name": "1324", "company_id": False})
    framework.block_ids = [Command.create({"name": "Показатели"})]
    framework.block_ids.criterion_ids = [Command.create({"name": "Показатели"})]
    env["vsoko.indicator"].create(
        [
            {"criterion_id": framework.block_ids.criterion_ids.id, **values}
            for values in [
                *({"code": code, "formula": name} for code, name in WHOLES.items()),
                *(_share(code, name) for code, name in SHARES.items()),
                *({"code": f"2.{number}"} for number in range(BY_HAND)),
            ]
            for values in [{"name": values["code"], **values}]
        ]
    )
    return framework


def _share(code, name):
    base = "педагогов" if name.startswith("педагогов") else WORKERS_CODE
    return {"code": code, "unit": "share", "formula": name, "formula_total": base}


def _fill_school(env):
    year = env["vsoko.academic.year"]._ensure(YEAR, env.company)
    env["vsoko.class"].create(
        [
            {
                "year_id": year.id,
                "parallel": number % 11 + 1,
                "letter": "АБВГД"[number // 11],
                "student_count": PUPILS,
            }
            for number in range(CLASSES)
        ]
    )
    people = env["hr.employee"].create(
        [
            {"name": f"Работник {number}", "birthday": date(1955 + number % 48, 6, 1)}
            for number in range(WORKERS)
        ]
    )
    cards = env["vsoko.staff"].create(
        [
            {"employee_id": employee.id, **_told(number)}
            for number, employee in enumerate(people)
        ]
    )
    env["vsoko.training"].create(
        [
            {
                "staff_id": card.id,
                "name": "Курсы",
                "date_end": date(2015 + number % 11, 6, 1),
                "is_fgos": number % 3 == 0,
            }
            for number, card in enumerate(cards + cards[:45])
        ]
    )


def _told(number):
    kinds, educations = ["teaching"] * 7 + ["administrative", "other"], EDUCATIONS
    return {
        "kind": kinds[number % len(kinds)],
        "education": educations[number % len(educations)],
        "category": ("highest", "first", "none")[number % 3],
        "category_date": date(2020 + number % 7, 6, 1),
        "teaching_from": date(1980 + number % 45, 9, 1),
    }
