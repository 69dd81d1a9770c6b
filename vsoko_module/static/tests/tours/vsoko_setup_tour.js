import { registry } from "@web/core/registry";

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

async function chooseFile(input, url) {
    const response = await fetch(url);
    const files = new DataTransfer();
    files.items.add(new File([await response.blob()], url.split("/").pop()));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
}

// Eight clicks from an empty school to a plan with people: fifteen are the most.
registry.category("web_tour.tours").add("vsoko_setup", {
    steps: () => [
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
        {
            content: "Choose the list",
            trigger: "[name='people_file'] input[type='file']:not(:visible)",
            async run() {
                await chooseFile(this.anchor, PEOPLE_FILE);
            },
        },
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
    ],
});
