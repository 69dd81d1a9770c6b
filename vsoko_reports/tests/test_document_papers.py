import base64
import hashlib
import io
import os
import signal
import stat
import tempfile
from pathlib import Path
from unittest.mock import patch
from zipfile import ZipFile

import docx
import psutil

from odoo.exceptions import UserError
from odoo.fields import Command

from odoo.addons.vsoko_module.tools.file_problem import FileProblem
from odoo.addons.vsoko_module.tools.office import convert_many

from ..models import paper_files_mixin
from ..tools.fill import fill
from ..tools.paper_sample import sample_paper
from .common import PaperCase, flat, pdf_pages

ORDER = """
Администрация города Заречного
МБОУ «Средняя школа № 3»
ПРИКАЗ
30 августа 2024 г. № 125-ОД
г. Заречный
О проведении входного контроля
В целях оценки качества образования,
ПРИКАЗЫВАЮ:
1. Утвердить план (приложение № 1).
2. Мельниковой Ольге Петровне, заместителю директора по УВР, провести входной контроль.
Срок: до 20 сентября.
3. Контроль за исполнением приказа оставляю за собой.
Директор __________________ А. В. Соколова
Исп.: О. П. Мельникова
8 (000) 000-00-00
С приказом ознакомлены:
Мельникова О. П. _______________ «___» ____________ 20___ г.
2
Приложение № 1
к приказу от 30 августа 2024 г. № 125-ОД
План контроля
Русский язык – 5 классы, ёлка № 1
"""


class DocumentPaperCase(PaperCase):
    @classmethod
    def _make_order(cls, **values):
        return cls._make_document(
            "order",
            **{
                "name": "О проведении входного контроля",
                "aim": "оценки качества образования",
                "date": "2024-08-30",
                "manual_number": "125-ОД",
                "item_ids": [
                    Command.create(
                        {"name": "Утвердить план (приложение № 1)", "is_task": False}
                    ),
                    Command.create(
                        {
                            "name": "провести входной контроль",
                            "employee_ids": [Command.set(cls.deputy.ids)],
                            "term_text": "до 20 сентября",
                        }
                    ),
                ],
                "annex_ids": [
                    Command.create(
                        {
                            "name": "План контроля",
                            "text": "<p>Русский язык – 5 классы, ёлка № 1</p>",
                        }
                    )
                ],
                **values,
            },
        )

    @classmethod
    def _make_document(cls, kind, **values):
        document = cls.env["vsoko.document"].create(
            {
                "kind_id": cls.env.ref(f"vsoko_module.document_kind_{kind}").id,
                "company_id": cls.school.id,
                "year_id": cls.year.id,
                "executor_id": cls.deputy.id,
                **values,
            }
        )
        document.action_generate()
        return document

    @classmethod
    def _register(cls, document):
        document.action_approve()
        document.action_register()
        return document


