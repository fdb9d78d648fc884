//! Reads from the page what readers take away: its texts stand there and nowhere
//! else.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use crate::app::browser::text_within;
use crate::app::{State, browser, controls};
use crate::data::{Facet, RecordId, Step};
use crate::excerpt::{About, Entry, Excerpt, JOIN, Said, Site, Work};
use crate::query::{Query, url};
use crate::text;

/// Records that are read from the page bit by bit, as there may be many.
pub struct Reading {
    records: Vec<RecordId>,
    read: Vec<(Entry, Vec<Said>)>,
    /// How many have been looked at.
    at: usize,
}

impl Reading {
    pub fn of(records: Vec<RecordId>) -> Reading {
        Reading { records, read: Vec::new(), at: 0 }
    }

    /// Reads until that time, in milliseconds since the page began, at least one
    /// record. Tells whether all have been read.
    pub fn go_on(&mut self, state: State, site: &Site, until: f64) -> bool {
        while let Some(id) = self.records.get(self.at) {
            self.read.extend(entry(state, site, *id));
            self.at += 1;
            if browser::now() >= until {
                break;
            }
        }
        self.at == self.records.len()
    }

    /// How many have been looked at, of how many.
    pub fn progress(&self) -> [usize; 2] {
        [self.at, self.records.len()]
    }

    /// What was read, of so many found records, and what they were narrowed down by,
    /// if it was that which found them.
    pub fn excerpt(
        self,
        state: State,
        query: &Query,
        site: &Site,
        dialog: &Element,
        count: usize,
        found: bool,
    ) -> Excerpt {
        let dataset = state.dataset();
        let about = |name| browser::attribute(dialog, name);
        let text = query.text.trim();
        let text = if text.is_empty() || !found { None } else { Some(text::neighbours::search_for(text)) };
        let chips = if found { browser::all("#chips .chip:not([data-drop=chosen])") } else { Vec::new() };
        let chips = chips.into_iter().filter_map(|chip| chip.text_content());
        let records = self.read;
        let is_used = |work: &Work| {
            records.iter().any(|(_, claims)| claims.iter().any(|said| said.source == work.source))
        };
        let sources = browser::all("article.source").iter().map(work).filter(is_used).collect();
        Excerpt {
            about: About {
                name: about("data-name"),
                version: about("data-version"),
                licence: about("data-licence"),
                horizon: dataset.horizon.iso(),
                title: browser::first("h1").and_then(|title| title.text_content()).unwrap_or_default(),
                asked: text.into_iter().chain(chips).collect::<Vec<_>>().join(" · "),
                count: controls::shown(dataset, query, count as u32),
                address: site.explorer(&url::write(dataset, query)),
            },
            horizon: dataset.horizon,
            records,
            sources,
        }
    }
}

fn entry(state: State, site: &Site, id: RecordId) -> Option<(Entry, Vec<Said>)> {
    let record = state.dataset().records.get(id as usize)?;
    let article = browser::element(&record.id)?;
    let [title, years, status, mut summary] =
        ["h3", ".meta .when", ".status", ".summary"].map(|part| text_within(&article, part));
    let stages = record.steps.iter().zip(browser::all_in(&article, ".steps > li"));
    let stages: Vec<String> = stages.map(|(step, item)| stage(step, &item)).collect();
    let mut claims: Vec<Said> = browser::all_in(&article, ".claim").iter().map(said).collect();
    // A single claim stands in place of a summary, behind its source.
    if let [said] = claims.as_mut_slice() {
        said.says = summary.split_once(':').map(|(_, says)| says.trim().to_string()).unwrap_or_default();
        summary.clear();
    }
    let series = state.dataset().first_label(record, Facet::Series).to_string();
    let address = site.record(&record.id);
    let record = record.id.clone();
    Some((
        Entry { record, title, series, years, stages: stages.join(JOIN), status, summary, address },
        claims,
    ))
}

/// A stage: its date in EDTF, where it has one, in place of the words for it.
fn stage(step: &Step, item: &Element) -> String {
    let words = item.text_content().unwrap_or_default();
    let act = words.strip_prefix(&text_within(item, ".when")).unwrap_or_default().trim();
    let edtf = step.edtf();
    if edtf.is_empty() { act.to_string() } else { [&edtf, ": ", act].concat() }
}

fn said(claim: &Element) -> Said {
    let [by, kind, says, at, find] =
        ["h5", ".kind", ".says", ".at", "q"].map(|part| text_within(claim, part));
    let link = address_within(claim, "h5 a");
    // Behind the place stand the words to look for.
    let place =
        [&find, ": ", text::FIND, ". "].iter().fold(&*at, |at, end| at.strip_suffix(end).unwrap_or(at));
    let rests: Vec<String> = browser::all_in(claim, ".cites li").iter().map(spelled_out).collect();
    Said {
        source: link
            .rsplit('#')
            .next()
            .and_then(|id| id.strip_prefix("source-"))
            .unwrap_or_default()
            .to_string(),
        by,
        as_of: kind.rsplit(',').next().unwrap_or_default().trim().to_string(),
        says,
        at: place.to_string(),
        rests_on: rests.join(JOIN),
    }
}

/// A text whose links, which show their hosts, show their addresses.
fn spelled_out(item: &Element) -> String {
    let mut text = String::new();
    let nodes = item.child_nodes();
    for node in (0..nodes.length()).filter_map(|place| nodes.item(place)) {
        let address = node.dyn_ref::<Element>().and_then(|element| element.get_attribute("href"));
        text.push_str(&address.or_else(|| node.text_content()).unwrap_or_default());
    }
    text
}

fn work(article: &Element) -> Work {
    let [authors, title, publisher, published] =
        [".authors", "cite", ".publisher", ".published"].map(|part| text_within(article, part));
    let address = address_within(article, "a[rel]");
    let source = article.id().strip_prefix("source-").unwrap_or_default().to_string();
    Work { source, authors, title, publisher, published, address }
}

/// Where the first link within an element leads that matches; empty where none does.
fn address_within(parent: &Element, selector: &str) -> String {
    browser::within(parent, selector).map(|link| browser::attribute(&link, "href")).unwrap_or_default()
}
