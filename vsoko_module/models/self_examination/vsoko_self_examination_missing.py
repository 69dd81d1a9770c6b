from odoo import api, fields, models


class VsokoSelfExamination(models.Model):
    """How much is ready, what is missing and who owes it."""

    _inherit = "vsoko.self.examination"

    readiness = fields.Float(compute="_compute_readiness", digits=False)
    missing_text = fields.Text(string="What is missing", compute="_compute_readiness")
    ready_count = fields.Integer(string="Sections ready", compute="_compute_readiness")
    owed_line_ids = fields.One2many(
        "vsoko.evaluation.line", string="Figures missing", compute="_compute_owed"
    )

    @api.depends(
        "section_ids.state",
        "section_ids.text",
        "line_ids.is_filled",
        "line_ids.applies",
        "body_id",
        "date_reviewed",
        "gaps_reason",
        "state",
    )
    def _compute_readiness(self):
        for one in self:
            ready = one.section_ids.filtered(lambda section: section.state == "ready")
            lines = one.line_ids.filtered("applies")
            filled = lines.filtered("is_filled")
            done = len(ready) + len(filled)
            all_parts = len(one.section_ids) + len(lines)
            one.ready_count = len(ready)
            one.readiness = done * 100 / all_parts if all_parts else 0.0
            said = [f"{hole['name']} – {hole['who']}" for hole in one._holes()]
            one.missing_text = "\n".join(said)

    @api.depends("line_ids.is_filled", "line_ids.applies")
    def _compute_owed(self):
        for one in self:
            one.owed_line_ids = one.line_ids.filtered(
                lambda line: line.applies and not line.is_filled
            )

    def _holes(self):
        """``[{name, who, blocks}]``: what stands between the report and its signing."""
        self.ensure_one()
        if self.state in ("signed", "published"):
            return []
        return [*self._section_holes(), *self._figure_holes(), *self._review_holes()]

    def _section_holes(self):
        for section in self.section_ids.filtered(lambda own: own.state != "ready"):
            yield {
                "name": self.env._("section «%s» is not ready", section.name),
                "who": section._people_text(),
                "blocks": True,
            }

    def _figure_holes(self):
        if not self.evaluation_id:
            name = self.env._("figures are not collected")
            yield {"name": name, "who": self._keeper_text(), "blocks": True}
        owed = self.owed_line_ids
        for who, indicators in self._owed_by(owed).items():
            codes = ", ".join(one.code or one.name for one in indicators)
            name = self.env._("no figures %s", codes)
            blocks = not (self.gaps_reason or "").strip()
            yield {"name": name, "who": self._names(who), "blocks": blocks}
        silent = self.line_ids.measurement_id.filtered(
            lambda one: one.light == "red" and not (one.cause_id and one.cause_note)
        )
        for one in silent:
            name = self.env._("no cause of the red figure %s", one.indicator_id.code)
            yield {"name": name, "who": self._keeper_text(), "blocks": True}

    def _review_holes(self):
        if not (self.body_id and self.date_reviewed):
            name = self.env._("no body has considered the report")
            yield {"name": name, "who": self._keeper_text(), "blocks": True}

    def _owed_by(self, lines):
        """``{people: indicators}``: the named person, else who holds the role today."""
        settings = lines.indicator_id._settings_of(self.company_id)
        named = {one: setting.employee_id for one, setting in settings.items()}
        people = lines.indicator_id.role_id._people_on(self.company_id)
        today = fields.Date.context_today(self)
        owed = {}
        for indicator in lines.indicator_id:
            who = named.get(indicator) or people(indicator.role_id, today)
            owed.setdefault(who, []).append(indicator)
        return owed

    def _names(self, people):
        # sudo: names of colleagues are no secret in their own school
        return ", ".join(people.sudo().mapped("name")) or self.env._("nobody is named")

    def _keeper_text(self):
        return self._names(self.employee_id)

    def action_collect(self):
        """Figures of the year, counted and compared with the year before."""
        for one in self:
            one._check_not_signed()
            evaluation = one.evaluation_id or one._evaluation()
            one.evaluation_id = evaluation
            evaluation.action_collect()

    def _evaluation(self):
        own = {
            "framework_id": self.framework_id.id,
            "period_id": self.period_id.id,
            "company_id": self.company_id.id,
        }
        domain = [(name, "=", value) for name, value in own.items()]
        found = self.env["vsoko.evaluation"].search(domain, limit=1)
        return found or self.env["vsoko.evaluation"].create(own)

    def action_open_matrix(self):
        return (self.evaluation_id or self._evaluation()).action_open_matrix()
