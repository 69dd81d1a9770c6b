from datetime import timedelta

from odoo.exceptions import UserError

from .decided import DecidedCase


class TestRecheck(DecidedCase):
    """Repeat control by itself (N2): an order about a red figure plans it."""

    def _rechecks(self, finding):
        return finding.recheck_ids.sorted("id")

    def test_signing_puts_one_recheck_into_the_plan(self):
        finding = self._conclude()
        self._sign(self._make_order(finding))
        line = self._rechecks(finding)
        self.assertEqual(len(line), 1)
        self.assertEqual(line.plan_id, self.plan)
        self.assertEqual(line.finding_id, finding)
        self.assertTrue(line.is_recheck)
        self.assertTrue(line.is_published)
        self.assertEqual(line.employee_ids, self._employee(self.deputy))
        # the term is 15 November, four weeks later is 13 December, a Wednesday
        self.assertDays(line, "2023-12-13", "2023-12-13")
        self.assertTrue(line.event_id)

    def test_a_second_order_makes_no_second_recheck(self):
        finding = self._conclude()
        self._sign(self._make_order(finding))
        self._sign(self._make_order(finding))
        self.assertEqual(len(self._rechecks(finding)), 1)

    def test_the_order_does_not_take_the_place_of_the_note(self):
        note = self.env["vsoko.document"].create(
            {
                "name": "О знаниях",
                "kind_id": self.env.ref("vsoko_module.document_kind_note").id,
                "company_id": self.school.id,
            }
        )
        finding = self._conclude(document_id=note.id)
        order = self._make_order(finding)
        self.assertEqual(finding.document_id, note)
        self.assertFalse(order.finding_ids)

    def test_approving_alone_plans_nothing(self):
        finding = self._conclude()
        order = self._make_order(finding)
        order.with_user(self.director).action_approve()
        self.assertFalse(self._rechecks(finding))
        order.with_user(self.director).action_register()
        self.assertEqual(len(self._rechecks(finding)), 1)

    def test_an_order_without_repeat_control_is_refused(self):
        finding = self._conclude()
        finding.sudo().repeat_employee_ids = False
        order = self._make_order(finding)
        self.assertRefused(
            UserError,
            "Item 1.*Repeat control: say who",
            order.with_user(self.director).action_approve,
        )

    def test_an_order_without_an_approved_plan_is_refused(self):
        self.plan.with_user(self.director).action_close()
        order = self._make_order(self._conclude())
        self.assertRefused(
            UserError,
            "13.12.2023.*no approved plan",
            order.with_user(self.director).action_approve,
        )

    def test_a_term_in_the_holidays_gives_the_first_school_day_after(self):
        self.school.vsoko_recheck_weeks = 7
        finding = self._conclude()
        self._sign(self._make_order(finding))
        # seven weeks after 15 November is 3 January
        self.assertDays(self._rechecks(finding), "2024-01-09", "2024-01-09")

    def test_a_day_on_which_the_controller_is_busy_is_passed_over(self):
        plan = self._make_plan("Ещё план")
        self._make_procedure(
            plan,
            term="13.12.2023",
            employee_ids=[(6, 0, self._employee(self.deputy).ids)],
        )
        self._approve(plan)
        finding = self._conclude()
        self._sign(self._make_order(finding))
        self.assertDays(self._rechecks(finding), "2023-12-14", "2023-12-14")

    def test_a_day_that_is_named_is_kept(self):
        finding = self._conclude(repeat_on="2023-12-20")
        self._sign(self._make_order(finding))
        self.assertDays(self._rechecks(finding), "2023-12-20", "2023-12-20")

    def test_after_the_last_day_of_studies_it_waits_for_the_next_year(self):
        finding = self._conclude(term_text="до 24 мая")
        order = self._make_order(finding)
        self.assertRefused(
            UserError, "no school day", order.with_user(self.director).action_approve
        )
        year = self.env["vsoko.academic.year"]._ensure(2024, self.school)
        plan = self._make_plan("План следующего года", year=year)
        self._make_procedure(plan)
        self._approve(plan)
        self._sign(order)
        line = self._rechecks(finding)
        self.assertEqual(line.plan_id, plan)
        self.assertEqual(line.date_end, year.date_start + timedelta(days=1))

    def test_a_decision_of_a_meeting_plans_it_too(self):
        finding = self._conclude()
        decision = self.env["vsoko.decision"].browse(finding.action_decide()["res_id"])
        decision.with_user(self.deputy).action_adopt()
        self.assertEqual(len(self._rechecks(finding)), 1)

    def test_an_order_takes_up_what_a_meeting_has_decided(self):
        finding = self._conclude()
        decision = self.env["vsoko.decision"].browse(finding.action_decide()["res_id"])
        decision.action_adopt()
        order = self._sign(self._make_order(finding))
        self.assertEqual(finding.decision_ids, decision)
        self.assertEqual(decision.document_id, order)
        self.assertEqual(len(self._rechecks(finding)), 1)

    def test_a_cancelled_order_takes_it_all_back(self):
        finding = self._conclude()
        order = self._sign(self._make_order(finding))
        order.with_user(self.director).action_cancel("Ошибка в сроке")
        self.assertEqual(finding.decision_ids.state, "cancelled")
        self.assertEqual(self._rechecks(finding).state, "cancelled")
        self.assertFalse(finding.check_ids)

    def test_an_approved_plan_still_takes_nothing_else(self):
        self.assertRefused(
            UserError,
            "",
            lambda: self._make_procedure(self.plan.with_user(self.deputy), "Ещё"),
        )
