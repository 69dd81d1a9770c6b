from odoo.exceptions import AccessError, UserError

from .conclusion_case import ConclusionCase


class TestYearAnalysis(ConclusionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.year.class_ids = [(0, 0, {"parallel": 7, "letter": "Б"})]
        cls.indicator = cls._make_indicator("1.1", "percent")
        cls.finding = cls._agree(
            indicator_id=cls.indicator.id, class_ids=[(6, 0, cls.year.class_ids.ids)]
        )
        cls.other = cls._agree(
            "Пропуски уроков в 9А",
            indicator_id=cls._make_indicator("1.2", "number", better="less").id,
            cause_id=cls.env.ref("vsoko_module.cause_motivation").id,
            component="managerial",
            entry="12",
            expected="5",
        )
        cls.practice = cls._practise()

    def _analysis(self, user=None):
        """The paper as the button and the assistant make it."""
        action = self.year.with_user(user or self.deputy).action_analysis()
        if action["res_model"] == "vsoko.document":
            return self.env["vsoko.document"].browse(action["res_id"])
        wizard = (
            self.env["vsoko.document.create"]
            .with_user(user or self.deputy)
            .with_context(**action["context"])
            .create({})
        )
        made = wizard.action_create()
        return self.env["vsoko.document"].with_user(self.deputy).browse(made["res_id"])

    def _part(self, document, code):
        return document.paragraph_ids.filtered(lambda one: one.code == code)

    def _rows(self, document, code):
        tables = self._part(document, code).tables
        return tables[0]["rows"] if tables else []

    # ---- how it is made ----

    def test_the_button_of_the_year_makes_the_paper_once(self):
        document = self._analysis()
        self.assertEqual(document.kind_id.code, "analysis")
        self.assertEqual(document.year_id, self.year)
        self.assertEqual(
            document.name,
            "О результатах внутренней оценки качества образования за 2023/24 "
            "учебный год",
        )
        self.assertEqual(self._analysis(), document)

    def test_it_is_made_of_an_older_year_too(self):
        before = self.env["vsoko.academic.year"]._ensure(2022, self.school)
        action = before.with_user(self.deputy).action_analysis()
        wizard = self.env["vsoko.document.create"].with_context(**action["context"])
        made = wizard.with_user(self.deputy).create({}).action_create()
        document = self.env["vsoko.document"].browse(made["res_id"])
        self.assertEqual(document.year_id, before)
        self.assertIn("[…]", self._part(document, "summary").text)

    def test_other_papers_have_no_year_of_their_own(self):
        kind = self.env.ref("vsoko_module.document_kind_report")
        wizard = self.env["vsoko.document.create"].with_user(self.deputy)
        wizard = wizard.create({"kind_id": kind.id, "name": "О работе"})
        self.assertFalse(wizard.year_id)
        made = wizard.action_create()
        document = self.env["vsoko.document"].browse(made["res_id"])
        self.assertFalse(document.paragraph_ids)
        self.assertFalse(document.is_generated)

    # ---- what it says ----

    def test_it_tells_what_was_found_and_why(self):
        document = self._analysis()
        self.assertEqual(
            self._part(document, "summary").text.replace("\xa0", " "),
            "По итогам внутренней оценки качества образования за 2023/24 учебный год "
            "выявлено 2 проблемы и 1 пример успешного опыта.\n"
            "Работа продолжается.\n"
            "Решений по итогам оценки не принималось.",
        )
        self.assertEqual(
            self._rows(document, "problems"),
            [
                ["Кадры", "Качество знаний в 7Б – 38 %", "7Б", "Полгода без учителя"],
                ["Мотивация", "Пропуски уроков в 9А", "–", "Полгода без учителя"],
            ],
        )
        self.assertEqual(
            self._rows(document, "components"),
            [
                ["Управленческий", "1", "0, исполнено 0", "0"],
                ["Методический", "1", "0, исполнено 0", "0"],
            ],
        )
        self.assertIn("Работа в парах", self._part(document, "practices").text)

    def test_it_tells_what_was_decided_and_what_worked(self):
        self._judge(self._decide(self.finding, state="done"), "52")
        failed = self._decide(self.other, "Беседы с родителями", state="done")
        self._judge(failed, "14")
        late = self._decide(self.other, "Журнал пропусков", date_deadline="2023-10-02")
        document = self._analysis()
        states = {row[0]: row[3] for row in self._rows(document, "decided")}
        self.assertEqual(
            states,
            {
                "Провести занятия": "эффект подтверждён",
                "Беседы с родителями": "эффекта нет",
                late.name: "не исполнено в срок",
            },
        )
        self.assertEqual(
            [cell.replace("\xa0", " ") for cell in self._rows(document, "worked")[0]],
            ["Показатель 1.1 (7Б)", "38 %", "50 %", "52 %", "цель достигнута"],
        )
        self.assertIn("стало 14", self._part(document, "failed").text)
        self.assertIn("«Журнал пропусков»", self._part(document, "failed").text)
        self.assertIn("исполнено 2", self._part(document, "summary").text)

    def test_what_goes_on_is_a_task_of_the_next_year_with_its_plan(self):
        self._judge(self._decide(self.finding, state="done"), "52")
        following = self.env["vsoko.academic.year"]._ensure(2024, self.school)
        plan = self._make_plan("План ВШК", year=following, kind="vshk")
        self.other._carry_into(plan)
        text = self._part(self._analysis(), "tasks").text
        self.assertEqual(
            text,
            "1. Провести срез по теме «Дроби» (показатель: с 12 до 5). Включено в "
            "план: «План ВШК».",
        )

    def test_nobody_is_rated_by_name(self):
        people = [(6, 0, self.teacher_card.ids)]
        self._agree("Отметки завышены", employee_ids=people)
        document = self._analysis()
        self.assertNotIn(self.teacher_card.name, document._plain_text())

    def test_drafts_and_other_years_are_not_told(self):
        before = self.env["vsoko.academic.year"]._ensure(2022, self.school)
        self._find("Черновик")
        self._agree("Старое", year_id=before.id, repeat_on=False)
        said = str(self._rows(self._analysis(), "problems"))
        self.assertNotIn("Черновик", said)
        self.assertNotIn("Старое", said)

    # ---- how it lives ----

    def test_what_is_edited_by_hand_survives(self):
        document = self._analysis()
        part = self._part(document, "tasks")
        part.text = "Свои задачи"
        self._agree("Ещё одна проблема")
        document.action_generate()
        self.assertEqual(part.text, "Свои задачи")
        self.assertIn("3\xa0проблемы", self._part(document, "summary").text)

    def test_without_the_author_s_conclusion_it_is_not_approved(self):
        document = self._analysis()
        with self.assertRaisesRegex(UserError, "Общий вывод") as refused:
            document.with_user(self.director).action_approve()
        self.assertEqual(str(refused.exception).count("Общий вывод"), 1)

    def test_a_figure_that_changes_later_is_seen_beside_the_paper(self):
        document = self._analysis()
        figures = {one.code: one.value_text for one in document.figure_ids}
        self.assertEqual((figures["problems"], figures["decisions"]), ("2", "0"))
        self._agree("Ещё одна проблема")
        document.invalidate_recordset()
        document.figure_ids.invalidate_recordset()
        self.assertTrue(document.has_discrepancies)
        changed = document.figure_ids.filtered(lambda one: one.code == "problems")
        self.assertIn("Ещё одна проблема", changed.change_text)

    # ---- whose ----

    def test_a_teacher_does_not_analyse(self):
        with self.assertRaises(AccessError):
            self._analysis(self.teacher)

    def test_schools_do_not_mix(self):
        theirs = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        with self.assertRaises(AccessError):
            self.year.with_user(self.other_deputy).action_analysis()
        self.assertFalse(theirs._analysis().problems)

    def test_a_long_year_takes_as_many_queries_as_a_short_one(self):
        self._decide(self.finding)
        self.year._analysis()
        few = self._queries(self.year._analysis)
        for number in range(10):
            self._decide(self._agree(f"Проблема {number}"), f"Решение {number}")
        self.assertEqual(self._queries(self.year._analysis), few)

    def test_without_an_indicator_the_target_says_what_is_better(self):
        finding = self._agree("Опоздания", entry="12", expected="5")
        check = self._judge(self._decide(finding, state="done"), "14")
        self.assertEqual((check.better, check.verdict), ("less", "worse"))
