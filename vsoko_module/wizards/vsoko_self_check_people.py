from odoo import models

LANGUAGE = "ru_RU"
# So many names are read at a glance, the rest are counted
SHOWN = 10


class VsokoSelfCheck(models.TransientModel):
    """People at their screens: language, time zone, logins."""

    _inherit = "vsoko.self.check"

    def _users(self):
        # sudo: language and time zone of colleagues are theirs; names are shown
        users = self.env["res.users"].sudo()
        return users.search(
            [("share", "=", False), ("company_ids", "in", self.env.companies.ids)]
        )

    def _some_names(self, records):
        names = records.mapped("name")
        text = ", ".join(names[:SHOWN])
        if len(names) <= SHOWN:
            return text
        return self.env._(
            "%(names)s and %(count)s more", names=text, count=len(names) - SHOWN
        )

    def _check_language(self):
        # sudo: which languages are installed is no secret
        languages = self.env["res.lang"].sudo()
        if not languages.search([("code", "=", LANGUAGE)]):
            return [
                self._error(
                    self.env._("Russian is not installed."),
                    self.env._("Settings, Languages: add «Russian / русский язык»."),
                    "base.res_lang_act_window",
                )
            ]
        others = self._users().filtered(lambda user: user.lang != LANGUAGE)
        if others:
            return [
                self._warning(
                    self.env._("Not in Russian: %s.", self._some_names(others)),
                    self.env._(
                        "Settings, Users: open the person and choose Russian on the "
                        "page «Preferences»; each person may do so in «My Preferences»."
                    ),
                    "base.action_res_users",
                )
            ]
        return [self._ok(self.env._("Russian, for all users."))]

    def _check_time_zone(self):
        zone = self.env.user.tz
        if not zone:
            return [
                self._error(
                    self.env._("You have no time zone: days would be those of London."),
                    self.env._(
                        "Press your name, «My Preferences», and choose the time zone."
                    ),
                    "base.action_res_users",
                )
            ]
        return [
            *self._by_school(lambda school: self._zones_of(school, zone)),
            *self._users_without_zone(),
        ] or [self._ok(zone)]

    def _zones_of(self, school, zone):
        # sudo: the working week of a school is not read by everybody
        weeks = school.sudo().resource_calendar_id | school.sudo().vsoko_calendar_id
        for week in weeks.filtered(lambda week: week.tz != zone):
            yield self._warning(
                self.env._(
                    "Your time zone is %(zone)s, that of «%(week)s» is %(other)s.",
                    zone=zone,
                    week=week.name,
                    other=week.tz,
                ),
                self.env._(
                    "Days off and deadlines shift by a day when they differ: open "
                    "Working Schedules and set the zone of the school."
                ),
                "resource.action_resource_calendar_form",
            )

    def _users_without_zone(self):
        nowhere = self._users().filtered(lambda user: not user.tz)
        if nowhere:
            yield self._warning(
                self.env._("Without a time zone: %s.", self._some_names(nowhere)),
                self.env._(
                    "It is set by itself when the person logs in for the first time, "
                    "or in «Settings, Users», on the page «Preferences»."
                ),
                "base.action_res_users",
            )

    def _check_logins(self):
        return self._by_school(self._logins_of)

    def _logins_of(self, school):
        people = self._awaited_lines(school).employee_ids
        outside = people.filtered(lambda person: not person.user_id)
        if not outside:
            return [self._ok(self.env._("All responsible people can log in."))]
        return [
            self._warning(
                self.env._(
                    "Responsible people without a login: %s.", self._some_names(outside)
                ),
                self.env._(
                    "They see neither the calendar nor the reminders. Employees: open "
                    "the person and choose or create the user."
                ),
                "hr.open_view_employee_list_my",
            )
        ]
