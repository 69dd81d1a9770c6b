import base64
import hashlib

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import freeze_time

from .common import VsokoCase


class DocumentCase(VsokoCase):
    """A school whose director signs, with a deputy who writes papers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.school.write({"name": "МБОУ СОШ № 1", "city": "г. Примерск"})
        cls._appoint("director", cls.director)
        cls._appoint("deputy_uvr", cls.deputy)

    @classmethod
    def _kind(cls, code):
        return cls.env.ref(f"vsoko_module.document_kind_{code}")

    @classmethod
    def _make_document(cls, kind="order", user=None, items=None, **values):
        """A draft of the deputy with one item: an order decides, a note advises."""
        documents = cls.env["vsoko.document"].with_user(user or cls.deputy)
        item = {"name": "Утвердить план", "is_task": False}
        lines = items or [cls._advice() if kind == "note" else item]
        return documents.create(
            {
                "kind_id": cls._kind(kind).id,
                "name": "О плане",
                "item_ids": [fields.Command.create(line) for line in lines],
                **values,
            }
        )

    @classmethod
    def _task(cls, *users, **values):
        people = [cls._employee(user).id for user in users]
        return {
            "name": "провести срез",
            "employee_ids": [fields.Command.set(people)],
            "term_text": "до 20 мая",
            **values,
        }

    @classmethod
    def _advice(cls, **values):
        return cls._task(cls.teacher, **{"expected": "не ниже 60 %"} | values)

    def _register(self, document):
        """As the director does it."""
        signed = document.with_user(self.director)
        signed.action_approve()
        signed.action_register()
        return signed


class TestDocumentLife(DocumentCase):
    def test_a_paper_goes_from_draft_to_the_register(self):
        document = self._make_document()
        self.assertEqual(document.signatory_id, self._employee(self.director))
        self._register(document)
        self.assertEqual(document.number, "1-ОД")
        self.assertEqual(document.date, fields.Date.today())
        self.assertEqual(document.registered_by_id, self.director)

    def test_only_the_director_approves_and_registers(self):
        document = self._make_document()
        with self.assertRaises(AccessError):
            document.action_approve()
        document.with_user(self.director).action_approve()
        with self.assertRaises(AccessError):
            document.action_register()

    def test_a_registered_paper_cannot_be_changed(self):
        document = self._register(self._make_document())
        part = document.item_ids
        for act in (
            lambda: document.write({"name": "О другом"}),
            lambda: document.write({"number": "5"}),
            lambda: part.write({"name": "Другое"}),
            lambda: part.unlink(),
            lambda: part.copy(),
            lambda: document.write({"item_ids": [(0, 0, {"name": "Ещё"})]}),
            lambda: document.unlink(),
            lambda: document.write({"state": "draft"}),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                act()
        document.message_post(body="Принято к сведению")

    def test_files_of_a_registered_paper_stay_for_the_system_too(self):
        document = self._register(self._make_document())
        files = self.env["ir.attachment"].search(
            [("res_model", "=", "vsoko.document"), ("res_field", "=", "pdf_file")]
        )
        file = files.filtered(lambda one: one.res_id == document.id)
        self.assertEqual(len(file), 1)
        with self.assertRaises(UserError), self.cr.savepoint():
            file.write({"raw": b"%PDF-1.4 other"})
        with self.assertRaises(UserError), self.cr.savepoint():
            file.unlink()

    def test_digests_tell_a_changed_file(self):
        document = self._register(self._make_document())
        content = base64.b64decode(document.with_context(bin_size=False).pdf_file)
        self.assertEqual(document.pdf_digest, hashlib.sha256(content).hexdigest())
        notice = document.action_verify()["params"]
        self.assertEqual(notice["type"], "success")
        self.env.flush_all()
        self.cr.execute(
            "UPDATE vsoko_document SET pdf_digest = 'x' WHERE id = %s", [document.id]
        )
        document.invalidate_recordset()
        self.assertEqual(document.action_verify()["params"]["type"], "danger")

    def test_later_changes_of_records_do_not_reach_the_paper(self):
        document = self._register(self._make_document())
        before = document._paper()
        self.school.vsoko_full_name = "МБОУ «Другая школа»"
        self._employee(self.director).name = "Иная Анна Ивановна"
        self.assertEqual(document._paper(), before)

    def test_cancelling_needs_a_reason_and_is_shown(self):
        document = self._register(self._make_document())
        with self.assertRaises(UserError):
            document.action_cancel(" ")
        document.action_cancel("Издан ошибочно")
        self.assertEqual(document.state, "cancelled")
        self.assertEqual(document._paper()["mark"], "ОТМЕНЁН")
        self.assertEqual(document.number, "1-ОД")

    def test_a_deputy_cancels_a_draft_but_not_a_registered_paper(self):
        draft = self._make_document()
        draft.action_cancel("Не нужен")
        self.assertEqual(draft.state, "cancelled")
        registered = self._register(self._make_document()).with_user(self.deputy)
        with self.assertRaises(AccessError):
            registered.action_cancel("Не нужен")
        self.assertFalse(registered.cancel_reason)

    def test_a_new_paper_cancels_the_old_one(self):
        old = self._register(self._make_document())
        new = self._make_document(amends_id=old.id, is_cancelling=True)
        self._register(new)
        self.assertEqual(old.state, "cancelled")
        self.assertIn("2-ОД", old._paper()["mark"])

    def test_a_new_paper_amends_the_old_one(self):
        old = self._register(self._make_document())
        new = self._register(self._make_document(amends_id=old.id))
        self.assertEqual(old.state, "registered")
        self.assertEqual(old.amended_by_ids, new)

    def test_a_draft_is_marked_as_one(self):
        self.assertEqual(self._make_document()._paper()["mark"], "ПРОЕКТ")

    def test_what_buttons_set_no_client_writes(self):
        document = self._make_document()
        for name, value in (("pdf_digest", "x"), ("number", "9"), ("snapshot", {})):
            with self.subTest(name), self.assertRaises(AccessError):
                document.write({name: value})
        with self.assertRaises(UserError):
            self._make_document(state="registered")


class TestDocumentProblems(DocumentCase):
    def _refused(self, document, *words):
        """The paper is not approved; the sentence has the words, no number is spent."""
        with self.assertRaises(UserError) as caught, self.cr.savepoint():
            document.with_user(self.director).action_approve()
        for word in words:
            self.assertIn(word, str(caught.exception))
        self.assertFalse(document.number)

    def test_all_problems_are_told_at_once(self):
        document = self._make_document(
            items=[{"name": "Провести срез"}, self._task(self.teacher, term_text="")]
        )
        self._refused(document, "Провести срез", "names no person", "has no term")

    def test_an_order_without_items(self):
        document = self._make_document()
        document.item_ids.unlink()
        self._refused(document, "no items")

    def test_a_school_without_a_director(self):
        self.env["vsoko.role.holder"].search([]).unlink()
        document = self._make_document(executor_id=False)
        self._refused(document, "Nobody signs")

    def test_a_school_without_a_name(self):
        self.school.name = " "
        self._refused(self._make_document(), "no name")

    def test_a_date_before_the_school_year(self):
        document = self._make_document(date="2022-12-31", year_id=self.year.id)
        self._refused(document, "31.12.2022", self.year.name)

    def test_a_term_before_the_paper(self):
        line = self._task(self.teacher, term_text="", date_deadline="2023-09-10")
        document = self._make_document(date="2023-09-15", items=[line])
        self._refused(document, "10.09.2023")

    def test_a_term_in_words_becomes_a_day(self):
        document = self._make_document(
            year_id=self.year.id, items=[self._task(self.teacher)]
        )
        self.assertEqual(str(document.item_ids.date_deadline), "2024-05-20")

    def test_300_lines_are_taken(self):
        text = "\n".join(f"Строка {number}" for number in range(300))
        document = self._make_document(
            items=[{"name": text, "is_task": False}],
            paragraph_ids=[(0, 0, {"text": text})],
        )
        self._register(document)
        self.assertEqual(len(document._paper()["sections"][0]["paragraphs"]), 300)

    def test_minutes_lack_what_minutes_have(self):
        document = self._make_document("minutes")
        self._refused(document, "day of the meeting", "body", "chair", "agenda")

    def test_more_votes_than_people(self):
        teacher = self._employee(self.teacher)
        document = self._make_document(
            "minutes",
            date="2023-09-01",
            body_id=self.env.ref("vsoko_module.body_pedagogical_council").id,
            chair_id=teacher.id,
            secretary_id=teacher.id,
            present_count=5,
            agenda_ids=[(0, 0, {"name": "О плане", "vote_for": 6})],
        )
        self._refused(document, "6", "5")


class TestDocumentNumbers(DocumentCase):
    def test_numbers_go_in_turn_and_by_kind(self):
        numbers = [self._register(self._make_document()).number for _one in range(3)]
        self.assertEqual(numbers, ["1-ОД", "2-ОД", "3-ОД"])
        self.assertEqual(self._register(self._make_document("act")).number, "1")

    def test_a_new_calendar_year_begins_with_1(self):
        with freeze_time("2023-12-29"):
            self.assertEqual(self._register(self._make_document()).number, "1-ОД")
        with freeze_time("2024-01-09"):
            self.assertEqual(self._register(self._make_document()).number, "1-ОД")

    def test_a_new_school_year_begins_with_1(self):
        for day, number in (
            ("2023-12-29", "1"),
            ("2024-01-09", "2"),
            ("2024-09-02", "1"),
        ):
            with freeze_time(day):
                note = self._make_document("note")
                self.assertEqual(self._register(note).number, number)

    def test_each_body_has_its_own_minutes(self):
        bodies = ("pedagogical_council", "pedagogical_council", "methodical_union")
        numbers = []
        teacher = self._employee(self.teacher).id
        for code in bodies:
            minutes = self._make_document(
                "minutes",
                date="2023-09-01",
                body_id=self.env.ref(f"vsoko_module.body_{code}").id,
                chair_id=teacher,
                secretary_id=teacher,
                agenda_ids=[(0, 0, {"name": "О плане"})],
            )
            numbers.append(self._register(minutes).number)
        self.assertEqual(numbers, ["1", "2", "1"])

    def test_the_paper_book_may_be_the_master(self):
        self._register(self._make_document(manual_number="87-ОД"))
        self.assertEqual(self._register(self._make_document()).number, "88-ОД")

    def test_a_number_of_the_book_is_checked_for_doubles(self):
        self._register(self._make_document(manual_number="№ 5-ОД"))
        double = self._make_document(manual_number="5-од")
        double.with_user(self.director).action_approve()
        with self.assertRaises(UserError) as caught, self.cr.savepoint():
            double.with_user(self.director).action_register()
        self.assertIn("5-од", str(caught.exception))
        self.assertEqual(double.state, "approved")

    def test_a_kind_by_the_book_asks_for_the_number(self):
        self._kind("order").is_manual_number = True
        with self.assertRaises(UserError):
            self._register(self._make_document())

    def test_a_number_in_turn_is_not_dated_back(self):
        self._register(self._make_document(date="2023-10-10"))
        late = self._make_document(date="2023-10-09")
        with self.assertRaises(UserError) as caught, self.cr.savepoint():
            self._register(late)
        self.assertIn("10.10.2023", str(caught.exception))
        late.manual_number = "1а-ОД"
        self.assertEqual(self._register(late).number, "1а-ОД")

    def test_a_failed_registration_spends_no_number(self):
        self._register(self._make_document())
        broken = self._make_document(date="2020-01-01")
        with self.assertRaises(UserError), self.cr.savepoint():
            self._register(broken)
        self.assertEqual(self._register(self._make_document()).number, "2-ОД")

    def test_schools_count_apart(self):
        self._register(self._make_document())
        school, chief = self.other_school, self._employee(self.other_deputy)
        other = self._make_document(
            user=self.other_deputy, company_id=school.id, signatory_id=chief.id
        )
        other.sudo().action_approve()
        other.sudo().action_register()
        self.assertEqual(other.number, "1-ОД")

    def test_a_pattern_needs_the_number(self):
        for pattern in ("ОД", "{n}-{n}", "{х}-{n}", ""):
            with self.subTest(pattern), self.assertRaises(ValidationError):
                self._kind("order").number_format = pattern or " "


class TestDocumentPeople(DocumentCase):
    def test_visas_come_before_the_signature(self):
        self._kind("order").visa_role_ids = self._role("methodist")
        self._appoint("methodist", self.teacher)
        document = self._make_document()
        with self.assertRaises(UserError):
            document.with_user(self.director).action_approve()
        document.action_send()
        seen = document.with_user(self.teacher)
        self.assertTrue(seen.my_visa_id)
        with self.assertRaises(UserError):
            document.with_user(self.director).action_approve()
        seen.action_agree_mine()
        document.with_user(self.director).action_approve()
        self.assertEqual(document.state, "approved")

    def test_a_changed_text_needs_consent_anew(self):
        self._kind("order").visa_role_ids = self._role("methodist")
        self._appoint("methodist", self.teacher)
        document = self._make_document()
        document.action_send()
        document.with_user(self.teacher).action_agree_mine()
        document.item_ids.name = "Утвердить другой план"
        self.assertEqual(document.visa_ids.state, "waiting")

    def test_nobody_agrees_for_another(self):
        self._kind("order").visa_role_ids = self._role("methodist")
        self._appoint("methodist", self.teacher)
        document = self._make_document()
        document.action_send()
        with self.assertRaises(AccessError):
            document.visa_ids.action_agree()

    def test_a_refusal_says_why(self):
        self._kind("order").visa_role_ids = self._role("methodist")
        self._appoint("methodist", self.teacher)
        document = self._make_document()
        document.action_send()
        visa = document.with_user(self.teacher).my_visa_id
        with self.assertRaises(UserError):
            visa.action_refuse(" ")
        visa.action_refuse("Нет сроков")
        self.assertEqual(document.visa_ids.comment, "Нет сроков")

    def test_items_become_tasks_of_the_people(self):
        document = self._make_document(items=[self._task(self.teacher)])
        self._register(document)
        tasks = document.activity_ids.filtered(lambda one: one.user_id == self.teacher)
        self.assertIn("провести срез", tasks.mapped("summary"))
        document.with_user(self.teacher).item_ids.action_done()
        self.assertTrue(document.item_ids.is_done)
        self.assertNotIn("провести срез", document.activity_ids.mapped("summary"))

    def test_a_stranger_does_not_report(self):
        document = self._make_document(items=[self._task(self.teacher)])
        self._register(document)
        with self.assertRaises(AccessError):
            document.item_ids.with_user(self.outsider).action_done()

    def test_people_get_acquainted_by_themselves(self):
        document = self._make_document(items=[self._task(self.teacher)])
        self._register(document)
        rows = document.acknowledgement_ids
        self.assertEqual(rows.employee_id, self._employee(self.teacher))
        with self.assertRaises(AccessError):
            rows.with_user(self.deputy).action_acknowledge()
        document.with_user(self.teacher).action_acknowledge_mine()
        self.assertEqual(rows.date, fields.Date.today())
        self.assertEqual(rows.way, "screen")

    def test_a_signature_on_paper_is_written_down_by_a_deputy(self):
        document = self._make_document(items=[self._task(self.teacher)])
        self._register(document)
        row = document.acknowledgement_ids
        with self.assertRaises(AccessError):
            row.with_user(self.teacher).action_signed_on_paper()
        row.with_user(self.deputy).action_signed_on_paper()
        self.assertEqual(row.way, "paper")

    def test_a_tick_is_not_made_by_a_program(self):
        document = self._register(self._make_document())
        values = {
            "document_id": document.id,
            "employee_id": self._employee(self.outsider).id,
        }
        rows = self.env["vsoko.document.acknowledgement"].with_user(self.deputy)
        with self.assertRaises(AccessError):
            rows.create({**values, "date": fields.Date.today()})
        rows.create(values)
        self.assertIn(self.outsider, document.activity_ids.user_id)

    def test_who_has_read_stays_on_the_sheet(self):
        document = self._make_document(items=[self._task(self.teacher)])
        self._register(document)
        document.with_user(self.teacher).action_acknowledge_mine()
        with self.assertRaises(UserError):
            document.acknowledgement_ids.with_user(self.deputy).unlink()

    def test_consent_is_not_made_by_a_program(self):
        visas = self.env["vsoko.document.visa"].with_user(self.deputy)
        values = {
            "document_id": self._make_document().id,
            "employee_id": self._employee(self.teacher).id,
        }
        for own in ({"state": "agreed"}, {"date": "2023-10-16"}):
            with self.assertRaises(UserError), self.cr.savepoint():
                visas.create({**values, **own})

    def test_the_director_confirms_what_an_author_signs(self):
        self._appoint("director", self.director)
        note = self._make_document(kind="note", name="О контроле")
        note.executor_id = note.signatory_id = self._employee(self.deputy)
        note.action_send()
        self.assertEqual(note.sudo().activity_ids.user_id, self.director)
        work = self.env["vsoko.work"]
        mine = [("kind", "=", "sign")]
        self.assertEqual(work.with_user(self.director).search(mine).name, "О контроле")
        self.assertFalse(work.with_user(self.deputy).search(mine))

    def test_papers_stand_in_my_work(self):
        document = self._make_document(items=[self._task(self.teacher)])
        document.action_send()
        work = self.env["vsoko.work"]
        self.assertIn("sign", work.with_user(self.director).search([]).mapped("kind"))
        self._register(document)
        rows = work.with_user(self.teacher).search(
            [("kind", "in", ["item", "acquaint"])]
        )
        self.assertEqual(set(rows.mapped("kind")), {"item", "acquaint"})
        opened = rows.filtered(lambda row: row.kind == "acquaint").action_open()
        self.assertEqual(opened["res_id"], document.id)
        rows.filtered(lambda row: row.kind == "item").action_tick()
        self.assertTrue(document.item_ids.is_done)

    def test_the_author_is_told_once_who_has_not_read(self):
        document = self._make_document(items=[self._task(self.teacher)])
        self._register(document)
        document.sudo().acknowledgement_ids.date_deadline = "2020-01-01"
        for _day in range(2):
            self.env["vsoko.reminder"]._work_for(self.school)
        told = document.activity_ids.filtered(lambda one: one.user_id == self.deputy)
        self.assertEqual(len(told), 1)
        self.assertIn("1", told.summary)

    def test_those_who_have_not_read_are_reminded(self):
        document = self._make_document(items=[self._task(self.teacher)])
        self._register(document)
        document.with_user(self.deputy).action_remind_unread()
        tasks = document.activity_ids.filtered(lambda one: one.user_id == self.teacher)
        self.assertEqual(len(tasks), 2)
        document.with_user(self.teacher).action_acknowledge_mine()
        with self.assertRaises(UserError):
            document.with_user(self.deputy).action_remind_unread()


class TestDocumentText(DocumentCase):
    def _created(self, kind="order", **values):
        wizard = (
            self.env["vsoko.document.create"]
            .with_user(self.deputy)
            .create({"kind_id": self._kind(kind).id, **values})
        )
        return self.env["vsoko.document"].browse(wizard.action_create()["res_id"])

    def test_the_order_of_a_plan_is_ready_at_once(self):
        plan = self._make_plan("План ВСОКО")
        self._make_procedure(plan)
        order = self._created(plan_id=plan.id)
        paper = order._paper()
        self.assertEqual(
            paper["heading"],
            "Об утверждении плана внутренней системы оценки качества образования на "
            f"{self.year.name} учебный год",
        )
        self.assertIn("273-ФЗ", paper["preamble"][0])
        self.assertEqual(paper["annexes"][0]["title"], "План ВСОКО")
        self._register(order)
        self.assertEqual(plan.order_number, "1-ОД")

    def test_every_ready_text_makes_a_paper(self):
        plan = self._make_plan("План ВСОКО")
        line = self._make_procedure(plan, roles="deputy_uvr")
        for text in self.env["vsoko.document.text"].search([]):
            with self.subTest(text.name):
                order = self._created(
                    text_id=text.id, plan_id=plan.id, procedure_id=line.id
                )
                self.assertNotIn("{", order._plain_text())
                self.assertTrue(order.item_ids)

    def test_unknown_places_are_refused(self):
        text = self.env.ref("vsoko_module.document_text_results")
        with self.assertRaises(ValidationError) as caught:
            text.heading = "Об итогах {прцедура}"
        self.assertIn("прцедура", str(caught.exception))

    def test_a_paragraph_edited_by_hand_survives(self):
        order = self._make_document(aim="оценки качества")
        order.action_generate()
        part = order.paragraph_ids
        self.assertEqual(part.text, "В целях оценки качества,")
        part.text = "Для порядка,"
        order.aim = "контроля"
        order.action_generate()
        self.assertEqual(part.text, "Для порядка,")
        self.assertTrue(part.is_edited)
        part.action_restore()
        self.assertEqual(part.text, "В целях контроля,")
        self.assertFalse(part.is_edited)

    def test_a_paragraph_left_alone_follows_the_data(self):
        order = self._make_document(aim="оценки качества")
        order.action_generate()
        order.aim = "контроля"
        order.action_generate()
        self.assertEqual(order.paragraph_ids.text, "В целях контроля,")

    def test_grounds_are_chosen_not_typed(self):
        note = self._register(self._make_document("note", name="Итоги среза"))
        order = self._make_document(ground_ids=[(6, 0, note.ids)])
        order.action_generate()
        self.assertIn("аналитической справки от", order.paragraph_ids.text)
        self.assertIn("«Итоги среза»", order.paragraph_ids.text)

    def test_an_order_takes_the_items_of_the_note(self):
        note = self._make_document("note", items=[self._advice()])
        self._register(note)
        order = self._created(source_id=note.id, name="Об итогах", text_id=False)
        self.assertIn("провести срез", order.item_ids.mapped("name"))
        self.assertEqual(order.ground_ids, note)

    def test_an_excerpt_holds_only_the_chosen_question(self):
        teacher = self._employee(self.teacher).id
        minutes = self._make_document(
            "minutes",
            date="2023-09-01",
            body_id=self.env.ref("vsoko_module.body_pedagogical_council").id,
            chair_id=teacher,
            secretary_id=teacher,
            agenda_ids=[
                (0, 0, {"name": "О плане", "decided": "Принять план", "sequence": 1}),
                (0, 0, {"name": "О разном", "decided": "Принять", "sequence": 2}),
            ],
        )
        self._register(minutes)
        excerpt = self._created("excerpt", source_id=minutes.id, name="О плане")
        self.assertEqual(len(excerpt._paper()["agenda"]), 2)
        excerpt.source_agenda_ids = minutes.agenda_ids[:1]
        (question,) = excerpt._paper()["agenda"]
        self.assertEqual(question["question"], "О плане")
        self.assertEqual(question["decided"][0]["text"], "1.1. Принять план")

    def test_editions_show_what_has_changed(self):
        document = self._make_document()
        document.action_keep_edition()
        document.action_keep_edition()
        self.assertEqual(len(document.edition_ids), 1)
        document.item_ids.name = "Утвердить новый <b>план"
        document.action_keep_edition()
        newest = document.edition_ids.sorted("number")[-1]
        self.assertIn("<ins>", newest.changes)
        self.assertNotIn("<b>", newest.changes)


class TestDocumentRights(DocumentCase):
    def test_a_teacher_reads_only_papers_that_concern_her(self):
        mine = self._make_document(items=[self._task(self.teacher)])
        other = self._make_document(items=[self._task(self.deputy)])
        papers = self.env["vsoko.document"].with_user(self.teacher)
        self.assertFalse(papers.search([]))
        self._register(mine)
        self._register(other)
        self.assertEqual(papers.search([]), mine)
        self.assertTrue(mine.with_user(self.teacher).item_ids.name)
        with self.assertRaises(AccessError):
            other.with_user(self.teacher).read(["name"])

    def test_a_teacher_makes_no_papers(self):
        with self.assertRaises(AccessError):
            self._make_document(user=self.teacher)

    def test_ready_files_are_not_for_strangers(self):
        document = self._register(self._make_document(items=[self._task(self.teacher)]))
        file = self.env["ir.attachment"].search(
            [("res_model", "=", "vsoko.document"), ("res_id", "=", document.id)]
            + [("res_field", "=", "pdf_file")]
        )
        self.assertTrue(file.with_user(self.teacher).raw)
        with self.assertRaises(AccessError):
            file.with_user(self.outsider).read(["raw"])


class TestDocumentAddressee(DocumentCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        person = cls._employee(cls.teacher)
        person.write({"name": "Гусь Лев Ильич", "job_title": "Учитель истории"})

    def test_the_person_stands_in_the_dative(self):
        document = self._make_document(items=[self._task(self.teacher)])
        self.assertEqual(
            document._paper()["items"][0]["text"],
            "1. Гусю Льву Ильичу, учителю истории, провести срез. Срок: до 20 мая.",
        )

    def test_what_is_mended_is_right_in_the_next_paper(self):
        document = self._make_document(items=[self._task(self.teacher)])
        document.item_ids.addressee = "Гусь Льву Ильичу, учителю истории"
        again = self._make_document(items=[self._task(self.teacher)])
        self.assertEqual(again.item_ids.addressee, "Гусь Льву Ильичу, учителю истории")

    def test_other_words_are_of_this_item_alone(self):
        document = self._make_document(items=[self._task(self.teacher)])
        document.item_ids.addressee = "Всем учителям, работающим в 5 классах"
        again = self._make_document(items=[self._task(self.teacher)])
        self.assertEqual(again.item_ids.addressee, "Гусю Льву Ильичу, учителю истории")

    def test_names_stay_as_they_are_by_a_click(self):
        document = self._make_document(items=[self._task(self.teacher)])
        document.item_ids.action_keep_names()
        expected = "Гусь Лев Ильич, учителю истории"
        self.assertEqual(document.item_ids.addressee, expected)

    def test_control_over_a_person_is_in_the_accusative(self):
        document = self._make_document(
            control="person", control_employee_id=self._employee(self.teacher).id
        )
        self.assertEqual(
            document._paper()["control"],
            "2. Контроль за исполнением приказа возложить на Гуся Льва Ильича, учителя "
            "истории.",
        )
