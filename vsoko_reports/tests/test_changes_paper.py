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
            "Срок: сентябрь → до 10 октября",
            "Добавлено Диагностика",
            "Срок: январь",
            "Исключено Итоговый контроль",
            "УТВЕРЖДАЮ Директор",
        ):
            self.assertIn(words, text)

    def test_cancelled_line_and_the_same_line_back(self):
        first = self.plan.procedure_ids[0]
        self.plan.action_new_edition("Школа закрыта на ремонт")
        first.action_cancel()
        self._approve(self.plan)
        self.plan.action_new_edition("Ремонт окончен")
        first.action_reopen()
        self._approve(self.plan)
        back, cancelled = self.plan.edition_ids.sorted("number", reverse=True)[:2]
        self.assertIn(
            "Отменено Входной контроль", self._text("plan_changes_pdf", cancelled)
        )
        self.assertIn(
            "Возвращено Входной контроль", self._text("plan_changes_pdf", back)
        )

    def test_line_deleted_afterwards_is_still_told_in_full(self):
        self.plan.action_new_edition("Новая процедура")
        added = self.env["vsoko.procedure"].create(
            {"plan_id": self.plan.id, "name": "Диагностика", "term_text": "январь"}
        )
        self._approve(self.plan)
        edition = self.plan.edition_ids.sorted("number")[-1]
        self.plan.action_new_edition("Она не нужна")
        added.unlink()
        self.assertIn("Срок: январь", self._text("plan_changes_pdf", edition))

    def test_edition_without_changes(self):
        text = self._text("plan_changes_pdf", self.plan.edition_ids)
        self.assertIn("Строки плана в этой редакции те же.", text)
