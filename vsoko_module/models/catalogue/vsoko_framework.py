from odoo import api, fields, models


class VsokoFramework(models.Model):
    """A model of assessment in one edition: blocks → criteria → indicators, levels."""

    _name = "vsoko.framework"
    _description = "Assessment framework"
    _order = "sequence, date_from desc, id"

    # what it is
    name = fields.Char(required=True)
    code = fields.Char()
    sequence = fields.Integer(default=100)
    active = fields.Boolean(default=True)
    description = fields.Html()
    company_id = fields.Many2one(
        "res.company",
        string="School",
        default=lambda self: self.env.company,
        help="Empty: the framework is shared by all schools of the database.",
    )
    # where it comes from
    origin = fields.Char()
    certainty = fields.Char(string="How sure it is")
    regulation_id = fields.Many2one("vsoko.regulation", string="Norm")
    # its edition
    edition = fields.Char()
    date_from = fields.Date(string="In force from")
    date_to = fields.Date(string="In force until")
    previous_id = fields.Many2one(
        "vsoko.framework", string="Previous edition", readonly=True, copy=False
    )
    # how it is judged
    scoring = fields.Selection(
        [
            ("none", "Not scored"),
            ("sum", "Sum of points"),
            ("mean", "Mean of criteria, 0–100"),
        ],
        required=True,
        default="none",
        help="Sum: points of the indicators are added up. Mean: each criterion is the "
        "weighted mean of its indicators, the total is the weighted mean of criteria.",
    )
    max_points = fields.Float(compute="_compute_max_points")
    # what it holds
    variant_ids = fields.One2many(
        "vsoko.framework.variant", "framework_id", string="Variants"
    )
    block_ids = fields.One2many("vsoko.block", "framework_id", string="Blocks")
    level_ids = fields.One2many("vsoko.level", "framework_id", string="Levels")
    criterion_count = fields.Integer(compute="_compute_counts")
    indicator_count = fields.Integer(compute="_compute_counts")
    evaluation_count = fields.Integer(compute="_compute_counts")

    _dates_order = models.Constraint(
        "CHECK (date_to IS NULL OR date_from IS NULL OR date_to >= date_from)",
        "The framework ends before it comes into force.",
    )

    def _compute_counts(self):
        by_framework = [("framework_id", "in", self.ids)], ["framework_id"], ["__count"]
        criteria = dict(self.env["vsoko.criterion"]._read_group(*by_framework))
        indicators = dict(self.env["vsoko.indicator"]._read_group(*by_framework))
        evaluations = dict(self.env["vsoko.evaluation"]._read_group(*by_framework))
        for framework in self:
            framework.evaluation_count = evaluations.get(framework, 0)
            framework.criterion_count = criteria.get(framework, 0)
            framework.indicator_count = indicators.get(framework, 0)

    def _compute_max_points(self):
        """By points of indicators and their weights; 100 of a mean."""
        for framework in self:
            if framework.scoring == "mean":
                framework.max_points = 100.0
                continue
            rows = framework.block_ids.criterion_ids.indicator_ids
            framework.max_points = sum(one._limit() * one.weight for one in rows)

    @api.depends("name", "edition")
    def _compute_display_name(self):
        for framework in self:
            edition = framework.edition and f" ({framework.edition})"
            framework.display_name = f"{framework.name or ''}{edition or ''}"

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        # The database deletes blocks by cascade and would not ask them
        self.with_context(active_test=False).block_ids._unlink_except_used()

    def copy_data(self, default=None):
        """A copy of a shared framework is the school's own."""
        default = {"company_id": self.env.company.id} | dict(default or {})
        return [
            {**values, "name": default.get("name") or self.env._("%s (copy)", old.name)}
            for old, values in zip(self, super().copy_data(default), strict=True)
        ]

    def copy(self, default=None):
        """Copy the whole tree; children are copied block by block, top first."""
        copies = super().copy(default)
        for old, new in zip(self, copies, strict=True):
            old._copy_levels(new)
            old.block_ids.filtered(lambda b: not b.parent_id)._copy_tree(new)
            new._copy_formulas()
        return copies

    def _copy_levels(self, new):
        """Levels and the variants they are meant for."""
        variants = self.variant_ids.copy({"framework_id": new.id})
        same = dict(zip(self.variant_ids.ids, variants.ids, strict=True))
        for level in self.level_ids:
            variant = same.get(level.variant_id.id, False)
            level.copy({"framework_id": new.id, "variant_id": variant})

    def _copy_formulas(self):
        """After all indicators are there: a formula may read any of them."""
        copies = self.env["vsoko.indicator"].search(
            [("framework_id", "=", self.id), ("previous_id.formula", "!=", False)]
        )
        for one in copies:
            old = one.previous_id
            one.write({"formula": old.formula, "formula_total": old.formula_total})

    def action_new_edition(self):
        """A new edition to edit; the old one and its results stay as they were."""
        self.ensure_one()
        new = self.copy(
            {
                "name": self.name,
                "edition": False,
                "date_from": False,
                "previous_id": self.id,
                # at once: a deputy may not make entries shared by all schools
                "company_id": self.env.company.id,
            }
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": new.id,
            "views": [(False, "form")],
        }

    def action_view_indicators(self):
        return self._view("vsoko_module.vsoko_indicator_action") | {
            "context": {"search_default_group_criterion": 1}
        }

    def action_view_evaluations(self):
        return self._view("vsoko_module.vsoko_evaluation_action") | {
            "context": {"default_framework_id": self.id}
        }

    def _view(self, action):
        return self.env["ir.actions.act_window"]._for_xml_id(action) | {
            "domain": [("framework_id", "=", self.id)]
        }

    def _add_blocks(self, names):
        """Add blocks named (block, direction); return the leaves by these names."""
        self.ensure_one()
        tops = dict.fromkeys(top for top, direction in names if top)
        blocks = self.env["vsoko.block"].create(
            [{"framework_id": self.id, "name": name} for name in tops]
        )
        parents = dict(zip(tops, blocks, strict=True))
        pairs = [pair for pair in names if pair[1]]
        leaves = self.env["vsoko.block"].create(
            [
                {
                    "framework_id": self.id,
                    "name": direction,
                    "parent_id": parents[top].id if top else False,
                }
                for top, direction in pairs
            ]
        )
        found = {(top, ""): block for top, block in parents.items()}
        return found | dict(zip(pairs, leaves, strict=True))
