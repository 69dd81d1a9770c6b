from datetime import date

from odoo.tests import BaseCase, tagged

from ..tools.note_facts import Figure, Note
from ..tools.note_requests import Answer
from ..tools.note_requests import results as of_requests
from ..tools.note_visit_figures import Point, Visit
from ..tools.note_visits import results as of_visits
from ..tools.note_words import GAP, TITLES, sections

NBSP = "\N{NO-BREAK SPACE}"


def visit(number, points, school_class="5А", **values):
    """A visit with points for «Цель» of two and «Пары» of three."""
    lines = tuple(
        Point(number * 10 + place, place, name, "", given, most)
        for place, (name, given, most) in enumerate(points, 1)
    )
    return Visit(
        id=number,
        day=date(2023, 10, number),
        school_class=school_class,
        class_id=ord(school_class[-1]) + int(school_class[:-1]),
        subject="Физика",
        subject_id=1,
        teacher_id=values.get("teacher_id", number),
        post=values.get("post", "учитель физики"),
        sheet_id=1,
        sheet="Урок",
        has_strengths=values.get("has_strengths", False),
        points=lines,
    )


@tagged("-at_install", "post_install")
class NoteWordsCase(BaseCase):
    def _texts(self, note):
        return {
            part["code"]: part["text"].replace(NBSP, " ") for part in sections(note)
        }


class TestSections(NoteWordsCase):
    def test_all_sections_are_there_in_their_order(self):
        self.assertEqual([part["code"] for part in sections(Note())], list(TITLES))

    def test_the_goal_evaluates_and_does_not_inspect(self):
        for note in (Note(), Note(name="ВПР"), Note(subject="Адаптация 5 классов")):
            goal = self._texts(note)["goal"].lower()
            self.assertTrue(goal.startswith("оценить"))
            self.assertNotIn("провер", goal)
            self.assertNotIn("контрол", goal)

    def test_a_place_to_fill_in_keeps_the_paper_from_the_register(self):
        for part in sections(Note()):
            if GAP in part["text"]:
                self.assertTrue(part["is_required"], part["code"])

    def test_dates_are_said_as_people_say_them(self):
        days = Note(first=date(2023, 10, 2), last=date(2023, 10, 20))
        self.assertEqual(
            self._texts(days)["dates"],
            "Период с 2 октября 2023 г. по 20 октября 2023 г.",
        )
        one = Note(last=date(2023, 10, 20))
        self.assertEqual(self._texts(one)["dates"], "20 октября 2023 г.")

    def test_the_next_time_in_the_plan_is_the_term_of_the_repeat(self):
        note = Note(next_name="ВПР (декабрь)", next_last=date(2023, 12, 20))
        self.assertIn(
            "Срок: 20 декабря 2023 г. («ВПР (декабрь)»).",
            self._texts(note)["repeat_control"],
        )

    def test_words_of_a_user_with_quotation_marks_stay_legible(self):
        goal = self._texts(Note(subject="Проект «Точка роста»."))["goal"]
        self.assertIn("«Проект „Точка роста“». Выявить", goal)


