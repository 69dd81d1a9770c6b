"""Every word of the product is Russian, and manifests say what is true."""

import ast
import io
import re

import polib

from odoo.tests import TransactionCase, tagged
from odoo.tools.translate import code_translations, trans_export

from launcher import paths

MODULES = [paths.ROOT / addon for addon in paths.ADDONS]
PLACEHOLDER = re.compile(r"%\(\w+\)s|%[sd]|%%")
CYRILLIC = re.compile("[А-Яа-яЁё]")
# Untranslated on purpose: the same in both languages
SAME = {"PDF", "Word", "Excel"}


def plain_name(text):
    """Names of libraries as package indexes compare them."""
    return re.sub("[-_.]+", "-", text.lower())


def messages(folder, name):
    return polib.pofile(str(folder / "i18n" / name))


@tagged("post_install", "-at_install")
class TestTranslations(TransactionCase):
    def test_no_message_is_left_without_a_translation(self):
        for folder in MODULES:
            russian = messages(folder, "ru.po")
            with self.subTest(folder.name):
                self.assertEqual(
                    [one.msgid for one in russian.untranslated_entries()], []
                )
                self.assertEqual([one.msgid for one in russian.fuzzy_entries()], [])
                self.assertEqual([one.msgid for one in russian.obsolete_entries()], [])

    def test_the_translation_has_every_message_of_the_template(self):
        for folder in MODULES:
            template, russian = (
                {(one.msgctxt, one.msgid) for one in messages(folder, name)}
                for name in (f"{folder.name}.pot", "ru.po")
            )
            with self.subTest(folder.name):
                self.assertEqual(template ^ russian, set())

    def test_the_template_has_every_message_of_the_code(self):
        """As Odoo itself exports it from the database."""
        for folder in MODULES:
            exported = io.BytesIO()
            trans_export(None, [folder.name], exported, "po", self.env)
            now = {one.msgid for one in polib.pofile(exported.getvalue().decode())}
            kept = {one.msgid for one in messages(folder, f"{folder.name}.pot")}
            with self.subTest(folder.name):
                self.assertEqual(now ^ kept, set())

    def test_translations_are_russian_and_keep_the_placeholders(self):
        for folder in MODULES:
            for one in messages(folder, "ru.po"):
                with self.subTest(one.msgid):
                    self.assertEqual(
                        sorted(PLACEHOLDER.findall(one.msgid)),
                        sorted(PLACEHOLDER.findall(one.msgstr)),
                    )
                    words = PLACEHOLDER.sub("", one.msgid)
                    if words not in SAME and re.search("[A-Za-z]{3}", words):
                        self.assertRegex(one.msgstr, CYRILLIC)

    def test_a_user_sees_russian(self):
        russian = self.env["ir.ui.menu"].with_context(lang="ru_RU")
        for menu in russian.search([("id", "child_of", self._root_menu().id)]):
            self.assertRegex(menu.name, CYRILLIC)

    def test_words_that_odoo_leaves_in_english_are_russian(self):
        """A term that its own module does not translate is looked up in all of them."""
        own = self._terms("vsoko_module")
        for word in ("Missing required fields", "My Preferences", "Shortcuts"):
            self.assertNotIn(word, self._terms("web"))
            self.assertRegex(own[word], CYRILLIC)

    def _terms(self, module):
        found = code_translations.get_web_translations(module, "ru_RU")
        return {one["id"]: one["string"] for one in found["messages"]}

    def _root_menu(self):
        return self.env.ref("vsoko_module.vsoko_menu_root")


