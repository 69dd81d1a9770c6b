from odoo.tests import BaseCase, tagged

from ..tools.class_list import ClassListError, format_classes, parse_classes
from ..tools.people_names import is_name, name_key
from ..tools.people_reader import column_meaning
from ..tools.stale_years import stale_years


@tagged("-at_install", "post_install")
class TestClassLists(BaseCase):
    def test_the_same_classes_are_written_in_many_ways(self):
        classes = [(1, "А"), (1, "Б"), (2, "А"), (2, "Б")]
        for text in (
            "1–2: А, Б",
            "1-2 АБ",
            "1а 1б 2а 2б",
            "1А,1Б,2А,2Б",
            "1А/1Б; 2: А–Б",
            "1 класс: А и Б\n2 класс: А и Б.",
            "1 «А», 1 «Б», 2 «А», 2 «Б»",
            "1A 1Б 2A 2Б",  # a Latin A
        ):
            with self.subTest(text=text):
                self.assertEqual(parse_classes(text), classes)

    def test_what_is_no_class_is_named(self):
        for text in ("5А, завтра", "13А", "4–2: А", "1–0", "5А; пять"):
            with self.subTest(text=text), self.assertRaises(ClassListError) as caught:
                parse_classes(text)
            self.assertIn(caught.exception.args[0], text)

    def test_what_is_written_short_is_read_back(self):
        classes = parse_classes("1–4: А, Б; 5–9: А–В; 10; 11: А")
        self.assertEqual(parse_classes(format_classes(classes)), classes)
        self.assertEqual(format_classes([]), "")


@tagged("-at_install", "post_install")
class TestStaleYears(BaseCase):
    def test_years_of_an_older_plan_are_found(self):
        for text, found in {
            "по итогам 2022 года": ["2022"],
            "ЕГЭ-2022, ВПР 2021": ["2022", "2021"],
            "на 2022-2023 учебный год": ["2022-2023"],
            "за 22/23 уч. год": ["22/23"],
            "Положение о ВСОКО на 2022/2023": ["2022/2023"],
            "с 01.09.2022 по 31.05.2023": ["01.09.2022", "31.05.2023"],
            "до 10.06.22": ["10.06.22"],
            "программа 2018–2022 гг.": ["2018–2022"],
            "сентябрь 2022г., в 2021-м году": ["2022", "2021"],
        }.items():
            with self.subTest(text=text):
                self.assertEqual(stale_years(text, 2023), found)

    def test_this_year_numbers_and_citations_are_let_alone(self):
        for text in (
            "",
            "2023/24, 2023-2024 уч. год, май 2024, до 10.06.2024",
            "программа развития 2021–2025",
            "Приказ от 06.08.2021 № 1324, письмо от 6 августа 2021 г.",
            "приказ Минобрнауки России 2013 г. № 462",
            "Федеральный закон 2012 года № 273-ФЗ",
            "ГОСТ 7.0.97-2016, СП 2.4.3648-20, СанПиН 1.2.3685-21",
            "№ 2017, каб. 2017, кабинет № 2015",
            "2017 обучающихся, 2017 руб.",
            "https://example.ru/2017/05, example.ru/2021",
        ):
            with self.subTest(text=text):
                self.assertEqual(stale_years(text, 2023), [])


@tagged("-at_install", "post_install")
class TestNames(BaseCase):
    def test_spellings_of_one_name_are_equal(self):
        self.assertEqual(name_key("Семёнов  Пётр\n"), name_key("СЕМЕНОВ ПЕТР"))
        self.assertNotEqual(name_key("Семёнов Пётр"), name_key("Семёнова Пётр"))

    def test_what_cannot_be_a_name(self):
        for text in ("", "5А", "=A1", "https://example.ru", "а" * 200, "вакансия 1"):
            with self.subTest(text=text):
                self.assertFalse(is_name(text))

    def test_headers_of_a_list_of_people(self):
        for text, meaning in {
            "ФИО": "name",
            "Ф. И. О. педагога": "name",
            "Фамилия, имя, отчество": "name",
            "Фамилия": "surname",
            "Имя": "first_name",
            "Имя пользователя": "login",
            "Должность": "post",
            "E-mail": "email",
            "Рабочий телефон": "phone",
            "Классный руководитель": "class_text",
            "Роль в ВСОКО": "role",
            "Категория": "",
            "Дата рождения": "",
        }.items():
            with self.subTest(text=text):
                self.assertEqual(column_meaning(text), meaning)