class TestVisits(NoteWordsCase):
    def test_nothing_was_visited(self):
        self.assertIsNone(of_visits([]))

    def test_one_visit_speaks_in_the_singular(self):
        said = of_visits([visit(2, [("Цель", 1, 2), ("Пары", 3, 3)])])
        text = " ".join(said.sentences).replace(NBSP, " ")
        self.assertIn("Посещён 1 урок в 1 классе.", text)
        self.assertIn("Доля набранных баллов – 80 % (4 из 5 баллов).", text)
        self.assertIn("«Пары» – 100 %", text)
        self.assertEqual(
            said.visited[0].replace(NBSP, " "),
            "Посещены уроки 1 педагога (учитель физики – 1).",
        )

    def test_many_visits_are_counted_by_posts(self):
        visits = [visit(day, [("Цель", 2, 2)], teacher_id=day) for day in range(1, 22)]
        said = of_visits(visits)
        self.assertIn("Посещён 21 урок", said.sentences[0].replace(NBSP, " "))
        self.assertIn("уроки 21 педагога", said.visited[0].replace(NBSP, " "))

    def test_what_was_not_applicable_is_no_data(self):
        said = of_visits([visit(2, [("Цель", 0, 0), ("Пары", 0, 3)])])
        goal, pairs = (one for one in said.figures if "criterion" in one.code)
        self.assertEqual((goal.value_text, pairs.value), ("нет данных", 0.0))
        self.assertEqual(said.tables[0]["rows"][0][1:], ["0", "0 из 0", "нет данных"])
        self.assertEqual(said.chart["series"][0]["values"], [None, 0.0])

    def test_nothing_was_applicable_at_all(self):
        said = of_visits([visit(2, [("Цель", 0, 0)])])
        self.assertIn("доля баллов не считается", " ".join(said.sentences))
        self.assertFalse(said.strengths or said.deficits)

    def test_equal_criteria_have_no_best_and_no_worst(self):
        said = of_visits([visit(2, [("Цель", 2, 2), ("Пары", 3, 3)])])
        self.assertFalse(said.strengths or said.deficits)

    def test_each_figure_says_of_what_it_was_counted(self):
        visits = [visit(2, [("Цель", 1, 2)]), visit(3, [("Цель", 2, 2)], "5Б")]
        share = of_visits(visits).figures[1]
        self.assertIn("3 / 4 × 100 = 75", share.formula)
        self.assertEqual(
            [(row["label"], row["value"]) for row in share.rows],
            [
                ("02.10.2023, 5А, Физика", "1 из 2"),
                ("03.10.2023, 5Б, Физика", "2 из 2"),
            ],
        )


class TestRequests(NoteWordsCase):
    def _answers(self, *texts, **values):
        return [
            Answer(
                number, "Отличники", "1", text or "", text is not None,
                school_class=f"5{letter}", class_id=number,
                unit="percent", answered_on="18.10.2023", **values,
            )
            for number, (letter, text) in enumerate(zip("АБВ", texts, strict=False), 1)
        ]  # fmt: skip

    def test_classes_are_shown_from_the_least_to_the_greatest(self):
        said = of_requests(self._answers("61,5", "40 %", None))
        text = " ".join(said.sentences).replace(NBSP, " ")
        self.assertEqual(
            text,
            "На 3 запроса получено 2 ответа. Нет данных: Отличники, 5В. "
            "«Отличники»: от 40 % (5Б) до 61,5 % (5А).",
        )
        self.assertEqual(said.chart["series"][0]["values"], [61.5, 40.0, None])

    def test_one_answer_of_one_request(self):
        said = of_requests(self._answers("61,5"))
        self.assertEqual(
            said.sentences[0].replace(NBSP, " "), "На 1 запрос получен 1 ответ."
        )
        self.assertIsNone(said.chart)

    def test_words_of_an_answer_are_not_copied_to_the_paper(self):
        said = of_requests(self._answers("Код 5А-07 болел"))
        self.assertNotIn("5А-07", str(said))
        self.assertEqual(
            said.tables[0]["rows"][0][3], "получен в виде текста или файла"
        )

    def test_what_is_about_a_person_is_counted_only(self):
        said = of_requests(self._answers("3", is_personal=True))
        self.assertFalse(said.figures or said.tables)


class TestDynamics(NoteWordsCase):
    def _note(self, now, before, **values):
        def figure(value):
            return Figure("f", "Пропуски", value, "%", compare="f", **values)

        said = of_visits([visit(2, [("Цель", 1, 2)])])
        source = type(said)(code="x", name="опрос", figures=(figure(now),))
        return Note(
            results=(source,), before=(figure(before),), before_name="ВПР, 2022/23"
        )

    def test_a_rise_a_fall_and_no_change(self):
        for now, words in ((69.9, "на 4,2 п.п. выше"), (61.5, "на 4,2 п.п. ниже")):
            text = self._texts(self._note(now, 65.7))["dynamics"]
            self.assertIn(f"«Пропуски»: {words} (было 65,7 %, стало", text)
        text = self._texts(self._note(65.7, 65.7))["dynamics"]
        self.assertIn("не изменилось", text)

    def test_a_fall_may_be_for_the_better(self):
        parts = sections(self._note(61.5, 65.7, better="less"))
        table = next(part for part in parts if part["code"] == "dynamics")["tables"][0]
        self.assertEqual(table["rows"][0][-1], "улучшение")

    def test_nothing_to_compare_with(self):
        self.assertIn("сравнение не проводилось", self._texts(Note())["dynamics"])
