from odoo import fields
from odoo.exceptions import AccessError, ValidationError

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


class TestLevels(QualityCase):
    def test_a_school_decides_for_itself(self):
        rule = self._rule("no_expected").with_user(self.director)
        rule.with_company(self.school).level = "warning"
        note = self._make_note([self._good(expected=False)])
        self.assertIn("no_expected", self._codes(note))
        self._register(note)
        self.assertEqual(rule.sudo().with_company(self.other_school).level, "block")

    def test_a_rule_that_is_off_says_nothing(self):
        self._rule("no_repeat_control").with_company(self.school).level = "off"
        self.assertEqual(self._make_note().quality_issues(), [])

    def test_orders_and_notes_are_judged_apart(self):
        rule = self._rule("vague_words").with_company(self.school)
        rule.order_level = "block"
        order = self._make_document(
            items=[self._task(self.teacher, name="усилить работу")]
        )
        self._refused(order, "усилить")
        self.assertEqual(rule.level, "block")

    def test_the_words_are_the_school_s(self):
        rule = self._rule("vague_words").with_company(self.school)
        rule.words = "наладить\n\n  поднять уровень "
        note = self._make_note([self._good(name="Налаживать учёт", expected=False)])
        self.assertIn("vague_words", self._codes(note))
        note.item_ids.name = "Усилить работу"
        self.assertNotIn("vague_words", self._codes(note))
        rule.action_as_proposed()
        self.assertIn("vague_words", self._codes(note))

    def test_a_level_set_after_the_approval_stops_the_registration(self):
        note = self._make_note().with_user(self.director)
        note.action_approve()
        self._rule("no_repeat_control").with_company(self.school).level = "block"
        with self.assertRaises(ValidationError), self.cr.savepoint():
            note.action_register()
        self.assertEqual(note.state, "approved")

    def test_a_director_does_not_rewrite_what_is_shared(self):
        rule = self._rule("vague_words").with_user(self.director)
        for values in ({"name": "Своё"}, {"default_level": "off"}, {"code": "x"}):
            with self.subTest(values), self.assertRaises(AccessError):
                rule.write(values)
        with self.assertRaises(AccessError):
            rule.with_user(self.deputy).level = "off"
        rule.with_user(self.manager).explanation = "По-нашему"


class TestRemarks(QualityCase):
    def _remarks(self, note):
        action = note.action_check_text()
        return self.env[action["res_model"]].with_user(self.deputy).search(
            action["domain"]
        )  # fmt: skip

    def test_each_remark_opens_its_place(self):
        note = self._make_note(
            [self._good(), self._good(expected=False)],
            paragraphs=[("goal", "Цель", "Проверить журналы.")],
        )
        opened = {one.rule_id.code: one.action_open() for one in self._remarks(note)}
        self.assertEqual(opened["no_expected"]["res_id"], note.item_ids[1].id)
        self.assertEqual(opened["goal_control"]["res_id"], note.paragraph_ids.id)
        self.assertEqual(opened["no_repeat_control"]["res_id"], note.id)
        for action in opened.values():
            self.env[action["res_model"]].get_views(action["views"])

    def test_what_is_mended_is_marked_and_gone_after_a_new_check(self):
        note = self._make_note([self._good(expected=False)])
        remark = self._remarks(note).filtered(
            lambda one: one.rule_id.code == "no_expected"
        )
        self.assertFalse(remark.is_mended)
        note.item_ids.expected = "60 %"
        remark.invalidate_recordset()
        self.assertTrue(remark.is_mended)
        remark.browse().with_context(document_id=note.id).action_again()
        left = remark.search([("document_id", "=", note.id)])
        self.assertEqual(left.rule_id.mapped("code"), ["no_repeat_control"])

    def test_a_good_text_is_told_so(self):
        order = self._make_document()
        self.assertEqual(order.action_check_text()["params"]["type"], "success")

    def test_remarks_of_others_are_not_seen(self):
        remarks = self._remarks(self._make_note())
        self.assertFalse(remarks.with_user(self.director).search([]))

    def test_a_teacher_checks_no_drafts(self):
        note = self._make_note().with_user(self.teacher)
        for act in (note.quality_issues, note.action_check_text):
            with self.assertRaises(AccessError):
                act()

    def test_the_count_is_of_drafts(self):
        note = self._make_note()
        self.assertEqual((note.quality_count, note.quality_block_count), (1, 0))
        self._register(note)
        note.invalidate_recordset(["quality_count"])
        self.assertEqual(note.quality_count, 0)
        self.assertEqual(self._codes(note), ["no_repeat_control"])

    def test_a_long_paper_takes_no_more_queries_than_a_short_one(self):
        short = self._make_note([self._good()])
        long = self._make_note([self._good() for _one in range(40)])
        self._queries(short.quality_issues)
        few = self._queries(short.quality_issues)
        self.assertEqual(self._queries(long.quality_issues), few)
        self.assertLess(few, 15)
