import { registry } from "@web/core/registry";
import { choose, press, stateIs } from "@vsoko_module/../tests/tours/vsoko_tour_steps";

// Figures as a deputy enters them and the evaluation that the director approves.

const cell = (code) => `.o_vsoko_matrix input[aria-label^='${code},']`;

registry.category("web_tour.tours").add("vsoko_quality_matrix", {
    steps: () => [
        {
            content: "The framework of the school",
            trigger: ".o_vsoko_matrix select[name='framework']",
            run: "selectByLabel Наша модель",
        },
        {
            content: "Its sheet is there",
            trigger: ".o_vsoko_matrix td:contains(Показатель 1.1)",
        },
        {
            content: "A share as people write it",
            trigger: cell("1.1"),
            run: "edit 25 из 75 && press Enter",
        },
        {
            content: "A percent that cannot be",
            trigger: cell("1.2"),
            run: "edit 140 && press Enter",
        },
        {
            content: "It is marked and told",
            trigger: ".o_notification:contains(больше 100)",
        },
        {
            content: "Mend it",
            trigger: `.o_vsoko_wrong input[aria-label^='1.2,']`,
            run: "edit 55 && press Enter",
        },
        {
            content: "It is taken and far from the target: look at it",
            trigger: ".o_vsoko_matrix_cell[data-light='red'] .o_vsoko_figure",
            run: "click",
        },
        ...choose("cause_id", "Кадры", ".modal"),
        {
            content: "What exactly",
            trigger: ".modal [name='cause_note'] textarea",
            run: "edit Два месяца не было учителя",
        },
        {
            content: "Keep it",
            trigger: ".modal .o_form_button_save",
            run: "click",
        },
        {
            content: "The cause is there",
            trigger: "body:not(:has(.modal)) .o_vsoko_matrix_cell[data-light='red']",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_quality_deputy", {
    steps: () => [
        ...choose("framework_id", "Наша модель"),
        ...choose("period_id", "Учебный год 2023/24"),
        press("action_collect"),
        {
            content: "Half of the points, all is filled in",
            trigger: ".o_field_widget[name='completeness']:contains(100)",
        },
        {
            content: "What brings the next level soonest",
            trigger: ".nav-link[name='nearest']",
            run: "click",
        },
        {
            content: "It is said how many points are missing",
            trigger: "[name='nearest_text']:contains(не хватает)",
        },
        press("action_send"),
        stateIs("review"),
    ],
});

registry.category("web_tour.tours").add("vsoko_quality_director", {
    steps: () => [
        {
            content: "Open what waits",
            trigger: ".o_list_view .o_data_row td[name='name']",
            run: "click",
        },
        press("action_approve"),
        stateIs("approved"),
    ],
});
