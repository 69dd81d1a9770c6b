from datetime import datetime

from odoo.exceptions import AccessError, UserError

from .common import VsokoCase


class TestCalendar(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan()

    def _line(self, term="10.11.2023", **values):
        values.setdefault("roles", "class_teacher")
        return self._make_procedure(self.plan, term=term, **values)

    def _approved(self, **values):
        line = self._line(**values)
        self._approve(self.plan)
        return line

    def _noon(self, day):
        return datetime.fromisoformat(f"{day} 09:00:00")

    def assertShown(self, event, start, stop):
        days = [day.isoformat() for day in event._vsoko_days()]
        self.assertEqual(days, [start, stop])

    # ---- one event a line ----

    def test_a_long_term_is_shown_by_its_deadline(self):
        for term, day in {
            "октябрь": "2023-10-27",
            "в течение года": "2024-05-31",
            "III четверть": "2024-03-22",
        }.items():
            line = self._line(term)
            self.assertEqual(len(line.event_ids), 1)
            self.assertShown(line.event_id, day, day)

    def test_a_term_of_a_week_or_less_is_shown_whole(self):
        line = self._line("13-17 ноября")
        self.assertShown(line.event_id, "2023-11-13", "2023-11-17")
        line.write({"date_start": "2023-11-13", "date_end": "2023-11-19"})
        self.assertShown(line.event_id, "2023-11-13", "2023-11-19")
        line.write({"date_end": "2023-11-20"})
        self.assertShown(line.event_id, "2023-11-20", "2023-11-20")

    def test_a_line_without_days_has_no_event_until_it_gets_them(self):
        line = self._line("когда выпадет снег")
        self.assertFalse(line.event_id)
        line.write({"date_start": "2023-11-10", "date_end": "2023-11-10"})
        self.assertShown(line.event_id, "2023-11-10", "2023-11-10")
        line.write({"date_start": False, "date_end": False})
        self.assertFalse(line.event_ids)

    def test_events_say_what_and_lead_back_to_the_line(self):
        line = self._line(name="Итоговое собеседование")
        event = line.event_id
        self.assertTrue(event.allday)
        self.assertEqual(event.name, "Итоговое собеседование")
        self.assertEqual((event.res_model, event.res_id), (line._name, line.id))
        line.name = "Устное собеседование"
        self.assertEqual(event.name, "Устное собеседование")
        self.assertEqual(line.search([("event_id", "=", event.id)]), line)

    def test_events_of_many_lines_are_created_in_bulk(self):
        def make(count):
            return lambda: self.env["vsoko.procedure"].create(
                [
                    {"plan_id": self.plan.id, "name": str(n), "term_text": "октябрь"}
                    for n in range(count)
                ]
            )

        few, many = self._queries(make(10)), self._queries(make(60))
        self.assertLessEqual(many, few + 5)

    # ---- who is invited ----

    def test_people_are_invited_when_the_plan_is_approved(self):
        line = self._line()
        self.assertFalse(line.event_id.partner_ids)
        self.plan.action_send()
        self.assertFalse(line.event_id.partner_ids)
        self.plan.with_user(self.director).action_approve()
        self.assertEqual(line.event_id.partner_ids, self.teacher.partner_id)
        mine = self.env["calendar.event"].with_user(self.teacher)
        domain = [("partner_ids", "in", self.teacher.partner_id.ids)]
        self.assertIn(line.event_id.id, mine.search(domain).ids)

    def test_a_person_without_a_login_is_no_obstacle(self):
        self._appoint("librarian", self._make_employee("Библиотекарева"))
        line = self._approved(roles="librarian class_teacher")
        self.assertIn(self.teacher.partner_id, line.event_id.partner_ids)

    def test_a_new_holder_is_invited_instead_of_the_old_one(self):
        line = self._approved()
        holder = self.env["vsoko.role.holder"].search(
            [("employee_id", "=", self._employee(self.teacher).id)]
        )
        holder.with_user(self.deputy).employee_id = self._employee(self.outsider)
        self.assertEqual(line.event_id.partner_ids, self.outsider.partner_id)

    # ---- they move together ----

    def test_moving_the_line_moves_its_event(self):
        line = self._approved()
        line.write({"date_start": "2023-11-15", "date_end": "2023-11-16"})
        self.assertShown(line.event_id, "2023-11-15", "2023-11-16")

    def test_other_words_of_the_term_move_the_event(self):
        line = self._line("10.11.2023")
        line.term_text = "20.11.2023"
        self.assertShown(line.event_id, "2023-11-20", "2023-11-20")

    def test_dragging_the_event_moves_the_line(self):
        line = self._approved()
        moves = {
            "dragged": (
                {"start": "2023-11-15 08:00:00", "stop": "2023-11-15 18:00:00"},
                ("2023-11-15", "2023-11-15"),
            ),
            "stretched": (
                {"start_date": "2023-11-14", "stop_date": "2023-11-16"},
                ("2023-11-14", "2023-11-16"),
            ),
            "given a time": (
                {
                    "allday": False,
                    "start": "2023-11-20 09:00:00",
                    "stop": "2023-11-20 10:00:00",
                },
                ("2023-11-20", "2023-11-20"),
            ),
        }
        for how, (values, days) in moves.items():
            line.event_id.with_user(self.deputy).write(values)
            with self.subTest(how=how):
                self.assertDays(line, *days)
                self.assertShown(line.event_id, *days)

    def test_an_event_with_a_time_keeps_it_while_its_day_is_right(self):
        line = self._approved()
        times = {"start": self._noon("2023-11-20"), "stop": self._noon("2023-11-20")}
        line.event_id.write({"allday": False, **times})
        line.write({"note": "Кабинет 5"})
        self.assertEqual(line.event_id.start, self._noon("2023-11-20"))
        self.assertFalse(line.event_id.allday)

    def test_days_of_a_timed_event_are_those_of_the_person_s_zone(self):
        self.deputy.tz = "Asia/Vladivostok"
        line = self._approved()
        line.event_id.with_user(self.deputy).with_context(tz=self.deputy.tz).write(
            {
                "allday": False,
                "start": "2023-11-20 20:00:00",
                "stop": "2023-11-20 21:00:00",
            }
        )
        self.assertDays(line, "2023-11-21", "2023-11-21")

    def test_dragging_the_deadline_of_a_long_term_keeps_its_start(self):
        line = self._line("октябрь")
        line.event_id.write({"start_date": "2023-10-25", "stop_date": "2023-10-25"})
        self.assertDays(line, "2023-10-02", "2023-10-25")
        self.assertShown(line.event_id, "2023-10-25", "2023-10-25")

    def test_dragging_in_the_app_s_own_calendar_moves_the_line_and_its_event(self):
        line = self._approved()
        line.with_user(self.deputy).calendar_day = "2023-11-15"
        self.assertDays(line, "2023-11-15", "2023-11-15")
        self.assertShown(line.event_id, "2023-11-15", "2023-11-15")
        self.assertEqual(line.change_ids.kind, "moved")
        found = line.search([("calendar_day", "=", "2023-11-15")])
        self.assertIn(line, found)
        with self.assertRaises(AccessError):
            line.with_user(self.teacher).calendar_day = "2023-11-20"

    def test_dragging_a_long_line_there_moves_its_deadline(self):
        line = self._line("октябрь")
        line.calendar_day = "2023-10-25"
        self.assertDays(line, "2023-10-02", "2023-10-25")

    def test_an_event_does_not_leave_the_school_year(self):
        line = self._approved()
        with self.assertRaisesRegex(UserError, "2023/24"):
            line.event_id.write({"start_date": "2025-01-10", "stop_date": "2025-01-10"})

    # ---- they end together ----

    def test_a_cancelled_line_leaves_the_calendar_and_comes_back(self):
        line = self._approved()
        event = line.event_id
        line.action_cancel()
        self.assertFalse(event.exists() or line.event_ids)
        line.action_reopen()
        self.assertShown(line.event_id, "2023-11-10", "2023-11-10")
        self.assertEqual(line.event_id.partner_ids, self.teacher.partner_id)

    def test_a_finished_line_stays_in_the_calendar(self):
        line = self._approved()
        line.with_user(self.teacher).action_done()
        self.assertTrue(line.event_id)

    def test_a_deleted_line_takes_its_event_along(self):
        line = self._line()
        event = line.event_id
        line.unlink()
        self.assertFalse(event.exists())

    def test_deleting_the_event_is_refused_with_its_name(self):
        event = self._approved(name="Пробный ОГЭ").event_id
        for user in (self.teacher, self.deputy, self.director):
            with self.assertRaisesRegex(UserError, "Пробный ОГЭ"):
                event.with_user(user).unlink()

    # ---- whose it is ----

    def test_a_teacher_does_not_move_the_plan(self):
        mine = self._line(roles="class_teacher")
        others = self._line(roles="deputy_uvr")
        self._approve(self.plan)
        for line in (mine, others):
            event = line.event_id.with_user(self.teacher)
            with self.assertRaises(AccessError):
                event.write({"start_date": "2023-11-15", "stop_date": "2023-11-15"})
            with self.assertRaises(AccessError):
                event.write({"start": "2023-11-15 08:00:00"})
            self.assertDays(line, "2023-11-10", "2023-11-10")

    def test_another_school_sees_no_event(self):
        event = self._approved().event_id
        theirs = self.env["calendar.event"].with_user(self.other_deputy)
        guest = self._make_person(
            "guest", "vsoko_module.group_vsoko_user", self.other_school
        )
        # Even a guest of the event: an import from elsewhere may have invited one
        event.sudo().partner_ids += guest.partner_id
        for domain in (
            [("id", "=", event.id)],
            [("name", "=", event.name)],
            [("partner_ids", "in", self.teacher.partner_id.ids)],
            [("partner_ids", "in", guest.partner_id.ids)],
        ):
            with self.subTest(domain=domain):
                self.assertFalse(theirs.search(domain))
                self.assertEqual(theirs._read_group(domain, [], ["__count"]), [(0,)])
        self.assertFalse(theirs.with_user(guest).search([("id", "=", event.id)]))
        with self.assertRaises(AccessError):
            theirs.browse(event.id).read(["name"])

    # ---- in silence ----

    def test_an_ordinary_event_does_tell_people(self):
        """Else the next tests would prove nothing."""
        before = self._traces()
        self.env["calendar.event"].with_user(self.deputy).create(
            {
                "name": "Совещание",
                "start": "2023-11-10 09:00:00",
                "stop": "2023-11-10 10:00:00",
                "partner_ids": [(6, 0, self.teacher.partner_id.ids)],
            }
        )
        self.env.flush_all()
        self.assertNotEqual(self._traces(), before)

    def test_the_life_of_a_line_sends_no_letter(self):
        with self.assertNobodyIsTold():
            line = self._line(name="Тихая")
        self.plan.action_send()
        self.plan.with_user(self.director).activity_ids.unlink()
        steps = {
            "approved": self.plan.with_user(self.director).action_approve,
            "moved": lambda: line.write({"date_end": "2023-11-14"}),
            "dragged": lambda: line.event_id.write(
                {"start_date": "2023-11-16", "stop_date": "2023-11-17"}
            ),
            "given a time": lambda: line.event_id.write(
                {
                    "allday": False,
                    "start": "2023-11-20 09:00:00",
                    "stop": "2023-11-20 10:00:00",
                }
            ),
            "given to another": lambda: self._appoint("class_teacher", self.outsider),
            "finished": line.with_user(self.teacher).action_done,
            "returned to work": line.action_reopen,
            "cancelled": line.action_cancel,
            "restored": line.action_reopen,
            "opened for an edition": lambda: self.plan.action_new_edition("Перенос"),
            "deleted": line.unlink,
        }
        for step, act in steps.items():
            with self.assertNobodyIsTold(step):
                act()
