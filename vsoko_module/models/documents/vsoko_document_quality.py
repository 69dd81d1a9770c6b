from typing import NamedTuple

from odoo import fields, models

OFFICER = "vsoko_module.group_vsoko_officer"
CHECKED = ("note", "order")
# What ``_problems_of_items`` says of a task already
SAID_OF_TASKS = {"no_responsible", "no_term"}
# What ``_problems_of_sections`` says of a section that has to be filled in
SAID_OF_SECTIONS = {"facts_without_causes", "no_repeat_control"}


class Finding(NamedTuple):
    """What a rule has found: the record is where it is mended."""

    code: str
    message: str
    record: models.BaseModel
    excerpt: str = ""


class QualityLine(NamedTuple):
    """A finding and how the school takes it."""

    code: str
    level: str
    message: str
    record: models.BaseModel
    excerpt: str
    rule: models.BaseModel


class VsokoDocument(models.Model):
    """Quality of the text: what a methodist would complain of, before she does."""

    _inherit = "vsoko.document"

    quality_count = fields.Integer(
        string="Remarks on the text", compute="_compute_quality_count", groups=OFFICER
    )

    quality_block_count = fields.Integer(
        string="Remarks that block the approval",
        compute="_compute_quality_count",
        groups=OFFICER,
    )

    def _compute_quality_count(self):
        """For the form alone: the texts are read anew each time."""
        for document in self:
            is_draft = document.state in ("draft", False)
            lines = document._quality_lines() if is_draft else []
            document.quality_count = len(lines)
            document.quality_block_count = len(
                [line for line in lines if line.level == "block"]
            )

    def quality_issues(self):
        """``[(code, message)]`` of a note or an order, in the order of its text."""
        self.ensure_one()
        self.check_access("read")
        return [(line.code, line.message) for line in self._quality_lines()]

    def _quality_lines(self):
        """Findings of the rules that the school has not switched off."""
        self.ensure_one()
        if self.layout not in CHECKED:
            return []
        rules = self.env["vsoko.quality.rule"]._of(self.company_id, self.layout)
        words = {code: rule._word_list() for code, rule in rules.items()}
        return [
            QualityLine(
                one.code,
                rules[one.code]._level_in(self.layout),
                one.message,
                one.record,
                one.excerpt,
                rules[one.code],
            )
            for one in self._quality_findings(words)
            if one.code in rules
        ]

    def _blocking_messages(self):
        """What stands in the way of the approval and is not said by ``_problems``."""
        return [
            line.message
            for line in self._quality_lines()
            if line.level == "block" and not self._is_said(line)
        ]

    def _is_said(self, line):
        if line.record._name == "vsoko.document.item":
            return self._is_said_of_item(line.code, line.record)
        if line.record._name == "vsoko.document.paragraph":
            return line.code in SAID_OF_SECTIONS and line.record._is_gap()
        return False

    def _is_said_of_item(self, code, item):
        missing = {
            "no_responsible": not item.employee_ids,
            "no_term": not (item.date_deadline or item.term_text),
        }
        return code in SAID_OF_TASKS and item.is_task and missing[code]

    # ---- on the screen ----

    def action_check_text(self):
        """The remarks as a list; each opens the place where it is mended."""
        self.ensure_one()
        self.check_access("write")
        issues = self.env["vsoko.quality.issue"]._list(self)
        if issues:
            return issues._action(self)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("No remarks on the text."),
            },
        }
