import logging

from odoo import api, models

_logger = logging.getLogger(__name__)


class VsokoSchoolJobMixin(models.AbstractModel):
    """A scheduled job that works school by school."""

    _name = "vsoko.school.job.mixin"
    _description = "Job of schools"

    @api.model
    def _work_through(self, schools, work):
        """Call ``work(school)`` for each; what fails in one stops no other.

        Each school is committed by itself. A failure is logged at once and raised at
        the end: Odoo shows a job as failed only so.
        """
        crons, failures = self.env["ir.cron"], []
        crons._commit_progress(remaining=len(schools))
        for school in schools:
            try:
                with self.env.cr.savepoint():
                    work(school)
            except Exception as error:
                _logger.exception("%s of school %s", self._description, school.id)
                failures.append(error)
            if not crons._commit_progress(1):
                break
        if failures:
            raise failures[0]
