import io
import struct
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import openpyxl

from odoo.tests import BaseCase, tagged

from ..tools import office
from ..tools.tables import FileProblem, Limits, read_tables
from .office_files import FILES, excel, part_text, saved, with_body, with_part, word

PICTURE = (
    b'<text:p><draw:frame svg:width="1cm" svg:height="1cm">'
    b'<draw:image xlink:href="%s" xlink:type="simple" xlink:actuate="onLoad"/>'
    b"</draw:frame></text:p><text:sequence-decls>"
)
DOCUMENT, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"


def texts(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def covered(table):
    return [[cell.covered for cell in row.cells] for row in table.rows]


def cell_xml(text, properties=""):
    return (
        f"<w:tc><w:tcPr>{properties}</w:tcPr>"
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
    )


def table_xml(*rows, grid=()):
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>"
        + "".join(f"<w:tr>{row}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


class TablesCase(BaseCase):
    def read_one(self, data, name="план.docx"):
        [table] = read_tables(data, name)
        return table

    def assertProblem(self, code, data, name="план.docx", **limits):
        with self.assertRaises(FileProblem) as caught:
            read_tables(data, name, Limits(**limits))
        self.assertEqual(caught.exception.code, code)
        self.assertEqual(caught.exception.params["filename"], name)
        return caught.exception.params


@tagged("-at_install", "post_install")
class TestWordTables(TablesCase):
    def test_merged_cells_repeat_their_text_and_know_it(self):
        rows = [["Месяц", "Оценка", ""], ["май", "а", "б"], ["", "в", "г"]]
        table = self.read_one(word(rows, merged=[(0, 1, 0, 2), (1, 0, 2, 0)]))
        self.assertEqual(
            texts(table),
            [["Месяц", "Оценка", "Оценка"], ["май", "а", "б"], ["май", "в", "г"]],
        )
        self.assertEqual(
            covered(table), [["", "", "left"], ["", "", ""], ["above", "", ""]]
        )
        self.assertEqual(table.rows[0].cells[1].colspan, 2)
        self.assertEqual(table.rows[1].cells[0].rowspan, 2)

    def test_a_square_of_merged_cells(self):
        rows = [["а", "", "б"], ["", "", "в"], ["г", "д", "е"]]
        table = self.read_one(word(rows, merged=[(0, 0, 1, 1)]))
        self.assertEqual(
            covered(table), [["", "left", ""], ["above", "left", ""], ["", "", ""]]
        )
        origin = table.rows[0].cells[0]
        self.assertEqual((origin.colspan, origin.rowspan), (2, 2))

    def test_rows_are_numbered_as_a_person_counts(self):
        table = self.read_one(word([["а"], [""], ["б"]]))
        self.assertEqual([row.number for row in table.rows], [1, 3])

    def test_what_stands_above_a_table_is_its_title(self):
        tables = read_tables(word([["а"]], [["б"]], above=["План", "МАЙ"]), "п.docx")
        self.assertEqual([table.title for table in tables], ["План\nМАЙ", ""])
        self.assertEqual([table.name for table in tables], ["Таблица 1", "Таблица 2"])

    def test_line_breaks_tabs_and_hyphens(self):
        run = "<w:r>{}</w:r>"
        text = run.format(
            "<w:t>Ана</w:t><w:softHyphen/><w:t>ли\u00adз</w:t><w:br/><w:t>УУД</w:t>"
            "<w:tab/><w:t>5</w:t><w:noBreakHyphen/><w:t>9</w:t>"
        )
        body = f"<w:tbl><w:tr><w:tc><w:p>{text}</w:p></w:tc></w:tr></w:tbl>"
        self.assertEqual(texts(self.read_one(with_body(body))), [["Анализ\nУУД 5-9"]])

    def test_tracked_changes_are_taken_as_accepted(self):
        paragraph = (
            "<w:p><w:del><w:r><w:delText>старое</w:delText><w:t>старое</w:t></w:r>"
            "</w:del><w:ins><w:r><w:t>новое</w:t></w:r></w:ins></w:p>"
        )
        gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell_xml('убрано')}</w:tr>"
        row = f"<w:tr><w:tc>{paragraph}</w:tc></w:tr>"
        table = self.read_one(with_body(f"<w:tbl>{gone}{row}</w:tbl>"))
        self.assertEqual(texts(table), [["новое"]])

    def test_a_deleted_end_of_paragraph_joins_two(self):
        mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
        cell = (
            f"<w:tc><w:p>{mark}<w:r><w:t>Контроль </w:t></w:r></w:p>"
            "<w:p><w:r><w:t>знаний</w:t></w:r></w:p></w:tc>"
        )
        table = self.read_one(with_body(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
        self.assertEqual(texts(table), [["Контроль знаний"]])

    def test_links_content_controls_and_inner_tables(self):
        link = (
            "<w:tc><w:p><w:hyperlink><w:r><w:t>сайт</w:t></w:r></w:hyperlink></w:p>"
            + table_xml(cell_xml("а") + cell_xml("б"))
            + "<w:p/></w:tc>"
        )
        control = f"<w:sdt><w:sdtContent>{cell_xml('в')}</w:sdtContent></w:sdt>"
        body = (
            f"<w:sdt><w:sdtContent>{table_xml(link + control)}</w:sdtContent></w:sdt>"
        )
        self.assertEqual(texts(self.read_one(with_body(body))), [["сайт\nа\nб", "в"]])

    def test_empty_places_before_a_row(self):
        before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell_xml("г")
        table = self.read_one(
            with_body(table_xml(cell_xml("а") + cell_xml("б"), before))
        )
        self.assertEqual(texts(table), [["а", "б"], ["", "г"]])

    def test_borders_drawn_by_a_shaking_hand_are_one_border(self):
        wide, narrow = '<w:gridSpan w:val="2"/>', ""
        table = self.read_one(
            with_body(
                table_xml(
                    cell_xml("а", wide) + cell_xml("б", narrow),
                    cell_xml("в", narrow) + cell_xml("г", wide),
                    grid=(2000, 40, 2000),
                )
            )
        )
        self.assertEqual(texts(table), [["а", "б"], ["в", "г"]])
        self.assertFalse(any(sum(covered(table), [])))

    def test_widths_that_are_not_widths(self):
        row = cell_xml("а") + cell_xml("б")
        table = self.read_one(with_body(table_xml(row, grid=(100, 100))))
        self.assertEqual(texts(table), [["а", "б"]])

    def test_a_merge_of_old_word(self):
        first = cell_xml("а", '<w:hMerge w:val="restart"/>')
        row = first + cell_xml("", "<w:hMerge/>") + cell_xml("б")
        table = self.read_one(with_body(table_xml(row)))
        self.assertEqual(covered(table), [["", "left", ""]])
        self.assertEqual(table.rows[0].cells[0].colspan, 2)

    def test_strict_format(self):
        def strict(xml):
            return xml.replace(
                b"schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"purl.oclc.org/ooxml/wordprocessingml/main",
            )

        table = self.read_one(with_part(word([["а"]]), DOCUMENT, strict))
        self.assertEqual(texts(table), [["а"]])

    def test_a_table_drawn_larger_than_any_plan(self):
        wide = table_xml(cell_xml("а", '<w:gridSpan w:val="999999999"/>'))
        params = self.assertProblem("too_many_columns", with_body(wide))
        self.assertEqual(params["table"], "Таблица 1")
        rows = word([["а"]] * 4)
        self.assertProblem("too_many_rows", rows, max_rows=3)


@tagged("-at_install", "post_install")
class TestExcelTables(TablesCase):
    def test_values_as_people_see_them(self):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append([5, 5.0, 4.5, 0.5, 1234.5, True, date(2024, 6, 10)])
        sheet["D1"].number_format, sheet["E1"].number_format = "0%", "#,##0.00"
        sheet.append(
            [datetime(2024, 6, 10, 9, 30), date(2023, 10, 1), date(2024, 9, 5)]
        )
        sheet["B2"].number_format, sheet["C2"].number_format = "mmm\\-yy", "d-mmm"
        sheet["G1"].number_format = "mm-dd-yy"
        self.assertEqual(
            texts(self.read_one(saved(book), "а.xlsx")),
            [
                ["5", "5", "4,5", "50%", "1 234,50", "ИСТИНА", "10.06.2024"],
                ["10.06.2024 09:30", "октябрь 2023", "5 сентября", *[""] * 4],
            ],
        )

    def test_a_day_that_cannot_be_is_left_a_number(self):
        book = openpyxl.Workbook()
        book.active["A1"] = 99999999
        book.active["A1"].number_format = "dd.mm.yyyy"
        self.assertEqual(texts(self.read_one(saved(book), "а.xlsx")), [["99999999"]])

    def test_formula_shows_what_was_counted_last(self):
        data = excel({"Лист": [["Итого", 0]]})

        def formula(xml):
            return xml.replace(b"<v>0</v>", b"<f>SUM(A1)</f><v>12</v>")

        table = self.read_one(with_part(data, SHEET, formula), "а.xlsx")
        self.assertEqual(texts(table), [["Итого", "12"]])

    def test_merged_ranges_lines_and_numbers_of_rows(self):
        rows = [["Месяц", "Что"], [], ["май", "ВПР\nОГЭ"], [None, "Итоги"]]
        table = self.read_one(excel({"План": rows}, merged=["A3:A4"]), "а.xlsx")
        self.assertEqual([row.number for row in table.rows], [1, 3, 4])
        self.assertEqual(table.rows[1].cells[1].paragraphs, ["ВПР", "ОГЭ"])
        self.assertEqual(covered(table)[2], ["above", ""])
        self.assertEqual(texts(table)[2], ["май", "Итоги"])

    def test_hidden_sheets_are_skipped_and_hidden_rows_kept(self):
        book = openpyxl.Workbook()
        book.active.append(["видно"])
        book.active.append(["строка скрыта"])
        book.active.row_dimensions[2].hidden = True
        book.create_sheet("Черновик").append(["нет"])
        book["Черновик"].sheet_state = "hidden"
        self.assertEqual(
            texts(self.read_one(saved(book), "а.xlsx")), [["видно"], ["строка скрыта"]]
        )

    def test_several_sheets_and_columns_without_text(self):
        data = excel({"Осень": [["а", "", " "]], "Пусто": [[]], "Весна": [["б"]]})
        tables = read_tables(data, "а.xlsx")
        self.assertEqual([table.name for table in tables], ["Осень", "Весна"])
        self.assertEqual(tables[0].width, 1)

    def test_a_million_formatted_rows_are_no_rows(self):
        rows = "".join(
            f'<row r="{number}" s="1" customFormat="1"/>'
            for number in range(2, 300_000)
        ).encode()
        data = with_part(
            excel({"План": [["а"]]}),
            SHEET,
            lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"),
        )
        self.assertEqual(len(self.read_one(data, "а.xlsx").rows), 1)

    def test_more_rows_or_columns_than_any_plan(self):
        data = excel({"План": [["а"], ["б"], ["в"]]})
        params = self.assertProblem("too_many_rows", data, max_rows=2)
        self.assertEqual((params["table"], params["limit"]), ("План", 2))
        self.assertProblem("too_many_columns", excel({"П": [["а"] * 9]}), max_columns=8)

    def test_ranges_that_overlap_are_damage(self):
        rows = [["а", "б"], ["в", "г"]]
        merged = b"<mergeCells>" + b'<mergeCell ref="A1:B2"/>' * 9 + b"</mergeCells>"
        data = with_part(
            excel({"П": rows}),
            SHEET,
            lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + merged),
        )
        self.assertProblem("broken", data)

    def test_cells_without_addresses(self):
        xml = (
            b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            b'<sheetData><row><c/><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r>'
            b"</is></c></row><row><c><v>7</v></c></row></sheetData></worksheet>"
        )
        data = with_part(excel({"П": [["а"]]}), SHEET, lambda _old: xml)
        self.assertEqual(texts(self.read_one(data, "а.xlsx")), [["", "ab"], ["7", ""]])


@tagged("-at_install", "post_install")
class TestBadFiles(TablesCase):
    def test_content_is_told_from_the_name(self):
        self.assertEqual(texts(self.read_one(word([["а"]]), "план.xlsx")), [["а"]])
        self.assertEqual(texts(self.read_one(excel({"П": [["а"]]}), "п.doc")), [["а"]])

    def test_what_is_not_an_office_file(self):
        for start, kind in (
            (b"\x89PNG\r\n\x1a\n", "image"),
            (b"\xff\xd8\xff\xe0", "image"),
            (b"%PDF-1.7", "pdf"),
            ("просто текст".encode(), "unknown"),
        ):
            params = self.assertProblem("not_office", start + b"\0" * 99)
            self.assertEqual(params["kind"], kind)

    def test_an_archive_is_not_an_office_file(self):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("план.txt", "план")
        params = self.assertProblem("not_office", stream.getvalue())
        self.assertEqual(params["kind"], "archive")

    def test_a_presentation_has_no_plan(self):
        slides = b'<p:presentation xmlns:p="urn:p"/>'
        data = with_part(word([["а"]]), DOCUMENT, lambda _old: slides)
        params = self.assertProblem("not_office", data)
        self.assertEqual(params["kind"], "presentation")

    def test_empty_file_and_empty_tables(self):
        self.assertProblem("empty", b"")
        self.assertProblem("no_table", word([[""]]))
        self.assertProblem("no_table", word(above=["Только текст"]))
        self.assertProblem("no_table", excel({"Лист1": []}), "а.xlsx")

    def test_too_big(self):
        params = self.assertProblem("too_big", b"PK" * 60, max_size=100)
        self.assertEqual((params["size"], params["limit"]), (120, 100))

    def test_cut_short_and_damaged(self):
        data = word([["а"]])
        for end in (10, len(data) // 2, len(data) - 10):
            self.assertProblem("broken", data[:end])
        self.assertProblem("broken", with_part(data, DOCUMENT, lambda xml: xml[:-40]))
        without_body = with_part(
            data, DOCUMENT, lambda xml: xml.replace(b"w:body", b"w:else")
        )
        self.assertProblem("broken", without_body)

    def test_password(self):
        locked = (FILES / "locked.docx").read_bytes()
        self.assertProblem("password", locked, "закрыт.docx")

    def test_doctype_is_refused(self):
        bomb = b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'

        def with_doctype(xml):
            end = xml.index(b"?>") + 2
            return xml[:end] + bomb + xml[end:]

        self.assertProblem("dtd", with_part(word([["а"]]), DOCUMENT, with_doctype))
        for part in (SHEET, "xl/workbook.xml", "_rels/.rels"):
            data = excel({"П": [["а"]]})
            data = with_part(
                data, part, lambda xml: b"<?xml version='1.0'?>" + bomb + xml
            )
            self.assertProblem("dtd", data)

    def test_doctype_in_another_encoding_is_refused(self):
        xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16")
        self.assertProblem("dtd", with_part(word([["а"]]), DOCUMENT, lambda _old: xml))

    def test_zip_bombs(self):
        data = word([["а"]])
        zeros = with_part(data, DOCUMENT, lambda xml: xml + b" " * 30_000_000)
        self.assertLess(len(zeros), 100_000)
        self.assertProblem("zip_bomb", zeros)
        self.assertProblem("zip_bomb", data, max_unpacked=1000)
        self.assertProblem("zip_bomb", data, max_entries=3)
        self.assertProblem("zip_bomb", data, max_part=100)

    def test_sizes_in_the_header_may_lie(self):
        data = word([["а" * 5000]])
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = package.getinfo(DOCUMENT).file_size
        lie = data.replace(struct.pack("<L", size), struct.pack("<L", 100))
        self.assertNotEqual(lie, data)
        self.assertProblem("broken", lie)

    def test_locked_zip_and_strange_compression(self):
        def with_flag(offset, value):
            data = bytearray(word([["а"]]))
            start = data.index(b"PK\x01\x02")
            data[start + offset] = value
            return bytes(data)

        self.assertProblem("password", with_flag(8, 0x01))
        self.assertProblem("broken", with_flag(10, 99))

    def test_what_lies_outside_the_file_is_never_read(self):
        data = word([["а"]])

        def outside(xml):
            return xml.replace(
                b'Target="word/document.xml"',
                b'TargetMode="External" Target="http://127.0.0.1:1/word/document.xml"',
            )

        self.assertProblem("not_office", with_part(data, "_rels/.rels", outside))

    def test_checksum_is_checked(self):
        data = word([["а"]])
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            checksum = zlib.crc32(package.read(DOCUMENT))
        wrong = data.replace(struct.pack("<L", checksum), struct.pack("<L", 1))
        self.assertProblem("broken", wrong)


@tagged("-at_install", "post_install")
class TestOldFormats(TablesCase):
    def setUp(self):
        super().setUp()
        if not office.office_path():
            self.skipTest("LibreOffice is not installed")

    def test_old_word_formats(self):
        rows = [["Месяц", "Что"], ["май", "ВПР\nОГЭ"], ["", "Итоги"]]
        data = word(rows, merged=[(1, 0, 2, 0)])
        for extension in ("doc", "odt", "rtf"):
            old = office.convert(data, "docx", extension)
            table = self.read_one(old, f"план.{extension}")
            self.assertEqual(texts(table)[1:], [["май", "ВПР\nОГЭ"], ["май", "Итоги"]])

    def test_old_excel_formats(self):
        data = excel({"План": [["Месяц", "Что"], ["май", 5]]})
        for extension in ("xls", "ods"):
            old = office.convert(data, "xlsx", extension)
            table = self.read_one(old, f"план.{extension}")
            self.assertEqual(texts(table), [["Месяц", "Что"], ["май", "5"]])

    def test_password_in_an_old_file(self):
        old = bytearray(office.convert(word([["а"]]), "docx", "doc"))
        entry = old.index("WordDocument\0".encode("utf-16-le"))
        sector = int.from_bytes(old[entry + 116 : entry + 120], "little")
        old[(sector + 1) * 512 + 11] |= 0x01
        self.assertProblem("password", bytes(old), "план.doc")

    def test_a_hanging_office_is_stopped(self):
        with self.assertRaises(FileProblem) as caught:
            office.convert(word([["а"]]), "docx", "doc", timeout=0.05)
        self.assertEqual(caught.exception.code, "convert_timeout")

    def test_office_fetches_nothing(self):
        asked = []

        class Server(BaseHTTPRequestHandler):
            def parse_request(self):
                asked.append(self.raw_requestline)
                return False

        server = HTTPServer(("127.0.0.1", 0), Server)
        Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        address = f"http://127.0.0.1:{server.server_port}/picture.png"
        old = with_part(
            office.convert(word([["а"]]), "docx", "odt"),
            "content.xml",
            lambda xml: xml.replace(
                b"<text:sequence-decls>", PICTURE % address.encode()
            ),
        )
        self.assertIn(address, part_text(old, "content.xml"))
        self.assertEqual(texts(self.read_one(old, "план.odt")), [["а"]])
        self.assertFalse(asked)

    def test_what_office_cannot_read(self):
        self.assertProblem("convert_failed", b"{\\rtf", "план.rtf")

    def test_two_at_once_do_not_meet(self):
        data = word([["а"]])
        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(lambda _n: office.convert(data, "docx", "odt"), "12"))
        self.assertTrue(all(done))
