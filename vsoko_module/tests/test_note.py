from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import BaseCase, tagged

from ..tools.note_words import Measure, Procedure, sections
from ..tools.russian import NBSP, change, counted, figure
from .test_documents import DocumentCase


@tagged("post_install", "-at_install")
class TestRussian(BaseCase):
    CLASSES = {
        0: "0 классов", 1: "1 класс", 2: "2 класса", 4: "4 класса", 5: "5 классов",
        11: "11 классов", 12: "12 классов", 14: "14 классов", 21: "21 класс",
        22: "22 класса", 25: "25 классов", 100: "100 классов", 101: "101 класс",
        111: "111 классов", 1001: "1001 класс",
    }  # fmt: skip
    IN_CLASSES = {
        1: "1 классе", 2: "2 классах", 3: "3 классах", 5: "5 классах",
        11: "11 классах", 21: "21 классе",
    }  # fmt: skip
    CHANGES = {
        (56.2, 52.0): "на 4,2 п.п. ниже",
        (52.0, 61.0): "на 9 п.п. выше",
        (52.0, 52.0): "без изменений",
        (52.0, 52.04): "без изменений",
        (None, 52.0): "сравнить не с чем",
    }

    def test_nouns_agree_with_numbers(self):
        for number, words in self.CLASSES.items():
            self.assertEqual(counted(number, "класс").replace(NBSP, " "), words)
        for number, words in self.IN_CLASSES.items():
            said = counted(number, "класс", "loct").replace(NBSP, " ")
            self.assertEqual(said, words)

    def test_pupils_people_and_points(self):
        said = [counted(n, "обучающийся").split(NBSP)[1] for n in (1, 2, 5, 21)]
        self.assertEqual(said, ["обучающийся", *["обучающихся"] * 2, "обучающийся"])

    def test_rise_fall_and_no_change(self):
        for (before, now), words in self.CHANGES.items():
            self.assertEqual(change(before, now).replace(NBSP, " "), words)

    def test_half_is_rounded_up_with_a_comma(self):
        self.assertEqual(
            [figure(one) for one in (61.25, 0.05, 2.45, 100.0)],
            ["61,3", "0,1", "2,5", "100"],
        )

    def test_no_data_is_not_zero(self):
        measure = Measure("a", "Доля", None, "%", section="По классам")
        (results,) = [
            one
            for one in sections(Procedure("Срез", measures=[measure]))
            if one.code == "results"
        ]
        self.assertNotIn("0", results.text)
        self.assertFalse(results.tables)


