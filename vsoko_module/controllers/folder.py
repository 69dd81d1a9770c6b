from tempfile import TemporaryFile

from werkzeug.wsgi import wrap_file

from odoo import http
from odoo.http import content_disposition, request


class Folder(http.Controller):
    """The archive of a folder, sent piece by piece from a file of its own."""

    @http.route(
        "/vsoko/folder/<int:folder_id>",
        type="http",
        auth="user",
        methods=["GET"],
    )
    def download(self, folder_id):
        folder = request.env["vsoko.folder"].browse(folder_id).exists()
        if not folder:
            raise request.not_found()
        file = TemporaryFile()
        # The rights of the reader are checked before the first paper is read
        folder._write_archive(file)
        size = file.tell()
        file.seek(0)
        response = request.make_response(
            wrap_file(request.httprequest.environ, file),
            [
                ("Content-Type", "application/zip"),
                ("Content-Length", size),
                ("Content-Disposition", content_disposition(folder._archive_name())),
            ],
        )
        response.direct_passthrough = True
        response.call_on_close(file.close)
        return response
