from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form

from ..models.documents.document_tasks import ITEM
from .measured import MeasuredCase


class MeetingCase(MeasuredCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.council = cls.env.ref("vsoko_module.body_pedagogical_council")
        cls.union = cls.env.ref("vsoko_module.body_methodical_union")
        cls.doer = cls._employee(cls.teacher)

    @classmethod
    def _make_meeting(cls, members=0, came=0, user=None, **values):
        """A meeting of ``members`` people to which ``came`` of them have come."""
        people = cls.env["hr.employee"].create(
            [
                {"name": f"Педагог {number}", "company_id": cls.school.id}
                for number in range(members)
            ]
        )
        values = {
            "body_id": cls.council.id,
            "company_id": cls.school.id,
            "year_id": cls.year.id,
            "date": "2023-10-13",
            "quorum": "two_thirds",
            "member_ids": [(6, 0, people.ids)],
            "present_ids": [(6, 0, people[:came].ids)],
            **values,
        }
        return cls.env["vsoko.meeting"].with_user(user or cls.deputy).create(values)

    @classmethod
    def _ask(cls, meeting, name="О дробях", decision=True, **values):
        """A question with the project of a decision that can be adopted."""
        project = {
            "name": f"Решить: {name}",
            "company_id": cls.school.id,
            "employee_ids": [(6, 0, cls.doer.ids)],
            "date_deadline": "2023-12-01",
        }
        return meeting.env["vsoko.meeting.question"].create(
            {
                "meeting_id": meeting.id,
                "name": name,
                "decision_ids": [(0, 0, project)] if decision else [],
                **values,
            }
        )

    @classmethod
    def _make_finding(cls, name="Качество знаний в 7Б – 38 %", agree=True, **values):
        finding = (
            cls.env["vsoko.finding"]
            .with_user(cls.deputy)
            .create(
                {
                    "name": name,
                    "company_id": cls.school.id,
                    "year_id": cls.year.id,
                    "cause_id": cls.env["vsoko.cause"].search([], limit=1).id,
                    "cause_note": "Темы пройдены позже",
                    "recommendation": "Провести диагностику по теме «Дроби»",
                    "addressee_ids": [(6, 0, cls.doer.ids)],
                    "term_text": "до 1 декабря",
                    "expected": "60",
                    "repeat_on": "2024-01-15",
                    "repeat_method_id": cls.env["vsoko.method"].search([], limit=1).id,
                    "repeat_employee_ids": [(6, 0, cls._employee(cls.deputy).ids)],
                    "repeat_criterion": "Не ниже 60 %",
                    **values,
                }
            )
        )
        if agree:
            finding.action_agree()
        return finding


class TestQuorum(MeetingCase):
    def test_13_of_20_are_too_few_and_14_are_enough(self):
        meeting = self._make_meeting(20, 13)
        question = self._ask(meeting, vote_for=13, outcome="adopted")
        said = self.assertRefused(
            ValidationError, "13 of 20.*needs 14", meeting.action_hold
        )
        self.assertIn("Педагогический совет", said)
        self.assertEqual((meeting.state, question.decision_ids.state), ("draft",) * 2)
        meeting.present_ids |= meeting.absent_ids[0]
        meeting.action_hold()
        self.assertEqual(meeting.state, "held")
        self.assertEqual(question.decision_ids.state, "open")

    def test_a_typed_number_counts_as_the_list_does(self):
        meeting = self._make_meeting(20, present_count=13)
        self.assertFalse(meeting.has_quorum)
        self.assertIn("13 of 20, 14 needed", meeting.quorum_text)
        meeting.present_count = 14
        self.assertIn("14 of 20, 14 needed", meeting.quorum_text)
        self.assertTrue(meeting.has_quorum)

    def test_a_school_sets_the_quorum_of_a_shared_body_for_itself(self):
        self.council.with_user(self.director).with_company(
            self.school
        ).quorum = "three_quarters"
        meeting = self._make_meeting(20, 14, quorum=False)
        fresh = (
            self.env["vsoko.meeting"]
            .with_user(self.deputy)
            .create({"body_id": self.council.id, "company_id": self.school.id})
        )
        self.assertEqual(fresh.quorum, "three_quarters")
        self.assertFalse(meeting.quorum)
        self.assertFalse(self.council.with_company(self.other_school).quorum)
        with self.assertRaises(AccessError):
            self.council.with_user(self.director).name = "Другой"
        with self.assertRaises(AccessError):
            self.council.with_user(self.deputy).quorum = "half"

    def test_the_quorum_of_the_last_time_is_proposed(self):
        self._make_meeting(4, 4, quorum="three_quarters").action_hold()
        meetings = self.env["vsoko.meeting"].with_user(self.deputy)
        following = meetings.create({"body_id": self.council.id})
        self.assertEqual(following.quorum, "three_quarters")

    def test_who_is_no_member_does_not_make_a_quorum(self):
        meeting = self._make_meeting(3, 2)
        meeting.present_ids |= self.doer
        self.assertRefused(ValidationError, "not members.*Teacher", meeting.action_hold)
        meeting.member_ids |= self.doer
        meeting.action_hold()

    def test_more_present_than_members(self):
        meeting = self._make_meeting(3, present_count=4)
        self.assertRefused(ValidationError, "4 are present.*3", meeting.action_hold)


class TestVotes(MeetingCase):
    def test_more_votes_than_people(self):
        meeting = self._make_meeting(3, 3)
        self._ask(meeting, vote_for=3, vote_abstained=1, outcome="adopted")
        self.assertRefused(ValidationError, "4 voted, 3", meeting.action_hold)

    def test_what_the_majority_is_against_is_not_adopted(self):
        meeting = self._make_meeting(4, 4)
        question = self._ask(meeting, vote_for=2, vote_against=2, outcome="adopted")
        self.assertRefused(
            ValidationError, "О дробях.*2 for, 2 against", meeting.action_hold
        )
        question.outcome = "rejected"
        meeting.action_hold()
        self.assertEqual(question.decision_ids.state, "cancelled")

    def test_unanimous_is_one_press(self):
        meeting = self._make_meeting(4, quorum="none")
        question = self._ask(meeting)
        self.assertRefused(UserError, "who is present", question.action_unanimous)
        meeting.action_all_present()
        question.vote_against = 1
        question.action_unanimous()
        self.assertEqual(
            (question.vote_for, question.vote_against, question.outcome),
            (4, 0, "adopted"),
        )

    def test_a_director_s_meeting_decides_without_a_vote(self):
        meeting = self._make_meeting(4, 4, quorum="none")
        question = self._ask(meeting, outcome="adopted")
        meeting.action_hold()
        self.assertEqual(question.decision_ids.state, "open")

    def test_a_wish_is_not_adopted_and_nothing_else_is(self):
        meeting = self._make_meeting(4, 4)
        good = self._ask(meeting, vote_for=4, outcome="adopted")
        wish = self._ask(meeting, "О разном", vote_for=4, outcome="adopted")
        wish.decision_ids.write({"employee_ids": [(5,)], "date_deadline": False})
        said = self.assertRefused(ValidationError, "О разном", meeting.action_hold)
        self.assertIn("responsible", said)
        self.assertIn("term", said)
        self.assertNotIn("О дробях", said)
        self.assertEqual((meeting.state, good.decision_ids.state), ("draft",) * 2)


class TestHeld(MeetingCase):
    def test_5_adopted_of_6_are_5_tasks_and_1_goes_on(self):
        meeting = self._make_meeting(20, 14)
        for number in range(1, 7):
            question = self._ask(meeting, f"Вопрос {number}")
            if number < 6:
                question.action_unanimous()
        meeting.action_hold()
        self.assertEqual(
            meeting.decision_ids.mapped("state"), ["open"] * 5, "five tasks"
        )
        for decision in meeting.decision_ids:
            self.assertEqual(decision.employee_ids, self.doer)
            self.assertEqual(decision.adopted_on, self._day("2023-10-13"))
            self.assertTrue(decision.date_deadline)
        following = meeting.next_id
        self.assertEqual((following.state, following.body_id), ("draft", self.council))
        self.assertEqual(following.question_ids.mapped("name"), ["Вопрос 6"])
        carried = following.question_ids.decision_ids
        self.assertEqual((carried.state, carried.meeting_id), ("draft", following))
        self.assertFalse(carried.adopted_on)
        left = meeting.question_ids[-1]
        self.assertEqual(left.outcome, "moved")
        self.assertEqual(left.moved_to_id, following.question_ids)
        self.assertEqual(following.member_ids, meeting.member_ids)

    def test_what_is_left_goes_to_the_draft_there_is(self):
        waiting = self._make_meeting(4, date="2023-11-20")
        other_body = self._make_meeting(4, body_id=self.union.id)
        meeting = self._make_meeting(4, 4)
        self._ask(meeting)
        meeting.action_hold()
        self.assertEqual(meeting.next_id, waiting)
        self.assertFalse(other_body.question_ids)

    def test_what_is_held_stays_as_it_is(self):
        meeting = self._make_meeting(4, 4)
        question = self._ask(meeting)
        question.action_unanimous()
        meeting.action_hold()
        for act in (
            lambda: meeting.write({"date": "2023-10-21"}),
            lambda: question.write({"vote_for": 3}),
            lambda: self._ask(meeting, "Ещё"),
            question.unlink,
            meeting.unlink,
            meeting.action_fill_agenda,
            lambda: meeting.write({"question_ids": [(5,)]}),
        ):
            self.assertRefused(UserError, "", act)
        self.assertEqual(question.vote_for, 4)

    def test_the_server_asks_for_a_quorum_whoever_writes_the_state(self):
        meeting = self._make_meeting(20, 13)
        self.assertRefused(
            ValidationError, "14", lambda: meeting.write({"state": "held"})
        )
        with self.assertRaises(UserError):
            self._make_meeting(state="held")

    def test_a_cancelled_meeting_gives_its_questions_away(self):
        finding = self._make_finding()
        meeting = self._make_meeting(4)
        meeting.action_fill_agenda()
        project = meeting.question_ids.decision_ids
        meeting.action_cancel()
        other = self._make_meeting(4)
        other.action_fill_agenda()
        self.assertEqual(other.question_ids.finding_id, finding)
        self.assertEqual(other.question_ids.decision_ids, project)
        self.assertEqual(project.meeting_id, other)

    def test_a_draft_that_is_deleted_lets_its_projects_go(self):
        meeting = self._make_meeting(4)
        project = self._ask(meeting).decision_ids
        meeting.unlink()
        self.assertTrue(project.exists())
        self.assertFalse(project.meeting_id or project.question_id)


class TestReopening(MeetingCase):
    """A meeting closed by mistake, as a deputy head takes it back."""

    def test_all_that_followed_is_taken_back_and_may_follow_again(self):
        meeting = self._make_meeting(4, 4)
        adopted, noted, left = (
            self._ask(meeting, name) for name in ("О дробях", "О чтении", "О школе")
        )
        adopted.action_unanimous()
        noted.action_noted()
        meeting.action_hold()
        following = meeting.next_id
        meeting.action_reopen()
        projects = adopted.decision_ids | noted.decision_ids | left.decision_ids
        self.assertEqual(projects.mapped("state"), ["draft"] * 3)
        self.assertFalse(following.exists() or meeting.next_id)
        self.assertEqual(meeting.question_ids, adopted | noted | left)
        self.assertEqual((adopted.outcome, left.outcome), ("adopted", "open"))
        self.assertFalse(projects.sudo().activity_ids)

        left.action_unanimous()
        meeting.action_hold()
        self.assertEqual(
            projects.mapped("state"), ["open", "cancelled", "open"], "as decided anew"
        )
        self.assertFalse(meeting.next_id)

    def test_a_draft_that_waited_before_stays(self):
        waiting = self._make_meeting(4, date="2023-11-20")
        meeting = self._make_meeting(4, 4)
        project = self._ask(meeting).decision_ids
        meeting.action_hold()
        meeting.action_reopen()
        self.assertTrue(waiting.exists())
        self.assertFalse(waiting.question_ids)
        self.assertEqual(project.meeting_id, meeting)

    def test_what_something_rests_on_is_not_taken_back(self):
        meeting = self._make_meeting(4, 4)
        question = self._ask(meeting)
        question.action_unanimous()
        self._ask(meeting, "О школе")
        meeting.action_hold()
        meeting.action_minutes()
        question.decision_ids.action_start()
        meeting.next_id.question_ids.action_noted()
        said = self.assertRefused(UserError, "minutes", meeting.action_reopen)
        self.assertIn("Решить: О дробях", said)
        self.assertIn("has been considered since", said)
        self.assertEqual(meeting.state, "held")

    def test_a_paper_of_the_draft_is_deleted_first(self):
        meeting = self._make_meeting(4, 4)
        meeting.action_hold()
        meeting.action_minutes()
        meeting.document_id.unlink()
        meeting.action_reopen()
        self.assertEqual(meeting.state, "draft")

    def test_an_old_meeting_of_a_file_gets_its_day(self):
        meeting = self._make_meeting(date=False, quorum="none")
        meeting.sudo().write({"date_text": "Август 2023", "source_key": "1"})
        decision = self._ask(meeting).decision_ids
        decision.question_id.outcome = "adopted"
        meeting.action_hold()
        meeting.action_reopen()
        meeting.date = "2023-08-30"
        meeting.action_hold()
        self.assertEqual(decision.adopted_on.isoformat(), "2023-08-30")

    def test_nobody_has_met_tomorrow(self):
        meeting = self._make_meeting(4, 4)
        meeting.date = fields.Date.add(fields.Date.context_today(meeting), days=1)
        self.assertRefused(ValidationError, "not come yet", meeting.action_hold)


class TestCalling(MeetingCase):
    def test_a_meeting_without_a_day_and_people_is_not_called(self):
        meeting = self._make_meeting(date=False, body_id=self.union.id)
        said = self.assertRefused(ValidationError, "no date", meeting.action_call)
        self.assertIn("members", said)

    def test_numbers_go_in_turn_by_body(self):
        numbers = []
        for body in (self.council, self.council, self.union):
            meeting = self._make_meeting(4, body_id=body.id)
            meeting.action_call()
            numbers.append(meeting.number)
        self.assertEqual(numbers, ["1", "2", "1"])
        self.assertEqual(meeting.name.count("№ 1"), 1)

    def test_a_council_is_all_who_work_and_then_as_the_last_time(self):
        form = Form(self.env["vsoko.meeting"].with_user(self.deputy))
        form.body_id = self.council
        meeting = form.save()
        everybody = self.env["hr.employee"].search(
            [("company_id", "=", self.school.id)]
        )
        self.assertEqual(meeting.member_ids, everybody)
        meeting.write(
            {
                "date": "2023-10-13",
                "member_ids": [(6, 0, everybody[:4].ids)],
                "present_ids": [(6, 0, everybody[:4].ids)],
                "chair_id": self._employee(self.director).id,
                "secretary_id": self.doer.id,
            }
        )
        meeting.action_hold()
        form = Form(self.env["vsoko.meeting"].with_user(self.deputy))
        form.body_id = self.council
        after = form.save()
        self.assertEqual(after.member_ids, everybody[:4])
        self.assertEqual(after.chair_id, self._employee(self.director))
        self.assertEqual(after.secretary_id, self.doer)

    def test_a_union_is_its_own_people(self):
        mathematicians = self.env["hr.department"].create(
            {"name": "ШМО математики", "company_id": self.school.id}
        )
        self.doer.department_id = mathematicians
        form = Form(self.env["vsoko.meeting"].with_user(self.deputy))
        form.body_id = self.union
        self.assertFalse(form.member_ids[:])
        form.department_id = mathematicians
        self.assertEqual(form.save().member_ids, self.doer)


class TestMeetingCalendar(MeetingCase):
    def _called(self, **values):
        meeting = self._make_meeting(3, **values)
        meeting.member_ids |= self.doer
        meeting.action_call()
        return meeting

    def test_a_called_meeting_invites_its_members_and_tells_nobody(self):
        self.school.resource_calendar_id.tz = "Europe/Moscow"
        self.school.vsoko_calendar_id.tz = "Europe/Moscow"
        meeting = self._make_meeting(3, hour=14.5, duration=2, place="Актовый зал")
        meeting.member_ids |= self.doer
        self.assertFalse(meeting.event_ids)
        with self.assertNobodyIsTold():
            meeting.action_call()
        event = meeting.event_id
        self.assertEqual(str(event.start), "2023-10-13 11:30:00")
        self.assertEqual(str(event.stop), "2023-10-13 13:30:00")
        self.assertEqual(event.location, "Актовый зал")
        self.assertEqual(event.name, meeting.name)
        self.assertIn(self.teacher.partner_id, event.partner_ids)
        with self.assertNobodyIsTold():
            meeting.write({"hour": 15, "place": "Каб. 5"})
        self.assertEqual(str(event.start), "2023-10-13 12:00:00")
        self.assertEqual(event.location, "Каб. 5")

    def test_without_an_hour_it_is_the_whole_day(self):
        event = self._called().event_id
        self.assertTrue(event.allday)
        self.assertEqual(event._vsoko_days(), (self._day("2023-10-13"),) * 2)

    def test_it_is_moved_in_the_calendar(self):
        meeting = self._called(hour=10)
        event = meeting.event_id.with_user(self.deputy)
        with self.assertNobodyIsTold():
            event.write(
                {
                    "start": event.start.replace(day=24),
                    "stop": event.stop.replace(day=24),
                }
            )
        self.assertEqual(meeting.date, self._day("2023-10-24"))
        self.assertAlmostEqual(meeting.hour, 10)
        with self.assertRaises(AccessError), self.cr.savepoint():
            event.with_user(self.teacher).write({"start": event.start.replace(hour=3)})
        self.assertRefused(UserError, "meeting", lambda: event.write({"name": "Иное"}))
        self.assertRefused(UserError, "cancel it there", event.unlink)

    def test_what_was_held_is_not_moved(self):
        meeting = self._called(present_count=4)
        meeting.action_hold()
        event = meeting.event_id.with_user(self.deputy)
        self.assertRefused(
            UserError,
            "has been held",
            lambda: event.write(
                {"start_date": "2023-10-25", "stop_date": "2023-10-25"}
            ),
        )

    def test_a_cancelled_one_leaves_the_calendar(self):
        meeting = self._called()
        with self.assertNobodyIsTold():
            meeting.action_cancel()
        self.assertFalse(meeting.event_ids)


class TestAgenda(MeetingCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan()
        cls.line = cls._make_procedure(
            cls.plan, "Диагностика", body_ids=[(6, 0, cls.council.ids)]
        )
        cls._make_procedure(cls.plan, "Не сделано", body_ids=[(6, 0, cls.council.ids)])
        cls._approve(cls.plan)
        cls.line.action_start()
        cls.line.action_done()

    def _late(self, **values):
        decision = (
            self.env["vsoko.decision"]
            .with_user(self.deputy)
            .create(
                {
                    "name": "Провести срез",
                    "company_id": self.school.id,
                    "employee_ids": [(6, 0, self.doer.ids)],
                    "date_deadline": "2023-10-01",
                    **values,
                }
            )
        )
        decision.action_adopt()
        return decision

    def test_an_agenda_is_what_waits_for_a_decision(self):
        finding = self._make_finding()
        self._make_finding("Черновик", agree=False)
        self._make_finding("Опыт", kind="practice")
        late = self._late()
        self._late(body_id=self.union.id)
        self._late(date_deadline="2023-12-01")
        meeting = self._make_meeting(4)
        meeting.action_fill_agenda()
        self.assertEqual(meeting.question_ids.finding_id, finding)
        self.assertEqual(meeting.question_ids.procedure_id, self.line)
        self.assertEqual(meeting.question_ids.reviewed_id, late)
        self.assertEqual(
            meeting.question_ids.sorted().mapped("name"),
            [
                "О результатах оценки: качество знаний в 7Б – 38 %",
                "Об итогах процедуры «Диагностика»",
                "О выполнении решения от 16.10.2023 (срок – 01.10.2023): провести срез",
            ],
        )

    def test_the_project_of_a_decision_comes_from_the_conclusion(self):
        finding = self._make_finding()
        meeting = self._make_meeting(4)
        meeting.action_fill_agenda()
        question = meeting.question_ids.filtered("finding_id")
        self.assertEqual(
            question.proposal,
            "Провести диагностику по теме «Дроби». Ответственные: Teacher. "
            "Срок: до 1 декабря. Ожидаемый результат: 60.",
        )
        decision = question.decision_ids
        self.assertEqual((decision.state, decision.finding_id), ("draft", finding))
        self.assertEqual(decision.meeting_id, meeting)
        self.assertEqual(decision.body_id, self.council)
        self.assertEqual(decision.date_deadline, self._day("2023-12-01"))

    def test_nothing_stands_in_two_agendas_or_twice_in_one(self):
        self._make_finding()
        self._late()
        meeting = self._make_meeting(4)
        meeting.action_fill_agenda()
        meeting.action_fill_agenda()
        self.assertEqual(len(meeting.question_ids), 3)
        other = self._make_meeting(4)
        other.action_fill_agenda()
        self.assertFalse(other.question_ids)

    def test_a_project_that_is_there_is_taken_not_doubled(self):
        finding = self._make_finding()
        finding.action_decide()
        project = finding.decision_ids
        meeting = self._make_meeting(4)
        meeting.action_fill_agenda()
        self.assertEqual(meeting.question_ids.decision_ids, project)
        self.assertEqual(finding.decision_ids, project)

    def test_what_has_been_considered_is_not_asked_again(self):
        self._make_finding()
        meeting = self._make_meeting(4, 4)
        meeting.action_fill_agenda()
        for question in meeting.question_ids:
            question.action_unanimous()
        meeting.action_hold()
        self.assertFalse(meeting.next_id)
        after = self._make_meeting(4)
        after.action_fill_agenda()
        self.assertFalse(after.question_ids)

    def test_a_question_whose_next_meeting_was_cancelled_comes_back(self):
        meeting = self._make_meeting(4, 4)
        self._ask(meeting)
        meeting.action_hold()
        meeting.next_id.action_cancel()
        after = self._make_meeting(4)
        after.action_fill_agenda()
        question = after.question_ids.filtered(lambda one: one.name == "О дробях")
        self.assertEqual(len(question), 1)
        self.assertEqual(question.decision_ids.meeting_id, after)
        after.action_fill_agenda()
        self.assertEqual(after.question_ids.mapped("name").count("О дробях"), 1)

    def test_a_union_speaks_of_its_own(self):
        mine, theirs = self.env["hr.department"].create(
            [
                {"name": name, "company_id": self.school.id}
                for name in ("ШМО математики", "ШМО истории")
            ]
        )
        own = self._make_finding(department_id=mine.id)
        shared = self._make_finding("Общее")
        self._make_finding("Чужое", department_id=theirs.id)
        meeting = self._make_meeting(4, body_id=self.union.id, department_id=mine.id)
        meeting.action_fill_agenda()
        self.assertEqual(meeting.question_ids.finding_id, own | shared)

    def test_schools_do_not_meet_on_each_other_s_questions(self):
        self._make_finding()
        theirs = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        meeting = self._make_meeting(
            user=self.other_deputy, company_id=self.other_school.id, year_id=theirs.id
        )
        meeting.action_fill_agenda()
        self.assertFalse(meeting.question_ids)
        self.assertFalse(
            self.env["vsoko.meeting"]
            .with_user(self.deputy)
            .search([("company_id", "=", self.other_school.id)])
        )

    def test_an_agenda_of_many_costs_as_one_of_few(self):
        def fill(count):
            for number in range(count):
                self._make_finding(f"Вывод {number}")
                self._late()
            meeting = self._make_meeting(4)
            queries = self._queries(meeting.action_fill_agenda)
            self.assertGreaterEqual(len(meeting.question_ids), 2 * count)
            return queries

        fill(1)
        few, many = fill(2), fill(12)
        self.assertLessEqual(many, few + 10)


class TestMinutes(MeetingCase):
    def _held(self, **values):
        chair = self._employee(self.director)
        meeting = self._make_meeting(
            3, 2, chair_id=chair.id, secretary_id=self.doer.id, **values
        )
        self._ask(meeting, "О дробях", heard="Дроби не освоены").action_unanimous()
        self._ask(meeting, "О плане", decision=False).write(
            {"outcome": "adopted", "vote_for": 2, "proposal": "Утвердить план."}
        )
        self._ask(meeting, "О разном", decision=False, outcome="noted")
        meeting.action_hold()
        meeting.action_minutes()
        return meeting

    def test_minutes_are_made_once_of_what_was_decided(self):
        meeting = self._held()
        minutes = meeting.document_id
        self.assertEqual(meeting.action_minutes()["res_id"], minutes.id)
        self.assertEqual(minutes.body_id, self.council)
        self.assertEqual(minutes.present_ids, meeting.present_ids)
        self.assertEqual(minutes.absent_ids, meeting.member_ids[2:])
        rows = minutes.agenda_ids.sorted()
        self.assertEqual(rows.mapped("name"), ["О дробях", "О плане", "О разном"])
        self.assertEqual(rows.mapped("vote_for"), [2, 2, 0])
        item = rows[0].item_ids
        decision = meeting.decision_ids
        self.assertEqual(item.decision_id, decision)
        self.assertFalse(decision.item_id, "an order may take it up")
        self.assertFalse(item.is_task)
        self.assertEqual(item.employee_ids, self.doer)
        self.assertEqual(item.date_deadline, decision.date_deadline)
        self.assertEqual(rows[1].decided, "Утвердить план.")
        self.assertEqual(rows[2].decided, "Принять информацию к сведению.")

    def test_the_task_is_the_decision_s_and_the_minutes_give_no_second_one(self):
        meeting = self._held()
        minutes = meeting.document_id.with_user(self.director)
        tasks = self.env["mail.activity"].search_count(
            [("user_id", "=", self.teacher.id)]
        )
        minutes.action_approve()
        minutes.action_register()
        found = self.env["mail.activity"].search(
            [
                ("user_id", "=", self.teacher.id),
                ("activity_type_id", "=", self.env.ref(ITEM).id),
            ]
        )
        self.assertFalse(found)
        self.assertEqual(tasks, 1)
        rows = self.env["vsoko.work"].with_user(self.teacher).search([])
        self.assertEqual(
            [row.kind for row in rows if row.kind in ("item", "decision")], ["decision"]
        )

    def test_the_number_of_the_register_is_the_meeting_s(self):
        meeting = self._held(number="77")
        minutes = meeting.document_id.with_user(self.director)
        minutes.action_approve()
        minutes.action_register()
        self.assertEqual(meeting.number, minutes.number)
        self.assertIn(f"№ {minutes.number}", meeting.name)

    def test_an_excerpt_holds_only_the_chosen_question(self):
        meeting = self._held()
        minutes = meeting.document_id.with_user(self.director)
        minutes.action_approve()
        minutes.action_register()
        excerpt = self.env["vsoko.document"].create(
            {
                "kind_id": self.env.ref("vsoko_module.document_kind_excerpt").id,
                "name": "О дробях",
                "company_id": self.school.id,
                "source_id": minutes.id,
                "source_agenda_ids": [(6, 0, minutes.agenda_ids.sorted()[:1].ids)],
            }
        )
        (question,) = excerpt._paper()["agenda"]
        self.assertEqual(question["question"], "О дробях")
        self.assertIn("решить: О дробях", question["decided"][0]["text"])

    def test_there_are_no_minutes_of_what_has_not_been_held(self):
        self.assertRefused(
            UserError, "meeting is over", self._make_meeting(3).action_minutes
        )


class TestMeetingRights(MeetingCase):
    def test_a_member_reads_and_changes_nothing(self):
        meeting = self._make_meeting(3, 3)
        question = self._ask(meeting)
        meeting.member_ids |= self.doer
        mine = self.env["vsoko.meeting"].with_user(self.teacher)
        self.assertFalse(mine.search([]))
        meeting.action_call()
        self.assertEqual(mine.search([]), meeting)
        own = meeting.with_user(self.teacher)
        self.assertEqual(own.question_ids.name, "О дробях")
        self.assertFalse(own.next_states)
        for act in (
            own.action_hold,
            own.action_fill_agenda,
            own.action_all_present,
            own.action_minutes,
            question.with_user(self.teacher).action_unanimous,
            question.with_user(self.teacher).unlink,
        ):
            self.assertRefused(AccessError, "", act)
        self.assertFalse(self.env["vsoko.meeting"].with_user(self.outsider).search([]))

    def test_a_deputy_moves_no_question_into_what_is_held(self):
        held = self._make_meeting(3, 3)
        held.action_hold()
        question = self._ask(self._make_meeting(3))
        self.assertRefused(
            UserError, "held", lambda: question.write({"meeting_id": held.id})
        )

    def test_where_questions_went_is_written_by_the_buttons(self):
        meeting = self._make_meeting(3)
        other = self._make_meeting(3)
        with self.assertRaises(AccessError):
            meeting.next_id = other
