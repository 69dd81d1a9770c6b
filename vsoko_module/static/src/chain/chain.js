import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const ICONS = { met: "fa-check", hole: "fa-times", waiting: "fa-clock-o" };
const WORDS = {
    met: _t("In place"),
    hole: _t("Missing"),
    waiting: _t("Not due yet"),
};

/**
 * The chain of a folder as a picture: boxes of stages with arrows, and a table of
 * problems by stages. A click opens the rows of a stage or the place of a hole.
 */
export class Chain extends Component {
    static template = "vsoko_module.Chain";
    static props = { ...standardFieldProps };

    setup() {
        this.action = useService("action");
        this.orm = useService("orm");
        this.icons = ICONS;
        this.words = WORDS;
    }

    get picture() {
        return this.props.record.data[this.props.name] || {};
    }

    get problems() {
        return this.picture.problems || [];
    }

    openStage(stage) {
        const call = [[this.props.record.resId], stage.id];
        return this.open("vsoko.folder", "action_view_lines", call);
    }

    openCell(cell) {
        return this.open("vsoko.folder.line", "action_open", [[cell.id]]);
    }

    openProblem(problem) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "vsoko.finding",
            res_id: problem.id,
            views: [[false, "form"]],
        });
    }

    async open(model, method, args) {
        this.action.doAction(await this.orm.call(model, method, args));
    }
}

registry.category("fields").add("vsoko_chain", {
    component: Chain,
    displayName: _t("Chain of stages"),
    supportedTypes: ["json"],
});
