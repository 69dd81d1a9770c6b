from odoo import models
from odoo.exceptions import UserError

from ..work.vsoko_reminder import QUIET

FIGURES = "vsoko_module.mail_activity_figures"


class VsokoSelfExamination(models.Model):
    """People who owe figures are asked for them by one button."""

    _inherit = "vsoko.self.examination"

    def action_remind(self):
        """A task for each who owes figures; asked again, it takes the old one's place."""
        self.ensure_one()
        self.check_access("write")
        self._check_not_signed()
        owed = self._owed_by(self.owed_line_ids)
        tasks = [
            self._prepare_figures_task(person, indicators)
            for people, indicators in owed.items()
            for person in people._vsoko_reachable()
        ]
        if not tasks:
            raise UserError(self._nobody_to_remind(owed))
        # sudo: the tasks of colleagues are replaced, their logins are hidden by hr
        self.sudo().activity_unlink([FIGURES])
        self.env["mail.activity"].with_context(**QUIET).sudo().create(tasks)
        return self._told_notification(len(tasks), owed)

    def _prepare_figures_task(self, person, indicators):
        codes = ", ".join(one.code or one.name for one in indicators)
        return {
            "activity_type_id": self.env.ref(FIGURES).id,
            "automated": True,
            "summary": self.env._("Give the figures %s", codes),
            "date_deadline": self.date_deadline,
            "res_model_id": self.env["ir.model"]._get_id(self._name),
            "res_id": self.id,
            "user_id": person.sudo().user_id.id,  # sudo: logins are hidden by hr
        }

    def _nobody_to_remind(self, owed):
        if not owed:
            return self.env._("No figure is missing: there is nobody to remind.")
        return self.env._(
            "Nobody can be reminded: the figures %s have no responsible person with a "
            "login. Name one in the setting of the indicator or give the role to "
            "somebody.",
            self._codes_without_people(owed),
        )

    def _codes_without_people(self, owed):
        return ", ".join(
            one.code or one.name
            for people, indicators in owed.items()
            if not people._vsoko_reachable()
            for one in indicators
        )

    def _told_notification(self, count, owed):
        message = self.env._("People reminded: %s", count)
        if silent := self._codes_without_people(owed):
            message += ". " + self.env._("Nobody to remind of: %s", silent)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if silent else "success",
                "message": message,
                "sticky": bool(silent),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }
