import io

import docx

from ..report.order_paper import order_paper
from .common import PaperCase, flat

ORDER = """
Администрация города Заречного
МБОУ «Средняя школа № 3»
ПРИКАЗ
30 августа 2024 г. № 125-ОД
г. Заречный
Об утверждении плана внутренней системы оценки качества образования
на 2024/25 учебный год
В соответствии с пунктом 13 части 3 статьи 28 Федерального закона от 29 декабря
2012 г. № 273-ФЗ «Об образовании в Российской Федерации», локальными нормативными
актами школы («Положение о ВСОКО» от 30 августа 2023 г. № 41), на основании решения
коллегиального органа (Педагогический совет, протокол от 29 августа 2024 г. № 1),
в целях обеспечения функционирования внутренней системы оценки качества образования,
ПРИКАЗЫВАЮ:
1. Утвердить план внутренней системы оценки качества образования на 2024/25 учебный
год (приложение № 1).
2. Назначить ответственным за организацию выполнения плана: Мельникова Ольга
Петровна, заместитель директора по УВР.
3. Ответственному за организацию выполнения плана ознакомить с планом под подпись
ответственных за его процедуры.
4. Лицам, ответственным за процедуры плана, провести их в установленные сроки и
представить результаты в указанной форме.
5. Рассмотреть результаты на заседаниях, указанных в плане.
6. Контроль за исполнением приказа оставляю за собой.
Директор __________________ А. В. Соколова
Исп.: О. П. Мельникова
8 (000) 000-00-00
С приказом ознакомлены:
Мельникова О. П. _______________ «___» ____________ 20___ г.
"""


class TestOrderPaper(PaperCase):
    def test_whole_order(self):
        self.env["vsoko.regulation"].create(
            [
                {
                    "name": "Положение о ВСОКО",
                    "number": "41",
                    "date": "2023-08-30",
                    "company_id": self.school.id,
                },
                {"name": "Положение о столовой", "company_id": self.school.id},
            ]
        )
        plan = self._make_plan(
            [
                {
                    "name": "Входной контроль",
                    "term_text": "сентябрь",
                    "body_text": "Педсовет",
                    "role_ids": [
                        (4, self.env.ref("vsoko_module.role_deputy_uvr").id),
                        (4, self.env.ref("vsoko_module.role_director").id),
                    ],
                }
            ],
            body_id=self.env.ref("vsoko_module.body_pedagogical_council").id,
            minutes_number="1",
            minutes_date="2024-08-29",
            order_number="125-ОД",
            order_date="2024-08-30",
        )
        self.assertEqual(self._text("order_pdf", plan), flat(ORDER))

    def test_blanks_to_fill_in_by_hand(self):
        plan = self._make_plan(employee_id=False)
        text = self._text("order_pdf", plan)
        self.assertIn("ПРИКАЗ «___» ____________ 20___ г. № ______ г. Заречный", text)
        self.assertNotIn("Назначить", text)
        self.assertNotIn("Исп.", text)
        self.assertNotIn("локальными", text)
        self.assertEqual(text.count("____________________ _______________ «___»"), 5)

    def test_school_without_founder_city_and_full_name(self):
        self.school.write(
            {"vsoko_founder": False, "vsoko_full_name": False, "city": False}
        )
        text = self._text("order_pdf", self._make_plan())
        self.assertTrue(text.startswith("МБОУ СОШ № 3 ПРИКАЗ"))
        self.assertNotIn("г. Заречный", text)

    def test_each_kind_of_plan_is_called_by_its_name(self):
        headings = {
            "vshk": "Об утверждении плана внутришкольного контроля на 2024/25 учебный",
            "roadmap": "Об утверждении дорожной карты «План & Ко» на 2024/25 учебный",
            "other": "Об утверждении плана «План & Ко» на 2024/25 учебный",
        }
        for kind, heading in headings.items():
            with self.subTest(kind):
                plan = self._make_plan(kind=kind, name="План & Ко")
                self.assertIn(heading, order_paper(plan)["heading"])

    def test_who_stands_in_for_the_director_signs_so(self):
        acting = self._make_employee("Орлов Игорь Сергеевич")
        self._appoint("director", acting, is_acting=True, replaces_id=self.director.id)
        plan = self._make_plan(order_date="2024-08-30")
        self.assertEqual(plan.director_id, acting)
        self.assertRegex(
            self._text("order_pdf", plan), "И. о. директора _+ И. С. Орлов"
        )

    def test_word_file(self):
        content, extension = self._print("order_docx", self._make_plan())
        self.assertEqual(extension, "docx")
        document = docx.Document(io.BytesIO(content))
        texts = [paragraph.text for paragraph in document.paragraphs]
        self.assertIn("ПРИКАЗ", texts)
        self.assertIn("ПРИКАЗЫВАЮ:", texts)
