from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from ..tools.declension import CASES, person, post
from .common import VsokoCase

PEOPLE = {
    "Завучева Мария Петровна": "Завучевой Марии Петровне",
    "Мария Петровна Завучева": "Марии Петровне Завучевой",
    "Хозяйственнов Пётр Андреевич": "Хозяйственнову Петру Андреевичу",
    "Соловьёва-Крылова Софья Львовна": "Соловьёвой-Крыловой Софье Львовне",
    "Римский-Корсаков Пётр Ильич": "Римскому-Корсакову Петру Ильичу",
    "Черных Пётр Ильич": "Черных Петру Ильичу",
    "Дурново Пётр Ильич": "Дурново Петру Ильичу",
    "Шевченко Анна Львовна": "Шевченко Анне Львовне",
    "Ким Олег Иванович": "Киму Олегу Ивановичу",
    "Ким Ольга Ивановна": "Ким Ольге Ивановне",
    "Цой Виктор Олегович": "Цою Виктору Олеговичу",
    "Коваль Игорь Ильич": "Ковалю Игорю Ильичу",
    "Коваль Инна Ильинична": "Коваль Инне Ильиничне",
    "Дюма Иван Иванович": "Дюма Ивану Ивановичу",
    "Иванова-Шиц Анна Львовна": "Ивановой-Шиц Анне Львовне",
    "Мамедов Али Гусейн оглы": "Мамедову Али Гусейн оглы",
    "Белая Вера Ивановна": "Белой Вере Ивановне",
    "Завучева М. П.": "Завучевой М. П.",
    "Ким О. И.": "Ким О. И.",
    "Гайдай Лев Ильич": "Гайдаю Льву Ильичу",
    "Гайдай Любовь Ильинична": "Гайдай Любови Ильиничне",
}
POSTS = {
    "заместитель директора по УВР": "заместителю директора по УВР",
    "Учитель русского языка": "Учителю русского языка",
    "педагог-психолог": "педагогу-психологу",
    "старшая вожатая": "старшей вожатой",
    "социальный педагог": "социальному педагогу",
    "классный руководитель 5А": "классному руководителю 5А",
    "заведующий библиотекой": "заведующему библиотекой",
    "и. о. директора": "и. о. директора",
    "члены комиссии": "членам комиссии",
    "учителя-предметники": "учителям-предметникам",
    "медицинская сестра": "медицинской сестре",
    "Ответственный за питание": "Ответственному за питание",
}


@tagged("post_install", "-at_install")
class TestDeclensionTools(BaseCase):
    def test_names_in_the_dative(self):
        for name, dative in PEOPLE.items():
            with self.subTest(name):
                self.assertEqual(person(name, "dative"), dative)

    def test_posts_in_the_dative(self):
        for name, dative in POSTS.items():
            with self.subTest(name):
                self.assertEqual(post(name, "dative"), dative)

    def test_other_cases(self):
        name = "Завучева Мария Петровна"
        self.assertEqual(person(name, "genitive"), "Завучевой Марии Петровны")
        self.assertEqual(person(name, "accusative"), "Завучеву Марию Петровну")
        self.assertEqual(person(name, "instrumental"), "Завучевой Марией Петровной")
        self.assertEqual(post("методист", "accusative"), "методиста")

    @given(st.text(max_size=60), st.sampled_from(sorted(CASES)))
    def test_any_text_is_taken(self, text, case):
        for decline in (person, post):
            form = decline(text, case)
            self.assertIsInstance(form, str)
            self.assertEqual(len(form.split()), len(text.split()))


class TestDeclension(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.forms = cls.env["vsoko.declension"].with_user(cls.deputy)

    def _dative(self, name, school=None):
        company = school or self.school
        return self.forms.sudo()._declined([name], "dative", company)[name]

    def test_a_mended_form_is_remembered_by_the_school(self):
        self.forms._remember(
            "Гусь Лев Ильич", "dative", "Гусь Льву Ильичу", self.school
        )
        self.assertEqual(self._dative("Гусь  Лев Ильич"), "Гусь Льву Ильичу")
        other = self._dative("Гусь Лев Ильич", self.other_school)
        self.assertEqual(other, "Гусю Льву Ильичу")

    def test_what_the_library_says_is_forgotten(self):
        for form in ("Гусь Льву Ильичу", "Гусю Льву Ильичу"):
            self.forms._remember("Гусь Лев Ильич", "dative", form, self.school)
        self.assertFalse(self.forms.search([]))

    def test_declension_off_by_a_click(self):
        self.forms._keep_as_is("Ли Анна Олеговна", self.school)
        self.assertEqual(self._dative("Ли Анна Олеговна"), "Ли Анна Олеговна")

    def test_a_hundred_names_cost_one_query(self):
        names = [f"Учителева Анна{'а' * n} Ивановна" for n in range(100)]
        self.forms._declined(names, "dative", self.school)
        self.env.invalidate_all()
        with self.assertQueryCount(1):
            self.forms.sudo()._declined(names, "dative", self.school)
