from odoo import api, fields, models

from ...tools.document_words import Act, by_act, preamble, quoted, requisites
from ...tools.people import small_first

OFFICER = "vsoko_module.group_vsoko_officer"


class VsokoDocument(models.Model):
    """Texts that the records say; what is edited by hand stays."""

    _inherit = "vsoko.document"

    figure_ids = fields.One2many(
        "vsoko.document.figure",
        "document_id",
        string="Figures",
        readonly=True,
        groups=OFFICER,
    )
    has_discrepancies = fields.Boolean(
        compute="_compute_has_discrepancies", groups=OFFICER
    )

    def _compute_has_discrepancies(self):
        for document in self:
            document.has_discrepancies = any(document.figure_ids.mapped("is_different"))

    # ---- generation ----

    def action_generate(self):
        """Write the sections anew; paragraphs edited by hand are kept and marked."""
        self._check_draft()
        for document in self:
            document._write_sections(document._generated())
            document._keep_figures(document._measured())

    def _generated(self):
        """Sections of the paper: code, name, text, tables, chart, is_required."""
        self.ensure_one()
        return getattr(self, f"_generated_{self.layout}", list)()

    def _measured(self):
        """Figures of the paper as the records say them now: code, name, value,
        value_text, unit, formula, rows.
        """
        self.ensure_one()
        return getattr(self, f"_measured_{self.layout}", list)()

    def _write_sections(self, sections):
        known = {part.code: part for part in self.paragraph_ids if part.code}
        own, fresh = {"document_id": self.id}, []
        for number, section in enumerate(sections, 1):
            values = {"sequence": number * 10, **self._section_values(section)}
            part = known.pop(section["code"], None)
            if part is None:
                fresh.append({**values, **own, "text": section["text"]})
                continue
            if not part.is_edited:
                values["text"] = section["text"]
            part.write(values)
        self.env["vsoko.document.paragraph"].create(fresh)
        gone = self.paragraph_ids.browse([part.id for part in known.values()])
        gone.filtered(lambda part: not part.is_edited).unlink()

    @api.model
    def _section_values(self, section):
        return {
            "code": section["code"],
            "name": section["name"],
            "generated_text": section["text"],
            "tables": section.get("tables") or [],
            "chart": section.get("chart") or False,
            "is_required": section.get("is_required", False),
        }

    def _keep_figures(self, figures):
        # sudo: figures are the system's record of what the data said
        keeper = self.figure_ids.sudo()
        keeper.unlink()
        keeper.create([{**figure, "document_id": self.id} for figure in figures])

    @api.model
    def _row_change_text(self, change):
        """«5А: 61 → 70 (who, when)» of a row that has changed."""
        label, before, now = change
        old = before.get("value", "") if before else self.env._("was not there")
        new = now.get("value", "") if now else self.env._("is gone")
        return f"{label}: {old} → {new}{self._author_of(now or before)}"

    def _author_of(self, row):
        if not row.get("model") or row["model"] not in self.env:
            return ""
        # sudo: who changed a row of an aggregate is said, not what else is in it
        record = self.env[row["model"]].sudo().browse(row.get("id")).exists()
        if not record:
            return ""
        day = fields.Datetime.context_timestamp(self, record.write_date)
        return f" ({record.write_uid.name}, {day:%d.%m.%Y %H:%M})"

    # ---- the preamble of an order ----

    def _generated_order(self):
        return [
            {
                "code": "preamble",
                "name": "Констатирующая часть",
                "text": preamble(
                    [by_act(self._act(act)) for act in self.regulation_ids],
                    self._ground_words(),
                    self.aim or "",
                    ",",
                ),
                "is_required": False,
            }
        ]

    def _act(self, act):
        return Act(act.kind, act.name, act.number or "", act.date, act.issuer or "")

    def _ground_words(self):
        """What follows «на основании»: papers chosen, the plan of the procedure."""
        words = [
            " ".join(
                filter(
                    None,
                    [
                        paper.kind_id.genitive or paper.kind_id.name.lower(),
                        requisites(paper.date, paper.number),
                        quoted(paper.name),
                    ],
                )
            )
            for paper in self.ground_ids
        ]
        plan = self.procedure_id.plan_id
        if plan:
            number = requisites(plan.order_date or None, plan.order_number)
            approved = number and f", утверждённого приказом {number}"
            words.append(f"плана {quoted(plan.name)}{approved or ''}")
        return words

    @api.onchange("regulation_ids", "ground_ids", "procedure_id", "aim")
    def _onchange_grounds(self):
        """The preamble on the screen follows what is chosen, unless it was edited."""
        if self.layout != "order":
            return
        part = self.paragraph_ids.filtered(lambda one: one.code == "preamble")[:1]
        text = self._generated_order()[0]["text"]
        if part and not part.is_edited:
            part.text = part.generated_text = text

    # ---- names in cases ----

    def _people_words(self, people, case):
        """``{person: "Завучевой Марии Петровне, заместителю директора"}``."""
        # sudo: names and posts are on the public profile of a colleague
        names = {one: one.sudo().name or "" for one in people}
        posts = {one: small_first(one._vsoko_post()) for one in people}
        forms = self.env["vsoko.declension"]
        company = self.company_id or self.env.company
        in_case = forms._declined(names.values(), case, company)
        as_post = forms._declined(posts.values(), case, company, kind="post")
        return {
            one: ", ".join(filter(None, [in_case[names[one]], as_post[posts[one]]]))
            for one in people
        }
