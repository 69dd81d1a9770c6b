from odoo.tests import BaseCase, tagged

from ..tools.russian import (
    CLASS,
    NBSP,
    POINT,
    PUPIL,
    change,
    count,
    inside,
    listed,
    number,
    out_of,
    percent,
    quantity,
    signed_change,
    trend,
)

# number: «… класс», «в … классах», «… обучающийся», «из … классов»
GOLDEN = {
    0: ("0 классов", "0 классах", "0 обучающихся", "0 классов"),
    1: ("1 класс", "1 классе", "1 обучающийся", "1 класса"),
    2: ("2 класса", "2 классах", "2 обучающихся", "2 классов"),
    4: ("4 класса", "4 классах", "4 обучающихся", "4 классов"),
    5: ("5 классов", "5 классах", "5 обучающихся", "5 классов"),
    11: ("11 классов", "11 классах", "11 обучающихся", "11 классов"),
    12: ("12 классов", "12 классах", "12 обучающихся", "12 классов"),
    14: ("14 классов", "14 классах", "14 обучающихся", "14 классов"),
    21: ("21 класс", "21 классе", "21 обучающийся", "21 класса"),
    22: ("22 класса", "22 классах", "22 обучающихся", "22 классов"),
    25: ("25 классов", "25 классах", "25 обучающихся", "25 классов"),
    100: ("100 классов", "100 классах", "100 обучающихся", "100 классов"),
    101: ("101 класс", "101 классе", "101 обучающийся", "101 класса"),
    111: ("111 классов", "111 классах", "111 обучающихся", "111 классов"),
    1001: ("1001 класс", "1001 классе", "1001 обучающийся", "1001 класса"),
}


@tagged("-at_install", "post_install")
class TestRussian(BaseCase):
    def assertSays(self, text, expected):
        """Spaces that do not break are compared as plain ones."""
        self.assertEqual(text.replace(NBSP, " "), expected)

    def test_numbers_agree_with_nouns(self):
        for value, (plain, where, pupils, of_all) in GOLDEN.items():
            with self.subTest(value=value):
                self.assertSays(count(value, CLASS), plain)
                self.assertSays(inside(value, CLASS), where)
                self.assertSays(count(value, PUPIL), pupils)
                self.assertSays(out_of(value, CLASS), of_all)

    def test_a_number_does_not_part_from_its_noun(self):
        for text in (count(3, CLASS), inside(3, CLASS), quantity(61.5, "%")):
            self.assertIn(NBSP, text)
            self.assertNotIn(" ", text)

    def test_a_fraction_takes_the_genitive(self):
        self.assertSays(count(4.2, POINT), "4,2 балла")
        self.assertSays(count(4.5, PUPIL), "4,5 обучающегося")

    def test_the_form_follows_the_number_that_is_shown(self):
        self.assertSays(count(4.98, POINT), "5 баллов")
        self.assertSays(count(1.04, POINT), "1 балл")

    def test_rounding_is_half_up_as_in_a_table_of_the_deputy(self):
        shown = {62.5: "63", 63.5: "64", 0.285 * 100: "29", 2.675 * 100: "268"}
        for value, expected in shown.items():
            self.assertEqual(number(value, 0), expected)
        self.assertEqual(number(61.25), "61,3")
        self.assertEqual(number(2 / 3 * 100, 2), "66,67")

    def test_rise_fall_and_no_change(self):
        self.assertSays(change(65.7, 61.5, "%"), "на 4,2 п.п. ниже")
        self.assertSays(change(61.5, 65.7, "%"), "на 4,2 п.п. выше")
        self.assertSays(change(61.5, 61.54, "%"), "не изменилось")
        self.assertSays(change(4, 5, "балл"), "на 1 балл выше")
        self.assertSays(change(5, 2.5, "балл"), "на 2,5 балла ниже")
        self.assertSays(signed_change(65.7, 61.5, "%"), "–4,2 п.п.")
        self.assertSays(signed_change(61.5, 65.7, "%"), "+4,2 п.п.")

    def test_a_fall_is_good_where_less_is_better(self):
        self.assertEqual(trend(10, 4, "less"), "улучшение")
        self.assertEqual(trend(10, 4), "ухудшение")
        self.assertEqual(trend(4, 4), "без изменений")

    def test_what_is_not_known_is_never_zero(self):
        self.assertIsNone(percent(0, 0))
        self.assertEqual(quantity(None, "%"), "нет данных")
        self.assertEqual(change(None, 5, "%"), "нет данных")
        self.assertEqual(trend(5, None), "нет данных")

    def test_lists_end_with_a_conjunction(self):
        self.assertEqual(listed(["5А", "5Б", "6В"]), "5А, 5Б и 6В")
        self.assertEqual(listed(["5А", "5Б"]), "5А и 5Б")
