"""Two people at the same moment, each in a transaction of her own."""

import base64
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial

from odoo.api import SUPERUSER_ID
from odoo.exceptions import UserError
from odoo.service.model import retrying
from odoo.tests import new_test_user

from odoo.addons.vsoko_module.tests.office_files import excel

from .common import DIRECTOR, DOCX, OFFICER, registry_of, scratch_database, transaction

SMALL = "small.xlsx"
SMALL_PLAN = {
    "План": [
        ["План ВШК на 2023/24 учебный год"],
        ["Месяц", "Содержание", "Ответственные"],
        ["октябрь", "Проверить журналы", "Заместитель директора по УВР"],
        ["ноябрь", "Посетить уроки", "Заместитель директора по УВР"],
    ]
}


class TestTogether(unittest.TestCase):
    """In a database of its own: what is committed cannot be rolled back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        database = cls.enterClassContext(scratch_database("together"))
        cls.registry = cls.enterClassContext(registry_of(database))
        cls.number = 0

    def setUp(self):
        super().setUp()
        # Each test has a school of its own, for nothing is rolled back here
        type(self).number += 1
        with self._env() as env:
            school = env["res.company"].create({"name": f"Школа № {self.number}"})
            self.school = school.id
            self.first = self._make_person(env, "first", OFFICER)
            self.second = self._make_person(env, "second", OFFICER)
            self.director = self._make_person(env, "director", DIRECTOR)

    def _env(self, uid=SUPERUSER_ID):
        return transaction(self.registry, uid)

    def _make_person(self, env, login, group):
        return new_test_user(
            env,
            f"{login}_{self.number}",
            groups=group,
            company_id=self.school,
            company_ids=[(6, 0, [self.school])],
            context={"no_reset_password": True},
        ).id

    def _together(self, *acts):
        """Results of acts done at one moment, or the refusals they met.

        An act is (user, function of the environment). All have looked at the
        database before the first begins to write, as people have who press a button.
        """
        start = threading.Barrier(len(acts))
        with ThreadPoolExecutor(len(acts)) as pool:
            running = [pool.submit(self._act, start, *act) for act in acts]
        return [one.result() for one in running]

    def _act(self, start, uid, act):
        with self._env(uid) as env:
            env["vsoko.plan"].search_count([])
            start.wait(timeout=30)
            try:
                return retrying(partial(act, env), env)
            except UserError as refusal:
                return refusal

    def _prepare(self, uid, content, name):
        """The id of an import at which its owner has looked."""
        with self._env(uid) as env:
            wizard = env["vsoko.import"].create(
                {"file": base64.b64encode(content), "filename": name}
            )
            wizard.action_preview()
            return wizard.id

    @staticmethod
    def _import(wizard_id, env):
        """Press the button; what counts afterwards is the database."""
        env["vsoko.import"].browse(wizard_id).action_import()

    def test_eight_directors_register_at_one_moment(self):
        """Numbers 1…8 exactly: no gap, no double, one of the papers is refused."""
        with self._env() as env:
            kind = env.ref("vsoko_module.document_kind_order")
            papers = env["vsoko.document"].create(
                [
                    {
                        "kind_id": kind.id,
                        "name": f"О деле {number}",
                        "company_id": self.school,
                        # the last one is not approved and spends no number
                        "signatory_id": self._director_card(env).id,
                        "item_ids": [(0, 0, {"name": "Утвердить", "is_task": False})],
                    }
                    for number in range(9)
                ]
            )
            papers[:8].action_approve()
        acts = [(self.director, partial(self._register, paper)) for paper in papers.ids]
        answers = self._together(*acts)
        with self._env() as env:
            papers = env["vsoko.document"].browse(papers.ids)
            numbers = sorted(papers[:8].mapped("number_value"))
            self.assertEqual(numbers, list(range(1, 9)))
            self.assertFalse(papers[8].number)
        self.assertEqual(sum(isinstance(one, UserError) for one in answers), 1)

    def _director_card(self, env):
        cards = env["hr.employee"]
        own = cards.search([("user_id", "=", self.director)], limit=1)
        return own or cards.create(
            {"name": "Директорова Анна", "user_id": self.director}
            | {"company_id": self.school}
        )

    @staticmethod
    def _register(document_id, env):
        env["vsoko.document"].browse(document_id).action_register()

    def _plans(self, env):
        return env["vsoko.plan"].search([("company_id", "=", self.school)])

    def test_different_files_do_not_mix(self):
        small = excel(SMALL_PLAN)
        wizards = {
            self.first: self._prepare(self.first, DOCX.read_bytes(), DOCX.name),
            self.second: self._prepare(self.second, small, SMALL),
        }
        acts = [(uid, partial(self._import, one)) for uid, one in wizards.items()]
        self.assertEqual(self._together(*acts), [None, None])
        with self._env() as env:
            plans = {plan.source_filename: plan for plan in self._plans(env)}
            self.assertEqual(set(plans), {DOCX.name, SMALL})
            lines = {name: len(plan.procedure_ids) for name, plan in plans.items()}
            self.assertEqual(lines, {DOCX.name: 88, SMALL: 2})
            self.assertEqual(plans[DOCX.name].create_uid.id, self.first)
            self.assertEqual(plans[SMALL].create_uid.id, self.second)

    def test_one_file_of_two_people_is_one_plan(self):
        content = DOCX.read_bytes()
        with self._env() as env:
            env["vsoko.academic.year"]._ensure(
                2023, env["res.company"].browse(self.school)
            )
        acts = [
            (uid, partial(self._import, self._prepare(uid, content, DOCX.name)))
            for uid in (self.first, self.second)
        ]
        refusals = [one for one in self._together(*acts) if one]
        self.assertEqual(len(refusals), 1)
        self.assertIn("file", str(refusals[0]))
        with self._env() as env:
            self.assertEqual(self._plans(env).mapped("procedure_count"), [88])

    def test_one_event_moved_by_two_people_stays_with_its_procedure(self):
        event = self._make_plan()
        days = [datetime(2023, 10, 10, 8), datetime(2023, 10, 12, 8)]
        acts = [
            (uid, partial(self._move, event, day))
            for uid, day in zip((self.first, self.second), days, strict=True)
        ]
        self.assertEqual(self._together(*acts), [None, None])
        with self._env() as env:
            event = env["calendar.event"].browse(event)
            line = event.vsoko_procedure_id
            self.assertIn(event.start, days)
            self.assertEqual(line.event_ids, event)
            self.assertEqual(line.date_end, event.start.date())

    @staticmethod
    def _move(event_id, start, env):
        event = env["calendar.event"].browse(event_id)
        event.write({"start": start, "stop": start.replace(hour=18)})

    def test_a_plan_approved_twice_at_once_is_approved_once(self):
        event = self._make_plan()
        with self._env(self.first) as env:
            plan = env["calendar.event"].browse(event).vsoko_procedure_id.plan_id
            plan.action_send()
            plan_id = plan.id
        act = (self.director, partial(self._approve, plan_id))
        self._together(act, act)
        with self._env() as env:
            plan = env["vsoko.plan"].browse(plan_id)
            self.assertEqual(plan.state, "approved")
            self.assertEqual(plan.edition_ids.mapped("number"), [1])

    @staticmethod
    def _approve(plan_id, env):
        env["vsoko.plan"].browse(plan_id).action_approve()

    def _make_plan(self):
        """A draft of one line; the id of its event."""
        with self._env(self.first) as env:
            years = env["vsoko.academic.year"]
            plan = env["vsoko.plan"].create(
                {"name": "План", "year_id": years._ensure(2023, env.company).id}
            )
            line = env["vsoko.procedure"].create(
                {"plan_id": plan.id, "name": "ВПР", "term_text": "05.10.2023"}
            )
            return line.event_id.id
