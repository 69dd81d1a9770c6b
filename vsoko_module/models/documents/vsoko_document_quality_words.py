from odoo import models

from ...tools.paper_quality import HOW, WHEN, WHO


class VsokoDocument(models.Model):
    """Remarks on a text in words: what is wrong and how it is mended."""

    _inherit = "vsoko.document"

    def _remark_goal_control(self, said, place):
        return self.env._(
            "%(place)s: the aim speaks of control («%(words)s») and assesses nothing. "
            "Write what level is assessed and what deficits are to be found.",
            place=place,
            words=said,
        )

    def _remark_facts_without_causes(self, _said, _place):
        return self.env._(
            "Facts without causes: there are results, and «Причины» does not say why "
            "they are such. Write it of each result, of good ones too."
        )

    def _remark_for_everybody(self, said, place):
        return self.env._(
            "%(place)s: «%(words)s» means everybody, that is nobody. Name people, a "
            "class or a subject instead.",
            place=place,
            words=said,
        )

    def _remark_vague_words(self, said, place):
        return self.env._(
            "%(place)s: «%(words)s» says nothing without an addressee, a term and an "
            "expected figure. Say what exactly is to be done, by whom, by when and up "
            "to what figure.",
            place=place,
            words=said,
        )

    def _remark_no_responsible(self, _said, place):
        return self.env._(
            "%s: no addressee. Choose people or name a class or a subject.", place
        )

    def _remark_no_term(self, _said, place):
        return self.env._("%s: no term. Say by when.", place)

    def _remark_no_expected(self, _said, place):
        return self.env._(
            "%s: no expected figure. Say what the result is to be, for example «не "
            "ниже 60 %%».",
            place,
        )

    def _remark_no_repeat_control(self, missing, _place):
        if not missing:
            return self.env._(
                "The order confirms advice of a note and says nothing of repeat "
                "control: add an item on when, how and by whom it is carried out."
            )
        names = {
            WHEN: self.env._("when"),
            HOW: self.env._("in what form"),
            WHO: self.env._("who carries it out"),
        }
        return self.env._(
            "Repeat control: it is not said %s.",
            ", ".join(names[one] for one in missing),
        )

    def _remark_no_people(self, _said, _place):
        return self.env._(
            "No teacher is named: neither those with experience to show nor those who "
            "are to be helped. Choose people in the items."
        )

    def _remark_stale_years(self, said, place):
        return self.env._(
            "%(place)s: «%(words)s» is older than the school year %(year)s. Has it "
            "stayed from an older paper?",
            place=place,
            words=said,
            year=self.year_id.name,
        )
