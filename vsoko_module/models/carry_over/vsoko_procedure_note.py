from dataclasses import replace

from odoo import models


class VsokoProcedure(models.Model):
    """The справка of a procedure says what was concluded of it."""

    _inherit = "vsoko.procedure"

    def _note_facts(self, grounds=()):
        told = tuple(one._told_in_note() for one in self._agreed_findings())
        return replace(super()._note_facts(grounds), conclusions=told)

    def _agreed_findings(self):
        """What has been agreed upon; a draft may be wrong yet."""
        return self.finding_ids.filtered(
            lambda one: one.state in ("agreed", "closed")
        ).sorted("id")
