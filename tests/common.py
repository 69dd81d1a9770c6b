"""Schools, their people and their files, as the whole product meets them."""

import base64
import json
import os
from contextlib import contextmanager

from odoo.api import Environment
from odoo.modules.registry import Registry
from odoo.sql_db import close_db
from odoo.tests import HttpCase, TransactionCase, new_test_user
from odoo.tools import config

from launcher import databases, paths

EXAMPLES = paths.ROOT / "data" / "examples"
FORMS = paths.ROOT / "data" / "forms"
DOCX = EXAMPLES / "school-cyclogram-2023-24.docx"
XLSX = EXAMPLES / "school-cyclogram-2023-24.xlsx"
UNKNOWN_ROLE = "Методическая служба"

USER, OFFICER, DIRECTOR, MANAGER = (
    f"vsoko_module.group_vsoko_{name}"
    for name in ("user", "officer", "director", "manager")
)


class SchoolCase(TransactionCase):
    """One school with a deputy head who has just come, nothing planned yet."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.school = cls._make_school("Школа № 1")
        cls.deputy = cls._make_person("school_deputy", OFFICER)

    @classmethod
    def _make_school(cls, name):
        return cls.env["res.company"].create({"name": name})

    @classmethod
    def _make_person(cls, login, group, school=None):
        """A user who is an employee of the school; the password is the login."""
        school = school or cls.school
        user = new_test_user(
            cls.env,
            login,
            groups=group,
            company_id=school.id,
            company_ids=[(6, 0, school.ids)],
            tz="Europe/Moscow",
            context={"no_reset_password": True, "mail_create_nolog": True},
        )
        cls.env["hr.employee"].create(
            {"name": login, "user_id": user.id, "company_id": school.id}
        )
        return user

    @classmethod
    def _appoint(cls, code, user):
        employee = cls.env["hr.employee"].search([("user_id", "=", user.id)])
        cls.env["vsoko.role.holder"].create(
            {
                "role_id": cls.env.ref(f"vsoko_module.role_{code}").id,
                "employee_id": employee.id,
                "company_id": user.company_id.id,
            }
        )

    @classmethod
    def _wizard(cls, content, filename, user=None, **values):
        """The import as the deputy sees it after choosing a file."""
        return (
            cls.env["vsoko.import"]
            .with_user(user or cls.deputy)
            .create({"file": base64.b64encode(content), "filename": filename, **values})
        )

    @classmethod
    def _import(cls, content, filename, user=None, **values):
        """Import a file; return its wizard and the action that followed."""
        wizard = cls._wizard(content, filename, user, **values)
        wizard.action_preview()
        return wizard, wizard.action_import()

    @classmethod
    def _import_plan(cls, path=DOCX, user=None, **values):
        """The plan that a file has made."""
        wizard, action = cls._import(path.read_bytes(), path.name, user, **values)
        plans = wizard.env["vsoko.plan"]
        return plans.search([("procedure_ids", "any", action["domain"])])


class RpcCase(SchoolCase, HttpCase):
    """The server as a program meets it that has a login and no manners."""

    def _log_in(self, user):
        login = user.login if user else None
        self.authenticate(login, login)

    def _call(self, model, method, *args, **kwargs):
        """The answer to a call: a dictionary with ``result`` or ``error``."""
        params = {"model": model, "method": method, "args": args, "kwargs": kwargs}
        answer = self.url_open(
            f"/web/dataset/call_kw/{model}/{method}",
            json={"jsonrpc": "2.0", "method": "call", "params": params},
        )
        return answer.json()

    def _error(self, model, method, *args, **kwargs):
        """The name of the exception that a call ends in, without its module."""
        answer = self._call(model, method, *args, **kwargs)
        self.assertIn("error", answer, f"{model}.{method}: {json.dumps(answer)[:300]}")
        return answer["error"]["data"]["name"].rpartition(".")[2]


@contextmanager
def scratch_database(name):
    """A database of its own with the add-ons, for what cannot be rolled back."""
    name = f"vsoko_test_{os.getpid()}_{name}"
    try:
        yield databases.copy_product(name)
    finally:
        databases.drop(name)


@contextmanager
def registry_of(database):
    """The registry of another database than the tests run in."""
    testing, config["test_enable"] = config["test_enable"], False
    try:
        # Odoo would start the tests of the add-ons with it when testing is on
        registry = Registry(database)
    finally:
        config["test_enable"] = testing
    try:
        yield registry
    finally:
        Registry.delete(database)
        close_db(database)


@contextmanager
def transaction(registry, uid):
    """An environment of a user whose work is committed at the end."""
    with registry.cursor() as cursor:
        yield Environment(cursor, uid, {})
