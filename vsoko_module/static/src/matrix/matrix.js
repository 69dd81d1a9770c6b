import { Component, onWillStart, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { SIGNS } from "../light/light";

const LAYOUTS = [
    { id: "periods", name: _t("Indicators and periods") },
    { id: "classes", name: _t("Indicators and classes") },
    { id: "subjects", name: _t("Classes and subjects") },
];
const MOVES = {
    Enter: [1, 0],
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
};

/**
 * The sheet of figures: no standard view has indicators in rows, periods in columns and
 * takes a block of cells pasted from Excel. What is typed is saved when the cell is left.
 */
export class Matrix extends Component {
    static template = "vsoko_module.Matrix";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.table = useRef("table");
        this.layouts = LAYOUTS;
        this.state = useState({ sheet: null, errors: {}, drafts: {}, saving: 0 });
        const { layout, framework_id, period_id, indicator_id } = {
            ...this.props.action.context,
            ...this.props.action.params,
        };
        this.chosen = { layout: layout || "periods", framework_id, period_id, indicator_id };
        onWillStart(() => this.load());
    }

    get sheet() {
        return this.state.sheet;
    }

    async load(choice = {}) {
        Object.assign(this.chosen, choice);
        const { layout, framework_id, period_id, indicator_id } = this.chosen;
        const sheet = await this.orm.call("vsoko.matrix", "load", [
            layout,
            framework_id || null,
            period_id || null,
            indicator_id || null,
        ]);
        Object.assign(this.chosen, {
            framework_id: sheet.framework_id,
            period_id: sheet.period_id,
            indicator_id: sheet.indicator_id,
        });
        Object.assign(this.state, { sheet, errors: {}, drafts: {} });
    }

    choose(name, ev) {
        return this.load({ [name]: Number(ev.target.value) });
    }

    key(row, column) {
        return `${row.id}:${column.id}`;
    }

    cell(row, column) {
        return this.sheet.cells[this.key(row, column)] || {};
    }

    shown(row, column) {
        const key = this.key(row, column);
        return key in this.state.drafts ? this.state.drafts[key] : this.cell(row, column).entry || "";
    }

    error(row, column) {
        return this.state.errors[this.key(row, column)] || "";
    }

    sign(row, column) {
        return SIGNS[this.cell(row, column).light] || "";
    }

    hint(row, column) {
        const cell = this.cell(row, column);
        const said = [this.error(row, column), cell.text, cell.comment];
        if (cell.needs_cause) {
            said.push(_t("Red, the cause is not named yet"));
        }
        return said.filter(Boolean).join("\n");
    }

    isReadonly(row, column) {
        return !this.sheet.may_edit || column.is_closed || Boolean(row.reason);
    }

    /** The school's figure as classes give it: parts of shares, sums, means. */
    total(row) {
        const cells = this.sheet.columns.map((column) => this.cell(row, column));
        const filled = cells.filter((cell) => cell.is_filled);
        if (!filled.length || ["text", "choice", "yes_no"].includes(row.kind)) {
            return "";
        }
        const sum = (name) => filled.reduce((all, cell) => all + cell[name], 0);
        if (row.kind === "share") {
            const base = sum("denominator");
            return `${sum("numerator")} (${this.round((sum("numerator") * 100) / base)} %)`;
        }
        return this.round(row.kind === "number" ? sum("value") : sum("value") / filled.length);
    }

    round(value) {
        return String(Math.round((value + Number.EPSILON) * 10) / 10).replace(".", ",");
    }

    onInput(row, column, ev) {
        this.state.drafts[this.key(row, column)] = ev.target.value;
    }

    async onChange(row, column, ev) {
        await this.save([{ row: row.id, column: column.id, entry: ev.target.value }]);
    }

    onKeydown(row, column, ev) {
        if (ev.key === "Escape") {
            this.forget(row, column);
            ev.target.value = this.shown(row, column);
        } else if (ev.key in MOVES) {
            ev.preventDefault();
            this.focus(ev.target, ...MOVES[ev.key]);
        }
    }

    forget(row, column) {
        delete this.state.drafts[this.key(row, column)];
        delete this.state.errors[this.key(row, column)];
    }

    focus(input, down, right) {
        const { row, column } = input.dataset;
        const place = `[data-row="${Number(row) + down}"][data-column="${Number(column) + right}"]`;
        input.blur();
        this.table.el.querySelector(`input${place}`)?.focus();
    }

    get editable() {
        return this.sheet.rows.filter((row) => !row.group);
    }

    /** A block copied from Excel fills the cells to the right and below. */
    async onPaste(row, column, ev) {
        const text = ev.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
        if (!/[\t\n]/.test(text)) {
            return;
        }
        ev.preventDefault();
        const rows = this.editable.slice(this.editable.indexOf(row));
        const columns = this.sheet.columns.slice(this.sheet.columns.indexOf(column));
        const changes = [];
        text.split(/\r?\n/).forEach((line, down) => {
            line.split("\t").forEach((entry, right) => {
                const [one, other] = [rows[down], columns[right]];
                if (one && other && !this.isReadonly(one, other)) {
                    changes.push({ row: one.id, column: other.id, entry });
                }
            });
        });
        await this.save(changes);
    }

    async save(changes) {
        this.state.saving += 1;
        try {
            const { cells, errors } = await this.orm.call("vsoko.matrix", "save", [
                this.chosen.layout,
                { period_id: this.chosen.period_id, indicator_id: this.chosen.indicator_id },
                changes,
            ]);
            this.take(changes, cells, errors);
        } finally {
            this.state.saving -= 1;
        }
    }

    take(changes, cells, errors) {
        for (const { row, column, entry } of changes) {
            const key = `${row}:${column}`;
            delete this.state.errors[key];
            delete this.state.drafts[key];
            if (errors[key]) {
                this.state.errors[key] = errors[key];
                this.state.drafts[key] = entry;
            }
        }
        Object.assign(this.sheet.cells, cells);
        const wrong = Object.values(errors);
        if (wrong.length) {
            this.notification.add(wrong.join("\n"), {
                title: _t("Not taken: mend what is marked red"),
                type: "danger",
            });
        }
    }

    async openFigure(row, column) {
        const cell = this.cell(row, column);
        if (cell.id) {
            await this.action.doAction(
                {
                    type: "ir.actions.act_window",
                    res_model: "vsoko.measurement",
                    res_id: cell.id,
                    views: [[false, "form"]],
                    target: "new",
                },
                { onClose: () => this.load() }
            );
        }
    }

    async collect() {
        const problems = await this.orm.call("vsoko.matrix", "collect", [
            this.chosen.framework_id,
            this.chosen.period_id,
        ]);
        await this.load();
        this.notification.add(problems.join("\n"), { type: "info" });
    }
}

registry.category("actions").add("vsoko_matrix", Matrix);
