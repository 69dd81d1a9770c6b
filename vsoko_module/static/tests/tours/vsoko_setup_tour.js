import { registry } from "@web/core/registry";
import {
    chooseFile,
    openApp,
    openMenu,
} from "@vsoko_module/../tests/tours/vsoko_tour_steps";

// Served by the test: the list of people as the school keeps it.
const PEOPLE_FILE = "/vsoko/tour/people.xlsx";

const next = (content, step) => ({
    content,
    trigger: `.o_statusbar_status .o_arrow_button_current[data-value='${step}']`,
});

const press = (content, name) => ({
    content,
    trigger: `button[name='${name}']`,
    run: "click",
});

const openAssistant = () => [
    ...openApp(),
    ...openMenu("vsoko_menu_school", "vsoko_menu_setup"),
];

// What the school has been promised; a click into a field to type in counts too.
const MOST_CLICKS = 15;
// A tour puts the file into its field; a person clicks the field and then the file.
const CLICKS_TO_CHOOSE_A_FILE = 2;

const checkClicks = (steps) => {
    const pressed = steps.filter((step) => typeof step.run === "string");
    const clicks = pressed.length + CLICKS_TO_CHOOSE_A_FILE;
    return {
        content: `It took ${clicks} clicks of ${MOST_CLICKS}`,
        trigger: ".o_form_view",
        run() {
            if (clicks > MOST_CLICKS) {
                throw new Error(`${clicks} clicks, more than ${MOST_CLICKS}`);
            }
        },
    };
};

const fromNothingToAPlan = () => [
    ...openAssistant(),
    next("The school comes first", "school"),
    {
        content: "How it is called",
        trigger: "[name='school_name'] input",
        run: "edit МБОУ «Школа № 5»",
    },
    {
        content: "Who the director is",
        trigger: "[name='director_name'] input",
        run: "edit Директорова Анна Ивановна",
    },
    press("Go on", "action_next"),
    next("The year is proposed", "year"),
    press("Take it", "action_next"),
    next("People from the school's own list", "people"),
    chooseFile("people_file", PEOPLE_FILE),
    press("Read it", "action_read_people"),
    {
        content: "The post has become a role",
        trigger:
            "[name='person_ids'] .o_data_row:contains(Завучева):contains(директора по УВР)",
    },
    press("Take them", "action_next"),
    next("A ready plan is proposed", "plan"),
    press("Take it", "action_next"),
    next("The year can begin", "done"),
    press("Open the plan", "action_view_plans"),
    {
        content: "It has its procedures",
        trigger: ".o_form_view [name='procedure_ids'] .o_data_row",
    },
];

registry.category("web_tour.tours").add("vsoko_setup", {
    steps: () => {
        const steps = fromNothingToAPlan();
        return [...steps, checkClicks(steps)];
    },
});

registry.category("web_tour.tours").add("vsoko_setup_next_year", {
    steps: () => [
        ...openAssistant(),
        next("It is where it was left", "done"),
        press("Prepare the next year", "action_next_year"),
        {
            content: "Classes are proposed, make the year",
            trigger:
                ".o_form_view:has([name='class_ids'] .o_data_row) button[name='action_make']",
            run: "click",
        },
        next("The year is made", "done"),
        press("Look at the new plan", "action_view_plan"),
        {
            content: "The lines are in it",
            trigger: ".o_form_view [name='procedure_ids'] .o_data_row",
        },
    ],
});
