import { stepUtils } from "@web_tour/tour_utils";

// Steps that the tours have in common. A place is a selector within which to look.

export const stateIs = (state) => ({
    content: `The state is ${state}`,
    trigger: `.o_statusbar_status .o_arrow_button_current[data-value='${state}']`,
});

export const press = (button, place = "") => ({
    content: `Press ${button}`,
    trigger: `${place} button[name='${button}']`,
    run: "click",
});

export const pressAbove = (button) => press(button, ".o_form_statusbar");

export const write = (field, words, tag = "input") => ({
    content: `Write ${words}`,
    trigger: `[name='${field}'] ${tag}`,
    run: `edit ${words}`,
});

export const choose = (field, words, place = "") => [
    {
        content: `Look for ${words}`,
        trigger: `${place} [name='${field}'] input`,
        run: `edit ${words}`,
    },
    {
        content: `Take ${words}`,
        trigger: `.o-autocomplete--dropdown-item:contains(${words})`,
        run: "click",
    },
];

export const openApp = () => [
    stepUtils.showAppsMenuItem(),
    {
        content: "Open the app",
        trigger: ".o_app[data-menu-xmlid='vsoko_module.vsoko_menu_root']",
        run: "click",
    },
];

export const openMenu = (section, item) => [
    {
        content: "Open a section of the menu",
        trigger: `.o_menu_sections [data-menu-xmlid='vsoko_module.${section}']`,
        run: "click",
    },
    {
        content: "Choose an item of it",
        trigger: `.o-dropdown--menu [data-menu-xmlid='vsoko_module.${item}']`,
        run: "click",
    },
];

// The test serves the file; a person would take it from the computer.
export const chooseFile = (field, url) => ({
    content: `Choose ${url}`,
    trigger: `.o_field_widget[name='${field}'] input[type='file']:not(:visible)`,
    async run() {
        const response = await fetch(url);
        const files = new DataTransfer();
        files.items.add(new File([await response.blob()], url.split("/").pop()));
        this.anchor.files = files.files;
        this.anchor.dispatchEvent(new Event("change", { bubbles: true }));
    },
});

// How a file of a plan or of decisions was understood.
export const countIs = (name, number) => ({
    content: `${name} shows ${number}`,
    trigger: `.o_vsoko_import_counts [name='${name}']:contains(/^${number}$/)`,
});
