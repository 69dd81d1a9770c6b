from odoo import fields
from odoo.exceptions import ValidationError

from .test_documents import DocumentCase


class QualityCase(DocumentCase):
    """A note of the deputy with one good recommendation."""

    @classmethod
    def _make_note(cls, items=None, paragraphs=(), **values):
        lines = [
            fields.Command.create({"code": code, "name": name, "text": text})
            for code, name, text in paragraphs
        ]
        return cls._make_document(
            "note",
            name="О качестве",
            items=items or [cls._good()],
            paragraph_ids=lines,
            **values,
        )

    @classmethod
    def _good(cls, **values):
        return cls._advice(**{"name": "провести практикум по дробям"} | values)

    def _codes(self, document):
        return [code for code, _message in document.quality_issues()]

    def _rule(self, code):
        return self.env.ref(f"vsoko_module.quality_rule_{code}")

    def _refused(self, document, *words):
        with self.assertRaises(ValidationError) as caught, self.cr.savepoint():
            document.with_user(self.director).action_approve()
        for word in words:
            self.assertIn(word, str(caught.exception))
        return str(caught.exception)


class TestAddressed(QualityCase):
    def test_advice_for_everybody_is_not_approved(self):
        note = self._make_note([{"name": "Всем учителям усилить работу"}])
        said = self._refused(note, "Item 1 «Всем учителям усилить работу»", "усилить")
        self.assertEqual(
            self._codes(note)[:2],
            ["for_everybody", "vague_words"],
        )
        self.assertEqual(said.count("names no person"), 1)
        self.assertNotIn("no addressee. Choose", said)

    def test_the_same_with_all_that_is_asked_is_approved(self):
        note = self._make_note(
            [
                self._task(
                    self.teacher,
                    name="Усилить работу по математике в 7Б",
                    term_text="15.02",
                    expected="качество не ниже 60 %",
                )
            ]
        )
        note.with_user(self.director).action_approve()
        self.assertEqual(note.state, "approved")

    def test_people_chosen_do_not_make_everybody_somebody(self):
        note = self._make_note([self._good(name="Всем учителям провести срез")])
        self.assertIn("for_everybody", self._codes(note))

    def test_a_line_of_text_is_advice_too(self):
        note = self._make_note(
            paragraphs=[
                ("recommendations", "Рекомендации", "Итог:\n1. Усилить работу.")
            ]
        )
        self._refused(note, "«Усилить работу.»")

    def test_a_line_of_text_may_say_all_of_it(self):
        line = "Учителю математики Ивановой А. П. в 7Б до 15.02 довести до 60 %"
        note = self._make_note(
            paragraphs=[("recommendations", "Рекомендации", line)],
        )
        self.assertFalse(set(self._codes(note)) - {"no_repeat_control"})

    def test_a_tick_does_not_hide_advice_of_a_note(self):
        note = self._make_note([{"name": "Вести тетради", "is_task": False}])
        self.assertLessEqual(
            {"no_responsible", "no_term", "no_expected"}, set(self._codes(note))
        )
        self._refused(note, "no addressee", "no term", "no expected figure")

    def test_an_expected_figure_in_vague_words_is_none(self):
        note = self._make_note([self._good(expected="повышение качества")])
        self.assertIn("no_expected", self._codes(note))

    def test_an_order_decides_without_an_addressee(self):
        self.assertEqual(self._make_document().quality_issues(), [])

    def test_vague_words_of_an_order_are_a_warning(self):
        order = self._make_document(
            items=[self._task(self.teacher, name="усилить работу")]
        )
        self.assertEqual(self._codes(order), ["vague_words"])
        self._register(order)

    def test_an_empty_term_and_person_of_an_order_are_named(self):
        order = self._make_document(items=[{"name": "Провести срез"}])
        self.assertEqual(self._codes(order), ["no_responsible", "no_term"])

    def test_other_papers_are_not_judged(self):
        act = self._make_document("act", items=[{"name": "Всем усилить"}])
        self.assertEqual(act.quality_issues(), [])


class TestRules(QualityCase):
    def test_a_goal_that_controls(self):
        note = self._make_note(
            paragraphs=[("goal", "Цель", "Проверить ведение журналов.")]
        )
        self.assertIn("goal_control", self._codes(note))
        note.paragraph_ids.text = "Оценить ведение журналов, проверить тетради."
        self.assertNotIn("goal_control", self._codes(note))
        order = self._make_document(aim="осуществления внутришкольного контроля")
        self.assertEqual(self._codes(order), ["goal_control"])

    def test_facts_without_causes(self):
        facts = [
            ("results", "Результаты", "Качество – 60 %."),
            ("causes", "Причины", ""),
        ]
        note = self._make_note(paragraphs=facts)
        self.assertIn("facts_without_causes", self._codes(note))
        self._refused(note, "Facts without causes")
        note.paragraph_ids.filtered(
            lambda one: one.code == "causes"
        ).text = "Мало самостоятельной работы."
        self.assertNotIn("facts_without_causes", self._codes(note))

    def test_no_results_ask_for_no_causes(self):
        self.assertNotIn("facts_without_causes", self._codes(self._make_note()))

    def test_repeat_control_says_when_how_and_who(self):
        note = self._make_note()
        self.assertIn("no_repeat_control", self._codes(note))
        note.paragraph_ids = [
            fields.Command.create(
                {"code": "repeat_control", "text": "Повторный срез в мае."}
            )
        ]
        (message,) = dict(note.quality_issues()).values()
        self.assertIn("who carries it out", message)
        self.assertNotIn("when", message)
        note.paragraph_ids.text = "Повторный срез в мае проводит завуч."
        self.assertEqual(note.quality_issues(), [])

    def test_an_order_by_a_note_asks_for_repeat_control_and_people(self):
        note = self._register(self._make_note())
        order = self._make_document(ground_ids=[fields.Command.set(note.ids)])
        self.assertEqual(self._codes(order), ["no_repeat_control", "no_people"])
        task = self._task(self.teacher, name="провести повторный срез")
        order.item_ids = [fields.Command.create(task)]
        self.assertEqual(order.quality_issues(), [])

    def test_a_note_that_names_nobody(self):
        line = {"name": "В 7Б провести срез до 15.02", "expected": "60 %"}
        note = self._make_note([{**line, "is_task": False}])
        self.assertIn("no_people", self._codes(note))
        note.paragraph_ids = [
            fields.Command.create(
                {"code": "good_practice", "text": "Опыт Ивановой Анны Петровны."}
            )
        ]
        self.assertNotIn("no_people", self._codes(note))

    def test_years_of_an_older_paper(self):
        note = self._make_note([self._good(name="Итоги 2021/22 года обсудить")])
        message = dict(note.quality_issues())["stale_years"]
        self.assertIn("2021/22", message)
        self.assertIn(self.year.name, message)

    def test_what_the_data_say_of_years_before_is_no_remark(self):
        note = self._make_note()
        note.paragraph_ids = [
            fields.Command.create(
                {"code": "dynamics", "text": "В 2021/22 было 50 %.",
                 "generated_text": "В 2021/22 было 50 %."}
            )
        ]  # fmt: skip
        self.assertNotIn("stale_years", self._codes(note))

    def test_what_is_said_already_is_not_said_twice(self):
        note = self._make_note(
            paragraphs=[("results", "Результаты", "60 %"), ("causes", "Причины", "[…]")]
        )
        note.paragraph_ids.is_required = True
        self.assertNotIn("Facts without causes", self._refused(note, "«Причины»"))
