import shutil
import tempfile
from datetime import timedelta
from importlib import metadata

from odoo import fields, models, release
from odoo.modules.module import get_manifest
from odoo.tools import SQL, config, format_datetime, human_size

# Odoo looks at its jobs every minute; a busy server may be late by some of them.
LATE = timedelta(hours=1)
JOBS = "base.ir_cron_act"


class VsokoSelfCheck(models.TransientModel):
    """The server: versions, libraries, files, jobs, mail."""

    _inherit = "vsoko.self.check"

    def _own_modules(self):
        # sudo: the list of apps is the administrator's; names and versions are shown
        modules = self.env["ir.module.module"].sudo()
        return modules.search(
            [("name", "=like", "vsoko%"), ("state", "=", "installed")], order="name"
        )

    # ---- versions and libraries ----

    def _check_versions(self):
        database = self.env.execute_query(SQL("SHOW server_version"))[0][0]
        modules = self._own_modules()
        # In the words of Odoo «latest» is what the database has
        versions = [f"{one.shortdesc} {one.latest_version}" for one in modules]
        found = self.env._(
            "Odoo %(odoo)s, PostgreSQL %(database)s; %(apps)s",
            odoo=release.version,
            database=database,
            apps=", ".join(versions),
        )
        stale = modules.filtered(
            lambda one: one.latest_version != one.installed_version
        )
        if not stale:
            return [self._ok(found)]
        advice = self.env._(
            "Files on the server are of another version: open Apps and press "
            "«Upgrade» for %s.",
            ", ".join(stale.mapped("shortdesc")),
        )
        return [self._warning(found, advice, "base.open_module_tree")]

    def _check_libraries(self):
        have, lack = [], []
        for library in self._libraries():
            try:
                have.append(f"{library} {metadata.version(library)}")
            except metadata.PackageNotFoundError:
                lack.append(library)
        if not lack:
            return [self._ok(", ".join(have))]
        return [
            self._error(
                self.env._("Not installed: %s", ", ".join(lack)),
                self.env._(
                    "In the Python of Odoo run «pip install %s» and restart Odoo.",
                    " ".join(lack),
                ),
            )
        ]

    def _libraries(self):
        libraries = set()
        for module in self._own_modules():
            needs = get_manifest(module.name).get("external_dependencies") or {}
            libraries.update(needs.get("python", ()))
        return sorted(libraries)

    # ---- files ----

    def _check_storage(self):
        attachments = self.env["ir.attachment"]
        if attachments._storage() != "file":
            return [self._ok(self.env._("Files are kept in the database."))]
        folder = attachments._filestore()
        try:
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"VSOKO")
        except OSError as error:
            return [
                self._error(
                    self.env._(
                        "The folder %(folder)s cannot be written: %(error)s.",
                        folder=folder,
                        error=error.strerror or error,
                    ),
                    self.env._(
                        "Papers of people are lost without it. Give the folder to the "
                        "user that runs Odoo (chown) and look whether the disk is full."
                    ),
                )
            ]
        free = human_size(shutil.disk_usage(folder).free)
        return [self._ok(self.env._("The folder can be written, free: %s.", free))]

    # ---- scheduled jobs ----

    def _check_jobs(self):
        jobs = self._own_jobs()
        rows = [*self._late_jobs(jobs), *self._jobs_off(jobs), *self._failing(jobs)]
        if not rows and not config["max_cron_threads"]:
            rows = [self._warning(self._no_threads(), self._about_threads())]
        return rows or [self._ok(self._last_run(jobs))]

    def _own_jobs(self):
        # sudo: jobs are the administrator's; their names and times are shown
        names = self.env["ir.model.data"].sudo()
        own = names.search(
            [
                ("model", "=", "ir.cron"),
                ("module", "in", self._own_modules().mapped("name")),
            ]
        )
        jobs = self.env["ir.cron"].sudo().with_context(active_test=False)
        return jobs.browse(own.mapped("res_id")).exists()

    def _late_jobs(self, jobs):
        limit = fields.Datetime.now() - LATE
        late = jobs.filtered(lambda job: job.active and job.nextcall < limit)
        for job in late:
            found = self.env._(
                "«%(job)s» waits since %(moment)s.",
                job=job.name,
                moment=format_datetime(self.env, job.nextcall),
            )
            if not config["max_cron_threads"]:
                found = f"{found} {self._no_threads()}"
            yield self._error(found, self._about_threads(), JOBS)

    def _no_threads(self):
        return self.env._("This Odoo runs no scheduled jobs: max_cron_threads is 0.")

    def _about_threads(self):
        return self.env._(
            "Without it nobody is reminded of anything. In odoo.conf set "
            "max_cron_threads to 1 or 2 and restart Odoo."
        )

    def _jobs_off(self, jobs):
        for job in jobs.filtered(lambda job: not job.active):
            yield self._warning(
                self.env._("«%s» is switched off.", job.name),
                self.env._(
                    "Switch it on: Settings, developer mode, Technical, Scheduled "
                    "Actions; find the job by its name and tick «Active»."
                ),
                JOBS,
            )

    def _failing(self, jobs):
        for job in jobs.filtered("failure_count"):
            yield self._warning(
                self.env._(
                    "«%(job)s» has failed %(count)s times in a row.",
                    job=job.name,
                    count=job.failure_count,
                ),
                self.env._(
                    "Press «Run Manually» in the job and send Odoo's log to whoever "
                    "keeps the server."
                ),
                JOBS,
            )

    def _last_run(self, jobs):
        last = max(filter(None, jobs.mapped("lastcall")), default=None)
        return self.env._(
            "Jobs: %(count)s; last run: %(last)s.",
            count=len(jobs),
            last=format_datetime(self.env, last) if last else self.env._("not yet"),
        )

    # ---- mail ----

    def _check_mail(self):
        return [
            self._outgoing_server(),
            *self._by_school(self._school_email),
            *self._unsent_letters(),
        ]

    def _outgoing_server(self):
        # sudo: servers of mail are the administrator's; only their names are shown
        servers = self.env["ir.mail_server"].sudo().search([], limit=1)
        if servers:
            return self._ok(self.env._("Server: %s.", servers.name))
        if config["smtp_server"] not in (False, "", "localhost"):
            return self._ok(
                self.env._("Server of odoo.conf: %s.", config["smtp_server"])
            )
        return self._warning(
            self.env._("No server of outgoing mail: letters do not leave the server."),
            self.env._(
                "Settings, Technical, Outgoing Mail Servers: create one with the "
                "address, login and password of the school's mail and press «Test "
                "Connection». Without letters people see reminders in Odoo only."
            ),
            "base.action_ir_mail_server_list",
        )

    def _school_email(self, school):
        if school.email:
            return []
        return [
            self._warning(
                self.env._("The school has no e-mail of its own."),
                self.env._(
                    "Write it in the card of the company: letters of Odoo come from it."
                ),
                "base.action_res_company_form",
            )
        ]

    def _unsent_letters(self):
        # sudo: letters of others are not read, only counted
        count = self.env["mail.mail"].sudo().search_count([("state", "=", "exception")])
        if count:
            yield self._warning(
                self.env._("Letters that have not been sent: %s.", count),
                self.env._(
                    "Settings, Technical, Emails: open a failed letter and read its "
                    "reason; mend the server of outgoing mail and press «Retry»."
                ),
                "mail.action_view_mail_mail",
            )
