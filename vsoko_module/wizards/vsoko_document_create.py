from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools import clean_context

from ..tools.document_words import requisites


class VsokoDocumentCreate(models.TransientModel):
    """A new paper: of what kind, by which ready text, from which record."""

    _name = "vsoko.document.create"
    _description = "New document"

    company_id = fields.Many2one(
        "res.company", default=lambda self: self.env.company, required=True
    )
    kind_id = fields.Many2one(
        "vsoko.document.kind",
        required=True,
        domain="[('company_id', 'in', [company_id, False])]",
    )
    layout = fields.Selection(related="kind_id.layout", related_sudo=False)
    text_id = fields.Many2one(
        "vsoko.document.text",
        string="Ready text",
        compute="_compute_text_id",
        store=True,
        readonly=False,
        domain="[('kind_id', '=', kind_id), ('company_id', 'in', [company_id, False])]",
    )
    text_source = fields.Selection(related="text_id.source", related_sudo=False)
    plan_id = fields.Many2one(
        "vsoko.plan",
        domain="[('is_template', '=', False), ('company_id', '=', company_id)]",
    )
    procedure_id = fields.Many2one(
        "vsoko.procedure",
        compute="_compute_procedure_id",
        store=True,
        readonly=False,
        domain="[('is_template', '=', False), ('company_id', '=', company_id)]",
    )
    source_id = fields.Many2one(
        "vsoko.document",
        string="Paper it is made from",
        domain="[('state', '=', 'registered'), ('company_id', '=', company_id)]",
    )
    finding_ids = fields.Many2many("vsoko.finding", string="Conclusions")
    amends_id = fields.Many2one("vsoko.document", string="Changes the paper")
    is_cancelling = fields.Boolean(string="Cancels it")
    name = fields.Char(
        string="Heading", compute="_compute_name", store=True, readonly=False
    )

    @api.depends("source_id")
    def _compute_procedure_id(self):
        for wizard in self:
            wizard.procedure_id = wizard.source_id.procedure_id or wizard.procedure_id

    @api.depends("kind_id", "plan_id", "procedure_id", "source_id")
    def _compute_text_id(self):
        """The ready text of the kind that fits what the paper is made from."""
        for wizard in self:
            fits = wizard.text_id.kind_id == wizard.kind_id
            if wizard.text_id and fits or wizard.amends_id or wizard.finding_ids:
                continue
            wizard.text_id = self.env["vsoko.document.text"].search(
                [
                    ("kind_id", "=", wizard.kind_id.id),
                    ("source", "=", wizard._source()),
                    ("company_id", "in", [False, wizard.company_id.id]),
                ],
                limit=1,
            )

    def _source(self):
        if self.procedure_id:
            return "procedure"
        return "plan" if self.plan_id else "none"

    @api.depends(
        "text_id", "plan_id", "procedure_id", "source_id", "amends_id",
        "is_cancelling", "finding_ids",
    )  # fmt: skip
    def _compute_name(self):
        for wizard in self:
            if wizard.text_id:
                wizard.name = wizard.text_id._prepare_document(
                    wizard.company_id, wizard.plan_id, wizard.procedure_id
                )["name"]
            else:
                wizard.name = wizard._proposed_name()

    def _proposed_name(self):
        """Words of a paper, Russian as the paper is."""
        if other := self.amends_id:
            number = requisites(other.date, other.number)
            what = f"{other.kind_id.genitive or 'документа'} {number}"
            to = f"изменений в {other.kind_id.accusative or 'документ'} {number}"
            return f"Об отмене {what}" if self.is_cancelling else f"О внесении {to}"
        if self.finding_ids:
            return "О мерах по устранению выявленных дефицитов"
        if self.procedure_id and self.layout != "excerpt":
            return f"По итогам процедуры «{self.procedure_id.name}»"
        return self.source_id.name or self.name

    def action_create(self):
        """Make the draft and open it."""
        self._check_sources()
        # What the assistant was opened with is no default of the paper's own fields
        self = self.with_context(clean_context(self.env.context))
        document = self.env["vsoko.document"].create(self._prepare_document())
        self.env["vsoko.document.item"].create(self._prepare_items(document))
        document.action_generate()
        return document._get_records_action()

    def _check_sources(self):
        names = ("plan_id", "procedure_id", "source_id", "amends_id", "finding_ids")
        for name in names:
            self[name].check_access("read")
        if not (self.name or "").strip():
            raise UserError(self.env._("Write the heading of the paper."))
        wanted = self.text_source
        given = {
            "plan": self.plan_id,
            "procedure": self.procedure_id,
            "document": self.source_id,
        }
        if wanted in given and not given[wanted]:
            raise UserError(
                self.env._("«%s» is made from a record: choose it.", self.text_id.name)
            )

    def _prepare_document(self):
        values = {
            "kind_id": self.kind_id.id,
            "company_id": self.company_id.id,
            "plan_id": self.plan_id.id,
            "procedure_id": self.procedure_id.id,
            "amends_id": self.amends_id.id,
            "is_cancelling": self.is_cancelling,
        }
        if self.text_id:
            values |= self.text_id._prepare_document(
                self.company_id, self.plan_id, self.procedure_id
            )
        if self.text_id.has_plan_annex and self.plan_id:
            annex = {"name": self.plan_id.name, "plan_id": self.plan_id.id}
            values["annex_ids"] = [Command.create(annex)]
            people = self.plan_id.procedure_ids.employee_ids
            values["acquaint_ids"] = [Command.set(people.ids)]
        return values | self._prepare_source() | {"name": self.name}

    def _prepare_source(self):
        source = self.source_id
        if not source:
            return {}
        if self.layout == "excerpt":
            return {
                "source_id": source.id,
                "source_agenda_ids": [Command.set(source.agenda_ids.ids)],
                "body_id": source.body_id.id,
                "date": source.date,
            }
        return {"ground_ids": [Command.set(source.ids)], "plan_id": source.plan_id.id}

    def _prepare_items(self, document):
        """Items of the ready text, then those of the paper it follows."""
        items = self.text_id._prepare_items(document) if self.text_id else []
        items += self._prepare_finding_items(document)
        if self.layout == "excerpt":
            return items
        own = self.source_id.item_ids | self.source_id.agenda_ids.item_ids
        own = own.filtered(lambda item: item.finding_id not in self.finding_ids)
        return items + [
            {
                "document_id": document.id,
                "sequence": 100 + number,
                "name": item.name,
                "employee_ids": [Command.set(item.employee_ids.ids)],
                "addressee": item.addressee,
                "term_text": item.term_text,
                "date_deadline": item.date_deadline,
                "expected": item.expected,
                "is_task": item.is_task,
                "finding_id": item.finding_id.id,
            }
            for number, item in enumerate(own.sorted())
        ]

    def _prepare_finding_items(self, document):
        """What conclusions recommend becomes what the order asks for."""
        return [
            {
                **finding._prepare_item(),
                "document_id": document.id,
                "sequence": 50 + number,
                "name": finding.recommendation or finding.name,
                # Its decision reads the figure, a paper with its unit is a note's
                "expected": finding.expected,
            }
            for number, finding in enumerate(self.finding_ids)
        ]