class TestDocumentPapers(DocumentPaperCase):
    def test_whole_order(self):
        order = self._register(self._make_order())
        self.assertEqual(self._text("order_pdf", order), flat(ORDER))

    def test_a_registered_paper_prints_what_was_kept(self):
        order = self._register(self._make_order())
        self.school.vsoko_full_name = "Другая школа"
        for extension, digest in (
            ("pdf", order.pdf_digest),
            ("docx", order.copy_digest),
        ):
            content, _kind = self._print(f"order_{extension}", order)
            self.assertEqual(hashlib.sha256(content).hexdigest(), digest)

    def test_a_draft_is_marked_on_paper(self):
        self.assertIn("ПРОЕКТ", self._text("order_pdf", self._make_order()))

    def test_word_file(self):
        content, extension = self._print("order_docx", self._make_order())
        self.assertEqual(extension, "docx")
        document = docx.Document(io.BytesIO(content))
        texts = [paragraph.text for paragraph in document.paragraphs]
        self.assertIn("ПРИКАЗ", texts)
        self.assertIn("ПРИКАЗЫВАЮ:", texts)

    def test_who_stands_in_for_the_director_signs_so(self):
        acting = self._make_employee("Орлов Игорь Сергеевич")
        self._appoint("director", acting, is_acting=True, replaces_id=self.director.id)
        text = self._text("order_pdf", self._make_order())
        self.assertRegex(text, "И. о. директора _+ И. С. Орлов")

    def test_300_lines_keep_every_line_and_the_signature_in_one_piece(self):
        items = [
            Command.create({"name": f"Пункт о деле {number}", "is_task": False})
            for number in range(1, 301)
        ]
        order = self._make_order(item_ids=items, annex_ids=False)
        pages = self._pages("order_pdf", order)
        text = flat(" ".join(pages))
        for number in range(1, 301):
            self.assertIn(f"{number}. Пункт о деле {number}.", text)
        (last,) = [page for page in pages if "А. В. Соколова" in flat(page)]
        self.assertIn("301. Контроль за исполнением", flat(last))
        for number, page in enumerate(pages[1:], 2):
            self.assertEqual(flat(page).split()[0], str(number))

    def test_minutes_and_their_excerpt(self):
        minutes = self._make_document(
            "minutes",
            name="Итоги первого полугодия",
            date="2024-12-27",
            body_id=self.env.ref("vsoko_module.body_pedagogical_council").id,
            chair_id=self.director.id,
            secretary_id=self.deputy.id,
            present_ids=[Command.set((self.director | self.deputy).ids)],
            agenda_ids=[
                Command.create(
                    {
                        "name": "Об итогах полугодия",
                        "speaker_id": self.deputy.id,
                        "heard": "О результатах входного и рубежного контроля",
                        "spoke": "Соколова А. В. предложила принять меры",
                        "decided": "Признать работу удовлетворительной",
                        "vote_for": 2,
                        "sequence": 1,
                    }
                ),
                Command.create(
                    {"name": "О разном", "decided": "Принять", "sequence": 2}
                ),
            ],
        )
        text = self._text("minutes_pdf", minutes)
        for words in (
            "ПРОТОКОЛ Педагогический совет 27 декабря 2024 г.",
            "Председатель: А. В. Соколова",
            "Присутствовали: 2 человека",
            "ПОВЕСТКА ДНЯ: 1. Об итогах полугодия 2. О разном",
            "1. СЛУШАЛИ: О. П. Мельникова, заместитель директора по УВР",
            "РЕШИЛИ: 1.1. Признать работу удовлетворительной",
            "Голосовали: «за» – 2, «против» – нет, «воздержались» – нет",
        ):
            self.assertIn(words, text)
        self._register(minutes)
        excerpt = self._make_document(
            "excerpt",
            name="Об итогах полугодия",
            source_id=minutes.id,
            source_agenda_ids=[Command.set(minutes.agenda_ids[:1].ids)],
        )
        text = self._text("document_pdf", excerpt)
        self.assertIn("ВЫПИСКА ИЗ ПРОТОКОЛА", text)
        self.assertIn("Протокол № 1 от 27 декабря 2024 г.", text)
        self.assertNotIn("О разном", text)

    def test_the_plan_goes_along_as_the_annex(self):
        plan = self._from_template("quality")
        annex = [Command.create({"name": plan.name, "plan_id": plan.id})]
        pages = self._pages("order_pdf", self._make_order(annex_ids=annex))
        self.assertGreater(len(pages), 4)
        self.assertIn("ПРИКАЗ", pages[0])

    def test_a_damaged_pdf_of_an_annex_is_named(self):
        annex = [
            Command.create(
                {
                    "name": "Скан",
                    "file": base64.b64encode(b"%PDF-1.4 broken"),
                    "filename": "scan.pdf",
                }
            )
        ]
        with self.assertRaisesRegex(UserError, "входного контроля"):
            self._print("order_pdf", self._make_order(annex_ids=annex))

    def test_several_papers_are_one_archive_by_one_call(self):
        orders = self._make_order() | self._make_order() | self._make_order()
        with patch.object(
            paper_files_mixin, "convert_many", side_effect=convert_many
        ) as calls:
            content, extension = self._print("order_pdf", orders)
        self.assertEqual((extension, calls.call_count), ("zip", 1))
        names = ZipFile(io.BytesIO(content)).namelist()
        self.assertEqual(len(set(names)), 3)

    def test_without_libreoffice_a_paper_prints_and_registers(self):
        order = self._make_order()
        with patch.dict(os.environ, {"PATH": self._path_without_office()}):
            self._register(order)
        pdf = base64.b64decode(order.with_context(bin_size=False).pdf_file)
        text = flat(" ".join(pdf_pages(pdf)))
        for words in ("ПРИКАЗЫВАЮ:", "№ 125-ОД", "ёлка", "–", "Приложение № 1"):
            self.assertIn(words, text)
        self.assertTrue(order.copy_filename.endswith(".odt"))

    def _path_without_office(self):
        """The same programs, but no soffice among them."""
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        for place in os.environ["PATH"].split(os.pathsep):
            for program in Path(place).glob("wkhtmlto*"):
                (folder / program.name).unlink(missing_ok=True)
                (folder / program.name).symlink_to(program.resolve())
        return str(folder)


