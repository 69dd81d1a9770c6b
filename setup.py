"""pip install . makes the add-ons appear in the Apps list of the Odoo at hand."""

import ast
from pathlib import Path

from setuptools import setup

ROOT = Path(__file__).resolve().parent
ADDONS = ["vsoko_module", "vsoko_reports", "vsoko_holidays", "vsoko_survey"]


def manifest(addon):
    return ast.literal_eval((ROOT / addon / "__manifest__.py").read_text("utf-8"))


def packages():
    """Every folder with Python in it: a forgotten one would ship no models."""
    found = []
    for addon in ADDONS:
        for init in sorted((ROOT / addon).rglob("__init__.py")):
            folder = init.parent.relative_to(ROOT)
            found.append(".".join(["odoo", "addons", *folder.parts]))
    return found


setup(
    name="odoo-addon-vsoko",
    version=manifest("vsoko_module")["version"],
    description=manifest("vsoko_module")["summary"],
    license="AGPL-3.0-or-later",
    python_requires=">=3.10",
    packages=packages(),
    package_dir={f"odoo.addons.{addon}": addon for addon in ADDONS},
    include_package_data=True,
    zip_safe=False,
    install_requires=[
        "odoo-addon-report-py3o==19.0.*",
        "odoo-addon-report-xlsx==19.0.*",
        "openpyxl",
        "psutil",
        "pymorphy3",
        "pymorphy3-dicts-ru",
        "python-docx",
        "pytrovich",
        "reportlab",
        "simpleeval",
        "snowballstemmer",
    ],
)
