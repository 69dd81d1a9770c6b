from odoo import fields, models

from ...tools.analysis_words import sections
from ...tools.note_facts import Figure


class VsokoDocument(models.Model):
    """Plain papers that the records write: by the code of their kind."""

    _inherit = "vsoko.document"

    is_generated = fields.Boolean(
        string="Written from the data", compute="_compute_is_generated"
    )

    def _compute_is_generated(self):
        """Whether «Write from the data» has anything to write."""
        for document in self:
            document.is_generated = document.layout in ("order", "note") or bool(
                document._text_writer("generated")
            )

    def _text_writer(self, what):
        if self.layout != "text":
            return None
        return getattr(self, f"_{what}_text_{self.kind_id.code}", None)

    def _generated_text(self):
        return (self._text_writer("generated") or list)()

    def _measured_text(self):
        return (self._text_writer("measured") or list)()

    # ---- the analysis of a year ----

    def _generated_text_analysis(self):
        return sections(self.year_id._analysis()) if self.year_id else []

    def _measured_text_analysis(self):
        """Figures with their rows: what changes later is seen beside the paper."""
        year = self.year_id
        problems = year._agreed_findings().filtered(lambda one: one.kind == "deficit")
        decisions = year._adopted_decisions().filtered("adopted_count")
        counted = [
            ("problems", "Выявлено проблем", problems),
            ("solved", "Решено проблем", problems.filtered(_is_closed)),
            ("decisions", "Принято решений", decisions),
            ("done", "Исполнено решений", decisions.filtered("done_count")),
            ("in_time", "Исполнено в срок", decisions.filtered("in_time_count")),
            ("effective", "Эффект подтверждён", decisions.filtered("effective_count")),
        ]
        return [
            self._counted_figure(code, name, records).passport()
            for code, name, records in counted
        ]

    def _counted_figure(self, code, name, records):
        rows = tuple(
            {
                "label": one.display_name,
                "value": "да",
                "model": one._name,
                "id": one.id,
            }
            for one in records
        )
        return Figure(code, name, float(len(records)), rows=rows)


def _is_closed(finding):
    return finding.state == "closed"
