"""A school with people in it, and short ways to give it plans."""

from contextlib import contextmanager
from datetime import date

from freezegun import freeze_time

from odoo import SUPERUSER_ID, api
from odoo.tests import TransactionCase, new_test_user, tagged

USER, OFFICER, DIRECTOR, MANAGER = (
    f"vsoko_module.group_vsoko_{name}"
    for name in ("user", "officer", "director", "manager")
)
# Letters and log notes of six new people would take a third of a case's time
QUIETLY = {
    "no_reset_password": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "tracking_disable": True,
}
# What Odoo leaves behind when it tells people anything
TRACES = ("mail.mail", "mail.notification", "mail.activity", "sms.sms")


@tagged("post_install", "-at_install")
class VsokoCase(TransactionCase):
    """Two schools that do not know of each other; it is Monday, 16 October 2023."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time("2023-10-16 09:00:00"))
        cls.school = cls._make_school("Школа № 1")
        cls.year = cls.env["vsoko.academic.year"]._ensure(2023, cls.school)
        cls.director = cls._make_person("director", DIRECTOR)
        cls.deputy = cls._make_person("deputy", OFFICER)
        cls.teacher = cls._make_person("teacher", USER)
        cls.outsider = cls._make_person("outsider", USER)
        cls.manager = cls._make_person("manager", MANAGER)
        cls.other_school = cls._make_school("Школа № 2")
        cls.other_deputy = cls._make_person("other_deputy", OFFICER, cls.other_school)
        cls._appoint("director", cls.director)
        cls._appoint("deputy_uvr", cls.deputy)
        cls._appoint("class_teacher", cls.teacher)

    # ---- who is there ----

    @classmethod
    def _make_school(cls, name):
        return cls.env["res.company"].create({"name": name})

    @classmethod
    def _make_person(cls, login, group, school=None):
        """A user with an employee; both are called by the login."""
        school = school or cls.school
        user = new_test_user(
            cls.env,
            login,
            groups=group,
            name=login.title(),
            company_id=school.id,
            company_ids=[(6, 0, school.ids)],
            context=QUIETLY,
        ).with_env(cls.env)
        cls._make_employee(login.title(), school=school, user_id=user.id)
        return user

    @classmethod
    def _make_employee(cls, name, school=None, **values):
        school = school or cls.school
        return cls.env["hr.employee"].create(
            {"name": name, "company_id": school.id, **values}
        )

    @classmethod
    def _employee(cls, user):
        return cls.env["hr.employee"].search([("user_id", "=", user.id)])

    @classmethod
    def _role(cls, code):
        return cls.env.ref(f"vsoko_module.role_{code}")

    @classmethod
    def _appoint(cls, code, who, **values):
        """Give a role to a user or an employee."""
        employee = cls._employee(who) if who._name == "res.users" else who
        return cls.env["vsoko.role.holder"].create(
            {
                "role_id": cls._role(code).id,
                "employee_id": employee.id,
                "company_id": employee.company_id.id,
                **values,
            }
        )

    # ---- what they plan ----

    @classmethod
    def _make_plan(cls, name="План ВСОКО", year=None, user=None, **values):
        """A plan as the deputy has begun it."""
        year = year or cls.year
        return (
            cls.env["vsoko.plan"]
            .with_user(user or cls.deputy)
            .create(
                {
                    "name": name,
                    "year_id": year.id,
                    "company_id": year.company_id.id,
                    **values,
                }
            )
        )

    @classmethod
    def _make_procedure(cls, plan, name="ВПР", term="октябрь", roles="", **values):
        """A line of a plan; ``roles`` are codes, ``steps`` are texts."""
        steps = values.pop("steps", [])
        role_ids = [cls._role(code).id for code in roles.split()]
        if name:
            values["name"] = name
        return plan.env["vsoko.procedure"].create(
            {
                "plan_id": plan.id,
                "term_text": term,
                "role_ids": [(6, 0, role_ids)],
                "step_ids": [(0, 0, {"name": step}) for step in steps],
                **values,
            }
        )

    @classmethod
    def _approve(cls, plan):
        plan.with_user(cls.deputy).action_send()
        plan.with_user(cls.director).action_approve()
        return plan

    @classmethod
    def _make_approved_plan(cls, **values):
        """A plan of one October line of the class teacher, approved."""
        plan = cls._make_plan(**values)
        cls._make_procedure(plan, roles="class_teacher", steps=["Провести ВПР"])
        return cls._approve(plan)

    # ---- what is checked ----

    def assertDays(self, record, start, end):
        """Dates given as ISO texts, an empty one where there is no date."""
        days = [day and day.isoformat() for day in (record.date_start, record.date_end)]
        self.assertEqual(days, [start or False, end or False])

    @contextmanager
    def assertNobodyIsTold(self, message=None):
        """No letter, notification or activity comes of what is done inside."""
        before = self._traces()
        yield
        self.env.flush_all()
        self.assertEqual(self._traces(), before, message)

    def _traces(self):
        models = [name for name in TRACES if name in self.env]
        counts = {name: self.env[name].sudo().search_count([]) for name in models}
        messages = self.env["mail.message"].sudo()
        return counts | {
            "messages of events": messages.search_count(
                [("model", "=", "calendar.event")]
            )
        }

    def _run_job(self, model, method, *days):
        """Run a scheduled job on these days, at night, with a cursor of its own."""
        self.env.flush_all()
        with self.enter_registry_test_mode():
            for day in days:
                with freeze_time(f"{day} 02:00:00"), self.registry.cursor() as cursor:
                    job = api.Environment(cursor, SUPERUSER_ID, {})
                    getattr(job[model], method)()
        self.env.invalidate_all()

    def _queries(self, function):
        """How many queries a call takes when nothing is cached."""
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        function()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    @staticmethod
    def _day(text):
        return date.fromisoformat(text)
