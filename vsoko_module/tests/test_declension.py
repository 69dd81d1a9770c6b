from hypothesis import given
from hypothesis import strategies as st

from odoo.exceptions import AccessError
from odoo.tests import BaseCase, tagged

from ..tools.declension import CASES, may_be_form, person
from ..tools.declension_posts import post
from . import declension_people, declension_posts
from .common import VsokoCase

CASE = st.sampled_from(sorted(CASES))
RUSSIAN = st.text("абвийоуыьцчшяёАВИЁ-. ,", max_size=40)
PIECES = st.lists(
    st.sampled_from(
        ["Али", "оглы", "Кызы", "М.", "П.П.", "Абрамович", "Ким", "Вера", "-", "и", ","]
        + ["учитель", "старший", "ШМО", "заведующая", "физики", "Лукич", "оглы-"]
    ),
    max_size=6,
).map(" ".join)
TEXTS = st.one_of(st.text(max_size=60), RUSSIAN, PIECES)


@tagged("post_install", "-at_install")
class TestDeclensionTools(BaseCase):
    def test_names_in_cases(self):
        self._check_table(person, declension_people)

    def test_posts_in_cases(self):
        self._check_table(post, declension_posts)

    def _check_table(self, decline, table):
        for row in table.IN_ALL_CASES.strip().splitlines():
            name, *forms = row.split(" | ")
            with self.subTest(name):
                self.assertEqual([decline(name, case) for case in CASES], forms)
        for row in table.IN_THE_DATIVE.strip().splitlines():
            name, dative = row.split(" | ")
            with self.subTest(name):
                self.assertEqual(decline(name, "dative"), dative)

    @given(TEXTS, CASE)
    def test_any_text_is_taken(self, text, case):
        for decline in (person, post):
            form = decline(text, case)
            self.assertIsInstance(form, str)
            self.assertEqual(len(form.split()), len(text.split()))

    @given(TEXTS, CASE)
    def test_each_word_begins_with_a_letter_of_its_size(self, text, case):
        for decline in (person, post):
            pairs = zip(decline(text, case).split(), text.split(), strict=True)
            for form, word in pairs:
                self.assertEqual(form[0].isupper(), word[0].isupper())

    @given(st.sampled_from(declension_people.IN_ALL_CASES.strip().splitlines()))
    def test_a_form_is_known_for_a_form(self, row):
        name, *forms = row.split(" | ")
        for form in forms:
            self.assertTrue(may_be_form(form, name))


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

    def test_a_form_is_mended_again(self):
        for form in ("Гусь Льву Ильичу", "Гусь Леву Ильичу"):
            self.forms._remember("Гусь Лев Ильич", "dative", form, self.school)
        self.assertEqual(self._dative("Гусь Лев Ильич"), "Гусь Леву Ильичу")
        self.assertEqual(len(self.forms.search([])), 1)

    def test_signs_of_a_pattern_are_letters_like_others(self):
        for name in ("учитель 5_", "учитель 5А"):
            self.forms._remember(name, "dative", f"{name}!", self.school, "post")
        self.assertEqual(len(self.forms.search([])), 2)

    def test_nothing_is_remembered_of_nothing(self):
        self.forms._remember("Гусь Лев Ильич", "dative", " ", self.school)
        self.assertFalse(self.forms.search([]))

    def test_declension_off_by_a_click(self):
        name = "Ли Анна Олеговна"
        self.forms._keep_as_is(name, self.school)
        self.assertEqual(self._dative(name), name)
        self.assertEqual(len(self.forms.search([])), 5)

    def test_off_by_a_click_also_where_a_form_was_mended(self):
        name = "Ли Анна Олеговна"
        self.forms._remember(name, "dative", "Лие Анне Олеговне", self.school)
        self.forms._keep_as_is(name, self.school)
        self.assertEqual(self._dative(name), name)

    def test_a_teacher_remembers_nothing(self):
        forms = self.forms.with_user(self.teacher)
        with self.assertRaises(AccessError):
            forms._remember("Гусь Лев Ильич", "dative", "Гусь Льву", self.school)

    def test_a_hundred_names_cost_one_query(self):
        names = [f"Учителева Анна{'а' * n} Ивановна" for n in range(100)]
        self.forms._declined(names, "dative", self.school)
        self.env.invalidate_all()
        with self.assertQueryCount(1):
            self.forms.sudo()._declined(names, "dative", self.school)
