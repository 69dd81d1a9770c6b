from odoo.tests import HttpCase

from .common import SurveyCase


class TestAnswering(SurveyCase, HttpCase):
    def test_a_visitor_answers_by_the_link(self):
        """Without a login: the answer is in the open wave and names nobody."""
        wave = self._make_wave()
        wave.action_open()
        page = self.url_open(f"/survey/start/{self.survey.access_token}")
        self.assertEqual(page.status_code, 200)
        answer = self.env["survey.user_input"].search([("vsoko_wave_id", "=", wave.id)])
        self.assertEqual(len(answer), 1)
        self.assertFalse(answer.partner_id)
        path = f"{self.survey.access_token}/{answer.access_token}"
        self._post(f"/survey/begin/{path}")
        choice = self.question.suggested_answer_ids[0]
        self._post(f"/survey/submit/{path}", **{str(self.question.id): str(choice.id)})
        self.assertEqual(answer.state, "done")
        self.assertEqual(wave.response_count, 1)

    def _post(self, path, **params):
        answer = self.url_open(path, json={"jsonrpc": "2.0", "params": params})
        self.assertNotIn("error", answer.json())
        self.env.invalidate_all()
