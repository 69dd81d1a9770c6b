"""How fast the folder of an inspector is checked, beside one statement of SQL.

A school with ten years of records, 40 problems a year, each with its note, decision,
order, repeat control and effect. Both look through the same tables and leave the same
rows of the folder, but for the local acts, which only ours looks for. The number of
queries must not grow with the years.
"""

from datetime import date, timedelta
from functools import partial

from odoo.fields import Command

from odoo.addons.vsoko_module.models.folder.folder_sql import CHAINS, COUNTS

from benchmarks._bare import undone
from benchmarks._turns import compared
from launcher.inside.bench import Result

GOAL, TURNS = 2, 25
YEARS, PROBLEMS = 10, 40
FIRST = 2014
# The hand-written statement: four rows of the school, seven of each problem
WRITE = """
    WITH gone AS (DELETE FROM vsoko_folder_line WHERE folder_id = %(folder)s),
         chain (finding, has_data, note, is_note_signed, has_cause, decision,
                is_decision_full, paper, is_paper_signed, recheck, is_recheck_done,
                recheck_on, effect, is_judged) AS ({chains}),
         ahead AS (
            SELECT *, recheck IS NOT NULL AND NOT is_recheck_done
                      AND (recheck_on IS NULL OR recheck_on >= %(today)s) AS is_ahead
              FROM chain),
         link (place, stage, finding, model, target, is_met, waits, day) AS (
            SELECT 5, 'data', finding, 'vsoko.finding', finding, has_data, FALSE,
                   NULL::date FROM ahead
             UNION ALL
            SELECT 6, 'note', finding, 'vsoko.document', note, is_note_signed, FALSE,
                   NULL FROM ahead
             UNION ALL
            SELECT 7, 'cause', finding, 'vsoko.finding', finding, has_cause, FALSE,
                   NULL FROM ahead
             UNION ALL
            SELECT 8, 'decision', finding, 'vsoko.decision', decision,
                   is_decision_full, FALSE, NULL FROM ahead
             UNION ALL
            SELECT 9, 'order', finding, 'vsoko.document', paper, is_paper_signed,
                   FALSE, NULL FROM ahead
             UNION ALL
            SELECT 10, 'recheck', finding, 'vsoko.procedure', recheck,
                   is_recheck_done OR is_ahead, FALSE, recheck_on FROM ahead
             UNION ALL
            SELECT 11, 'effect', finding, 'vsoko.effect.check', effect, is_judged,
                   is_ahead, recheck_on FROM ahead),
         counted (measure, lines, dated, figures, submitted, asked, noted, red,
                  concluded, finished, has_findings) AS ({counts}),
         share (place, stage, done, whole, may_wait) AS (
            SELECT 3, 'schedule', dated, lines, FALSE FROM counted
             UNION ALL
            SELECT 5, 'data', submitted, figures, FALSE FROM counted
             UNION ALL
            SELECT 6, 'note', noted, asked, TRUE FROM counted
             UNION ALL
            SELECT 7, 'cause', CASE WHEN red > 0 THEN concluded
                                    ELSE has_findings::int END,
                   CASE WHEN red > 0 THEN red WHEN has_findings THEN 1 ELSE 0 END,
                   figures + finished = 0 FROM counted),
         line AS (
            SELECT place, stage, finding, model, target, day,
                   CASE WHEN is_met THEN 'met' WHEN waits THEN 'waiting'
                        ELSE 'hole' END AS state, is_met::int AS done, 1 AS whole
              FROM link
             UNION ALL
            SELECT place, stage, NULL, NULL, NULL, NULL,
                   CASE WHEN whole > 0 AND done >= whole THEN 'met'
                        WHEN whole = 0 AND may_wait THEN 'waiting' ELSE 'hole' END,
                   done, whole
              FROM share)
    INSERT INTO vsoko_folder_line (
        folder_id, company_id, sequence, stage_id, weight, state, reason, done, whole,
        finding_id, target_model, target_id, date)
    SELECT %(folder)s, %(school)s, row_number() OVER (ORDER BY place, line.state),
           stage.id, COALESCE((stage.weight ->> %(key)s)::int, 1), line.state,
           line.state, done, whole, finding, model, target, day
      FROM line JOIN vsoko_folder_stage stage ON stage.code = line.stage
"""


