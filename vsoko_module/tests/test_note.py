from odoo import fields
from odoo.exceptions import AccessError, UserError

from .test_documents import DocumentCase

NBSP = "\N{NO-BREAK SPACE}"

GOLDEN = {
    "goal": "Оценить состояние и динамику по предмету оценки: «Преподавание "
    "математики». Выявить сильные стороны, дефициты и их причины.",
    "grounds": "Пункт 7 плана внутренней системы оценки качества образования на "
    "2023/24 учебный год, утверждённого приказом от 30 августа 2023 г. № 125-ОД: "
    "«Уроки математики».",
    "object": "Преподавание математики.\nСодержание:\n1. Посетить уроки.\n"
    "2. Собрать показатели.",
    "dates": "Период с 2 октября 2023 г. по 20 октября 2023 г.",
    "classes": "2 класса: 5А и 5Б.",
    "people": "Процедуру провели: заместитель директора Deputy.\n"
    "Посещены уроки 2 педагогов (учитель математики – 1; учитель физики – 1).",
    "methods": "Наблюдение, посещение уроков, сбор данных по запросам.",
    "instruments": "Лист наблюдения «Урок» (2 критерия).\n"
    "Показатель «Доля отличников».\nПоказатель «Опрошено».",
    "results": "Выполнен 1 из 2 пунктов содержания процедуры.\n"
    "Представлен 1 материал: справка от 16.10.2023.",
    "results.visits": "Посещено 3 урока в 2 классах.\n"
    "Доля набранных баллов – 66,7 % (10 из 15 баллов).\n"
    "Наиболее высокая доля: «Работа в парах» – 77,8 %.\n"
    "Наиболее низкая доля: «Цель названа» – 50 %.",
    "results.requests": "На 4 запроса получено 3 ответа.\n"
    "Нет данных: Доля отличников, 5Б, 1 четверть.",
    "dynamics": "Данных такой же процедуры за прошлый период в системе нет: сравнение "
    "не проводилось.",
    "causes": "«Работа в парах» – 77,8 %. Причины успеха: […].\n"
    "«Цель названа» – 50 %. Причины затруднений: […].",
    "conclusions": "Наиболее высокие результаты: «Работа в парах» – 77,8 %.\n"
    "Наиболее низкие результаты: «Цель названа» – 50 %.\n"
    "Вывод об уровне и достижении цели: […].",
    "recommendations": "По итогам процедуры рекомендовано (исполнитель, действие, "
    "срок, ожидаемый результат):",
    "repeat_control": "Срок: […].\nФорма: […].\nОтветственный: […].\n"
    "Критерий успеха: […].",
    "good_practice": "На 1 уроке отмечено то, что стоит показать коллегам.\n"
    "Чей опыт (с согласия педагога) и как будет распространён: […].",
    "closing": "Справка подготовлена к рассмотрению: Педагогический совет.",
}


