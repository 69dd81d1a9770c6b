import os
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

from odoo.exceptions import UserError

from ..report import py3o_report
from .common import PaperCase


class TestOffice(PaperCase):
    def test_without_libreoffice_one_sentence_says_what_to_do(self):
        plan = self._make_plan()
        with patch.dict(os.environ, {"PATH": ""}):
            with self.assertRaisesRegex(UserError, "libreoffice-writer-nogui"):
                self._print("plan_pdf", plan)
            content, extension = self._print("plan_xlsx", plan)
        self.assertEqual((content[:2], extension), (b"PK", "xlsx"))

    def test_libreoffice_that_takes_too_long_is_stopped(self):
        before = self._temporary_files()
        with patch.object(py3o_report, "TIMEOUT", 0.1):
            with self.assertRaisesRegex(UserError, "0.1 seconds"):
                self._print("plan_pdf", self._make_plan())
        self.assertFalse(self._temporary_files() - before)

    def test_program_of_the_administrator_is_taken(self):
        parameters = self.env["ir.config_parameter"]
        plan = self._make_plan()
        for program in ("/no/such/soffice", "soffice; touch here", "soffice"):
            with self.subTest(program):
                parameters.set_param("py3o.conversion_command", program)
                self.assertTrue(self._print("plan_pdf", plan)[0].startswith(b"%PDF"))
        parameters.set_param("py3o.conversion_command", shutil.which("true"))
        with self.assertRaisesRegex(UserError, "could not print"):
            self._print("plan_pdf", plan)

    def _temporary_files(self):
        return set(Path(tempfile.gettempdir()).glob("p3o.report.tmp.*"))
