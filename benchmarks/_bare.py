"""A plan made the plain way: everything ready, two calls of Odoo's `create`."""

from contextlib import contextmanager
from unittest.mock import patch

from odoo.fields import Command

from odoo.addons.vsoko_module.models.neighbours.calendar_event import QUIET

LINE = [
    "sequence", "number", "name", "object", "block_id", "month", "term_text",
    "date_start", "date_end", "repetition", "method_text", "role_text",
    "outcome_text", "body_text", "note", "method_ids", "role_ids", "employee_ids",
    "outcome_ids", "body_ids",
]  # fmt: skip
EVENT = ["name", "allday", "start", "stop", "user_id", "privacy", "show_as"]


@contextmanager
def undone(env):
    """Do something with nothing in the caches, write it all, then undo it."""
    env.flush_all()
    env.invalidate_all()
    with env.cr.savepoint() as savepoint:
        yield
        env.flush_all()
        savepoint.close(rollback=True)


def ready_values(plan):
    """Values of the lines of a plan and of their events, nothing to be worked out."""
    lines = plan.procedure_ids
    return (
        [{**_values(line, LINE), "step_ids": _steps(line)} for line in lines],
        [_values(event, [*EVENT, "partner_ids"]) for event in lines.event_ids],
    )


def _values(record, names):
    return {
        name: record._fields[name].convert_to_write(record[name], record)
        for name in names
    }


def _steps(line):
    return [Command.create({"name": step.name}) for step in line.step_ids]


def create(plan, lines, events):
    """Create them; the lines make no events of their own."""
    procedures = plan.env["vsoko.procedure"]
    with patch.object(type(procedures), "_sync_events", lambda lines: None):
        procedures.create([{**values, "plan_id": plan.id} for values in lines])
    plan.env["calendar.event"].with_context(**QUIET).create(events)
