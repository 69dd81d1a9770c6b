from contextlib import suppress
from itertools import product

from odoo.exceptions import AccessError, UserError

from .common import VsokoCase

STATES = ("draft", "to_approve", "approved", "closed")
# from, to → who may; whatever is not here nobody may
ALLOWED = {
    ("draft", "to_approve"): {"deputy", "director"},
    ("to_approve", "draft"): {"deputy", "director"},
    ("to_approve", "approved"): {"director"},
    ("approved", "closed"): {"director"},
    ("closed", "approved"): {"director"},
}
PROCEDURE_STATES = ("planned", "in_progress", "done", "reviewed", "cancelled")
REPORTING = {"teacher", "deputy", "director"}
DECIDING = {"deputy", "director"}
ALLOWED_OF_PROCEDURE = {
    ("planned", "in_progress"): REPORTING,
    ("planned", "done"): REPORTING,
    ("planned", "cancelled"): DECIDING,
    ("in_progress", "done"): REPORTING,
    ("in_progress", "planned"): DECIDING,
    ("in_progress", "cancelled"): DECIDING,
    ("done", "reviewed"): DECIDING,
    ("done", "in_progress"): DECIDING,
    ("reviewed", "in_progress"): DECIDING,
    ("cancelled", "planned"): DECIDING,
}
ROLES = ("director", "deputy", "teacher", "outsider", "other_deputy")


