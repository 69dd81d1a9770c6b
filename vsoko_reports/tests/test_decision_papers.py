import re

from ..report.decision_paper import decisions_paper
from .common import flat, pdf_pages
from .decision_case import FORMULA, DecisionsCase

LATIN = re.compile("[a-z]{2,}", re.IGNORECASE)


class TestDecisionsPaper(DecisionsCase):
    def test_three_parts_under_the_name_of_the_school(self):
        text = self._year_text()
        places = [
            text.index(words)
            for words in (
                "МБОУ «Средняя школа № 3»",
                "Анализ использования результатов",
                "2024/25 учебный год",
                "1. Рассмотрение и обсуждение результатов",
                "2. Перечень мероприятий",
                "3. Отслеживание динамики результатов",
                "Заместитель директора по УВР",
                "О. П. Мельникова",
            )
        ]
        self.assertEqual(places, sorted(places))

    def test_a_meeting_is_said_once_for_all_its_decisions(self):
        meeting = self._make_meeting(date_text="Август 2024", number="1")
        self._make_decision("1. Доработать программу", meeting_id=meeting.id)
        self._make_decision(
            "Составить график",
            meeting_id=meeting.id,
            term_text="Сентябрь-ноябрь 2024г",
            role_text="Зам.директора по УВР",
        )
        rows = self._table(0)
        self.assertEqual(
            rows[1],
            [
                "1",
                "Педагогический совет Протокол № 1",
                "Август 2024",
                "1. Доработать программу",
                "14.02.2025",
                "И. П. Громова",
            ],
        )
        # a merged cell says the same in each of its rows
        self.assertEqual(rows[2][:3], rows[1][:3])
        self.assertEqual(
            rows[2][3:],
            ["2. Составить график", "Сентябрь-ноябрь 2024г", "Зам.директора по УВР"],
        )
        text = self._year_text()
        self.assertEqual(text.count("Август 2024"), 1)
        self.assertNotIn("〃", text)

    def test_meetings_go_by_their_days(self):
        for day in ("2024-11-05", "2024-08-30"):
            meeting = self._make_meeting(date=day)
            self._make_decision(f"Решено {day}", meeting_id=meeting.id)
        undated = self._make_meeting(body_text="Заседание ШМО")
        self._make_decision("Решено без даты", meeting_id=undated.id)
        self.assertEqual(
            [row[3] for row in self._table(0)[1:]],
            ["1. Решено 2024-08-30", "1. Решено без даты", "1. Решено 2024-11-05"],
        )

    def test_what_is_missing_is_a_dash_and_a_project_is_called_so(self):
        meeting = self._make_meeting(date="2024-08-30")
        empty = {"state": "draft", "employee_ids": False, "date_deadline": False}
        self._make_decision("Без срока", meeting_id=meeting.id, **empty)
        self._make_decision("Вне заседаний", **empty)
        self._make_decision("Отменено", state="cancelled")
        rows = self._table(0)[1:]
        self.assertEqual(
            [row[1:] for row in rows],
            [
                ["Педагогический совет", "30.08.2024", "1. Без срока", "–", "–"],
                ["Вне заседаний", "–", "1. Вне заседаний (проект)", "–", "–"],
            ],
        )
        text = self._year_text()
        self.assertIn("Не указан срок или ответственный: 1.1.", text)
        self.assertIn("Проекты, ещё не приняты: 2.1.", text)

    def test_measures_are_printed_as_the_school_writes_them(self):
        self._make_measure(
            "Использовать в подготовке к ВПР интернет-ресурсы",
            class_text="3,4",
            subject_text="Русский язык, математика",
            role_text="Учителя начальных классов",
        )
        self._make_measure(
            "Индивидуальный маршрут",
            class_ids=[(6, 0, self.school_class.ids)],
            pupil_code="К-12",
            employee_ids=[(6, 0, self.teacher.ids)],
            is_done=True,
        )
        rows = self._table(0)
        self.assertEqual(
            rows[1],
            [
                "1",
                "2024/25",
                "Использовать в подготовке к ВПР интернет-ресурсы",
                "3,4",
                "Русский язык, математика",
                "Учителя начальных классов",
                "–",
            ],
        )
        self.assertEqual(
            rows[2][2:],
            [
                "Индивидуальный маршрут Обучающийся: К-12",
                "7Б",
                "–",
                "И. П. Громова",
                "Выполнено",
            ],
        )

    def test_the_effect_is_told_from_before_to_after(self):
        finding = self._make_finding(cause_id=self.cause.id)
        decision = self._make_decision("Провести занятия", finding_id=finding.id)
        self._judge(decision, "56")
        self.assertIn(
            "1. Качество знаний по математике в 7Б – 52 %. Решение: провести занятия."
            " Было 52 %, цель 60 %, стало 56 % (проверено 03.03.2025): цель достигнута"
            " частично.",
            self._year_text(),
        )

    def test_effectiveness_is_counted_by_body_and_cause(self):
        finding = self._make_finding(cause_id=self.cause.id)
        meeting = self._make_meeting(date="2024-08-30")
        first = self._make_decision(meeting_id=meeting.id, finding_id=finding.id)
        self._judge(first, "61")
        first.action_verify()
        self._judge(self._make_decision(meeting_id=meeting.id), "50")
        self._make_decision("Составить план")
        rows = {row[0]: row[1:] for row in self._rows("Эффективность")}
        self.assertEqual(rows["Всего"], ["3", "2", "2", "2", "1", "50 %"])
        self.assertEqual(
            rows["Педагогический совет"], ["2", "2", "2", "2", "1", "50 %"]
        )
        self.assertEqual(rows["Вне заседаний"], ["1", "0", "0", "0", "0", "–"])
        self.assertEqual(rows["Кадры"], ["1", "1", "1", "1", "1", "100 %"])
        text = self._year_text()
        self.assertIn(
            "принято к исполнению 3 решения на 1 заседании. Выполнено 2", text
        )
        self.assertIn("Эффект оценён у 2 из 2 выполненных, подтверждён у 1", text)
        self.assertIn("Просрочены: 2.1.", text)

    def test_problems_nobody_has_decided_about_are_named(self):
        self._make_finding("В 9А нет роста")
        self.assertIn(
            "Решение пока не принято по выводам: В 9А нет роста.", self._year_text()
        )

    def test_the_paper_is_russian_whoever_prints_it(self):
        self.env["res.lang"]._activate_lang("en_US")
        self.officer.lang = "en_US"
        finding = self._make_finding(component="content")
        self._judge(self._make_decision(finding_id=finding.id), "40")
        self.assertFalse(LATIN.findall(self._year_text()))
        words = " ".join(
            cell for name in ("Решения", "Динамика") for cell in self._rows(name)[0]
        )
        self.assertFalse(LATIN.findall(words))

    def test_an_empty_year_says_so_and_shows_the_way(self):
        text = self._year_text()
        self.assertIn("Решений за этот учебный год в системе нет.", text)
        self.assertIn("Мероприятий за этот учебный год в системе нет.", text)
        self.assertIn(
            "В 2024/25 учебном году решений к исполнению пока не принято.", text
        )
        self.assertNotIn("Формулировка принятого решения", text)
        self.assertIn("Решений за этот учебный год", self._rows("Решения")[0][3])

    def test_the_header_is_on_each_page_and_the_signature_not_alone(self):
        meeting = self._make_meeting(date="2024-08-30")
        for number in range(1, 41):
            self._make_decision(
                f"Решение {number} о том, как повысить качество " * 3,
                meeting_id=meeting.id,
            )
        content, _extension = self._print("decisions_pdf", self.year, self.officer)
        pages = pdf_pages(content)
        self.assertGreater(len(pages), 4)
        for page in pages[:-1]:
            self.assertIn("Срок исполнения", flat(page))
        self.assertIn("Просрочены: 1.1 – 1.40.", flat(pages[-1]))
        self.assertIn("О. П. Мельникова", flat(pages[-1]))

    def test_awkward_texts_are_printed_as_they_are(self):
        name = f"{FORMULA} <b>& «Контроль»</b>\x0b" + "слово " * 300
        self._make_decision(name, role_text=FORMULA, term_text=FORMULA)
        self._make_measure(FORMULA, class_text="+7", result="@SUM(A1)")
        self.assertIn(flat(name), self._table(0)[1][3])
        self.assertEqual(self._table(0)[1][5], FORMULA)
        for sheet in self._sheets():
            for row in sheet.iter_rows(min_row=5):
                for cell in row:
                    self.assertIn(cell.data_type, "sn")
                    self.assertIsNone(cell.hyperlink)
        self.assertEqual(self._rows("Мероприятия")[0][2], FORMULA)

    def test_queries_do_not_grow_with_meetings(self):
        def queries():
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            decisions_paper(self.year)
            return self.env.cr.sql_log_count - before

        self._meet_and_measure("2024-08-30")
        queries()
        few = queries()
        for day in range(1, 9):
            self._meet_and_measure(f"2024-10-0{day}")
        self.assertLessEqual(queries(), few)

    def _meet_and_measure(self, day):
        meeting = self._make_meeting(date=day)
        finding = self._make_finding(cause_id=self.cause.id)
        for name in ("Раз", "Два"):
            decision = self._make_decision(
                name, meeting_id=meeting.id, finding_id=finding.id
            )
        self._judge(decision, "61")
        self._make_measure(
            "Занятие",
            class_ids=[(6, 0, self.school_class.ids)],
            employee_ids=[(6, 0, self.teacher.ids)],
        )
        self._make_finding("Никем не рассмотрено")
