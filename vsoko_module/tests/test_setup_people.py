import base64

from odoo.exceptions import AccessError, UserError

from .common import MANAGER, OFFICER, VsokoCase
from .office_files import excel

HEADER = ["№", "ФИО", "Должность", "Класс", "E-mail"]
PEOPLE = [
    ["1", "Первова Анна Ивановна", "Директор", "", ""],
    ["2", "Второва Мария Петровна", "Заместитель директора по УВР", "", ""],
    ["3", "Третьев Пётр Ильич", "Учитель истории", "5А", "third@example.ru"],
]


class FreshSchoolCase(VsokoCase):
    """A school of which nothing is known but its deputy head's login."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new_school = cls._make_school("YourCompany")
        cls.newcomer = cls._make_user("newcomer", OFFICER)
        cls.assistant = cls._open(cls.newcomer)

    @classmethod
    def _make_user(cls, login, groups):
        user = cls._make_person(login, groups, cls.new_school)
        cls._employee(user).unlink()
        return user

    @classmethod
    def _open(cls, user):
        action = cls.env["vsoko.setup"].with_user(user).action_open()
        return cls.env["vsoko.setup"].with_user(user).browse(action["res_id"])

    def _pass_school(self, **values):
        self.assistant.write(
            {
                "school_name": "МБОУ СОШ № 3",
                "full_name": "Муниципальное учреждение",
                "founder": "Управление образования",
                "street": "ул. Школьная, 1",
                "city": "Примерск",
                "director_name": "первова  анна ивановна".title(),
                **values,
            }
        )
        self.assistant.action_next()

    def _pass_year(self, **values):
        self.assistant.write({"classes_text": "1–4: А; 5: А, Б", **values})
        self.assistant.action_next()

    def _read(self, rows, above=(), name="Люди.xlsx", sheet="Кадры"):
        data = excel({sheet: [*above, HEADER, *rows]})
        return self._read_bytes(data, name)

    def _read_bytes(self, data, name="Люди.xlsx"):
        self.assistant.write(
            {"people_file": base64.b64encode(data), "people_filename": name}
        )
        self.assistant.action_read_people()

    def _line(self, name):
        return self.assistant.person_ids.filtered(
            lambda line: name in (line.name or "")
        )

    def _cards(self):
        return self.env["hr.employee"].search(
            [("company_id", "=", self.new_school.id)], order="name"
        )

    def _holders(self):
        found = self.env["vsoko.role.holder"].search(
            [("company_id", "=", self.new_school.id)]
        )
        return sorted((one.role_id.code, one.employee_id.name) for one in found)


class TestSetupPeople(FreshSchoolCase):
    def setUp(self):
        super().setUp()
        self._pass_school()
        self._pass_year()

    def _refusal(self, data, name="Наши люди.xlsx"):
        before = self.assistant.person_ids
        with self.assertRaises(UserError) as caught:
            self._read_bytes(data, name)
        self.assertEqual(self.assistant.person_ids, before)
        return str(caught.exception)

    def test_people_of_hr_are_proposed_with_their_roles(self):
        self.assistant.action_back()
        self._make_employee(
            "Книжная Софья", self.new_school, job_title="Педагог-библиотекарь"
        )
        self.assistant.action_next()
        line = self._line("Книжная")
        self.assertEqual(line.role_ids, self._role("librarian"))
        self.assertEqual(self._line("Первова").held_role_ids, self._role("director"))
        self.assertFalse(self._line("Первова").role_ids)

    def test_a_bad_file_is_a_sentence_with_its_name(self):
        for data in (
            b"",
            b"%PDF-1.4 scan",
            excel({"Лист": [[]]}),
            excel({"Лист": [["Месяц", "Содержание"], ["май", "ВПР"]]}),
            excel({"Лист": [HEADER]}),
        ):
            with self.subTest(data=data[:8]):
                self.assertIn("Наши люди.xlsx", self._refusal(data))

    def test_the_header_is_found_under_a_title(self):
        self._read(PEOPLE, above=[["Сотрудники школы"], ["на 01.09.2023"]])
        self.assertEqual(self._line("Третьев").email, "third@example.ru")
        self.assertEqual(self._line("Третьев").class_text, "5А")

    def test_a_name_in_three_columns_is_one_name(self):
        rows = [["Фамилия", "Имя", "Отчество"], ["ИВАНОВА", "АННА", "ПЕТРОВНА"]]
        self._read_bytes(excel({"Л": rows}))
        self.assertEqual(self._line("Иванова").name, "Иванова Анна Петровна")

    def test_rows_without_sense_are_named_by_sheet_row_and_column(self):
        self._read(
            [
                ["1", "", "Учитель", "", ""],
                ["2", "8 (800) 100-00-00", "Учитель", "", ""],
                ["3", "#ЗНАЧ!", "Учитель", "", ""],
                ["", "Администрация", "", "", ""],
                ["4", "Хорошева Анна", "Учитель", "", ""],
            ]
        )
        told = self.assistant.people_problems.splitlines()
        self.assertEqual(len(told), 3)
        for line, row in zip(told, (2, 3, 4), strict=True):
            for word in ("Кадры", str(row), "ФИО"):
                self.assertIn(word, line)
        self.assertTrue(self._line("Хорошева"))

    def test_a_formula_without_a_value_is_no_name(self):
        self._read([["1", "=B3&C3", "Учитель", "", ""]])
        self.assertIn("2", self.assistant.people_problems)
        self.assertFalse(self._line("=B3"))

    def test_one_person_in_two_rows_gets_both_roles(self):
        self._read(
            [
                ["1", "Двойнева Анна", "Социальный педагог", "", ""],
                ["2", "ДВОЙНЕВА  АННА", "Библиотекарь", "", ""],
            ]
        )
        line = self._line("Двойнева")
        self.assertEqual(len(line), 1)
        self.assertEqual(
            set(line.role_ids.mapped("code")), {"social_teacher", "librarian"}
        )
        self.assertEqual(line.state, "warning")
        self.assertIn("2, 3", line.remark)

    def test_two_people_may_hold_one_role(self):
        self._read(
            [
                ["1", "Раз Анна", "Учитель", "", ""],
                ["2", "Два Пётр", "Учитель", "", ""],
            ]
        )
        self.assistant.action_next()
        teachers = [name for code, name in self._holders() if code == "subject_teacher"]
        self.assertEqual(sorted(teachers), ["Два Пётр", "Раз Анна"])

    def test_names_differ_by_spaces_and_yo_only(self):
        card = self._make_employee("Семёнов Пётр Ильич", self.new_school)
        self._read([["1", "СЕМЕНОВ  Петр Ильич", "Учитель", "", ""]])
        self.assertEqual(self._line("Петр").employee_id, card)
        before = self._cards()
        self.assistant.action_next()
        self.assertEqual(self._cards() - before, self._employee(self.newcomer))

    def test_an_archived_card_is_told_and_left_alone(self):
        card = self._make_employee("Архивова Анна", self.new_school)
        card.action_archive()
        self._read([["1", "Архивова Анна", "Учитель", "", ""]])
        self.assertEqual(self._line("Архивова").state, "skipped")
        self.assistant.action_next()
        self.assertFalse(card.active)
        self.assertNotIn("Архивова Анна", [name for _code, name in self._holders()])

    def test_namesakes_of_hr_are_to_be_chosen(self):
        first, _second = (
            self._make_employee("Двойников Пётр", self.new_school) for _ in range(2)
        )
        self._read([["1", "Двойников Пётр", "Учитель", "", ""]])
        with self.assertRaisesRegex(UserError, "Двойников"):
            self.assistant.action_next()
        self._line("Двойников").employee_id = first
        self.assistant.action_next()
        self.assertIn(("subject_teacher", "Двойников Пётр"), self._holders())

    def test_initials_of_somebody_in_hr_are_asked_about(self):
        self._make_employee("Полнова Анна Ильинична", self.new_school)
        self._read([["1", "Полнова А.И.", "Учитель", "", ""]])
        self.assertIn("Полнова Анна Ильинична", self._line("А.И.").remark)

    def test_a_class_that_is_not_there_stops_the_step(self):
        for text, word in (("9Ж", "9Ж"), ("пятый", "пятый")):
            with self.subTest(text=text):
                self._read([["1", "Классная Анна", "Учитель", text, ""]])
                with self.assertRaisesRegex(UserError, word):
                    self.assistant.action_next()
                self._line("Классная").unlink()
        self.assertEqual(self.assistant.state, "people")

    def test_a_class_has_one_teacher(self):
        self._read(
            [
                ["1", "Раз Анна", "Учитель", "5А", ""],
                ["2", "Два Пётр", "Учитель", "5 «а»", ""],
            ]
        )
        before = (self._cards(), self._holders())
        with self.assertRaisesRegex(UserError, "5А"):
            self.assistant.action_next()
        self.assertEqual((self._cards(), self._holders()), before)

    def test_what_is_typed_survives_the_file(self):
        self._read([["1", "Третьев Пётр Ильич", "Учитель", "", ""]])
        self._line("Третьев").post = "Учитель истории"
        self._read(PEOPLE)
        self.assertEqual(self._line("Третьев").post, "Учитель истории")
        self.assertEqual(self._line("Третьев").class_text, "5А")

    def test_unknown_roles_are_told(self):
        rows = [["ФИО", "Роль"], ["Иванова Анна", "Методист, куратор радости"]]
        self._read_bytes(excel({"Л": rows}))
        line = self._line("Иванова")
        self.assertEqual(line.role_ids, self._role("methodist"))
        self.assertIn("куратор радости", line.remark)

    # ---- logins ----

    def test_a_deputy_makes_no_logins(self):
        self.assertFalse(self.assistant.may_create_users)
        self._read(PEOPLE)
        self.assistant.make_logins = True
        with self.assertRaises(AccessError):
            self.assistant.action_next()

    def test_logins_are_made_without_letters(self):
        admin = self._make_user("new_admin", f"{MANAGER},base.group_system")
        self.assistant = self.assistant.with_user(admin)
        self.assertTrue(self.assistant.may_create_users)
        rows = [*PEOPLE, ["4", "Завучева Анна", "Завуч", "", "deputy@example.ru"]]
        self._read(rows)
        self.assistant.make_logins = True
        with self.assertNobodyIsTold():
            self.assistant.action_next()
        users = self.env["res.users"]
        teacher = users.search([("login", "=", "third@example.ru")])
        self.assertEqual(self._employee(teacher).name, "Третьев Пётр Ильич")
        self.assertEqual(teacher.company_ids, self.new_school)
        self.assertFalse(teacher.has_group(OFFICER))
        deputy = users.search([("login", "=", "deputy@example.ru")])
        self.assertTrue(deputy.has_group(OFFICER))

    def test_a_taken_login_is_told(self):
        admin = self._make_user("new_admin", f"{MANAGER},base.group_system")
        self.assistant = self.assistant.with_user(admin)
        self._read([["1", "Раз Анна", "Учитель", "", self.teacher.login]])
        self.assistant.make_logins = True
        with self.assertRaisesRegex(UserError, "Раз Анна"):
            self.assistant.action_next()
