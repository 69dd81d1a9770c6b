from odoo import models
from odoo.tools import SQL

from ...tools.folder import HOLE, MET, Row, heard, is_named

# All that is read of an act, at once
ACT = ["stage_id", "source", "words", "plan_kind", "layout", "body_id"]
ACT += ["regulation_id", "document_id", "is_unneeded"]
# Papers that may be a local act themselves
TEXTS = ("text", "order")


class VsokoFolder(models.Model):
    """Acts and materials of the list: found by themselves or named by the school."""

    _inherit = "vsoko.folder"

    def _acts(self):
        acts = self.env["vsoko.local.act"].with_company(self.company_id)
        own = [("company_id", "in", [False, self.company_id.id])]
        found = acts.search_fetch(own, ACT)
        return found.filtered(lambda act: not act.is_unneeded)

    def _act_rows(self, measure, codes):
        """A row of each act that the school needs; ``codes`` are those of stages."""
        papers = self._papers()
        kept = {
            "regulation": self._regulations(papers),
            "plan": self._plans(),
            "paper": papers,
            "measures": measure,
        }
        return [self._act_row(act, kept, codes) for act in self._acts()]

    def _act_row(self, act, kept, codes):
        find = getattr(self, f"_find_by_{act.source}")
        model, record, is_met = self._named_by_school(act) or find(act, kept)
        reason = "met" if is_met else "unfinished" if record else "missing"
        state = MET if is_met else HOLE
        row = Row(codes[act.stage_id.id], state, reason, int(is_met))
        return row._replace(act=act.id, model=model, record=record)

    def _named_by_school(self, act):
        """What the school has said by hand is taken at its word, while it stands."""
        if act.regulation_id:
            return "vsoko.regulation", act.regulation_id.id, True
        if act.document_id.state == "registered":
            return "vsoko.document", act.document_id.id, True
        return None

    # ---- what there is ----

    def _regulations(self, papers):
        """The school's own acts, and this year's papers: ``[(model, id, words)]``."""
        acts = self.env["vsoko.regulation"].search_fetch(
            [("kind", "=", "local"), ("company_id", "=", self.company_id.id)],
            ["name"],
            order="id",
        )
        own = [("vsoko.regulation", act.id, heard(act.name)) for act in acts]
        return own + [
            ("vsoko.document", record, heard(name))
            for record, name, layout, _body in papers
            if layout in TEXTS
        ]

    def _plans(self):
        """``{kind: (id, whether it is approved)}``, an approved one before others."""
        plans = self.env["vsoko.plan"].search_fetch(
            [
                ("company_id", "=", self.company_id.id),
                ("year_id", "=", self.year_id.id),
                ("is_template", "=", False),
            ],
            ["kind", "is_published"],
            order="id",
        )
        ranked = plans.sorted("is_published")
        return {plan.kind: (plan.id, plan.is_published) for plan in ranked}

    def _papers(self):
        """Registered papers of the year, the last one first."""
        return self.env.execute_query(
            SQL(
                """
                SELECT id, name, layout, body_id FROM vsoko_document
                 WHERE company_id = %(school)s AND year_id = %(year)s
                   AND state = 'registered'
              ORDER BY id DESC
                """,
                **self._known(),
            )
        )

    # ---- one act ----

    def _find_by_regulation(self, act, kept):
        for model, record, words in kept["regulation"]:
            if is_named(words, act.words or ""):
                return model, record, True
        return None, None, False

    def _find_by_plan(self, act, kept):
        record, is_met = kept["plan"].get(act.plan_kind, (None, False))
        return record and "vsoko.plan", record, is_met

    def _find_by_paper(self, act, kept):
        for record, _name, layout, body in kept["paper"]:
            if layout == act.layout and act.body_id.id in (False, body):
                return "vsoko.document", record, True
        return None, None, False

    def _find_by_measures(self, act, kept):
        record = kept["measures"]
        return record and "vsoko.measure", record, bool(record)

    def _find_by_hand(self, act, kept):
        return None, None, False
