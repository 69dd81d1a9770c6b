from datetime import timedelta

from odoo import api, fields, models

# By the surnames of the made-up people: counted as, education, category, teaching
# since, year of birth
STAFF = {
    "Директорова": ("administrative", "higher_teaching", False, "1995-09-01", 1971),
    "Завучева": ("administrative", "higher_teaching", False, "2003-09-01", 1980),
    "Воспитательнова": ("administrative", "higher_teaching", False, "2008-09-01", 1985),
    "Методистова": ("administrative", "higher", False, "2005-09-01", 1982),
    "Хозяйственнов": ("administrative", "secondary", False, False, 1966),
    "Садикова": ("administrative", "higher_teaching", False, "1999-09-01", 1976),
    "Учителева": ("teaching", "higher_teaching", "highest", "1990-08-15", 1967),
    "Математикова": ("teaching", "higher_teaching", "first", "2012-09-01", 1989),
    "Начальнова": ("teaching", "secondary_teaching", "none", "2022-09-01", 2001),
    "Библиотекарева": ("teaching", "secondary", "none", "2015-10-01", 1978),
    "Сайтов": ("teaching", "higher", "none", "2021-09-01", 1997),
    "Психологова": ("teaching", "higher_teaching", "first", "2010-09-01", 1986),
}
FIELDS = ("employee_id", "kind", "education", "category", "teaching_from", "birth_year")
# Who has finished a course, how many years ago, whether it was on ФГОС
TRAINING = [
    ("Завучева", "Внутренняя система оценки качества образования", 1, False),
    ("Учителева", "Преподавание русского языка по обновлённым ФГОС", 2, True),
    ("Математикова", "Преподавание математики по обновлённым ФГОС", 1, True),
    ("Начальнова", "Преподавание в начальных классах по ФГОС", 1, True),
    ("Психологова", "Сопровождение обучающихся с ОВЗ", 6, False),
]
# Pupils of classes А and Б of each parallel
SMALLEST, STEP, STEPS = 22, 3, 7


class VsokoDemoSchool(models.AbstractModel):
    """What the demo school reports of its workers and classes."""

    _inherit = "vsoko.demo.school"

    @api.model
    @api.private
    def load(self, company):
        made = super().load(company)
        cards = self._load_cards(company)
        self._load_training(cards)
        for number, school_class in enumerate(made["plan"].year_id.class_ids):
            school_class.student_count = SMALLEST + number * STEP % STEPS
        return made

    def _load_cards(self, company):
        """``{surname: card}``."""
        people = self.env["hr.employee"].search([("company_id", "=", company.id)])
        surnames = {one.name.split()[0]: one.id for one in people}
        cards = self.env["vsoko.staff"].create(
            [
                dict(zip(FIELDS, (surnames[surname], *told), strict=True))
                for surname, told in STAFF.items()
            ]
        )
        return dict(zip(STAFF, cards, strict=True))

    def _load_training(self, cards):
        today = fields.Date.context_today(self)
        self.env["vsoko.training"].create(
            [
                {
                    "staff_id": cards[surname].id,
                    "name": name,
                    "date_end": today - timedelta(days=365 * years),
                    "hours": 36,
                    "is_fgos": is_fgos,
                }
                for surname, name, years, is_fgos in TRAINING
            ]
        )
