from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class VsokoFinding(models.Model):
    """From a draft to a conclusion that says all: fact, cause, addressee, repeat."""

    _inherit = "vsoko.finding"

    # What an agreed conclusion says is what decisions rest on
    _agreed_fields = {
        "kind", "name", "fact", "entry", "expected", "measurement_id", "indicator_id",
        "period_id", "cause_id", "cause_note", "recommendation", "addressee_ids",
        "term_text", "date_deadline", "component", "class_ids", "subject_ids",
    }  # fmt: skip

    problem_text = fields.Text(
        string="What is missing", compute="_compute_problem_text"
    )

    @api.depends(
        "name", "kind", "cause_id", "cause_note", "recommendation", "addressee_ids",
        "term_text", "date_deadline", "expected", "is_red", "indicator_id",
        "repeat_on", "repeat_employee_ids", "repeat_criterion", "repeat_method_id",
        "state",
    )  # fmt: skip
    def _compute_problem_text(self):
        for finding in self:
            problems = finding._problems() if finding.state == "draft" else []
            finding.problem_text = "\n".join(problems)

    def write(self, vals):
        if self._agreed_fields & vals.keys() and not self.env.su:
            self.check_access("write")
            self._check_draft()
        return super().write(vals)

    def _check_draft(self):
        for finding in self.filtered(lambda one: one.state != "draft"):
            raise UserError(
                self.env._(
                    "«%s» is agreed: return it to draft to change it.", finding.name
                )
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_agreed(self):
        if not self.env.su:
            self._check_draft()

    # ---- what the user can press ----

    def action_agree(self):
        self._move_to("agreed")

    def action_close(self):
        self._move_to("closed")

    def action_drop(self):
        self._move_to("dropped")

    def action_reopen(self):
        for state, findings in self.grouped("state").items():
            findings._move_to("agreed" if state == "closed" else "draft")

    def action_draft(self):
        self._move_to("draft")

    # ---- what is asked before ----

    def _entered(self, state):
        result = super()._entered(state)
        if state == "agreed":
            self._check_ready()
        if state == "closed":
            self._check_finished()
        return result

    def _check_ready(self):
        """All that is missing in all of them at once."""
        said = []
        for finding in self:
            if problems := list(finding._problems()):
                rows = "\n".join(f"– {problem}" for problem in problems)
                said.append(f"«{finding.name}»:\n{rows}")
        if said:
            raise ValidationError("\n".join(said))

    def _problems(self):
        """Sentences, each with the way out; a good practice needs no cure."""
        self.ensure_one()
        problems = [*self._problems_of_cause()]
        if self.kind == "deficit":
            problems += [*self._problems_of_advice(), *self._problems_of_repeat()]
        return problems

    def _problems_of_cause(self):
        """N4: «why?» is obligatory of what is red."""
        code = self.indicator_id.code or self.indicator_id.name or ""
        if self.cause_id and (self.cause_note or "").strip():
            return
        if self.is_red:
            yield self.env._(
                "The indicator %s is red: choose the cause and write in a few words "
                "what exactly it is.",
                code,
            )
        elif self.kind == "deficit" and not self.cause_id:
            yield self.env._("Choose the cause: facts alone lead to no decision.")

    def _problems_of_advice(self):
        if not (self.recommendation or "").strip():
            yield self.env._("Write what is recommended.")
        if not self.addressee_ids:
            yield self.env._(
                "The recommendation has no addressee: name the people, not «everybody»."
            )
        if not self.date_deadline:
            yield self.env._("The recommendation has no term: say by when.")
        if not (self.expected or "").strip():
            yield self.env._("Say what figure is expected.")

    def _problems_of_repeat(self):
        if not self.repeat_employee_ids:
            yield self.env._("Repeat control: say who carries it out.")
        if not self.repeat_method_id:
            yield self.env._("Repeat control: say how.")
        if not (self.repeat_criterion or "").strip():
            yield self.env._("Repeat control: write the criterion of success.")

    def _check_finished(self):
        """A deficit is closed when what was decided has been judged (row 73)."""
        for finding in self.filtered(lambda one: one.kind == "deficit"):
            undone = finding.decision_ids.filtered(
                lambda one: one.state not in ("verified", "ineffective", "cancelled")
            )
            if undone or not finding.decision_ids:
                raise ValidationError(finding._unfinished_sentence(undone))

    def _unfinished_sentence(self, undone):
        if not undone:
            return self.env._(
                "«%s»: nothing has been decided about it. Take a decision or set it "
                "aside.",
                self.name,
            )
        return self.env._(
            "«%(name)s» cannot be closed: %(count)s of its decisions are not judged "
            "yet, the first is «%(decision)s».",
            name=self.name,
            count=len(undone),
            decision=undone[0].display_name,
        )

    def _follow_decisions(self):
        """All that was decided is judged and something worked: it is closed."""
        for finding in self.filtered(lambda one: one.state == "agreed"):
            live = finding.decision_ids.filtered(lambda one: one.state != "cancelled")
            states = set(live.mapped("state"))
            if "verified" in states and states <= {"verified", "ineffective"}:
                finding._move_to("closed")
