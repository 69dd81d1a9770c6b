from odoo import api, fields, models
from odoo.exceptions import UserError

REASONS = [
    ("acting", "Already appointed to stand in on these days."),
    ("same_role", "Holds the same role."),
    ("manager", "Head of the department."),
    ("nobody", "Nobody is found: choose a person yourself."),
]


class VsokoSubstitute(models.TransientModel):
    """Who stands in for somebody on leave: a proposal for the deputy to change."""

    _name = "vsoko.substitute"
    _description = "Appoint a substitute"

    procedure_id = fields.Many2one("vsoko.procedure", required=True, readonly=True)
    company_id = fields.Many2one(related="procedure_id.company_id")
    away_employee_ids = fields.Many2many(related="procedure_id.away_employee_ids")
    employee_id = fields.Many2one(
        "hr.employee",
        string="Who is away",
        required=True,
        domain="[('id', 'in', away_employee_ids)]",
    )
    date_from = fields.Date(
        string="From", compute="_compute_days", store=True, readonly=False
    )
    date_to = fields.Date(
        string="To", compute="_compute_days", store=True, readonly=False
    )
    held_role_ids = fields.Many2many("vsoko.role", compute="_compute_held_role_ids")
    role_ids = fields.Many2many(
        "vsoko.role",
        string="In these roles",
        compute="_compute_role_ids",
        store=True,
        readonly=False,
        domain="[('id', 'in', held_role_ids)]",
        help="The substitute takes over every procedure of these roles that has not "
        "begun and ends on these days. Without roles only this procedure is handed "
        "over.",
    )
    substitute_id = fields.Many2one(
        "hr.employee",
        compute="_compute_substitute_id",
        store=True,
        readonly=False,
        domain="[('company_id', '=', company_id), ('id', '!=', employee_id)]",
    )
    reason = fields.Selection(
        REASONS, string="Why this person", compute="_compute_reason"
    )
    hint = fields.Text(compute="_compute_hint")

    @api.depends("procedure_id", "employee_id")
    def _compute_days(self):
        """The leave that covers the deadline, else the first one in the term."""
        for wizard in self:
            line = wizard.procedure_id
            absences = line._absences().get(line, {})
            spans = absences.get(wizard.employee_id) or [(False, False)]
            lasting = (one for one in spans if one[1] and one[1] >= line.date_end)
            wizard.date_from, wizard.date_to = next(lasting, spans[0])

    @api.depends("employee_id", "date_from", "date_to")
    def _compute_held_role_ids(self):
        for wizard in self:
            wizard.held_role_ids = wizard._holders().role_id

    @api.depends("procedure_id", "employee_id", "date_from", "date_to")
    def _compute_role_ids(self):
        for wizard in self:
            held = wizard._holders().role_id
            # Named by hand, not by role: the line alone changes hands
            by_role = held & wizard.procedure_id.role_ids
            wizard.role_ids = held if by_role else held.browse()

    @api.depends("procedure_id", "employee_id", "date_from", "date_to")
    def _compute_substitute_id(self):
        for wizard in self:
            wizard.substitute_id = wizard._proposal()[0].id

    @api.depends("substitute_id", "procedure_id", "employee_id", "date_from", "date_to")
    def _compute_reason(self):
        """Nothing is said of a person whom the deputy has chosen."""
        for wizard in self:
            person, reason = wizard._proposal()
            is_proposed = person.id == wizard.substitute_id.id
            wizard.reason = reason if is_proposed else False

    def _proposal(self):
        # sudo: department and manager are on the card that a deputy does not read
        person = self.employee_id.sudo()
        if not (self.date_from and self.date_to):
            return person.browse(), "nobody"
        held = self._holders().role_id
        roles = held & self.procedure_id.role_ids or held
        return person._vsoko_substitute(roles, self.date_from, self.date_to)

    @api.depends("procedure_id", "employee_id", "date_from", "date_to", "role_ids")
    def _compute_hint(self):
        for wizard in self:
            deadline = wizard.procedure_id.date_end
            is_back = bool(wizard.role_ids) and not wizard._covers(deadline)
            wizard.hint = is_back and self.env._(
                "By the deadline, %(deadline)s, %(person)s is at work, so the "
                "procedure stays as it is. Clear the roles to hand over this procedure "
                "alone.",
                deadline=f"{deadline:%d.%m.%Y}",
                person=wizard.employee_id.name,
            )

    def _covers(self, day):
        return bool(
            self.date_from and self.date_to and self.date_from <= day <= self.date_to
        )

    def _holders(self):
        """What the person holds on any of these days."""
        if not (self.date_from and self.date_to):
            return self.env["vsoko.role.holder"]
        holders = self.env["vsoko.role.holder"].search(
            [
                ("employee_id", "=", self.employee_id.id),
                ("company_id", "=", self.company_id.id),
            ]
        )
        return holders.filtered(
            lambda one: (
                (not one.date_to or one.date_to >= self.date_from)
                and (not one.date_from or one.date_from <= self.date_to)
            )
        )

    # ---- what the user can press ----

    def action_appoint(self):
        self.ensure_one()
        self._check_substitute()
        self.env["vsoko.role.holder"].create(self._prepare_holders())
        procedure = self.procedure_id
        still_named = self.employee_id.id in procedure.sudo().employee_ids.ids
        # Roles reassign what has not begun; what has, and what was given by hand, is
        # handed over here
        if still_named and (not self.role_ids or self._covers(procedure.date_end)):
            procedure._replace_person(
                self.employee_id, self.substitute_id, self._reason()
            )

    def _check_substitute(self):
        self.procedure_id.check_access("write")
        if not (self.substitute_id and self.date_from and self.date_to):
            raise UserError(
                self.env._("Say who stands in for %s and when.", self.employee_id.name)
            )
        if self.employee_id not in self.procedure_id.away_employee_ids:
            raise UserError(
                self.env._(
                    "%(person)s is not away in the days of «%(procedure)s».",
                    person=self.employee_id.name,
                    procedure=self.procedure_id.name,
                )
            )
        # sudo: cards of colleagues are hidden from a deputy without rights in HR
        substitute = self.substitute_id.sudo()
        if substitute._vsoko_absences(self.date_from, self.date_to):
            raise UserError(
                self.env._(
                    "%s is away on these days too: choose somebody else.",
                    substitute.name,
                )
            )

    def _prepare_holders(self):
        """A line for each role, except those the substitute stands in for already."""
        acting = self.env["vsoko.role.holder"].search(
            [
                ("employee_id", "=", self.substitute_id.id),
                ("company_id", "=", self.company_id.id),
                ("replaces_id", "=", self.employee_id.id),
            ]
        )
        covered = acting.filtered(
            lambda one: one._is_on(self.date_from) and one._is_on(self.date_to)
        )
        return [self._prepare_holder(role) for role in self.role_ids - covered.role_id]

    def _prepare_holder(self, role):
        return {
            "role_id": role.id,
            "employee_id": self.substitute_id.id,
            "replaces_id": self.employee_id.id,
            "is_acting": True,
            "is_for_leave": True,
            "date_from": self.date_from,
            "date_to": self.date_to,
            "company_id": self.company_id.id,
        }

    def _reason(self):
        return self.env._(
            "%(person)s is away %(days)s",
            person=self.employee_id.name,
            days=self.procedure_id._days_text(self.date_from, self.date_to),
        )
