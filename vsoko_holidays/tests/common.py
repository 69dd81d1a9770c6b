"""A school some of whose people are on leave."""

from odoo.addons.vsoko_module.tests.common import VsokoCase


class HolidaysCase(VsokoCase):
    """The librarian answers for a line of October; it is Monday, 16 October 2023."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sick = cls._make_leave_type("Больничный")
        cls.librarian = cls._make_employee("Библиотекарева Софья Львовна")
        cls.stand_in = cls._make_employee("Заменина Анна Петровна")
        cls._appoint("librarian", cls.librarian)
        cls.plan = cls._make_plan()
        cls.line = cls._make_line()

    @classmethod
    def _make_line(cls, term="до 25 октября", roles="librarian", **values):
        return cls._make_procedure(cls.plan, term=term, roles=roles, **values)

    @classmethod
    def _make_leave_type(cls, name, **values):
        return cls.env["hr.leave.type"].create(
            {
                "name": name,
                "requires_allocation": False,
                "leave_validation_type": "hr",
                "company_id": False,
                **values,
            }
        )

    @classmethod
    def _ask_leave(cls, employee, first, last, **values):
        return cls.env["hr.leave"].create(
            {
                "employee_id": employee.id,
                "holiday_status_id": cls.sick.id,
                "request_date_from": first,
                "request_date_to": last,
                **values,
            }
        )

    @classmethod
    def _give_leave(cls, employee, first, last, **values):
        leave = cls._ask_leave(employee, first, last, **values)
        leave.action_approve()
        cls.env.invalidate_all()
        return leave

    def _seen(self, line=None, user=None):
        """The line as the deputy head, who has no rights in HR, opens it."""
        self.env.flush_all()
        self.env.invalidate_all()
        return (line or self.line).with_user(user or self.deputy)

    def _people(self, line=None):
        return (line or self.line).sudo().employee_ids
