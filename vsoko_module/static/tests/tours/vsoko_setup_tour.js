import {
    chooseFile,
    openApp,
    openMenu,
    stateIs,
} from "@vsoko_module/../tests/tours/vsoko_story_tour";
import { registry } from "@web/core/registry";

// Served by the test: the list of people that the deputy head has on her computer.
const PEOPLE_FILE = "/vsoko/tour/people.xlsx";
// What the school has been promised
const MOST_CLICKS = 15;

const next = (step) => [
    {
        content: "Go on",
        trigger: "button[name='action_next']",
        run: "click",
    },
    stateIs(step),
];

const write = (field, text) => ({
    content: `Write ${field}`,
    trigger: `.o_form_view [name='${field}'] input`,
    run: `edit ${text}`,
});

// A file is chosen by two clicks that a tour does without: the field and the file.
const CLICKS_TO_CHOOSE_A_FILE = 2;

const fromNothingToAPlan = () => [
    ...openApp(),
    ...openMenu("vsoko_menu_school", "vsoko_menu_setup"),
    stateIs("school"),
    write("school_name", "МБОУ СОШ № 7"),
    write("director_name", "Первова Анна Ивановна"),
    ...next("year"),
    {
        content: "The usual classes are proposed",
        trigger: ".o_form_view [name='classes_hint']:contains(1А)",
    },
    ...next("people"),
    {
        content: "Choose the list of people",
        trigger: ".o_field_widget[name='people_file'] input[type='file']:not(:visible)",
        async run() {
            await chooseFile(this.anchor, PEOPLE_FILE);
        },
    },
    {
        content: "The file is chosen, read it",
        trigger:
            ".o_form_view:has([name='people_file'] .o_input) button[name='action_read_people']",
        run: "click",
    },
    {
        content: "The people are there with their roles",
        trigger:
            "[name='person_ids'] .o_data_row:contains(Третьев) td[name='role_ids'] .o_tag",
    },
    ...next("plan"),
    ...next("done"),
    {
        content: "Open the plan",
        trigger: "button[name='action_view_plans']",
        run: "click",
    },
    stateIs("draft"),
    {
        content: "It has its procedures",
        trigger: ".o_form_view [name='procedure_ids'] .o_data_row",
    },
];

registry.category("web_tour.tours").add("vsoko_setup", {
    steps: () => {
        const steps = fromNothingToAPlan();
        const clicks =
            steps.filter((step) => typeof step.run === "string").length +
            CLICKS_TO_CHOOSE_A_FILE;
        const check = {
            content: `It took ${clicks} clicks of ${MOST_CLICKS}`,
            trigger: ".o_form_view",
            run() {
                if (clicks > MOST_CLICKS) {
                    throw new Error(`${clicks} clicks, more than ${MOST_CLICKS}`);
                }
            },
        };
        return [...steps, check];
    },
});

registry.category("web_tour.tours").add("vsoko_setup_next_year", {
    steps: () => [
        ...openApp(),
        ...openMenu("vsoko_menu_school", "vsoko_menu_setup"),
        stateIs("done"),
        {
            content: "Prepare the next year",
            trigger: "button[name='action_next_year']",
            run: "click",
        },
        {
            content: "Classes are proposed, make the year",
            trigger:
                ".o_form_view:has([name='class_ids'] .o_data_row) button[name='action_make']",
            run: "click",
        },
        stateIs("done"),
        {
            content: "Look at the new plan",
            trigger: "button[name='action_view_plan']",
            run: "click",
        },
        stateIs("draft"),
        {
            content: "The lines are in it",
            trigger: ".o_form_view [name='procedure_ids'] .o_data_row",
        },
    ],
});
