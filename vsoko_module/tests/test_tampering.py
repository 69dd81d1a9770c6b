from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import VsokoCase


@tagged("post_install", "-at_install")
class TestTampering(VsokoCase):
    """What the buttons do cannot be done around them."""

    def test_publishing_and_editions_are_not_written_by_hand(self):
        plan = self._make_plan().with_user(self.deputy)
        line = self._make_procedure(plan).with_user(self.deputy)
        for record, vals in (
            (plan, {"is_published": True}),
            (line, {"is_published": True}),
            (plan, {"edition": 2}),
            (plan, {"change_reason": "так надо"}),
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                record.write(vals)

    def test_an_approved_plan_is_not_hidden_and_deleted(self):
        plan = self._make_approved_plan().with_user(self.deputy)
        with self.assertRaises(AccessError):
            plan.write({"is_published": False})
        with self.assertRaises(AccessError):
            plan.write({"state": "draft", "edition": 2})
        with self.assertRaises(UserError):
            plan.write({"state": "draft"})

    def test_each_edition_needs_its_own_reason(self):
        plan = self._make_approved_plan()
        plan.with_user(self.deputy).action_new_edition("перенос ОГЭ")
        plan.with_user(self.deputy).action_send()
        plan.with_user(self.director).action_approve()
        self.assertFalse(plan.change_reason)
        self.assertEqual(plan.edition_ids.sorted("number")[-1].reason, "перенос ОГЭ")
        with self.assertRaises(UserError):
            plan.with_user(self.deputy).action_new_edition(" ")

    def test_an_approved_plan_keeps_its_name_goals_and_year(self):
        plan = self._make_approved_plan().with_user(self.deputy)
        for vals in ({"name": "Другой"}, {"goals": "<p>Иные</p>"}, {"year_id": False}):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                plan.write(vals)
        plan.write({"order_number": "12-ОД"})
        self.assertEqual(plan.order_number, "12-ОД")

    def test_the_event_of_a_line_keeps_what_the_plan_says(self):
        plan = self._make_approved_plan()
        event = plan.procedure_ids.event_ids[:1].with_user(self.deputy)
        for vals in (
            {"vsoko_procedure_id": False},
            {"name": "Другое"},
            {"active": False},
            {"partner_ids": [(5, 0, 0)]},
            {"recurrency": True, "rrule_type": "weekly"},
        ):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                event.write(vals)

    def test_the_administrator_of_the_system_does_not_run_the_school_s_plans(self):
        plan = self._make_approved_plan()
        line = plan.procedure_ids[:1].with_user(self.manager)
        with self.assertRaises(AccessError):
            line.action_start()
        with self.assertRaises(AccessError):
            self._make_plan().with_user(self.manager).unlink()

    def test_a_copy_of_a_plan_has_its_lines(self):
        plan = self._make_approved_plan()
        copy = plan.with_user(self.deputy).copy()
        self.assertEqual(copy.state, "draft")
        self.assertEqual(
            copy.procedure_ids.mapped("name"), plan.procedure_ids.mapped("name")
        )

    def test_a_deputy_s_copy_of_a_shared_entry_is_the_school_s_own(self):
        framework = self.env.ref("vsoko_module.framework_quality")
        role = self.env.ref("vsoko_module.role_librarian")
        for record in (framework, role):
            copy = record.with_user(self.deputy).copy()
            self.assertEqual(copy.company_id, self.deputy.company_id)
