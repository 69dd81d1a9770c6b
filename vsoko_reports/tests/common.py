"""A school with people, and papers as the text a reader sees."""

import subprocess

from odoo.tests import TransactionCase, new_test_user, tagged

USER, OFFICER, DIRECTOR = (
    f"vsoko_module.group_vsoko_{name}" for name in ("user", "officer", "director")
)


@tagged("post_install", "-at_install")
class PaperCase(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.school = cls.env["res.company"].create(
            {
                "name": "МБОУ СОШ № 3",
                "city": "г. Заречный",
                "vsoko_founder": "Администрация города Заречного",
                "vsoko_full_name": "МБОУ «Средняя школа № 3»",
            }
        )
        cls.env = cls.env(
            context={**cls.env.context, "allowed_company_ids": cls.school.ids}
        )
        cls.director = cls._make_employee("Соколова Анна Викторовна", "director")
        cls.deputy = cls._make_employee(
            "Мельникова Ольга Петровна",
            "deputy_uvr",
            job_title="Заместитель директора по УВР",
            work_phone="8 (000) 000-00-00",
        )
        cls.year = cls._make_year("2024-09-01")

    @classmethod
    def _make_employee(cls, name, role=None, **values):
        employee = cls.env["hr.employee"].create(
            {"name": name, "company_id": cls.school.id, **values}
        )
        if role:
            cls._appoint(role, employee)
        return employee

    @classmethod
    def _appoint(cls, role, employee, **values):
        return cls.env["vsoko.role.holder"].create(
            {
                "role_id": cls.env.ref(f"vsoko_module.role_{role}").id,
                "employee_id": employee.id,
                "company_id": cls.school.id,
                **values,
            }
        )

    @classmethod
    def _make_year(cls, first_day):
        return cls.env["vsoko.academic.year"].create(
            {"date_start": first_day, "company_id": cls.school.id}
        )

    @classmethod
    def _make_user(cls, login, group, school=None):
        school = school or cls.school
        return new_test_user(
            cls.env,
            login,
            groups=group,
            company_id=school.id,
            company_ids=[(6, 0, school.ids)],
        )

    @classmethod
    def _make_plan(cls, lines=(), **values):
        plan = cls.env["vsoko.plan"].create(
            {
                "name": "План ВСОКО",
                "year_id": cls.year.id,
                "company_id": cls.school.id,
                "employee_id": cls.deputy.id,
                **values,
            }
        )
        cls.env["vsoko.procedure"].create(
            [
                {"plan_id": plan.id, "sequence": number, **line}
                for number, line in enumerate(lines, 1)
            ]
        )
        return plan

    @classmethod
    def _from_template(cls, code, **values):
        """A year's plan made of a template that is shipped."""
        template = cls.env.ref(f"vsoko_module.plan_template_{code}")
        plan = cls.env["vsoko.plan"].action_apply_template(template.id, cls.year.id)
        plan.write({"employee_id": cls.deputy.id, **values})
        return plan

    @classmethod
    def _approve(cls, plan):
        plan.action_send()
        plan.action_approve()

    def _print(self, paper, records, user=None):
        """``(bytes, extension)`` of a paper, made for the user."""
        reports = self.env["ir.actions.report"].with_user(user or self.env.user)
        return reports._render(f"vsoko_reports.{paper}", records.ids)

    def _pages(self, paper, records):
        """The text of each page of a PDF."""
        content, extension = self._print(paper, records)
        self.assertEqual(extension, "pdf")
        return pdf_pages(content)

    def _text(self, paper, records):
        return flat(" ".join(self._pages(paper, records)))


def pdf_pages(content):
    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"],
        input=content,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return text.split("\f")[:-1]


def flat(text):
    """A text with every kind of gap as one space."""
    return " ".join(text.split())
