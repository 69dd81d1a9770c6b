from odoo.exceptions import AccessError

from .common import SurveyCase

NOTHING = dict.fromkeys(("read", "write", "create", "unlink"), False)
ALL = dict.fromkeys(NOTHING, True)
TABLE = {
    "vsoko.survey.wave": {"teacher": NOTHING, "deputy": ALL, "director": ALL},
    "vsoko.survey.result": {
        "teacher": NOTHING,
        "deputy": NOTHING | {"read": True},
        "director": NOTHING | {"read": True},
    },
    "survey.user_input": dict.fromkeys(("teacher", "deputy", "director"), NOTHING),
    "survey.user_input.line": dict.fromkeys(("teacher", "deputy", "director"), NOTHING),
    "survey.question": {"teacher": NOTHING, "deputy": ALL},
}


class TestRights(SurveyCase):
    def test_roles_may_do_what_the_table_says(self):
        for model, roles in TABLE.items():
            for role, allowed in roles.items():
                own = self.env[model].with_user(getattr(self, role))
                able = {one: own.has_access(one) for one in allowed}
                with self.subTest(model=model, role=role):
                    self.assertEqual(able, allowed)

    def test_another_school_sees_nothing(self):
        wave = self._asked(yes=6)
        for record in (
            wave,
            wave.result_ids,
            self.survey,
            self.question,
            self.question.suggested_answer_ids,
        ):
            stranger = record.with_user(self.other_deputy)
            with self.subTest(model=record._name):
                self.assertFalse(stranger.search([("id", "in", record.ids)]))
                with self.assertRaises(AccessError):
                    stranger.check_access("read")

    def test_a_survey_user_of_another_school_sees_no_answers(self):
        wave = self._asked(yes=6)
        self.other_deputy.group_ids += self.env.ref("survey.group_survey_manager")
        answers = self.env["survey.user_input"].with_user(self.other_deputy)
        self.assertFalse(answers.search([("vsoko_wave_id", "=", wave.id)]))
        lines = self.env["survey.user_input.line"].with_user(self.other_deputy)
        self.assertFalse(lines.search([("survey_id", "=", self.survey.id)]))

    def test_a_deputy_does_not_change_the_ready_made(self):
        ready = self.env.ref("vsoko_survey.survey_parents").with_user(self.deputy)
        self.assertTrue(ready.title)
        with self.assertRaises(AccessError):
            ready.title = "Моя"

    def test_a_teacher_does_not_close_a_wave(self):
        wave = self._make_wave()
        with self.assertRaises(AccessError):
            wave.with_user(self.teacher).action_open()
