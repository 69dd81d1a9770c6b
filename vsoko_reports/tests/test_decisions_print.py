from odoo.exceptions import AccessError
from odoo.tests import Form

from .common import OFFICER, USER
from .decision_case import DecisionsCase

PAPERS = ("decisions_pdf", "decisions_docx", "decisions_xlsx")


class TestDecisionsSheet(DecisionsCase):
    def test_each_row_says_its_meeting_so_that_it_can_be_filtered(self):
        meeting = self._make_meeting(date="2024-08-30")
        finding = self._make_finding()
        self._make_decision("Раз", meeting_id=meeting.id, finding_id=finding.id)
        self._make_decision("Два", meeting_id=meeting.id)
        rows = self._rows("Решения")
        self.assertEqual(
            [row[:3] for row in rows],
            [
                ["1.1", "Педагогический совет", "30.08.2024"],
                ["1.2", "Педагогический совет", "30.08.2024"],
            ],
        )
        self.assertEqual(rows[0][6], "Принято")
        self.assertEqual(rows[0][8], finding.name)
        sheet = self._sheets()["Решения"]
        self.assertEqual(sheet.freeze_panes, "A5")
        self.assertEqual(sheet.print_title_rows, "$4:$4")

    def test_figures_of_the_dynamics_stand_in_cells(self):
        finding = self._make_finding()
        self._judge(self._make_decision("Занятия", finding_id=finding.id), "61")
        self.assertEqual(
            self._rows("Динамика")[0],
            [
                "1.1",
                finding.name,
                "Занятия",
                "52 %",
                "60 %",
                "61 %",
                "цель достигнута",
                "03.03.2025",
            ],
        )


class TestDecisionsAccess(DecisionsCase):
    def test_teacher_cannot_print_by_an_address(self):
        teacher = self._make_user("decisions_teacher", USER)
        for paper in PAPERS:
            with self.subTest(paper), self.assertRaises(AccessError):
                self._print(paper, self.year, teacher)

    def test_another_school_prints_nothing_of_ours(self):
        other = self.env["res.company"].create({"name": "Другая школа"})
        stranger = self._make_user("decisions_stranger", OFFICER, other)
        for paper in PAPERS:
            with self.subTest(paper), self.assertRaises(AccessError):
                self._print(paper, self.year, stranger)


class TestDecisionsWindow(DecisionsCase):
    def test_the_current_year_is_proposed_with_what_is_missing_in_it(self):
        self._make_decision()
        lacking = self._make_decision("Без срока", state="draft", date_deadline=False)
        self._make_measure("Занятие")
        with Form(self.env["vsoko.decisions.print"].with_user(self.officer)) as form:
            self.assertEqual(form.year_id, self.year)
            self.assertEqual((form.decision_count, form.measure_count), (2, 1))
            self.assertEqual(form.incomplete_count, 1)
        action = form.record.action_view_incomplete()
        found = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual(found, lacking)
        self.assertEqual(
            form.record.action_xlsx()["report_name"], "vsoko_reports.decisions_xlsx"
        )

    def test_name_of_the_file(self):
        report = self.env.ref("vsoko_reports.decisions_pdf")
        name = report.gen_report_download_filename(self.year.ids, {})
        self.assertEqual(name, "Решения за 2024-25 учебный год.pdf")

    def test_teacher_has_no_window(self):
        teacher = self._make_user("window_teacher", USER)
        with self.assertRaises(AccessError):
            self.env["vsoko.decisions.print"].with_user(teacher).create({})
