//! An EDTF date in words, as the source gives it and no more precise.

use crate::data::Span;
use crate::html::escape;
use crate::text;

/// The date as HTML: `<time>` where it is a day or month of the
/// calendar, words around it for the rest.
pub fn html(edtf: &str) -> String {
    if edtf.is_empty() {
        return text::NO_DATE.to_string();
    }
    match edtf.split_once('/') {
        None => single(edtf),
        Some(("..", end)) => text::date::by(&single(end)),
        Some((start, "..")) => text::date::going_on(&single(start)),
        Some((start, "")) => text::date::end_unknown(&single(start)),
        Some((start, end)) => text::date::lasting(&single(start), &single(end)),
    }
}

fn single(edtf: &str) -> String {
    let plain = edtf.trim_end_matches(['~', '?', '%']);
    let words = match edtf.get(plain.len()..) {
        Some("~") => text::date::ABOUT,
        Some("?") => text::date::PERHAPS,
        Some("%") => text::date::PERHAPS_ABOUT,
        _ => "",
    };
    if let Some(decade) = plain.strip_suffix('X').and_then(|decade| decade.parse::<i32>().ok()) {
        return format!("{words}{}", text::date::decade(decade * 10));
    }
    match Span::parse(plain) {
        // A year says no more to machines than to people.
        Some(span) if plain.len() == 4 => format!("{words}{}", text::span(span)),
        Some(span) => format!("{words}<time datetime={plain}>{}</time>", text::span(span)),
        None => escape(edtf),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_written() {
        let check = |edtf: &str, expected: &str| assert_eq!(html(edtf), expected, "{edtf}");
        check("", "no date in the source");
        check("2005", "2005");
        check("2005-08", "<time datetime=2005-08>August 2005</time>");
        check("2005-08-29", "<time datetime=2005-08-29>29 August 2005</time>");
        check("2005~", "about 2005");
        check("198X", "the 1980s");
        check("../2016", "by 2016");
        check("1998-10-05/..", "from <time datetime=1998-10-05>5 October 1998</time>, going on");
        check("2008-12/", "from <time datetime=2008-12>December 2008</time>, end not known");
        check(
            "2009-07/2010-05",
            "<time datetime=2009-07>July 2009</time> to <time datetime=2010-05>May 2010</time>",
        );
    }
}
