from freezegun import freeze_time

from odoo.fields import Command

from .common import VsokoCase


class DemoCase(VsokoCase):
    @classmethod
    def _open(cls):
        """A demo school with what it has been made of."""
        school = cls.env["res.company"].create({"name": "Школа для показа"})
        demo = cls.env["vsoko.demo.school"].with_company(school)
        return school, demo.load(school)

    def _own(self, model, school, *domain):
        return self.env[model].search([("company_id", "=", school.id), *domain])


class TestDemoSchool(DemoCase):
    """Whoever tries the product does so on any day of the year."""

    def test_it_lives_in_summer(self):
        self._check_on("2024-08-10", "2023/24")

    def test_it_lives_when_a_year_has_just_begun(self):
        self._check_on("2024-09-15", "2023/24")

    def test_it_lives_in_autumn(self):
        self._check_on("2024-10-31", "2024/25")

    def _check_on(self, day, year):
        with freeze_time(f"{day} 09:00:00"):
            school, made = self._open()
            self.assertEqual(made["plan"].year_id.name, year)
            decisions = self._own("vsoko.decision", school)
            self.assertIn("verified", decisions.mapped("state"))
            self.assertTrue(any(decisions.mapped("is_overdue")))
            self.env["vsoko.demo.school"].remove(school)
            self.assertFalse(decisions.exists())


class TestDemoFolder(DemoCase):
    """The holes of the demo school are mended one by one, as their hints say."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time("2024-11-20 09:00:00"))
        cls.school, cls.made = cls._open()
        cls.env = cls.env(
            context={**cls.env.context, "allowed_company_ids": cls.school.ids}
        )
        cls.year = cls.made["plan"].year_id
        cls.folder = cls.env["vsoko.folder"].create({"year_id": cls.year.id})
        cls.folder.action_check()

    def test_a_complete_demo_school_has_all_of_its_folder(self):
        left = []
        for mend in (
            self._name_local_acts,
            self._approve_a_control_plan,
            lambda: self._keep_minutes("methodical_union"),
            lambda: self._keep_minutes("director_meeting"),
            self._enter_a_figure,
            self._finish_what_is_late,
        ):
            left.append(self.folder.percent)
            mend()
            self.folder.action_check()
        self.assertEqual(left, sorted(set(left)), "each mending raises the share")
        self.assertFalse(self.folder.hole_ids.mapped("name"))
        self.assertEqual(self.folder.percent, 100)

    def _name_local_acts(self):
        acts = self.folder.hole_ids.act_id.filtered(
            lambda act: act.source == "regulation"
        )
        self.env["vsoko.regulation"].create(
            [{"name": act.name, "company_id": self.school.id} for act in acts]
        )

    def _approve_a_control_plan(self):
        plan = self.env["vsoko.plan"].create(
            {"name": "План ВШК", "kind": "vshk", "year_id": self.year.id}
        )
        self._make_procedure(plan, "Контроль рабочих программ")
        plan.action_send()
        plan.action_approve()

    def _keep_minutes(self, body):
        meeting = self.env["vsoko.meeting"].create(
            {
                "body_id": self.env.ref(f"vsoko_module.body_{body}").id,
                "date": "2024-11-18",
                "chair_id": self.made["deputy"].id,
                "secretary_id": self.made["teacher"].id,
                "member_ids": [Command.set(self.made["teacher"].ids)],
                "present_ids": [Command.set(self.made["teacher"].ids)],
                "question_ids": [Command.create({"name": "О плане на полугодие"})],
            }
        )
        meeting.question_ids.action_noted()
        meeting.action_hold()
        meeting.action_minutes()
        meeting.document_id.action_approve()
        meeting.document_id.action_register()

    def _enter_a_figure(self):
        indicator = self._own("vsoko.measurement", self.school)[:1].indicator_id
        period = self.env["vsoko.period"]._school_year(self.year)
        figure = self.env["vsoko.measurement"].create(
            {"indicator_id": indicator.id, "period_id": period.id, "entry": "500"}
        )
        figure.action_submit()

    def _finish_what_is_late(self):
        late = self._own("vsoko.decision", self.school).filtered("is_overdue")
        self.env["vsoko.demo.school"]._carry_out(late.finding_id.recheck_ids)
        late.action_done()
        # The conclusion is of visits, without a figure before: people say what they see
        late.check_ids.write(
            {"verdict": "reached", "comment": "Критерии названы на 17 уроках из 20"}
        )
        late.check_ids.action_judge()
        late.action_verify()
