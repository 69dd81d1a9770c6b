from odoo.tests import BaseCase, tagged

from ..tools.addressee import is_addressed
from ..tools.paper_quality import Advice, advice_issues
from ..tools.word_families import found_phrases, spelled_phrases

FORMS = {
    "усилить": ["Усиление работы", "усиливать контроль", "Усилить, наконец"],
    "обратить внимание": ["обращать внимание", "Обратить самое серьёзное внимание"],
    "продолжить работу": ["Продолжать системную работу", "продолжение работы"],
    "активизировать": ["активизация деятельности", "активизируйте"],
    "повысить качество": ["повышение качества", "Повышать в школе качество"],
}
OTHERS = {
    "усилить": ["усилия педагога", "сильный класс", ""],
    "обратить внимание": ["Внимание обращено не было. Обратить", "внимание"],
    "продолжить работу": ["Продолжить. Работу сдать", "работа"],
    "повысить качество": ["повысить долю, темп, объём, качество", "качество"],
}
NAMED = ["в 7Б", "в 7 «Б» классе", "в 5–6 классах", "Ивановой А. П.", "ШМО историков"]
NOBODY = ["3 урока", "до 15.02", "60 %", "2023/24 года", "3 четверть", "п. 7. В школе"]


@tagged("-at_install", "post_install")
class TestPaperWords(BaseCase):
    def test_words_are_found_in_their_forms(self):
        for phrase, texts in FORMS.items():
            for text in texts:
                with self.subTest(phrase, text=text):
                    self.assertTrue(found_phrases([phrase], text))

    def test_other_words_are_let_be(self):
        for phrase, texts in OTHERS.items():
            for text in texts:
                with self.subTest(phrase, text=text):
                    self.assertFalse(found_phrases([phrase], text))

    def test_classes_people_and_unions_are_addressees(self):
        for text in NAMED:
            with self.subTest(text):
                self.assertTrue(is_addressed(f"Провести срез {text}"))

    def test_figures_and_days_are_no_addressees(self):
        for text in NOBODY:
            with self.subTest(text):
                self.assertFalse(is_addressed(f"Провести срез {text}"))

    def test_everybody_in_another_case_is_no_addressee(self):
        phrases = ["всем учителям", "всем"]
        for text in ("по всем предметам", "опыт всех учителей"):
            with self.subTest(text):
                self.assertFalse(spelled_phrases(phrases, text))

    def test_empty_lines_and_lists_are_no_trouble(self):
        codes = [code for code, _said in advice_issues(Advice(""), {})]
        self.assertEqual(codes, ["no_responsible", "no_term", "no_expected"])
