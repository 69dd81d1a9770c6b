import logging

from odoo import api, fields, models

_logger = logging.getLogger(__name__)

OK, WARNING, ERROR = "ok", "warning", "error"
SEVERITY = (ERROR, WARNING, OK)


class VsokoSelfCheck(models.TransientModel):
    """One look at the server and the school: what works, what does not, what to do.

    A check is a method ``_check_<name>`` that returns rows (``_ok``, ``_warning``,
    ``_error``); ``_checks`` lists the names. Other add-ons add theirs to both.
    """

    _name = "vsoko.self.check"
    _description = "Self-check"

    line_ids = fields.One2many("vsoko.self.check.line", "check_id", readonly=True)
    error_count = fields.Integer(compute="_compute_counts")
    warning_count = fields.Integer(compute="_compute_counts")
    ok_count = fields.Integer(compute="_compute_counts")

    @api.depends("line_ids.status")
    def _compute_counts(self):
        for check in self:
            statuses = check.line_ids.mapped("status")
            check.error_count = statuses.count(ERROR)
            check.warning_count = statuses.count(WARNING)
            check.ok_count = statuses.count(OK)

    @api.depends("error_count", "warning_count", "ok_count")
    def _compute_display_name(self):
        for check in self:
            check.display_name = self.env._(
                "Self-check: errors %(errors)s, warnings %(warnings)s, in order %(ok)s",
                errors=check.error_count,
                warnings=check.warning_count,
                ok=check.ok_count,
            )

    # ---- what is checked ----

    @api.model
    def _checks(self):
        """``{name: title}`` of the methods ``_check_<name>``, in order of the page."""
        return {
            "versions": self.env._("Versions"),
            "libraries": self.env._("Python libraries"),
            "storage": self.env._("Storage of files"),
            "jobs": self.env._("Scheduled jobs"),
            "mail": self.env._("Outgoing mail"),
            "language": self.env._("Language"),
            "time_zone": self.env._("Time zone"),
            "year": self.env._("Current school year"),
            "requisites": self.env._("Requisites of the school"),
            "holders": self.env._("Who holds the roles"),
            "logins": self.env._("Logins of people"),
        }

    def _run(self):
        """Rows of every check, the worst first."""
        rows = [
            {"name": title, **row}
            for name, title in self._checks().items()
            for row in self._run_check(name)
        ]
        rows.sort(key=lambda row: SEVERITY.index(row["status"]))
        return [{**row, "sequence": number} for number, row in enumerate(rows)]

    def _run_check(self, name):
        """Rows of one check; if it breaks, that is a row too."""
        try:
            # A query that fails must not spoil the transaction of the page
            with self.env.cr.savepoint():
                return getattr(self, f"_check_{name}")()
        except Exception as error:  # whatever it is, the rest of the page is shown
            _logger.exception("The self-check %s broke off", name)
            return [self._broken(error)]

    def _broken(self, error):
        return self._error(
            self.env._(
                "The check itself broke off: %(kind)s: %(error)s",
                kind=type(error).__name__,
                error=str(error) or "–",
            ),
            self.env._("Send this line and Odoo's log to whoever keeps the server."),
        )

    # ---- rows ----

    @api.model
    def _ok(self, found, **values):
        return {"status": OK, "found": found, **values}

    @api.model
    def _warning(self, found, advice, action=None, **values):
        return self._row(WARNING, found, advice, action, **values)

    @api.model
    def _error(self, found, advice, action=None, **values):
        return self._row(ERROR, found, advice, action, **values)

    @api.model
    def _row(self, status, found, advice, action, **values):
        if action and not self._may_open(action):
            action = False
        row = {"status": status, "found": found, "advice": advice, "action": action}
        return {**row, **values}

    @api.model
    def _may_open(self, xml_id):
        """Whether the place where it is mended is open to the person who looks."""
        action = self.env.ref(xml_id, raise_if_not_found=False)
        # sudo: whoever sees a menu need not read its action
        model = action and action.sudo().res_model
        return bool(model) and self.env[model].has_access("read")

    def _by_school(self, method):
        """Rows of ``method(school)``, which name the school when there are several."""
        schools = self.env.companies
        rows = [(school, row) for school in schools for row in method(school)]
        if len(schools) == 1:
            return [row for _school, row in rows]
        return [
            {**row, "found": f"{school.name}: {row['found']}"} for school, row in rows
        ]

    # ---- what the user can press ----

    @api.model
    def action_open(self):
        """Run the checks and show what they have found."""
        return (
            self.create({})
            ._fill()
            ._get_records_action(name=self.env._("Self-check"), target="current")
        )

    def action_again(self):
        """Look once more; the page reloads by itself."""
        self.line_ids.unlink()
        self._fill()

    def _fill(self):
        self.env["vsoko.self.check.line"].create(
            [{**row, "check_id": self.id} for row in self._run()]
        )
        return self
