import os
import tempfile
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tools import config, mute_logger

from .common import VsokoCase


class TestSelfCheck(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.users"].search([]).write({"tz": "Europe/Moscow", "lang": "ru_RU"})
        cls.school.vsoko_calendar_id.tz = "Europe/Moscow"
        cls.school.resource_calendar_id.tz = "Europe/Moscow"

    def _rows(self, name, user=None):
        """``[(status, found, advice)]`` of one check, as the manager sees it."""
        checks = self.env["vsoko.self.check"].with_user(user or self.manager)
        return [
            (row["status"], row["found"], row.get("advice") or "")
            for row in checks._run_check(name)
        ]

    def assertFine(self, name):
        rows = self._rows(name)
        self.assertEqual({status for status, _found, _advice in rows}, {"ok"}, rows)

    def assertSays(self, name, status, found, advice=""):
        """One of the rows of a check is about this."""
        rows = self._rows(name)
        self.assertTrue(
            any(
                one == status and found in text and advice in hint
                for one, text, hint in rows
            ),
            rows,
        )

    # ---- the page ----

    def test_the_page_opens_with_counts_and_checks_again(self):
        action = self.env["vsoko.self.check"].with_user(self.manager).action_open()
        check = self.env[action["res_model"]].browse(action["res_id"])
        check = check.with_user(self.manager)
        names = check.line_ids.mapped("name")
        for title in self.env["vsoko.self.check"]._checks().values():
            self.assertIn(title, names)
        for line in check.line_ids:
            self.assertTrue(line.found)
            self.assertEqual(bool(line.advice), line.status != "ok", line.found)
        self.assertIn(f"errors {check.error_count}", check.display_name)
        self.school.vsoko_full_name = "Школа № 1 города"
        check.action_again()
        self.assertIn("Школа № 1 города", check.line_ids.mapped("found"))

    def test_a_line_opens_the_place_where_it_is_mended(self):
        action = self.env["vsoko.self.check"].with_user(self.manager).action_open()
        check = self.env[action["res_model"]].browse(action["res_id"])
        holders = "vsoko_module.vsoko_role_holder_action"
        line = check.line_ids.filtered(lambda one: one.action == holders)[:1]
        self.assertFalse(line, "the director is there")
        self.env["vsoko.role.holder"].search([]).unlink()
        check.with_user(self.manager).action_again()
        line = check.line_ids.filtered(lambda one: one.action == holders)[:1]
        self.assertEqual(line.action_open()["res_model"], "vsoko.role.holder")

    def test_no_button_leads_where_the_person_may_not_go(self):
        self.school.vsoko_full_name = False
        checks = self.env["vsoko.self.check"].with_user(self.manager)
        row = checks._run_check("requisites")[0]
        self.assertFalse(row["action"])
        self.manager.group_ids += self.env.ref("base.group_system")
        row = checks._run_check("requisites")[0]
        self.assertEqual(row["action"], "vsoko_module.res_config_settings_action")

    def test_a_check_that_breaks_becomes_a_line(self):
        def broken(check):
            check.env.cr.execute("SELECT 1 FROM no_such_table")

        with (
            patch.object(type(self.env["vsoko.self.check"]), "_check_storage", broken),
            self.assertLogs("odoo.addons.vsoko_module", "ERROR"),
            mute_logger("odoo.sql_db"),
        ):
            action = self.env["vsoko.self.check"].with_user(self.manager).action_open()
        lines = self.env["vsoko.self.check"].browse(action["res_id"]).line_ids
        broken_line = lines.filtered(lambda line: line.name == "Storage of files")
        self.assertEqual(broken_line.status, "error")
        self.assertIn("UndefinedTable", broken_line.found)
        self.assertGreater(len(lines), 8)

    def test_only_administrators_look(self):
        for user in (self.teacher, self.deputy, self.director):
            with self.assertRaises(AccessError):
                self.env["vsoko.self.check"].with_user(user).action_open()
            action = self.env.ref("vsoko_module.vsoko_self_check_action")
            with self.assertRaises(AccessError):
                action.with_user(user).run()
        other = self._make_person("other_manager", "vsoko_module.group_vsoko_manager")
        action = self.env["vsoko.self.check"].with_user(self.manager).action_open()
        check = self.env["vsoko.self.check"].browse(action["res_id"])
        with self.assertRaises(AccessError):
            check.line_ids.with_user(other).read(["found"])

    def test_each_school_is_named_when_there_are_several(self):
        self.manager.company_ids = self.school + self.other_school
        checks = self.env["vsoko.self.check"].with_user(self.manager)
        both = (self.school + self.other_school).ids
        rows = checks.with_context(allowed_company_ids=both)._run_check("year")
        self.assertEqual(
            [(row["status"], row["found"].partition(":")[0]) for row in rows],
            [("ok", "Школа № 1"), ("error", "Школа № 2")],
        )

    # ---- the server ----

    def test_versions_and_libraries_are_shown(self):
        self.assertSays("versions", "ok", "PostgreSQL")
        self.assertSays("versions", "ok", "Odoo 19")
        self.assertSays("libraries", "ok", "openpyxl")

    def test_an_app_older_than_its_files_is_named(self):
        module = self.env.ref("base.module_vsoko_module")
        module.latest_version = "19.0.0.0.1"
        self.assertSays("versions", "warning", "19.0.0.0.1", "Upgrade")

    def test_a_missing_library_is_named_with_the_command(self):
        def with_another(check):
            return ["openpyxl", "no-such-library"]

        with patch.object(
            type(self.env["vsoko.self.check"]), "_libraries", with_another
        ):
            self.assertSays(
                "libraries", "error", "no-such-library", "pip install no-such-library"
            )

    def test_files_can_be_written_or_the_folder_is_named(self):
        self.assertFine("storage")
        with tempfile.NamedTemporaryFile() as file:
            folder = os.path.join(file.name, "filestore")
            attachments = type(self.env["ir.attachment"])
            with patch.object(attachments, "_filestore", lambda self: folder):
                self.assertSays("storage", "error", folder, "chown")

    def _job(self):
        return self.env.ref("vsoko_module.ir_cron_remind")

    def test_jobs_that_are_in_time_are_fine(self):
        self.assertFine("jobs")

    def test_a_job_that_waits_long_says_that_the_scheduler_stands(self):
        self._job().nextcall = "2023-10-16 07:00:00"
        self.assertSays("jobs", "error", "VSOKO", "max_cron_threads")
        self._job().nextcall = "2023-10-16 08:30:00"
        self.assertFine("jobs")

    def test_a_server_without_scheduler_says_so_at_once(self):
        with patch.dict(config.options, {"max_cron_threads": 0}):
            self.assertSays("jobs", "warning", "max_cron_threads is 0")

    def test_jobs_switched_off_or_failing_are_named(self):
        self._job().active = False
        self.assertSays("jobs", "warning", "is switched off", "Scheduled Actions")
        self._job().write({"active": True, "failure_count": 3})
        self.assertSays("jobs", "warning", "failed 3 times")

    def test_mail_wants_a_server_and_an_address(self):
        self.env["ir.mail_server"].search([]).active = False
        self.school.email = False
        self.assertSays("mail", "warning", "No server", "Test Connection")
        self.assertSays("mail", "warning", "no e-mail")
        self.env["ir.mail_server"].create({"name": "Почта", "smtp_host": "mail.test"})
        self.school.email = "school@mail.test"
        self.assertFine("mail")
        self.env["mail.mail"].create({"state": "exception", "subject": "Письмо"})
        self.assertSays("mail", "warning", "not been sent: 1")

    # ---- people ----

    def test_russian_is_for_everybody(self):
        self.assertFine("language")
        self.teacher.lang = "en_US"
        self.assertSays("language", "warning", "Teacher")

    def test_time_zones_agree(self):
        self.assertFine("time_zone")
        self.school.vsoko_calendar_id.tz = "Asia/Omsk"
        self.assertSays("time_zone", "warning", "Asia/Omsk", "Working Schedules")
        self.manager.tz = False
        self.assertSays("time_zone", "error", "no time zone")

    def test_people_without_a_login_are_named(self):
        self._make_approved_plan()
        self.assertFine("logins")
        self._appoint("librarian", self._make_employee("Библиотекарева"))
        plan = self._make_plan()
        self._make_procedure(plan, roles="librarian")
        self.assertSays("logins", "warning", "Библиотекарева", "Employees")

    # ---- the school ----

    def test_the_year_is_there_and_divided(self):
        self.assertFine("year")
        self.year.period_ids.unlink()
        self.assertSays("year", "warning", "2023/24", "Propose periods")
        self.year.unlink()
        self.assertSays("year", "error", "not there", "School years")

    def test_papers_want_a_name_and_a_director(self):
        self.school.vsoko_full_name = "Школа № 1 города"
        self.assertFine("requisites")
        self.school.vsoko_full_name = False
        self.assertSays("requisites", "warning", "full name")
        self.env["vsoko.role.holder"].search(
            [("role_id", "=", self._role("director").id)]
        ).unlink()
        self.assertSays("requisites", "error", "Nobody is the director")

    def test_roles_of_plans_without_people_are_named(self):
        self._make_approved_plan()
        self.assertFine("holders")
        role = self._role("psychologist")
        self._make_procedure(self._make_plan(), roles="psychologist")
        self.assertSays("holders", "warning", role.name, "name the people")
        self._appoint("psychologist", self.outsider, date_to="2023-10-15")
        self.assertSays("holders", "warning", role.name)
        self._appoint("psychologist", self.outsider, date_from="2023-10-16")
        self.assertFine("holders")

    def test_roles_of_another_school_are_not_told(self):
        year = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        plan = self._make_plan(year=year, user=self.other_deputy)
        self._make_procedure(plan, roles="psychologist")
        self.assertFine("holders")
