//! The dialog in which readers share, cite and download what they found. It is
//! filled when it is opened. What cannot be copied or saved where the page stands
//! can be selected there.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    ClipboardEvent, Element, Event, HtmlDialogElement, HtmlDocument, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement,
};

use crate::app::excerpt::Reading;
use crate::app::{State, browser, keys, picture};
use crate::data::RecordId;
use crate::excerpt::{Excerpt, Form, Site, article, citation, csv, json, package, reference};
use crate::html::plain;
use crate::query::{Query, url};
use crate::text::excerpt as words;

/// The dialog and its parts.
struct Take {
    state: State,
    dialog: HtmlDialogElement,
    what: HtmlSelectElement,
    form: HtmlSelectElement,
    frozen: HtmlInputElement,
    text: HtmlTextAreaElement,
    download: Element,
    line: Element,
    /// What is copied beside the text, for programs that keep italics and links.
    formatted: RefCell<String>,
    /// A bar for how much has been read, and what stops that.
    progress: Element,
    /// What is still to be read.
    later: RefCell<Option<Timeout>>,
    /// How often something was asked for: pixels that come late are dropped.
    asked: Cell<u32>,
}

/// What was asked for, while its records are being read.
struct Asked {
    form: Form,
    query: Query,
    site: Site,
    /// How many records there are, which need not all be read.
    count: usize,
    is_one: bool,
    found: bool,
    reading: Reading,
}

/// How long records are read without a pause, in milliseconds.
const SLICE: f64 = 50.0;

/// Listens for what opens the dialog, and for what is done in it.
pub fn start(state: State) {
    let Some(take) = Take::of(state).map(Rc::new) else { return };
    let document = browser::document();
    let opener = take.clone();
    browser::listen(&document, "click", move |event| {
        if browser::closest(event, "[data-take]").is_some() {
            opener.open();
        } else if browser::closest(event, "[data-copy]").is_some() {
            opener.copy();
        } else if browser::closest(event, "[data-cancel]").is_some() {
            opener.stop();
            opener.line.set_text_content(Some(words::CANCELLED));
        }
    });
    let closed = take.clone();
    browser::listen(&take.dialog, "close", move |_| closed.stop());
    let citing = take.clone();
    browser::listen(&document, "keydown", move |event| {
        if keys::single(event).as_deref() == Some("c") {
            citing.form.set_value(&(Form::Un as usize).to_string());
            citing.open();
            citing.copy();
        }
    });
    let copied = take.clone();
    browser::listen(&take.dialog, "copy", move |event| copied.hand_over(event));
    let changed = take.clone();
    browser::listen(&take.dialog, "change", move |_| changed.fill());
}

/// What can be taken.
const FOUND: &str = "found";
const OPEN: &str = "open";
const CHOSEN: &str = "chosen";

impl Take {
    fn of(state: State) -> Option<Take> {
        let dialog = browser::element("take")?;
        let part = |selector| browser::within(&dialog, selector);
        Some(Take {
            state,
            what: part("[data-what]")?.dyn_into().ok()?,
            form: part("[data-form]")?.dyn_into().ok()?,
            frozen: part("[data-frozen]")?.dyn_into().ok()?,
            text: part("textarea")?.dyn_into().ok()?,
            download: part("[data-download]")?,
            line: part("[role=status]")?,
            progress: part(".progress")?,
            later: RefCell::default(),
            dialog: dialog.dyn_into().ok()?,
            formatted: RefCell::default(),
            asked: Cell::default(),
        })
    }

    fn open(self: &Rc<Self>) {
        let (what, offered) = self.state.query.with_untracked(|query| {
            let (is_open, is_chosen) = (query.open.is_some(), !query.chosen.is_empty());
            let what = if is_chosen {
                CHOSEN
            } else if is_open {
                OPEN
            } else {
                FOUND
            };
            (what, [(OPEN, is_open), (CHOSEN, is_chosen)])
        });
        for (value, is_offered) in offered {
            let option = browser::first(&["[data-what] [value=", value, "]"].concat());
            if let Some(option) = option {
                browser::set_flag(&option, "disabled", !is_offered);
            }
        }
        self.what.set_value(what);
        self.fill();
        let _ = self.dialog.show_modal();
    }

