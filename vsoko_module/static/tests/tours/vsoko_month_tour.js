import { registry } from "@web/core/registry";
import { stateIs } from "@vsoko_module/../tests/tours/vsoko_tour_steps";

// A month of the year as each role lives it; the clock of the server is set by the test.

const card = (name) => `.o_kanban_record:contains(${name})`;

const explain = (reason) => [
    {
        content: "Say why",
        trigger: ".modal [name='reason'] textarea",
        run: `edit ${reason}`,
    },
    {
        content: "Confirm",
        trigger: ".modal button[name='action_confirm']",
        run: "click",
    },
];

registry.category("web_tour.tours").add("vsoko_month_teacher", {
    steps: () => [
        {
            content: "What is due today: hand in right from the card",
            trigger: `${card("Стартовые работы")} button[name='action_hand_in']`,
            run: "click",
        },
        {
            content: "Give a link to the paper",
            trigger: ".modal [name='url'] input",
            run: "edit https://example.ru/spravka",
        },
        {
            content: "Hand in: the third tap",
            trigger: ".modal button[name='action_confirm']",
            run: "click",
        },
        {
            content: "It has left my work, tick the step that is mine",
            trigger: `.o_kanban_view:not(:has(${card("Стартовые работы")})) ${card(
                "Проверить тетради"
            )} button[name='action_tick']`,
            run: "click",
        },
        {
            content: "It has left too",
            trigger: `.o_kanban_view:not(:has(${card("Проверить тетради")}))`,
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_month_deputy", {
    steps: () => [
        {
            content: "What the teacher has handed in waits for review",
            trigger: card("Стартовые работы"),
            run: "click",
        },
        stateIs("done"),
        {
            content: "Look at the papers",
            trigger: ".o_notebook_headers .nav-link[name='papers']",
            run: "click",
        },
        {
            content: "The paper is there",
            trigger: "[name='evidence_ids'] .o_data_row:contains(example.ru)",
        },
        {
            content: "Accept it",
            trigger: "button[name='action_review']",
            run: "click",
        },
        stateIs("reviewed"),
        {
            content: "Back to my work",
            trigger: ".o_breadcrumb .o_back_button, .breadcrumb-item a",
            run: "click",
        },
        {
            content: "My own line is late",
            trigger: card("Анализ журналов"),
            run: "click",
        },
        {
            content: "Postpone it",
            trigger: ".o_statusbar_buttons button:contains(Перенести)",
            run: "click",
        },
        {
            content: "To another day",
            trigger: ".modal .o_field_widget[name='date_end'] button",
            run: "click",
        },
        {
            content: "The end of the month",
            trigger: ".modal .o_field_widget[name='date_end'] input",
            run: "edit 30.11.2023 && press Enter",
        },
        ...explain("Карантин в двух классах"),
        {
            content: "It is written down",
            trigger: "button[name='action_view_changes'] .o_stat_value:contains(/^1$/)",
            run: "click",
        },
        {
            content: "With the days before and the reason",
            trigger: ".o_data_row:contains(10.11.2023):contains(Карантин в двух классах)",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_month_director", {
    steps: () => [
        {
            content: "What is late in the school is a task of mine",
            trigger: ".o_menu_systray .fa-clock-o",
            run: "click",
        },
        {
            content: "Open the procedures that are late",
            trigger: ".o-mail-ActivityGroup",
            run: "click",
        },
        {
            content: "There is the one of the teacher who is late",
            trigger: ".o_data_row:contains(Не сданный отчёт) td[name='name']",
            run: "click",
        },
        {
            content: "The task says since when, and the line says what is missing",
            trigger: ".o-mail-Activity:contains(10.11.2023)",
        },
        {
            content: "What is missing is named",
            trigger: ".o_field_widget[name='missing_outcome_ids']:contains(Отчёт)",
        },
    ],
});
