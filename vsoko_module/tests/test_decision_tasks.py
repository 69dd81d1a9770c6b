"""Decisions are tasks of their people, silently, and told once."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .decision_case import DecisionCase

ITEM = "vsoko_module.mail_activity_item"


class TestDecisionTasks(DecisionCase):
    def test_a_project_is_nobody_s_task(self):
        self.assertFalse(self._tasks(self._decide()))

    def test_an_adopted_decision_is_one_task_by_its_day(self):
        task = self._tasks(self._adopt())
        self.assertEqual(task.user_id, self.teacher)
        self.assertEqual(task.date_deadline, self._day("2023-11-15"))
        kind = self.env.ref("vsoko_module.mail_activity_decision")
        self.assertEqual(task.activity_type_id, kind)

    def test_nobody_gets_a_letter_of_it(self):
        decision = self._decide(people=self.teacher | self.outsider)
        before = self._letters()
        decision.action_adopt()
        decision.with_user(self.teacher).action_start()
        decision.term_text = "20.11.2023"
        decision.with_user(self.teacher).action_done()
        self.env.flush_all()
        self.assertEqual(self._letters(), before)

    def test_the_task_follows_the_term(self):
        decision = self._adopt()
        decision.term_text = "20.11.2023"
        task = self._tasks(decision)
        self.assertEqual(task.date_deadline, self._day("2023-11-20"))
        decision.date_deadline = "2023-11-22"
        self.assertEqual(
            self._tasks(decision).mapped("date_deadline"), [self._day("2023-11-22")]
        )

    def test_the_task_follows_the_people(self):
        decision = self._adopt()
        decision.employee_ids += self._employee(self.outsider)
        self.assertEqual(self._tasks(decision).user_id, self.teacher | self.outsider)
        decision.employee_ids = self._employee(self.outsider)
        self.assertEqual(self._tasks(decision).user_id, self.outsider)

    def test_begun_work_is_the_same_task(self):
        decision = self._adopt()
        task = self._tasks(decision)
        decision.with_user(self.teacher).action_start()
        self.assertEqual(self._tasks(decision), task)

    def test_tasks_end_with_the_work_and_come_back_with_it(self):
        decision = self._adopt()
        decision.with_user(self.teacher).action_done()
        self.assertFalse(self._tasks(decision))
        decision.action_reopen()
        self.assertEqual(len(self._tasks(decision)), 1)
        decision.action_cancel("Отпала надобность")
        self.assertFalse(self._tasks(decision))

    def test_a_decision_that_is_a_project_again_asks_for_nothing(self):
        decision = self._adopt()
        decision.write({"state": "draft"})
        self.assertFalse(self._tasks(decision))

    def test_people_without_a_login_break_nothing_and_get_theirs_with_it(self):
        clerk = self._make_employee("Без входа")
        decision = self._decide()
        decision.employee_ids = clerk
        decision.action_adopt()
        self.assertFalse(self._tasks(decision))
        user = self._make_person("newcomer", "vsoko_module.group_vsoko_user")
        self._employee(user).user_id = False
        self.env.flush_all()
        clerk.user_id = user
        self.assertEqual(self._tasks(decision).user_id, user)

    def test_many_decisions_are_given_in_bulk(self):
        def adopt(count):
            decisions = self.env["vsoko.decision"].union(
                *(self._decide(str(number)) for number in range(count))
            )
            return decisions.action_adopt

        adopt(2)()
        few, many = self._queries(adopt(5)), self._queries(adopt(40))
        self.assertLessEqual(many, few + 12)

    # ---- a teacher reports, and only that ----

    def test_a_teacher_begins_reports_and_finishes(self):
        decision = self._adopt().with_user(self.teacher)
        decision.action_start()
        decision.write(
            {"review_ids": [(0, 0, {"note": "Половина сделана", "progress": 50})]}
        )
        self.assertEqual(decision.progress, 50)
        decision.action_done()
        self.assertEqual(decision.state, "done")
        self.assertEqual(decision.done_on, self._day("2023-10-16"))

    def test_a_teacher_opens_the_card_and_writes_how_it_goes(self):
        """Its meeting and conclusion are not hers to open, their names are shown."""
        body = self.env.ref("vsoko_module.body_pedagogical_council")
        meeting = self.env["vsoko.meeting"].create(
            {"body_id": body.id, "year_id": self.year.id, "company_id": self.school.id}
        )
        decision = self._adopt(meeting_id=meeting.id)
        with Form(decision.with_user(self.teacher)) as card:
            self.assertTrue(card.meeting_id.display_name)
            with card.review_ids.new() as review:
                review.note = "Половина сделана"
                review.progress = 50
        self.assertEqual(decision.review_ids.user_id, self.teacher)
        self.assertEqual(decision.progress, 50)

    def test_a_teacher_changes_neither_text_nor_term_nor_people(self):
        decision = self._adopt().with_user(self.teacher)
        for values in (
            {"name": "Ничего не делать"},
            {"term_text": "31.05.2024"},
            {"date_deadline": "2024-05-31"},
            {"employee_ids": [(5,)]},
            {"expected": "1"},
            {"done_on": "2023-10-01"},
        ):
            with self.subTest(values=values), self.assertRaises(AccessError):
                decision.write(values)

    def test_a_teacher_does_not_touch_colleagues_decisions(self):
        foreign = self._adopt(people=self.outsider).with_user(self.teacher)
        reviews = self.env["vsoko.decision.review"].with_user(self.teacher)
        for act in (
            foreign.action_start,
            foreign.action_done,
            lambda: foreign.read(["name"]),
            lambda: foreign.write({"state": "done"}),
            lambda: reviews.create({"decision_id": foreign.id, "note": "Чужое"}),
        ):
            with self.assertRaises(AccessError):
                act()
        self.assertFalse(foreign.search([("id", "=", foreign.id)]))

    def test_a_teacher_does_not_speak_for_a_colleague(self):
        decision = self._adopt(people=self.teacher | self.outsider)
        reviews = self.env["vsoko.decision.review"]
        with self.assertRaises(AccessError):
            reviews.with_user(self.teacher).create(
                {
                    "decision_id": decision.id,
                    "note": "За коллегу",
                    "user_id": self.outsider.id,
                }
            )

    def test_a_teacher_neither_adopts_nor_closes_nor_cancels(self):
        decision = self._adopt()
        decision.with_user(self.teacher).action_done()
        mine = decision.with_user(self.teacher)
        for act in (
            mine.action_verify,
            mine.action_ineffective,
            mine.action_reopen,
            lambda: mine.action_cancel("Надоело"),
            lambda: mine.write({"state": "verified"}),
        ):
            with self.assertRaises(UserError):
                act()
        self.assertEqual(decision.state, "done")

    def test_another_school_sees_nothing(self):
        decision = self._adopt()
        theirs = decision.with_user(self.other_deputy)
        self.assertFalse(theirs.search([("id", "=", decision.id)]))
        with self.assertRaises(AccessError):
            theirs.write({"name": "Чужое"})


class TestDecisionOfAnOrder(DecisionCase):
    """An item of an order and the decision that it holds are one work."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        employee = cls._employee(cls.teacher)
        cls.paper = cls.env["vsoko.document"].create(
            {
                "name": "Об итогах",
                "kind_id": cls.env.ref("vsoko_module.document_kind_order").id,
                "company_id": cls.school.id,
                "signatory_id": cls._employee(cls.director).id,
                "item_ids": [
                    (0, 0, {
                        "name": "Провести занятия",
                        "employee_ids": [(6, 0, employee.ids)],
                        "date_deadline": "2023-11-15",
                    })
                ],
            }
        )  # fmt: skip
        cls.item = cls.paper.item_ids
        cls.paper.sudo().write({"state": "approved"})
        cls.paper.sudo().write({"state": "registered"})
        cls.decision = cls._decide(item_id=cls.item.id)

    def _of_item(self):
        kind = self.env.ref(ITEM)
        return self.paper.sudo().activity_ids.filtered(
            lambda task: task.activity_type_id == kind
        )

    def test_the_item_is_a_task_until_its_decision_is_adopted(self):
        self.assertEqual(len(self._of_item()), 1)
        self.decision.action_adopt()
        self.assertFalse(self._of_item())
        self.assertEqual(len(self._tasks(self.decision)), 1)

    def test_the_item_is_a_task_again_when_the_decision_is_dropped(self):
        self.decision.action_adopt()
        self.decision.action_cancel("Передумали")
        self.assertEqual(len(self._of_item()), 1)

    def test_a_decision_linked_later_takes_the_task_over(self):
        other = self._adopt("Другое")
        other.item_id = self.item
        self.assertFalse(self._of_item())
        other.item_id = False
        self.assertEqual(len(self._of_item()), 1)

    def test_what_is_carried_out_is_done_in_both(self):
        self.decision.action_adopt()
        self.decision.with_user(self.teacher).action_done()
        self.assertTrue(self.item.is_done)
        self.decision.action_reopen()
        self.assertFalse(self.item.is_done)
        self.assertFalse(self._of_item())

    def test_a_tick_of_the_item_is_the_decision_carried_out(self):
        self.decision.action_adopt()
        self.item.with_user(self.teacher).action_done()
        self.assertEqual(self.decision.state, "done")
        self.item.with_user(self.teacher).action_undo()
        self.assertEqual(self.decision.state, "in_progress")
        self.assertFalse(self.item.is_done)

    def test_an_item_of_two_decisions_is_done_with_both(self):
        other = self._decide("Второе", item_id=self.item.id)
        (self.decision | other).action_adopt()
        other.action_done()
        self.assertFalse(self.item.is_done)
        self.decision.action_done()
        self.assertTrue(self.item.is_done)

    def test_what_has_been_judged_is_not_undone_in_the_order(self):
        self.decision.action_adopt()
        self.item.action_done()
        self.decision.sudo().write({"verdict": "reached"})
        self.decision.sudo().action_verify()
        with self.assertRaisesRegex(UserError, "Провести занятия"):
            self.item.action_undo()
        self.assertTrue(self.item.is_done)

    def test_the_item_has_no_row_of_its_own_in_my_work(self):
        work = self.env["vsoko.work"].with_user(self.teacher)
        self.assertIn("item", work.search([]).mapped("kind"))
        self.decision.action_adopt()
        kinds = work.search([]).mapped("kind")
        self.assertIn("decision", kinds)
        self.assertNotIn("item", kinds)
