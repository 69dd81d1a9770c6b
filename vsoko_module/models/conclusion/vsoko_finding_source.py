from odoo import api, models


class VsokoFinding(models.Model):
    """Conclusions begun from what the school has: a figure, a procedure, a paper."""

    _inherit = "vsoko.finding"

    @api.model
    def _from_measurements(self, measurements):
        """Drafts of the figures, one for each that has none yet in this turn."""
        measurements._check_has_value()
        known = self.search(
            [
                ("measurement_id", "in", measurements.ids),
                ("state", "in", ["draft", "agreed"]),
            ]
        )
        fresh = measurements - known.measurement_id
        settings = fresh._settings()
        return known | self.create(
            [
                self._prepare_of_measurement(
                    one, settings.get((one.indicator_id, one.company_id))
                )
                for one in fresh
            ]
        )

    @api.model
    def _prepare_of_measurement(self, measured, setting):
        kind = "practice" if measured.light == "green" else "deficit"
        is_aimed = setting and kind == "deficit"
        target = setting._target_entry() if is_aimed else False
        return {
            "name": measured._said_shortly(),
            "kind": kind,
            "company_id": measured.company_id.id,
            "year_id": measured.year_id.id,
            "measurement_id": measured.id,
            "entry": measured.entry,
            "expected": target,
            "fact": measured.passport_text,
            "cause_id": measured.cause_id.id,
            "cause_note": measured.cause_note,
            "class_ids": [(6, 0, measured.class_id.ids)],
            "subject_ids": [(6, 0, measured.subject_id.ids)],
        }

    @api.model
    def _begin(self, context):
        """A form of a new conclusion, begun with what ``context`` knows."""
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "views": [(False, "form")],
            "name": self.env._("Conclusion"),
            "context": context,
        }

    @api.model
    def _prepare_of_procedure(self, procedure):
        """What the sources of a procedure say becomes the facts of the conclusion."""
        sources = procedure._note_sources()
        facts = [sentence for source in sources for sentence in source.sentences]
        return {
            "default_name": procedure.name,
            "default_procedure_id": procedure.id,
            "default_company_id": procedure.company_id.id,
            "default_year_id": procedure.year_id.id,
            "default_fact": "\n".join(facts),
            "default_repeat_method_id": procedure.method_ids[:1].id,
        }
