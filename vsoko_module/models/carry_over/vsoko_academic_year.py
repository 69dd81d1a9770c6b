from odoo import models

from ...tools.analysis_facts import ANALYSIS


class VsokoAcademicYear(models.Model):
    """The problem-oriented analysis of a school year."""

    _inherit = "vsoko.academic.year"

    def action_analysis(self):
        """The analysis of the year; the first time, the assistant that makes it."""
        self.ensure_one()
        documents = self.env["vsoko.document"]
        made = documents.search(
            [
                ("kind_id.code", "=", ANALYSIS),
                ("year_id", "=", self.id),
                ("state", "!=", "cancelled"),
            ]
        )
        if made:
            return made._get_records_action(name=self.env._("Analysis of the year"))
        kinds = self.env["vsoko.document.kind"].search(
            [
                ("code", "=", ANALYSIS),
                ("company_id", "in", [self.company_id.id, False]),
            ],
            order="company_id, sequence",
        )
        return documents._create_action(
            default_kind_id=kinds[:1].id,
            default_company_id=self.company_id.id,
            default_year_id=self.id,
        )

    # ---- what the records know ----

    def _analysis(self):
        """All of it as plain values, for the sections of the paper."""
        self.ensure_one()
        return self._agreed_findings()._told_as_analysis(
            self.name or "",
            self._adopted_decisions(),
            self._judged_checks(),
            after=self,
        )

    def _agreed_findings(self):
        return self.env["vsoko.finding"].search(
            [("year_id", "=", self.id), ("state", "in", ["agreed", "closed"])],
            order="id",
        )

    def _adopted_decisions(self):
        return self.env["vsoko.decision"].search(
            [("year_id", "=", self.id), ("state", "!=", "draft")],
            order="adopted_on, id",
        )

    def _judged_checks(self):
        return self.env["vsoko.effect.check"].search(
            [("year_id", "=", self.id), ("state", "=", "judged")],
            order="judged_on, id",
        )
