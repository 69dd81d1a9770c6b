from odoo import fields, models
from odoo.exceptions import AccessError

DIRECTOR = "vsoko_module.group_vsoko_director"
MANAGER = "vsoko_module.group_vsoko_manager"

QUORUMS = [
    ("none", "Not checked"),
    ("half", "More than a half"),
    ("two_thirds", "At least two thirds"),
    ("three_quarters", "At least three quarters"),
]


class VsokoBody(models.Model):
    """How many members make a meeting valid: by the charter of each school."""

    _inherit = "vsoko.body"

    quorum = fields.Selection(
        QUORUMS,
        company_dependent=True,
        help="By the charter of the school; empty: not checked.",
    )
    meeting_ids = fields.One2many("vsoko.meeting", "body_id", string="Meetings")

    def write(self, vals):
        """The quorum is each school's own, of a shared body, too: its director's."""
        if set(vals) == {"quorum"} and self.env.user.has_group(DIRECTOR):
            self.check_access("read")
            # sudo: the value is kept for the current school alone, the shared entry
            # itself stays the administrator's
            return super(VsokoBody, self.sudo()).write(vals)
        self._check_quorum_keeper(vals)
        return super().write(vals)

    def _check_quorum_keeper(self, vals):
        keeps = self.env.su or self.env.user.has_group(MANAGER)
        if "quorum" in vals and not keeps and not self.env.user.has_group(DIRECTOR):
            raise AccessError(
                self.env._("Only the director and the administrator set the quorum.")
            )
