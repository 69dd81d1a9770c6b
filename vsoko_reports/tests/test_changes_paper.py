from .common import PaperCase


class TestChangesPaper(PaperCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan(
            [
                {"name": "Входной контроль", "term_text": "сентябрь"},
                {"name": "Итоговый контроль", "term_text": "май"},
            ]
        )
        cls._approve(cls.plan)

    def test_what_is_changed_and_why(self):
        self.plan.action_new_edition("Перенос сроков ВПР & новый класс")
        first, second = self.plan.procedure_ids
        first.term_text = "до 10 октября"
        second.unlink()
        self.env["vsoko.procedure"].create(
            {"plan_id": self.plan.id, "name": "Диагностика", "term_text": "январь"}
        )
        self._approve(self.plan)
        text = self._text(
            "plan_changes_pdf", self.plan.edition_ids.sorted("number")[-1]
        )
        for words in (
            "ИЗМЕНЕНИЯ В ПЛАН План ВСОКО на 2024/25 учебный год",
            "Редакция № 2 от ",
            "Основание: Перенос сроков ВПР & новый класс",
            "сентябрь → до 10 октября",
            "Добавлено Диагностика",
            "январь",
            "Исключено Итоговый контроль",
            "УТВЕРЖДАЮ Директор",
        ):
            self.assertIn(words, text)

    def test_edition_without_changes(self):
        text = self._text("plan_changes_pdf", self.plan.edition_ids)
        self.assertIn("Строки плана в этой редакции те же.", text)
