from odoo import models

from ...tools.addressee import names_person
from ...tools.paper_quality import (
    Advice,
    advice_issues,
    advice_lines,
    control_words,
    is_filled,
    missing_of_control,
)
from ...tools.stale_years import stale_years
from ...tools.word_families import found_phrases
from .vsoko_document_quality import Finding

# Sections that speak of teachers: who has something to show, who is to be helped
OF_TEACHERS = {"causes", "conclusions", "recommendations", "good_practice", ""}
# The section that compares with years before
OF_BEFORE = {"dynamics"}


class VsokoDocument(models.Model):
    """Where a text gives cause for complaint."""

    _inherit = "vsoko.document"

    def _quality_findings(self, words):
        """Findings of all rules; ``words`` are the lists of the school by rule."""
        yield from self._find_control(words)
        yield from self._find_no_causes()
        subjects = self._subject_names()
        yield from self._find_advice(words, subjects)
        yield from self._find_advice_in_text(words, subjects)
        yield from self._find_no_repeat_control(words)
        yield from self._find_nobody()
        yield from self._find_stale_years()

    def _part(self, code):
        return self.paragraph_ids.filtered(lambda part: part.code == code)[:1]

    def _find_control(self, words):
        goal = self._part("goal")
        for record, text in ((self, self.aim), (goal, goal.text)):
            said = control_words(text or "", words.get("goal_control", []))
            if said:
                yield self._finding("goal_control", record, said)

    def _find_no_causes(self):
        if self.layout != "note":
            return
        results = self.paragraph_ids.filtered(lambda part: part._is_result())
        causes = self._part("causes")
        if results and not is_filled(causes.text):
            yield self._finding("facts_without_causes", causes or self)

    def _find_advice(self, words, subjects):
        for number, item in enumerate(self.item_ids.sorted(), 1):
            place = self.env._(
                "Item %(number)s «%(text)s»",
                number=number,
                text=(item.name or "")[:60],
            )
            for code, said in advice_issues(item._advice(), words, subjects):
                if item._is_judged(code):
                    yield self._finding(code, item, said, place)

    def _find_advice_in_text(self, words, subjects):
        """Recommendations that are typed as a section, not as items."""
        if self.layout != "note":
            return
        parts = self.paragraph_ids.sorted()
        for part in parts.filtered(lambda one: one._is_advice()):
            for line in advice_lines(part.text, part.generated_text):
                place = f"{part.name or ''}, «{line[:60]}»".removeprefix(", ")
                for code, said in advice_issues(Advice(line), words, subjects):
                    yield self._finding(code, part, said or line, place)

    def _find_no_repeat_control(self, words):
        if self.layout == "note":
            part = self._part("repeat_control")
            missing = missing_of_control(part.text)
            if missing:
                yield self._finding("no_repeat_control", part or self, missing)
        elif self._rests_on_note():
            known = words.get("no_repeat_control", [])
            if not any(found_phrases(known, one.name) for one in self.item_ids):
                yield self._finding("no_repeat_control", self)

    def _find_nobody(self):
        if self.layout == "order" and not self._rests_on_note():
            return
        parts = self.paragraph_ids.filtered(lambda one: (one.code or "") in OF_TEACHERS)
        texts = [*parts.mapped("text"), *self.item_ids.mapped("name")]
        texts += self.item_ids.mapped("addressee")
        named = any(names_person(text or "") for text in texts)
        if not named and not self.item_ids.employee_ids:
            yield self._finding("no_people", self)

    def _find_stale_years(self):
        first = self.year_id.date_start
        for record, text in self._own_texts() if first else ():
            if years := stale_years(text, first.year):
                yield self._finding("stale_years", record, ", ".join(years))

    def _own_texts(self):
        """What people wrote: what the data say may well speak of years before."""
        yield self, f"{self.name or ''}\n{self.aim or ''}"
        for part in self.paragraph_ids.sorted():
            written = not part.code or part.is_edited
            if written and part.code not in OF_BEFORE:
                yield part, part.text or ""
        for item in self.item_ids.sorted():
            yield item, f"{item.name or ''}\n{item.term_text or ''}"

    def _rests_on_note(self):
        return "note" in self.ground_ids.mapped("layout")

    def _subject_names(self):
        subjects = self.env["vsoko.subject"].search(
            [("company_id", "in", [self.company_id.id, False])]
        )
        return subjects.mapped("name")

    # ---- in words ----

    def _finding(self, code, record, said="", place=""):
        words = said if isinstance(said, str) else ""
        message = getattr(self, f"_remark_{code}")(said, place or self._place(record))
        return Finding(code, message, record, words)

    def _place(self, record):
        """«Цель», «Items 2 «…»»: what the reader looks for."""
        if record._name == "vsoko.document.item":
            return f"«{(record.name or '')[:60]}»"
        if record._name == "vsoko.document.paragraph":
            return f"«{record.name or (record.text or '')[:60]}»"
        return f"«{record.name}»"