def measure(env):
    first = _fill_year(env, FIRST)
    first.action_check()
    few = _queries(first)
    for start in range(FIRST + 1, FIRST + YEARS):
        folder = _fill_year(env, start)
    env.flush_all()
    env.cr.execute("ANALYZE")
    folder.action_check()
    ours, theirs = partial(_check, folder), partial(_by_hand, folder)
    assert _rows(ours, folder) == _rows(theirs, folder), "the same or no comparison"
    yield compared(
        f"Проверка папки за год, {len(folder.line_ids)} строк; в школе {YEARS} лет",
        GOAL,
        partial(_undone, ours, env),
        "SQL, один запрос",
        partial(_undone, theirs, env),
        TURNS,
    )
    many = _queries(folder)
    title = f"Запросов на проверку, {YEARS} лет"
    yield Result(title, many, 1, "шт.", other=few, other_title="один год")


def _check(folder):
    folder.browse(folder.ids).action_check()


def _by_hand(folder):
    known = {
        **folder._known(),
        "folder": folder.id,
        "key": str(folder.company_id.id),
        "today": date.today(),
    }
    write = WRITE.replace("{chains}", CHAINS).replace("{counts}", COUNTS)
    folder.env.cr.execute(write, known)


def _undone(act, env):
    with undone(env):
        act()


def _rows(act, folder):
    """What the act has left, but for the acts of the list."""
    with undone(folder.env):
        act()
        folder.env.invalidate_all()
        lines = folder.line_ids.filtered(lambda one: not one.act_id)
        return sorted(
            (one.finding_id.id, one.stage_id.id, one.state, one.weight, one.target_id)
            + (one.done, one.whole)
            for one in lines
        )


def _queries(folder):
    env = folder.env
    # What is found is written only when it differs, the second of the check too
    folder.checked_on = False
    env.flush_all()
    env.invalidate_all()
    before = env.cr.sql_log_count
    folder.action_check()
    env.flush_all()
    return env.cr.sql_log_count - before


# ---- the school ----


def _fill_year(env, start):
    """A year in which all chains are whole but for every fourth effect."""
    env = env(context={**env.context, "tracking_disable": True})
    year = env["vsoko.academic.year"]._ensure(start, env.company)
    of_year = {"year_id": year.id, "company_id": env.company.id}
    plan = env["vsoko.plan"].create({"name": "План", **of_year})
    procedures = _lines(env, plan, [{"state": "done"}] * PROBLEMS)
    notes = [{"procedure_id": one.id} for one in procedures]
    _papers(env, of_year, "note", notes)
    items = [
        {"item_ids": [Command.create({"name": "Провести"})]} for _one in procedures
    ]
    orders = _papers(env, of_year, "order", items)
    problems = _findings(env, of_year, procedures)
    decisions = _decisions(env, of_year, problems, orders)
    again = {"is_recheck": True, "state": "done"}
    rechecks = _lines(env, plan, [{**again, "finding_id": one.id} for one in problems])
    plan.state = "to_approve"
    plan.state = "approved"
    for decision, recheck in zip(decisions, rechecks, strict=True):
        decision._begin_check(recheck)
    judged = decisions.check_ids.filtered(lambda one: one.id % 4)
    judged.write({"verdict": "reached", "state": "judged"})
    return env["vsoko.folder"].create({"year_id": year.id})


def _lines(env, plan, values):
    day = plan.year_id.date_start + timedelta(days=60)
    named = {"name": "Процедура", "plan_id": plan.id}
    dates = {"date_start": day, "date_end": day}
    return env["vsoko.procedure"].create([{**named, **dates, **one} for one in values])


def _papers(env, of_year, kind, values):
    """Papers as they stand in the register, without their files."""
    kind = env.ref(f"vsoko_module.document_kind_{kind}").id
    signed = {"name": "О качестве", "kind_id": kind, "state": "registered", **of_year}
    return env["vsoko.document"].create([{**signed, **one} for one in values])


def _findings(env, of_year, procedures):
    cause = env.ref("vsoko_module.cause_staff").id
    return env["vsoko.finding"].create(
        [
            {
                "name": f"Проблема {number}",
                "state": "agreed",
                "procedure_id": procedure.id,
                "cause_id": cause,
                **of_year,
            }
            for number, procedure in enumerate(procedures)
        ]
    )


def _decisions(env, of_year, problems, orders):
    person = env["hr.employee"].create({"name": "Учителева Вера Николаевна"})
    return env["vsoko.decision"].create(
        [
            {
                "name": "Провести занятия",
                "state": "open",
                "finding_id": problem.id,
                "item_id": order.item_ids.id,
                "employee_ids": person.ids,
                "date_deadline": date(FIRST, 12, 1),
                **of_year,
            }
            for problem, order in zip(problems, orders, strict=True)
        ]
    )
