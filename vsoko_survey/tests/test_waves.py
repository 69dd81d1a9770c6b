from odoo.exceptions import AccessError, UserError

from odoo.addons.vsoko_module.tests.measured import MeasuredCase


class TestWaves(MeasuredCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.percent = cls._make_indicator("1.1", "percent")
        cls.share = cls._make_indicator("1.2", "share")
        cls.survey = cls.env["survey.survey"].create(
            {"title": "Анкета", "vsoko_audience": "parents"}
        )
        cls.first = cls._make_question("Довольны ли Вы?", cls.percent)
        cls.second = cls._make_question("Посоветуете ли Вы?", cls.share)

    @classmethod
    def _make_question(cls, title, indicator, **values):
        return cls.env["survey.question"].create(
            {
                "survey_id": cls.survey.id,
                "title": title,
                "question_type": "simple_choice",
                "vsoko_indicator_id": indicator.id,
                "suggested_answer_ids": [
                    (0, 0, {"value": "Да", "vsoko_is_positive": True}),
                    (0, 0, {"value": "Нет"}),
                ],
                **values,
            }
        )

    def _open(self, **values):
        wave = (
            self.env["vsoko.survey.wave"]
            .with_user(self.deputy)
            .create(
                {
                    "survey_id": self.survey.id,
                    "period_id": self.period.id,
                    "company_id": self.school.id,
                    **values,
                }
            )
        )
        wave.action_open()
        return wave

    def _answer(self, *answers):
        """Each answer is (first, second): True, False or None when skipped."""
        for first, second in answers:
            one = self.survey.sudo()._create_answer()
            for question, good in ((self.first, first), (self.second, second)):
                if good is None:
                    continue
                chosen = question.suggested_answer_ids[0 if good else 1]
                one._save_lines(question, chosen.id)
            one._mark_done()

    def _value(self, indicator):
        return self.env["vsoko.measurement"].search(
            [("indicator_id", "=", indicator.id), ("period_id", "=", self.period.id)]
        )

    def test_shares_of_positive_answers_become_figures(self):
        wave = self._open(invited_count=50)
        self._answer(*[(True, True)] * 25, *[(False, True)] * 15)
        self.assertEqual((wave.response_count, wave.response_rate), (40, 80))
        wave.action_close()
        self.assertEqual(self._value(self.percent).value, 62.5)
        self.assertEqual(self._value(self.share).entry, "40/40")
        self.assertEqual(self._value(self.percent).origin, "survey")
        self.assertEqual(wave.result_ids.mapped("positive"), [25, 40])

    def test_who_does_not_answer_is_not_counted(self):
        wave = self._open()
        self._answer(*[(True, None)] * 6, *[(None, True)] * 5, (False, False))
        wave.action_close()
        self.assertEqual(wave.result_ids.mapped("answered"), [7, 6])

    def test_a_group_too_small_is_shown_to_nobody(self):
        wave = self._open()
        self._answer(*[(True, True)] * 4)
        wave.action_close()
        self.assertEqual(wave.result_ids.mapped("is_hidden"), [True, True])
        self.assertEqual(wave.result_ids.mapped("answered"), [0, 0])
        self.assertFalse(self._value(self.percent))
        self.assertIn("Fewer than 5", wave.summary)
        self.school.vsoko_anonymity = 4
        wave.action_open()
        wave.action_close()
        self.assertEqual(self._value(self.percent).value, 100)

    def test_a_figure_entered_by_hand_stays(self):
        self._measure(self.percent, "10")
        wave = self._open()
        self._answer(*[(True, True)] * 6)
        wave.action_close()
        self.assertEqual(self._value(self.percent).entry, "10")

    def test_a_wave_is_compared_with_the_one_before(self):
        before = self._open(date_start="2023-09-01")
        self._answer(*[(True, True)] * 5, *[(False, True)] * 5)
        before.action_close()
        wave = self._open(date_start="2023-10-01")
        self._answer(*[(True, True)] * 8, *[(False, True)] * 2)
        wave.action_close()
        result = wave.result_ids[0]
        self.assertEqual((result.previous_share, result.change), (50, 30))
        self.assertEqual(before.response_count, 10)

    def test_scales_count_from_their_border(self):
        scale = self.env["survey.question"].create(
            {
                "survey_id": self.survey.id,
                "title": "От 0 до 10",
                "question_type": "scale",
                "vsoko_indicator_id": self._make_indicator("1.3", "percent").id,
                "vsoko_border": 7,
            }
        )
        wave = self._open()
        for value in (10, 7, 6, 0, 9):
            one = self.survey.sudo()._create_answer()
            one._save_lines(scale, str(value))
            one._mark_done()
        wave.action_close()
        self.assertEqual(wave.result_ids[-1].share, 60)

    def test_two_waves_of_a_questionnaire_are_not_open_at_once(self):
        self._open()
        with self.assertRaisesRegex(UserError, "close that wave first"):
            self._open()

    def test_a_closed_period_takes_no_results(self):
        wave = self._open()
        self._answer(*[(True, True)] * 6)
        self.period.with_user(self.deputy).action_close()
        with self.assertRaisesRegex(UserError, "is closed"):
            wave.action_close()

    def test_answers_of_people_are_nobodys_business(self):
        self._open()
        self._answer(*[(True, True)] * 6)
        for user in (self.teacher, self.deputy, self.director):
            with self.subTest(user=user.name), self.assertRaises(AccessError):
                self.env["survey.user_input.line"].with_user(user).search([])
        with self.assertRaises(AccessError):
            self.env["vsoko.survey.wave"].with_user(self.teacher).search([])

    def test_another_school_sees_neither_waves_nor_questionnaires(self):
        wave = self._open()
        self.survey.vsoko_company_id = self.school
        theirs = self.env["vsoko.survey.wave"].with_user(self.other_deputy)
        self.assertFalse(theirs.search([]))
        self.assertNotIn(
            self.survey,
            self.env["survey.survey"].with_user(self.other_deputy).search([]),
        )
        with self.assertRaises(AccessError):
            wave.with_user(self.other_deputy).read(["name"])

    def test_ready_questionnaires_feed_the_indicators_of_noko(self):
        parents = self.env.ref("vsoko_survey.questionnaire_parents")
        codes = parents.question_ids.vsoko_indicator_id.mapped("code")
        self.assertEqual(
            codes, ["1.3", "2.2", "3.3", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3"]
        )
        for question in parents.question_ids:
            positive = question.suggested_answer_ids.filtered("vsoko_is_positive")
            self.assertEqual(positive.mapped("value"), ["Да", "Скорее да"])
