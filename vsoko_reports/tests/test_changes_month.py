import io
import re

import docx
import openpyxl
from freezegun import freeze_time
from psycopg2.errors import CheckViolation

from odoo.exceptions import AccessError
from odoo.tests import Form
from odoo.tools import mute_logger

from .common import DIRECTOR, OFFICER, USER, PaperCase, flat

FORMULA = '=HYPERLINK("http://example.com";"нажмите")'
ANNEX = """
Приложение № 2 к приказу от 3 декабря 2024 г. № 201-ОД
Администрация города Заречного
МБОУ «Средняя школа № 3»
Изменения в плане ВСОКО за ноябрь 2024 г.
План ВСОКО на 2024/25 учебный год
"""
LATIN = re.compile("[a-z]{2,}", re.IGNORECASE)
PAPERS = ("changes_month_pdf", "changes_month_docx", "changes_month_xlsx")


class ChangesCase(PaperCase):
    """An approved plan in which a deputy changes lines; printed on 5 December 2024."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time("2024-12-05 09:00:00"))
        cls.officer = cls._make_user("annex_officer", OFFICER)
        cls.officer.name = "Мельникова Ольга Петровна"
        cls.block = cls.env["vsoko.block"].create(
            {
                "name": "Качество условий",
                "framework_id": cls.env["vsoko.framework"]
                .create({"name": "Наша модель", "company_id": cls.school.id})
                .id,
            }
        )
        cls.plan = cls._approved_plan("Входной контроль", "Итоговый контроль")
        cls.first, cls.second = cls.plan.procedure_ids

    @classmethod
    def _approved_plan(cls, *names, **values):
        line = {
            "block_id": cls.block.id,
            "outcome_ids": cls.env.ref("vsoko_module.outcome_report").ids,
            "term_text": "до 15 ноября",
        }
        lines = [{"name": name, **line} for name in names]
        plan = cls._make_plan(lines, **values)
        cls._approve(plan)
        return plan

    def _on(self, day, line):
        """The line in the hands of the officer on a day."""
        self.startPatcher(freeze_time(f"{day} 09:00:00"))
        return line.with_user(self.officer)

    def _request(self, plan=None, **values):
        requests = self.env["vsoko.changes.print"].with_user(self.officer)
        return requests.create({"plan_id": (plan or self.plan).id, **values})

    def _november(self, plan=None, **values):
        days = {"date_from": "2024-11-01", "date_to": "2024-11-30"}
        return self._request(plan, period="other", **days, **values)

    def _sheet(self, request):
        content, extension = self._print("changes_month_xlsx", request, self.officer)
        self.assertEqual(extension, "xlsx")
        return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]

    def _rows(self, request):
        return [
            [flat(str(cell.value or "")) for cell in row]
            for row in self._sheet(request).iter_rows(min_row=5)
        ]


class TestChangesMonth(ChangesCase):
    def test_head_and_signatures(self):
        self._on("2024-11-05", self.first).action_cancel("Школа закрыта")
        request = self._november(
            annex_number="2", order_number="201-ОД", order_date="2024-12-03"
        )
        text = self._text("changes_month_pdf", request)
        self.assertTrue(text.startswith(flat(ANNEX)), text)
        for header in ("№", "Процедура (направление)", "Что изменилось", "Причина"):
            self.assertIn(header, text)
        self.assertTrue(
            text.endswith(
                "Директор __________________ А. В. Соколова Исполнитель Заместитель"
                " директора по УВР __________________ О. П. Мельникова"
            ),
            text,
        )

    def test_every_kind_of_change_is_told(self):
        ends = "2024-11-15", "2024-11-22"
        self._on("2024-11-05", self.first).action_postpone(*ends, "Карантин в 5А")
        self.first.with_user(self.officer).employee_ids = self.deputy
        self._on("2024-11-06", self.first).employee_ids = self.director
        self._on("2024-11-07", self.second).action_cancel("Проверка Рособрнадзора")
        self._on("2024-11-08", self.second).action_reopen()
        self._on("2024-11-09", self.second).action_start()
        self.second.with_user(self.officer).action_done_incomplete("Болезнь учителя")
        rows = self._rows(self._november())
        told = [row[2] for row in rows]
        self.assertEqual(
            told[0],
            "Перенос (было → стало): 01.11.2024 – 15.11.2024 → 15.11.2024 – 22.11.2024",
        )
        self.assertEqual(
            told[1:],
            [
                "Ответственные (было → стало): не назначены → Мельникова О. П.",
                "Ответственные (было → стало): Мельникова О. П. → Соколова А. В.",
                "Отменена",
                "Возвращена в план",
                "Завершена не полностью. Не хватало: – Отчёт",
            ],
        )
        reasons = ["Карантин в 5А", "–", "–", "Проверка Рособрнадзора", "–"]
        self.assertEqual([row[3] for row in rows], [*reasons, "Болезнь учителя"])
        self.assertEqual(rows[0][1], "Входной контроль (Качество условий)")
        self.assertEqual(rows[0][4], "Мельникова О. П. 05.11.2024")

    def test_only_the_period_and_the_plan_are_printed(self):
        other = self._approved_plan("Чужая строка", name="Другой план")
        self._on("2024-10-31", self.first).date_end = "2024-11-16"
        self._on("2024-11-01", self.first).date_end = "2024-11-17"
        self._on("2024-11-30", other.procedure_ids).action_cancel("Лишняя")
        self._on("2024-11-30", self.first).date_end = "2024-11-18"
        self._on("2024-12-01", self.first).date_end = "2024-11-19"
        rows = self._rows(self._november())
        self.assertEqual([row[0] for row in rows], ["1", "2"])
        self.assertEqual([row[4][-10:] for row in rows], ["01.11.2024", "30.11.2024"])

    def test_a_gap_instead_of_a_reason_is_named(self):
        self._on("2024-11-05", self.first).date_end = "2024-11-20"
        self.assertEqual(self._rows(self._november())[0][3], "причина не указана")

    def test_a_month_without_changes_says_so(self):
        request = self._november()
        text = self._text("changes_month_pdf", request)
        self.assertIn("За ноябрь 2024 г. изменений в плане ВСОКО не было.", text)
        self.assertNotIn("Причина", text)
        self.assertIn("Директор __________________ А. В. Соколова", text)
        self.assertIn(self._rows(request)[0][1], text)

    def test_blanks_for_what_is_written_by_hand(self):
        text = self._text("changes_month_pdf", self._november(annex_number=False))
        self.assertIn(
            "Приложение № ______ к приказу от «___» ____________ 20___ г. № ______",
            text,
        )

    def test_sixty_changes_on_several_pages(self):
        plan = self._approved_plan(*(f"Контроль {number}" for number in range(60)))
        for line in self._on("2024-11-05", plan.procedure_ids):
            line.action_cancel("Проверка Рособрнадзора перенесена на весну")
        pages = self._pages("changes_month_pdf", self._november(plan))
        self.assertGreater(len(pages), 2)
        for number, page in enumerate(pages, 1):
            with self.subTest(page=number):
                self.assertIn("Процедура (направление)", flat(page))
                self.assertEqual(page.split()[0] == str(number), number > 1)
        # the signatures never stand on a page of their own
        self.assertIn("Контроль 59", pages[-1])
        self.assertIn("А. В. Соколова", flat(pages[-1]))

    def test_awkward_texts_are_printed_as_they_are(self):
        name = f"«Контроль» <b>& {FORMULA}</b>\x0b " + "слово " * 300
        plan = self._approved_plan(name)
        self._on("2024-11-05", plan.procedure_ids).action_cancel(f"{FORMULA}\n{name}")
        request = self._november(plan, order_number=FORMULA)
        text = self._text("changes_month_pdf", request)
        self.assertIn("«Контроль» <b>&", text)
        document, _kind = self._print("changes_month_docx", request, self.officer)
        table = docx.Document(io.BytesIO(document)).tables[1]
        self.assertIn(FORMULA, table.rows[1].cells[3].text)
        for row in self._sheet(request).iter_rows(min_row=5):
            for cell in row:
                self.assertEqual(cell.data_type, "s")
                self.assertIsNone(cell.hyperlink)
        self.assertTrue(self._sheet(request)["D5"].value.startswith(FORMULA))

    def test_word_tells_the_same_as_the_pdf(self):
        self._on("2024-11-05", self.first).action_cancel("Школа закрыта")
        document, extension = self._print(
            "changes_month_docx", self._november(), self.officer
        )
        self.assertEqual(extension, "docx")
        table = docx.Document(io.BytesIO(document)).tables[1]
        self.assertEqual(
            [flat(cell.text) for cell in table.rows[1].cells][:4],
            ["1", "Входной контроль (Качество условий)", "Отменена", "Школа закрыта"],
        )

    def test_form_of_the_sheet(self):
        self._on("2024-11-05", self.first).action_cancel("Школа закрыта")
        sheet = self._sheet(self._november())
        self.assertTrue(sheet["A1"].value.startswith("Приложение №"))
        self.assertIn("МБОУ «Средняя школа № 3»", sheet["A2"].value)
        self.assertEqual(flat(sheet["A3"].value), flat(ANNEX.splitlines()[4]))
        self.assertEqual(sheet["B4"].value, "Процедура (направление)")
        self.assertEqual(sheet.freeze_panes, "A5")
        self.assertEqual(sheet.print_title_rows, "$4:$4")
        self.assertEqual(sheet.auto_filter.ref, "A4:E5")

    def test_who_is_the_director_by_then_signs(self):
        deputy = self._make_employee("Орлова Вера Ильинична")
        self._appoint(
            "director",
            deputy,
            date_from="2024-12-01",
            is_acting=True,
            replaces_id=self.director.id,
        )
        text = self._text("changes_month_pdf", self._november())
        self.assertIn("И. о. директора __________________ В. И. Орлова", text)
        before = self._november(order_date="2024-11-29")
        text = self._text("changes_month_pdf", before)
        self.assertIn("Директор __________________ А. В. Соколова", text)

    def test_what_nobody_did_by_hand_is_the_system_s(self):
        self._on("2024-11-05", self.first)
        self.first.action_cancel("Школа закрыта")
        self.assertEqual(self._rows(self._november())[0][4], "Система 05.11.2024")

    def test_name_of_the_file(self):
        report = self.env.ref("vsoko_reports.changes_month_pdf")
        name = report.gen_report_download_filename(self._november().ids, {})
        self.assertEqual(name, "Изменения в плане ВСОКО за ноябрь 2024 г.pdf")


class TestChangesLanguage(ChangesCase):
    def test_annex_is_russian_whoever_prints_it(self):
        self._on("2024-11-05", self.first).date_end = "2024-11-20"
        self._on("2024-11-06", self.second).action_cancel("Школа закрыта")
        self.env["res.lang"]._activate_lang("en_US")
        request = self._november().with_context(lang="en_US")
        self.assertFalse(LATIN.findall(self._text("changes_month_pdf", request)))
        words = " ".join(cell for row in self._rows(request) for cell in row)
        self.assertFalse(LATIN.findall(words))


class TestChangesWindow(ChangesCase):
    def _form(self, **context):
        requests = self.env["vsoko.changes.print"].with_user(self.officer)
        return Form(requests.with_context(**context))

    def test_the_last_month_of_the_plan_changed_last_is_proposed(self):
        self._on("2024-11-05", self.first).action_cancel("Школа закрыта")
        self._on("2024-12-05", self.first)
        request = self._form().save()
        self.assertEqual(request.plan_id, self.plan)
        self.assertEqual(str(request.date_from), "2024-11-01")
        self.assertEqual(str(request.date_to), "2024-11-30")
        self.assertEqual(request.annex_number, "1")

    def test_another_month_or_any_dates(self):
        with self._form(default_plan_id=self.plan.id) as form:
            form.period = "this"
            self.assertEqual(str(form.date_to), "2024-12-31")
            form.period = "other"
            self.assertEqual(str(form.date_from), "2024-12-01")
            form.date_from = "2024-11-15"
        self.assertEqual(str(form.record.date_from), "2024-11-15")

    def test_a_list_of_a_plan_proposes_the_plan(self):
        other = self._approved_plan("Ещё одна", name="Другой план")
        self._on("2024-11-05", other.procedure_ids).action_cancel("Лишняя")
        for source in (self.plan, self.first):
            context = source.with_user(self.officer).action_view_changes()["context"]
            self.assertEqual(self._form(**context).plan_id, self.plan)

    def test_changes_without_a_reason_are_counted_and_shown(self):
        self._on("2024-11-05", self.first).date_end = "2024-11-20"
        self._on("2024-11-06", self.second).action_cancel("Школа закрыта")
        request = self._november()
        self.assertEqual((request.change_count, request.silent_count), (2, 1))
        action = request.action_view_silent()
        silent = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual(silent.procedure_id, self.first)
        silent.with_user(self.officer).reason = "Карантин"
        request.invalidate_recordset()
        self.assertFalse(request.silent_count)
        self.assertEqual(self._rows(request)[0][3], "Карантин")

    @mute_logger("odoo.sql_db")
    def test_a_period_that_ends_before_it_starts_is_refused(self):
        days = {"date_from": "2024-11-30", "date_to": "2024-11-01"}
        with self.assertRaises(CheckViolation):
            self._request(period="other", **days)


class TestChangesAccess(ChangesCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher = cls._make_user("annex_teacher", USER)
        cls.director_user = cls._make_user("annex_director", DIRECTOR)
        cls.other = cls.env["res.company"].create({"name": "Другая школа"})
        cls.stranger = cls._make_user("annex_stranger", OFFICER, cls.other)

    def test_teacher_asks_for_no_annex(self):
        requests = self.env["vsoko.changes.print"].with_user(self.teacher)
        with self.assertRaises(AccessError):
            requests.create({"plan_id": self.plan.id})

    def test_nobody_prints_what_another_has_asked_for(self):
        request = self._november()
        for user in (self.teacher, self.stranger, self.director_user):
            for paper in PAPERS:
                with self.subTest(user=user.login, paper=paper):
                    with self.assertRaises(AccessError):
                        self._print(paper, request, user)

    def test_another_school_s_plan_is_not_printed(self):
        requests = self.env["vsoko.changes.print"].with_user(self.stranger)
        requests = requests.with_context(allowed_company_ids=self.other.ids)
        forged = requests.create({"plan_id": self.plan.id})
        for paper in PAPERS:
            with self.subTest(paper), self.assertRaises(AccessError):
                self._print(paper, forged, self.stranger)

    def test_director_prints_as_well(self):
        requests = self.env["vsoko.changes.print"].with_user(self.director_user)
        request = requests.create({"plan_id": self.plan.id})
        content, _kind = self._print("changes_month_pdf", request, self.director_user)
        self.assertTrue(content.startswith(b"%PDF"))
