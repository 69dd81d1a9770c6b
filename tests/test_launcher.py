"""The launcher as a person meets it: help, mistakes, scripts, healing."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import unittest
import urllib.request
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from odoo.tests.common import get_db_name

from launcher import build, cli, databases, demo, odoo_source, paths, server, system
from launcher.console import StepFailed, run, step
from launcher.inside.bench import Result


def vsoko(*words, script="", **environment):
    """Call the launcher as a person does, from another folder."""
    return subprocess.run(
        [sys.executable, paths.ROOT / "vsoko", *words],
        cwd="/",
        env={**os.environ, **environment},
        input=script,
        capture_output=True,
        text=True,
        check=False,
    )


class TestHelp(unittest.TestCase):
    def test_every_command_explains_itself_in_russian(self):
        for name in cli.COMMANDS:
            with self.subTest(name):
                answer = vsoko(name, "--help")
                self.assertEqual(answer.returncode, 0)
                self.assertIn("как вызвать: ./vsoko " + name, answer.stdout)
                self.assertNotRegex(answer.stdout, "usage|options|show this")

    def test_the_list_of_commands_names_all_and_the_variables(self):
        answer = vsoko("--help").stdout
        for word in [*cli.COMMANDS, "VSOKO_PORT", "ODOO_HOME", "PGHOST"]:
            self.assertIn(word, answer)

    def test_without_a_command_the_help_is_shown(self):
        self.assertIn("команды", vsoko().stdout)

    def test_a_mistake_is_named_in_russian_with_a_way_out(self):
        answer = vsoko("run", "--fast")
        self.assertEqual(answer.returncode, 2)
        self.assertIn("неизвестные слова: --fast", answer.stderr)
        self.assertIn("--help", answer.stderr)


class TestFailures(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_a_failed_step_shows_its_log_and_what_to_do(self):
        words = [sys.executable, "-c", "print('нет места'); raise SystemExit(7)"]
        said = StringIO()
        with redirect_stderr(said), self.assertRaises(SystemExit) as end:
            with step("Загрузка", "освободите место"):
                with patch.dict(os.environ, VSOKO_CACHE=str(self.folder)):
                    run(words, "download")
        self.assertEqual(end.exception.code, 1)
        for words in "Загрузка: не получилось", "код 7", "нет места", "освободите":
            self.assertIn(words, said.getvalue())

    def test_a_foreign_folder_as_odoo_home_is_refused(self):
        with patch.dict(os.environ, ODOO_HOME=str(self.folder)):
            with self.assertRaisesRegex(StepFailed, "нет odoo/release.py"):
                odoo_source.import_root()

    def test_another_version_of_odoo_is_refused(self):
        (self.folder / "odoo").mkdir()
        release = self.folder / "odoo" / "release.py"
        release.write_text("version_info = (18, 0, 0, FINAL, 0, '')\n")
        with patch.dict(os.environ, ODOO_HOME=str(self.folder)):
            with self.assertRaisesRegex(StepFailed, "не Odoo 19"):
                odoo_source.import_root()

    def test_another_system_is_told_what_it_lacks(self):
        needs = (
            system.Need("present", "что есть", lambda: True),
            system.Need("absent", "чего нет", lambda: False),
        )
        with (
            patch.object(system, "NEEDS", needs),
            patch.object(system, "is_debian", return_value=False),
            self.assertRaises(StepFailed) as failure,
        ):
            system.ensure()
        self.assertIn("absent – чего нет", failure.exception.reason)
        self.assertNotIn("present", failure.exception.reason)

    def test_what_is_optional_stops_nobody(self):
        needs = (system.Need("absent", "лишнее", lambda: False, optional=True),)
        with patch.object(system, "NEEDS", needs):
            system.ensure()

    def test_a_port_must_be_a_number(self):
        with patch.dict(os.environ, VSOKO_PORT="школа"):
            with self.assertRaisesRegex(StepFailed, "не номер порта"):
                server.port()

    def test_a_taken_port_is_named_with_another_one(self):
        with patch.dict(os.environ, VSOKO_CACHE=str(self.folder)):
            with socket.create_server((server.HOST, 0)) as other:
                number = other.getsockname()[1]
                with self.assertRaises(StepFailed) as failure:
                    server.Server(number).start("any")
        self.assertIn(f"VSOKO_PORT={number + 1}", failure.exception.advice)

    def test_a_silent_server_of_pghost_is_named(self):
        answer = vsoko("shell", PGHOST=str(self.folder), ODOO_RC=os.devnull)
        self.assertEqual(answer.returncode, 1)
        self.assertIn("Сервер PostgreSQL из PGHOST", answer.stderr)


class TestHealing(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        cache = patch.dict(os.environ, VSOKO_CACHE=folder.name)
        cache.start()
        self.addCleanup(cache.stop)
        self.target = Path(folder.name) / "odoo"

    def test_a_broken_download_is_made_anew_from_an_empty_folder(self):
        with self.assertRaises(OSError):
            build.ensure(self.target, self._break)
        self.assertFalse(build.is_complete(self.target))
        build.ensure(self.target, lambda folder: (folder / "whole").touch())
        self.assertTrue(build.is_complete(self.target))
        self.assertFalse((self.target / "half").exists())

    def _break(self, folder):
        (folder / "half").touch()
        raise OSError("сеть пропала")

    def test_what_is_complete_is_not_made_twice(self):
        build.ensure(self.target, lambda folder: None)
        build.ensure(self.target, self._break)

    def test_a_dead_server_is_forgotten(self):
        dead = server.Server(1)
        dead.file.parent.mkdir(parents=True)
        dead.file.write_text(f"{os.getpid()} vsoko_demo")
        self.assertFalse(dead.is_running())
        self.assertFalse(dead.stop())
        self.assertFalse(dead.file.exists())


class TestShell(unittest.TestCase):
    """The script's own words on stdout, its own exit status, nothing else."""

    def shell(self, script, **environment):
        return vsoko("shell", "-d", get_db_name(), script=script, **environment)

    def test_only_the_output_of_the_script_is_on_stdout(self):
        answer = self.shell("print(env['res.users'].browse(1).login)")
        self.assertEqual((answer.returncode, answer.stdout), (0, "__system__\n"))
        self.assertIn("odoo", answer.stderr)

    def test_the_environment_reaches_the_script(self):
        answer = self.shell("import os; print(os.environ['SCHOOL'])", SCHOOL="СОШ 1")
        self.assertEqual(answer.stdout, "СОШ 1\n")

    def test_the_exit_status_is_that_of_the_script(self):
        self.assertEqual(self.shell("import sys; sys.exit(5)").returncode, 5)
        broken = self.shell("print('до'); raise ValueError('плохо')")
        self.assertNotEqual(broken.returncode, 0)
        self.assertEqual(broken.stdout, "до\n")
        self.assertIn("плохо", broken.stderr)

    def test_an_absent_database_is_named_with_a_way_out(self):
        answer = vsoko("shell", "-d", "no_such_school")
        self.assertEqual(answer.returncode, 1)
        self.assertIn("no_such_school нет", answer.stderr)
        self.assertIn("./vsoko run --once -d no_such_school", answer.stderr)


