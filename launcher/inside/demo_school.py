"""Fill a fresh database: Russian only, the demo school, a login for each role."""

LANGUAGE = "ru_RU"
TIME_ZONE = "Europe/Moscow"
# The papers of the demo school are printed from this plan.
PLAN_XML_ID = "__demo__.plan"
GROUPS = {
    "director": ["vsoko_module.group_vsoko_director"],
    "deputy": ["vsoko_module.group_vsoko_officer"],
    "teacher": ["vsoko_module.group_vsoko_user"],
}
ADMIN_GROUPS = [
    "vsoko_module.group_vsoko_manager",
    "vsoko_module.group_vsoko_personal_data",
]


def main(env):
    speak_russian(env)
    env = env(context={**env.context, "lang": LANGUAGE, "tz": TIME_ZONE})
    school = env["vsoko.demo.school"].load(env.company)
    make_logins(env, school)
    env["ir.model.data"]._update_xmlids(
        [{"xml_id": PLAN_XML_ID, "record": school["plan"], "noupdate": True}]
    )
    env.cr.commit()


def speak_russian(env):
    """Leave Russian as the only language to choose, for everybody there is."""
    everybody = env["res.partner"].with_context(active_test=False).search([])
    everybody.write({"lang": LANGUAGE, "tz": TIME_ZONE})
    languages = env["res.lang"].search([("code", "!=", LANGUAGE)])
    languages.write({"active": False})


def make_logins(env, school):
    """Let the people of the school in; the password equals the login.

    Fit for a demo on 127.0.0.1 only, which is all this launcher ever starts.
    """
    for login, groups in GROUPS.items():
        employee = school[login]
        user = employee.user_id or _make_user(env, employee, login)
        user.write({"login": login, "password": login})
        user.group_ids += _groups(env, groups)
    env.ref("base.user_admin").group_ids += _groups(env, ADMIN_GROUPS)


def _make_user(env, employee, login):
    user = env["res.users"].create(
        {
            "name": employee.name,
            "login": login,
            "lang": LANGUAGE,
            "tz": TIME_ZONE,
            "company_id": employee.company_id.id,
            "company_ids": employee.company_id.ids,
            "group_ids": env.ref("base.group_user").ids,
            # Where they work; Odoo would open its messages after login
            "action_id": env.ref("vsoko_module.vsoko_my_procedure_action").id,
        }
    )
    employee.user_id = user
    return user


def _groups(env, xml_ids):
    return env["res.groups"].union(*(env.ref(xml_id) for xml_id in xml_ids))
