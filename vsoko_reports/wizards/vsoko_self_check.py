import shutil
import tempfile
from pathlib import Path

from odoo import models

from odoo.addons.vsoko_module.tools.file_problem import FileProblem
from odoo.addons.vsoko_module.tools.office import convert, office_path

from ..tools.fonts import families, fonts_of, stand_in
from ..tools.programs import ask
from ..tools.sample import HTML, fonts_in, is_readable, sample_odt

# Seconds for a program to answer and for a line to be printed; a healthy server needs
# two for the slowest of them.
ANSWER_TIMEOUT = 20
PRINT_TIMEOUT = 40
OFFICE_PACKAGES = "libreoffice-writer-nogui libreoffice-calc-nogui"
PARAMETER = "py3o.conversion_command"
TEMPLATES = Path(__file__).parent.parent / "report" / "odt"


class VsokoSelfCheck(models.TransientModel):
    """What papers are printed with: LibreOffice, fonts, report_py3o, wkhtmltopdf."""

    _inherit = "vsoko.self.check"

    def _checks(self):
        return {
            **super()._checks(),
            "office": self.env._("LibreOffice"),
            "fonts": self.env._("Fonts"),
            "py3o": self.env._("Printing from templates"),
            "wkhtmltopdf": self.env._("wkhtmltopdf"),
        }

    # ---- LibreOffice ----

    def _check_office(self):
        program = self._office_program()
        if not office_path(program):
            return [
                self._error(
                    self.env._("LibreOffice is not on the server."),
                    self.env._(
                        "Plans and orders are not printed without it. On Debian run "
                        "«apt install %s» and restart Odoo.",
                        OFFICE_PACKAGES,
                    ),
                )
            ]
        try:
            version = ask([office_path(program), "--version"], ANSWER_TIMEOUT)
            pdf = convert(sample_odt(), "odt", "pdf", PRINT_TIMEOUT, program)
        except (TimeoutError, OSError, FileProblem) as problem:
            return [self._office_fails(problem)]
        return [self._office_printed(version, pdf)]

    def _office_program(self):
        # sudo: only the administrator of Odoo reads parameters
        return self.env["ir.config_parameter"].sudo().get_param(PARAMETER, "")

    def _office_fails(self, problem):
        is_slow = isinstance(problem, TimeoutError) or (
            getattr(problem, "code", "") == "convert_timeout"
        )
        if is_slow:
            return self._error(
                self.env._("LibreOffice hangs: it was stopped after waiting in vain."),
                self.env._(
                    "Restart the server and check again. If it repeats, reinstall: "
                    "«apt install --reinstall %s».",
                    OFFICE_PACKAGES,
                ),
            )
        return self._error(
            self.env._("LibreOffice does not turn a document into PDF."),
            self.env._(
                "Install what it lacks: «apt install %s», then check again.",
                OFFICE_PACKAGES,
            ),
        )

    def _office_printed(self, version, pdf):
        fonts = ", ".join(fonts_in(pdf))
        if not is_readable(pdf):
            return self._error(
                self.env._("%s prints signs that are not Russian letters.", version),
                self.env._(
                    "Install fonts with Russian letters: «apt install "
                    "fonts-liberation», and restart Odoo."
                ),
            )
        return self._ok(
            self.env._(
                "%(version)s; Russian letters, «№», «ё» and «–» are printed in "
                "%(fonts)s.",
                version=version,
                fonts=fonts,
            )
        )

    # ---- fonts ----

    def _check_fonts(self):
        try:
            # Only fonts that have every Russian letter
            installed = families(ask(["fc-list", ":lang=ru", "family"], ANSWER_TIMEOUT))
        except (OSError, TimeoutError):
            return [
                self._warning(
                    self.env._(
                        "The list of fonts is not known: fc-list does not answer."
                    ),
                    self.env._("On Debian run «apt install fontconfig»."),
                )
            ]
        wanted = set().union(*map(fonts_of, TEMPLATES.glob("*.odt")))
        return [self._font_row(font, installed) for font in sorted(wanted)]

    def _font_row(self, font, installed):
        found = stand_in(font, installed)
        if found == font:
            return self._ok(font)
        if found:
            return self._ok(
                self.env._(
                    "%(font)s is replaced by %(other)s, of the same width.",
                    font=font,
                    other=found,
                )
            )
        return self._error(
            self.env._(
                "Neither %s nor a font of the same width with Russian letters.", font
            ),
            self.env._(
                "Lines and pages of orders break in wrong places. On Debian run «apt "
                "install fonts-liberation» and restart Odoo."
            ),
        )

    # ---- report_py3o ----

    def _check_py3o(self):
        program = self._office_program()
        if program and not shutil.which(program):
            return [
                self._error(
                    self.env._(
                        "The parameter %(parameter)s names %(program)s, which is not "
                        "on the server.",
                        parameter=PARAMETER,
                        program=program,
                    ),
                    self.env._(
                        "Settings, Technical, System Parameters: delete the parameter "
                        "or write where LibreOffice is (usually /usr/bin/soffice)."
                    ),
                    "base.ir_config_list_action",
                )
            ]
        # sudo: the list of apps is the administrator's; one version is shown
        module = self.env.ref("base.module_report_py3o").sudo()
        return [self._ok(f"report_py3o {module.latest_version}")]

    # ---- wkhtmltopdf ----

    def _check_wkhtmltopdf(self):
        """Only lists go through it: without it plans and orders are printed still."""
        program = shutil.which("wkhtmltopdf")
        if not program:
            found = self.env._("wkhtmltopdf is not on the server.")
            return [self._warning(found, self._about_lists())]
        try:
            version = ask([program, "--version"], ANSWER_TIMEOUT)
            pdf = self._print_html(program)
        except (OSError, TimeoutError):
            found = self.env._("wkhtmltopdf does not print, or takes too long.")
            return [self._warning(found, self._about_lists())]
        if not is_readable(pdf):
            found = self.env._("%s prints signs that are not Russian letters.", version)
            return [self._warning(found, self._about_fonts())]
        return [self._ok(self._wkhtmltopdf_text(version))]

    def _print_html(self, program):
        with tempfile.TemporaryDirectory(prefix="vsoko-check-") as folder:
            page, pdf = Path(folder, "page.html"), Path(folder, "page.pdf")
            page.write_text(HTML, encoding="utf-8")
            ask([program, "--quiet", str(page), str(pdf)], PRINT_TIMEOUT, folder)
            return pdf.read_bytes()

    def _about_lists(self):
        return self.env._(
            "Plans and orders do not need it, only lists of Odoo do. On Debian run "
            "«apt install wkhtmltopdf»."
        )

    def _about_fonts(self):
        return self.env._(
            "Only lists of Odoo are concerned. On Debian run «apt install "
            "fonts-liberation» and restart Odoo."
        )

    def _wkhtmltopdf_text(self, version):
        if "patched qt" in version:
            return self.env._("%s: lists with headers and footers.", version)
        return self.env._(
            "%s without patched Qt: lists of Odoo come without headers and footers; "
            "plans and orders do not use it.",
            version,
        )
