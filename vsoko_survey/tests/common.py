"""A school that asks parents one question, and people who answer it."""

from odoo.addons.vsoko_module.tests.common import VsokoCase


class SurveyCase(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.framework = cls.env["vsoko.framework"].create(
            {"name": "НОКО", "company_id": cls.school.id}
        )
        block = cls.env["vsoko.block"].create(
            {"name": "Условия", "framework_id": cls.framework.id}
        )
        cls.criterion = cls.env["vsoko.criterion"].create(
            {"name": "Доброжелательность", "block_id": block.id}
        )
        cls.indicator = cls._make_indicator("4.2", "share")
        cls.period = cls.env["vsoko.period"]._school_year(cls.year)
        cls.survey = cls._make_survey()
        cls.question = cls._make_question(cls.survey, cls.indicator)

    @classmethod
    def _make_indicator(cls, code, unit):
        return cls.env["vsoko.indicator"].create(
            {
                "criterion_id": cls.criterion.id,
                "code": code,
                "name": f"Удовлетворены {code}",
                "unit": unit,
            }
        )

    @classmethod
    def _make_survey(cls, school=None):
        return cls.env["survey.survey"].create(
            {
                "title": "Родители",
                "vsoko_audience": "parents",
                "company_id": (school or cls.school).id,
                "questions_layout": "one_page",
            }
        )

    @classmethod
    def _make_question(cls, survey, indicator, **values):
        answers = [("Да", True), ("Нет", False), ("Затрудняюсь ответить", False)]
        return cls.env["survey.question"].create(
            {
                "survey_id": survey.id,
                "title": "Вежливы ли педагоги?",
                "question_type": "simple_choice",
                "vsoko_indicator_id": indicator.id,
                "suggested_answer_ids": [
                    (0, 0, {"value": value, "vsoko_is_positive": is_positive})
                    for value, is_positive in answers
                ],
                **values,
            }
        )

    @classmethod
    def _make_wave(cls, name="Осень", survey=None, period=None):
        return (
            cls.env["vsoko.survey.wave"]
            .with_user(cls.deputy)
            .create(
                {
                    "name": name,
                    "survey_id": (survey or cls.survey).id,
                    "company_id": cls.school.id,
                    "period_id": (period or cls.period).id,
                }
            )
        )

    def _answer(self, yes=0, no=0, unsure=0, question=None):
        """People answer one question and finish."""
        question = question or self.question
        for choice, count in zip(
            question.suggested_answer_ids, (yes, no, unsure), strict=True
        ):
            for _person in range(count):
                self._finish(question, choice.id)

    def _finish(self, question, answer):
        person = question.survey_id._create_answer()
        person._save_lines(question, answer)
        person._mark_done()

    def _asked(self, yes=0, no=0, unsure=0, **values):
        """A wave in which these people have answered, closed."""
        wave = self._make_wave(**values)
        wave.action_open()
        self._answer(yes, no, unsure)
        wave.action_close()
        return wave

    def _value(self, indicator=None):
        return self.env["vsoko.measurement"].search(
            [("indicator_id", "=", (indicator or self.indicator).id)]
        )
