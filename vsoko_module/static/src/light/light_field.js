import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

// A sign beside the colour: a light is read on a black-and-white print, too.
const SIGNS = { green: "✓", yellow: "!", red: "✗" };

/** The traffic light of a figure: a coloured sign and the words of the selection. */
export class LightField extends Component {
    static template = "vsoko_module.LightField";
    static props = { ...standardFieldProps };

    get value() {
        return this.props.record.data[this.props.name];
    }

    get sign() {
        return SIGNS[this.value];
    }

    get label() {
        const { selection } = this.props.record.fields[this.props.name];
        return Object.fromEntries(selection)[this.value];
    }
}

registry.category("fields").add("vsoko_light", {
    component: LightField,
    supportedTypes: ["selection"],
});
