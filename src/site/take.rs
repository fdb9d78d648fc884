//! The dialog in which readers share, cite and download, and the link that saves
//! the page. The app fills the first; the second works without it.

use crate::data::corpus::Corpus;
use crate::html::escape;
use crate::text::{self, excerpt as words};

/// The dialog. The app relies on the order of the forms.
pub fn dialog(corpus: &Corpus) -> String {
    let about = &corpus.about;
    let mut forms = String::new();
    for (place, (heading, form)) in words::FORMS.iter().enumerate() {
        if !heading.is_empty() {
            forms.push_str(&format!("<optgroup label=\"{heading}\">"));
        }
        forms.push_str(&format!("<option value={place}>{form}"));
        // A heading ends what the last one began.
        if words::FORMS.get(place + 1).is_none_or(|next| !next.0.is_empty()) {
            forms.push_str("</optgroup>");
        }
    }
    format!(
        "<dialog id=take aria-labelledby=take-heading data-folder=\"{folder}\" data-version=\"{version}\" \
         data-name=\"{name}\" data-file=\"{file}\" data-licence=\"{licence}\">\
         <button type=button data-close>{close}</button><h2 id=take-heading>{take}{more}</h2>\
         <p><label>{what} <select data-what><option value=found>{found}<option value=open>{open}<option value=chosen>{chosen}</select></label> \
         <label>{as_form} <select data-form autofocus>{forms}</select></label></p>\
         <label class=check><input type=checkbox data-frozen>{frozen}</label>\
         <textarea readonly rows=9 spellcheck=false aria-label=\"{as_text}\"></textarea>\
         <p class=progress hidden><progress aria-label=\"{reading}\"></progress> <button type=button data-cancel>{cancel}</button></p>\
         <p><button type=button data-copy>{copy}</button> <a download data-download>{download}</a> \
         <span role=status></span></p></dialog>",
        folder = escape(&about.address),
        version = escape(&about.version),
        name = escape(&about.name),
        file = escape(&about.file()),
        licence = escape(&about.licence),
        close = text::keys::CLOSE,
        take = words::TAKE,
        more = words::TAKE_MORE,
        what = words::WHAT,
        found = words::FOUND,
        open = words::OPEN,
        chosen = words::CHOSEN,
        as_form = words::AS,
        frozen = words::FROZEN,
        as_text = words::TEXT,
        reading = words::READING,
        cancel = words::CANCEL,
        copy = words::COPY,
        download = words::DOWNLOAD,
    )
}

/// What saves the page as the one file that it is, how a copy is checked, and what
/// turns links to sources into text.
pub fn save(corpus: &Corpus) -> String {
    let version = escape(&corpus.about.version);
    format!(
        "<p class=keep><a href=index.html download=\"{}.html\" data-save>{}</a>{}</p>\
         <label class=\"check keep\" hidden><input type=checkbox data-unlink autocomplete=off>{}</label>",
        escape(&corpus.about.file()),
        words::SAVE,
        words::saved(&version),
        words::UNLINK,
    )
}
