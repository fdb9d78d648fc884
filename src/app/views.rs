//! What stands below the timelines: one view at a time, and in that of the
//! disagreements those that concern the records found.

use leptos::web_sys::Element;

use crate::app::{State, Update, browser};
use crate::query::View;

/// The articles of the disagreements, in the order of the dataset.
pub fn articles() -> Vec<Element> {
    browser::all("article.differ")
}

/// Shows the view that the query names.
pub fn start(state: State, articles: Vec<Element>) -> Update {
    let sections = View::ALL.map(|view| browser::element(view.key()));
    let links = browser::all(".views a");
    let counts = browser::all(".views .n");
    let nothing = browser::all("[data-nothing]");
    Box::new(move |query, answers| {
        for ((view, section), link) in View::ALL.iter().zip(&sections).zip(&links) {
            if let Some(section) = section {
                browser::set_flag(section, "hidden", *view != query.view);
            }
            let current = (*view == query.view).then_some("true");
            browser::set_attribute(link, "aria-current", current);
        }
        let mut shown = 0;
        for ((id, disagreement), article) in (0..).zip(&state.dataset().disagreements).zip(&articles) {
            let found = disagreement.records.iter().any(|record| answers.results.records.contains(*record));
            let open = query.differ == Some(id);
            browser::set_flag(article, "hidden", !(found || open));
            browser::set_flag(article, "data-open", open);
            shown += u32::from(found);
        }
        let found = answers.results.count;
        for (count, number) in counts.iter().zip([found, shown]) {
            browser::set_text(count, &number.to_string());
        }
        // In the list, in the table, and among the disagreements.
        for (nothing, number) in nothing.iter().zip([found, found, shown]) {
            browser::set_flag(nothing, "hidden", number > 0);
        }
    })
}
