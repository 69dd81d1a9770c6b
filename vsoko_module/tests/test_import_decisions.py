import base64

from odoo.exceptions import AccessError, UserError

from .common import VsokoCase
from .decision_texts import (
    DECISIONS_HEADER,
    DEPUTY,
    MEASURES_HEADER,
    decisions_table,
    measures_table,
    padded,
)
from .office_files import excel, word

UNION = "Заседание ШМО учителей начальных классов"


class TestImportDecisions(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._appoint("administration", cls.director)
        cls._appoint("head_mo", cls.teacher)
        cls._appoint("subject_teacher", cls.teacher)
        cls.data = word(decisions_table(), measures_table())

    def _wizard(self, data, filename="решения.docx", user=None, **values):
        content = base64.b64encode(data)
        return (
            self.env["vsoko.import"]
            .with_user(user or self.deputy)
            .create(
                {"kind": "decisions", "file": content, "filename": filename, **values}
            )
        )

    def _preview(self, *rows, **values):
        """A preview of these rows under the usual header."""
        data = word([DECISIONS_HEADER, *padded(rows)])
        wizard = self._wizard(data, **values)
        wizard.action_preview()
        return wizard

    def _import_rows(self, *rows, **values):
        wizard = self._preview(*rows, **values)
        return self.env["vsoko.decision"].search(wizard.action_import()["domain"])

    def _import(self, data=None, **values):
        wizard = self._wizard(data or self.data, **values)
        wizard.action_preview()
        return wizard, wizard.action_import()

    def _decisions(self):
        return self.env["vsoko.decision"].search([("company_id", "=", self.school.id)])

    def _line(self, wizard, words):
        return wizard.line_ids.filtered(lambda line: words in (line.name or ""))

    # ---- a file of a school ----

    def test_a_preview_writes_nothing(self):
        wizard = self._wizard(self.data)
        wizard.action_preview()
        self.assertFalse(self._decisions())
        self.assertEqual(wizard.year_id, self.year)
        counts = (wizard.ok_count, wizard.warning_count, wizard.error_count)
        self.assertEqual(sum(counts), 34)
        self.assertEqual(wizard.error_count, 1)
        self.assertIn("Meetings: 8, decisions: 23, measures: 10", wizard.summary)
        self.assertIn("without a term: 4", wizard.summary)
        self.assertIn("without a responsible person: 3", wizard.summary)

    def test_a_file_becomes_meetings_decisions_and_measures(self):
        _wizard, action = self._import()
        self.assertEqual(action["res_model"], "vsoko.decision")
        decisions = self.env["vsoko.decision"].search(action["domain"])
        self.assertEqual(len(decisions), 23)
        self.assertEqual(len(decisions.meeting_id), 8)
        self.assertEqual(decisions.year_id, self.year)
        measures = self.env["vsoko.measure"].search([("year_id", "=", self.year.id)])
        self.assertEqual(len(measures), 10)
        self.assertEqual(measures[0].class_text, "3,4")

    def test_the_same_file_again_adds_nothing_and_says_so(self):
        self._import()
        wizard, action = self._import(filename="копия.docx")
        self.assertEqual(action["tag"], "display_notification")
        self.assertIn("копия.docx", action["params"]["message"])
        self.assertEqual(wizard.ok_count, 0)
        self.assertEqual(len(self._decisions()), 23)

    def test_the_other_format_adds_nothing(self):
        self._import()
        book = {"Решения": decisions_table(), "Мероприятия": measures_table()}
        _wizard, action = self._import(excel(book), filename="решения.xlsx")
        self.assertEqual(action["tag"], "display_notification")

    def test_a_grown_file_adds_its_new_rows_to_the_same_meeting(self):
        first = ["1", "Педсовет", "Август 2023", "Раз", "октябрь", DEPUTY]
        meeting = self._import_rows(first).meeting_id
        more = self._import_rows(first, ["", "", "", "Два", "май", DEPUTY])
        self.assertEqual((more.name, more.meeting_id), ("Два", meeting))

    def test_equal_decisions_of_one_meeting_are_both_imported(self):
        row = ["1", "Педсовет", "Август 2023", "Раз", "май", DEPUTY]
        self.assertEqual(len(self._import_rows(row, row)), 2)

    def test_what_was_typed_by_hand_is_not_doubled(self):
        council = self.env.ref("vsoko_module.body_pedagogical_council")
        meeting = self.env["vsoko.meeting"].with_user(self.deputy)
        meeting = meeting.create(
            {"body_id": council.id, "year_id": self.year.id, "date": "2023-08-30"}
        )
        typed = {"name": "Раз", "meeting_id": meeting.id, "year_id": self.year.id}
        self.env["vsoko.decision"].with_user(self.deputy).create(typed)
        new = self._import_rows(
            ["1", "Педсовет", "30.08.2023", "1. Раз", "май", DEPUTY],
            ["", "", "", "2. Два", "май", DEPUTY],
        )
        self.assertEqual((new.name, new.meeting_id), ("Два", meeting))

    # ---- who and when ----

    def test_terms_become_days_and_roles_become_people(self):
        [decision] = self._import_rows(
            ["1", "Педсовет", "Август 2023", "Раз", "Октябрь-декабрь 2023г", DEPUTY]
        )
        self.assertEqual(decision.date_deadline, self._day("2023-12-29"))
        self.assertEqual(decision.term_text, "Октябрь-декабрь 2023г")
        self.assertEqual(decision.employee_ids, self._employee(self.deputy))
        self.assertEqual(decision.role_ids, self._role("deputy_uvr"))
        self.assertEqual(decision.role_text, DEPUTY)
        self.assertEqual(decision.state, "open")

    def test_people_are_those_who_held_the_role_at_the_meeting(self):
        before = self._make_employee("Прежний Завуч")
        self._appoint("chair_mc", before, date_to="2023-09-15")
        self._appoint("chair_mc", self.director, date_from="2023-09-16")
        row = ["1", "МС", "11.09.2023", "Раз", "декабрь", "Председатель МС"]
        self.assertEqual(self._import_rows(row).employee_ids, before)

    def test_a_person_named_beside_a_role_is_the_only_one(self):
        named = self._make_employee("Орлова Анна Петровна")
        row = ["1", "МС", "11.09.2023", "Раз", "май", "Классный рук. Орлова А.П."]
        decision = self._import_rows(row)
        self.assertEqual(decision.employee_ids, named)
        self.assertEqual(decision.role_ids, self._role("class_teacher"))

    def test_an_empty_term_or_person_is_flagged_and_stays_empty(self):
        head = ["1", "Педсовет", "Август 2023"]
        wizard = self._preview(
            [*head, "Раз", "", DEPUTY], ["", "", "", "Два", "май", ""]
        )
        self.assertIn("No term", self._line(wizard, "Раз").message)
        self.assertIn("No responsible person", self._line(wizard, "Два").message)
        self.assertEqual(wizard.warning_count, 2)
        wizard.action_import()
        no_term, nobody = self._decisions().sorted("name", reverse=True)
        self.assertEqual((no_term.state, nobody.state), ("draft", "draft"))
        self.assertFalse(no_term.date_deadline)
        self.assertFalse(nobody.employee_ids or nobody.role_ids or nobody.role_text)

    def test_years_of_an_older_paper_are_flagged(self):
        name = "Анализ ВПР на педсовете в августе 2017 года"
        wizard = self._preview(["1", "МС", "Август 2023", name, "май", DEPUTY])
        self.assertIn("2017", wizard.line_ids.message)
        wizard.action_import()
        self.assertEqual(self._decisions().state, "open")

    def test_a_term_before_the_meeting_is_flagged_and_stays_a_project(self):
        wizard = self._preview(["1", "МС", "02.10.2023", "Раз", "сентябрь", DEPUTY])
        self.assertIn("«сентябрь» is before", wizard.line_ids.message)
        wizard.action_import()
        self.assertEqual(self._decisions().state, "draft")

    def test_a_role_that_nobody_holds_is_flagged(self):
        wizard = self._preview(["1", "МС", "Август 2023", "Раз", "май", "Методист"])
        self.assertIn("«Методист»", wizard.line_ids.message)
        wizard.action_import()
        self.assertEqual(self._decisions().state, "draft")

    def test_an_unknown_role_may_be_explained(self):
        words = "Методическая служба"
        wizard = self._preview(["1", "МС", "Август 2023", "Раз", "май", words])
        self.assertEqual(wizard.phrase_ids.mapped("name"), [words])
        wizard.phrase_ids.role_ids = self._role("deputy_uvr")
        wizard.action_preview()
        self.assertEqual(wizard.line_ids.state, "ok")
        wizard.action_import()
        self.assertEqual(self._decisions().employee_ids, self._employee(self.deputy))
        self.assertEqual(self._decisions().role_text, words)

    # ---- meetings ----

    def test_a_named_day_is_the_day_of_the_meeting(self):
        row = ["1", "Педсовет", "протокол № 1 от 30.08.2023", "Раз", "май", DEPUTY]
        decision = self._import_rows(row)
        meeting = decision.meeting_id
        self.assertEqual((meeting.date, meeting.number), (self._day("2023-08-30"), "1"))
        self.assertEqual(decision.adopted_on, meeting.date)
        self.assertEqual(meeting.state, "held")

    def test_of_a_month_no_day_is_made_up(self):
        row = ["1", "Педсовет", "Август 2023", "Раз", "май", DEPUTY]
        decision = self._import_rows(row)
        self.assertEqual(decision.meeting_id.date_text, "Август 2023")
        self.assertFalse(decision.meeting_id.date or decision.adopted_on)
        self.assertEqual(decision.state, "open")

    def test_a_meeting_ahead_is_not_held_yet(self):
        row = ["1", "Педсовет", "Май 2024", "Раз", "Май 2024", DEPUTY]
        decision = self._import_rows(row)
        self.assertEqual(decision.state, "draft")
        self.assertEqual(decision.meeting_id.state, "draft")

    def test_words_beside_a_known_body_are_kept(self):
        row = ["1", UNION, "Август 2023", "Раз", "май", DEPUTY]
        meeting = self._import_rows(row).meeting_id
        self.assertEqual(
            meeting.body_id, self.env.ref("vsoko_module.body_methodical_union")
        )
        self.assertEqual(meeting.body_text, UNION)

    def test_a_body_that_nobody_knows_is_told_and_added(self):
        row = ["1", "Штаб воспитания", "Август 2023", "Раз", "май", DEPUTY]
        wizard = self._preview(row)
        self.assertIn("Штаб воспитания", wizard.line_ids.message)
        wizard.action_import()
        body = self._decisions().body_id
        self.assertEqual((body.name, body.company_id), (row[1], self.school))

    # ---- measures ----

    def test_measures_find_classes_subjects_and_teachers(self):
        classes = self.env["vsoko.class"].create(
            [
                {"parallel": parallel, "letter": letter, "year_id": self.year.id}
                for parallel, letter in ((3, "А"), (3, "Б"), (4, "А"), (5, "А"))
            ]
        )
        row = ["1", "2023-2024", "1. Беседы", "3,4", "Математика", "Классный рук."]
        wizard = self._wizard(word([MEASURES_HEADER, row]))
        action = wizard.action_import()
        measure = self.env["vsoko.measure"].search(action["domain"])
        self.assertEqual(measure.class_ids, classes[:3])
        self.assertEqual(measure.subject_ids.mapped("name"), ["Математика"])
        self.assertEqual(measure.employee_ids, self._employee(self.teacher))
        self.assertEqual(measure.role_text, "Классный рук.")
        again = self._wizard(word([MEASURES_HEADER, row])).action_import()
        self.assertEqual(again["tag"], "display_notification")

    def test_a_pupil_is_loaded_by_code_and_never_by_name(self):
        header = ["Учебный год", "Мероприятие", "Класс", "Обучающийся", "Учитель"]
        row = ["2023/24", "Занятия", "5А"]
        rows = [[*row, "5А-07", DEPUTY], [*row, "Орлова Анна", DEPUTY]]
        wizard = self._wizard(word([header, *rows]))
        measures = self.env["vsoko.measure"].search(wizard.action_import()["domain"])
        self.assertEqual(measures.mapped("pupil_code"), ["5А-07", ""])
        self.assertIn("by name", wizard.line_ids[1].message)
        self.assertNotIn("Орлова", str(wizard.line_ids.mapped("values")))

    # ---- which year ----

    def test_the_year_is_that_of_the_file(self):
        rows = [["1", "МС", "Ноябрь 2021", "Раз", "Март 2022г", DEPUTY]]
        self._import_rows(*rows)
        self.assertEqual(self._decisions().year_id._start_year(), 2021)

    def test_a_year_that_the_user_has_chosen_comes_first(self):
        year = self.env["vsoko.academic.year"]._ensure(2024, self.school)
        row = ["1", "МС", "Ноябрь", "Раз", "май", DEPUTY]
        self._import_rows(row, year_id=year.id, filename="решения 2023-2024.docx")
        self.assertEqual(self._decisions().year_id, year)

    # ---- refusals ----

    def test_a_teacher_may_not_import(self):
        with self.assertRaises(AccessError):
            self._wizard(self.data, user=self.teacher)

    def test_people_of_another_school_are_not_told(self):
        wizard = self._wizard(self.data, user=self.other_deputy)
        wizard.company_id = self.school
        with self.assertRaises(AccessError):
            wizard.action_preview()

    def test_a_file_without_decisions_is_refused_by_its_name(self):
        tables = {
            "план.docx": [["Месяц", "Содержание"], ["май", "ВПР"]],
            "бланк.docx": [DECISIONS_HEADER, [""] * 6],
        }
        for name, table in tables.items():
            with self.subTest(name), self.assertRaises(UserError) as refusal:
                self._wizard(word(table), name).action_preview()
            self.assertIn(name, str(refusal.exception))

    def test_columns_that_are_not_read_are_named(self):
        header = [*DECISIONS_HEADER, "Отметка о выполнении", "Бюджет"]
        row = ["1", "МС", "Август 2023", "Раз", "май", DEPUTY, "выполнено", ""]
        wizard = self._wizard(word([header, row]))
        wizard.action_preview()
        self.assertIn("not read: «Отметка о выполнении»", wizard.summary)
        self.assertNotIn("Бюджет", wizard.summary)

    def test_markup_stays_text(self):
        words = "<b>Провести</b> =1+1"
        row = ["1", "МС", "Август 2023", words, "май", DEPUTY]
        self.assertEqual(self._import_rows(row).name, words)

    def test_nobody_else_sees_the_decisions(self):
        self._import()
        theirs = self.env["vsoko.decision"].with_user(self.other_deputy)
        self.assertFalse(theirs.search([("year_id", "=", self.year.id)]))