    /// Where the page stands, or else where its publisher says that it does.
    fn site(&self) -> Site {
        let page = browser::window().location().href().unwrap_or_default();
        let folder = if page.starts_with("http") {
            Site::folder_of(&page).to_string()
        } else {
            self.about("data-folder")
        };
        Site {
            folder: if folder.is_empty() { words::NOWHERE.to_string() } else { folder },
            frozen: if self.frozen.checked() { self.about("data-version") } else { String::new() },
        }
    }

    /// What the page says of itself there.
    fn about(&self, name: &str) -> String {
        browser::attribute(&self.dialog, name)
    }

    /// Writes what is asked for, at once or, of many records, bit by bit.
    fn fill(self: &Rc<Self>) {
        self.stop();
        let mut query = self.state.query.get_untracked().on_the_full_page();
        let form = Form::at(self.form.value().parse().unwrap_or_default());
        let what = self.what.value();
        let one = query.open.filter(|_| what == OPEN);
        query = match what.as_str() {
            CHOSEN => query.of_chosen(),
            // What is open is not what was found.
            FOUND => Query { open: None, chosen: Vec::new(), ..query },
            _ => query,
        };
        let mut records: Vec<RecordId> = match one {
            Some(record) => vec![record],
            None => self.state.engine.answer(&query).results.records.iter().collect(),
        };
        let count = records.len();
        if count > 1 && !form.tells_records() {
            records.clear();
        }
        let reading = Reading::of(records);
        self.go_on(Asked {
            form,
            query,
            site: self.site(),
            count,
            is_one: one.is_some(),
            found: what == FOUND,
            reading,
        });
    }

    /// Reads for a while, and then the rest after a pause in which the reader may
    /// do something else.
    fn go_on(self: &Rc<Self>, mut asked: Asked) {
        let is_read = asked.reading.go_on(self.state, &asked.site, browser::now() + SLICE);
        self.show_progress((!is_read).then(|| asked.reading.progress()));
        if is_read {
            return self.write(asked);
        }
        let take = self.clone();
        *self.later.borrow_mut() = Some(browser::after(0, Box::new(move || take.go_on(asked))));
    }

    /// Stops whatever is still being read or drawn, and shows nothing of it.
    fn stop(&self) {
        self.later.take();
        self.asked.set(self.asked.get() + 1);
        self.show_progress(None);
        browser::set_flag(&self.download, "hidden", true);
        self.text.set_value("");
        self.line.set_text_content(None);
    }

    fn show_progress(&self, progress: Option<[usize; 2]>) {
        browser::set_flag(&self.progress, "hidden", progress.is_none());
        if let (Some([read, all]), Some(bar)) = (progress, self.progress.first_element_child()) {
            browser::set_attribute(&bar, "value", Some(&read.to_string()));
            browser::set_attribute(&bar, "max", Some(&all.to_string()));
        }
    }

    /// Writes what has been read.
    fn write(self: &Rc<Self>, asked: Asked) {
        let Asked { form, query, site, count, is_one, found, reading } = asked;
        let told = reading.excerpt(self.state, &query, &site, &self.dialog, count, found);
        let (shown, formatted) = self.written(form, &told, &site, &query, is_one);
        self.text.set_value(&shown);
        *self.formatted.borrow_mut() = formatted;
        if let Form::Element | Form::Frame = form {
            // The page may hold no frame: its preview stands beside it.
            self.offer(None, &site.framed(&url::write(self.state.dataset(), &query)));
            self.tell(&told.about.count, &site);
            return;
        }
        let (ending, kind) = form.file();
        let name = [&self.about("data-file"), ".", ending].concat();
        let content = match form {
            Form::Png => String::new(),
            Form::Package => picture::address_of_bytes(kind, &package::zip(&package::files(&told))),
            _ => picture::address(kind, &shown),
        };
        self.offer(Some(&name), &content);
        if form == Form::Png
            && let Some(svg) = picture::svg(&told, &site, self.state.width())
        {
            let (take, now) = (self.clone(), self.asked.get());
            picture::png(&svg, move |address| {
                if take.asked.get() == now {
                    take.offer(Some(&name), &address);
                }
            });
        }
        self.tell(&told.about.count, &site);
    }

