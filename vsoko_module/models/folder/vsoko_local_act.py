from odoo import fields, models


class VsokoLocalAct(models.Model):
    """An act or material that shows that the system works; how it is found.

    The list of the regional methodists is shared; a school adds its own, says what it
    does not need, and names the paper where the search does not find it.
    """

    _name = "vsoko.local.act"
    _inherit = "vsoko.catalogue.mixin"
    _description = "Act or material of the folder"

    stage_id = fields.Many2one(
        "vsoko.folder.stage",
        required=True,
        ondelete="restrict",
        default=lambda self: self._default_stage_id(),
    )
    source = fields.Selection(
        [
            ("regulation", "Among norms and local acts, by words of its name"),
            ("plan", "An approved plan of the year"),
            ("paper", "Registered papers of the year"),
            ("measures", "Measures of the year"),
            ("hand", "Only by hand"),
        ],
        string="How it is found",
        required=True,
        default="hand",
    )
    words = fields.Text(
        help="Beginnings of words that its name has, a variant a line: "
        "«положени ВСОКО»."
    )
    plan_kind = fields.Selection(
        lambda self: self.env["vsoko.plan"]._fields["kind"].selection,
        string="Kind of plan",
    )
    layout = fields.Selection(
        lambda self: self.env["vsoko.document.kind"]._fields["layout"].selection,
        string="Papers",
    )
    body_id = fields.Many2one("vsoko.body", string="Of the body")
    hint = fields.Text(string="What to do")
    # what each school says of it
    regulation_id = fields.Many2one(
        "vsoko.regulation",
        string="Our local act",
        company_dependent=True,
        domain="[('kind', '=', 'local')]",
    )
    document_id = fields.Many2one(
        "vsoko.document",
        string="Our paper",
        company_dependent=True,
        domain="[('state', '=', 'registered')]",
    )
    is_unneeded = fields.Boolean(
        string="Not needed at our school", company_dependent=True
    )

    def _default_stage_id(self):
        return self.env.ref("vsoko_module.folder_stage_act", raise_if_not_found=False)

    def _used(self):
        """Rows of folders are written anew: they keep nobody from deleting an act."""
        return self.browse()
