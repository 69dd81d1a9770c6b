from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .common import VsokoCase

MONTHS = [
    "2023-09", "2023-10", "2023-11", "2023-12", "2024-01", "2024-02", "2024-03",
    "2024-04", "2024-05",
]  # fmt: skip


class TestSeries(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan()

    def _line(self, term="ежемесячно", **values):
        values.setdefault("roles", "class_teacher")
        return self._make_procedure(self.plan, name="Журнал", term=term, **values)

    def _approved(self, *args, **values):
        line = self._line(*args, **values)
        self._approve(self.plan)
        return line

    def _keys(self, line):
        return line.occurrence_ids.sorted("date_start").mapped("series_key")

    def test_a_draft_has_no_occurrences(self):
        self.assertFalse(self._line().occurrence_ids)

    def test_words_become_as_many_procedures(self):
        words = {
            "ежемесячно": MONTHS,
            "1 раз в месяц": MONTHS,
            "ежемесячно с октября по декабрь": MONTHS[1:4],
            "1 раз в четверть": [f"quarter-{number}" for number in range(1, 5)],
            "ежеквартально": ["2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"],
            "октябрь": [],
            "ежедневно": [],
            "по мере необходимости": [],
        }
        lines = {term: self._line(term) for term in words}
        self._approve(self.plan)
        for term, keys in words.items():
            with self.subTest(term=term):
                self.assertEqual(self._keys(lines[term]), keys)
                self.assertEqual(lines[term].is_series, bool(keys))

    def test_weeks_of_holidays_are_left_out(self):
        keys = self._keys(self._approved("еженедельно"))
        self.assertIn("2023-W41", keys)
        self.assertNotIn("2024-W01", keys)

    def test_a_time_has_school_days_people_steps_and_papers(self):
        note = self.env.ref("vsoko_module.outcome_note")
        line = self._approved(steps=["Проверить"], outcome_ids=[(6, 0, note.ids)])
        october = line.occurrence_ids.filtered(lambda o: o.series_key == "2023-10")
        self.assertEqual(october.name, "Журнал (октябрь 2023)")
        self.assertDays(october, "2023-10-02", "2023-10-27")
        self.assertEqual(october.employee_ids, self._employee(self.teacher))
        self.assertEqual(october.step_ids.name, "Проверить")
        self.assertEqual(october.outcome_ids, note)
        self.assertEqual(october.event_id.partner_ids, self.teacher.partner_id)
        self.assertTrue(october.is_published)

    def test_the_line_itself_leaves_the_calendar_and_is_not_late(self):
        line = self._approved()
        self.assertFalse(line.event_id)
        late = self.env["vsoko.procedure"].search(
            [("plan_id", "=", self.plan.id), ("is_overdue", "=", True)]
        )
        self.assertEqual(late.mapped("series_key"), ["2023-09"])

    def test_the_plan_still_has_one_line(self):
        line = self._approved()
        self.assertEqual(self.plan.procedure_ids, line)
        self.assertEqual(self.plan.procedure_count, 1)
        self.assertEqual(len(self.plan.edition_ids.snapshot), 1)

    def test_what_is_missing_is_made_up_for_once(self):
        line = self._approved()
        line.occurrence_ids.filtered(
            lambda one: one.series_key in ("2023-12", "2024-02")
        ).sudo().unlink()
        for _day in range(3):
            line._sync_series()
        self.assertEqual(self._keys(line), MONTHS)

    def test_the_database_keeps_a_period_single(self):
        line = self._approved()
        values = {
            "plan_id": self.plan.id,
            "name": "Ещё октябрь",
            "series_id": line.id,
            "series_key": "2023-10",
        }
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(IntegrityError),
            self.env.cr.savepoint(),
        ):
            self.env["vsoko.procedure"].sudo().create(values)
            self.env.flush_all()
        with self.assertRaises(AccessError):
            self.env["vsoko.procedure"].with_user(self.deputy).create(values)

    def test_the_line_is_done_when_all_its_times_are(self):
        line = self._approved("ежемесячно с октября по ноябрь")
        october, november = line.occurrence_ids.sorted("date_start")
        with self.assertRaisesRegex(UserError, "ноябрь 2023"):
            line.with_user(self.deputy).action_done()
        october.with_user(self.teacher).action_done()
        self.assertEqual(line.state, "planned")
        november.with_user(self.teacher).action_done()
        self.assertEqual(line.state, "done")
        self.assertEqual((line.occurrence_done_count, line.occurrence_count), (2, 2))
        november.with_user(self.deputy).action_reopen()
        self.assertEqual(line.state, "in_progress")

    def test_cancelling_the_line_cancels_what_is_open(self):
        line = self._approved("ежемесячно с октября по ноябрь")
        october, november = line.occurrence_ids.sorted("date_start")
        october.action_done()
        line.with_user(self.deputy).action_cancel("Отменили наверху")
        self.assertEqual((october.state, november.state), ("done", "cancelled"))
        self.assertEqual(november.change_ids.reason, "Отменили наверху")
        line.with_user(self.deputy).action_reopen()
        self.assertEqual(november.state, "planned")

    def test_a_series_is_changed_from_a_day_on(self):
        line = self._approved()
        september = line.occurrence_ids.filtered(lambda o: o.series_key == "2023-09")
        september.action_done()
        ahead = line.with_user(self.deputy).action_change_series(
            self._day("2023-12-01"), "Новый методист", self._employee(self.outsider).ids
        )
        self.assertEqual(
            sorted(ahead.mapped("series_key")), MONTHS[MONTHS.index("2023-12") :]
        )
        people = {
            one.series_key: one.sudo().employee_ids.name for one in line.occurrence_ids
        }
        self.assertEqual(people["2023-11"], "Teacher")
        self.assertEqual(people["2023-12"], "Outsider")
        self.assertEqual(ahead[0].change_ids.reason, "Новый методист")

    def test_a_series_is_moved_by_days(self):
        line = self._approved("ежемесячно с октября по ноябрь")
        wizard = self.env["vsoko.series.change"].with_user(self.deputy)
        wizard.create(
            {
                "procedure_id": line.occurrence_ids[0].id,
                "date_from": "2023-11-01",
                "days": -2,
                "reason": "До каникул",
            }
        ).action_confirm()
        days = {one.series_key: str(one.date_end) for one in line.occurrence_ids}
        self.assertEqual(days, {"2023-10": "2023-10-27", "2023-11": "2023-11-28"})

    def test_an_edition_repeats_in_another_way_from_now_on(self):
        line = self._approved()
        october = line.occurrence_ids.filtered(lambda o: o.series_key == "2023-10")
        october.action_start()
        self.plan.with_user(self.deputy).action_new_edition("Реже")
        line.with_user(self.deputy).term_text = "1 раз в четверть"
        self._approve(self.plan)
        quarters = {f"quarter-{number}" for number in range(1, 5)}
        self.assertEqual(set(self._keys(line)), {"2023-09", "2023-10"} | quarters)

    def test_an_edition_that_changes_the_line_reaches_what_has_not_begun(self):
        line = self._approved(steps=["Проверить"])
        self.plan.with_user(self.deputy).action_new_edition("Ещё приказ")
        order = self.env.ref("vsoko_module.outcome_order")
        line.with_user(self.deputy).outcome_ids = order
        self._approve(self.plan)
        with_order = line.occurrence_ids.filtered("outcome_ids").sorted("date_start")
        self.assertEqual(with_order.mapped("series_key"), MONTHS[1:])

    def test_a_line_no_longer_repeated_keeps_what_was_done(self):
        line = self._approved()
        september = line.occurrence_ids.filtered(lambda o: o.series_key == "2023-09")
        september.action_done()
        self.plan.with_user(self.deputy).action_new_edition("Один раз")
        line.with_user(self.deputy).term_text = "декабрь"
        self._approve(self.plan)
        self.assertEqual(line.occurrence_ids, september)
        self.assertFalse(line.is_series)
        self.assertTrue(line.event_id)

    def test_many_series_cost_a_constant_number_of_queries(self):
        def sync(lines):
            return lambda: lines._sync_series()

        lines = self.env["vsoko.procedure"].create(
            [
                {
                    "plan_id": self.plan.id,
                    "name": str(number),
                    "term_text": "ежемесячно",
                }
                for number in range(12)
            ]
        )
        self._approve(self.plan)
        self.assertEqual(len(lines.occurrence_ids), 12 * len(MONTHS))
        few, many = self._queries(sync(lines[:2])), self._queries(sync(lines))
        self.assertLessEqual(many, few + 3)
