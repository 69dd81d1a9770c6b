import base64
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from .vsoko_academic_year import start_year_of

# Made-up people: the surname says the post, so that nobody takes them for real ones.
PEOPLE = [
    ("Директорова Анна Ивановна", "Директор", "director"),
    ("Завучева Мария Петровна", "Заместитель директора по УВР", "deputy_uvr deputy_ur"),
    ("Воспитательнова Ольга Сергеевна", "Заместитель директора по ВР", "deputy_vr"),
    (
        "Методистова Елена Павловна",
        "Заместитель директора по МР",
        "deputy_mr deputy_nmr methodist chair_mc",
    ),
    ("Хозяйственнов Пётр Андреевич", "Заместитель директора по АХЧ", "deputy_ahch"),
    ("Садикова Нина Фёдоровна", "Руководитель дошкольного отделения", "head_preschool"),
    (
        "Учителева Вера Николаевна",
        "Учитель русского языка",
        "head_mo class_teacher subject_teacher",
    ),
    (
        "Математикова Ирина Олеговна",
        "Учитель математики",
        "class_teacher subject_teacher",
    ),
    ("Начальнова Юлия Романовна", "Учитель начальных классов", "class_teacher"),
    ("Библиотекарева Софья Львовна", "Педагог-библиотекарь", "librarian"),
    ("Сайтов Кирилл Ильич", "Учитель информатики", "site subject_teacher"),
    ("Психологова Дарья Игоревна", "Педагог-психолог", "psychologist social_teacher"),
]
SCHOOL = {
    "name": "МБОУ «Демонстрационная школа»",
    "vsoko_is_demo": True,
    "vsoko_full_name": "Муниципальное бюджетное общеобразовательное учреждение "
    "«Демонстрационная школа»",
    "city": "г. Примерск",
}
SHEET = [
    ("Организация", "Цель урока названа учениками"),
    ("Организация", "Время урока использовано полностью"),
    ("Работа учеников", "Работают все, а не только у доски"),
    ("Работа учеников", "Есть работа в парах или группах"),
    ("Оценивание", "Критерии отметки известны заранее"),
]
# What is asked, of whom, in how many days.
REQUESTS = [
    ("Число обучающихся, которые получают горячее питание", "social_teacher", -5),
    ("Список участников школьного этапа олимпиады", "head_mo", 3),
    ("Темы открытых уроков на полугодие", "methodist", -2),
]
CLASSES = [(parallel, letter) for parallel in range(1, 12) for letter in "АБ"]