class TestPlanApproval(VsokoCase):
    def _in_state(self, state):
        """A plan with one line that came to its state the proper way."""
        plan = self._make_plan()
        self._make_procedure(plan, roles="class_teacher")
        path = STATES[1 : STATES.index(state) + 1]
        for step in path:
            plan.with_user(self.director).write({"state": step})
        return plan

    def _tries(self, record, state):
        """Names of roles that can write the state; each tries on its own copy."""
        able = set()
        for role in ROLES:
            savepoint = self.env.cr.savepoint(flush=True)
            with suppress(UserError):
                record.with_user(getattr(self, role)).write({"state": state})
                self.env.flush_all()
                able.add(role)
            savepoint.close(rollback=True)
            self.env.invalidate_all()
        return able

    def test_only_the_moves_of_the_table_are_made_and_by_whom_it_says(self):
        for start in STATES:
            plan = self._in_state(start)
            for end in STATES:
                with self.subTest(start=start, end=end):
                    if start != end:
                        allowed = ALLOWED.get((start, end), set())
                        self.assertEqual(self._tries(plan, end), allowed)

    def test_a_line_moves_by_its_table_and_is_reported_on_by_its_people(self):
        line = self._make_approved_plan().procedure_ids
        line.step_ids.action_tick()
        for start, end in product(PROCEDURE_STATES, repeat=2):
            line.sudo().env.cr.execute(
                "UPDATE vsoko_procedure SET state = %s WHERE id = %s", [start, line.id]
            )
            line.invalidate_recordset(["state"])
            with self.subTest(start=start, end=end):
                if start != end:
                    allowed = ALLOWED_OF_PROCEDURE.get((start, end), set())
                    self.assertEqual(self._tries(line, end), allowed)

    def test_nothing_is_born_approved(self):
        for state in STATES[1:]:
            with self.assertRaises(UserError):
                self._make_plan(state=state)
        with self.assertRaises(UserError):
            self._make_procedure(self._make_plan(), state="done")

    def test_buttons_are_offered_by_the_same_table(self):
        plan = self._in_state("to_approve")
        self.assertEqual(plan.next_states, ["draft"])
        by_director = plan.with_user(self.director)
        self.assertEqual(by_director.next_states, ["draft", "approved"])
        by_director.action_approve()
        self.assertFalse(plan.with_user(self.teacher).next_states)
        line = plan.procedure_ids
        offered = {
            self.teacher: ["in_progress", "done"],
            self.outsider: False,
            self.deputy: ["in_progress", "done", "cancelled"],
        }
        for user, states in offered.items():
            self.assertEqual(line.with_user(user).next_states, states, user.login)

    def test_an_empty_plan_is_not_sent(self):
        with self.assertRaisesRegex(UserError, "План ВСОКО"):
            self._make_plan().action_send()

    def test_the_director_is_asked_and_the_task_goes_with_the_answer(self):
        plan = self._make_plan()
        self._make_procedure(plan)
        plan.action_send()
        self.assertEqual(plan.activity_ids.user_id, self.director)
        plan.with_user(self.director).action_approve()
        self.assertFalse(plan.activity_ids)

    def test_a_plan_returns_to_its_author_with_a_word_why(self):
        plan = self._in_state("to_approve")
        plan.with_user(self.director).action_return("Добавьте ГИА")
        self.assertEqual(plan.state, "draft")
        self.assertIn("Добавьте ГИА", plan.message_ids[0].body)

    def test_approval_is_remembered_as_the_first_edition(self):
        plan = self._in_state("approved")
        self.assertEqual(plan.edition_ids.mapped("number"), [1])
        self.assertEqual(plan.edition_ids.user_id, self.director)
        self.assertFalse(plan.edition_ids.change_ids)
        self.assertEqual(plan.edition_ids.date, self._day("2023-10-16"))

    def test_closing_and_opening_again_makes_no_edition(self):
        plan = self._in_state("closed").with_user(self.director)
        plan.action_reopen()
        self.assertEqual(plan.state, "approved")
        self.assertEqual(len(plan.edition_ids), 1)

    # ---- what others see ----

    def _seen_by(self, user, plan):
        """What a user finds of a plan, by every way to look for it."""
        env = self.env(user=user)
        seen = {}
        for model, records in {
            "vsoko.plan": plan,
            "vsoko.procedure": plan.procedure_ids,
            "vsoko.procedure.step": plan.procedure_ids.step_ids,
            "calendar.event": plan.procedure_ids.event_ids,
        }.items():
            ids = records.sudo().ids
            domain = [("id", "in", ids)]
            records = env[model].browse(ids)
            seen[model] = {
                "search": env[model].search_count(domain),
                "read_group": env[model]._read_group(domain, [], ["__count"])[0][0],
                "name_search": len(env[model].name_search("", domain, limit=None)),
                "read": len(records._filtered_access("read")),
            }
        return seen

    def test_a_teacher_sees_a_plan_when_it_is_approved_and_not_before(self):
        plan = self._make_plan()
        self._make_procedure(plan, roles="class_teacher", steps=["Раз"])
        self.env.flush_all()
        nothing = dict.fromkeys(("search", "read_group", "name_search", "read"), 0)
        everything = dict.fromkeys(nothing, 1)
        for people in (self.teacher, self.outsider):
            for counts in self._seen_by(people, plan).values():
                self.assertEqual(counts, nothing)
            with self.assertRaises(AccessError):
                plan.with_user(people).read(["name"])
            with self.assertRaises(AccessError):
                plan.procedure_ids.with_user(people).read(["name"])
        plan.action_send()
        for counts in self._seen_by(self.teacher, plan).values():
            self.assertEqual(counts, nothing)
        plan.with_user(self.director).action_approve()
        self.env.flush_all()
        for people in (self.teacher, self.outsider):
            for model, counts in self._seen_by(people, plan).items():
                self.assertEqual(counts, everything, model)

    def test_a_closed_plan_stays_visible(self):
        plan = self._in_state("closed")
        self.assertTrue(plan.with_user(self.teacher).name)

    # ---- what is locked ----

    def test_lines_are_locked_from_sending_on(self):
        changes = {
            "name": "Другое",
            "term_text": "май",
            "month": "2_05",
            "role_text": "Завуч",
            "outcome_text": "Справка",
            "block_id": False,
            "role_ids": [(5,)],
        }
        for state in STATES[1:]:
            plan = self._in_state(state)
            line = plan.procedure_ids
            for user, (field, value) in product(
                (self.deputy, self.director, self.manager), changes.items()
            ):
                with self.subTest(state=state, user=user.login, field=field):
                    with self.assertRaises(UserError):
                        line.with_user(user).write({field: value})
            with self.assertRaisesRegex(UserError, "План ВСОКО"):
                self._make_procedure(plan)
            with self.assertRaises(UserError):
                line.unlink()

    def test_steps_are_locked_with_their_line(self):
        line = self._make_approved_plan().procedure_ids
        step = line.step_ids
        for change in (
            lambda: step.write({"name": "Другое"}),
            lambda: step.unlink(),
            lambda: step.create({"procedure_id": line.id, "name": "Ещё"}),
            lambda: line.write({"step_ids": [(0, 0, {"name": "Ещё"})]}),
        ):
            with self.assertRaises(UserError):
                change()

    def test_a_line_does_not_leave_an_approved_plan_for_a_draft(self):
        approved, draft = self._make_approved_plan(), self._make_plan("Черновик")
        with self.assertRaises(UserError):
            approved.procedure_ids.plan_id = draft
        moved = self._make_procedure(draft)
        with self.assertRaises(UserError):
            moved.plan_id = approved

    def test_what_was_approved_is_not_deleted(self):
        plan = self._make_approved_plan()
        for user in (self.deputy, self.director):
            with self.assertRaisesRegex(UserError, "План ВСОКО"):
                plan.with_user(user).unlink()
        plan.action_new_edition("Приказ учредителя")
        with self.assertRaises(UserError):
            plan.unlink()

    def test_a_draft_is_deleted_with_its_lines_and_events(self):
        plan = self._make_plan()
        line = self._make_procedure(plan)
        event = line.event_id
        plan.unlink()
        self.assertFalse(line.exists() or event.exists())

    # ---- editions ----

    def test_a_new_edition_needs_a_reason(self):
        plan = self._make_approved_plan()
        for reason in ("", "  ", False):
            with self.assertRaisesRegex(UserError, "План ВСОКО"):
                plan.action_new_edition(reason)
        with self.assertRaises(UserError):
            plan.write({"state": "draft"})
        self.assertEqual(plan.state, "approved")

    def test_changes_between_editions_are_recorded(self):
        plan = self._make_plan()
        changed = self._make_procedure(plan, name="Меняется", term="октябрь")
        removed = self._make_procedure(plan, name="Уходит")
        self._make_procedure(plan, name="Остаётся")
        self._approve(plan)
        plan.action_new_edition("Перенос ВПР")
        changed.term_text = "ноябрь"
        removed.unlink()
        added = self._make_procedure(plan, name="Приходит")
        self._approve(plan)
        edition = plan.edition_ids.filtered(lambda one: one.number == 2)
        self.assertEqual(plan.edition, 2)
        self.assertEqual(edition.reason, "Перенос ВПР")
        self.assertEqual(
            [(one.kind, one.name, one.procedure_id.id) for one in edition.change_ids],
            [
                ("changed", "Меняется", changed.id),
                ("added", "Приходит", added.id),
                ("removed", "Уходит", False),
            ],
        )
        self.assertIn("октябрь → ноябрь", edition.change_ids[0].description)
        self.assertIn("27.10.2023 → 30.11.2023", edition.change_ids[0].description)

    def test_the_third_edition_is_compared_with_the_second(self):
        plan = self._make_approved_plan()
        for name in ("Вторая", "Третья"):
            plan.action_new_edition(name)
            self._make_procedure(plan, name=name)
            self._approve(plan)
        third = plan.edition_ids.filtered(lambda one: one.number == 3)
        self.assertEqual(third.change_ids.mapped("name"), ["Третья"])

    def test_people_keep_seeing_the_plan_while_an_edition_is_prepared(self):
        plan = self._make_approved_plan()
        plan.action_new_edition("Добавить ГИА")
        fresh = self._make_procedure(plan, name="ГИА", roles="class_teacher")
        lines = self.env["vsoko.procedure"].with_user(self.teacher)
        seen = lines.search([("plan_id", "=", plan.id)])
        self.assertEqual(seen, plan.procedure_ids - fresh)
        self.assertFalse(fresh.event_id.partner_ids)
        self._approve(plan)
        self.assertEqual(len(lines.search([("plan_id", "=", plan.id)])), 2)
        self.assertIn(self.teacher.partner_id, fresh.event_id.partner_ids)

    def test_editions_are_history_nobody_rewrites(self):
        edition = self._make_approved_plan().edition_ids
        for user in (self.deputy, self.director, self.manager):
            with self.assertRaises(AccessError):
                edition.with_user(user).write({"reason": "Другая"})
            with self.assertRaises(AccessError):
                edition.with_user(user).unlink()

    def test_the_reason_is_asked_by_the_wizard(self):
        plan = self._make_approved_plan()
        self.env["vsoko.reason"].with_user(self.deputy).create(
            {
                "plan_id": plan.id,
                "method": "action_new_edition",
                "reason": "Перенос ВПР",
            }
        ).action_confirm()
        self.assertEqual((plan.state, plan.change_reason), ("draft", "Перенос ВПР"))
