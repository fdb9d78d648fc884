//! What an address asks for that the page does not have: a record that a later
//! version no longer holds, a slip in a value, a day that does not exist.

use crate::data::letters::one_line;
use crate::data::{Dataset, Facet, Span};
use crate::query::url::decode;
use crate::query::{Column, View};

/// So many are told.
const MOST: usize = 3;
/// So many characters of each.
const LONGEST: usize = 60;

/// What of a fragment, with or without its `#`, names nothing that there is, as it
/// may be shown. Keys that nobody knows ask for nothing, and are left out.
pub fn unknown(dataset: &Dataset, fragment: &str) -> Vec<String> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let mut found = Vec::new();
    for pair in fragment.split('&') {
        let (key, values) = pair.split_once('=').unwrap_or(("", pair));
        let facet = Facet::from_key(key.split('.').next().unwrap_or_default());
        for value in values.split('~').map(decode) {
            let is_known = match key {
                // An address of one word is an id.
                "" => {
                    let record = value.split('.').next().unwrap_or_default();
                    dataset.record(record).is_some()
                        || dataset.disagreement(&value).is_some()
                        || View::from_key(&value).is_some()
                }
                "record" | "pick" | "hide" | "chosen" => dataset.record(&value).is_some(),
                "differ" => dataset.disagreement(&value).is_some(),
                "from" | "to" | "asof" => Span::parse(&value).is_some(),
                "view" => View::from_key(&value).is_some(),
                "lanes" => Facet::from_key(&value).is_some(),
                "columns" => Column::from_key(&value).is_some(),
                _ => facet.is_none_or(|facet| dataset.value(facet, &value).is_some()),
            };
            let shown = one_line(&value, LONGEST);
            if !is_known && !shown.is_empty() && found.len() < MOST {
                found.push(shown);
            }
        }
    }
    found
}
