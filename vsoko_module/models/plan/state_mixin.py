from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

# Talk about a record and tasks of it: no change of what it says
TALK_FIELDS = {
    "activity_ids",
    "activity_user_id",
    "message_follower_ids",
    "message_ids",
    "message_main_attachment_id",
}


class VsokoStateMixin(models.AbstractModel):
    """States with allowed moves as data: buttons and the server read one table.

    ``_moves`` is ``{state: {next state: xml id of the group that may}}``; the first
    state of the table is the only one a new record may have.
    """

    _name = "vsoko.state.mixin"
    _description = "States with allowed moves"

    _moves: dict[str, dict[str, str]] = {}
    # What only methods of the model set: a client that writes them is refused.
    _own_fields: set[str] = set()

    next_states = fields.Json(
        compute="_compute_next_states",
        exportable=False,
        export_string_translation=False,
    )

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_next_states(self):
        writable = self._origin._filtered_access("write")
        for record in self:
            mine = record._origin in writable
            moves = self._moves.get(record.state, {}) if mine else {}
            record.next_states = [
                state for state, group in moves.items() if self._may(group)
            ]

    @api.model_create_multi
    def create(self, vals_list):
        first = next(iter(self._moves))
        if not self.env.su and any(v.get("state", first) != first for v in vals_list):
            raise UserError(
                self.env._("A new record starts in the state «%s».", self._label(first))
            )
        for vals in vals_list:
            self._check_own_fields(vals)
        return super().create(vals_list)

    def write(self, vals):
        self._check_own_fields(vals)
        if "state" not in vals:
            return super().write(vals)
        moving = self.filtered(lambda record: record.state != vals["state"])
        moving._check_move(vals["state"])
        result = super().write(vals)
        if moving:
            moving._entered(vals["state"])
        return result

    def _move_to(self, state):
        return self.write({"state": state})

    def _entered(self, state):
        """What follows from entering ``state``: ``_entered_<state>``, where it is."""
        if follow := getattr(self, f"_entered_{state}", None):
            follow()

    def _check_own_fields(self, vals):
        names = self._own_fields & vals.keys()
        if names and not self.env.su:
            raise AccessError(
                self.env._(
                    "«%s» is set by the buttons only.",
                    ", ".join(
                        self._fields[name]._description_string(self.env)
                        for name in sorted(names)
                    ),
                )
            )

    def _check_move(self, state):
        """Refuse a move that the table does not know or this user may not make."""
        for record in self:
            moves = self._moves[record.state]
            if state not in moves:
                raise UserError(
                    self.env._(
                        "«%(name)s»: from «%(old)s» one cannot go to «%(new)s».",
                        name=record.display_name,
                        old=self._label(record.state),
                        new=self._label(state),
                    )
                )
            if not self._may(moves[state]):
                raise AccessError(
                    self.env._(
                        "«%(name)s»: only «%(group)s» may set the state «%(new)s».",
                        name=record.display_name,
                        # sudo: the name of a group is no secret, its record is
                        group=self.env.ref(moves[state]).sudo().name,
                        new=self._label(state),
                    )
                )

    def _may(self, group):
        return self.env.su or self.env.user.has_group(group)

    def _label(self, state):
        return dict(self._fields["state"]._description_selection(self.env))[state]