class TestNote(DocumentCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        plan = cls._make_plan("План ВСОКО")
        plan.write({"order_number": "12-ОД", "order_date": "2023-08-30"})
        cls.procedure = cls._make_procedure(plan, name="Входной срез")
        cls._approve(plan)
        cls.classes = cls.env["vsoko.class"].create(
            [
                {"year_id": cls.year.id, "parallel": 5, "letter": letter}
                for letter in "АБ"
            ]
        )
        cls.sheet = cls.env["vsoko.sheet"].create(
            {
                "name": "Лист урока",
                "company_id": cls.school.id,
                "line_ids": [
                    Command.create({"name": "Цель названа", "section": "Начало"}),
                    Command.create({"name": "Итог подведён", "section": "Конец"}),
                ],
            }
        )

    @classmethod
    def _visit(cls, school_class, *points, procedure=None):
        visit = cls.env["vsoko.observation"].create(
            {
                "sheet_id": cls.sheet.id,
                "procedure_id": (procedure or cls.procedure).id,
                "class_id": school_class.id,
                "employee_id": cls._employee(cls.teacher).id,
                "company_id": cls.school.id,
                "date": "2023-10-10",
            }
        )
        for line, answer in zip(visit.line_ids, points, strict=True):
            line.answer = answer
        visit.action_done()
        return visit

    def _note(self):
        wizard = (
            self.env["vsoko.document.create"]
            .with_user(self.deputy)
            .create(
                {
                    "kind_id": self._kind("note").id,
                    "procedure_id": self.procedure.id,
                }
            )
        )
        return self.env["vsoko.document"].browse(wizard.action_create()["res_id"])

    def _text(self, note, code):
        part = note.paragraph_ids.filtered(lambda one: one.code == code)
        return (part.text or "").replace(NBSP, " ")

    def test_a_note_writes_itself(self):
        first, second = self.classes
        self._visit(first, "2", "1")
        self._visit(first, "1", "0")
        self._visit(second, "2", "2")
        note = self._note()
        self.assertEqual(
            self._text(note, "goal"),
            "Оценить состояние дел по направлению «Входной срез», выявить успешную "
            "практику и дефициты, определить их причины.",
        )
        self.assertEqual(
            self._text(note, "grounds"),
            "План «План ВСОКО», утверждённый приказом от 30 августа 2023 г. № 12-ОД.",
        )
        self.assertEqual(
            self._text(note, "results"),
            "Посещено: 3 урока в 2 классах (5А и 5Б).\nСредняя доля баллов: 66,7 %.",
        )
        self.assertEqual(
            self._text(note, "conclusions"),
            "По классам: выше всего «5Б» (100 %), ниже всего «5А» (50 %).",
        )
        tables = {
            table["title"]: table["rows"]
            for part in note.paragraph_ids
            for table in part.tables or []
        }
        self.assertEqual(
            [[cell.replace(NBSP, " ") for cell in row] for row in tables["По классам"]],
            [["5А", "50 %"], ["5Б", "100 %"]],
        )

    def test_causes_and_repeat_control_are_asked_for(self):
        note = self._note()
        with self.assertRaises(UserError) as caught, self.cr.savepoint():
            note.with_user(self.director).action_approve()
        self.assertIn("Причины", str(caught.exception))
        self.assertIn("Повторный контроль", str(caught.exception))

    def test_answers_to_requests_stand_in_the_note(self):
        asked = self.env["vsoko.request"].create(
            [
                {
                    "name": "Писали срез",
                    "class_id": one.id,
                    "employee_id": self._employee(self.teacher).id,
                    "date_deadline": "2023-10-20",
                    "company_id": self.school.id,
                    "procedure_id": self.procedure.id,
                }
                for one in self.classes
            ]
        )
        for request, answer in zip(asked, ("24", "22 чел."), strict=True):
            request.answer = answer
            request.action_answer()
        note = self._note()
        self.assertIn("Писали срез: 46.", self._text(note, "results"))
        figure = note.figure_ids.filtered(lambda one: one.name == "Писали срез")
        self.assertEqual(figure.row_count, 2)
        self.assertEqual(figure.formula, "Сумма ответов по классам")

    def test_an_edited_paragraph_survives_a_new_generation(self):
        note = self._note()
        part = note.paragraph_ids.filtered(lambda one: one.code == "goal")
        part.text = "Оценить вычислительные навыки."
        self._visit(self.classes[0], "2", "2")
        note.action_generate()
        self.assertEqual(part.text, "Оценить вычислительные навыки.")
        self.assertTrue(part.is_edited)
        self.assertIn("1 урок", self._text(note, "results"))

    def test_a_signed_figure_stays_and_the_difference_is_shown(self):
        visit = self._visit(self.classes[0], "2", "1")
        note = self._note()
        for part in note.paragraph_ids.filtered("is_required"):
            part.text = "Мало устного счёта."
        self._register(note)
        before, digest = note._paper(), note.pdf_digest
        self.assertFalse(note.has_discrepancies)
        visit.sudo().line_ids[1].answer = "2"
        note.invalidate_recordset()
        note.figure_ids.invalidate_recordset()
        self.assertTrue(note.has_discrepancies)
        whole = note.figure_ids.filtered(lambda one: one.code == "visits")
        self.assertEqual(whole.value_text.replace(NBSP, " "), "75 %")
        self.assertEqual(whole.current_text.replace(NBSP, " "), "100 %")
        self.assertIn("1 → 2", whole.change_text)
        self.assertIn(self.env.user.name, whole.change_text)
        self.assertEqual((note._paper(), note.pdf_digest), (before, digest))

    def test_dynamics_against_the_last_time(self):
        plan = self._make_plan("План прошлого года")
        older = self._make_procedure(plan, name="Входной срез", term="сентябрь")
        self._visit(self.classes[0], "1", "1", procedure=older)
        older.sudo().write({"state": "in_progress"})
        older.sudo().write({"state": "done"})
        self._visit(self.classes[0], "2", "1")
        note = self._note()
        self.assertIn(
            "Средняя доля баллов – на 25 п.п. выше", self._text(note, "dynamics")
        )

    def test_no_teacher_is_named_among_the_results(self):
        self._visit(self.classes[0], "2", "1")
        note = self._note()
        name = self._employee(self.teacher).name
        said = self._text(note, "results") + str(note.figure_ids.mapped("rows"))
        self.assertNotIn(name, said)

    def test_a_note_costs_few_queries(self):
        for number in range(12):
            self._visit(self.classes[number % 2], "2", "1")
        note = self._note()
        self.env.flush_all()
        self.env.invalidate_all()
        few = self._queries(note._measured)
        for number in range(12):
            self._visit(self.classes[number % 2], "2", "1")
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(self._queries(note._measured), few)
