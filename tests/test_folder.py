"""The archive of an inspector's folder, as a browser downloads it."""

import io
import zipfile
from urllib.parse import unquote

from odoo.tests import tagged

from .test_security import REFUSALS, TwoSchoolsCase


@tagged("post_install", "-at_install", "security")
class TestFolderDownload(TwoSchoolsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folders = cls.env["vsoko.folder"].with_user(cls.deputy)
        cls.folder = folders.create({"year_id": cls.approved.year_id.id})
        cls.folder.action_check()

    def test_the_archive_is_for_deputies_of_the_school(self):
        url = self.folder.action_download()["url"]
        for user, may in (
            (self.deputy, True),
            (self.teacher, False),
            (self.colleague, False),
            (self.other_deputy, False),
            (self.stranger, False),
        ):
            self._log_in(user)
            with self.subTest(user=user.login):
                answer = self.url_open(url)
                is_archive = answer.headers["Content-Type"] == "application/zip"
                self.assertEqual(is_archive, may)
                self.assertEqual(answer.content.startswith(b"PK"), may)

    def test_the_archive_has_a_name_and_opens(self):
        self._log_in(self.deputy)
        answer = self.url_open(self.folder.action_download()["url"])
        named = unquote(answer.headers["Content-Disposition"])
        self.assertIn("Папка ВСОКО", named)
        self.assertIn(".zip", named)
        self.assertEqual(int(answer.headers["Content-Length"]), len(answer.content))
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            self.assertFalse(archive.testzip())
            self.assertIn("Содержание.xlsx", archive.namelist())

    def test_a_folder_that_is_not_there_is_not_found(self):
        self._log_in(self.deputy)
        answer = self.url_open("/vsoko/folder/999999999")
        self.assertEqual(answer.status_code, 404)

    def test_nobody_forges_what_the_check_has_found(self):
        hole = self.folder.hole_ids[:1]
        for user in (self.deputy, self.teacher, self.other_deputy):
            self._log_in(user)
            for model, method, *args in (
                ("vsoko.folder", "write", self.folder.ids, {"percent": 100}),
                ("vsoko.folder.line", "write", hole.ids, {"state": "met"}),
                ("vsoko.folder.line", "unlink", hole.ids),
                ("vsoko.folder.stage", "create", {"name": "Ещё", "code": "more"}),
            ):
                with self.subTest(user=user.login, method=method):
                    self.assertIn(self._error(model, method, *args), REFUSALS)
