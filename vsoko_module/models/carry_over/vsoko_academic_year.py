from odoo import models

from ...tools.analysis_facts import ANALYSIS, Analysis


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
        findings = self._agreed_findings()
        by_kind = findings.grouped("kind")
        return Analysis(
            year=self.name or "",
            problems=self._problems_told(by_kind.get("deficit", findings[:0])),
            practices=self._problems_told(by_kind.get("practice", findings[:0])),
            decisions=tuple(one._told() for one in self._adopted_decisions()),
            effects=tuple(one._told() for one in self._judged_checks()),
        )

    def _problems_told(self, findings):
        return tuple(one._told(after=self) for one in findings)

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
