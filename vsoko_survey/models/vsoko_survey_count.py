from odoo import fields, models

from odoo.addons.vsoko_module.tools.measures import write_value

from .survey_question import COUNTED


class VsokoSurveyWave(models.Model):
    """Counting: shares of those who are content, small groups hidden."""

    _inherit = "vsoko.survey.wave"

    def _count(self):
        for wave in self:
            wave._check_period_open()
            # sudo: results are written by counting alone
            wave.result_ids.sudo().unlink()
            # sudo: answers are hidden from deputies, only their sums come out
            values = wave.sudo()._question_results()
            wave.env["vsoko.survey.result"].sudo().create(values)
            wave._write_figures()
            wave.summary = wave._told()

    def _check_period_open(self):
        self.env["vsoko.measurement"].new(
            {"period_id": self.period_id.id}
        )._check_open()

    def _question_results(self):
        """Values of a result for each question that feeds an indicator."""
        questions = self.survey_id.question_ids.filtered(
            lambda one: one.vsoko_indicator_id and one.question_type in COUNTED
        )
        sums = self._sums(questions)
        least = self.company_id.vsoko_anonymity
        results = []
        for question in questions:
            answered, positive = sums.get(question, (0, 0))
            hidden = answered < least
            results.append(
                {
                    "wave_id": self.id,
                    "question_id": question.id,
                    "name": question.title,
                    "indicator_id": question.vsoko_indicator_id.id,
                    "is_hidden": hidden,
                    "answered": 0 if hidden else answered,
                    "positive": 0 if hidden else positive,
                }
            )
        return results

    def _sums(self, questions):
        """``{question: (answered, positive)}`` over finished answers of the wave."""
        lines = self.env["survey.user_input.line"].search(
            [
                ("question_id", "in", questions.ids),
                ("user_input_id.vsoko_wave_id", "=", self.id),
                ("user_input_id.state", "=", "done"),
                ("skipped", "=", False),
            ]
        )
        sums = {}
        for line in lines:
            answered, positive = sums.get(line.question_id, (0, 0))
            good = line._vsoko_is_positive()
            sums[line.question_id] = (answered + 1, positive + good)
        return sums

    def _write_figures(self):
        """Sums of all questions of an indicator; what a person entered stays."""
        shown = self.result_ids.filtered(lambda one: not one.is_hidden)
        known = self.env["vsoko.measurement"]._known_values(
            shown.indicator_id, self.period_id
        )
        entries = {
            indicator: self._figure(indicator, results)
            for indicator, results in shown.grouped("indicator_id").items()
            if indicator not in known or known[indicator].origin != "manual"
        }
        self.env["vsoko.measurement"].with_company(self.company_id)._put(
            entries, self.period_id, known
        )

    def _figure(self, indicator, results):
        answered = sum(results.mapped("answered"))
        positive = sum(results.mapped("positive"))
        share = indicator.unit == "share"
        entry = write_value(
            float(positive if share else positive * 100 / answered),
            indicator.unit,
            float(answered),
        )
        passport = {"formula": self.name, "rows": answered}
        return entry, "survey", passport

    def _told(self):
        least = self.company_id.vsoko_anonymity
        if self.result_ids and all(self.result_ids.mapped("is_hidden")):
            return self.env._(
                "Fewer than %s answers: hidden, so that nobody is recognised.",
                least,
            )
        kept = self.result_ids.indicator_id
        return self.env._(
            "Counted on %(day)s: indicators – %(count)s. What was entered by hand "
            "stays as it is.",
            day=fields.Date.context_today(self).strftime("%d.%m.%Y"),
            count=len(kept),
        )


class SurveyUserInputLine(models.Model):
    _inherit = "survey.user_input.line"

    def _vsoko_is_positive(self):
        self.ensure_one()
        question = self.question_id
        if question.question_type == "simple_choice":
            return bool(self.suggested_answer_id.vsoko_is_positive)
        scale = question.question_type == "scale"
        value = self.value_scale if scale else self.value_numerical_box
        return value >= question.vsoko_border
