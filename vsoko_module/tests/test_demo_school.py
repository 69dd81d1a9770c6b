from freezegun import freeze_time

from .common import VsokoCase


class TestDemoSchool(VsokoCase):
    """Whoever tries the product does so on any day of the year."""

    def test_it_lives_in_summer(self):
        self._load("2024-08-10", "2023/24")

    def test_it_lives_when_a_year_has_just_begun(self):
        self._load("2024-09-15", "2023/24")

    def test_it_lives_in_autumn(self):
        self._load("2024-10-31", "2024/25")

    def _load(self, day, year):
        with freeze_time(f"{day} 09:00:00"):
            school = self.env["res.company"].create({"name": "Школа для показа"})
            made = self.env["vsoko.demo.school"].load(school)
            self.assertEqual(made["plan"].year_id.name, year)
            decisions = self.env["vsoko.decision"].search(
                [("company_id", "=", school.id)]
            )
            self.assertIn("verified", decisions.mapped("state"))
            self.assertTrue(any(decisions.mapped("is_overdue")))
            self.env["vsoko.demo.school"].remove(school)
            self.assertFalse(decisions.exists())
