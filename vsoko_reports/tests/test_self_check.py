import os
import stat
import tempfile
from pathlib import Path
from unittest.mock import patch

from odoo.tests import TransactionCase, tagged

from ..tools.sample import is_readable
from ..wizards import vsoko_self_check

# Says who it is and then sleeps longer than anybody waits
HANGS = '#!/bin/sh\necho $$ >> "{notes}"\n{first}exec sleep 600\n'
ANSWERS_VERSION = '[ "$1" = "--version" ] && {{ echo "LibreOffice 0"; exit; }}\n'


@tagged("post_install", "-at_install")
class TestSelfCheck(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))

    def _row(self, name):
        rows = self.env["vsoko.self.check"]._run_check(name)
        self.assertEqual(len(rows), 1, rows)
        return rows[0]

    def assertSays(self, name, status, found, advice=""):
        row = self._row(name)
        self.assertEqual(row["status"], status, row)
        self.assertIn(found, row["found"])
        self.assertIn(advice, row.get("advice", ""))

    def _name_program(self, program):
        self.env["ir.config_parameter"].set_param("py3o.conversion_command", program)

    def _make_program(self, text):
        """An executable script and the file where it notes its process numbers."""
        script, notes = self.folder / "program", self.folder / "notes"
        notes.unlink(missing_ok=True)
        script.write_text(text.format(notes=notes, first=""))
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        return script, notes

    def _only_programs(self, *scripts):
        """A server on which these are the only programs."""
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        for name, script in scripts:
            (folder / name).symlink_to(script)
        return patch.dict(os.environ, {"PATH": str(folder)})

    def assertEnded(self, notes):
        numbers = notes.read_text().split()
        self.assertTrue(numbers, "the program has not been started")
        for number in numbers:
            self.assertFalse(Path("/proc", number).exists(), "the program goes on")

    # ---- a server as it should be ----

    def test_this_server_prints_russian_letters(self):
        self.assertSays("office", "ok", "LibreOffice")
        self.assertIn("Liberation", self._row("office")["found"])

    def test_this_server_has_the_fonts_of_the_templates(self):
        self.assertSays("fonts", "ok", "Times New Roman")

    def test_this_server_prints_lists(self):
        self.assertSays("wkhtmltopdf", "ok", "wkhtmltopdf")

    def test_the_engine_is_named_with_its_version(self):
        self.assertSays("py3o", "ok", "report_py3o 19.0")

    def test_the_page_has_all_of_it(self):
        names = self.env["vsoko.self.check"]._checks()
        for name in ("office", "fonts", "py3o", "wkhtmltopdf", "jobs"):
            self.assertIn(name, names)

    # ---- programs that are not there ----

    def test_without_programs_each_line_names_the_package(self):
        for name, status, package in (
            ("office", "error", "libreoffice-writer-nogui"),
            ("fonts", "warning", "fontconfig"),
            ("wkhtmltopdf", "warning", "wkhtmltopdf"),
        ):
            with self.subTest(name), self._only_programs():
                self.assertSays(name, status, "", f"apt install {package}")

    def test_a_parameter_that_names_nothing_is_an_error(self):
        self._name_program("/no/such/soffice")
        self.assertSays("py3o", "error", "/no/such/soffice", "System Parameters")
        self.assertSays("office", "ok", "LibreOffice")

    def test_a_program_that_makes_nothing_is_an_error(self):
        script, _notes = self._make_program("#!/bin/sh\nexit 0\n")
        self._name_program(str(script))
        self.assertSays("office", "error", "does not turn", "apt install")

    def test_fonts_without_russian_letters_are_an_error(self):
        script, _notes = self._make_program('#!/bin/sh\necho "DejaVu Sans"\n')
        with self._only_programs(("fc-list", script)):
            self.assertSays("fonts", "error", "Times New Roman", "fonts-liberation")

    def test_squares_instead_of_letters_are_noticed(self):
        with patch.object(vsoko_self_check, "is_readable", lambda pdf: False):
            self.assertSays("office", "error", "not Russian letters")
            self.assertSays("wkhtmltopdf", "warning", "not Russian letters")
        pdf = vsoko_self_check.convert(b"ASCII", "txt", "pdf")
        self.assertFalse(is_readable(pdf))

    # ---- programs that hang ----

    def test_a_libreoffice_that_hangs_is_stopped(self):
        for text in (HANGS, HANGS.replace("{first}", ANSWERS_VERSION)):
            script, notes = self._make_program(text)
            self._name_program(str(script))
            with self.subTest(text), self._impatient():
                self.assertSays("office", "error", "hangs", "Restart the server")
                self.assertEnded(notes)

    def test_a_hanging_list_of_fonts_or_wkhtmltopdf_is_stopped(self):
        script, notes = self._make_program(
            HANGS.replace("exec sleep", "exec /bin/sleep")
        )
        with (
            self._only_programs(("fc-list", script), ("wkhtmltopdf", script)),
            self._impatient(),
        ):
            self.assertSays("fonts", "warning", "does not answer")
            self.assertSays("wkhtmltopdf", "warning", "takes too long")
        self.assertEnded(notes)

    def _impatient(self):
        return patch.multiple(vsoko_self_check, ANSWER_TIMEOUT=0.5, PRINT_TIMEOUT=0.5)
