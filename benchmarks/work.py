"""The daily job over 5,000 open procedures of 50 schools, and the screen «My work».

Nothing is compared in seconds: what must not grow is the number of queries, of the job
with the lines of a school, of the screen with all there is.
"""

from datetime import timedelta

from odoo import fields

from launcher.inside.bench import Result

SCHOOLS, LINES, FEW = 50, 100, 10
GROWTH, SCREEN = 1.2, 14
COLUMNS = {
    "name": {},
    "kind": {},
    "date_end": {},
    "missing_text": {},
    "color": {},
    "block_id": {"fields": {"display_name": {}}},
}


def measure(env):
    schools = [_school(env, number, LINES) for number in range(SCHOOLS)]
    small = _school(env, SCHOOLS, FEW)
    lines = env["vsoko.procedure"].search_count(
        [("company_id", "in", [school.id for school, _user in schools])]
    )
    assert lines == SCHOOLS * LINES
    reminders = env["vsoko.reminder"]
    few = _queries(env, lambda: reminders._work_for(small[0]))
    first = _queries(env, lambda: [reminders._work_for(one) for one, _u in schools])
    told = reminders.search_count([])
    yield Result(
        f"Первый день, запросов на школу ({LINES} процедур)",
        first / SCHOOLS,
        GROWTH,
        "шт.",
        other=few,
        other_title=f"{FEW} процедур",
    )
    usual = _queries(env, lambda: [reminders._work_for(one) for one, _u in schools])
    assert reminders.search_count([]) == told, "the second run must tell nothing new"
    few = _queries(env, lambda: reminders._work_for(small[0]))
    yield Result(
        f"Обычный день, запросов на школу ({LINES} процедур)",
        usual / SCHOOLS,
        GROWTH,
        "шт.",
        other=few,
        other_title=f"{FEW} процедур",
    )
    yield Result(
        "Экран «Моя работа», запросов", _screen(env, schools[0]), SCREEN, "шт."
    )


def _school(env, number, count):
    """A school whose only person answers for a plan of that many lines."""
    school = env["res.company"].create({"name": f"Школа № {number}"})
    env = env(context={**env.context, "allowed_company_ids": school.ids})
    user = env["res.users"].create(
        {
            "name": f"Учитель {number}",
            "login": f"bench_teacher_{number}",
            "company_id": school.id,
            "company_ids": school.ids,
            "group_ids": env.ref("vsoko_module.group_vsoko_user").ids,
        }
    )
    teacher = env["hr.employee"].create(
        {"name": user.name, "user_id": user.id, "company_id": school.id}
    )
    _plan(env, school, teacher, count)
    return school, user


def _plan(env, school, teacher, count):
    year = env["vsoko.academic.year"]
    year = year._ensure(year._default_date_start().year, school)
    plan = env["vsoko.plan"].create(
        {"name": "План", "year_id": year.id, "company_id": school.id}
    )
    today = fields.Date.context_today(plan)
    outcome = env.ref("vsoko_module.outcome_note")
    block = env.ref("vsoko_module.framework_mechanisms").block_ids[-1]
    env["vsoko.procedure"].create(
        [
            {
                "plan_id": plan.id,
                "name": f"Процедура {number}",
                "block_id": block.id,
                "date_start": today - timedelta(days=20),
                "date_end": today + timedelta(days=number % 20 - 10),
                "employee_ids": teacher.ids,
                "outcome_ids": outcome.ids,
            }
            for number in range(count)
        ]
    )
    plan.action_send()
    plan.action_approve()


def _screen(env, school):
    work = env["vsoko.work"].with_user(school[1])
    assert work.search_count([]) == LINES

    def read():
        work.web_read_group(
            [],
            ["bucket"],
            auto_unfold=True,
            unfold_read_specification=COLUMNS,
            unfold_read_default_limit=80,
        )

    read()
    return _queries(env, read)


def _queries(env, action):
    env.flush_all()
    env.invalidate_all()
    before = env.cr.sql_log_count
    action()
    env.flush_all()
    return env.cr.sql_log_count - before
