from odoo import api, fields, models

from .folder_sentences import ACT, IN_PLACE, PROBLEM, SCHOOL


class VsokoFolderLine(models.Model):
    """A row in words: what has been found, and what to do about a hole."""

    _inherit = "vsoko.folder.line"

    about = fields.Char(compute="_compute_about")
    name = fields.Text(string="What has been found", compute="_compute_name")
    hint = fields.Text(string="What to do", compute="_compute_name")

    @api.depends("finding_id.name", "act_id.name")
    def _compute_about(self):
        whole = self.env._("The school as a whole")
        for line in self:
            line.about = line.finding_id.name or line.act_id.name or whole

    @api.depends("stage_id.code", "reason", "state", "done", "whole", "date", "act_id")
    def _compute_name(self):
        for line in self:
            name, hint = map(self.env._, line._sentence())
            day = f"{line.date:%d.%m.%Y}" if line.date else ""
            figures = {"done": line.done, "whole": line.whole, "day": day}
            line.name = name % figures
            line.hint = (line.act_id.hint or hint) if line.state == "hole" else ""

    def _sentence(self):
        """``(what has been found, advice)``, to be translated."""
        if self.act_id:
            return ACT[self.reason]
        sentences = PROBLEM if self.finding_id else SCHOOL
        return sentences.get(f"{self.stage_id.code}.{self.reason}", IN_PLACE)

    @api.depends("stage_id.name", "finding_id.name", "act_id.name")
    def _compute_display_name(self):
        for line in self:
            line.display_name = f"{line.stage_id.name}: {line.about}"
