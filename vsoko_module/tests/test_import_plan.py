import base64

from odoo.exceptions import AccessError, UserError

from .common import VsokoCase
from .office_files import excel, word

HEADER = ["Месяц", "Направление", "Содержание", "Ответственные", "Форма результата"]
TITLE = "План ВСОКО на 2023/2024 учебный год"
TALENTS = (
    "По выявлению, поддержке и развитию способностей и талантов у детей и молодежи"
)
CAREER = "По самоопределению и профессиональной ориентации обучающихся"
ROWS = [
    [
        "Октябрь",
        TALENTS,
        "Школьный этап ВсОШ\nАнализ итогов",
        "Зам.директора по УВР",
        "Справка",
    ],
    ["Ноябрь", TALENTS, "Участие в конкурсах", "кл.руководители", "Отчёт"],
    ["Ноябрь", CAREER, "Профессиональные пробы", "Хранитель мер", "Справка"],
]
# What a plan consists of; an import that fails leaves none of it
KEPT = (
    "vsoko.plan",
    "vsoko.procedure",
    "vsoko.procedure.step",
    "vsoko.framework",
    "vsoko.block",
    "vsoko.role",
    "vsoko.phrase",
    "vsoko.academic.year",
    "calendar.event",
)


class ImportCase(VsokoCase):
    """Files of a school dropped into the wizard by the deputy."""

    def _wizard(self, data, filename="План.docx", user=None, **values):
        return (
            self.env["vsoko.import"]
            .with_user(user or self.deputy)
            .create({"file": base64.b64encode(data), "filename": filename, **values})
        )

    def _word(self, rows=None, header=None, title=TITLE):
        return word([header or HEADER, *(rows or ROWS)], above=[title])

    def _excel(self, rows=None, header=None, title=TITLE):
        return excel({"План": [[title], header or HEADER, *(rows or ROWS)]})

    def _preview(self, data=None, filename="План.docx", **values):
        wizard = self._wizard(data or self._word(), filename, **values)
        wizard.action_preview()
        return wizard

    def _import(self, *args, **values):
        """The plan that a file has made or grown."""
        wizard = self._preview(*args, **values)
        action = wizard.action_import()
        return self.env["vsoko.plan"].browse(action["context"]["default_plan_id"])

    def _kept(self):
        self.env.flush_all()
        return {name: self.env[name].search_count([]) for name in KEPT}

    def _column(self, wizard, header):
        return wizard.column_ids.filtered(lambda column: column.header == header)