    /// Says how many records there are, and what is missing.
    fn tell(&self, count: &str, site: &Site) {
        let missing = if site.folder == words::NOWHERE { words::NO_ADDRESS } else { "" };
        self.line.set_text_content(Some(&[count, ". ", missing].concat()));
    }

    /// A form as text, and what keeps its italics and links; empty where it has
    /// none.
    fn written(
        &self,
        form: Form,
        told: &Excerpt,
        site: &Site,
        query: &Query,
        is_one: bool,
    ) -> (String, String) {
        let fragment = url::write(self.state.dataset(), query);
        let title =
            told.records.first().filter(|_| is_one).map_or(&told.about.title, |(record, _)| &record.title);
        let text = match form {
            // Previews are made of the page of a record, if that is all.
            Form::Link => match told.records.first().filter(|_| is_one) {
                Some((record, _)) => record.address.clone(),
                // Whoever follows it later is told what has changed since.
                None if site.frozen.is_empty() && fragment.contains('=') => {
                    [&site.explorer(&fragment), "&since=", &told.about.version].concat()
                }
                None => site.explorer(&fragment),
            },
            Form::Element => site.element(&fragment, title),
            Form::Frame => site.frame(&fragment, title),
            Form::Picture => site.picture(&fragment, title),
            Form::Bibtex | Form::Csl | Form::Ris => reference::text(told, form),
            Form::Csv => csv::text(told),
            Form::Json => json::text(told),
            Form::Package => package::readme(told),
            Form::Svg => picture::svg(told, site, self.state.width()).unwrap_or_default(),
            Form::Png => [words::PICTURE_BELOW, "\n\n", &plain(&article::html(told))].concat(),
            Form::Article => {
                let html = article::html(told);
                return (html.clone(), html);
            }
            Form::Un | Form::Chicago | Form::Oscola => {
                let html = citation::html(told, form);
                return (plain(&html), html);
            }
        };
        (text, String::new())
    }

    /// Offers a file of that name, or what is only to be looked at.
    fn offer(&self, name: Option<&str>, address: &str) {
        self.download.set_text_content(Some(if name.is_some() { words::DOWNLOAD } else { words::PREVIEW }));
        browser::set_attribute(&self.download, "download", name);
        browser::set_attribute(&self.download, "target", if name.is_some() { None } else { Some("_blank") });
        browser::set_attribute(&self.download, "href", Some(address));
        browser::set_flag(&self.download, "hidden", false);
    }

    /// Copies the text, or selects it where copying is not allowed.
    fn copy(&self) {
        if self.text.value().is_empty() {
            return;
        }
        self.text.select();
        let document = browser::document().dyn_into::<HtmlDocument>();
        let copied = document.is_ok_and(|document| document.exec_command("copy").unwrap_or(false));
        self.line.set_text_content(Some(if copied { words::COPIED } else { words::SELECTED }));
    }

    /// Gives the clipboard both the text and what keeps its italics and links.
    fn hand_over(&self, event: &Event) {
        let formatted = self.formatted.borrow();
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if let Some(data) = data.filter(|_| !formatted.is_empty()) {
            let _ = data.set_data("text/html", &formatted);
            let _ = data.set_data("text/plain", &self.text.value());
            event.prevent_default();
        }
    }
}
