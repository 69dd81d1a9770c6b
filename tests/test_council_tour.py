"""A file of decisions, a council and the folder in a browser, as a deputy head."""

from odoo.tests import tagged

from .common import EXAMPLES
from .test_story_tour import TourCase

DECISIONS = EXAMPLES / "school-decisions-2023-24.docx"


@tagged("post_install", "-at_install")
class TestCouncilTour(TourCase):
    def test_decisions_of_a_file(self):
        for code in ("head_mo", "subject_teacher", "administration"):
            self._appoint(code, self.teacher)
        self._serve(DECISIONS)
        self._tour("vsoko-import-decisions", "import")
        self.assertEqual(len(self._own("vsoko.decision")), 23)
        self.assertEqual(len(self._own("vsoko.meeting")), 8)

    def test_a_council_decides_about_a_red_figure(self):
        finding = self._find()
        self._tour("vsoko-meetings", "meet")
        decision = finding.decision_ids
        self.assertEqual(decision.state, "open")
        self.assertEqual(decision.meeting_id.document_id.layout, "minutes")
        self.assertTrue(decision.activity_ids)

        self._tour("vsoko-folder", "folder")
        folder = self._own("vsoko.folder")
        self.assertTrue(folder.hole_count)

    def _own(self, model):
        return self.env[model].search([("company_id", "=", self.school.id)])

    def _find(self):
        """An agreed conclusion that no body has decided about."""
        year = self.env["vsoko.academic.year"]._ensure(2023, self.school)
        people = self.env["hr.employee"].search([("user_id", "=", self.teacher.id)])
        finding = self.env["vsoko.finding"].create(
            {
                "name": "Качество знаний в 7Б – 38 %",
                "company_id": self.school.id,
                "year_id": year.id,
                "cause_id": self.env.ref("vsoko_module.cause_staff").id,
                "cause_note": "Два месяца не было учителя",
                "recommendation": "Провести занятия по теме «Дроби»",
                "addressee_ids": people.ids,
                "term_text": "до 15 ноября",
                "expected": "60 %",
                "repeat_method_id": self.env["vsoko.method"].search([], limit=1).id,
                "repeat_employee_ids": people.ids,
                "repeat_criterion": "Не меньше 60 % справились",
            }
        )
        finding.action_agree()
        return finding

    def _tour(self, path, name):
        self.start_tour(
            f"/odoo/{path}", f"vsoko_council_{name}", login=self.deputy.login
        )
