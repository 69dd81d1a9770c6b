"""Files that are not what they seem: read where possible, refused in one sentence."""

import io
import re
import tempfile
import tracemalloc
import zipfile
from itertools import product
from pathlib import Path
from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.vsoko_module.tests.office_files import FILES, excel, with_part, word
from odoo.addons.vsoko_module.tools.office import convert

from .common import DOCX, XLSX, SchoolCase

MEGABYTE = 1024 * 1024
DOCUMENT = "word/document.xml"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64
# The head of an OLE container, then an entry of its directory: how Office keeps a
# file that is locked with a password
LOCKED_XLSX = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + (
    "EncryptedPackage\0".encode("utf-16-le").ljust(128, b"\0") + bytes(2048)
)
ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE w:document '
    b'[<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
)
CYRILLIC = re.compile("[А-Яа-яЁё]{3}")


def bomb():
    """A document of a hundred kilobytes that unpacks to a hundred megabytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        with package.open(DOCUMENT, "w") as part:
            for _megabyte in range(100):
                part.write(bytes(MEGABYTE))
    return stream.getvalue()


def with_entity(data):
    """A document that asks the reader for a file of the server."""

    def ask(xml):
        text = xml.partition(b"?>")[2]
        return ENTITY + re.sub(rb"(<w:t[^>]*>)", rb"\1&secret;", text, count=1)

    return with_part(data, DOCUMENT, ask)


def refused_files():
    sample = DOCX.read_bytes()
    header = ["Месяц", "Содержание", "Ответственные"]
    return {
        "нет ничего.docx": b"",
        "фото.docx": PNG,
        "договор.pdf": b"%PDF-1.4\n%%EOF\n",
        "список.csv": "месяц;содержание\n".encode(),
        "под паролем.docx": (FILES / "locked.docx").read_bytes(),
        "под паролем.xlsx": LOCKED_XLSX,
        "оборван.docx": sample[: len(sample) // 2],
        "испорчен.docx": sample.replace(b"PK\x01\x02", b"PK\x01\x03"),
        "архив.docx": zip_of("readme.txt"),
        "пустая таблица.docx": word([["", ""], ["", ""]]),
        "без таблицы.docx": word(),
        "пустая книга.xlsx": excel({"Лист1": []}),
        "без шапки.docx": word([["один", "два"], ["три", "четыре"]]),
        "без шапки.xlsx": excel({"Лист1": [[1, 2], [3, 4]]}),
        "только шапка.docx": word([header]),
        "большой.xlsx": XLSX.read_bytes() + bytes(50 * MEGABYTE),
        "бомба.docx": bomb(),
        "чужие указания.docx": with_entity(sample),
        "100% <b>план</b> %(file)s.docx": PNG,
    }


def zip_of(name):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(name, "text")
    return stream.getvalue()


@tagged("post_install", "-at_install")
class TestHostileFiles(SchoolCase):
    def _row_counts(self):
        """How many rows each table has that an import could touch."""
        self.env.flush_all()
        tables = [
            model._table
            for name, model in sorted(self.env.items())
            if name.startswith("vsoko.") and model._auto and not model._abstract
        ]
        tables += ["ir_attachment", "calendar_event", "mail_message"]
        counts = " UNION ALL ".join(
            f"SELECT '{table}', count(*) FROM {table}" for table in tables
        )
        self.env.cr.execute(counts)
        return dict(self.env.cr.fetchall())

    def _refusal(self, content, name, kind="plan"):
        """What the user reads; the database must not have changed, rollback or not."""
        wizard = self._wizard(content, name, kind=kind).with_context(lang="ru_RU")
        before = self._row_counts()
        sentences = set()
        for action in (wizard.action_preview, wizard.action_import):
            try:
                action()
            except UserError as refusal:
                sentences.add(str(refusal))
            else:
                self.fail(f"{name} was read")
        self.assertEqual(self._row_counts(), before, name)
        wizard.unlink()
        [sentence] = sentences
        return sentence

    def test_a_bad_file_is_refused_in_a_sentence_that_names_it(self):
        files = refused_files().items()
        for (name, content), kind in product(files, ("plan", "decisions")):
            with self.subTest(name, kind=kind):
                sentence = self._refusal(content, name, kind)
                self.assertIn(name, sentence)
                self.assertRegex(sentence.replace(name, ""), CYRILLIC)
                self.assertNotIn("\n", sentence.strip())
                self.assertLess(len(sentence), 300)

    def test_what_a_document_asks_of_the_server_is_not_told(self):
        secret = Path("/etc/hostname").read_text().strip()
        sentence = self._refusal(with_entity(DOCX.read_bytes()), "файл.docx")
        self.assertNotIn(secret, sentence)

    def test_a_bomb_takes_no_memory(self):
        content = bomb()
        wizard = self._wizard(content, "бомба.docx")
        tracemalloc.start()
        self.addCleanup(tracemalloc.stop)
        with self.assertRaises(UserError):
            wizard.action_preview()
        self.assertLess(tracemalloc.get_traced_memory()[1], 8 * MEGABYTE)

    def test_a_name_that_lies_about_the_format_does_no_harm(self):
        _wizard, action = self._import(XLSX.read_bytes(), "план.docx")
        lines = self.env["vsoko.procedure"].search_count(action["domain"])
        self.assertEqual(lines, 88)


@tagged("post_install", "-at_install")
class TestOldFormats(SchoolCase):
    """LibreOffice stands between an old file and the plan."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.folder = Path(folder)
        cls.startClassPatcher(patch.object(tempfile, "tempdir", folder))

    def test_old_formats_are_converted_and_leave_nothing_behind(self):
        for extension, content in self._old_files().items():
            with self.subTest(extension), self.env.cr.savepoint() as undo:
                plan = self._import_old(content, f"plan.{extension}")
                self.assertEqual(len(plan.procedure_ids), 88)
                self.assertEqual(len(plan.procedure_ids.step_ids), 170)
                self.assertEqual(len(plan.procedure_ids.block_id), 8)
                self.assertFalse(list(self.folder.glob("vsoko-office-*")))
                undo.close(rollback=True)

    def _old_files(self):
        """The samples as schools keep them who never left the programs of 2003."""
        text = convert(DOCX.read_bytes(), "docx", "odt")
        book = XLSX.read_bytes()
        return {
            "odt": text,
            # Not from the .docx: its table of unset width LibreOffice writes as text
            "doc": convert(text, "odt", "doc"),
            "ods": convert(book, "xlsx", "ods"),
            "xls": convert(book, "xlsx", "xls"),
        }

    def _import_old(self, content, name):
        _wizard, action = self._import(content, name)
        return self.env["vsoko.procedure"].search(action["domain"]).plan_id

    def test_without_libreoffice_a_sentence_says_so(self):
        old = convert(DOCX.read_bytes(), "docx", "odt")
        wizard = self._wizard(old, "план.odt")
        with patch.dict("os.environ", PATH=str(self.folder)):
            with self.assertRaisesRegex(UserError, "план.odt"):
                wizard.action_preview()

    def test_a_broken_old_file_is_refused(self):
        old = convert(XLSX.read_bytes(), "xlsx", "xls")
        for name, content in {"a.xls": old[:1024], "b.doc": old[:512]}.items():
            with self.subTest(name):
                wizard = self._wizard(content, name)
                with self.assertRaisesRegex(UserError, name):
                    wizard.action_preview()
