"""The whole story in a real browser: a deputy, a director and a teacher at work.

Console errors fail a tour; the views of the app are opened one by one by Odoo's own
clickbot, which fails on them too.
"""

import subprocess
from datetime import datetime, time

from odoo.tests import HttpCase, tagged

from .common import DIRECTOR, DOCX, MANAGER, USER, SchoolCase

CLICK_EVERYWHERE = """
odoo.loader.modules.get("@web/webclient/clickbot/clickbot_loader")
    .startClickEverywhere("vsoko_module.vsoko_menu_root", %s);
"""


class TourCase(SchoolCase, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.director = cls._make_person("school_director", DIRECTOR)
        cls.teacher = cls._make_person("school_teacher", USER)
        for code, user in {
            "director": cls.director,
            "deputy_uvr": cls.deputy,
            "class_teacher": cls.teacher,
        }.items():
            cls._appoint(code, user)
        # Odoo invites a newcomer to its own tours, which would stand in the way
        cls.env["res.users"].search([]).tour_enabled = False

    def _serve(self, path):
        """A file for the tour to choose, as if it were on the user's computer."""
        self.env["ir.attachment"].create(
            {
                "name": path.name,
                "url": f"/vsoko/tour/{path.name}",
                "type": "binary",
                "raw": path.read_bytes(),
                "public": True,
            }
        )


@tagged("post_install", "-at_install")
class TestStory(TourCase):
    def test_from_a_file_to_a_marked_step_and_a_printed_plan(self):
        self._serve(DOCX)
        self.start_tour("/odoo", "vsoko_story_deputy", login=self.deputy.login)
        plan = self.env["vsoko.plan"].search([("company_id", "=", self.school.id)])
        self.assertEqual(plan.state, "to_approve")
        self.assertEqual(len(plan.procedure_ids), 88)
        self.assertTrue(plan.activity_ids.filtered_domain(self._is_for(self.director)))

        self.start_tour("/odoo", "vsoko_story_director", login=self.director.login)
        self.assertEqual(plan.state, "approved")

        first = self._tasks(plan)[0]
        self._open_calendar_at(first.date_end)
        self.start_tour("/odoo", "vsoko_story_teacher", login=self.teacher.login)
        self.assertEqual(first.state, "in_progress")
        self.assertEqual(first.step_ids.mapped("is_done").count(True), 1)

        self._check_print(plan)

    def _is_for(self, user):
        return [("user_id", "=", user.id)]

    def _tasks(self, plan):
        """The teacher's procedures as her list shows them."""
        mine = plan.procedure_ids.with_user(self.teacher).filtered("is_mine")
        return mine.sorted("date_end")

    def _open_calendar_at(self, day):
        """Odoo opens its calendar today; the plan is of a year that is over."""
        action = self.env.ref("calendar.action_calendar_event")
        action.context = {"initial_date": str(datetime.combine(day, time()))}

    def _check_print(self, plan):
        self.authenticate(self.deputy.login, self.deputy.login)
        url = f"/report/py3o/vsoko_reports.plan_pdf/{plan.id}"
        answer = self.url_open(url, timeout=120)
        self.assertEqual(answer.headers["Content-Type"], "application/pdf")
        self.assertEqual(answer.content[:4], b"%PDF")
        text = subprocess.run(
            ["pdftotext", "-layout", "-", "-"],
            input=answer.content,
            capture_output=True,
        ).stdout.decode()
        for word in ("УТВЕРЖДАЮ", "Ответственные", "2023/24"):
            self.assertIn(word.lower(), text.lower())


@tagged("post_install", "-at_install")
class TestScreens(TourCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._import_plan()
        # The screens open on the school year of today
        today_year = cls.env["vsoko.academic.year"]._default_date_start().year
        cls.year = cls.env["vsoko.academic.year"]._ensure(today_year, cls.school)
        cls.plan = cls.plan.action_apply_template(cls.plan.id, cls.year.id)
        cls.plan.action_send()
        cls.plan.with_user(cls.director).action_approve()

    def test_the_screens_lead_from_one_to_another(self):
        self.start_tour("/odoo", "vsoko_screens", login=self.deputy.login)

    def test_every_menu_and_view_opens_for_the_administrator(self):
        administrator = self._make_person(
            "school_admin", f"{DIRECTOR},{MANAGER},base.group_system"
        )
        self._click_everywhere(administrator)

    def test_every_menu_opens_for_a_teacher(self):
        self._click_everywhere(self.teacher, menus_only="true")

    def _click_everywhere(self, user, menus_only="false"):
        self.browser_js(
            "/odoo",
            CLICK_EVERYWHERE % menus_only,
            "odoo.isReady === true",
            login=user.login,
            timeout=180,
            success_signal="clickbot test succeeded",
        )
