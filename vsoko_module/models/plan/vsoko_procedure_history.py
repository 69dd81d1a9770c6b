from odoo import api, fields, models
from odoo.exceptions import UserError

DATES = ("date_start", "date_end")
FINISHED = ("done", "reviewed")
# What entering a state is, once the plan is approved
CHANGE_OF_STATE = {
    "cancelled": "cancelled",
    "planned": "restored",
    "done": "incomplete",
}


class VsokoProcedure(models.Model):
    """Changes after approval: each keeps who, when, from what to what and why."""

    _inherit = "vsoko.procedure"

    change_ids = fields.One2many("vsoko.procedure.change", "procedure_id")
    change_count = fields.Integer(compute="_compute_change_counts")
    moved_count = fields.Integer(
        string="Times moved",
        compute="_compute_change_counts",
        search="_search_moved_count",
    )
    needs_reason = fields.Boolean(
        compute="_compute_change_counts",
        search="_search_needs_reason",
        help="It was moved, and nobody has said why.",
    )

    @api.depends("change_ids.kind", "change_ids.reason")
    def _compute_change_counts(self):
        changes = self.env["vsoko.procedure.change"]
        own = [("procedure_id", "in", self.ids)]
        every = self._change_counts(own)
        moved = self._change_counts([*own, ("kind", "=", "moved")])
        silent = self._change_counts(
            [*own, *changes._search_needs_reason("in", [True])]
        )
        for procedure in self:
            procedure.change_count = every.get(procedure, 0)
            procedure.moved_count = moved.get(procedure, 0)
            procedure.needs_reason = procedure in silent

    def _change_counts(self, domain):
        changes = self.env["vsoko.procedure.change"]
        return dict(changes._read_group(domain, ["procedure_id"], ["__count"]))

    def _search_moved_count(self, operator, value):
        if operator not in (">", ">="):
            return NotImplemented
        groups = self.env["vsoko.procedure.change"]._read_group(
            [("kind", "=", "moved")],
            ["procedure_id"],
            having=[("__count", operator, value)],
        )
        return [("id", "in", [procedure.id for (procedure,) in groups])]

    def _search_needs_reason(self, operator, value):
        if operator != "in":
            return NotImplemented
        silent = self.env["vsoko.procedure.change"]._search_needs_reason("in", value)
        return [("change_ids", "any", silent)]

    # ---- what is written down by itself ----

    def write(self, vals):
        if not set(DATES) & vals.keys():
            return super().write(vals)
        self._check_may_move()
        before = {
            procedure: (procedure.date_start, procedure.date_end)
            for procedure in self.filtered("is_published")
        }
        result = super().write(vals)
        self._record_moves(before)
        return result

    def _check_may_move(self):
        for procedure in self:
            if procedure.state in FINISHED and not self.env.su:
                raise UserError(
                    self.env._(
                        "«%s» has been carried out: its dates stay. Reopen it first.",
                        procedure.name,
                    )
                )

    def _record_moves(self, before):
        self._record(
            {
                "procedure_id": procedure.id,
                "kind": "moved",
                "old_start": old[0],
                "old_end": old[1],
                "new_start": procedure.date_start,
                "new_end": procedure.date_end,
            }
            for procedure, old in before.items()
            if old != (procedure.date_start, procedure.date_end)
        )

    def _write_people(self, commands):
        before = {one: one.sudo().employee_ids for one in self.filtered("is_published")}
        result = super()._write_people(commands)
        self._record(
            {
                "procedure_id": procedure.id,
                "kind": "people",
                "old_text": procedure._names(old),
                "new_text": procedure._names(procedure.sudo().employee_ids),
            }
            for procedure, old in before.items()
            if old != procedure.sudo().employee_ids
        )
        return result

    def _entered(self, state):
        result = super()._entered(state)
        kind, changed = CHANGE_OF_STATE.get(state), self.filtered("is_published")
        if kind == "incomplete":
            changed = changed.filtered(lambda one: not one.is_complete)
        self._record(
            {"procedure_id": one.id, "kind": kind, "old_text": one._lacked(kind)}
            for one in changed
            if kind
        )
        return result

    def _lacked(self, kind):
        return self.missing_text if kind == "incomplete" else False

    def _record(self, values):
        # sudo: history is written here and nowhere else, by whoever makes it
        self.env["vsoko.procedure.change"].sudo().create(
            [
                {**row, "reason": self._reason() or False, "user_id": self.env.uid}
                for row in values
            ]
        )

    @api.model
    def _reason(self):
        """Why the user does this, when asked; kept with what is done."""
        return str(self.env.context.get("vsoko_reason") or "").strip()

    def _because(self, reason):
        return self.with_context(vsoko_reason=reason)

    # ---- what the user can press ----

    def action_cancel(self, reason=None):
        """Take the line out of the year; the screen asks why."""
        self._because(reason or self._reason())._move_to("cancelled")

    def action_done_incomplete(self, reason):
        """Call it done without what the plan demands; the reason is kept."""
        self._check_reason(reason)
        self._because(reason)._move_to("done")

    def action_postpone(self, date_start, date_end, reason):
        """Move to other days and keep the days before and the reason."""
        self._check_reason(reason)
        self._because(reason).write({"date_start": date_start, "date_end": date_end})

    def action_explain(self, reason):
        """Say afterwards why the line was moved."""
        self._check_reason(reason)
        self.check_access("write")
        silent = self.change_ids.filtered("needs_reason")
        # sudo: a reason is added to one's own line; nothing else of it is written
        silent.sudo().reason = reason

    def action_view_changes(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_procedure_change_action"
        )
        action["domain"] = [("procedure_id", "in", self.ids)]
        action["context"] = {}
        return action

    def _check_reason(self, reason):
        if not (reason or "").strip():
            raise UserError(self.env._("Say why «%s» is changed.", self[:1].name))

    @api.model
    def _names(self, employees):
        return ", ".join(employees.mapped("name")) or "–"
