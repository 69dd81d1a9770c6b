"""The decisions that a school really has written down go in whole."""

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.vsoko_module.tests import office_files

from .common import EXAMPLES, FORMS, USER, SchoolCase

DECISIONS = EXAMPLES / "school-decisions-2023-24.docx"
BLANK = FORMS / "decisions-blank.xlsx"
ROLES = "deputy_uvr head_mo class_teacher subject_teacher administration".split()
PER_MEETING = [3, 3, 3, 2, 1, 3, 6, 2]


@tagged("post_install", "-at_install")
class TestDecisionSamples(SchoolCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher = cls._make_person("school_teacher", USER)
        for code in ROLES:
            user = cls.deputy if code == "deputy_uvr" else cls.teacher
            cls._appoint(code, user)

    @classmethod
    def _load(cls, content=None, name=DECISIONS.name, **values):
        content = content or DECISIONS.read_bytes()
        return cls._import(content, name, kind="decisions", **values)

    def test_the_sample_is_shown_as_it_was_understood(self):
        wizard = self._wizard(DECISIONS.read_bytes(), "решения.docx", kind="decisions")
        wizard.action_preview()
        counts = (wizard.ok_count, wizard.warning_count, wizard.error_count)
        self.assertEqual(counts, (11, 12, 0))
        self.assertFalse(wizard.phrase_ids)
        self.assertEqual(wizard.start_year, 2023)
        said = "Meetings: 8, decisions: 23, measures: 0, without a term: 6"
        self.assertIn(said, wizard.summary)
        self.assertIn("without a responsible person: 5", wizard.summary)
        self.assertFalse(self._decisions())

    def _decisions(self):
        school = [("company_id", "=", self.school.id)]
        return self.env["vsoko.decision"].search(school, order="id")

    def test_the_sample_becomes_23_decisions_of_8_meetings(self):
        _wizard, action = self._load()
        decisions = self.env["vsoko.decision"].search(action["domain"], order="id")
        self.assertEqual(decisions, self._decisions())
        meetings = decisions.meeting_id
        self.assertEqual([len(one.decision_ids) for one in meetings], PER_MEETING)
        # The methodical council has no date in the file: it waits for one
        undated = meetings.filtered(lambda one: not one.date_text)
        self.assertEqual((undated.name, undated.state), ("Методический совет", "draft"))
        self.assertEqual(set((meetings - undated).mapped("state")), {"held"})
        self.assertFalse(any(meetings.mapped("date")))
        self.assertEqual(meetings[0].date_text, "Август 2023")
        self.assertEqual(decisions.year_id.name, "2023/24")

    def test_what_is_missing_is_not_made_up(self):
        self._load()
        decisions = self._decisions()
        no_term = decisions.filtered(lambda one: not one.term_text)
        self.assertEqual(len(no_term), 6)
        self.assertFalse(any(no_term.mapped("date_deadline")))
        nobody = decisions.filtered(lambda one: not one.role_text)
        self.assertEqual(len(nobody), 5)
        self.assertFalse(nobody.employee_ids or nobody.role_ids)
        self.assertEqual(set((no_term | nobody).mapped("state")), {"draft"})
        # «октябрь» of a meeting in February is a project, too
        adopted = decisions - no_term - nobody
        self.assertEqual(adopted.mapped("state").count("open"), 14)

    def test_terms_are_days_of_the_school_year(self):
        self._load()
        days = {one.term_text: one.date_deadline for one in self._decisions()}
        months = {text: day and (day.year, day.month) for text, day in days.items()}
        self.assertEqual(months["Октябрь-декабрь 2023г"], (2023, 12))
        self.assertEqual(months["Сентябрь- ноябрь2023г"], (2023, 11))
        self.assertEqual(months["В течение года"], (2024, 5))
        self.assertEqual(months["Постоянно по мере поступления"], (2024, 5))
        self.assertEqual(months["Июнь-август 2024г"], (2024, 8))

    def test_unions_keep_their_words(self):
        self._load()
        unions = self.env["vsoko.meeting"].search(
            [
                ("body_id", "=", self.env.ref("vsoko_module.body_methodical_union").id),
                ("company_id", "=", self.school.id),
            ]
        )
        self.assertEqual(len(unions), 2)
        for union in unions:
            self.assertIn("учителей", union.body_text)

    def test_the_sample_twice_adds_nothing_and_says_so(self):
        self._load()
        _wizard, action = self._load(name="решения копия.docx")
        self.assertEqual(action["tag"], "display_notification")
        self.assertEqual(len(self._decisions()), 23)

    # ---- the blank form ----

    def test_the_blank_form_asks_to_be_filled_in(self):
        wizard = self._wizard(BLANK.read_bytes(), BLANK.name, kind="decisions")
        with self.assertRaises(UserError) as refusal, self.env.cr.savepoint():
            wizard.action_import()
        self.assertIn(BLANK.name, str(refusal.exception))

    def test_the_filled_form_is_decisions_and_measures(self):
        book = openpyxl.load_workbook(BLANK)
        fill(book["Решения"], [1, "Педсовет", "30.08.2023", "Раз", "май", "Завуч"])
        fill(book["Мероприятия"], [1, "2023/24", "Два", "3, 4", "Математика", "Завуч"])
        wizard, action = self._load(office_files.saved(book), "заполнен.xlsx")
        self.assertEqual((wizard.ok_count, wizard.error_count), (2, 0))
        decision = self.env["vsoko.decision"].search(action["domain"])
        self.assertEqual(decision.state, "open")
        self.assertEqual(str(decision.adopted_on), "2023-08-30")
        measure = self.env["vsoko.measure"].search(
            [("company_id", "=", self.school.id)]
        )
        self.assertEqual((measure.name, measure.class_text), ("Два", "3, 4"))


def fill(sheet, values):
    """The first empty row of a form."""
    for column, value in enumerate(values, 1):
        sheet.cell(5, column).value = value
