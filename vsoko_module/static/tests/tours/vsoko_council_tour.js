import { registry } from "@web/core/registry";
import {
    choose,
    chooseFile,
    countIs,
    press,
    pressAbove,
    stateIs,
} from "@vsoko_module/../tests/tours/vsoko_tour_steps";

// The decisions of last year's file, a council with an agenda put together, the folder
// for an inspector: a day of a deputy head.

// Served by the test: the file that the deputy head has on her computer.
const DECISIONS_FILE = "/vsoko/tour/school-decisions-2023-24.docx";

const agree = () => ({
    content: "Yes, go on",
    trigger: ".modal .btn-primary",
    run: "click",
});

const openTab = (name) => ({
    content: `Open the tab ${name}`,
    trigger: `.o_notebook_headers .nav-link[name='${name}']`,
    run: "click",
});

registry.category("web_tour.tours").add("vsoko_council_import", {
    steps: () => [
        chooseFile("file", DECISIONS_FILE),
        {
            content: "The file is chosen, look at how it is understood",
            trigger:
                ".o_form_view:has([name='file'] .o_input) button[name='action_preview']",
            run: "click",
        },
        countIs("ok_count", 11),
        countIs("warning_count", 12),
        countIs("error_count", 0),
        pressAbove("action_import"),
        {
            content: "The decisions of the file stand by its eight meetings",
            trigger: ".o_control_panel .o_pager_limit:contains(/^8$/)",
        },
        {
            content: "Each is called as the file has it",
            trigger: ".o_group_header:contains(Педагогический совет, Февраль 2024г)",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_council_meet", {
    steps: () => [
        {
            content: "Begin a meeting",
            trigger: ".o_list_button_add",
            run: "click",
        },
        ...choose("body_id", "Педагогический совет"),
        {
            content: "All who work are proposed; today",
            trigger: "[name='date'] button, [name='date'] input",
            run: "click",
        },
        {
            content: "Is marked",
            trigger: ".o_date_item_cell.o_today",
            run: "click",
        },
        {
            content: "The charter asks for a quorum",
            trigger: "[name='quorum'] input",
            run: "click",
        },
        {
            content: "More than a half",
            trigger: ".o_select_menu_item:contains(Более половины)",
            run: "click",
        },
        pressAbove("action_fill_agenda"),
        {
            content: "The red figure is on the agenda",
            trigger: "[name='question_ids'] .o_data_row:contains(Качество знаний)",
        },
        pressAbove("action_call"),
        stateIs("called"),
        pressAbove("action_hold"),
        agree(),
        {
            content: "Nobody has come",
            trigger: ".modal:contains(для кворума нужно)",
        },
        {
            content: "Understood",
            trigger: ".modal-footer button",
            run: "click",
        },
        openTab("people"),
        press("action_all_present", ".o_notebook"),
        {
            content: "There is a quorum",
            trigger: "[name='quorum_text']:contains(Кворум есть)",
        },
        openTab("agenda"),
        press("action_unanimous", "[name='question_ids'] .o_data_row"),
        {
            content: "It is adopted",
            trigger: "[name='question_ids'] .o_data_row:contains(Принято)",
        },
        pressAbove("action_hold"),
        agree(),
        stateIs("held"),
        // Too early: it is taken back
        pressAbove("action_reopen"),
        agree(),
        stateIs("draft"),
        pressAbove("action_hold"),
        agree(),
        stateIs("held"),
        pressAbove("action_minutes"),
        {
            content: "The minutes tell what was decided",
            trigger: ".o_form_view:contains(Качество знаний):contains(Протокол)",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_council_folder", {
    steps: () => [
        pressAbove("action_check"),
        {
            content: "How complete the folder is",
            trigger: "[name='percent']:contains(/[0-9]/)",
        },
        {
            content: "The chain is a picture",
            trigger: ".o_vsoko_chain .o_vsoko_stage",
        },
        {
            content: "A hole opens where it is mended",
            trigger: "[name='hole_ids'] .o_data_row button[name='action_open']",
            run: "click",
        },
        {
            content: "It has opened",
            trigger: ".modal .o_form_view, .o_breadcrumb .o_back_button",
        },
    ],
});
