import doctest
import pkgutil
import sys
from importlib import import_module
from pathlib import Path

from odoo.tests import BaseCase, tagged

ADDON = "odoo.addons.vsoko_module"
# Each of these shows by examples what it does
WITH_EXAMPLES = {
    "tools.editions",
    "tools.school_days",
    "tools.terms",
    "tools.words",
    "tools.roles",
    "models.school.vsoko_academic_year",
    "models.plan.vsoko_procedure_term",
}


@tagged("-at_install", "post_install")
class TestDoctests(BaseCase):
    def _modules(self):
        addon = sys.modules[ADDON]
        for found in pkgutil.walk_packages(addon.__path__, f"{ADDON}."):
            if not found.name.startswith(f"{ADDON}.tests"):
                yield import_module(found.name)

    def test_examples_in_the_code_are_true(self):
        shown = set()
        for module in self._modules():
            with self.subTest(module=module.__name__):
                result = doctest.testmod(module)
                self.assertFalse(result.failed)
                if result.attempted:
                    shown.add(module.__name__.removeprefix(f"{ADDON}."))
        self.assertLessEqual(WITH_EXAMPLES, shown)

    def test_odoo_runs_every_test_module(self):
        """A module that ``tests/__init__.py`` forgets is never run by Odoo."""
        here = Path(__file__).parent
        imported = (here / "__init__.py").read_text()
        for path in here.glob("test_*.py"):
            self.assertIn(f"import {path.stem}\n", imported)
