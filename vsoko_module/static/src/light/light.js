import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** A colour is never told by the colour alone: each has a sign that prints in black. */
export const SIGNS = { green: "✓", yellow: "!", red: "✗" };

/**
 * A traffic light in a list: a coloured dot with its sign; the words are in the hint.
 */
export class Light extends Component {
    static template = "vsoko_module.Light";
    static props = { ...standardFieldProps };

    get value() {
        return this.props.record.data[this.props.name] || false;
    }

    get sign() {
        return SIGNS[this.value];
    }

    get label() {
        const { selection } = this.props.record.fields[this.props.name];
        return selection.find(([value]) => value === this.value)?.[1] || "";
    }
}

registry.category("fields").add("vsoko_light", {
    component: Light,
    displayName: _t("Traffic light with a sign"),
    supportedTypes: ["selection"],
});
