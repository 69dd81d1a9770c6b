"""How fast the list of 1,000 procedures opens beside Odoo's list of their 1,000 events.

Both are asked for what the web client asks for, by the same deputy head: the first
page, all of it, and for procedures the months the list is grouped by.
"""

from functools import partial

from lxml import etree

from benchmarks._turns import compared

COUNT, PAGE = 1000, 80
GOAL = 1
TURNS = 21


def measure(env):
    deputy = _deputy(env)
    lines = _thousand(env).with_user(deputy)
    events = lines.event_ids
    assert (len(lines), len(events)) == (COUNT, COUNT)
    for title, limit in ("Первая страница списка", PAGE), ("Весь список", COUNT):
        ours, theirs = partial(_rows, lines, limit), partial(_rows, events, limit)
        yield compared(title, GOAL, ours, "calendar.event", theirs, TURNS)
    title = "Список, как он открывается: месяцы и направления"
    ours, theirs = partial(_groups, lines), partial(_rows, events, PAGE)
    yield compared(title, GOAL, ours, "calendar.event", theirs, TURNS)


def _deputy(env):
    """A deputy head: the superuser would be spared the rules of both lists."""
    school = env["vsoko.demo.school"].load(env.company)
    user = env["res.users"].create(
        {
            "name": "Завуч",
            "login": "bench_deputy",
            "company_id": env.company.id,
            "company_ids": env.company.ids,
            "group_ids": env.ref("vsoko_module.group_vsoko_officer").ids,
        }
    )
    school["deputy"].user_id = user
    return user


def _thousand(env):
    """A plan of 1,000 lines with the people, events and words of a real one."""
    template = env.ref("vsoko_module.plan_template_cyclogram")
    year = env["vsoko.academic.year"]._current(env.company)
    plan = env["vsoko.plan"].create({"name": "Тысяча", "year_id": year.id})
    samples = template.procedure_ids
    lines = env["vsoko.procedure"].create(
        [
            {**samples[number % len(samples)]._prepare_copy(0), "plan_id": plan.id}
            for number in range(COUNT)
        ]
    )
    # A line of an unclear term has no event and would leave the other list shorter
    for line in lines - lines.filtered("event_ids"):
        line.date_start = line.date_end = year.date_start
    plan.action_send()
    plan.action_approve()
    return lines


def _rows(records, limit):
    model = _cold(records)
    found = model.web_search_read(_domain(records), _columns(model), limit=limit)
    assert len(found["records"]) == limit


def _groups(records):
    """The list opens with months shut and reads no line."""
    found = _cold(records).web_read_group(_domain(records), ["month", "block_id"])
    assert found["groups"]


def _cold(records):
    """The model with nothing of the records in the caches."""
    records.env.flush_all()
    records.env.invalidate_all()
    return records.browse()


def _domain(records):
    return [("id", "in", records.ids)]


def _columns(model):
    """What the web client reads for the columns of the list, hidden ones too."""
    arch = etree.fromstring(model.get_view(view_type="list")["arch"])
    return {
        node.get("name"): _depth(model._fields[node.get("name")])
        for node in arch.iterfind("field")
    }


def _depth(field):
    return {"fields": {"display_name": {}}} if field.relational else {}
