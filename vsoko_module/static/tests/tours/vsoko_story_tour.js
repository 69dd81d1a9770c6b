import { registry } from "@web/core/registry";
import {
    chooseFile,
    countIs,
    openApp,
    openMenu,
    stateIs,
} from "@vsoko_module/../tests/tours/vsoko_tour_steps";
import { stepUtils } from "@web_tour/tour_utils";

// Served by the test: the file that the deputy head has on her computer.
const PLAN_FILE = "/vsoko/tour/school-cyclogram-2023-24.docx";

registry.category("web_tour.tours").add("vsoko_story_deputy", {
    steps: () => [
        ...openApp(),
        ...openMenu("vsoko_menu_plans_root", "vsoko_menu_import"),
        chooseFile("file", PLAN_FILE),
        {
            content: "The file is chosen, look at how it is understood",
            trigger: ".o_form_view:has([name='file'] .o_input) button[name='action_preview']",
            run: "click",
        },
        countIs("ok_count", 87),
        countIs("warning_count", 1),
        countIs("error_count", 0),
        {
            content: "One role is unknown",
            trigger: ".o_notebook_headers .nav-link[name='phrases']",
            run: "click",
        },
        {
            content: "Say which role it is",
            trigger: "[name='phrase_ids'] .o_data_row td[name='role_ids']",
            run: "click",
        },
        {
            content: "Look it up by its name",
            trigger: "[name='phrase_ids'] td[name='role_ids'] input",
            run: "edit Методист",
        },
        {
            content: "Take the role that is found",
            trigger: ".o-autocomplete--dropdown-item a:contains(/^Методист$/)",
            run: "click",
        },
        {
            content: "The role is chosen, read the file again",
            trigger:
                ".o_form_view:has([name='role_ids'] .o_tag) button[name='action_preview']",
            run: "click",
        },
        countIs("ok_count", 88),
        countIs("warning_count", 0),
        {
            content: "Import",
            trigger: "button[name='action_import']",
            run: "click",
        },
        {
            content: "The procedures are shown by month, go to their plan",
            trigger: ".o_list_view:has(.o_group_header) button[name='action_open_plan']",
            run: "click",
        },
        {
            content: "All procedures are in the plan",
            trigger: "button[name='action_view_procedures'] .o_stat_value:contains(/^88$/)",
        },
        stateIs("draft"),
        {
            content: "Send it to the director",
            trigger: "button[name='action_send']",
            run: "click",
        },
        stateIs("to_approve"),
    ],
});

registry.category("web_tour.tours").add("vsoko_story_director", {
    steps: () => [
        ...openApp(),
        ...openMenu("vsoko_menu_plans_root", "vsoko_menu_plans"),
        {
            content: "Open the plan that waits",
            trigger: ".o_list_view .o_data_row td[name='name']",
            run: "click",
        },
        stateIs("to_approve"),
        {
            content: "Approve it",
            trigger: "button[name='action_approve']",
            run: "click",
        },
        stateIs("approved"),
    ],
});

registry.category("web_tour.tours").add("vsoko_story_teacher", {
    steps: () => [
        stepUtils.showAppsMenuItem(),
        {
            content: "Open Odoo's own calendar",
            trigger: ".o_app[data-menu-xmlid='calendar.mail_menu_calendar']",
            run: "click",
        },
        {
            content: "Her task is there, look at it",
            trigger: ".o_calendar_view .fc-event",
            run: "click",
        },
        {
            content: "What it is about",
            trigger: ".o_cw_popover",
        },
        ...openApp(),
        ...openMenu("vsoko_menu_work", "vsoko_menu_my"),
        {
            content: "Open the first of her procedures",
            trigger: ".o_list_view .o_data_row td[name='name']",
            run: "click",
        },
        {
            content: "She reports and does not plan: the name is not hers to change",
            trigger: ".o_form_view .oe_title [name='name'].o_readonly_modifier",
        },
        {
            // One click opens the row and ticks: a second one would take the tick away
            content: "Tick the first step",
            trigger: "[name='step_ids'] .o_data_row td[name='is_done']",
            run: "click",
        },
        {
            content: "It is marked, save",
            trigger:
                ".o_form_view:has([name='step_ids'] input:checked) .o_form_button_save",
            run: "click",
        },
        {
            content: "It is saved, begin the procedure",
            trigger: ".o_form_view:has(.o_form_saved) button[name='action_start']",
            run: "click",
        },
        stateIs("in_progress"),
    ],
});

registry.category("web_tour.tours").add("vsoko_screens", {
    steps: () => [
        ...openApp(),
        ...openMenu("vsoko_menu_work", "vsoko_menu_procedures"),
        {
            content: "Procedures as cards",
            trigger: ".o_switch_view.o_kanban",
            run: "click",
        },
        {
            content: "Open a card",
            trigger: ".o_kanban_record:not(.o_kanban_ghost)",
            run: "click",
        },
        {
            content: "From the procedure to its event",
            trigger: ".oe_stat_button[name='action_view_event']",
            run: "click",
        },
        {
            content: "Look at the options of the event",
            trigger: ".o_notebook_headers .nav-link[name='options']",
            run: "click",
        },
        {
            content: "The event names its procedure",
            trigger: ".o_form_view [name='vsoko_procedure_id'] a",
            run: "click",
        },
        {
            content: "From the procedure to its plan",
            trigger: ".oe_stat_button[name='action_view_plan']",
            run: "click",
        },
        {
            content: "From the plan to its cyclogram",
            trigger: ".oe_stat_button[name='action_view_cyclogram']",
            run: "click",
        },
        {
            content: "The cyclogram has a column per month, open a line from its cell",
            trigger: ".o_vsoko_table:has(thead th:nth-child(12)) .o_vsoko_line",
            run: "click",
        },
        {
            content: "It is the procedure",
            trigger: ".o_form_view [name='step_ids'] .o_data_row",
        },
        ...openMenu("vsoko_menu_plans_root", "vsoko_menu_plan_create"),
        {
            content: "A plan from a template",
            trigger: ".modal button[name='action_create_plan']",
            run: "click",
        },
        stateIs("draft"),
        {
            content: "It has come with its procedures",
            trigger: ".o_form_view [name='procedure_ids'] .o_data_row",
        },
    ],
});
