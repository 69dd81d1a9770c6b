from odoo import api, models


class VsokoFolderLine(models.Model):
    """What a row says and what it advises, in the language of the reader."""

    _inherit = "vsoko.folder.line"

    @api.depends("stage_id.code", "reason", "state", "done", "whole", "date", "act_id")
    def _compute_name(self):
        says = self._says_of_school() | self._says_of_chain() | self._says_of_effect()
        for line in self:
            about = "problem" if line.finding_id else line.act_id and "act" or "school"
            name, hint = (
                says.get((about, line.stage_id.code, line.reason))
                or says.get((about, line.reason))
                or (line.reason, "")
            )
            day = f"{line.date:%d.%m.%Y}" if line.date else ""
            line.name = name % {"done": line.done, "whole": line.whole, "day": day}
            line.hint = (line.act_id.hint or hint) if line.state == "hole" else ""

    def _says_of_school(self):
        """``{(of what, stage, reason) or (of what, reason): (sentence, advice)}``."""
        _ = self.env._
        return {
            ("school", "schedule", "part"): (
                _("Lines of approved plans with dates: %(done)s of %(whole)s"),
                _("Give dates to the lines that have none."),
            ),
            ("school", "schedule", "none"): (
                _("There is no schedule yet"),
                _("It comes with the plan: approve the plan first."),
            ),
            ("school", "data", "part"): (
                _("Figures submitted: %(done)s of %(whole)s"),
                _("Submit the figures that are still being entered."),
            ),
            ("school", "data", "none"): (
                _("There are no figures of the year"),
                _("Enter the values of the indicators."),
            ),
            ("school", "note", "part"): (
                _("Finished procedures with their note: %(done)s of %(whole)s"),
                _("Write and register the notes that the plan asks for."),
            ),
            ("school", "note", "waiting"): (
                _("No finished procedure asks for a note yet"),
                "",
            ),
            ("school", "cause", "part"): (
                _("Red figures with a conclusion: %(done)s of %(whole)s"),
                _("Press «Conclusion» at the red figure and say why it is so."),
            ),
            ("school", "cause", "none"): (
                _("Nothing has been concluded from the data of the year"),
                _("Write the first conclusion: a deficit or a good practice."),
            ),
            ("school", "cause", "met"): (_("Conclusions have been drawn"), ""),
            ("school", "cause", "waiting"): (_("There is nothing to conclude yet"), ""),
        }

    def _says_of_chain(self):
        _ = self.env._
        sign = _("Let the director approve and register it.")
        return {
            ("act", "met"): (_("In place"), ""),
            ("act", "missing"): (
                _("Not found"),
                _("Make it, or name your paper in the card of the act."),
            ),
            ("act", "unfinished"): (_("Begun but not approved"), sign),
            ("problem", "met"): (_("In place"), ""),
            ("problem", "data", "missing"): (
                _("It is not said where the figure comes from"),
                _("Name the procedure or the figure of an indicator."),
            ),
            ("problem", "note", "missing"): (
                _("There is no note"),
                _("Write the note of the procedure and register it."),
            ),
            ("problem", "note", "unfinished"): (_("The note is not registered"), sign),
            ("problem", "cause", "missing"): (
                _("The cause is not named"),
                _("Say in the conclusion why it is so."),
            ),
        }

    def _says_of_effect(self):
        _ = self.env._
        sign = _("Let the director approve and register it.")
        unjudged = _("The effect has not been judged")
        return {
            ("problem", "decision", "missing"): (
                _("Nothing has been decided"),
                _("Press «Take a decision» in the conclusion."),
            ),
            ("problem", "decision", "unfinished"): (
                _("The decision is not adopted, or lacks a person or a term"),
                _("Say who does it by when and adopt it."),
            ),
            ("problem", "order", "missing"): (
                _("There is no order"),
                _("Make an order with an item about it and register it."),
            ),
            ("problem", "order", "unfinished"): (_("The order is not registered"), sign),
            ("problem", "recheck", "missing"): (
                _("No repeat control is planned"),
                _("Put the repeat control of the conclusion into the plan."),
            ),
            ("problem", "recheck", "late"): (
                _("The repeat control is overdue since %(day)s"),
                _("Carry it out and mark it as done."),
            ),
            ("problem", "effect", "missing"): (
                unjudged,
                _("Press «Check the effect» in the decision."),
            ),
            ("problem", "effect", "unfinished"): (
                unjudged,
                _("Enter the figure after and judge it."),
            ),
            ("problem", "effect", "waiting"): (
                _("Not due yet, repeat control: %(day)s"),
                "",
            ),
        }