class TestDemoSchool(unittest.TestCase):
    """./vsoko run --once from the prepared database to the papers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.papers = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.name = f"vsoko_test_{os.getpid()}_demo"
        with socket.create_server((server.HOST, 0)) as free:
            cls.server = server.Server(free.getsockname()[1])
        cls.addClassCleanup(databases.drop, cls.name)
        cls.addClassCleanup(cls.server.stop)
        cls.answer = cls._run("--papers", str(cls.papers))

    @classmethod
    def _run(cls, *words):
        port = str(cls.server.port)
        return vsoko("run", "--once", "-d", cls.name, *words, VSOKO_PORT=port)

    def _call(self, path, **params):
        """Ask the school's server as a browser does."""
        request = urllib.request.Request(
            f"http://{server.HOST}:{self.server.port}{path}",
            json.dumps({"jsonrpc": "2.0", "params": params}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def test_it_tells_the_address_and_the_logins(self):
        self.assertEqual(self.answer.returncode, 0, self.answer.stderr)
        self.assertIn(f"http://127.0.0.1:{self.server.port}", self.answer.stdout)
        for login in demo.LOGINS:
            self.assertIn(f"  {login}", self.answer.stdout)

    def test_every_role_gets_in_and_reads_russian(self):
        for login in demo.LOGINS:
            with self.subTest(login):
                answer = self._call(
                    "/web/session/authenticate",
                    **{"db": self.name, "login": login, "password": login},
                )
                context = answer["result"]["user_context"]
                self.assertEqual(context["lang"], "ru_RU")
                self.assertEqual(context["tz"], "Europe/Moscow")

    def test_russian_is_the_only_language(self):
        script = "print(env['res.lang'].search([]).mapped('code'))"
        answer = vsoko("shell", "-d", self.name, script=script)
        self.assertEqual(answer.stdout, "['ru_RU']\n")

    def test_the_papers_are_what_their_names_say(self):
        beginnings = {".pdf": b"%PDF", ".docx": b"PK", ".xlsx": b"PK"}
        printed = list(self.papers.iterdir())
        self.assertEqual(len(printed), 14)
        for paper in printed:
            with self.subTest(paper.name):
                beginning = beginnings[paper.suffix]
                self.assertTrue(paper.read_bytes().startswith(beginning))

    def test_a_second_start_makes_nothing_anew(self):
        again = self._run("--papers", str(self.papers))
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertNotIn("Демонстрационная школа", again.stderr)
        self.assertNotIn("Запуск Odoo", again.stderr)


class TestBenchmarkResult(unittest.TestCase):
    def test_a_goal_is_a_limit_or_a_ratio(self):
        self.assertTrue(Result("запросы", 150, 150).is_met)
        self.assertFalse(Result("запросы", 151, 150).is_met)
        self.assertTrue(Result("время", 5, 5, other=1).is_met)
        self.assertFalse(Result("время", 5.1, 5, other=1).is_met)
