"""How long a year's plan takes of a template beside a bare batch `create`.

Bare creation is given everything ready: dates, people and words of the same lines,
and their events. Ours works them out.
"""

from functools import partial

from benchmarks import _bare
from benchmarks._turns import compared
from launcher.inside.bench import Result

QUERIES, TIMES = 150, 3
# Odoo writes a hundred records by one statement: twice the lines are some more
GROWTH = 1.2
LINES = 88


def measure(env):
    year = env["vsoko.demo.school"].load(env.company)["plan"].year_id
    template = env.ref("vsoko_module.plan_template_cyclogram")
    twice = _twice(template)
    assert (len(template.procedure_ids), len(twice.procedure_ids)) == (LINES, 2 * LINES)

    _apply(template, year)  # the caches of Odoo itself are warm from here on
    queries = _queries(template, year)
    yield Result(f"Запросов на {LINES} строк", queries, QUERIES, "шт.")
    yield Result(
        f"Запросов на {2 * LINES} строк",
        _queries(twice, year),
        GROWTH,
        "шт.",
        other=queries,
        other_title=f"на {LINES}",
    )
    ready = _bare.ready_values(template.action_apply_template(template.id, year.id))
    yield compared(
        "План года из образца",
        TIMES,
        partial(_apply, template, year),
        "create",
        partial(_create, year, *ready),
    )


def _twice(template):
    """A template of the school with the same lines two times."""
    plans, procedures = template.env["vsoko.plan"], template.env["vsoko.procedure"]
    twice = plans.create({"name": "Дважды", "is_template": True, "year_id": False})
    procedures.create(
        [
            {**line._prepare_copy(0), "plan_id": twice.id}
            for line in [*template.procedure_ids, *template.procedure_ids]
        ]
    )
    return twice


def _apply(template, year):
    with _bare.undone(template.env):
        template.action_apply_template(template.id, year.id)


def _queries(template, year):
    template.env.flush_all()
    before = template.env.cr.sql_log_count
    _apply(template, year)
    return template.env.cr.sql_log_count - before


def _create(year, lines, events):
    with _bare.undone(year.env):
        plan = year.env["vsoko.plan"].create({"name": "Голый план", "year_id": year.id})
        _bare.create(plan, lines, events)
