from odoo import api, fields, models

from ...tools.editions import compare


class VsokoPlanChange(models.Model):
    """One line of «Изменения в план»: added, changed or removed."""

    _name = "vsoko.plan.change"
    _description = "Change of a plan"
    _order = "edition_id, id"

    edition_id = fields.Many2one(
        "vsoko.plan.edition", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="edition_id.company_id", store=True)
    kind = fields.Selection(
        [("added", "Added"), ("changed", "Changed"), ("removed", "Removed")],
        required=True,
    )
    procedure_id = fields.Many2one("vsoko.procedure", ondelete="set null")
    name = fields.Char(required=True)
    description = fields.Text()

    @api.model
    def _between(self, before, after):
        """Values of the changes between two snapshots; none for a first edition."""
        if before is None or before is False:
            return []
        return [
            {
                "kind": change.kind,
                "procedure_id": change.key if change.kind != "removed" else False,
                "name": change.name,
                "description": self._describe(change),
            }
            for change in compare(before, after)
        ]

    @api.model
    def _describe(self, change):
        labels = self.env["vsoko.procedure"]._snapshot_labels()
        return "\n".join(
            self.env._(
                "%(field)s: %(old)s → %(new)s",
                field=labels[field],
                old=old or "–",
                new=new or "–",
            )
            for field, old, new in change.fields
        )