class TestLayouts(PaperCase):
    """Every look of papers, printed from a made-up paper."""

    def _pages_of(self, layout, **values):
        template = self.env["vsoko.document.template"].new({"layout": layout})
        odt = fill(template._shipped_file("odt"), {**sample_paper(layout), **values})
        return pdf_pages(convert_many([odt], "odt", "pdf")[0])

    def test_nothing_is_lost(self):
        for layout in ("order", "note", "minutes", "excerpt", "text"):
            with self.subTest(layout):
                text = flat(" ".join(self._pages_of(layout)))
                self.assertIn(sample_paper(layout)["kind"], text)
                self.assertIn("А. И. Директорова", text)
                self.assertIn("Приложение № 1", text)
                self.assertNotIn("paper.", text)

    def test_a_note_has_tables_chart_and_advice(self):
        text = flat(" ".join(self._pages_of("note")))
        for words in ("Успеваемость, %", "95,8", "Качество по классам", "61,5"):
            self.assertIn(words, text)
        self.assertIn("отработать деление дробей в 5Б", text)

    def test_the_header_of_a_long_table_is_on_each_page(self):
        rows = [[f"{n}А", "25", "24", "95,8", "61,5"] for n in range(1, 121)]
        header = ["Класс", "По списку", "Писали", "Успеваемость, %", "Качество, %"]
        section = {
            "code": "results",
            "title": "Результаты",
            "paragraphs": [],
            "tables": [{"title": "", "header": header, "rows": rows}],
            "charts": [],
        }
        pages = self._pages_of("note", sections=[section], recommendations=[])
        with_rows = [page for page in pages if "95,8" in page]
        self.assertGreater(len(with_rows), 2)
        for page in with_rows:
            self.assertIn("По списку", page)
        text = flat(" ".join(pages))
        for n in range(1, 121):
            self.assertIn(f"{n}А 25 24", text)

    def test_long_names_and_rare_signs(self):
        name = "Константинопольская-Нижегородцева Александра Владиславовна"
        signature = [{"post": "Директор", "name": name}]
        text = flat(" ".join(self._pages_of("order", signatures=signature)))
        self.assertIn("Константинопольская", text)
        for sign in ("№", "«", "»", "–"):
            self.assertIn(sign, text)


class TestHungOffice(PaperCase):
    def test_a_hung_libreoffice_is_killed_with_its_children(self):
        """A program that starts a child, which leaves the group, and both stop."""
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        pids = folder / "pids"
        program = folder / "soffice"
        program.write_text(
            f"#!/bin/sh\nsetsid sleep 600 &\necho $! $$ > {pids}\n"
            "kill -STOP $!\nkill -STOP $$\n"
        )
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
        with self.assertRaises(FileProblem) as caught:
            convert_many([b"x"], "odt", "pdf", 1, str(program))
        self.assertEqual(caught.exception.code, "convert_timeout")
        for pid in map(int, pids.read_text().split()):
            self.assertFalse(self._is_alive(pid))

    def _is_alive(self, pid):
        try:
            return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False

    def test_a_stopped_real_one_does_not_stop_the_next(self):
        odt = fill(
            self.env["vsoko.document.template"]
            .new({"layout": "text"})
            ._shipped_file("odt"),
            sample_paper("text"),
        )
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        program = folder / "soffice"
        program.write_text('#!/bin/sh\nsoffice "$@" &\nkill -STOP $!\nwait\n')
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
        with self.assertRaises(FileProblem):
            convert_many([odt], "odt", "pdf", 1, str(program))
        self.assertTrue(convert_many([odt], "odt", "pdf")[0].startswith(b"%PDF"))
        self.assertEqual(signal.SIGSTOP.name, "SIGSTOP")
