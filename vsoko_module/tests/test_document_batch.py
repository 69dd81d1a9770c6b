import base64
import io
from zipfile import ZipFile

from odoo.exceptions import AccessError, UserError
from odoo.tools.pdf import PdfFileReader

from .test_documents import DocumentCase


class TestDocumentBatch(DocumentCase):
    def _batch(self, user=None, **values):
        batches = self.env["vsoko.document.batch"].with_user(user or self.deputy)
        return batches.create(values)

    def _made(self, batch):
        batch.action_begin()
        steps = []
        while batch.state != "ready":
            steps.append(batch.action_step())
        return base64.b64decode(batch.with_context(bin_size=False).file), steps

    def test_papers_of_a_month_are_one_archive(self):
        for _number in range(3):
            self._register(self._make_document(name="О плане", date="2023-10-05"))
        self._register(self._make_document(date="2023-11-05"))
        batch = self._batch(date_from="2023-10-01", date_to="2023-10-31")
        self.assertEqual(batch.all_count, 3)
        content, _steps = self._made(batch)
        names = ZipFile(io.BytesIO(content)).namelist()
        self.assertEqual(len(set(names)), 3)
        self.assertTrue(all("№ " in name and name.endswith(".pdf") for name in names))

    def test_one_pdf_has_all_pages(self):
        papers = self._make_document() | self._make_document()
        for paper in papers:
            self._register(paper)
        batch = self._batch(
            scope="chosen", document_ids=[(6, 0, papers.ids)], form="merged"
        )
        content, _steps = self._made(batch)
        self.assertEqual(PdfFileReader(io.BytesIO(content)).getNumPages(), 2)

    def test_the_work_goes_piece_by_piece(self):
        for _number in range(12):
            self._make_document(date="2023-10-05")
        batch = self._batch(
            date_from="2023-10-01", date_to="2023-10-31", has_drafts=True
        )
        _content, steps = self._made(batch)
        self.assertEqual([step["done"] for step in steps], [10, 12])
        self.assertEqual([step["ready"] for step in steps], [False, True])

    def test_drafts_come_by_choice(self):
        self._make_document(date="2023-10-05")
        batch = self._batch(date_from="2023-10-01", date_to="2023-10-31")
        with self.assertRaises(UserError):
            batch.action_begin()
        batch.has_drafts = True
        self.assertEqual(batch.all_count, 1)

    def test_papers_of_a_plan_and_its_procedures(self):
        plan = self._make_plan("План ВСОКО")
        line = self._make_procedure(plan)
        self._make_document(plan_id=plan.id)
        self._make_document(procedure_id=line.id)
        self._make_document()
        batch = self._batch(scope="plan", plan_id=plan.id, has_drafts=True)
        self.assertEqual(batch.all_count, 2)

    def test_a_teacher_packs_only_what_concerns_her(self):
        self._register(self._make_document(items=[self._task(self.teacher)]))
        self._register(self._make_document())
        batch = self._batch(self.teacher, date_from="2023-10-01", date_to="2023-10-31")
        self.assertEqual(batch.all_count, 1)

    def test_a_pack_is_its_makers(self):
        self._register(self._make_document())
        batch = self._batch(date_from="2023-10-01", date_to="2023-10-31")
        self._made(batch)
        with self.assertRaises(AccessError):
            batch.with_user(self.teacher).read(["file"])
        with self.assertRaises(AccessError):
            batch.file_ids.with_user(self.teacher).read(["content"])
