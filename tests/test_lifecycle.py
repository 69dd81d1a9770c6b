"""The add-ons come, are upgraded, go and come back, as an administrator does it."""

import json
import os
import subprocess
import textwrap
import unittest

from launcher import databases, odoo, paths

from .common import scratch_database

# What a school has made of its own, noted by external ids to be found again
PREPARE = """
    number = env["res.company"].search_count([])
    school = env["res.company"].create({"name": f"Школа № {number}"})
    year = env["vsoko.academic.year"]._ensure(2023, school)
    template = env.ref("vsoko_module.plan_template_cyclogram")
    plan = env["vsoko.plan"].action_apply_template(template.id, year.id)
    plan.action_send()
    plan.action_approve()
    role = env["vsoko.role"].create({"name": "Тьютор", "company_id": school.id})
    meeting = env["calendar.event"].create(
        {"name": "Педсовет", "start": "2023-10-02 08:00", "stop": "2023-10-02 09:00"}
    )
    own = {"school": school, "plan": plan, "role": role, "meeting": meeting}
    env["ir.model.data"]._update_xmlids(
        [
            {"xml_id": f"__test__.{name}", "record": record}
            for name, record in own.items()
        ]
    )
    # What the administrator has changed of what was shipped
    env.ref("vsoko_module.vsoko_plan_rule_user").active = False
    env.cr.commit()
"""
COUNT = """
    def count(model, **values):
        domain = [(name, "=", value) for name, value in values.items()]
        return env[model].with_context(active_test=False).search_count(domain)

    def shipped(model):
        return env["ir.model.data"].search_count(
            [("module", "=", "vsoko_module"), ("model", "=", model)]
        )

    plan = env.ref("__test__.plan")
    answer = {
        "templates": count("vsoko.plan", is_template=True),
        "lines of templates": count("vsoko.procedure", is_template=True),
        "shipped templates": shipped("vsoko.plan"),
        "roles": count("vsoko.role", company_id=False),
        "shipped roles": shipped("vsoko.role"),
        "blocks": count("vsoko.block"),
        "own role": env.ref("__test__.role").name,
        "own lines": len(plan.procedure_ids),
        "own steps": len(plan.procedure_ids.step_ids),
        "own events": len(plan.procedure_ids.event_ids),
        "state": plan.state,
        "changed rule": env.ref("vsoko_module.vsoko_plan_rule_user").active,
    }
"""
UNINSTALL = """
    modules = env["ir.module.module"].search([("name", "=", "vsoko_module")])
    modules.button_immediate_uninstall()
    answer = "gone"
"""
LEFT = """
    def rows(query):
        env.cr.execute(query)
        return [row[0] for row in env.cr.fetchall()]

    events = env["calendar.event"].with_context(active_test=False).search([])
    meeting = env.ref("__test__.meeting")
    answer = {
        "installed": rows(
            "SELECT name FROM ir_module_module"
            " WHERE name LIKE 'vsoko%' AND state != 'uninstalled'"
        ),
        "tables": rows("SELECT tablename FROM pg_tables WHERE tablename LIKE 'vsoko%'"),
        "columns": rows(
            "SELECT table_name || '.' || column_name FROM information_schema.columns"
            " WHERE column_name LIKE 'vsoko%' AND table_schema = 'public'"
        ),
        "models": rows("SELECT model FROM ir_model WHERE model LIKE 'vsoko%'"),
        "names": rows("SELECT name FROM ir_model_data WHERE module LIKE 'vsoko%'"),
        "attachments": rows(
            "SELECT res_model FROM ir_attachment WHERE res_model LIKE 'vsoko%'"
        ),
        "messages": rows("SELECT model FROM mail_message WHERE model LIKE 'vsoko%'"),
        "activities": rows(
            "SELECT res_model FROM mail_activity WHERE res_model LIKE 'vsoko%'"
        ),
        "events of the plan": (events - meeting).mapped("name"),
        "meeting": meeting.name,
    }
    # The calendar works without the add-on
    lesson = env["calendar.event"].create(
        {"name": "Урок", "start": "2023-10-03 08:00", "stop": "2023-10-03 09:00"}
    )
    lesson.write({"start": "2023-10-04 08:00", "stop": "2023-10-04 09:00"})
    lesson.unlink()
    env.cr.commit()
"""
INSTALLED = """
    modules = env["ir.module.module"].search(
        [("name", "=like", "vsoko%"), ("state", "=", "installed")], order="name"
    )
    answer = modules.mapped("name")
"""
WITHOUT_TIME_OFF = """
    env.ref("base.module_hr_holidays").button_immediate_uninstall()
    answer = "gone"
"""
ALL = ",".join(paths.ADDONS)


def call(*words, script=None):
    """Run Odoo apart from the tests; its log is the message when it fails."""
    answer = subprocess.run(
        odoo.command(*words, program="shell" if script else "server"),
        env=odoo.environment(),
        cwd="/",
        input=script,
        stdin=None if script else subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode or "Traceback" in answer.stderr:
        raise AssertionError(answer.stderr[-5000:])
    return answer.stdout


class LifecycleCase(unittest.TestCase):
    maxDiff = None

    def _server(self, *words):
        options = ["--database", self.database, "--stop-after-init", "--no-http"]
        call(*options, "--log-level", "warn", *words)

    def _ask(self, script):
        """What a script running inside Odoo leaves in ``answer``."""
        program = textwrap.dedent(script) + "\nimport json\nprint(json.dumps(answer))"
        options = ["--database", self.database, "--no-http", "--log-level", "error"]
        return json.loads(call(*options, script=program))


class TestLifecycle(LifecycleCase):
    def test_from_installation_to_a_return(self):
        with scratch_database("lifecycle") as database:
            self.database = database
            before = self._ask(PREPARE + COUNT)
            self.assertFalse(before.pop("changed rule"))
            self._server("--update", ALL)
            after = self._ask(COUNT)
            self.assertFalse(after.pop("changed rule"))
            self.assertEqual(after, before)

            self._ask(UNINSTALL)
            left = self._ask(LEFT)
            self.assertEqual(left.pop("meeting"), "Педсовет")
            self.assertEqual({what: rows for what, rows in left.items() if rows}, {})

            self._server("--init", ALL)
            again = self._ask(PREPARE + COUNT)
            for what in ("own role", "own lines", "own steps", "own events", "state"):
                self.assertEqual(again[what], before[what])
            for what in ("templates", "lines of templates", "roles", "blocks"):
                self.assertEqual(again[what], before[what], what)


class TestTimeOff(LifecycleCase):
    """The add-on for leaves comes and goes with Odoo's own Time Off."""

    def test_a_school_without_time_off_has_the_rest(self):
        self.database = f"vsoko_test_{os.getpid()}_no_time_off"
        self.addCleanup(databases.drop, self.database)
        databases.create(self.database)
        self._server("--init", "vsoko_module")
        self.assertEqual(self._ask(INSTALLED), ["vsoko_module"])
        self._server("--init", "hr_holidays")
        self.assertEqual(self._ask(INSTALLED), ["vsoko_holidays", "vsoko_module"])
        self._ask(WITHOUT_TIME_OFF)
        self.assertEqual(self._ask(INSTALLED), ["vsoko_module"])
        self._ask(PREPARE + COUNT)
