import { Component, onWillStart, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

/**
 * The cyclogram as schools draw it: directions × months, each line of the plan in its
 * cell. No standard view shows the names of records in a cross table.
 */
export class Cyclogram extends Component {
    static template = "vsoko_module.Cyclogram";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.display = { controlPanel: {} };
        this.state = useState({ plans: [], planId: false, data: null });
        onWillStart(() => this.loadPlans());
    }

    get groups() {
        return this.state.data.groups;
    }

    async loadPlans() {
        this.state.plans = await this.orm.searchRead(
            "vsoko.plan",
            [["is_template", "=", false]],
            ["display_name"],
            { order: "is_published desc, id desc" }
        );
        const asked = this.props.action.params?.plan_id || this.props.state?.planId;
        const planId = asked || this.state.plans[0]?.id;
        if (planId) {
            await this.loadPlan(planId);
        }
    }

    async loadPlan(planId) {
        this.state.planId = planId;
        this.state.data = await this.orm.call("vsoko.plan", "get_cyclogram", [[planId]]);
    }

    onPlanChange(ev) {
        return this.loadPlan(parseInt(ev.target.value));
    }

    openLine(line) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "vsoko.procedure",
            res_id: line.id,
            views: [[false, "form"]],
        });
    }

    openPlans() {
        return this.action.doAction("vsoko_module.vsoko_plan_action");
    }

    lineClass(line) {
        if (line.overdue) {
            return "o_vsoko_overdue";
        }
        return `o_vsoko_${line.state}`;
    }
}

registry.category("actions").add("vsoko_cyclogram", Cyclogram);
