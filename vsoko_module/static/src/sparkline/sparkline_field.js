import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const WIDTH = 110;
const HEIGHT = 24;
const EDGE = 3;

/**
 * A figure over the years as a line in a row. The field is a Json of
 * ``[{label, value, light}]`` in order of time.
 */
export class SparklineField extends Component {
    static template = "vsoko_module.SparklineField";
    static props = { ...standardFieldProps };

    get points() {
        return this.props.record.data[this.props.name] || [];
    }

    get size() {
        return { width: WIDTH, height: HEIGHT };
    }

    get places() {
        const values = this.points.map((point) => point.value);
        const [low, high] = [Math.min(...values), Math.max(...values)];
        const step = (WIDTH - 2 * EDGE) / Math.max(values.length - 1, 1);
        return values.map((value, index) => ({
            x: EDGE + index * step,
            y: HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE),
        }));
    }

    get line() {
        return this.places.map(({ x, y }) => `${x},${y}`).join(" ");
    }

    get last() {
        return this.places.at(-1);
    }

    get title() {
        const said = (value) => String(Math.round(value * 100) / 100).replace(".", ",");
        return this.points.map((one) => `${one.label}: ${said(one.value)}`).join("\n");
    }
}

registry.category("fields").add("vsoko_sparkline", {
    component: SparklineField,
    supportedTypes: ["json"],
});
