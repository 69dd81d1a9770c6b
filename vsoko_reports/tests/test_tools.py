import doctest
from importlib import import_module

from odoo.tests import BaseCase, tagged

MODULES = [
    "report.sheet",
    "tools.change_words",
    "tools.decision_words",
    "tools.fonts",
    "tools.odt_columns",
    "tools.paper_sample",
    "tools.template_expression",
    "tools.word_marks",
    "tools.plan_layout",
    "tools.programs",
]


@tagged("post_install", "-at_install")
class TestTools(BaseCase):
    def test_examples_in_docstrings(self):
        for name in MODULES:
            with self.subTest(name):
                module = import_module(f"odoo.addons.vsoko_reports.{name}")
                result = doctest.testmod(module)
                self.assertTrue(result.attempted)
                self.assertFalse(result.failed)
