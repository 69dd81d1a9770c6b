from odoo.exceptions import AccessError, ValidationError

from .test_paper_quality import QualityCase


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
