from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .common import HolidaysCase


class SubstituteCase(HolidaysCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.leave = cls._give_leave(cls.librarian, "2023-10-23", "2023-10-31")

    def _dialog(self, line=None):
        """What the deputy sees after the button."""
        action = self._seen(line).action_appoint_substitute()
        wizards = self.env["vsoko.substitute"].with_user(self.deputy)
        return Form(wizards.with_context(**action["context"]))

    def _appoint_by_dialog(self, line=None, **choices):
        dialog = self._dialog(line)
        for name, value in choices.items():
            setattr(dialog, name, value)
        dialog.save().action_appoint()
        self.env.invalidate_all()

    def _acting(self):
        return self.env["vsoko.role.holder"].search(
            [("is_acting", "=", True), ("company_id", "=", self.school.id)]
        )

    def assertProposed(self, person, reason, line=None):
        dialog = self._dialog(line)
        proposed = (dialog.substitute_id.id, dialog.reason)
        self.assertEqual(proposed, (person.id, reason))


class TestProposals(SubstituteCase):
    def test_who_is_already_appointed_comes_first(self):
        self._appoint("librarian", self._make_employee("Ещё одна"))
        self.line.state = "in_progress"
        self._appoint(
            "librarian",
            self.stand_in,
            is_acting=True,
            replaces_id=self.librarian.id,
            date_from="2023-10-20",
            date_to="2023-11-05",
        )
        self.assertProposed(self.stand_in, "acting")

    def test_an_appointment_for_a_part_of_the_days_is_no_help(self):
        self.line.state = "in_progress"
        self._appoint(
            "librarian",
            self.stand_in,
            is_acting=True,
            replaces_id=self.librarian.id,
            date_from="2023-10-20",
            date_to="2023-10-25",
        )
        self.assertProposed(self.stand_in.browse(), "nobody")

    def test_then_a_colleague_of_the_same_role_of_the_same_team_first(self):
        team = self.env["hr.department"].create(
            {"name": "Библиотека", "company_id": self.school.id}
        )
        self.librarian.department_id = team
        self._appoint("librarian", self._make_employee("Абонементова"))
        near = self._make_employee("Читальнова", department_id=team.id)
        self._appoint("librarian", near)
        self.assertProposed(near, "same_role")

    def test_then_the_head_of_the_department_or_of_the_person(self):
        head = self._make_employee("Начальникова")
        self.librarian.parent_id = head
        self.assertProposed(head, "manager")
        chief = self._make_employee("Отделова")
        self.librarian.department_id = self.env["hr.department"].create(
            {
                "name": "Библиотека",
                "company_id": self.school.id,
                "manager_id": chief.id,
            }
        )
        self.assertProposed(chief, "manager")

    def test_who_is_away_or_has_left_is_not_proposed(self):
        colleague = self._make_employee("Абонементова")
        self._appoint("librarian", colleague)
        head = self._make_employee("Начальникова")
        self.librarian.parent_id = head
        self._give_leave(colleague, "2023-10-30", "2023-11-30")
        self.assertProposed(head, "manager")
        head.active = False
        self.assertProposed(self.stand_in.browse(), "nobody")

    def test_nobody_is_proposed_from_another_school(self):
        theirs = self._make_employee("Чужая", school=self.other_school)
        self._appoint("librarian", theirs)
        self.assertProposed(self.stand_in.browse(), "nobody")


class TestAppointments(SubstituteCase):
    def test_nothing_changes_until_somebody_decides(self):
        self.assertEqual(self._people(), self.librarian)
        self.assertFalse(self._acting())

    def test_a_role_goes_to_the_substitute_for_the_days_of_the_leave(self):
        later = self._make_line("до 20 ноября")
        twin = self._make_line("до 27 октября")
        self._appoint_by_dialog(substitute_id=self.stand_in)
        acting = self._acting()
        self.assertEqual(
            (acting.role_id, acting.employee_id, acting.replaces_id),
            (self._role("librarian"), self.stand_in, self.librarian),
        )
        self.assertEqual(
            (acting.date_from, acting.date_to),
            (self._day("2023-10-23"), self._day("2023-10-31")),
        )
        for line, person in (
            (self.line, self.stand_in),
            (twin, self.stand_in),
            (later, self.librarian),
        ):
            self.assertEqual(self._people(line), person)
        self.assertFalse(self._seen().is_somebody_away)

    def test_every_role_of_the_person_is_handed_over_or_those_chosen(self):
        self._appoint("site", self.librarian)
        dialog = self._dialog()
        both = self._role("librarian") | self._role("site")
        self.assertEqual(set(dialog.role_ids.ids), set(both.ids))
        dialog.role_ids.remove(self._role("site").id)
        dialog.substitute_id = self.stand_in
        dialog.save().action_appoint()
        self.assertEqual(self._acting().role_id, self._role("librarian"))

    def test_what_has_begun_is_handed_over_too(self):
        self.line.state = "in_progress"
        self._appoint_by_dialog(substitute_id=self.stand_in)
        self.assertEqual(self._people(), self.stand_in)

    def test_a_person_named_by_hand_is_replaced_in_this_line_only(self):
        line = self._make_line(roles="class_teacher")
        line.employee_ids = self.librarian | self._employee(self.teacher)
        self._approve(self.plan)
        self._appoint_by_dialog(line, substitute_id=self.stand_in)
        self.assertFalse(self._acting())
        self.assertEqual(
            self._people(line), self.stand_in | self._employee(self.teacher)
        )
        self.assertEqual(self._people(), self.librarian)
        change = line.change_ids
        self.assertEqual(
            change.reason, "Библиотекарева Софья Львовна is away 23–31.10.2023"
        )
        self.assertEqual(change.user_id, self.deputy)

    def test_a_person_who_is_back_by_the_deadline_keeps_the_line(self):
        self.line.write({"date_start": "2023-10-20", "date_end": "2023-11-03"})
        dialog = self._dialog()
        self.assertIn("03.11.2023", dialog.hint)
        dialog.substitute_id = self.stand_in
        dialog.save().action_appoint()
        self.assertEqual(self._people(), self.librarian)

    def test_the_calendar_follows(self):
        self._approve(self.plan)
        self._appoint_by_dialog(substitute_id=self._employee(self.outsider))
        self.assertEqual(self.line.event_id.partner_ids, self.outsider.partner_id)

    def test_whoever_stands_in_already_is_not_appointed_twice(self):
        self.line.state = "in_progress"
        days = {"date_from": "2023-10-20", "date_to": "2023-11-05"}
        self._appoint(
            "librarian",
            self.stand_in,
            is_acting=True,
            replaces_id=self.librarian.id,
            **days,
        )
        self._appoint_by_dialog()
        self.assertEqual(len(self._acting()), 1)
        self.assertEqual(self._people(), self.stand_in)

    def test_a_substitute_who_is_away_is_refused(self):
        self._give_leave(self.stand_in, "2023-10-31", "2023-11-10")
        with self.assertRaisesRegex(UserError, "Заменина"):
            self._appoint_by_dialog(substitute_id=self.stand_in)

    def test_nobody_is_replaced_who_is_not_away(self):
        dialog = self._dialog()
        dialog.substitute_id = self.stand_in
        wizard = dialog.save()
        self.leave.action_refuse()
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "is not away"):
            wizard.action_appoint()
        with self.assertRaisesRegex(UserError, "Nobody"):
            self._seen().action_appoint_substitute()

    def test_an_appointment_outlives_a_cancelled_leave_and_says_so(self):
        self._appoint_by_dialog(substitute_id=self.stand_in)
        holders = self._acting().with_user(self.deputy)
        gone = [("is_leave_gone", "=", True), ("company_id", "=", self.school.id)]
        self.assertFalse(holders.is_leave_gone)
        self.assertFalse(holders.search(gone))
        self.leave.action_refuse()
        self.env.invalidate_all()
        self.assertEqual(self._people(), self.stand_in)
        self.assertTrue(holders.is_leave_gone)
        self.assertEqual(holders.search(gone), holders)
        holders.unlink()
        self.assertEqual(self._people(), self.librarian)


