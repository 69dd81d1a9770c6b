import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { formatFloat } from "@web/core/utils/numbers";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

const WIDTH = 96;
const HEIGHT = 24;
const MARGIN = 4;

/**
 * How a value moved over periods, in a cell of a list: no standard widget draws a line
 * of the points a Json field holds: `[{label, value, light}]`, an absent value breaks
 * the line and is not a zero.
 */
export class Sparkline extends Component {
    static template = "vsoko_module.Sparkline";
    static props = { ...standardFieldProps };

    setup() {
        this.width = WIDTH;
        this.height = HEIGHT;
    }

    get series() {
        return this.props.record.data[this.props.name] || [];
    }

    get title() {
        return this.series
            .map(({ label, value }) => `${label}: ${this.shown(value)}`)
            .join("\n");
    }

    get points() {
        const known = this.series.map(({ value }) => value).filter(this.isKnown);
        const low = Math.min(...known);
        const spread = Math.max(...known) - low;
        const step = (WIDTH - 2 * MARGIN) / Math.max(this.series.length - 1, 1);
        const room = HEIGHT - 2 * MARGIN;
        return this.series.map(({ value, light }, index) => ({
            x: MARGIN + index * step,
            y: HEIGHT - MARGIN - (spread ? (value - low) / spread : 0.5) * room,
            light: light || "none",
            isKnown: this.isKnown(value),
        }));
    }

    /** Points in a row that are known, as SVG polylines. */
    get lines() {
        const lines = [[]];
        for (const point of this.points) {
            if (point.isKnown) {
                lines.at(-1).push(`${point.x},${point.y}`);
            } else {
                lines.push([]);
            }
        }
        return lines.filter((line) => line.length).map((line) => line.join(" "));
    }

    get last() {
        return this.points.findLast((point) => point.isKnown);
    }

    isKnown(value) {
        return typeof value === "number";
    }

    shown(value) {
        return this.isKnown(value)
            ? formatFloat(value, { digits: [16, 2], trailingZeros: false })
            : "–";
    }
}

registry.category("fields").add("vsoko_sparkline", {
    component: Sparkline,
    displayName: _t("Line of values"),
    supportedTypes: ["json"],
});
