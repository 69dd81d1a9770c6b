from odoo import http
from odoo.http import request
from odoo.tools import consteq


class Digest(http.Controller):
    """The letter of the week is switched off by the link in it, without a login."""

    @http.route(
        "/vsoko/digest/<int:user_id>/<string:token>",
        type="http",
        auth="public",
        methods=["GET", "POST"],
    )
    def switch_off(self, user_id, token, **_post):
        # sudo: the signature of the link stands for the person; one flag is written
        user = request.env["res.users"].sudo().browse(user_id).exists()
        if not user or not consteq(request.env["vsoko.digest"]._token(user), token):
            raise request.not_found()
        # Programs that look at links in letters only GET: the click is a POST
        is_done = request.httprequest.method == "POST"
        if is_done:
            user.vsoko_digest = False
        words = request.env["ir.ui.view"].with_context(lang=user.lang)
        return request.make_response(
            words._render_template("vsoko_module.digest_off", {"is_done": is_done})
        )
