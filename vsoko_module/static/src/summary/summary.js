import { Component, onWillStart, useState } from "@odoo/owl";
import { formatFloat } from "@web/core/utils/numbers";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { SIGNS } from "../light/light";

// What a part of a bar is drawn with, so that it is told apart in black and white too
const PART_SIGNS = { ...SIGNS, none: "–", done: "✓", progress: "…", planned: "○", overdue: "!" };
const RADIUS = 42;

/**
 * One page of the director: plan, papers, red figures, evaluations, readiness. Standard
 * views show one model each; here every figure opens the list behind it.
 */
export class Summary extends Component {
    static template = "vsoko_module.Summary";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.display = { controlPanel: {} };
        this.signs = PART_SIGNS;
        this.ring = { radius: RADIUS, length: 2 * Math.PI * RADIUS };
        this.state = useState({ data: null });
        // Whoever comes back from a list sees the period that was chosen
        useSetupAction({
            getLocalState: () => ({ periodId: this.state.data.period_id }),
        });
        onWillStart(() => this.load(this.props.state?.periodId || false));
    }

    /** Nothing planned and nothing measured: the page says what to do first. */
    get isEmpty() {
        const { plan, indicators, evaluations, papers, decisions } = this.state.data;
        const waiting = papers.some((paper) => paper.count) || decisions.total;
        return !plan.total && !indicators.total && !evaluations.length && !waiting;
    }

    async load(periodId) {
        this.state.data = await this.orm.call("vsoko.summary", "data", [periodId]);
    }

    onPeriodChange(ev) {
        return this.load(parseInt(ev.target.value));
    }

    /** Rectangles of a bar 100 wide; a part that is not empty is wide enough to be seen. */
    bar(parts, total) {
        let x = 0;
        return parts
            .filter((part) => part.count)
            .map((part) => {
                const width = (100 * part.count) / total;
                const box = { key: part.key, x, width, label: part.label };
                x += width;
                return box;
            });
    }

    text(parts) {
        return parts.map((part) => `${part.label}: ${part.count}`).join(", ");
    }

    shown(value, digits = 1) {
        return formatFloat(value, { digits: [16, digits], trailingZeros: false });
    }

    change(value) {
        const sign = value > 0 ? "+" : value < 0 ? "−" : "";
        return sign + this.shown(Math.abs(value));
    }

    open(target) {
        if (target.action) {
            return this.action.doAction(target.action);
        }
        const views = target.id ? ["form"] : ["list", "form"];
        return this.action.doAction({
            type: "ir.actions.act_window",
            name: target.name,
            res_model: target.model,
            res_id: target.id,
            domain: target.domain,
            views: views.map((view) => [false, view]),
        });
    }

    print() {
        window.print();
    }
}

registry.category("actions").add("vsoko_summary", Summary);
