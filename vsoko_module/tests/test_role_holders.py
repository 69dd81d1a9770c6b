from odoo.exceptions import ValidationError

from .common import VsokoCase


class TestRoleHolders(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.librarian = cls._make_employee("Библиотекарева")
        cls.stand_in = cls._make_employee("Заменина")
        cls.post = cls._appoint("librarian", cls.librarian)
        cls.plan = cls._make_plan()

    def _line(self, term, **values):
        return self._make_procedure(self.plan, term=term, roles="librarian", **values)

    def _names(self, line):
        return line.sudo().employee_ids.mapped("name")

    def test_a_role_becomes_a_person_on_the_day_of_the_procedure(self):
        self.post.date_to = "2023-12-31"
        self._appoint("librarian", self.stand_in, date_from="2024-01-01")
        self.assertEqual(self._names(self._line("октябрь")), ["Библиотекарева"])
        self.assertEqual(self._names(self._line("март")), ["Заменина"])

    def test_several_people_may_hold_a_role(self):
        self._appoint("librarian", self.stand_in)
        self.assertEqual(len(self._line("октябрь").employee_ids), 2)

    def test_several_roles_give_all_their_people_once(self):
        self._appoint("site", self.librarian)
        line = self._make_procedure(self.plan, roles="librarian site deputy_uvr")
        self.assertEqual(set(self._names(line)), {"Библиотекарева", "Deputy"})

    def test_an_acting_person_stands_in_on_those_days_only(self):
        self._appoint(
            "librarian",
            self.stand_in,
            is_acting=True,
            replaces_id=self.librarian.id,
            date_from="2023-11-01",
            date_to="2023-11-30",
        )
        terms = {
            "до 25 октября": ["Библиотекарева"],
            "до 20 ноября": ["Заменина"],
            "до 20 декабря": ["Библиотекарева"],
        }
        for term, names in terms.items():
            self.assertEqual(self._names(self._line(term)), names, term)

    def test_nobody_holds_the_role_of_another_school(self):
        theirs = self._make_employee("Чужая", school=self.other_school)
        self._appoint("librarian", theirs)
        self.assertEqual(self._names(self._line("октябрь")), ["Библиотекарева"])

    def test_a_line_without_a_date_goes_to_who_holds_the_role_today(self):
        self.assertEqual(self._names(self._line("когда получится")), ["Библиотекарева"])

    def test_a_new_holder_takes_over_what_has_not_begun(self):
        lines = {
            state: self._line("октябрь", name=state)
            for state in ("planned", "in_progress", "done", "cancelled")
        }
        for state, line in lines.items():
            line.state = state
        self.post.unlink()
        self._appoint("librarian", self.stand_in)
        got = {state: self._names(line) for state, line in lines.items()}
        kept = dict.fromkeys(("in_progress", "done", "cancelled"), ["Библиотекарева"])
        self.assertEqual(got, {"planned": ["Заменина"], **kept})

    def test_a_role_given_later_mans_the_lines_that_waited(self):
        line = self._make_procedure(self.plan, roles="psychologist")
        self.assertFalse(line.employee_ids)
        self._appoint("psychologist", self.stand_in)
        self.assertEqual(self._names(line), ["Заменина"])

    def test_moving_the_deadline_changes_the_person(self):
        self.post.date_to = "2023-12-31"
        self._appoint("librarian", self.stand_in, date_from="2024-01-01")
        line = self._line("октябрь")
        line.write({"date_start": "2024-02-01", "date_end": "2024-02-05"})
        self.assertEqual(self._names(line), ["Заменина"])

    def test_nobody_replaces_oneself_or_without_acting(self):
        with self.assertRaises(ValidationError):
            self.post.write({"is_acting": True, "replaces_id": self.librarian.id})
        with self.assertRaisesRegex(ValidationError, "Библиотекарева"):
            self.post.replaces_id = self.stand_in

    def test_the_role_shows_who_holds_it_today_in_this_school(self):
        role = self._role("librarian").with_company(self.school)
        self.assertEqual(role.current_employee_ids, self.librarian)
        other = self._role("librarian").with_company(self.other_school)
        self.assertFalse(other.current_employee_ids)

    def test_the_plan_names_the_director_of_its_school(self):
        self.assertEqual(self.plan.sudo().director_id, self._employee(self.director))