class TestRights(SubstituteCase):
    def _values(self, line=None):
        return {
            "procedure_id": (line or self.line).id,
            "employee_id": self.librarian.id,
            "substitute_id": self.stand_in.id,
        }

    def test_only_a_deputy_appoints(self):
        self._approve(self.plan)
        wizards = self.env["vsoko.substitute"]
        for user in (self.teacher, self.manager):
            with self.assertRaises(AccessError):
                wizards.with_user(user).create(self._values())
        wizards.with_user(self.director).create(self._values()).action_appoint()
        self.assertEqual(self._people(), self.stand_in)

    def test_a_deputy_of_another_school_does_not(self):
        wizards = self.env["vsoko.substitute"].with_user(self.other_deputy)
        with self.assertRaises(AccessError):
            wizards.create(self._values()).action_appoint()
        self.assertFalse(self._acting())

    def test_nobody_comes_from_another_school(self):
        theirs = self._make_employee("Чужая", school=self.other_school)
        wizards = self.env["vsoko.substitute"].with_user(self.deputy)
        for roles in ([(5,)], [(6, 0, self._role("librarian").ids)]):
            values = {**self._values(), "substitute_id": theirs.id, "role_ids": roles}
            with self.assertRaises(UserError):
                wizards.create(values).action_appoint()
        self.assertEqual(self._people(), self.librarian)

    def test_a_proposal_of_a_colleague_is_not_read(self):
        wizard = self.env["vsoko.substitute"].with_user(self.deputy)
        wizard = wizard.create(self._values())
        with self.assertRaises(AccessError):
            wizard.with_user(self.director).read(["substitute_id"])
