import hashlib
import io
import zipfile

import openpyxl

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import freeze_time

from .folder_case import FolderCase


class TestFolder(FolderCase):
    """Папка ВСОКО (N5): the whole chain is checked by one button."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._complete_school()
        cls.problem = cls._make_chain(cls.plan)
        cls.folder = cls._make_folder()

    def _check(self):
        self.folder.action_check()
        return self.folder

    def test_a_complete_school_has_100_percent(self):
        self.assertEqual(self._stages(self.folder), [])
        self.assertEqual(self.folder.percent, 100)
        self.assertEqual(self.folder.met_weight, self.folder.due_weight)
        self.assertFalse(self.folder.first_hint)

    def test_without_the_order_that_hole_is_named_and_the_percent_falls(self):
        before, due = self.folder.met_weight, self.folder.due_weight
        self.problem.decision_ids.document_id.unlink()
        self._check()
        self.assertEqual(self._stages(self.folder), ["act", "order"])
        hole = self.folder.hole_ids.filtered("finding_id")
        self.assertEqual(hole.about, self.problem.name)
        self.assertEqual(hole.stage_id.code, "order")
        self.assertEqual(self.folder.due_weight, due)
        self.assertEqual(self.folder.met_weight, before - 2)
        self.assertEqual(self.folder.percent, 100 * (due - 2) // due)

    def test_an_order_of_one_chain_of_two_takes_its_own_weight(self):
        other = self._make_chain(self.plan, "Пробелы в 5А")
        self._check()
        self.assertEqual(self.folder.percent, 100)
        self.stage("order").with_company(self.school).weight = 3
        before, due = self._check().met_weight, self.folder.due_weight
        other.decision_ids.item_id = False
        self._check()
        self.assertEqual(self._stages(self.folder), ["order"])
        self.assertEqual(self.folder.hole_ids.finding_id, other)
        self.assertEqual(self.folder.met_weight, before - 3)
        self.assertEqual(self.folder.percent, 100 * (due - 3) // due)

    def stage(self, code):
        return self.env.ref(f"vsoko_module.folder_stage_{code}")

    def test_each_link_that_is_taken_away_is_named(self):
        problem, decision = self.problem, self.problem.decision_ids
        note = problem.procedure_id.document_ids
        for stage, take_away in {
            "data": lambda: problem.write({"procedure_id": False}),
            "cause": lambda: problem.write({"cause_id": False}),
            "note": lambda: note.write({"state": "cancelled"}),
            "decision": lambda: decision.write({"employee_ids": [(5, 0, 0)]}),
            "recheck": lambda: problem.recheck_ids.write({"is_recheck": False}),
            "effect": lambda: decision.check_ids.write({"state": "draft"}),
        }.items():
            with self.subTest(stage=stage), self.undone():
                take_away()
                self._check()
                holes = self.folder.hole_ids.filtered("finding_id")
                self.assertIn(stage, holes.stage_id.mapped("code"))
                self.assertLess(self.folder.percent, 100)

    def undone(self):
        """What is done inside is taken back."""
        return Undone(self.env)

    def test_a_repeat_control_ahead_counts_neither_for_nor_against(self):
        problem = self._make_problem(self.plan.procedure_ids)
        self._decide(problem, item_id=self.problem.decision_ids.item_id.id)
        self._recheck(problem, "2023-12-01")
        due = self.folder.due_weight
        self._check()
        waiting = self.folder.line_ids.filtered(lambda line: line.state == "waiting")
        awaited = waiting.filtered(lambda line: line.finding_id == problem)
        self.assertEqual(awaited.stage_id.code, "effect")
        self.assertIn("01.12.2023", awaited.name)
        self.assertEqual(self.folder.due_weight, due + 6)
        self.assertEqual(self.folder.percent, 100)
        with freeze_time("2023-12-04 09:00:00"):
            self._check()
        self.assertEqual(self._stages(self.folder), ["recheck", "effect"])
        late = self.folder.hole_ids.sorted("sequence")[0]
        self.assertIn("01.12.2023", late.name)

    def test_an_empty_school_has_nothing_and_is_told_what_to_begin_with(self):
        year = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        folder = self._make_folder(year, self.other_deputy)
        self.assertEqual(folder.percent, 0)
        self.assertEqual(self._stages(folder)[:3], ["regulation", "plan", "schedule"])
        self.assertIn("Положение", folder.first_hint)
        self.assertFalse(folder.line_ids.finding_id)

    def test_shares_of_the_school_count_in_part(self):
        self._make_figure(self.year, state="draft")
        self._check()
        hole = self.folder.hole_ids
        self.assertEqual((hole.stage_id.code, hole.done, hole.whole), ("data", 1, 2))
        self.assertIn("1", hole.name)
        self.assertEqual(self.folder.met_weight, self.folder.due_weight - 0.5)

    def test_a_red_figure_without_a_conclusion_is_a_hole(self):
        red = self._make_figure(self.year)
        self.env["vsoko.indicator.setting"].create(
            {
                "indicator_id": red.indicator_id.id,
                "company_id": self.school.id,
                "has_target": True,
                "target": 90,
            }
        )
        self.assertEqual(red.light, "red")
        self._check()
        self.assertEqual(self._stages(self.folder), ["cause"])
        action = self.folder.hole_ids.action_open()
        found = self.env["vsoko.measurement"].search(action["domain"])
        self.assertEqual(found, red)

    def test_a_finished_procedure_that_owes_a_note_is_found(self):
        debtor = self.env["vsoko.procedure"].create(
            {
                "name": "Срез",
                "plan_id": self._control_plan(self.year).id,
                "outcome_ids": [(4, self.env.ref("vsoko_module.outcome_note").id)],
                "date_end": "2023-10-02",
                "state": "done",
            }
        )
        debtor.is_published = True
        self._check()
        self.assertEqual(self._stages(self.folder), ["note"])
        action = self.folder.hole_ids.action_open()
        found = self.env["vsoko.procedure"].search(action["domain"])
        self.assertEqual(found, debtor)
        self._paper("note", procedure_id=debtor.id)
        self._check()
        self.assertFalse(self.folder.hole_ids)

    def test_each_hole_opens_something(self):
        self._make_problem(self.plan.procedure_ids, procedure_id=False, cause_id=False)
        self.env["vsoko.regulation"].search(
            [("company_id", "=", self.school.id)]
        ).unlink()
        self._paper("minutes").search([("layout", "=", "minutes")]).write(
            {"state": "cancelled"}
        )
        self.env["vsoko.measure"].search([]).unlink()
        self._check()
        self.assertGreater(len(self.folder.hole_ids), 10)
        for hole in self.folder.hole_ids:
            with self.subTest(hole=hole.display_name):
                self.assertTrue(hole.hint)
                action = hole.action_open()
                self.assertIn(action["res_model"], self.env)
                if record := action.get("res_id"):
                    self.assertTrue(self.env[action["res_model"]].browse(record).name)

    def test_a_school_names_its_own_act_or_says_it_needs_none(self):
        acts = self.env["vsoko.local.act"].with_user(self.deputy)
        act = acts.with_company(self.school).create({"name": "Порядок апелляций"})
        self.assertEqual(act.company_id, self.school)
        self._check()
        self.assertEqual(self.folder.hole_ids.act_id, act)
        self.assertEqual(self.folder.hole_ids.action_open()["res_id"], act.id)
        act.regulation_id = self.env["vsoko.regulation"].search(
            [("company_id", "=", self.school.id)], limit=1
        )
        self._check()
        self.assertEqual(self.folder.percent, 100)
        act.write({"regulation_id": False, "is_unneeded": True})
        self._check()
        self.assertEqual(self.folder.percent, 100)
        self.assertNotIn(act, self.folder.line_ids.act_id)

    def test_the_weight_is_each_schools_own(self):
        stage = self.stage("effect").with_user(self.deputy)
        stage.with_company(self.school).weight = 5
        other = self.stage("effect").with_company(self.other_school)
        self.assertEqual(other.weight, 1)
        before = self.folder.due_weight
        self._check()
        self.assertEqual(self.folder.due_weight, before + 4)
        with self.assertRaises(AccessError):
            stage.name = "Итог"
        with self.assertRaises(ValidationError):
            stage.weight = -1

    def test_a_teacher_sees_no_folder(self):
        folder = self.folder.with_user(self.teacher)
        for act in (folder.action_check, folder.action_open, folder.action_download):
            with self.assertRaises(AccessError):
                act()
        with self.assertRaises(AccessError):
            folder.line_ids.read(["state"])

    def test_another_school_sees_nothing_of_it(self):
        folder = self.folder.with_user(self.other_deputy)
        self.assertFalse(folder.search([("id", "=", folder.id)]))
        lines = self.env["vsoko.folder.line"].with_user(self.other_deputy)
        self.assertFalse(lines.search([("folder_id", "=", folder.id)]))
        with self.assertRaises(AccessError):
            folder.action_check()
        year = self.env["vsoko.academic.year"]._ensure(2022, self.school)
        with self.assertRaises(AccessError):
            folder.create({"year_id": year.id})

    def test_nobody_writes_the_percent_by_hand(self):
        for vals in ({"percent": 100}, {"line_ids": [(5, 0, 0)]}):
            with self.assertRaises(AccessError):
                self.folder.write(vals)

    def test_the_menu_opens_the_folder_of_the_current_year_checked(self):
        self.folder.sudo().unlink()
        folders = self.env["vsoko.folder"].with_user(self.director)
        action = folders.with_company(self.school).action_open()
        folder = self.env["vsoko.folder"].browse(action["res_id"])
        self.assertEqual(folder.year_id, self.year)
        self.assertEqual(folder.checked_by_id, self.director)
        self.assertEqual(folders.with_company(self.school).action_open(), action)

    def test_the_picture_shows_each_problem_along_the_chain(self):
        self.problem.decision_ids.document_id.write({"state": "cancelled"})
        picture = self._check().picture
        states = {box["name"]: box["state"] for box in picture["stages"]}
        self.assertEqual((states["Приказ"], states["Эффект"]), ("hole", "met"))
        self.assertEqual(len(picture["columns"]), 7)
        [row] = picture["problems"]
        self.assertEqual(row["name"], self.problem.name)
        order = row["cells"][str(self.stage("order").id)]
        self.assertEqual(order["state"], "hole")

    def test_the_archive_has_papers_and_a_list_of_contents(self):
        note = self.problem.procedure_id.document_ids
        archive = self._archive(self.folder)
        names = archive.namelist()
        self.assertEqual(names[-1], "Содержание.xlsx")
        self.assertEqual(len(names), len(set(names)))
        folders = {name.partition("/")[0] for name in names[:-1]}
        self.assertLessEqual({"Приказы", "Справки", "Протоколы"}, folders)
        [of_note] = [name for name in names if name.startswith("Справки/")]
        self.assertTrue(archive.read(of_note).startswith(b"%PDF"))
        book = openpyxl.load_workbook(io.BytesIO(archive.read(names[-1])))
        rows = list(book.active.iter_rows(min_row=5, values_only=True))
        [of_problem] = [row for row in rows if row[1] == "Справка" and row[4]]
        self.assertEqual(of_problem[2], self.problem.name)
        self.assertEqual(of_problem[4], of_note)
        self.assertIn("100 %", book.active["A2"].value)
        self.assertEqual({row[4] for row in rows if row[4]}, set(names[:-1]))
        self.assertIn(note.name, of_note)

    def test_names_in_the_archive_are_safe(self):
        self._paper("order", name="../../О плане: «1/2» <новый> *?")
        self._paper("order", name="../../О плане: «1/2» <новый> *?")
        names = self._archive(self.folder).namelist()
        for name in names:
            self.assertNotRegex(name, r'[<>:"\\|?*\x00-\x1f]|\.\./|^/')
            self.assertLessEqual(name.count("/"), 1)
        self.assertEqual(len(names), len(set(names)))

    def test_a_registered_paper_goes_into_the_archive_as_it_was_signed(self):
        order = self._paper("order", state="draft", item_ids=[(0, 0, {"name": "Да"})])
        order.item_ids.is_task = False
        order.state = "approved"
        order.state = "registered"
        archive = self._archive(self.folder)
        [name] = [name for name in archive.namelist() if order.number in name]
        kept = hashlib.sha256(archive.read(name)).hexdigest()
        self.assertEqual(kept, order.pdf_digest)

    def _archive(self, folder):
        file = io.BytesIO()
        folder._write_archive(file)
        return zipfile.ZipFile(file)

    def test_the_number_of_queries_does_not_grow_with_years_and_problems(self):
        few = self._queries(self.folder.action_check)
        for start in range(2013, 2023):
            year = self.env["vsoko.academic.year"]._ensure(start, self.school)
            plan = self._complete_school(year)
            for number in range(3):
                self._make_chain(plan, f"Проблема {number} {start}")
        for number in range(5):
            self._make_chain(self.plan, f"Проблема {number}")
        self.assertLessEqual(self._queries(self.folder.action_check), few)
        self.assertEqual(len(self.folder.line_ids.finding_id), 6)


class Undone:
    """A block whose writes are taken back, the caches with them."""

    def __init__(self, env):
        self.env = env

    def __enter__(self):
        self.env.flush_all()
        self.savepoint = self.env.cr.savepoint()

    def __exit__(self, *_error):
        self.savepoint.close(rollback=True)
        self.env.invalidate_all(flush=False)
