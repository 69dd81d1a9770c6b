from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import USER, flat, pdf_pages
from .decision_case import DecisionPaperCase


@tagged("post_install", "-at_install")
class TestFindingTrace(DecisionPaperCase):
    """The way of one problem, on one page whatever stands in it."""

    def _page(self, finding):
        content, extension = self._print("finding_trace_pdf", finding, self.officer)
        self.assertEqual(extension, "pdf")
        pages = pdf_pages(content)
        self.assertEqual(len(pages), 1)
        return flat(pages[0])

    def _full_finding(self, text="", is_draft=False):
        """A problem with all its links; ``text`` makes each of them long."""
        self.paper_state = "draft" if is_draft else "registered"
        self.env["vsoko.regulation"].create(
            {
                "name": f"Положение о ВСОКО {text}",
                "number": "5",
                "date": "2024-08-30",
                "company_id": self.school.id,
            }
        )
        plan = self._make_plan(
            [{"name": f"Входной контроль {text}", "term_text": "октябрь"}],
            name=f"План ВСОКО {text}".strip(),
        )
        note = self._make_paper("note", name=f"О математике {text}".strip(), number="7")
        finding = self._make_finding(
            procedure_id=plan.procedure_ids.id,
            document_id=note.id,
            cause_id=self.cause.id,
            cause_note=f"Новый учитель {text}",
        )
        for number in range(5 if text else 1):
            self._add_decision(finding, number, text)
            self._add_recheck(finding, plan, text)
        if not is_draft:
            self._approve(plan)
        return finding

    def _make_paper(self, code, **values):
        return self.env["vsoko.document"].create(
            {
                "kind_id": self.env.ref(f"vsoko_module.document_kind_{code}").id,
                "company_id": self.school.id,
                "date": "2024-11-05",
                "state": self.paper_state,
                **values,
            }
        )

    def _add_decision(self, finding, number, text):
        order = self._make_paper("order", name="Об итогах", number=f"2{number}-ОД")
        item = self.env["vsoko.document.item"].create(
            {
                "document_id": order.id,
                "name": f"Провести занятия {text}",
                "finding_id": finding.id,
            }
        )
        meeting = self._make_meeting(date="2024-11-06", number="3")
        decision = self._make_decision(
            f"Провести занятия {text}",
            finding_id=finding.id,
            meeting_id=meeting.id,
            item_id=item.id,
        )
        self._judge(decision, "61", comment=text)

    def _add_recheck(self, finding, plan, text):
        line = self.env["vsoko.procedure"].create(
            {
                "plan_id": plan.id,
                "name": f"Повторный срез {text}",
                "term_text": "до 1 марта",
                "finding_id": finding.id,
                "is_recheck": True,
            }
        )
        line.employee_ids = self.deputy
        if text:
            line.method_ids = self.env["vsoko.method"].search([], limit=20)

    def test_every_link_is_there_with_its_paper(self):
        text = self._page(self._full_finding())
        for words in (
            "ПУТЬ ПРОБЛЕМЫ",
            "Качество знаний по математике в 7Б – 52 %",
            "2024/25 учебный год, 7Б",
            "Положение о ВСОКО от 30 августа 2024 г. № 5",
            "Входной контроль (01.10.2024 – 31.10.2024): запланирована",
            "52 %, 1.1. Качество знаний",
            "Аналитическая справка от 5 ноября 2024 г. № 7 «О математике»",
            "Кадры: Новый учитель",
            "Провести занятия; ответственный: И. П. Громова; срок: 14.02.2025;"
            " Педагогический совет 06.11.2024; выполнено",
            "Приказ от 5 ноября 2024 г. № 20-ОД, пункт 1",
            "28.02.2025, О. П. Мельникова, процедура запланирована",
            "Было 52 %, цель 60 %, стало 61 % (проверено 03.03.2025): цель достигнута.",
            "Путь пройден полностью",
        ):
            with self.subTest(words):
                self.assertIn(words, text)

    def test_holes_are_named(self):
        finding = self._make_finding(repeat_on="2025-03-20")
        self._make_decision(finding_id=finding.id, state="draft")
        text = self._page(finding)
        for words in (
            "Вывод не связан с процедурой плана.",
            "Справки нет.",
            "Причина не названа.",
            "Решение – пока проект.",
            "Приказа нет.",
            "Повторный контроль не внесён в план, намечен на 20.03.2025.",
            "Эффект не оценён. Цель: 60 %.",
            "Есть 1 звено из 10. Не хватает: положение о ВСОКО, план",
        ):
            with self.subTest(words):
                self.assertIn(words, text)

    def test_one_page_whatever_people_write(self):
        self.indicator.name = "Качество знаний " * 40
        self.school.vsoko_full_name = "Муниципальное учреждение " * 20
        finding = self._full_finding("ОЧЕНЬ длинный ТЕКСТ о качестве " * 40)
        finding.programme = "Программа " * 60
        finding.name = "Качество знаний " * 60
        text = self._page(finding)
        self.assertIn("…", text)
        self.assertIn("И ещё: 3.", text)
        self.assertIn("Путь пройден полностью", text)

    def test_an_unapproved_plan_and_unregistered_papers_are_holes(self):
        text = self._page(self._full_finding(is_draft=True))
        self.assertIn("ещё не утверждён", text)
        self.assertIn("Справка ещё не зарегистрирована.", text)
        self.assertIn("Приказ ещё не зарегистрирован.", text)

    def test_the_button_prints_and_a_teacher_cannot(self):
        finding = self._make_finding()
        action = finding.with_user(self.officer).action_print_trace()
        self.assertEqual(action["report_name"], "vsoko_reports.finding_trace_pdf")
        teacher = self._make_user("trace_teacher", USER)
        with self.assertRaises(AccessError):
            self._print("finding_trace_pdf", finding, teacher)