@tagged("post_install", "-at_install")
class TestManifests(TransactionCase):
    def _manifests(self):
        for folder in MODULES:
            yield folder, ast.literal_eval((folder / "__manifest__.py").read_text())

    def test_a_manifest_names_the_licence_that_lies_beside_it(self):
        for folder, manifest in self._manifests():
            with self.subTest(folder.name):
                licence = " ".join((folder / "LICENSE").read_text().split()).upper()
                name = {"LGPL-3": "GNU LESSER GENERAL", "AGPL-3": "GNU AFFERO GENERAL"}
                self.assertIn(name[manifest["license"]], licence)
                self.assertTrue(manifest["version"].startswith("19.0."))

    def test_every_data_file_is_loaded(self):
        loaders = ("data", "views", "security", "wizards", "report")
        for folder, manifest in self._manifests():
            lying = {
                str(path.relative_to(folder))
                for loader in loaders
                for path in (folder / loader).rglob("*")
                if path.suffix in (".xml", ".csv")
            }
            with self.subTest(folder.name):
                self.assertEqual(lying ^ set(manifest["data"]), set())

    def test_libraries_of_the_manifest_are_pinned_for_every_python(self):
        for pins in (paths.ROOT / "constraints").glob("*.txt"):
            pinned = plain_name(pins.read_text())
            for _folder, manifest in self._manifests():
                wanted = manifest.get("external_dependencies", {})
                for library in wanted.get("python", ()):
                    with self.subTest(pins.name, library=library):
                        self.assertIn(f"{plain_name(library)}==", pinned)


@tagged("post_install", "-at_install")
class TestContract(TransactionCase):
    """Names that other programs hold on to."""

    FIELDS = {
        "vsoko.import": "kind file filename year_id plan_id line_ids ok_count"
        " warning_count error_count",
        "vsoko.import.line": "row state message values",
        "vsoko.plan": "procedure_ids year_id state",
        "vsoko.framework": "block_ids level_ids",
        "vsoko.block": "criterion_ids",
        "vsoko.criterion": "indicator_ids",
        "vsoko.level": "min_points",
        "vsoko.procedure": "plan_id state date_start date_end is_overdue employee_ids"
        " role_ids outcome_ids event_id",
        "vsoko.document": "kind_id state number date",
        "vsoko.document.kind": "name layout",
        "vsoko.document.item": "document_id employee_ids date_deadline",
        "vsoko.document.acknowledgement": "document_id employee_id date",
    }
    METHODS = {
        "vsoko.plan": "action_apply_template",
        "vsoko.import": "action_preview action_import",
        "vsoko.procedure": "action_start action_done action_review action_cancel"
        " action_reopen",
        "vsoko.document": "action_approve action_register action_cancel action_print",
    }
    STATES = {
        "vsoko.plan": "draft to_approve approved closed",
        "vsoko.procedure": "planned in_progress done reviewed cancelled",
        "vsoko.import.line": "ok warning error",
        "vsoko.document": "draft approved registered cancelled",
    }
    GROUPS = "user officer director manager personal_data"
    REPORTS = (
        "plan_pdf plan_docx plan_xlsx order_pdf order_docx note_pdf note_docx"
        " minutes_pdf minutes_docx register_pdf register_xlsx acknowledgement_pdf"
        " decisions_pdf decisions_docx decisions_xlsx finding_trace_pdf"
    )

    def test_models_have_the_fields(self):
        for model, names in self.FIELDS.items():
            with self.subTest(model):
                self.assertLessEqual(set(names.split()), set(self.env[model]._fields))

    def test_models_have_the_methods(self):
        for model, names in self.METHODS.items():
            for name in names.split():
                with self.subTest(f"{model}.{name}"):
                    self.assertTrue(callable(getattr(self.env[model], name)))

    def test_states_are_those(self):
        for model, states in self.STATES.items():
            with self.subTest(model):
                field = self.env[model]._fields["state"]
                self.assertEqual(field.get_values(self.env), states.split())

    def test_groups_and_reports_have_the_names(self):
        names = [f"vsoko_module.group_vsoko_{name}" for name in self.GROUPS.split()]
        names += [f"vsoko_reports.{name}" for name in self.REPORTS.split()]
        for name in names:
            with self.subTest(name):
                self.assertTrue(self.env.ref(name, raise_if_not_found=False))
