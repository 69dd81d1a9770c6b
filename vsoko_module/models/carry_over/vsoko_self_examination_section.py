from datetime import date

from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ...tools.examination_words import HEADING, year_paragraphs
from ...tools.paragraphs import paragraphs

OFFICER = "vsoko_module.group_vsoko_officer"


class VsokoSelfExaminationSection(models.Model):
    """Problems, decisions and effects of the reported year, offered to the author."""

    _inherit = "vsoko.self.examination.section"

    findings_text = fields.Html(
        string="Problems and decisions",
        compute="_compute_findings_text",
        groups=OFFICER,
    )
    has_findings = fields.Boolean(compute="_compute_has_findings", groups=OFFICER)

    @api.depends("examination_id.year", "company_id")
    def _compute_findings_text(self):
        for examination, sections in self.grouped("examination_id").items():
            said = examination._problems_and_decisions()
            sections.findings_text = Markup().join(
                Markup("<p>%s</p>") % line for line in said
            )

    @api.depends("text")
    def _compute_has_findings(self):
        for section in self:
            section.has_findings = HEADING in paragraphs(section.text)

    def action_add_findings(self):
        """Add them after what is written; nothing is added twice or overwritten."""
        self.ensure_one()
        # The text is of conclusions that an author who is no deputy does not see
        if not self.env.user.has_group(OFFICER):
            raise AccessError(
                self.env._("Only a deputy head adds problems and decisions.")
            )
        if self.has_findings:
            raise UserError(
                self.env._(
                    "«%(section)s» has its part «%(heading)s» already: delete it to "
                    "have it written anew.",
                    section=self.name,
                    heading=HEADING,
                )
            )
        if not self.findings_text:
            raise UserError(
                self.env._(
                    "There are no agreed conclusions and adopted decisions of %s.",
                    self.examination_id.year,
                )
            )
        heading = Markup("<h4>%s</h4>") % HEADING
        self.text = Markup(self.text or "") + heading + self.findings_text


class VsokoSelfExamination(models.Model):
    """A calendar year has halves of two school years: days decide."""

    _inherit = "vsoko.self.examination"

    def _problems_and_decisions(self):
        return year_paragraphs(self._analysis())

    def _analysis(self):
        self.ensure_one()
        return self._findings_of_year()._told_as_analysis(
            str(self.year), self._adopted_decisions(), self._judged_checks()
        )

    def _findings_of_year(self):
        return self.env["vsoko.finding"].search(
            self._dated("found_on") & Domain("state", "in", ["agreed", "closed"]),
            order="id",
        )

    def _adopted_decisions(self):
        return self.env["vsoko.decision"].search(
            self._dated("adopted_on") & Domain("state", "!=", "draft"),
            order="adopted_on, id",
        )

    def _judged_checks(self):
        return self.env["vsoko.effect.check"].search(
            self._dated("judged_on") & Domain("state", "=", "judged"),
            order="judged_on, id",
        )

    def _dated(self, field):
        """Of the school, on the days of the year."""
        return (
            Domain("company_id", "=", self.company_id.id)
            & Domain(field, ">=", date(self.year, 1, 1))
            & Domain(field, "<=", date(self.year, 12, 31))
        )
