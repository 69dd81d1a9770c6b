from odoo import models

from ...tools.note_facts import Note
from ...tools.paragraphs import clean, lines
from ...tools.people import short_name, small_first


class VsokoProcedure(models.Model):
    """What the records know of a procedure when its справка is written."""

    _inherit = "vsoko.procedure"

    def _note_sources(self):
        """What each source of data says, as ``Results``; chapters add their own.

        A repeated line speaks for all its times.
        """
        self.ensure_one()
        return []

    def _note_facts(self, grounds=()):
        """All of it as plain values, for the sections of the paper."""
        self.ensure_one()
        before, after = self._done_before(), self._after()
        return Note(
            name=clean(self.name),
            subject=clean(self.object),
            steps=tuple(clean(step.name) for step in self.step_ids),
            steps_done=len(self.step_ids.filtered("is_done")),
            first=self.date_start or None,
            last=self.date_end or None,
            grounds=tuple(grounds),
            people=tuple(self._note_people()),
            methods=tuple(lines(self.method_text)),
            papers=tuple(self._note_papers()),
            bodies=tuple(lines(self.body_text)),
            results=tuple(self._note_sources()),
            before_name=before._note_name(),
            before=tuple(before._note_figures()),
            next_name=clean(after.name),
            next_first=after.date_start or None,
            next_last=after.date_end or None,
        )

    def _note_figures(self):
        return [
            figure
            for one in self
            for source in one._note_sources()
            for figure in source.figures
        ]

    def _note_name(self):
        """The name with its year: the same line comes every year."""
        return f"{clean(self.name)}, {self.year_id.name}" if self else ""

    def _note_people(self):
        # sudo: names and posts of colleagues are on their public profile
        for person in self.employee_ids.sudo().sorted("name"):
            post = small_first(clean(person.job_title))
            yield " ".join(filter(None, [post, short_name(clean(person.name))]))

    def _note_papers(self):
        """Kinds of papers that were handed in; names of files may name pupils."""
        for paper in self._all_times().evidence_ids.sorted(
            lambda one: (one.date, one.id)
        ):
            kind = small_first(clean(paper.outcome_id.name)) or "материал"
            yield f"{kind} от {paper.date:%d.%m.%Y}"

    def _all_times(self):
        return self | self.occurrence_ids

    def _after(self):
        """The next time of a series: the term of the repeat is in the plan."""
        times = self.series_id.occurrence_ids if self.date_end else self.browse()
        later = times.filtered(
            lambda one: (
                one.state != "cancelled"
                and one.date_end
                and one.date_end > self.date_end
            )
        )
        return later.sorted("date_end")[:1]
