"""An order in a browser: the deputy writes, the director signs, a teacher reads."""

from odoo.tests import tagged

from .test_story_tour import TourCase


@tagged("post_install", "-at_install")
class TestPaperTour(TourCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        card = cls.env["hr.employee"].search([("user_id", "=", cls.teacher.id)])
        card.name = "Читателева Анна Ивановна"
        year = cls.env["vsoko.academic.year"]._ensure(2026, cls.school)
        plan = cls.env["vsoko.plan"].create(
            {"name": "План", "year_id": year.id, "company_id": cls.school.id}
        )
        cls.env["vsoko.procedure"].create(
            {
                "plan_id": plan.id,
                "name": "Стартовые работы",
                "term_text": "апрель",
                "role_ids": cls.env.ref("vsoko_module.role_class_teacher").ids,
            }
        )
        plan.employee_id = cls.env["hr.employee"].search(
            [("user_id", "=", cls.deputy.id)]
        )
        plan.action_send()
        plan.action_approve()

    def test_an_order_from_the_draft_to_the_tick(self):
        self.start_tour(
            "/odoo/vsoko-documents", "vsoko_paper_deputy", login=self.deputy.login
        )
        document = self.env["vsoko.document"].search([("state", "=", "draft")])
        self.assertTrue(document.sent_on)
        work = "/odoo/vsoko-work"
        self.start_tour(work, "vsoko_paper_director", login=self.director.login)
        self.assertEqual((document.state, document.number), ("registered", "1-ОД"))
        self.start_tour(work, "vsoko_paper_teacher", login=self.teacher.login)
        mine = document.acknowledgement_ids.filtered("date")
        self.assertEqual(mine.employee_id.name, "Читателева Анна Ивановна")
        self.assertEqual(len(document.item_ids.filtered("is_done")), 1)
        self.start_tour(
            "/odoo/action-vsoko_module.vsoko_document_batch_action",
            "vsoko_paper_pack",
            login=self.deputy.login,
        )
        pack = self.env["vsoko.document.batch"].search([], limit=1)
        self.assertTrue(pack.file)
