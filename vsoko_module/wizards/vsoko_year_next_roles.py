from odoo import fields, models


class VsokoYearNext(models.TransientModel):
    """Roles that end with the year go on; class teachers follow their class."""

    _inherit = "vsoko.year.next"

    def _holders(self):
        return self.env["vsoko.role.holder"].search(
            [("company_id", "=", self.company_id.id)]
        )

    def _prolong_roles(self):
        """New holders for those appointed until the end of this year.

        Who is appointed without an end goes on; whose term is over is not copied, nor
        is a substitute; class teachers are appointed by their classes.
        """
        today = fields.Date.context_today(self)
        first = self.next_year_id.date_start
        class_teacher = self._class_teacher_role()
        holders = self._holders()
        goes_on = {
            (one.employee_id, one.role_id) for one in holders if one._is_on(first)
        }
        ending = holders.filtered(
            lambda one: (
                one.date_to
                and today <= one.date_to < first
                and not one.is_acting
                and one.role_id != class_teacher
                and (one.employee_id, one.role_id) not in goes_on
                and one.employee_id.sudo().active  # sudo: an archived card is hidden
            )
        )
        return self.env["vsoko.role.holder"].create(
            [self._prepare_prolonged(one) for one in ending]
        )

    def _prepare_prolonged(self, holder):
        return {
            "role_id": holder.role_id.id,
            "employee_id": holder.employee_id.id,
            "company_id": holder.company_id.id,
            "date_from": fields.Date.add(holder.date_to, days=1),
            "date_to": fields.Date.add(holder.date_to, years=1),
        }

    def _appoint_class_teachers(self):
        role = self._class_teacher_role()
        first, last = self.next_year_id._window()
        day = self.next_year_id.date_start
        holders = self._holders().filtered(lambda one: one.role_id == role)
        held = holders.filtered(lambda one: one._is_on(day)).employee_id
        leading = self.next_year_id.class_ids.teacher_id
        teachers = leading - held if role else leading.browse()
        return self.env["vsoko.role.holder"].create(
            [
                {
                    "role_id": role.id,
                    "employee_id": teacher.id,
                    "company_id": self.company_id.id,
                    "date_from": first,
                    "date_to": last,
                }
                for teacher in teachers
            ]
        )

    def _idle_class_teachers(self):
        """Class teachers of this year who hold the role on and have no class then."""
        role = self._class_teacher_role()
        day = self.next_year_id.date_start
        on = self._holders().filtered(
            lambda one: one.role_id == role and one._is_on(day)
        )
        led = self.year_id.class_ids.teacher_id
        return (on.employee_id & led) - self.next_year_id.class_ids.teacher_id

    def _class_teacher_role(self):
        roles = self.env["vsoko.role"]
        return (
            self.env.ref("vsoko_module.role_class_teacher", raise_if_not_found=False)
            or roles
        )
