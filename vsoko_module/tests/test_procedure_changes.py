from odoo.exceptions import AccessError, UserError, ValidationError

from .common import VsokoCase


class TestProcedureChanges(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan()
        cls.line = cls._make_procedure(
            cls.plan, term="10.11.2023", roles="class_teacher"
        )
        cls._approve(cls.plan)
        cls.line = cls.line.with_user(cls.deputy)

    def _changes(self):
        return self.line.change_ids.sorted("id")

    def test_postponing_keeps_the_days_before_and_the_reason(self):
        self.line.action_postpone("2023-11-20", "2023-11-22", "Карантин")
        change = self._changes()
        self.assertEqual(change.kind, "moved")
        self.assertEqual(change.old_value, "10.11.2023")
        self.assertEqual(change.new_value, "20.11.2023 – 22.11.2023")
        self.assertEqual((change.reason, change.user_id), ("Карантин", self.deputy))
        self.assertDays(self.line, "2023-11-20", "2023-11-22")

    def test_postponing_without_a_reason_is_refused(self):
        with self.assertRaises(UserError):
            self.line.action_postpone("2023-11-20", "2023-11-22", " ")
        self.assertDays(self.line, "2023-11-10", "2023-11-10")

    def test_the_wizard_asks_for_days_and_reason(self):
        wizard = self.env["vsoko.reason"].with_user(self.deputy)
        wizard = wizard.create(
            {
                "procedure_id": self.line.id,
                "method": "action_postpone",
                "date_end": "2023-11-30",
                "date_start": "2023-11-30",
                "reason": "Карантин",
            }
        )
        wizard.action_confirm()
        self.assertDays(self.line, "2023-11-30", "2023-11-30")
        self.assertEqual(self._changes().reason, "Карантин")

    def test_a_drag_is_recorded_and_asks_why_afterwards(self):
        self.line.event_id.write(
            {"start_date": "2023-11-15", "stop_date": "2023-11-15"}
        )
        self.assertTrue(self.line.needs_reason)
        silent = self.line.search([("needs_reason", "=", True)])
        self.assertEqual(silent, self.line)
        self.line.action_explain("Просьба учителя")
        self.assertFalse(self.line.needs_reason)
        self.assertEqual(self._changes().reason, "Просьба учителя")

    def test_a_reason_once_given_stays(self):
        self.line.action_postpone("2023-11-20", "2023-11-20", "Карантин")
        change = self._changes().with_user(self.deputy)
        for values in ({"reason": "Иное"}, {"old_end": "2023-11-01"}):
            with self.assertRaises(AccessError):
                change.write(values)
        with self.assertRaises(AccessError):
            change.unlink()

    def test_three_moves_are_seen(self):
        for day in ("2023-11-13", "2023-11-14", "2023-11-15"):
            self.line.action_postpone(day, day, "Ещё раз")
        self.assertEqual(self.line.moved_count, 3)
        domain = [("plan_id", "=", self.plan.id), ("moved_count", ">=", 3)]
        self.assertEqual(self.line.search(domain), self.line)
        self.assertFalse(self.line.search([*domain[:1], ("moved_count", ">", 3)]))

    def test_cancelling_keeps_the_reason_and_comes_back(self):
        self.line.action_cancel("Нет участников")
        self.line.action_reopen()
        changes = self._changes()
        self.assertEqual(changes.mapped("kind"), ["cancelled", "restored"])
        self.assertEqual(changes[0].reason, "Нет участников")

    def test_other_people_are_recorded(self):
        self.line.employee_ids = self._employee(self.outsider)
        change = self._changes()
        self.assertEqual(
            (change.kind, change.old_value, change.new_value),
            ("people", "Teacher", "Outsider"),
        )

    def test_a_draft_has_no_history(self):
        plan = self._make_plan("Черновик")
        line = self._make_procedure(plan)
        line.write({"date_start": "2023-10-20", "date_end": "2023-10-20"})
        line.action_cancel()
        self.assertFalse(line.change_ids)

    def test_what_is_carried_out_does_not_move(self):
        self.line.with_user(self.teacher).action_done()
        with self.assertRaises(UserError):
            self.line.date_end = "2023-11-30"
        with self.assertRaises(UserError):
            self.line.event_id.write(
                {"start_date": "2023-11-15", "stop_date": "2023-11-15"}
            )
        self.assertTrue(self.line.event_id)

    def test_a_deadline_before_the_start_or_outside_the_year_is_refused(self):
        for start, end, words in (
            ("2023-11-20", "2023-11-10", "10.11.2023"),
            ("2025-01-10", "2025-01-10", "2023/24"),
        ):
            with self.assertRaisesRegex(ValidationError, words):
                self.line.action_postpone(start, end, "Надо")

    def test_counters_of_many_lines_cost_as_much_as_of_one(self):
        lines = self.env["vsoko.procedure"].create(
            [
                {"plan_id": self._make_plan("Ещё").id, "name": str(number)}
                for number in range(50)
            ]
        )
        names = ["change_count", "moved_count", "needs_reason", "is_complete"]
        lines.read(names)
        few = self._queries(lambda: lines[:2].read(names))
        many = self._queries(lambda: lines.read(names))
        self.assertLessEqual(many, few + 1)


class TestSteps(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan()
        cls.line = cls._make_procedure(
            cls.plan, term="6-17 ноября", steps=["Раз", "Два", "Три"]
        )
        cls.one, cls.two, cls.three = cls.line.step_ids

    def test_steps_do_not_wait_in_a_ring(self):
        self.two.after_ids = self.one
        self.three.after_ids = self.two
        with self.assertRaisesRegex(ValidationError, "Раз"):
            self.one.after_ids = self.three
        with self.assertRaises(ValidationError):
            self.one.after_ids = self.one

    def test_a_step_is_ticked_after_those_before_it(self):
        self.two.after_ids = self.one
        with self.assertRaisesRegex(UserError, "Раз"):
            self.two.action_tick()
        self.one.action_tick()
        self.two.action_tick()
        self.assertTrue(self.two.is_done)
        self.assertEqual(self.two.done_by_id, self.two.env.user)

    def test_steps_of_another_line_are_not_waited_for(self):
        other = self._make_procedure(self.plan, steps=["Чужой"])
        with self.assertRaises(ValidationError):
            self.one.after_ids = other.step_ids

    def test_a_step_is_due_within_its_line_and_year(self):
        for day, words in (("2023-11-01", "06.11.2023"), ("2025-01-01", "2023/24")):
            with self.assertRaisesRegex(ValidationError, words):
                self.one.date_deadline = day
        self.one.date_deadline = "2023-11-10"


class TestReassign(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan()
        cls.begun = cls._make_procedure(cls.plan, term="ноябрь", roles="class_teacher")
        cls.ahead = cls._make_procedure(cls.plan, term="декабрь", roles="class_teacher")
        cls.by_hand = cls._make_procedure(cls.plan, term="январь")
        cls.by_hand.employee_ids = cls._employee(cls.teacher)
        cls._approve(cls.plan)
        cls.begun.action_start()

    def _leave(self):
        self._employee(self.teacher).action_archive()

    def test_no_work_of_somebody_who_has_left_is_lost(self):
        self._leave()
        waiting = [("plan_id", "=", self.plan.id), ("needs_person", "=", True)]
        lines = self.env["vsoko.procedure"].with_user(self.deputy).search(waiting)
        self.assertEqual(lines, self.begun | self.by_hand)
        self.assertEqual(self.plan.reassign_count, 2)
        self.assertEqual(self.begun.gone_employee_ids.name, "Teacher")
        self.assertFalse(self.ahead.employee_ids, "nobody holds the role any more")

    def test_it_goes_to_who_holds_the_role_now(self):
        self._appoint("class_teacher", self.outsider)
        self._leave()
        self.assertEqual(self.ahead.employee_ids, self._employee(self.outsider))
        self.begun.with_user(self.deputy).action_reassign()
        self.assertEqual(self.begun.sudo().employee_ids, self._employee(self.outsider))
        self.assertFalse(self.begun.needs_person)

    def test_the_role_ends_with_the_person(self):
        holder = self.env["vsoko.role.holder"].search(
            [("employee_id", "=", self._employee(self.teacher).id)]
        )
        self._leave()
        self.assertEqual(holder.date_to, self._day("2023-10-16"))
