import { registry } from "@web/core/registry";

// The director from the summary to the figure behind a red light and back.
registry.category("web_tour.tours").add("vsoko_summary", {
    steps: () => [
        {
            content: "How ready the school is, in a number and in steps",
            trigger: ".o_vsoko_summary .o_vsoko_ring text:contains(%)",
        },
        {
            content: "The page has its style: a wrong rule would take all styles away",
            trigger: ".o_vsoko_cards",
            run: ({ anchor }) => {
                if (getComputedStyle(anchor).display !== "grid") {
                    throw new Error("The style of the summary is not loaded");
                }
            },
        },
        {
            content: "A step that is not done says what to do",
            trigger: ".o_vsoko_steps button[data-step='causes']",
        },
        {
            content: "The late decision stands with its people and days; open it",
            trigger: ".o_vsoko_decisions td button:contains(по дробям)",
            run: "click",
        },
        {
            content: "Its card, back to the summary",
            trigger: ".o_form_view .o_field_widget[name=term_text]",
        },
        {
            content: "Back from the card",
            trigger: ".o_breadcrumb .o_back_button, .breadcrumb-item a",
            run: "click",
        },
        {
            content: "The red figure stands without a cause; open it",
            trigger:
                ".o_vsoko_red tr:contains(Качество знаний):contains(60) button:contains(Качество знаний)",
            run: "click",
        },
        {
            content: "Its list has the one figure, back to the summary",
            trigger: ".o_list_view .o_data_row",
        },
        {
            content: "Back",
            trigger: ".o_breadcrumb .o_back_button, .breadcrumb-item a",
            run: "click",
        },
        {
            content: "Lights are counted with words and signs",
            trigger: ".o_vsoko_summary .o_vsoko_sign.o_vsoko_part_red:contains(✗)",
        },
    ],
});
