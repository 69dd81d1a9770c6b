from datetime import timedelta

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import hmac

USER = "vsoko_module.group_vsoko_user"
OFFICER = "vsoko_module.group_vsoko_officer"
SCOPE = "vsoko-digest-off"


class VsokoDigest(models.AbstractModel):
    """The letter of the week: one to a person, of nothing but the person's own work."""

    _name = "vsoko.digest"
    _inherit = ["vsoko.school.job.mixin"]
    _description = "Letter of the week"

    @api.model
    def _cron_digest(self):
        """Write the letters of the schools whose day has come, or was missed."""
        schools = self.env["res.company"].search([("vsoko_digest", "=", True)])
        self._work_through(schools, self._write_letters)

    @api.model
    def _write_letters(self, school):
        """Queue a letter for each person who has something to read this week."""
        readers = self._readers(school)
        if not readers:
            return self.env["mail.mail"]
        work = self._work_by_user(school)
        chief = self._school_in_figures(school)
        officers = self.env.ref(OFFICER).all_user_ids
        letters = []
        for user in readers:
            content = {**work.get(user, {}), "figures": {}}
            if user in officers:
                content["figures"] = {name: n for name, n in chief.items() if n}
            if any(content.values()):
                letters.append(self._prepare_letter(user, school, content))
        readers.vsoko_digest_date = school._vsoko_today()
        return self.env["mail.mail"].create(letters)

    def _readers(self, school):
        """People of the school who have not got this week's letter yet."""
        today = school._vsoko_today()
        day = today - timedelta(days=today.weekday() - int(school.vsoko_digest_day))
        if day > today:
            day -= timedelta(weeks=1)
        return self.env["res.users"].search(
            Domain("company_id", "=", school.id)
            & Domain("all_group_ids", "in", self.env.ref(USER).ids)
            & Domain("vsoko_digest", "=", True)
            & Domain("email", "!=", False)
            & (
                Domain("vsoko_digest_date", "=", False)
                | Domain("vsoko_digest_date", "<", day)
            )
        )

    def _work_by_user(self, school):
        """Lines by person: late, and due until the end of the week to come."""
        today = school._vsoko_today()
        until = today + timedelta(days=7)
        lines = self.env["vsoko.procedure"].search(
            Domain("company_id", "=", school.id)
            & self.env["vsoko.procedure"]._awaited()
            & Domain("date_end", "<=", until),
            order="date_end",
        )
        work = {}
        for line in lines:
            name = "late" if line.date_end < today else "soon"
            for user in line._debtors():
                own = work.setdefault(user, {"late": [], "soon": []})
                own[name].append(line)
        return work

    def _school_in_figures(self, school):
        """What a deputy or director has to know of the whole school."""
        lines = self.env["vsoko.procedure"]
        own = [("company_id", "=", school.id), ("is_template", "=", False)]
        questions = {
            "late": [("is_overdue", "=", True)],
            "reassign": [("needs_person", "=", True), ("is_published", "=", True)],
            "silent": [("needs_reason", "=", True)],
            "review": [("state", "=", "done"), ("is_series", "=", False)],
        }
        lines = lines.with_context(allowed_company_ids=school.ids)
        return {
            name: lines.search_count([*own, *domain])
            for name, domain in questions.items()
        }

    def _prepare_letter(self, user, school, content):
        person = self.with_context(lang=user.lang)
        link = self._off_link(user)
        body = person.env["ir.qweb"]._render(
            "vsoko_module.digest_letter",
            {
                "user": user,
                "school": school,
                "content": content,
                "base_url": user.get_base_url(),
                "off_link": link,
            },
            lang=user.lang,
        )
        return {
            "subject": person.env._("Work of the week: %s", school.name),
            "body_html": body,
            "email_to": user.email_formatted,
            "email_from": school.email_formatted or self.env.user.email_formatted,
            "auto_delete": True,
            "headers": repr({"List-Unsubscribe": f"<{link}>"}),
        }

    @api.model
    def _off_link(self, user):
        return f"{user.get_base_url()}/vsoko/digest/{user.id}/{self._token(user)}"

    @api.model
    def _token(self, user):
        """Only who has got the letter can switch it off; it opens nothing else."""
        # sudo: the secret of the database signs the link
        return hmac(self.env(su=True), SCOPE, user.id)
