import base64

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form

from .common import VsokoCase

PAPER = base64.b64encode("Справка по итогам".encode())


class EvidenceCase(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.note = cls.env.ref("vsoko_module.outcome_note")
        cls.order = cls.env.ref("vsoko_module.outcome_order")
        cls.plan = cls._make_plan()
        cls.line = cls._line("class_teacher", cls.note)
        cls._approve(cls.plan)

    @classmethod
    def _line(cls, roles, *outcomes, **values):
        kinds = [outcome.id for outcome in outcomes]
        return cls._make_procedure(
            cls.plan, roles=roles, outcome_ids=[(6, 0, kinds)], **values
        )

    def _hand_in(self, line=None, user=None, **values):
        line = line or self.line
        return (
            self.env["vsoko.evidence"]
            .with_user(user or self.teacher)
            .create(
                {
                    "procedure_id": line.id,
                    "outcome_id": line.outcome_ids[:1].id,
                    "file": PAPER,
                    "filename": "Справка.txt",
                    **values,
                }
            )
        )


class TestEvidence(EvidenceCase):
    def test_a_paper_knows_its_author_day_and_period(self):
        paper = self._hand_in()
        self.assertEqual(paper.employee_id, self._employee(self.teacher))
        self.assertEqual(paper.date, self._day("2023-10-16"))
        self.assertEqual(paper.period_id.name, "1 четверть")
        self.assertEqual(paper.name, "Справка.txt")

    def test_a_line_is_done_only_with_its_papers(self):
        line = self.line.with_user(self.teacher)
        line.action_start()
        self.assertEqual(line.missing_outcome_ids, self.note)
        with self.assertRaisesRegex(UserError, "Справка"):
            line.action_done()
        self._hand_in()
        self.assertFalse(line.missing_outcome_ids)
        self.assertEqual(line.given_outcome_ids, self.note)
        line.action_done()
        self.assertEqual(line.state, "done")

    def test_a_deputy_finishes_without_a_paper_and_the_reason_is_kept(self):
        line = self.line.with_user(self.deputy)
        line.action_start()
        with self.assertRaises(UserError):
            line.action_done_incomplete("  ")
        line.action_done_incomplete("Классный руководитель в больнице")
        self.assertEqual(line.state, "done")
        change = line.change_ids
        self.assertEqual(change.kind, "incomplete")
        self.assertEqual(change.reason, "Классный руководитель в больнице")
        self.assertIn("Справка", change.old_value)

    def test_a_teacher_does_not_finish_without_a_paper(self):
        line = self.line.with_user(self.teacher)
        line.action_start()
        with self.assertRaises(UserError):
            line.action_done_incomplete("Некогда")
        with self.assertRaises(UserError):
            line.with_context(vsoko_reason="Некогда").action_done()

    def test_steps_left_are_named(self):
        self.plan.with_user(self.deputy).action_new_edition("Ещё")
        line = self._line("class_teacher", steps=["Провести", "Проверить"])
        self._approve(self.plan)
        line.step_ids[0].with_user(self.teacher).action_tick()
        with self.assertRaisesRegex(UserError, "Проверить"):
            line.with_user(self.teacher).action_done()

    def test_everybody_hands_in_where_the_role_says_so(self):
        self._appoint("class_teacher", self.outsider)
        self.assertTrue(self.line.is_each)
        self._hand_in()
        self.assertIn("Outsider", self.line.missing_text)
        self.assertNotIn("Teacher", self.line.missing_text)
        self._hand_in(user=self.outsider)
        self.assertTrue(self.line.is_complete)

    def test_one_paper_serves_all_elsewhere(self):
        self.line.with_user(self.deputy).is_each = False
        self._appoint("class_teacher", self.outsider)
        self._hand_in()
        self.assertTrue(self.line.is_complete)

    def test_programs_giants_and_empty_files_are_refused(self):
        self.school.vsoko_evidence_limit = 1
        giant = base64.b64encode(bytes(1024 * 1024 + 1))
        program = base64.b64encode(b"MZ" + bytes(20))
        for name, data, words in (
            ("Отчёт.exe", PAPER, "program"),
            ("Отчёт.pdf", program, "program"),
            ("Отчёт.pdf", giant, "larger than 1 MB"),
        ):
            with (
                self.subTest(name=name, words=words),
                self.assertRaisesRegex(ValidationError, words),
                self.env.cr.savepoint(),
            ):
                self._hand_in(file=data, filename=name)
        self.assertFalse(self.line.evidence_ids)

    def test_a_link_is_a_link(self):
        for url in ("javascript:alert(1)", "диск", "file:///etc/passwd"):
            with self.assertRaises(ValidationError):
                self._hand_in(file=False, filename=False, url=url)
        paper = self._hand_in(file=False, filename=False, url="https://example.ru/1")
        self.assertEqual(paper.action_open()["url"], "https://example.ru/1")

    def test_papers_are_seen_by_those_who_answer_for_the_line(self):
        paper = self._hand_in()
        self.assertEqual(paper.with_user(self.deputy).note, False)
        stranger = paper.with_user(self.outsider)
        self.assertFalse(stranger.search([("id", "=", paper.id)]))
        with self.assertRaises(AccessError):
            stranger.read(["name"])
        attachment = self.env["ir.attachment"].search(
            [
                ("res_model", "=", paper._name),
                ("res_id", "=", paper.id),
                ("res_field", "=", "file"),
            ]
        )
        self.assertTrue(attachment)
        with self.assertRaises(AccessError):
            attachment.with_user(self.outsider).read(["raw"])

    def test_nobody_hands_in_for_others_or_where_they_do_not_work(self):
        with self.assertRaises(AccessError):
            self._hand_in(user=self.outsider)
        with self.assertRaises(AccessError):
            self._hand_in(employee_id=self._employee(self.outsider).id)
        by_deputy = self._hand_in(
            user=self.deputy, employee_id=self._employee(self.teacher).id
        )
        self.assertEqual(by_deputy.employee_id, self._employee(self.teacher))

    def test_papers_of_a_finished_line_stay(self):
        paper = self._hand_in()
        self.line.with_user(self.teacher).action_done()
        with self.assertRaises(UserError):
            paper.unlink()
        with self.assertRaises(UserError):
            self._hand_in()
        self.line.with_user(self.deputy).action_review()
        with self.assertRaises(UserError):
            paper.with_user(self.deputy).unlink()

    def test_a_line_with_papers_is_not_deleted(self):
        self._hand_in()
        self.plan.with_user(self.deputy).action_new_edition("Сократить")
        with self.assertRaisesRegex(UserError, "ВПР"):
            self.line.with_user(self.deputy).unlink()


class TestHandIn(EvidenceCase):
    def _attachment(self, name="фото.jpg", data=b"\xff\xd8\xff\xe0 photo"):
        return (
            self.env["ir.attachment"]
            .with_user(self.teacher)
            .create({"name": name, "raw": data, "res_model": "vsoko.hand.in"})
        )

    def _wizard(self, line=None, **values):
        line = line or self.line
        return (
            self.env["vsoko.hand.in"]
            .with_user(self.teacher)
            .create({"procedure_id": line.id, **values})
        )

    def test_a_photo_and_the_line_is_done(self):
        wizard = self._wizard(attachment_ids=[(6, 0, self._attachment().ids)])
        self.assertEqual(wizard.outcome_id, self.note)
        wizard.action_confirm()
        self.assertEqual(self.line.state, "done")
        self.assertEqual(self.line.evidence_ids.filename, "фото.jpg")
        self.assertFalse(
            self.env["ir.attachment"].search(
                [("name", "=", "фото.jpg"), ("res_field", "=", False)]
            )
        )

    def test_ticks_a_word_and_a_link_go_together(self):
        self.plan.with_user(self.deputy).action_new_edition("Ещё")
        line = self._line("class_teacher", self.note, self.order, steps=["Раз", "Два"])
        self._approve(self.plan)
        wizard = self._wizard(line, url="https://example.ru/1", note="Всё в порядке")
        self.assertEqual(wizard.step_ids, line.step_ids)
        answer = wizard.action_confirm()
        self.assertIn("Приказ", answer["params"]["message"])
        self.assertEqual(line.state, "in_progress")
        self.assertEqual(set(line.step_ids.mapped("is_done")), {True})
        self.assertEqual(line.evidence_ids.note, "Всё в порядке")

    def test_a_word_alone_is_a_message(self):
        self._wizard(note="Заболели двое").action_confirm()
        self.assertIn("Заболели двое", self.line.message_ids[0].body)
        self.assertEqual(self.line.state, "in_progress")

    def test_nothing_at_all_is_refused(self):
        with self.assertRaises(UserError):
            self._wizard().action_confirm()

    def test_a_program_leaves_nothing_behind(self):
        wizard = self._wizard(
            attachment_ids=[(6, 0, self._attachment("a.exe", b"MZ12").ids)]
        )
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            wizard.action_confirm()
        self.assertFalse(self.line.evidence_ids)
        self.assertEqual(self.line.state, "planned")

    def test_the_form_opens_with_what_is_missing(self):
        form = Form(
            self.env["vsoko.hand.in"]
            .with_user(self.teacher)
            .with_context(default_procedure_id=self.line.id)
        )
        self.assertEqual(form.outcome_id, self.note)