class TestImportPlan(ImportCase):
    def test_a_preview_writes_nothing(self):
        before = self._kept()
        wizard = self._preview()
        self.assertEqual(self._kept(), before)
        self.assertEqual(wizard.state, "preview")
        self.assertEqual(len(wizard.line_ids), 3)
        self.assertEqual((wizard.ok_count, wizard.warning_count), (2, 1))
        self.assertEqual(wizard.error_count, 0)

    def test_the_preview_shows_how_rows_were_understood(self):
        line = self._preview().line_ids[0]
        self.assertEqual(line.term, "Октябрь")
        self.assertDays(line, "2023-10-02", "2023-10-27")
        self.assertEqual(line.block, TALENTS)
        self.assertEqual(line.name, "Школьный этап ВсОШ\nАнализ итогов")
        self.assertEqual(line.row, 2)

    def test_a_file_becomes_a_plan(self):
        plan = self._import().with_user(self.deputy)
        lines = plan.procedure_ids
        self.assertEqual(plan.name, TITLE)
        self.assertEqual((plan.year_id, plan.company_id), (self.year, self.school))
        self.assertEqual(plan.state, "draft")
        self.assertEqual(plan.source_filename, "План.docx")
        self.assertEqual(len(lines), 3)
        first = lines[0]
        self.assertEqual(
            first.step_ids.mapped("name"), ["Школьный этап ВсОШ", "Анализ итогов"]
        )
        self.assertDays(first, "2023-10-02", "2023-10-27")
        self.assertEqual(first.role_text, "Зам.директора по УВР")
        self.assertEqual(first.role_ids, self._role("deputy_uvr"))
        self.assertEqual(first.sudo().employee_ids, self._employee(self.deputy))
        self.assertEqual(first.block_id.name, TALENTS)
        self.assertTrue(first.outcome_ids)
        self.assertEqual(len(lines.event_ids), 3)

    def test_nobody_is_told_of_an_import(self):
        with self.assertNobodyIsTold():
            self._import()

    def test_columns_may_be_corrected(self):
        header = ["Месяц", "Содержание", "Кому поручено", "Бюджет"]
        rows = [["Октябрь", "Школьный этап ВсОШ", "Директор", "Справка"]]
        wizard = self._preview(self._word(rows, header))
        budget = self._column(wizard, "Бюджет")
        self.assertEqual(budget.meaning, "ignore")
        self.assertIn("Бюджет", wizard.summary)
        self.assertFalse(wizard.line_ids.outcomes)
        budget.meaning = "outcome"
        wizard.action_preview()
        self.assertEqual(wizard.line_ids.outcomes, "Справка")
        self.assertEqual(self._column(wizard, "Бюджет").meaning, "outcome")
        wizard.action_import()
        line = self.env["vsoko.procedure"].search([("plan_id.name", "=", TITLE)])
        self.assertEqual(line.outcome_text, "Справка")

    # ---- roles nobody knew ----

    def test_an_unknown_role_is_shown_in_the_words_of_the_file(self):
        wizard = self._preview()
        self.assertEqual(wizard.phrase_ids.mapped("name"), ["Хранитель мер"])
        self.assertEqual(wizard.phrase_ids.row_count, 1)
        self.assertIn("Хранитель мер", wizard.line_ids[2].message)

    def test_an_explained_role_is_remembered(self):
        wizard = self._preview()
        wizard.phrase_ids.role_ids = self._role("methodist")
        wizard.action_preview()
        self.assertEqual((wizard.ok_count, wizard.warning_count), (3, 0))
        wizard.action_import()
        line = self.env["vsoko.procedure"].search(
            [("plan_id.name", "=", TITLE), ("role_text", "=", "Хранитель мер")]
        )
        self.assertEqual(line.role_ids, self._role("methodist"))
        other = [["Май", CAREER, "Итоги", "ХРАНИТЕЛЬ  МЕР", "Справка"]]
        again = self._preview(self._excel(other), "Другой.xlsx")
        self.assertFalse(again.phrase_ids)
        self.assertEqual(again.ok_count, 1)

    def test_words_of_one_school_are_not_explained_to_another(self):
        wizard = self._preview()
        wizard.phrase_ids.role_ids = self._role("methodist")
        wizard.action_import()
        self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        theirs = self._preview(user=self.other_deputy)
        self.assertEqual(theirs.phrase_ids.mapped("name"), ["Хранитель мер"])
        self.assertFalse(theirs.plan_id)

    def test_an_unknown_role_may_become_a_new_one(self):
        wizard = self._preview()
        wizard.phrase_ids.is_new = True
        wizard.action_import()
        role = self.env["vsoko.role"].search([("name", "=", "Хранитель мер")])
        self.assertEqual(role.company_id, self.school)
        line = self.env["vsoko.procedure"].search([("role_ids", "in", role.ids)])
        self.assertEqual(line.name, "Профессиональные пробы")

    def test_a_role_left_unknown_does_not_stop_the_import(self):
        line = self._import().procedure_ids[2]
        self.assertFalse(line.role_ids)
        self.assertEqual(line.role_text, "Хранитель мер")

    # ---- twice ----

    def test_the_same_file_again_adds_nothing_and_says_so(self):
        plan = self._import()
        before = self._kept()
        wizard = self._preview()
        self.assertEqual(wizard.plan_id, plan)
        action = wizard.action_import()
        self.assertEqual(self._kept(), before)
        self.assertIn("План.docx", action["params"]["message"])
        self.assertIn(TITLE, action["params"]["message"])

    def test_the_same_plan_in_another_format_adds_nothing_to_it(self):
        plan = self._import()
        before = self._kept()
        self._preview(self._excel(), "План.xlsx", plan_id=plan.id).action_import()
        self.assertEqual(self._kept(), before)

    def test_a_grown_file_adds_only_its_new_rows(self):
        plan = self._import()
        grown = [*ROWS, ["Май", CAREER, "Итоги года", "Директор", "Анализ"]]
        self._import(self._word(grown), "План 2.docx", plan_id=plan.id)
        self.assertEqual(
            plan.procedure_ids.mapped("name")[3:],
            ["Итоги года"],
        )
        self.assertEqual(len(plan.procedure_ids), 4)

    def test_equal_rows_of_one_file_are_all_imported(self):
        twice = [ROWS[0], ROWS[0]]
        plan = self._import(self._word(twice))
        self.assertEqual(len(plan.procedure_ids), 2)

    # ---- where it goes ----

    def test_own_directions_become_a_framework(self):
        rows = [
            ["Октябрь", "Наша гордость", "Конкурс чтецов", "Директор", "Справка"],
            ["Май", "Наша забота", "Ремонт классов", "Директор", "Акт"],
        ]
        wizard = self._preview(self._word(rows))
        self.assertFalse(wizard.framework_id)
        wizard.action_import()
        plan = self.env["vsoko.plan"].search([("name", "=", TITLE)])
        self.assertEqual(plan.framework_id.company_id, self.school)
        self.assertEqual(
            sorted(plan.framework_id.block_ids.mapped("name")),
            ["Наша гордость", "Наша забота"],
        )
        self.assertEqual(plan.procedure_ids[1].block_id.name, "Наша забота")

    def test_known_directions_point_at_the_shipped_framework(self):
        plan = self._import()
        self.assertEqual(
            plan.framework_id, self.env.ref("vsoko_module.framework_mechanisms")
        )

    def test_a_year_nobody_has_entered_is_made(self):
        data = self._word(title="План ВСОКО на 2026-2027 учебный год")
        wizard = self._preview(data)
        self.assertFalse(wizard.year_id)
        wizard.action_import()
        plan = self.env["vsoko.plan"].search([("source_filename", "=", "План.docx")])
        self.assertEqual(plan.year_id.name, "2026/27")
        self.assertEqual(plan.year_id.company_id, self.school)
        self.assertTrue(plan.year_id.period_ids)
        first = plan.procedure_ids[0]
        self.assertEqual(first.date_start, self._day("2026-10-01"))

    def test_a_term_of_another_year_does_not_stop_the_import(self):
        rows = [["Сентябрь 2019 года", TALENTS, "Старое", "Директор", "Справка"]]
        wizard = self._preview(self._word(rows))
        self.assertEqual(wizard.warning_count, 1)
        wizard.action_import()
        line = self.env["vsoko.procedure"].search([("name", "=", "Старое")])
        self.assertDays(line, "", "")

    def test_rows_without_content_are_not_imported(self):
        rows = [*ROWS, ["Декабрь", CAREER, "", "Директор", "Справка"]]
        wizard = self._preview(self._word(rows))
        self.assertEqual(wizard.error_count, 1)
        bad = wizard.line_ids.filtered(lambda line: line.state == "error")
        self.assertEqual(bad.row, 5)
        self.assertTrue(bad.message)
        wizard.action_import()
        plan = self.env["vsoko.plan"].search([("name", "=", TITLE)])
        self.assertEqual(len(plan.procedure_ids), 3)

    def test_an_approved_plan_takes_no_rows(self):
        plan = self._make_approved_plan()
        with self.assertRaisesRegex(UserError, plan.name):
            self._preview(plan_id=plan.id).action_import()

    def test_a_plan_of_another_school_takes_no_rows(self):
        theirs = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        plan = self._make_plan(year=theirs, user=self.other_deputy)
        with self.assertRaises(AccessError):
            self._preview(plan_id=plan.id).action_import()

    def test_markup_and_formulas_stay_text(self):
        nasty = '<script>alert(1)</script> & =HYPERLINK("http://x")'
        formula = "=1+1"
        rows = [["Октябрь", TALENTS, nasty, formula, "<b>Справка</b>"]]
        line = self._import(self._word(rows)).procedure_ids
        self.assertEqual(line.name, nasty)
        self.assertEqual(line.step_ids.name, nasty)
        self.assertEqual(line.role_text, formula)
        self.assertEqual(line.outcome_text, "<b>Справка</b>")
        self.assertEqual(line.event_id.name, nasty)

    # ---- two at once ----

    def test_two_people_import_at_once_without_mixing(self):
        colleague = self._make_person("colleague", "vsoko_module.group_vsoko_officer")
        first = self._wizard(self._word(), "Первый.docx")
        rows = [["Март", CAREER, "Ярмарка профессий", "Директор", "Отчёт"]]
        data = self._excel(rows, title="План ВШК на 2023/24 учебный год")
        second = self._wizard(data, "Второй.xlsx", user=colleague)
        for wizard in (first, second):
            wizard.action_preview()
        self.assertEqual((len(first.line_ids), len(second.line_ids)), (3, 1))
        for wizard in (second, first):
            wizard.action_import()
        plans = self.env["vsoko.plan"].search([("company_id", "=", self.school.id)])
        self.assertEqual(
            {plan.source_filename: plan.procedure_count for plan in plans},
            {"Первый.docx": 3, "Второй.xlsx": 1},
        )

    def test_another_file_starts_anew(self):
        wizard = self._preview()
        wizard.action_back()
        self.assertEqual(wizard.state, "upload")
        self.assertFalse(wizard.line_ids or wizard.column_ids or wizard.phrase_ids)
        rows = [["Март", CAREER, "Ярмарка профессий", "Директор", "Отчёт"]]
        wizard.write(
            {
                "file": base64.b64encode(self._excel(rows, title="План ВШК 2023/24")),
                "filename": "Другой.xlsx",
            }
        )
        wizard.action_preview()
        self.assertEqual(wizard.title, "План ВШК 2023/24")
        self.assertEqual(len(wizard.line_ids), 1)
