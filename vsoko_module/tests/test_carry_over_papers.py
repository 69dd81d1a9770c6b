from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from .conclusion_case import ConclusionCase


class TestConclusionsInNote(ConclusionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        plan = cls._make_plan()
        cls.procedure = cls._make_procedure(plan, "Уроки математики", "сентябрь")
        cls._approve(plan)
        cls.finding = cls._agree(procedure_id=cls.procedure.id)

    def _note(self, user=None):
        kind = self.env.ref("vsoko_module.document_kind_note")
        wizard = self.env["vsoko.document.create"].with_user(user or self.deputy)
        wizard = wizard.create({"kind_id": kind.id, "procedure_id": self.procedure.id})
        made = wizard.action_create()
        return self.env["vsoko.document"].with_user(self.deputy).browse(made["res_id"])

    def _text(self, note, code):
        return note.paragraph_ids.filtered(lambda one: one.code == code).text

    def test_conclusions_say_causes_and_repeat_control(self):
        self._practise(procedure_id=self.procedure.id, cause_note="Курсы")
        note = self._note()
        self.assertEqual(
            self._text(note, "causes"),
            "Работа в парах на уроках физики. Причина успеха: кадры – Курсы.\n"
            "Качество знаний в 7Б – 38 %. Причина затруднений: кадры – Полгода без "
            "учителя.",
        )
        repeat = self._text(note, "repeat_control")
        self.assertIn("Качество знаний в 7Б – 38 %: 15.02.2024, ", repeat)
        self.assertIn("Критерий успеха: не меньше половины справились.", repeat)
        self.assertNotIn("[…]", repeat)
        self.assertIn("Работа в парах", self._text(note, "good_practice"))

    def test_each_agreed_deficit_becomes_a_recommendation(self):
        self._find("Черновик", procedure_id=self.procedure.id)
        note = self._note()
        item = note.item_ids
        self.assertEqual(item.finding_id, self.finding)
        self.assertEqual(item.name, "Провести срез по теме «Дроби»")
        self.assertEqual(item.employee_ids, self.teacher_card)
        self.assertEqual(item.date_deadline, self._day("2023-12-20"))
        self.assertEqual(item.expected, "50")

    def test_a_recommendation_is_written_once_and_stays_as_mended(self):
        note = self._note()
        note.item_ids.name = "Провести два среза"
        other = self._agree("Пропуски", procedure_id=self.procedure.id)
        note.action_generate()
        self.assertEqual(note.item_ids.finding_id, self.finding | other)
        self.assertIn("Провести два среза", note.item_ids.mapped("name"))
        self.assertEqual(note.item_ids.sorted()[-1].finding_id, other)

    def test_what_people_wrote_is_not_added_to(self):
        note = self._note()
        parts = note.paragraph_ids.filtered(
            lambda one: one.code in ("causes", "recommendations")
        )
        parts.text = "Написано самим"
        self._agree("Пропуски", procedure_id=self.procedure.id)
        note.action_generate()
        self.assertEqual(set(parts.mapped("text")), {"Написано самим"})
        self.assertEqual(note.item_ids.finding_id, self.finding)

    def test_without_conclusions_the_author_has_the_places(self):
        self.finding.action_reopen()
        self.finding.action_drop()
        note = self._note()
        self.assertIn("[…]", self._text(note, "causes"))
        self.assertIn("[…]", self._text(note, "repeat_control"))
        self.assertFalse(note.item_ids)

    def test_a_conclusion_begins_at_the_note(self):
        note = self._note()
        context = note.action_conclude()["context"]
        finding = (
            self.env["vsoko.finding"]
            .with_user(self.deputy)
            .with_context(**context)
            .create({"cause_id": self.cause.id})
        )
        self.assertEqual(finding.document_id, note)
        self.assertEqual(finding.procedure_id, self.procedure)
        self.assertEqual(finding.year_id, self.year)
        note.invalidate_recordset()
        self.assertEqual(note.finding_count, 1)
        found = self.env["vsoko.finding"].search(note.action_view_findings()["domain"])
        self.assertEqual(found, finding)

    def test_a_conclusion_of_the_note_alone_is_recommended_too(self):
        note = self._note()
        own = self._agree("Из справки", document_id=note.id)
        note.action_generate()
        self.assertIn(own, note.item_ids.finding_id)


class TestConclusionsInSelfExamination(ConclusionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.finding = cls._agree()
        cls._practise()
        cls._judge(cls._decide(cls.finding, state="done"), "52")
        with freeze_time("2024-02-01"):
            cls.later = cls._agree("Пропуски уроков в 9А")
        cls.examination = cls._examine(2023)
        cls.section = cls.examination.section_ids[-1]

    @classmethod
    def _examine(cls, year):
        examinations = cls.env["vsoko.self.examination"].with_user(cls.deputy)
        return examinations.create({"year": year, "company_id": cls.school.id})

    def test_the_year_s_problems_and_decisions_are_offered_and_added(self):
        self.section.text = "<p>Система работает.</p>"
        self.assertIn("52", self.section.findings_text)
        self.section.action_add_findings()
        text = self.section.text
        self.assertTrue(text.startswith("<p>Система работает.</p>"))
        for words in (
            "Проблемы, решения и их результат",
            "Кадры: «Качество знаний в 7Б – 38 %».",
            "Отмечен",
            "Провести занятия: эффект подтверждён",
            "цель достигнута",
        ):
            self.assertIn(words, text)
        self.assertEqual(self.section.state, "draft")

    def test_they_are_added_once(self):
        self.section.action_add_findings()
        self.assertTrue(self.section.has_findings)
        with self.assertRaises(UserError):
            self.section.action_add_findings()

    def test_days_decide_of_which_calendar_year_they_are(self):
        said = self.section.findings_text
        self.assertNotIn("Пропуски", said)
        following = self._examine(2024).section_ids[-1].findings_text
        self.assertIn("Пропуски", following)
        self.assertNotIn("Качество", following)

    def test_a_plan_that_ends_later_does_not_move_a_conclusion(self):
        plan = self._make_plan()
        line = self._make_procedure(plan, "ВПР", "апрель")
        finding = self._agree("Из плана", procedure_id=line.id)
        self.assertEqual(finding.found_on, self._day("2023-10-16"))

    def test_a_figure_of_an_older_year_is_of_that_year(self):
        before = self.env["vsoko.academic.year"]._ensure(2022, self.school)
        period = self.env["vsoko.period"]._school_year(before)
        measured = self._measure(self._make_indicator("1.1"), "5", period=period)
        action = measured.action_conclude()
        finding = self.env["vsoko.finding"].browse(action["res_id"])
        self.assertEqual(finding.found_on, self._day("2023-07-31"))

    def test_a_year_that_nothing_is_known_of_offers_nothing(self):
        section = self._examine(2020).section_ids[-1]
        self.assertFalse(section.findings_text)
        with self.assertRaises(UserError):
            section.action_add_findings()

    def test_an_author_who_is_no_deputy_does_not_see_them(self):
        self.section.employee_ids = [Command.link(self.teacher_card.id)]
        mine = self.section.with_user(self.teacher)
        with self.assertRaises(AccessError):
            mine.read(["findings_text"])
        with self.assertRaises(AccessError):
            mine.action_add_findings()
        self.assertNotIn("findings_text", mine.fields_get())

    def test_nobody_is_named(self):
        self.assertNotIn(self.teacher_card.name, self.section.findings_text)

    def test_another_school_s_year_is_not_told(self):
        theirs = (
            self.env["vsoko.self.examination"]
            .with_user(self.other_deputy)
            .create({"year": 2023, "company_id": self.other_school.id})
        )
        self.assertFalse(theirs.section_ids[-1].findings_text)
