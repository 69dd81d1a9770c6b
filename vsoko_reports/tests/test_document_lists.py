import io

import openpyxl

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from .common import OFFICER, USER, flat
from .test_document_papers import DocumentPaperCase


class TestRegister(DocumentPaperCase):
    def _orders(self, count):
        orders = self.env["vsoko.document"]
        for number in range(1, count + 1):
            orders |= self._make_order(
                name=f"О деле {number}", manual_number=False, annex_ids=False
            )
        for order in orders:
            self._register(order)
        return orders

    def test_the_register_goes_by_numbers_not_by_letters(self):
        orders = self._orders(11)
        text = self._text("register_pdf", orders.sorted("id", reverse=True))
        places = [text.index(f"{number}-ОД 30.08.2024") for number in (1, 2, 10, 11)]
        self.assertEqual(places, sorted(places))
        for words in ("ЖУРНАЛ РЕГИСТРАЦИИ", "О деле 7", "А. В. Соколова"):
            self.assertIn(words, text)

    def test_the_header_is_on_each_page(self):
        document = self._register(self._make_order(annex_ids=False))
        values = document.copy_data()[0] | {"state": "registered", "date": "2024-09-02"}
        many = self.env["vsoko.document"].create(
            [
                {
                    **{key: values[key] for key in ("kind_id", "company_id", "date")},
                    "name": f"О деле № {number} – с длинным заголовком",
                    "state": "registered",
                    "number": f"{number}-ОД",
                    "number_value": number,
                    "number_series": "2024",
                }
                for number in range(200, 290)
            ]
        )
        pages = self._pages("register_pdf", many)
        self.assertGreater(len(pages), 3)
        for page in pages:
            self.assertIn("Отметка", page)
            self.assertIn("Заголовок", page)

    def test_a_cancelled_paper_stays_with_its_mark(self):
        old = self._register(self._make_order(annex_ids=False))
        new = self._make_order(
            amends_id=old.id, is_cancelling=True, manual_number="126-ОД"
        )
        self._register(new)
        text = self._text("register_pdf", old | new)
        self.assertIn("отменён", text)
        self.assertIn("отменён от", text)

    def test_drafts_have_no_place_in_the_register(self):
        with self.assertRaises(UserError):
            self._print("register_pdf", self._make_order())

    def test_cells_of_the_excel_register(self):
        order = self._register(self._make_order(name="=1+1", annex_ids=False))
        content, extension = self._print("register_xlsx", order)
        self.assertEqual(extension, "xlsx")
        sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        self.assertEqual(rows[3][:4], ["№", "Дата", "Вид документа", "Заголовок"])
        self.assertEqual(rows[4][:2], ["125-ОД", "30.08.2024"])
        self.assertEqual((rows[4][3], sheet["D5"].data_type), ("=1+1", "s"))

    def test_the_window_prints_a_period(self):
        order = self._register(self._make_order(annex_ids=False))
        request = self.env["vsoko.register.print"].create(
            {"date_from": "2024-08-01", "date_to": "2024-08-31"}
        )
        action = request.action_pdf()
        self.assertEqual(action["context"]["active_ids"], order.ids)
        request.write({"date_from": "2023-08-01", "date_to": "2023-08-31"})
        with self.assertRaises(UserError):
            request.action_xlsx()

    def test_the_register_is_for_deputies(self):
        order = self._register(self._make_order(annex_ids=False))
        teacher = self._make_user("register_teacher", USER)
        with self.assertRaises(AccessError):
            self._print("register_pdf", order, teacher)
        other = self.env["res.company"].create({"name": "Другая школа"})
        stranger = self._make_user("register_stranger", OFFICER, other)
        for paper in ("register_pdf", "register_xlsx"):
            with self.assertRaises(AccessError):
                self._print(paper, order, stranger)


class TestSheet(DocumentPaperCase):
    def test_those_who_ticked_and_lines_for_the_rest(self):
        reader = self._make_employee("Читателева Анна Ивановна", job_title="Учитель")
        order = self._make_order(
            annex_ids=False, acquaint_ids=[Command.set(reader.ids)]
        )
        self._register(order)
        order.acknowledgement_ids.filtered(
            lambda row: row.employee_id == self.deputy
        ).action_signed_on_paper()
        text = self._text("acknowledgement_pdf", order)
        self.assertIn("с приказом от 30 августа 2024 г. № 125-ОД", text)
        self.assertRegex(
            text,
            r"1 Мельникова Ольга Петровна Заместитель директора по "
            r"\d\d\.\d\d\.\d{4} подпись",
        )
        self.assertIn("2 Читателева Анна Ивановна Учитель", text)

    def test_a_draft_has_no_sheet(self):
        with self.assertRaises(UserError):
            self._print("acknowledgement_pdf", self._make_order())

    def test_the_order_itself_shows_who_has_ticked(self):
        order = self._register(self._make_order(annex_ids=False))
        order.acknowledgement_ids.action_signed_on_paper()
        rows = order._paper()["acquaint"]["rows"]
        self.assertRegex(rows[0]["date"], r"^\d\d\.\d\d\.\d{4}$")
        self.assertIn("«___»", flat(str(order.sudo().snapshot["acquaint"])))
