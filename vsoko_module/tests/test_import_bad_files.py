import io
import zipfile

from odoo.exceptions import AccessError, UserError

from .office_files import FILES, excel, with_part, word
from .test_import_plan import HEADER, ImportCase

MEGABYTE = 1024 * 1024


def bomb():
    """A small document that unpacks to a hundred megabytes of spaces."""
    return with_part(
        word([["а"]]),
        "word/document.xml",
        lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b" " * 100 * MEGABYTE),
    )


def archive():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("photo.txt", "не план")
    return stream.getvalue()


BAD = {
    "an image renamed": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "a scan": lambda: b"%PDF-1.4 scan",
    "nothing": lambda: b"",
    "any archive": archive,
    "a file cut in the middle": lambda: word([HEADER, ["май"] * 5])[:-200],
    "a file damaged inside": lambda: with_part(
        word([HEADER]), "word/document.xml", lambda _xml: b"<w:document"
    ),
    "a password": lambda: (FILES / "locked.docx").read_bytes(),
    "a text without a table": lambda: word([[""]], above=["План"]),
    "an empty table": lambda: word([["", ""], ["", ""]]),
    "an empty sheet": lambda: excel({"Лист1": [[]]}),
    "no header": lambda: word([["раз", "два"], ["три", "четыре"]]),
    "a header alone": lambda: word([HEADER]),
    "too big": lambda: b"PK\x03\x04" + b"\0" * (21 * MEGABYTE),
    "a zip bomb": bomb,
}


class TestImportBadFiles(ImportCase):
    def _refusal(self, data, filename):
        """What the user is told; nothing is rolled back, so that traces would show."""
        wizard = self._wizard(data, filename)
        try:
            wizard.action_preview()
        except UserError as error:
            return wizard, str(error)
        return wizard, self.fail("The file was read")

    def test_a_bad_file_is_a_sentence_with_its_name_and_leaves_nothing(self):
        before = self._kept()
        for what, build in BAD.items():
            with self.subTest(what=what):
                wizard, sentence = self._refusal(build(), "Наш план.docx")
                self.assertIn("Наш план.docx", sentence)
                self.assertNotIn("Traceback", sentence)
                self.assertEqual(wizard.state, "upload")
                self.assertFalse(wizard.line_ids or wizard.column_ids)
                self.assertEqual(self._kept(), before)

    def test_different_troubles_are_told_apart(self):
        told = {
            self._refusal(BAD[what](), "Наш план.docx")[1]
            for what in ("an image renamed", "nothing", "a password", "no header")
        }
        self.assertEqual(len(told), 4)

    def test_import_of_a_bad_file_is_refused_the_same_way(self):
        before = self._kept()
        with self.assertRaisesRegex(UserError, "Наш план.docx"):
            self._wizard(BAD["no header"](), "Наш план.docx").action_import()
        self.assertEqual(self._kept(), before)

    def test_a_file_of_errors_only_is_not_imported(self):
        rows = [["Октябрь", "", "", "Директор", "Справка"]]
        wizard = self._wizard(self._word(rows))
        before = self._kept()
        with self.assertRaisesRegex(UserError, "План.docx"):
            wizard.action_import()
        self.assertEqual(self._kept(), before)

    def test_a_file_without_a_name_is_no_failure(self):
        with self.assertRaises(UserError):
            self._wizard(BAD["no header"](), False).action_preview()

    def test_a_file_in_the_wizard_is_its_owner_s(self):
        wizard = self._preview()
        for record in (wizard, wizard.line_ids, wizard.column_ids, wizard.phrase_ids):
            theirs = record.with_user(self.other_deputy)
            with self.subTest(model=record._name):
                self.assertFalse(theirs.search([("id", "in", record.ids)]))
                with self.assertRaises(AccessError):
                    theirs.read(["display_name"])
