import { registry } from "@web/core/registry";
import {
    choose,
    press,
    pressAbove,
    stateIs,
    write,
} from "@vsoko_module/../tests/tours/vsoko_tour_steps";

// From a red figure to the proved effect, as the deputy, the director and a teacher
// meet it.

const openFirst = (words = "") => ({
    content: "Open the row",
    trigger: `.o_list_view .o_data_row:contains(${words}) td[name='name']`,
    run: "click",
});

registry.category("web_tour.tours").add("vsoko_effect_conclude", {
    steps: () => [
        pressAbove("action_conclude"),
        {
            content: "The figure is there",
            trigger: "[name='entry'] input:value(52)",
        },
        pressAbove("action_agree"),
        {
            content: "Not without a cause",
            trigger: ".modal:contains(выберите причину)",
        },
        {
            content: "Understood",
            trigger: ".modal-footer button",
            run: "click",
        },
        ...choose("cause_id", "Кадры"),
        write("cause_note", "Два месяца не было учителя математики", "textarea"),
        write("recommendation", "Провести занятия по теме «Дроби» в 7Б", "textarea"),
        ...choose("addressee_ids", "Учителева"),
        write("term_text", "до 15 ноября"),
        ...choose("repeat_method_id", "Наблюдение"),
        ...choose("repeat_employee_ids", "Завучева"),
        write("repeat_criterion", "Не меньше 60 % справились"),
        pressAbove("action_agree"),
        stateIs("agreed"),
        pressAbove("action_order"),
        press("action_create", ".modal"),
        {
            content: "The order asks the teacher",
            trigger: "body:not(:has(.modal)) [name='item_ids'], .nav-link:contains(Пункты)",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_effect_sign", {
    steps: () => [
        pressAbove("action_approve"),
        stateIs("approved"),
        pressAbove("action_register"),
        {
            content: "It will get a number and stay as it is",
            trigger: ".modal .btn-primary",
            run: "click",
        },
        stateIs("registered"),
        {
            content: "The order has decided something",
            trigger: "button[name='action_view_decisions']",
            run: "click",
        },
        {
            content: "Its decision is adopted",
            trigger: ".o_data_row:contains(Дроби)",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_effect_report", {
    steps: () => [
        openFirst("Дроби"),
        pressAbove("action_start"),
        stateIs("in_progress"),
        {
            content: "Say how far it is",
            trigger: "[name='review_ids'] .o_field_x2many_list_row_add a",
            run: "click",
        },
        {
            content: "In words",
            trigger: "[name='review_ids'] .o_selected_row [name='note'] textarea",
            run: "edit Проведено четыре занятия",
        },
        pressAbove("action_done"),
        stateIs("done"),
    ],
});

registry.category("web_tour.tours").add("vsoko_effect_judge", {
    steps: () => [
        openFirst("Дроби"),
        pressAbove("action_check_effect"),
        {
            content: "The figure before is kept",
            trigger: "[name='before_entry'] input:value(52)",
        },
        write("after_entry", "61"),
        pressAbove("action_judge"),
        stateIs("judged"),
        {
            content: "The verdict follows from the figures",
            trigger: "[name='verdict']:contains(Достигнут)",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_effect_confirm", {
    steps: () => [
        openFirst("Дроби"),
        pressAbove("action_verify"),
        stateIs("verified"),
        {
            content: "Back to the conclusion",
            trigger: "button[name='action_view_finding']",
            run: "click",
        },
        stateIs("closed"),
    ],
});
