//! How to cite a record, what was asked, or the page, in the styles of the field:
//! the original publisher and the document that it rests on first, then the
//! explorer with its version. No style is given a day of access, as nothing here
//! asks for the time; a version says which text was read.

use crate::excerpt::template::fill;
use crate::excerpt::{Excerpt, Form, parts};
use crate::text;
use crate::text::excerpt as words;

/// The citation as HTML: of the record, if there is one; of what was asked, if
/// there are several or none.
pub fn html(excerpt: &Excerpt, form: Form) -> String {
    let about = &excerpt.about;
    let [original, explorer, note] = words::STYLES[match form {
        Form::Un => 0,
        Form::Chicago => 1,
        _ => 2,
    }];
    let mut first = String::new();
    let mut title = [&about.asked_after(&about.title), " (", &about.count, ")"].concat();
    let mut address = &about.address;
    if let [(record, claims)] = excerpt.records.as_slice() {
        (title, address) = (record.title.clone(), &record.address);
        let said = claims.first();
        if let Some((said, work)) = said.and_then(|said| Some((said, excerpt.work(said)?))) {
            let mut citing = parts(&said.rests_on).next().unwrap_or_default().to_string();
            if !citing.is_empty() {
                citing.insert_str(0, words::CITING);
            }
            // A note is abbreviated as the style does.
            let at = said.at.strip_prefix(text::place::NOTE).map(|rest| [note, rest].concat());
            let at = at.as_ref().unwrap_or(&said.at);
            first = fill(original, &[work.author(), &work.title, &work.published, at, &citing], &[]);
        }
    }
    // A copy may not know where it is published.
    let link = if address.starts_with("http") { "<a href=\"{0}\">{0}</a>" } else { "{0}" };
    let link = fill(link, &[address], &[]);
    let edition = words::known_to(&about.version, excerpt.horizon);
    fill(explorer, &[&title, &about.name, &edition], &[&first, &link])
}
