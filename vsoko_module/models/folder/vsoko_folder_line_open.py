from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .vsoko_folder_read import NOTES


class VsokoFolderLine(models.Model):
    """«Open»: the record where a hole is mended, or the way to make what is missing."""

    _inherit = "vsoko.folder.line"

    def action_open(self):
        self.ensure_one()
        self.check_access("read")
        if self.target_id:
            return self._open_target()
        if self.act_id:
            return self._open_act()
        return getattr(self, f"_open_{self.stage_id.code}")()

    def _open_target(self):
        target = self.env[self.target_model].browse(self.target_id).exists()
        if not target:
            raise UserError(
                self.env._(
                    "What was found for «%s» has been deleted: press «Check the "
                    "folder» again.",
                    self.about,
                )
            )
        return target._get_records_action()

    def action_open_finding(self):
        return self.finding_id._get_records_action()

    def action_open_act(self):
        return self.act_id._get_records_action()

    def _list(self, action_id, domain, **context):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            f"vsoko_module.{action_id}"
        )
        return action | {"domain": list(domain), "context": context}

    def _of_year(self):
        folder = self.folder_id
        return Domain("company_id", "=", folder.company_id.id) & Domain(
            "year_id", "=", folder.year_id.id
        )

    # ---- acts ----

    def _open_act(self):
        act, year = self.act_id, self.folder_id.year_id
        if act.source == "plan":
            plans = self._of_year() & Domain("is_template", "=", False)
            return self._list(
                "vsoko_plan_action",
                plans,
                default_kind=act.plan_kind,
                default_year_id=year.id,
            )
        if act.source == "paper":
            return self._new_paper(act.layout)
        if act.source == "measures":
            return self._list(
                "vsoko_measure_action", self._of_year(), default_year_id=year.id
            )
        return act._get_records_action()

    def _new_paper(self, layout, **context):
        kind = self.env["vsoko.document.kind"].search(
            [
                ("layout", "=", layout),
                ("company_id", "in", [False, self.company_id.id]),
            ],
            limit=1,
        )
        return self.env["vsoko.document"]._create_action(
            default_kind_id=kind.id, **context
        )

    # ---- links of a problem that are not there ----

    def _open_order(self):
        return self.finding_id.action_order()

    def _open_note(self):
        if not self.finding_id:
            return self._list("vsoko_procedure_action", self._noteless())
        procedure = self.finding_id.procedure_id
        if not procedure:
            return self.action_open_finding()
        return self._new_paper("note", default_procedure_id=procedure.id)

    # ---- shares of the school ----

    def _lines(self):
        return (
            self._of_year()
            & Domain("is_published", "=", True)
            & Domain("is_series", "=", False)
            & Domain("is_template", "=", False)
            & Domain("state", "!=", "cancelled")
        )

    def _open_schedule(self):
        if not self.whole:
            return self._list("vsoko_plan_action", self._of_year())
        undated = self._lines() & Domain("date_end", "=", False)
        return self._list("vsoko_procedure_action", undated)

    def _noteless(self):
        """Finished procedures that the plan asks a note of, and that have none."""
        return (
            self._lines()
            & Domain("state", "in", ["done", "reviewed"])
            & Domain("outcome_ids.code", "in", NOTES)
            & ~Domain(
                "document_ids",
                "any",
                [("layout", "=", "note"), ("state", "=", "registered")],
            )
            & ~Domain("evidence_ids.outcome_id.code", "in", NOTES)
        )

    def _open_data(self):
        if not self.whole:
            return self.env["ir.actions.actions"]._for_xml_id(
                "vsoko_module.vsoko_matrix_action"
            )
        draft = Domain("state", "=", "draft") & Domain(
            "period_id.is_closed", "=", False
        )
        return self._list("vsoko_measurement_action", self._of_year() & draft)

    def _open_cause(self):
        if not self.whole:
            return self._list("vsoko_finding_action", self._of_year())
        silent = Domain("light", "=", "red") & ~Domain(
            "finding_ids", "any", [("state", "!=", "dropped")]
        )
        return self._list("vsoko_measurement_action", self._of_year() & silent)