class NoteCase(DocumentCase):
    """A procedure with three visits and four requests."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.year.class_ids = [
            fields.Command.create({"parallel": 5, "letter": letter}) for letter in "АБ"
        ]
        cls.class_a, cls.class_b = cls.year.class_ids
        cls.subject = cls.env["vsoko.subject"].create(
            {"name": "Математика курса", "company_id": cls.school.id}
        )
        cls._employee(cls.deputy).job_title = "Заместитель директора"
        cls._employee(cls.teacher).job_title = "Учитель математики"
        cls._employee(cls.outsider).job_title = "Учитель физики"
        cls.sheet = cls._make_sheet()
        cls.indicator = cls._make_indicator()
        cls.procedure = cls._make_note_procedure(cls.year)
        cls.visits = cls._make_visits(cls.procedure)
        cls._make_requests()
        cls.note = cls._make_document(
            "note",
            procedure_id=cls.procedure.id,
            items=[cls._advice(name="провести практикум")],
        )
        cls.note.action_generate()

    @classmethod
    def _make_sheet(cls):
        lines = [("Цель названа", 2), ("Работа в парах", 3)]
        return cls.env["vsoko.sheet"].create(
            {
                "name": "Урок",
                "company_id": cls.school.id,
                "line_ids": [
                    fields.Command.create({"name": name, "max_points": most})
                    for name, most in lines
                ],
            }
        )

    @classmethod
    def _make_indicator(cls):
        framework = cls.env["vsoko.framework"].create(
            {"name": "Модель", "company_id": cls.school.id}
        )
        block = cls.env["vsoko.block"].create(
            {"name": "Блок", "framework_id": framework.id}
        )
        criterion = cls.env["vsoko.criterion"].create(
            {"name": "Критерий", "block_id": block.id}
        )
        return cls.env["vsoko.indicator"].create(
            {
                "name": "Доля отличников",
                "code": "1.1",
                "unit": "percent",
                "criterion_id": criterion.id,
            }
        )

    @classmethod
    def _make_note_procedure(cls, year):
        plan = cls._make_plan(year=year)
        plan.sudo().write({"order_number": "125-ОД", "order_date": "2023-08-30"})
        start = year.date_start.year
        procedure = cls._make_procedure(
            plan,
            "Уроки математики",
            term="",
            number="7",
            object="Преподавание математики",
            steps=["Посетить уроки", "Собрать показатели"],
            method_text="Наблюдение\nПосещение уроков",
            body_text="Педагогический совет",
            date_start=f"{start}-10-02",
            date_end=f"{start}-10-20",
        )
        procedure.employee_ids = cls._employee(cls.deputy)
        procedure.step_ids[0].is_done = True
        return procedure

    @classmethod
    def _make_visits(cls, procedure):
        year = procedure.year_id.date_start.year
        rows = [
            (f"{year}-10-03", cls.class_a, cls.teacher, ("1", "3")),
            (f"{year}-10-05", cls.class_b, cls.teacher, ("2", "3")),
            (f"{year}-10-06", cls.class_b, cls.outsider, ("0", "1")),
        ]
        visits = cls.env["vsoko.observation"].with_user(cls.deputy)
        for day, school_class, teacher, answers in rows:
            visit = visits.create(
                {
                    "sheet_id": cls.sheet.id,
                    "procedure_id": procedure.id,
                    "company_id": cls.school.id,
                    "date": day,
                    "class_id": school_class.id,
                    "subject_id": cls.subject.id,
                    "employee_id": cls._employee(teacher).id,
                    "strengths": "Ученик 5А-07 вёл урок" if teacher == cls.outsider
                    else False,
                }
            )  # fmt: skip
            for line, answer in zip(visit.line_ids, answers, strict=True):
                line.answer = answer
            visit.action_done()
            visits |= visit
        return visits

    @classmethod
    def _make_requests(cls):
        first, second = cls.year.period_ids[:2]
        kinds = {"indicator_id": cls.indicator.id}
        rows = [
            ({**kinds, "class_id": cls.class_a.id, "period_id": first.id}, "61,5 %"),
            ({**kinds, "class_id": cls.class_a.id, "period_id": second.id}, "57,3"),
            ({**kinds, "class_id": cls.class_b.id, "period_id": first.id}, None),
            ({"name": "Опрошено", "class_id": cls.class_b.id}, "24"),
        ]
        for values, answer in rows:
            request = cls.env["vsoko.request"].with_user(cls.deputy).create(
                {
                    "employee_id": cls._employee(cls.teacher).id,
                    "date_deadline": "2023-10-20",
                    "procedure_id": cls.procedure.id,
                    **values,
                }
            )  # fmt: skip
            if answer:
                request.answer = answer
                request.action_answer()

    def _part(self, code, note=None):
        return (note or self.note).paragraph_ids.filtered(lambda one: one.code == code)

    def _figure(self, code, note=None):
        return (note or self.note).figure_ids.filtered(lambda one: one.code == code)

    def _plain(self, cells):
        return [cell.replace(NBSP, " ") for cell in cells]

    def _fill_in(self):
        for part in self.note.paragraph_ids:
            part.text = part.text.replace("[…]", "заполнено")

    def _reopen(self, visit, *answers):
        visit.action_reopen()
        for line, answer in zip(visit.line_ids, answers, strict=True):
            line.answer = answer
        visit.action_done()


class TestGenerated(NoteCase):
    def test_each_section_says_what_the_records_know(self):
        self.env["vsoko.evidence"].with_user(self.deputy).create(
            {
                "procedure_id": self.procedure.id,
                "url": "https://example.org/note",
                "outcome_id": self.env.ref("vsoko_module.outcome_note").id,
            }
        )
        self.note.action_generate()
        said = {
            part.code: part.text.replace(NBSP, " ")
            for part in self.note.paragraph_ids.sorted()
        }
        self.assertEqual(list(said), list(GOLDEN))
        for code, text in GOLDEN.items():
            with self.subTest(section=code):
                self.assertEqual(said[code], text)

    def test_the_same_records_give_the_same_paper(self):
        before = self.note._paper()
        self.note.action_generate()
        self.assertEqual(self.note._paper(), before)

    def test_nobody_is_rated_by_name(self):
        said = str(self.note._paper()["sections"]) + str(self.note.figure_ids.read())
        for name in ("Teacher", "Outsider", "5А-07"):
            self.assertNotIn(name, said)

    def test_tables_and_charts_hold_the_figures(self):
        visits = self._part("results.visits")
        self.assertEqual(
            [
                [cell.replace(NBSP, " ") for cell in row]
                for row in visits.tables[0]["rows"]
            ],
            [
                ["Цель названа", "3", "3 из 6", "50 %"],
                ["Работа в парах", "3", "7 из 9", "77,8 %"],
            ],
        )
        chart = self._part("results.requests").chart
        self.assertEqual(chart["labels"], ["5А", "5Б"])
        self.assertEqual(
            [series["values"] for series in chart["series"]],
            [[61.5, None], [57.3, None]],
        )

    def test_a_visit_that_is_not_finished_says_nothing(self):
        self.visits[2].action_reopen()
        self.note.action_generate()
        self.assertIn(
            "Посещено 2 урока", self._part("results.visits").text.replace(NBSP, " ")
        )

    def test_a_paragraph_edited_by_hand_is_kept_and_marked(self):
        self._part("people").text = "Процедуру провела комиссия."
        self._reopen(self.visits[0], "2", "3")
        self.note.action_generate()
        people, visits = self._part("people"), self._part("results.visits")
        self.assertEqual(people.text, "Процедуру провела комиссия.")
        self.assertTrue(people.is_edited)
        self.assertIn("Посещены уроки", people.generated_text)
        self.assertIn("11 из", visits.text)
        self.assertFalse(visits.is_edited)

    def test_a_note_with_places_to_fill_in_is_not_registered(self):
        with self.assertRaisesRegex(UserError, "Причины"), self.cr.savepoint():
            self.note.with_user(self.director).action_approve()
        self._fill_in()
        self._register(self.note)
        self.assertEqual(self.note.state, "registered")

    def test_a_note_without_a_procedure_has_the_places_to_be_filled_in(self):
        note = self._make_document("note")
        note.action_generate()
        self.assertIn("[…]", self._part("classes", note).text)
        self.assertFalse(note.figure_ids)

    def test_generation_is_cheap(self):
        few = self._queries(self.note.action_generate)
        self._make_visits(self.procedure)
        self._make_visits(self.procedure)
        many = self._queries(self.note.action_generate)
        # Eighteen visits more change no number of reads, only sizes of writes
        self.assertLessEqual(many, few + 5)
        self.assertLess(few, 125)


class TestRequestsOfProcedure(NoteCase):
    def test_requests_are_counted_at_their_procedure(self):
        self.assertEqual(self.procedure.request_count, 4)
        action = self.procedure.action_view_requests()
        self.assertEqual(self.env["vsoko.request"].search_count(action["domain"]), 4)
        self.assertEqual(action["context"]["default_procedure_id"], self.procedure.id)

    def test_who_is_asked_does_not_say_what_the_answer_is_for(self):
        asked = self.env["vsoko.request"].search([("state", "=", "asked")], limit=1)
        with self.assertRaises(AccessError):
            asked.with_user(self.teacher).procedure_id = False

    def test_a_request_serves_procedures_of_its_own_school(self):
        year = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        plan = self._make_plan(year=year, user=self.other_deputy)
        foreign = self._make_procedure(plan)
        request = self.env["vsoko.request"].search([], limit=1)
        with self.assertRaises(UserError):
            request.procedure_id = foreign.sudo()


class TestFigures(NoteCase):
    def test_a_figure_has_its_formula_and_rows(self):
        share = self._figure("visits.share")
        self.assertEqual(share.value_text.replace(NBSP, " "), "66,7 %")
        self.assertIn("10 / 15 × 100 = 66,7", share.formula)
        self.assertEqual(share.row_count, 3)
        self.assertEqual(share.rows[0]["model"], "vsoko.observation")
        self.assertEqual(share.rows[0]["id"], self.visits[0].id)
        self.assertEqual(share.rows[0]["label"], "03.10.2023, 5А, Математика курса")

    def test_codes_of_figures_are_different(self):
        codes = self.note.figure_ids.mapped("code")
        self.assertEqual(len(codes), len(set(codes)))

    def test_a_later_edit_is_a_discrepancy_and_not_a_change_of_the_paper(self):
        self._fill_in()
        self._register(self.note)
        before, digest = self.note._paper(), self.note.pdf_digest
        self.assertFalse(self.note.has_discrepancies)
        self._reopen(self.visits[0], "2", "3")
        self.env.invalidate_all()
        self.assertTrue(self.note.has_discrepancies)
        share = self._figure("visits.share")
        self.assertEqual(share.value_text.replace(NBSP, " "), "66,7 %")
        self.assertEqual(share.current_text.replace(NBSP, " "), "73,3 %")
        self.assertIn("4 из 5 → 5 из 5", share.change_text)
        self.assertIn("Deputy", share.change_text)
        self.assertEqual((self.note._paper(), self.note.pdf_digest), (before, digest))

    def test_an_answer_given_later_is_a_discrepancy(self):
        figure = self.note.figure_ids.filtered(lambda one: "5Б, 1" in one.name)
        self.assertEqual(figure.value_text, "нет данных")
        late = self.env["vsoko.request"].search(
            [("procedure_id", "=", self.procedure.id), ("state", "=", "asked")]
        )
        late = late.with_user(self.deputy)
        late.answer = "40"
        late.action_answer()
        self.env.invalidate_all()
        figure = self.note.figure_ids.filtered(lambda one: "5Б, 1" in one.name)
        self.assertEqual(figure.current_text.replace(NBSP, " "), "40 %")
        self.assertTrue(figure.is_different)


class TestBefore(NoteCase):
    def _last_year(self):
        year = self.env["vsoko.academic.year"]._ensure(2022, self.school)
        return self._make_note_procedure(year)

    def test_the_same_line_of_last_year_is_compared_with(self):
        before = self._last_year()
        self._make_visits(before)
        self._reopen(before.observation_ids.sorted("date")[0], "2", "3")
        before.step_ids.is_done = True
        before.action_done()
        self.note.action_generate()
        part = self._part("dynamics")
        text = part.text.replace(NBSP, " ")
        self.assertIn("Сравнение с процедурой «Уроки математики, 2022/23».", text)
        self.assertIn("«Доля баллов за уроки»: на 6,7 п.п. ниже", text)
        self.assertIn("«Работа в парах»: не изменилось", text)
        self.assertNotIn("5А", text)
        self.assertEqual(part.chart["series"][0]["name"], "Было")

    def test_a_line_that_was_not_carried_out_is_not_compared_with(self):
        before = self._last_year()
        self._make_visits(before)
        self.note.action_generate()
        self.assertIn("сравнение не проводилось", self._part("dynamics").text)

    def test_another_school_is_not_compared_with(self):
        year = self.env["vsoko.academic.year"]._ensure(2022, self.other_school)
        plan = self._make_plan(year=year, user=self.other_deputy)
        foreign = self._make_procedure(plan, self.procedure.name)
        foreign.sudo().state = "done"
        self.assertFalse(self.procedure._done_before())