class VsokoDemoSchool(models.AbstractModel):
    """A school to look around in: people, a year, an approved plan, some of it done."""

    _name = "vsoko.demo.school"
    _description = "Demo school"

    @api.model
    @api.private
    def load(self, company):
        """Fill ``company``; return its director, deputy, teacher and approved plan."""
        self = self._writing_for(company)
        company.write(SCHOOL)
        people = self._load_people(company)
        year = self._load_year(company, people)
        plan = self._load_plan("cyclogram", year, people["deputy_uvr"])
        self._load_plan("quality", year, people["deputy_uvr"])
        self._live_until_today(plan)
        self._visit(people)
        self._ask(people)
        return {
            "director": people["director"],
            "deputy": people["deputy_uvr"],
            "teacher": people["head_mo"],
            "plan": plan,
        }

    @api.model
    @api.private
    def remove(self, company):
        """Delete what ``load`` has made in a demo school; the company stays, empty."""
        if not company.vsoko_is_demo:
            raise UserError(self.env._("«%s» is not a demo school.", company.name))
        self = self.with_context(allowed_company_ids=company.ids, active_test=False)
        own = [("company_id", "=", company.id)]
        plans = self.env["vsoko.plan"].search(own)
        plans.unlink()
        for model in ("vsoko.observation", "vsoko.sheet"):
            self.env[model].sudo().search(own).unlink()
        self.env["vsoko.request"].search(own).unlink()
        for model in ("vsoko.role.holder", "vsoko.academic.year", "hr.employee"):
            self.env[model].search(own).unlink()
        company.vsoko_is_demo = False

    def _writing_for(self, company):
        """This school alone, and nothing said of changes in the chatter."""
        return self.with_company(company).with_context(
            allowed_company_ids=company.ids, tracking_disable=True
        )

    def _load_people(self, company):
        employees = self.env["hr.employee"].create(
            [
                {"name": name, "job_title": post, "company_id": company.id}
                for name, post, _codes in PEOPLE
            ]
        )
        roles = self.env["vsoko.role"].search([("company_id", "=", False)])
        by_code = {role.code: role for role in roles}
        holders = [
            (code, employee)
            for employee, (_name, _post, codes) in zip(employees, PEOPLE, strict=True)
            for code in codes.split()
        ]
        self.env["vsoko.role.holder"].create(
            [
                {
                    "role_id": by_code[code].id,
                    "employee_id": employee.id,
                    "company_id": company.id,
                }
                for code, employee in holders
            ]
        )
        return dict(reversed(holders))

    def _load_year(self, company, people):
        """The year that has gone on for two months: there is something to look at."""
        autumn = fields.Date.context_today(self) - timedelta(days=60)
        year = self.env["vsoko.academic.year"]._ensure(start_year_of(autumn), company)
        self.env["vsoko.class"].create(
            [
                {"year_id": year.id, "parallel": parallel, "letter": letter}
                for parallel, letter in CLASSES
            ]
        )
        year.class_ids[:1].teacher_id = people["class_teacher"]
        return year

    def _load_plan(self, name, year, deputy):
        template = self.env.ref(f"vsoko_module.plan_template_{name}")
        plan = self.env["vsoko.plan"].action_apply_template(template.id, year.id)
        plan.employee_id = deputy
        return plan

    def _live_until_today(self, plan):
        """Approve the plan and carry out what is over, all but the last week."""
        body = self.env.ref(
            "vsoko_module.body_pedagogical_council", raise_if_not_found=False
        )
        first = plan.year_id.date_start
        plan.write(
            {
                "body_id": body and body.id,
                "minutes_number": "1",
                "minutes_date": first - timedelta(days=2),
                "order_number": "101-ОД",
                "order_date": first,
            }
        )
        plan.action_send()
        plan.action_approve()
        week_ago = fields.Date.context_today(self) - timedelta(days=7)
        past = plan.procedure_ids.filtered(
            lambda line: line.date_end and line.date_end < week_ago
        )
        late = past.sorted("date_end")[-3:]
        done = past - late
        past.action_start()
        done.step_ids.is_done = True
        self._hand_in(done)
        done.action_done()
        done[: len(done) // 2].action_review()
        self._repeat(plan)
        self._move(late[:1])

    def _repeat(self, plan):
        """A line that comes every month, in a second edition of the plan."""
        plan.action_new_edition("Добавлен ежемесячный контроль журналов")
        role = self.env.ref("vsoko_module.role_class_teacher")
        outcome = self.env.ref("vsoko_module.outcome_report")
        line = self.env["vsoko.procedure"].create(
            {
                "plan_id": plan.id,
                "name": "Ведение журналов и личных дел",
                "term_text": "ежемесячно",
                "role_ids": role.ids,
                "outcome_ids": outcome.ids,
                "step_ids": [Command.create({"name": "Проверить записи за месяц"})],
            }
        )
        plan.action_send()
        plan.action_approve()
        week_ago = fields.Date.context_today(self) - timedelta(days=7)
        past = line.occurrence_ids.filtered(lambda one: one.date_end < week_ago)
        past.step_ids.is_done = True
        self._hand_in(past)
        past.action_start()
        past.action_done()
        past.action_review()

    def _move(self, line):
        """A line that was moved twice: once with a reason, once without."""
        week = timedelta(days=7)
        soon = self._school_day(line.plan_id) + timedelta(days=2)
        line.action_postpone(line.date_start, line.date_end + week, "Карантин в 5А")
        line.write({"date_end": max(line.date_end, soon)})

    def _school_day(self, plan, days_ago=0):
        """So many days ago; in summer, before the last day of studies."""
        today = fields.Date.context_today(self)
        day = min(today, plan.year_id.date_end) - timedelta(days=days_ago)
        return max(day, plan.year_id.date_start)

    def _visit(self, people):
        """Two lessons seen by a sheet of the school."""
        sheet = self.env["vsoko.sheet"].create(
            {
                "name": "Посещение урока",
                "note": "0 – не видно, 1 – частично, 2 – видно ясно",
                "line_ids": [
                    Command.create({"section": section, "name": name})
                    for section, name in SHEET
                ],
            }
        )
        subjects = self.env["vsoko.subject"].search([], limit=2)
        for number, subject in enumerate(subjects):
            visit = self.env["vsoko.observation"].create(
                {
                    "sheet_id": sheet.id,
                    "subject_id": subject.id,
                    "employee_id": people["head_mo"].id,
                    "strengths": "Ученики сами проверяют работу по образцу",
                }
            )
            for place, line in enumerate(visit.line_ids):
                line.answer = str((place + number) % 3)
            visit.action_done()

    def _ask(self, people):
        """Asked outside the plan: one that has been answered, late and not due yet."""
        today = fields.Date.context_today(self)
        # sudo: the made-up deputy has asked, not whoever opens the demo school
        requests = (
            self.env["vsoko.request"]
            .sudo()
            .create(
                [
                    {
                        "name": name,
                        "author_id": people["deputy_uvr"].id,
                        "employee_id": people[code].id,
                        "date_deadline": today + timedelta(days=days),
                    }
                    for name, code, days in REQUESTS
                ]
            )
        )
        requests[0].answer = "412"
        requests[0].action_answer()
        requests[0].answered_by_id = requests[0].employee_id

    def _hand_in(self, procedures):
        """A made-up paper of each kind that the plan asks for."""
        paper = base64.b64encode("Демонстрационный документ\n".encode())
        self.env["vsoko.evidence"].create(
            [
                {
                    "procedure_id": procedure.id,
                    "outcome_id": outcome.id,
                    "employee_id": author.id,
                    "date": procedure.date_end,
                    "file": paper,
                    "filename": f"{outcome.name}.txt",
                }
                for procedure in procedures
                for outcome, people in procedure._missing_papers()
                for author in people or procedure.employee_ids[:1]
            ]
        )
