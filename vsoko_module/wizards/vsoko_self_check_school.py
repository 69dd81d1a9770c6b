from odoo import fields, models


class VsokoSelfCheck(models.TransientModel):
    """The school: the year, requisites for papers, who holds the roles."""

    _inherit = "vsoko.self.check"

    def _awaited_lines(self, school):
        """What the school has planned for this year and not finished."""
        # sudo: drafts are hidden from an administrator; which posts and people they
        # name is shown, not what is planned
        lines = self.env["vsoko.procedure"].sudo()
        return lines.search(
            [
                ("company_id", "=", school.id),
                ("year_id.is_current", "=", True),
                ("plan_id.state", "!=", "closed"),
                ("state", "in", ["planned", "in_progress"]),
            ]
        )

    def _check_year(self):
        return self._by_school(self._year_of)

    def _year_of(self, school):
        year = self.env["vsoko.academic.year"]._current(school)
        action = "vsoko_module.vsoko_academic_year_action"
        if not year.is_current:
            found = self.env._("The present school year is not there.")
            advice = self.env._(
                "VSOKO, School, School years: create the year and press «Propose "
                "periods and holidays»."
            )
            return [self._error(found, advice, action)]
        if not year.period_ids:
            found = self.env._("The year %s is not divided into periods.", year.name)
            advice = self.env._(
                "VSOKO, School, School years: open the year and press «Propose periods "
                "and holidays», or terms like «III quarter» are not understood."
            )
            return [self._warning(found, advice, action)]
        found = self.env._(
            "%(year)s, periods: %(count)s", year=year.name, count=len(year.period_ids)
        )
        return [self._ok(found)]

    def _check_requisites(self):
        return self._by_school(self._requisites_of)

    def _requisites_of(self, school):
        rows = []
        if not school.vsoko_full_name:
            rows.append(
                self._warning(
                    self.env._("The full name of the school is not given."),
                    self.env._(
                        "VSOKO, Settings: write the name as in the charter; it heads "
                        "every plan and order."
                    ),
                    "vsoko_module.res_config_settings_action",
                )
            )
        director = self.env.ref("vsoko_module.role_director", raise_if_not_found=False)
        if director and not self._holders_today(director, school):
            rows.append(
                self._error(
                    self.env._("Nobody is the director: plans cannot be signed."),
                    self.env._(
                        "VSOKO, School, Who holds which role: name the director."
                    ),
                    "vsoko_module.vsoko_role_holder_action",
                )
            )
        return rows or [self._ok(school.vsoko_full_name)]

    def _holders_today(self, role, school):
        return role._people_on(school)(role, fields.Date.context_today(self))

    def _check_holders(self):
        return self._by_school(self._holders_of)

    def _holders_of(self, school):
        roles = self._awaited_lines(school).role_ids
        if not roles:
            return [self._ok(self.env._("The plans of this year name no roles."))]
        people = roles._people_on(school)
        today = fields.Date.context_today(self)
        empty = roles.filtered(lambda role: not people(role, today))
        if not empty:
            return [self._ok(self.env._("Every role of this year's plans is held."))]
        return [
            self._warning(
                self.env._("Nobody holds today: %s.", ", ".join(empty.mapped("name"))),
                self.env._(
                    "The procedures of these roles have nobody responsible. VSOKO, "
                    "School, Who holds which role: name the people."
                ),
                "vsoko_module.vsoko_role_holder_action",
            )
        ]
