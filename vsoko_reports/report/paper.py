"""What all papers of a school begin and end with."""

from odoo import fields

from odoo.addons.vsoko_module.tools.dates import long_date, number_or_blank
from odoo.addons.vsoko_module.tools.paragraphs import clean
from odoo.addons.vsoko_module.tools.people import BLANK_NAME, short_name


def school_of(record):
    """The head of a paper: founder, full name, place."""
    return (record.company_id or record.env.company)._vsoko_head()


def director_of(plan):
    """Who signs: the post says when somebody stands in for the director."""
    day = plan.order_date or fields.Date.context_today(plan)
    return _signature_of(plan.director_id, plan, day)


def director_on(plan, day):
    """Who signs what comes after the plan: whoever is the director by then."""
    role = _director_role(plan)
    now = role and role._people_on(plan.company_id)(role, day)[:1]
    return _signature_of(now or plan.director_id, plan, day)


def executor_of(plan):
    return {
        "post": plan.employee_id._vsoko_post(),
        "name": short_name(clean(plan.employee_id.name)),
        # sudo: the phone is on the public profile of a colleague
        "phone": clean(plan.employee_id.sudo().work_phone),
    }


def order_of(plan):
    return {
        "date": long_date(plan.order_date),
        "number": number_or_blank(plan.order_number),
        "is_known": bool(plan.order_date or plan.order_number),
    }


def minutes_of(plan):
    return {
        "body": clean(plan.body_id.name) or BLANK_NAME,
        "date": long_date(plan.minutes_date),
        "number": number_or_blank(plan.minutes_number),
    }


def title_of(plan):
    """The name of the plan with the school year, said once.

    The name may already end with it: «Циклограмма ВСОКО на 2024/25».
    """
    name, year = clean(plan.name), plan.year_id.name or ""
    if not year:
        return name
    if name.endswith(year):
        return f"{name} учебный год"
    return name if year in name else f"{name} на {year} учебный год"


def _signature_of(director, plan, day):
    return {
        "post": "И. о. директора" if _is_acting(director, plan, day) else "Директор",
        "name": short_name(clean(director.name)) or BLANK_NAME,
    }


def _is_acting(director, plan, day):
    role = _director_role(plan)
    return bool(role and role._is_acting(director, plan.company_id, day))


def _director_role(plan):
    return plan.env.ref("vsoko_module.role_director", raise_if_not_found=False)


def deputy_of(year):
    """Who signs what a deputy head has put together: the one who prints it, if so."""
    role = year.env.ref("vsoko_module.role_deputy_uvr", raise_if_not_found=False)
    today = fields.Date.context_today(year)
    now = role._people_on(year.company_id)(role, today) if role else ()
    own = now and now & year.env.user.employee_ids
    deputy = (own or now)[:1]
    return {
        "post": (deputy and deputy._vsoko_post()) or "Заместитель директора по УВР",
        "name": next(iter(deputy._vsoko_short_names()), BLANK_NAME)
        if deputy
        else BLANK_NAME,
    }
