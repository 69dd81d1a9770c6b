from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged

from .common import OFFICER, USER, PaperCase


@tagged("post_install", "-at_install")
class TestAccess(PaperCase, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls._make_plan([{"name": "Входной контроль"}])
        cls.approved = cls._make_plan([{"name": "Входной контроль"}])
        cls._approve(cls.approved)
        cls.order = cls.env["vsoko.document"].create(
            {
                "kind_id": cls.env.ref("vsoko_module.document_kind_order").id,
                "name": "О плане",
                "company_id": cls.school.id,
            }
        )
        cls.officer = cls._make_user("paper_officer", OFFICER)
        cls.teacher = cls._make_user("paper_teacher", USER)
        other = cls.env["res.company"].create({"name": "Другая школа"})
        cls.stranger = cls._make_user("paper_stranger", OFFICER, other)

    def test_teacher_prints_what_is_approved(self):
        content, _extension = self._print("plan_pdf", self.approved, self.teacher)
        self.assertTrue(content.startswith(b"%PDF"))

    def test_nobody_prints_what_one_may_not_see(self):
        cases = [
            (self.teacher, self.draft, "plan_pdf"),
            (self.teacher, self.draft, "plan_xlsx"),
            (self.stranger, self.approved, "plan_pdf"),
            (self.stranger, self.approved, "plan_xlsx"),
            (self.stranger, self.order, "order_pdf"),
            (self.stranger, self.order, "document_docx"),
            (self.teacher, self.order, "order_pdf"),
            (self.stranger, self.approved.edition_ids, "plan_changes_pdf"),
        ]
        for user, record, paper in cases:
            with self.subTest(user=user.login, paper=paper):
                with self.assertRaises(AccessError):
                    self._print(paper, record, user)

    def test_papers_are_not_for_people_without_rights(self):
        with self.assertRaises(AccessError):
            self._print(
                "plan_pdf", self.approved, self._make_user("outside", "base.group_user")
            )

    def test_address_typed_by_hand_keeps_the_rights(self):
        self.authenticate("paper_officer", "paper_officer")
        address = f"/report/py3o/vsoko_reports.plan_pdf/{self.draft.id}"
        answer = self.url_open(address)
        self.assertTrue(answer.content.startswith(b"%PDF"))
        self.assertIn("filename", answer.headers["Content-Disposition"])
        self.authenticate("paper_teacher", "paper_teacher")
        self.assertEqual(self.url_open(address).status_code, 403)

    def test_decisions_of_a_year_are_the_deputy_s_to_print(self):
        address = f"/report/py3o/vsoko_reports.decisions_pdf/{self.year.id}"
        self.authenticate("paper_officer", "paper_officer")
        self.assertTrue(self.url_open(address).content.startswith(b"%PDF"))
        for login in ("paper_teacher", "paper_stranger"):
            self.authenticate(login, login)
            self.assertEqual(self.url_open(address).status_code, 403)
