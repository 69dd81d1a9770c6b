import { registry } from "@web/core/registry";
import { choose, press, stateIs } from "@vsoko_module/../tests/tours/vsoko_tour_steps";

// A paper as each role meets it: written by the deputy, registered, read by a teacher.

registry.category("web_tour.tours").add("vsoko_paper_deputy", {
    steps: () => [
        {
            content: "A new document",
            trigger: ".o_control_panel button:contains(Новый документ)",
            run: "click",
        },
        ...choose("kind_id", "Приказ по основной", ".modal"),
        ...choose("text_id", "Проведение процедуры", ".modal"),
        ...choose("procedure_id", "Стартовые работы", ".modal"),
        press("action_create", ".modal"),
        {
            content: "What is missing is said",
            trigger: ".alert:contains(без срока)",
        },
        {
            content: "To the items",
            trigger: ".nav-link:contains(Пункты)",
            run: "click",
        },
        {
            content: "The people stand in the dative",
            trigger: "[name='item_ids'] td:contains(Читателевой)",
        },
        {
            content: "The item without a term",
            trigger: "[name='item_ids'] tr:contains(аналитическую) [name='term_text']",
            run: "click",
        },
        {
            content: "By when",
            trigger: "[name='item_ids'] .o_selected_row [name='term_text'] input",
            run: "edit до 20 мая",
        },
        press("action_send"),
        {
            content: "Sent",
            trigger: "button[name='action_send']:contains(Отправить заново)",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_paper_director", {
    steps: () => [
        {
            content: "A paper waits for my signature",
            trigger: ".o_kanban_record:contains(Стартовые работы)",
            run: "click",
        },
        press("action_approve"),
        stateIs("approved"),
        press("action_register"),
        {
            content: "It cannot be changed any more: yes",
            trigger: ".modal button.btn-primary",
            run: "click",
        },
        {
            content: "It has its number",
            trigger: "[name='number']:contains(1-ОД)",
        },
        {
            content: "To the files",
            trigger: ".nav-link:contains(Файлы)",
            run: "click",
        },
        press("action_verify"),
        {
            content: "They are those that were registered",
            trigger: ".o_notification:contains(в точности те)",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_paper_teacher", {
    steps: () => [
        {
            content: "A paper to read",
            trigger: ".o_kanban_record:contains(1-ОД)",
            run: "click",
        },
        press("action_acknowledge_mine"),
        {
            content: "Read",
            trigger: ".o_form_view:not(:has(button[name='action_acknowledge_mine']))",
        },
        {
            content: "To the items",
            trigger: ".nav-link:contains(Пункты)",
            run: "click",
        },
        {
            content: "Mine is carried out",
            trigger: "tr:contains(обеспечить) button[name='action_done']",
            run: "click",
        },
        {
            content: "It is ticked",
            trigger: "tr:contains(обеспечить) button[name='action_undo']",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_paper_pack", {
    steps: () => [
        {
            content: "Of the plan",
            trigger: ".modal label:contains(По плану)",
            run: "click",
        },
        ...choose("plan_id", "План", ".modal"),
        press("action_begin", ".modal"),
        {
            content: "The bar comes to its end",
            trigger: ".modal .o_vsoko_batch:contains(1 из 1)",
        },
        {
            content: "It can be downloaded",
            trigger: ".modal button[name='action_download']",
        },
    ],
});
