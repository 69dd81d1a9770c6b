from psycopg2.errors import CheckViolation

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import mute_logger

from .common import VsokoCase

SHIPPED = {
    # framework: blocks of the top, all blocks, criteria
    "quality": (3, 3, 3),
    "mechanisms": (2, 10, 8),
    "programme": (4, 4, 20),
}
EXTENDABLE = ["vsoko.role", "vsoko.body", "vsoko.method", "vsoko.outcome"]


class TestCatalogue(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.programme = cls.env.ref("vsoko_module.framework_programme")

    def _tree(self, framework):
        return [
            (block.name, criterion.name, criterion.place, indicator.name)
            for block in framework.block_ids.sorted("sequence")
            for criterion in block.criterion_ids or block.criterion_ids.new()
            for indicator in criterion.indicator_ids or criterion.indicator_ids.new()
        ]

    def test_three_frameworks_are_shipped_for_all_schools(self):
        for name, (tops, blocks, criteria) in SHIPPED.items():
            framework = self.env.ref(f"vsoko_module.framework_{name}")
            with self.subTest(framework=name):
                top = framework.block_ids.filtered(lambda block: not block.parent_id)
                self.assertEqual(len(top), tops)
                self.assertEqual(len(framework.block_ids), blocks)
                self.assertEqual(framework.criterion_count, criteria)
                self.assertFalse(framework.company_id)
                self.assertTrue(framework.origin and framework.certainty)

    def test_two_mechanisms_hold_eight_directions(self):
        framework = self.env.ref("vsoko_module.framework_mechanisms")
        tops = framework.block_ids.filtered(lambda block: not block.parent_id)
        self.assertEqual([len(top.child_ids) for top in tops], [4, 4])

    def test_every_criterion_of_the_programme_says_where_its_evidence_is(self):
        criteria = self.programme.block_ids.criterion_ids
        silent = criteria.filtered(lambda one: not (one.mechanism and one.place))
        self.assertEqual(silent.mapped("code"), ["2.5"])
        self.assertIn("2.5", self.programme.certainty)

    def test_new_edition_copies_the_tree_and_leaves_the_old_one(self):
        self.programme.block_ids[0].criterion_ids[0].indicator_ids = [
            (0, 0, {"name": "Доля обучающихся"})
        ]
        self.programme.level_ids = [(0, 0, {"name": "Высокий", "min_points": 80})]
        before = self._tree(self.programme)
        action = self.programme.with_user(self.deputy).action_new_edition()
        new = self.env["vsoko.framework"].browse(action["res_id"])
        self.assertEqual(self._tree(new), before)
        self.assertEqual(self._tree(self.programme), before)
        self.assertFalse(new.block_ids & self.programme.block_ids)
        self.assertEqual(new.level_ids.mapped("name"), ["Высокий"])
        self.assertEqual(new.previous_id, self.programme)
        self.assertEqual(new.company_id, self.school)

    def test_copy_of_a_framework_keeps_directions_under_their_mechanisms(self):
        framework = self.env.ref("vsoko_module.framework_mechanisms")
        copy = framework.copy()
        self.assertEqual(len(copy.block_ids), 10)
        self.assertEqual(copy.block_ids.parent_id.framework_id, copy)

    def test_a_used_block_is_archived_instead_of_deleted(self):
        framework = self.env["vsoko.framework"].create({"name": "Своя модель"})
        top, spare = self.env["vsoko.block"].create(
            [{"framework_id": framework.id, "name": name} for name in ("Верх", "Зря")]
        )
        leaf = spare.create(
            {"framework_id": framework.id, "name": "Лист", "parent_id": top.id}
        )
        self._make_procedure(self._make_plan(), block_id=leaf.id)
        for block in (leaf, top):
            with self.assertRaisesRegex(UserError, "План ВСОКО"):
                block.unlink()
        leaf.action_archive()
        self.assertTrue(leaf.exists())
        spare.unlink()
        self.assertFalse(spare.exists())

    def test_a_framework_in_use_is_not_deleted_with_its_blocks(self):
        framework = self.env["vsoko.framework"].create({"name": "Своя модель"})
        block = self.env["vsoko.block"].create(
            {"framework_id": framework.id, "name": "Блок"}
        )
        line = self._make_procedure(self._make_plan(), block_id=block.id)
        with self.assertRaises(UserError):
            framework.unlink()
        self.assertEqual(line.block_id, block)

    def test_a_block_is_no_part_of_itself_nor_of_another_framework(self):
        tops = self.env.ref("vsoko_module.framework_quality").block_ids
        with self.assertRaises(UserError):
            tops[0].parent_id = tops[0]
        with self.assertRaises(ValidationError):
            tops[0].parent_id = self.programme.block_ids[0]

    def test_other_spellings_find_the_same_entry(self):
        role = self.env["vsoko.role"].create(
            {"name": "Метролог", "aliases": "мерило школы\nответственный за меру"}
        )
        book = self.env["vsoko.role"]._phrase_book(self.school)
        self.assertFalse(book.keys("Мерило школы"))
        role.company_id = self.school
        book = self.env["vsoko.role"]._phrase_book(self.school)
        for words in ("Метролог", "Мерило школы", "ответственные за меру"):
            self.assertEqual(book.keys(words), [role.id], words)

    def test_own_entries_are_seen_by_their_school_only(self):
        for model in EXTENDABLE:
            own = self.env[model].with_user(self.deputy).create({"name": "Наше"})
            with self.subTest(model=model):
                self.assertEqual(own.company_id, self.school)
                theirs = self.env[model].with_user(self.other_deputy)
                self.assertFalse(theirs.search([("name", "=", "Наше")]))
                self.assertTrue(theirs.search([("company_id", "=", False)]))
                self.assertFalse(theirs._phrase_book(self.other_school).keys("Наше"))

    def test_shared_entries_are_the_managers_only(self):
        role = self._role("director")
        with self.assertRaises(AccessError):
            role.with_user(self.deputy).name = "Начальник"
        with self.assertRaises(AccessError):
            self.programme.block_ids[:1].with_user(self.deputy).unlink()
        role.with_user(self.manager).name = "Директор школы"
        self.assertEqual(role.name, "Директор школы")

    def test_a_framework_does_not_end_before_it_begins(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(CheckViolation):
            self.env["vsoko.framework"].create(
                {"name": "Модель", "date_from": "2024-01-01", "date_to": "2023-01-01"}
            )

    def test_an_entry_that_plans_use_is_archived_not_deleted(self):
        plan = self._make_plan()
        for model in EXTENDABLE:
            entry = self.env[model].with_user(self.deputy).create({"name": "Наше"})
            field = f"{model.rpartition('.')[2]}_ids"
            line = self._make_procedure(plan, **{field: [(4, entry.id)]})
            with self.subTest(model), self.assertRaises(UserError):
                entry.unlink()
            entry.action_archive()
            self.assertEqual(line.with_context(active_test=False)[field], entry)
            free = self.env[model].with_user(self.deputy).create({"name": "Лишнее"})
            self.assertTrue(free.unlink())
