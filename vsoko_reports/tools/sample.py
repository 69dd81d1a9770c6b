"""A line of what must be printable, as a document, and read back from its PDF."""

import io
from zipfile import ZIP_STORED, ZipFile

from odoo.tools.pdf import PdfReader

# What has come out as squares in schools: Cyrillic, «№», «ё», «–»
SAMPLE = "Приказ № 1: всё напечатано, 2026–2027"
FONT = "Times New Roman"

MIME = "application/vnd.oasis.opendocument.text"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.2" xmlns:office="{ODF}:office:1.0"
 xmlns:style="{ODF}:style:1.0" xmlns:text="{ODF}:text:1.0"
 xmlns:svg="{ODF}:svg-compatible:1.0">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'{FONT}'"/>
</office:font-face-decls><office:automatic-styles>
<style:style style:name="P" style:family="paragraph">
<style:text-properties style:font-name="F"/></style:style></office:automatic-styles>
<office:body><office:text><text:p text:style-name="P">{SAMPLE}</text:p></office:text>
</office:body></office:document-content>"""
HTML = (
    f'<!DOCTYPE html><meta charset="utf-8"><p style="font-family: {FONT}">{SAMPLE}</p>'
)


def sample_odt():
    package = io.BytesIO()
    with ZipFile(package, "w", ZIP_STORED) as archive:
        archive.writestr("mimetype", MIME)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", CONTENT)
    return package.getvalue()


def is_readable(pdf):
    """Whether a PDF says the line, letter by letter; gaps are the printer's."""
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return "".join(SAMPLE.split()) in "".join(text.split())


def fonts_in(pdf):
    """Names of the fonts inside a PDF, without the mark of a part of a font."""
    names = set()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            names.add(font.get_object()["/BaseFont"][1:].rpartition("+")[2])
    return sorted(names)
