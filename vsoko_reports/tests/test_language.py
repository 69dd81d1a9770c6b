import re

from .common import PaperCase

LATIN = re.compile("[a-z]{2,}", re.IGNORECASE)


class TestLanguage(PaperCase):
    """A paper of a Russian school is Russian whoever prints it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("en_US")
        cls.plan = cls._from_template("quality", name="План ВСОКО")
        cls.env = cls.env(context={**cls.env.context, "lang": "en_US"})
        cls.env.user.lang = "en_US"
        cls.plan = cls.plan.with_env(cls.env)

    def test_plan_and_order(self):
        for paper in ("plan_pdf",):
            with self.subTest(paper):
                self.assertFalse(LATIN.findall(self._text(paper, self.plan)))

    def test_changes(self):
        self._approve(self.plan)
        self.plan.action_new_edition("Перенос сроков")
        first, second = self.plan.procedure_ids[:2]
        first.write({"term_text": "до 10 октября", "role_text": "Директор"})
        second.action_cancel()
        self.env["vsoko.procedure"].create(
            {
                "plan_id": self.plan.id,
                "name": "Диагностика",
                "term_text": "январь",
                "outcome_text": "Справка",
            }
        )
        self._approve(self.plan)
        text = self._text(
            "plan_changes_pdf", self.plan.edition_ids.sorted("number")[-1]
        )
        self.assertFalse(LATIN.findall(text))
        for words in ("Срок: ", "Окончание: ", "Ответственные: ", "Результат: Справка"):
            self.assertIn(words, text)
