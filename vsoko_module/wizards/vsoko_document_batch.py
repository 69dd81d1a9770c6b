import base64

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import pdf

from ..tools.archives import archive

# Papers printed at one go: the bar moves, and LibreOffice is not called for each
CHUNK = 10


class VsokoDocumentBatch(models.TransientModel):
    """Many papers as one archive or one PDF, made piece by piece."""

    _name = "vsoko.document.batch"
    _description = "Pack of documents"

    # which papers
    scope = fields.Selection(
        [
            ("month", "Of a month"),
            ("plan", "Of a plan"),
            ("procedure", "Of a procedure"),
            ("minutes", "Of a meeting"),
            ("chosen", "Chosen in the list"),
        ],
        string="Which papers",
        required=True,
        default=lambda self: self._default_scope(),
    )
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    date_from = fields.Date(
        string="From",
        default=lambda self: fields.Date.start_of(
            fields.Date.context_today(self), "month"
        ),
    )
    date_to = fields.Date(
        string="To",
        default=lambda self: fields.Date.end_of(
            fields.Date.context_today(self), "month"
        ),
    )
    plan_id = fields.Many2one(
        "vsoko.plan",
        domain="[('is_template', '=', False), ('company_id', '=', company_id)]",
    )
    procedure_id = fields.Many2one(
        "vsoko.procedure",
        domain="[('is_template', '=', False), ('company_id', '=', company_id)]",
    )
    minutes_id = fields.Many2one(
        "vsoko.document",
        domain="[('layout', '=', 'minutes'), ('company_id', '=', company_id)]",
    )
    document_ids = fields.Many2many(
        "vsoko.document",
        string="Papers",
        default=lambda self: self._default_document_ids(),
    )
    kind_ids = fields.Many2many("vsoko.document.kind", string="Kinds")
    has_drafts = fields.Boolean(string="Drafts too, marked «ПРОЕКТ»")
    # in what form
    form = fields.Selection(
        [("zip", "One archive (ZIP)"), ("merged", "One PDF")],
        required=True,
        default="zip",
    )
    # how far it is
    state = fields.Selection(
        [("asked", "Asked"), ("working", "Working"), ("ready", "Ready")],
        default="asked",
        readonly=True,
    )
    all_count = fields.Integer(compute="_compute_counts")
    done_count = fields.Integer(compute="_compute_counts")
    file_ids = fields.One2many("vsoko.document.batch.file", "batch_id")
    file = fields.Binary(string="Pack", attachment=True, readonly=True)
    filename = fields.Char(compute="_compute_filename")

    @api.model
    def _default_scope(self):
        return "chosen" if self._default_document_ids() else "month"

    @api.model
    def _default_document_ids(self):
        is_list = self.env.context.get("active_model") == "vsoko.document"
        ids = self.env.context.get("active_ids", []) if is_list else []
        return self.env["vsoko.document"].browse(ids)

    @api.depends(
        "scope", "date_from", "date_to", "plan_id", "procedure_id", "minutes_id",
        "document_ids", "kind_ids", "has_drafts", "file_ids",
    )  # fmt: skip
    def _compute_counts(self):
        for batch in self:
            batch.all_count = len(batch._papers())
            batch.done_count = len(batch.file_ids)

    @api.depends("form")
    def _compute_filename(self):
        for batch in self:
            extension = "pdf" if batch.form == "merged" else "zip"
            batch.filename = f"{self.env._('Documents')}.{extension}"

    # ---- which papers ----

    def _papers(self):
        """What the user may see of it, in the order of the register."""
        states = ["registered"] + (["draft", "approved"] if self.has_drafts else [])
        domain = self._scope_domain() & Domain("state", "in", states)
        if self.kind_ids:
            domain &= Domain("kind_id", "in", self.kind_ids.ids)
        return self.env["vsoko.document"].search(domain, order="date, kind_id, id")

    def _scope_domain(self):
        if self.scope == "chosen":
            return Domain("id", "in", self.document_ids.ids)
        own = Domain("company_id", "=", self.company_id.id)
        return (
            own
            & {
                "month": self._month_domain,
                "plan": lambda: (
                    Domain("plan_id", "=", self.plan_id.id)
                    | Domain("procedure_id.plan_id", "=", self.plan_id.id)
                ),
                "procedure": lambda: Domain("procedure_id", "=", self.procedure_id.id),
                "minutes": lambda: (
                    Domain("id", "=", self.minutes_id.id)
                    | Domain("source_id", "=", self.minutes_id.id)
                    | Domain("ground_ids", "in", self.minutes_id.ids)
                ),
            }[self.scope]()
        )

    def _month_domain(self):
        """Drafts have no date yet: they are of the month they were begun in."""
        first, last = self.date_from, self.date_to
        dated = Domain("date", ">=", first) & Domain("date", "<=", last)
        begun = Domain("create_date", ">=", first) & Domain(
            "create_date", "<", fields.Date.add(last, days=1) if last else last
        )
        return dated | (Domain("date", "=", False) & begun)

    # ---- the work ----

    def action_begin(self):
        """Start; the bar on the screen asks for piece after piece."""
        if not self._papers():
            raise UserError(
                self.env._(
                    "There are no such papers: choose another period or tick "
                    "«Drafts too»."
                )
            )
        # sudo: files of a pack are written here only; the pack is one's own
        self.file_ids.sudo().unlink()
        self.write({"state": "working", "file": False})
        return self._reopen()

    def action_step(self):
        """Print the next papers; returns ``{"done", "all", "ready"}``."""
        self.ensure_one()
        papers = self._papers()
        left = papers - self.file_ids.document_id
        for name, content, paper in self._printed(left[:CHUNK]):
            self.env["vsoko.document.batch.file"].sudo().create(  # sudo: as above
                {
                    "batch_id": self.id,
                    "sequence": papers.ids.index(paper.id),
                    "document_id": paper.id,
                    "name": name,
                    "content": base64.b64encode(content),
                }
            )
        if len(left) <= CHUNK:
            self._finish()
        return {
            "done": len(self.file_ids),
            "all": len(papers),
            "ready": self.state == "ready",
        }

    def _printed(self, papers):
        """``(name, bytes, paper)`` of each; a paper that is broken is named."""
        try:
            files = papers._files("pdf")
        except UserError:
            if len(papers) == 1:
                raise
            return [one for paper in papers for one in self._printed(paper)]
        return [
            (name, content, paper)
            for (name, content), paper in zip(files, papers, strict=True)
        ]

    def _finish(self):
        files = [
            (file.name, base64.b64decode(file.content))
            for file in self.with_context(bin_size=False).file_ids.sorted()
        ]
        merged = self.form == "merged"
        whole = pdf.merge_pdf([one for _n, one in files]) if merged else archive(files)
        self.write({"file": base64.b64encode(whole), "state": "ready"})

    def action_download(self):
        self.ensure_one()
        url = f"/web/content/{self._name}/{self.id}/file/{self.filename}?download=true"
        return {"type": "ir.actions.act_url", "target": "self", "url": url}

    def _reopen(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Print a pack"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
        }
