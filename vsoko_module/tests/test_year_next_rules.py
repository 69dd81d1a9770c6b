from odoo.exceptions import AccessError, UserError

from .common import VsokoCase

# Everything of the year that is left must stay as it is, to the last field
KEPT = (
    "vsoko.academic.year",
    "vsoko.period",
    "vsoko.class",
    "vsoko.role.holder",
    "vsoko.plan",
    "vsoko.plan.edition",
    "vsoko.procedure",
    "vsoko.procedure.step",
    "vsoko.procedure.change",
    "resource.calendar.leaves",
    "calendar.event",
    "hr.employee",
)
# Not stored of the record itself, or a count of what lies beside it
IGNORED = ("__last_update", "message_", "activity_", "write_date", "my_activity_")


class TestNextYearRules(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.year.period_kind = "trimester"
        cls.year.action_propose_periods()
        cls.teacher_card = cls._employee(cls.teacher)
        cls.old_teacher = cls._make_employee("Выпускнова Анна")
        for parallel, letter, teacher in (
            (1, "А", False),
            (1, "Б", False),
            (5, "А", cls.teacher_card),
            (9, "А", False),
            (9, "Б", False),
            (10, "А", False),
            (11, "А", cls.old_teacher),
        ):
            cls.env["vsoko.class"].create(
                {
                    "year_id": cls.year.id,
                    "parallel": parallel,
                    "letter": letter,
                    "teacher_id": teacher and teacher.id,
                }
            )
        cls.plan = cls._make_plan("План ВСОКО на 2023/24 учебный год")
        cls._make_procedure(
            cls.plan,
            name="Итоги ВПР-2022",
            term="до 10.10.2023",
            roles="class_teacher",
            steps=["Сравнить с 2021/22 учебным годом"],
        )
        cls._make_procedure(
            cls.plan,
            name="Приказ",
            term="май",
            note="Приказ от 06.08.2021 № 1324",
        )
        cls._approve(cls.plan)

    def _wizard(self, plan=None, user=None, year=None):
        source = (plan or year or self.year).with_user(user or self.deputy)
        action = source.action_next_year()
        return (
            self.env["vsoko.year.next"]
            .with_user(user or self.deputy)
            .browse(action["res_id"])
        )

    def _make(self, **options):
        wizard = self._wizard(**options)
        wizard.action_make()
        return wizard

    def _names(self, classes):
        return sorted(classes.mapped("name"))

    # ---- the year and its classes ----

    def test_the_next_year_is_divided_as_this_one(self):
        year = self._make().next_year_id
        self.assertEqual(year.name, "2024/25")
        self.assertEqual(year.period_kind, "trimester")
        self.assertEqual(set(year.period_ids.mapped("kind")), {"trimester"})
        self.assertEqual(year.calendar_id, self.year.calendar_id)
        self.assertTrue(year.day_off_ids)

    def test_classes_move_up_with_their_teachers(self):
        wizard = self._make()
        classes = wizard.next_year_id.class_ids
        self.assertEqual(
            self._names(classes), ["10А", "11А", "1А", "1Б", "2А", "2Б", "6А"]
        )
        led = classes.filtered("teacher_id")
        self.assertEqual((led.name, led.teacher_id), ("6А", self.teacher_card))
        self.assertEqual(wizard.graduate_names, "9Б, 11А")

    def test_classes_are_corrected_before_they_are_made(self):
        wizard = self._wizard()
        by_name = {one.from_class_id.name: one for one in wizard.class_ids}
        by_name["9Б"].is_taken = True
        by_name["5А"].teacher_id = self.old_teacher
        by_name["10А"].is_taken = False
        wizard.action_make()
        classes = wizard.next_year_id.class_ids
        self.assertIn("10Б", classes.mapped("name"))
        self.assertNotIn("11А", classes.mapped("name"))
        led = classes.filtered(lambda one: one.name == "6А")
        self.assertEqual(led.teacher_id, self.old_teacher)

    def test_an_archived_teacher_leads_nobody(self):
        self.teacher_card.action_archive()
        self.assertFalse(self._make().next_year_id.class_ids.teacher_id)

    # ---- roles ----

    def _on(self, code, day):
        role = self._role(code)
        return role._people_on(self.school)(role, self._day(day))

    def test_roles_of_the_year_go_on_and_those_that_ended_do_not(self):
        yearly, gone, acting = (self._make_employee(n) for n in ("А", "Б", "В"))
        self._appoint("librarian", yearly, date_to="2024-08-31")
        self._appoint("site", gone, date_to="2023-10-01")
        self._appoint("medic", acting, date_to="2024-05-31", is_acting=True)
        self._make()
        day = "2024-10-01"
        self.assertEqual(self._on("librarian", day), yearly)
        self.assertFalse(self._on("site", day) | self._on("medic", day))
        self.assertEqual(self._on("deputy_uvr", day), self._employee(self.deputy))

    def test_class_teachers_follow_their_class(self):
        holders = self.env["vsoko.role.holder"].search(
            [("role_id", "=", self._role("class_teacher").id)]
        )
        holders.filtered(
            lambda one: one.company_id == self.school
        ).date_to = "2024-08-31"
        self._appoint("class_teacher", self.old_teacher, date_to="2024-08-31")
        self._make()
        self.assertEqual(self._on("class_teacher", "2024-10-01"), self.teacher_card)

    def test_whoever_has_let_a_class_go_is_named(self):
        self._appoint("class_teacher", self.old_teacher)
        self.assertIn("Выпускнова Анна", self._make().summary)

    # ---- the plan ----

    def test_a_closed_plan_is_copied_too(self):
        self.plan.with_user(self.director).action_close()
        self.assertEqual(len(self._make(plan=self.plan).new_plan_id.procedure_ids), 2)

    # ---- what is not finished ----

    def _make_debt(self):
        """An approved plan beside the one that is copied, with an overdue line."""
        other = self._make_plan("Дорожная карта")
        line = self._make_procedure(other, name="Долг", term="сентябрь")
        self._make_procedure(other, name="Впереди", term="май")
        self._approve(other)
        return line

    def test_what_is_overdue_is_offered_once(self):
        debt = self._make_debt()
        wizard = self._wizard(plan=self.plan)
        by_name = {one.name: one for one in wizard.proposal_ids}
        self.assertEqual(set(by_name), {"Долг", "Итоги ВПР-2022"})
        self.assertTrue(by_name["Долг"].is_taken)
        copied = by_name["Итоги ВПР-2022"]
        self.assertTrue(copied.is_copied and copied.remark and not copied.is_taken)
        wizard.action_make()
        lines = wizard.new_plan_id.procedure_ids
        self.assertEqual(
            sorted(lines.mapped("name")), ["Долг", "Итоги ВПР-2022", "Приказ"]
        )
        carried = lines.filtered("carried_from_id")
        self.assertEqual(carried.carried_from_id, debt)
        self.assertDays(carried, "2024-09-02", "2024-09-30")

    def test_everything_open_is_offered_when_the_year_is_over(self):
        self._make_debt()
        self.year.date_end = "2023-10-01"
        names = set(self._wizard(plan=self.plan).proposal_ids.mapped("name"))
        self.assertEqual(names, {"Долг", "Впереди", "Итоги ВПР-2022", "Приказ"})

    def test_what_is_done_or_cancelled_or_a_draft_is_not_offered(self):
        debt = self._make_debt()
        debt.sudo()._move_to("cancelled")
        draft = self._make_plan("Черновик")
        self._make_procedure(draft, name="Мечта", term="сентябрь")
        names = self._wizard(plan=self.plan).proposal_ids.mapped("name")
        self.assertEqual(names, ["Итоги ВПР-2022"])

    def test_carrying_over_needs_a_plan_to_come_to(self):
        self._make_debt()
        wizard = self._wizard()
        wizard.plan_id = False
        with self.assertRaises(UserError):
            wizard.action_make()

    # ---- twice, and nothing lost ----

    def test_a_second_run_makes_no_doubles(self):
        self._make_debt()
        self._appoint("librarian", self.old_teacher, date_to="2024-08-31")
        first = self._make(plan=self.plan)
        before = self._everything()
        second = self._make(plan=self.plan)
        self.assertEqual(second.next_year_id, first.next_year_id)
        self.assertEqual(second.new_plan_id, first.new_plan_id)
        self.assertEqual(self._everything(), before)

    def test_nothing_of_this_year_changes(self):
        self._make_debt()
        self._appoint("librarian", self.old_teacher, date_to="2024-08-31")
        before = self._everything()
        self._make(plan=self.plan)
        after = self._everything()
        for key, values in before.items():
            with self.subTest(record=key):
                self.assertEqual(after[key], values)

    def _everything(self):
        """Every stored value of every record of the school, by model and id."""
        self.env.flush_all()
        self.env.invalidate_all()
        found = {}
        for model in KEPT:
            records = self.env[model].with_context(active_test=False).search([])
            names = [
                name
                for name, field in records._fields.items()
                if field.store
                and field.type not in ("one2many", "binary")
                and not name.startswith(IGNORED)
            ]
            for values in records.read(names, load=None):
                found[model, values["id"]] = values
        return found

    # ---- rights ----

    def test_a_teacher_makes_no_year(self):
        with self.assertRaises(AccessError):
            self._wizard(user=self.teacher)

    def test_another_school_s_deputy_makes_none_of_ours(self):
        with self.assertRaises(AccessError):
            self._wizard(user=self.other_deputy)
        wizard = self._wizard()
        with self.assertRaises(AccessError):
            wizard.with_user(self.other_deputy).action_make()

    def test_the_manager_makes_the_year_and_leaves_plans_to_deputies(self):
        wizard = self._make(user=self.manager)
        self.assertEqual(len(wizard.next_year_id.class_ids), 7)
        self.assertFalse(wizard.new_plan_id)
