"""What pip installs is what lies in the repository, and Odoo can live with it."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import unittest
import zipfile
from pathlib import Path

from launcher import databases, odoo_source, paths


def project_files():
    """The files of the project: what git keeps, or all when it came as an archive."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listing.stdout.splitlines()
    if listing.returncode:
        names = [str(path.relative_to(paths.ROOT)) for path in paths.addon_files()]
        names += ["setup.py", "MANIFEST.in", "LICENSE"]
    return [name for name in names if (paths.ROOT / name).is_file()]


def call(*words, **options):
    """Run a program; its whole output is the message when it fails."""
    result = subprocess.run(
        [str(word) for word in words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **options,
    )
    if result.returncode:
        raise AssertionError(result.stdout)
    return result.stdout


class TestPackaging(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.wheel = cls._build()

    @classmethod
    def _build(cls):
        """Build from a copy: setuptools leaves its own folders behind."""
        source = cls.folder / "source"
        for name in project_files():
            target = source / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(paths.ROOT / name, target)
        options = ["--no-deps", "--no-build-isolation", "--wheel-dir", cls.folder]
        call(sys.executable, "-m", "pip", "wheel", *options, source, cwd="/")
        return next(cls.folder.glob("*.whl"))

    def test_the_wheel_holds_every_file_of_the_addons(self):
        with zipfile.ZipFile(self.wheel) as wheel:
            inside = {name for name in wheel.namelist() if ".dist-info/" not in name}
        addons = tuple(f"{addon}/" for addon in paths.ADDONS)
        wanted = {name for name in project_files() if name.startswith(addons)}
        self.assertEqual(inside, {f"odoo/addons/{name}" for name in wanted})

    def test_a_clean_odoo_installs_the_addons_from_the_wheel(self):
        python = self._clean_environment()
        where = "import odoo.addons.vsoko_module as m; print(list(m.__path__)[0])"
        self.assertIn(str(self.folder), call(python, "-c", where, cwd="/"))
        name = f"vsoko_test_{os.getpid()}_wheel"
        databases.drop(name)
        self.addCleanup(databases.drop, name)
        databases.copy(databases.base(), name)
        self._install(python, name)
        self.assertEqual(self._installed(name), ",".join(sorted(paths.ADDONS)))

    def _clean_environment(self):
        """An environment with Odoo and its libraries, and our wheel on top."""
        home = self.folder / "environment"
        call(sys.executable, "-m", "venv", home)
        packages = next(home.glob("lib/python3.*/site-packages"))
        shared = [odoo_source.import_root(), sysconfig.get_path("purelib")]
        (packages / "shared.pth").write_text("".join(f"{path}\n" for path in shared))
        python = home / "bin" / "python"
        call(python, "-m", "pip", "install", "--no-deps", "--no-index", self.wheel)
        return python

    def _install(self, python, name):
        odoo = [python, "-m", "odoo", "server", "--data-dir", paths.data_dir()]
        if odoo_source.addons_folders():
            odoo += ["--addons-path", ",".join(map(str, odoo_source.addons_folders()))]
        odoo += ["--database", name, "--init", ",".join(paths.ADDONS)]
        call(*odoo, "--stop-after-init", "--no-http", cwd="/")

    def _installed(self, name):
        query = (
            "SELECT string_agg(name, ',' ORDER BY name) FROM ir_module_module"
            " WHERE name LIKE 'vsoko%' AND state = 'installed'"
        )
        return call("psql", "--tuples-only", "--no-align", "-c", query, name).strip()
