from freezegun import freeze_time

from odoo.exceptions import UserError, ValidationError

from .common import SurveyCase


class TestWaves(SurveyCase):
    def test_a_wave_of_forty_gives_the_exact_share(self):
        wave = self._asked(yes=25, no=10, unsure=5)
        value = self._value()
        self.assertEqual((value.entry, value.origin), ("25/40", "survey"))
        self.assertEqual(value.value, 62.5)
        self.assertEqual(
            (value.passport["rows"], value.passport["wave"]), (40, "Осень")
        )
        self.assertEqual(wave.result_ids.mapped("share"), [62.5, 62.5])
        self.assertEqual(wave.response_count, 40)

    def test_percent_and_points_are_counted_of_the_same_share(self):
        for unit in ("percent", "points"):
            indicator = self._make_indicator(unit, unit)
            survey = self._make_survey()
            question = self._make_question(survey, indicator)
            wave = self._make_wave(survey=survey)
            wave.action_open()
            self._answer(yes=5, no=3, question=question)
            wave.action_close()
            with self.subTest(unit=unit):
                self.assertEqual(self._value(indicator).entry, "62.5")

    def test_several_questions_feed_one_indicator(self):
        other = self._make_question(
            self.survey, self.indicator, title="Вежлив ли вход?"
        )
        wave = self._make_wave()
        wave.action_open()
        self._answer(yes=6)
        self._answer(yes=1, no=5, question=other)
        wave.action_close()
        self.assertEqual(self._value().entry, "7/12")

    def test_a_scale_is_positive_from_its_border_on(self):
        scale = self._make_question(
            self.survey,
            self.indicator,
            question_type="scale",
            vsoko_border=8,
            suggested_answer_ids=[],
        )
        wave = self._make_wave()
        wave.action_open()
        for mark in (7, 8, 9, 10, 3):
            self._finish(scale, mark)
        wave.action_close()
        self.assertEqual(self._value().entry, "3/5")

    def test_four_answers_are_hidden_and_write_nothing(self):
        wave = self._asked(yes=3, no=1)
        self.assertFalse(self._value())
        self.assertEqual(wave.result_ids.mapped("is_hidden"), [True, True])
        self.assertEqual(sum(wave.result_ids.mapped("answered")), 0)
        self.assertIn("5", wave.result_ids[0].text)

    def test_a_question_few_have_answered_stays_out_of_the_sum(self):
        other = self._make_question(
            self.survey, self.indicator, title="Вежлив ли вход?"
        )
        wave = self._make_wave()
        wave.action_open()
        self._answer(yes=6)
        self._answer(no=2, question=other)
        wave.action_close()
        self.assertEqual(self._value().entry, "6/6")

    def test_the_second_wave_is_compared_with_the_first(self):
        self._asked(yes=5, no=5)
        with freeze_time("2023-11-20 09:00:00"):
            second = self._asked(yes=8, no=2, name="Весна")
        row = second.result_ids.filtered(lambda one: one.kind == "question")
        self.assertEqual((row.previous_share, row.change), (50.0, 30.0))
        self.assertTrue(row.has_previous)

    def test_a_figure_entered_by_hand_stays(self):
        self.env["vsoko.measurement"].create(
            {
                "indicator_id": self.indicator.id,
                "period_id": self.period.id,
                "company_id": self.school.id,
                "entry": "1/2",
            }
        )
        wave = self._asked(yes=6)
        self.assertEqual(self._value().entry, "1/2")
        self.assertIn("4.2", wave.note)

    def test_a_closed_period_takes_no_results(self):
        wave = self._make_wave()
        wave.action_open()
        self._answer(yes=6)
        self.period.action_close()
        with self.assertRaisesRegex(UserError, "2023"):
            wave.action_close()
        self.assertEqual(wave.state, "open")

    def test_one_questionnaire_has_one_open_wave(self):
        self._make_wave().action_open()
        with self.assertRaisesRegex(UserError, "Осень"):
            self._make_wave("Ещё одна").action_open()

    def test_a_ready_made_questionnaire_is_taken_first(self):
        ready = self.env.ref("vsoko_survey.survey_parents").with_user(self.deputy)
        with self.assertRaises(ValidationError):
            self._make_wave(survey=ready)
        own = ready.browse(ready.action_vsoko_take()["res_id"])
        self.assertEqual(own.company_id, self.school)
        self.assertEqual(len(own.question_ids), len(ready.question_ids))
        answers = own.question_ids[0].suggested_answer_ids
        self.assertEqual(
            answers.mapped("vsoko_is_positive"), [True, True] + [False] * 3
        )

    def test_answers_begun_and_not_finished_do_not_count(self):
        wave = self._make_wave()
        wave.action_open()
        self._answer(yes=5)
        self.survey._create_answer()._save_lines(
            self.question, self.question.suggested_answer_ids[1].id
        )
        wave.action_close()
        self.assertEqual(self._value().entry, "5/5")

    def test_a_text_does_not_feed_an_indicator(self):
        with self.assertRaises(ValidationError):
            self.question.question_type = "text_box"
