import { Component, onMounted, onWillUnmount, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

/**
 * The bar of a pack of papers: asks the server for piece after piece while it is shown.
 * No standard view calls a method again and again; closed, it goes on when reopened.
 */
export class BatchProgress extends Component {
    static template = "vsoko_module.BatchProgress";
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        const { done_count, all_count, state } = this.props.record.data;
        this.progress = useState({
            done: done_count,
            all: all_count,
            ready: state === "ready",
        });
        this.isShown = true;
        onMounted(() => this.goOn());
        onWillUnmount(() => (this.isShown = false));
    }

    get percent() {
        return this.progress.all ? (100 * this.progress.done) / this.progress.all : 0;
    }

    async goOn() {
        while (this.isShown && !this.progress.ready) {
            const step = await this.orm.call("vsoko.document.batch", "action_step", [
                this.props.record.resId,
            ]);
            Object.assign(this.progress, step);
        }
        if (this.isShown && this.props.record.data.state !== "ready") {
            await this.props.record.load();
        }
    }
}

registry.category("view_widgets").add("vsoko_batch_progress", {
    component: BatchProgress,
    fieldDependencies: [
        { name: "done_count", type: "integer" },
        { name: "all_count", type: "integer" },
        { name: "state", type: "selection" },
    ],
});
