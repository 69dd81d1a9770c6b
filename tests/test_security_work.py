"""What the server refuses of papers, history and repeated lines."""

import base64

from odoo.tests import tagged

from .test_security import REFUSALS, TwoSchoolsCase


@tagged("post_install", "-at_install", "security")
class TestWorkCalls(TwoSchoolsCase):
    def _paper(self):
        return (
            self.env["vsoko.evidence"]
            .with_user(self.teacher)
            .create(
                {
                    "procedure_id": self.approved.procedure_ids.id,
                    "file": base64.b64encode("Имена учеников".encode()),
                    "filename": "Справка.txt",
                }
            )
        )

    def test_a_paper_is_read_by_those_who_answer_for_it(self):
        paper = self._paper()
        url = f"/web/content/vsoko.evidence/{paper.id}/file"
        for user, may in (
            (self.teacher, True),
            (self.deputy, True),
            (self.colleague, False),
            (self.other_deputy, False),
            (self.stranger, False),
        ):
            self._log_in(user)
            with self.subTest(user=user.login):
                answer = self.url_open(url)
                self.assertEqual(answer.status_code == 200, may)
                self.assertEqual("Имена учеников" in answer.text, may)

    def test_nobody_forges_papers_history_or_times(self):
        line, paper = self.approved.procedure_ids, self._paper()
        line.with_user(self.deputy).action_postpone(
            "2023-10-17", "2023-10-18", "Карантин"
        )
        change = line.change_ids
        link = {"procedure_id": line.id, "url": "https://example.ru/1"}
        draft = {**link, "procedure_id": self.draft.procedure_ids.id}
        for user, calls in {
            self.colleague: [
                ("vsoko.evidence", "create", [link]),
                ("vsoko.evidence", "unlink", [paper.ids]),
                ("vsoko.evidence", "write", [paper.ids, {"url": "https://a.ru"}]),
                ("vsoko.hand.in", "action_confirm", [[0]]),
                ("vsoko.procedure.change", "read", [change.ids, ["reason"]]),
                ("vsoko.reminder", "search_read", [[], ["kind"]]),
                ("vsoko.series.change", "create", [{"procedure_id": line.id}]),
            ],
            self.teacher: [
                ("vsoko.evidence", "create", [draft]),
                ("vsoko.procedure", "action_done_incomplete", [line.ids, "лень"]),
                ("vsoko.procedure", "action_postpone",
                 [line.ids, "2023-12-01", "2023-12-01", "лень"]),
                ("vsoko.procedure", "action_cancel", [line.ids, "лень"]),
                ("vsoko.procedure.change", "write", [change.ids, {"reason": "!"}]),
                ("vsoko.procedure.change", "unlink", [change.ids]),
                ("vsoko.reminder", "create", [{"procedure_id": line.id}]),
            ],
            self.deputy: [
                ("vsoko.procedure.change", "write", [change.ids, {"reason": "!"}]),
                ("vsoko.procedure.change", "create", [{"procedure_id": line.id}]),
                ("vsoko.procedure.change", "unlink", [change.ids]),
                ("vsoko.procedure", "write", [line.ids, {"series_id": line.id}]),
                ("vsoko.procedure", "write", [line.ids, {"is_series": True}]),
                ("vsoko.procedure", "create",
                 [{"plan_id": self.approved.id, "name": "!", "series_id": line.id}]),
                ("vsoko.reminder", "unlink", [[0]]),
            ],
        }.items():  # fmt: skip
            self._log_in(user)
            for model, method, args in calls:
                with self.subTest(f"{model}.{method}", user=user.login):
                    error = self._error(model, method, *args)
                    self.assertIn(error, (*REFUSALS, "MissingError"))

    def test_my_work_is_nobody_else_s(self):
        self._log_in(self.colleague)
        rows = self._call("vsoko.work", "search_read", [], ["name"])
        self.assertEqual(rows["result"], [])
        self._log_in(self.teacher)
        rows = self._call("vsoko.work", "search_read", [], ["name"])
        self.assertEqual(len(rows["result"]), 1)
