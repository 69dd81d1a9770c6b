"""Decisions stand in Odoo's calendar and move with it both ways, silently."""

from odoo.exceptions import AccessError, UserError

from .decision_case import DecisionCase


class TestDecisionCalendar(DecisionCase):
    def assertShown(self, decision, day):
        [event] = decision.event_ids
        self.assertEqual([str(one) for one in event._vsoko_days()], [day, day])

    def _drag(self, decision, day, user=None):
        event = decision.event_ids.with_user(user or self.deputy)
        event.write({"start_date": day, "stop_date": day})

    def test_a_project_is_not_in_the_calendar(self):
        self.assertFalse(self._decide().event_ids)

    def test_an_adopted_decision_is_an_event_of_its_people_on_its_day(self):
        decision = self._adopt()
        self.assertShown(decision, "2023-11-15")
        event = decision.event_id
        self.assertTrue(event.allday)
        self.assertEqual(event.partner_ids, self.teacher.partner_id)
        self.assertEqual((event.res_model, event.res_id), (decision._name, decision.id))

    def test_the_event_follows_words_days_and_people(self):
        decision = self._adopt()
        decision.term_text = "20.11.2023"
        self.assertShown(decision, "2023-11-20")
        decision.date_deadline = "2023-11-22"
        self.assertShown(decision, "2023-11-22")
        decision.name = "Провести зачёт"
        self.assertEqual(decision.event_id.name, "Провести зачёт")
        decision.employee_ids = self._employee(self.outsider)
        self.assertEqual(decision.event_id.partner_ids, self.outsider.partner_id)

    def test_a_deputy_moves_the_term_by_dragging_the_event(self):
        decision = self._adopt()
        self._drag(decision, "2023-11-21")
        self.assertEqual(decision.date_deadline, self._day("2023-11-21"))
        self.assertEqual(self._tasks(decision).date_deadline, self._day("2023-11-21"))

    def test_a_stretched_event_is_a_day_again(self):
        decision = self._adopt()
        decision.event_id.with_user(self.deputy).write(
            {"start_date": "2023-11-20", "stop_date": "2023-11-23"}
        )
        self.assertShown(decision, "2023-11-23")

    def test_others_do_not_move_it(self):
        decision = self._adopt()
        for user in (self.teacher, self.outsider, self.other_deputy):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self._drag(decision, "2023-11-21", user)
        self.assertEqual(decision.date_deadline, self._day("2023-11-15"))

    def test_the_term_of_what_is_done_does_not_move(self):
        decision = self._adopt()
        decision.action_done()
        with self.assertRaisesRegex(UserError, "Провести занятия"):
            self._drag(decision, "2023-11-30")

    def test_name_and_people_are_changed_in_the_card_only(self):
        event = self._adopt().event_id.with_user(self.deputy)
        for values in (
            {"name": "Иначе"},
            {"partner_ids": [(5,)]},
            {"active": False},
            {"vsoko_decision_id": False},
        ):
            with self.subTest(values=values), self.assertRaises(UserError):
                event.write(values)
        with self.assertRaisesRegex(UserError, "Провести занятия"):
            event.unlink()

    def test_a_cancelled_decision_leaves_the_calendar(self):
        decision = self._adopt()
        event = decision.event_id
        decision.action_cancel("Отпала надобность")
        self.assertFalse(event.exists())

    def test_a_decision_that_is_a_project_again_leaves_the_calendar(self):
        decision = self._adopt()
        event = decision.event_id
        decision.write({"state": "draft"})
        self.assertFalse(event.exists())
        decision.action_adopt()
        self.assertShown(decision, "2023-11-15")

    def test_a_finished_decision_stays_in_the_calendar(self):
        decision = self._adopt()
        decision.with_user(self.teacher).action_done()
        self.assertShown(decision, "2023-11-15")

    def test_who_has_nothing_to_do_with_it_does_not_see_it(self):
        event = self._adopt().event_id
        for user in (self.teacher, self.deputy, self.director):
            with self.subTest(user=user.login):
                self.assertTrue(event.with_user(user).search([("id", "=", event.id)]))
        clerk = self._make_person("clerk", "base.group_user")
        for user in (self.outsider, self.other_deputy, clerk):
            with self.subTest(user=user.login):
                self.assertFalse(event.with_user(user).search([("id", "=", event.id)]))
                with self.assertRaises(AccessError):
                    event.with_user(user).read(["name"])

    def test_the_life_of_a_decision_sends_no_letter(self):
        decision = self._decide()
        before = self._letters()
        decision.action_adopt()
        self._drag(decision, "2023-11-21")
        decision.employee_ids += self._employee(self.outsider)
        decision.action_start()
        decision.action_done()
        decision.action_reopen()
        decision.action_cancel("Отпала надобность")
        self.env.flush_all()
        self.assertEqual(self._letters(), before)

    def test_events_of_many_decisions_are_made_in_bulk(self):
        def adopt(count):
            decisions = self.env["vsoko.decision"].union(
                *(self._decide(str(number)) for number in range(count))
            )
            return decisions._sync_events

        adopt(2)()
        few, many = self._queries(adopt(5)), self._queries(adopt(40))
        self.assertLessEqual(many, few + 5)
