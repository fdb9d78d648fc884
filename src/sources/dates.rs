//! Dates in a text, in whatever order they are written.

use std::collections::BTreeSet;
use std::fmt;

const MONTHS: &str = "January February March April May June July August September October November December";

/// A day, a month or a year as far as it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Absent in "on 5 October".
    pub year: Option<u32>,
    /// From 1.
    pub month: Option<u32>,
    /// From 1.
    pub day: Option<u32>,
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let month = self.month.and_then(|month| MONTHS.split(' ').nth(month as usize - 1));

        let parts = [
            self.day.map(|day| day.to_string()),
            month.map(str::to_string),
            self.year.map(|year| year.to_string()),
        ];
        formatter.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}

/// The dates of a text that name a month, and the text without them.
pub fn dates(text: &str) -> (Vec<Date>, String) {
    let text = spaced(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut dates = Vec::new();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for (index, word) in words.iter().enumerate() {
        for (part, piece) in word.split(['-', '–', '—', '/']).enumerate() {
            let Some(month) = month(piece) else { continue };
            let near =
                |distance: isize| index.checked_add_signed(distance).and_then(|at| words.get(at).copied());
            let ends = piece.ends_with([',', ';', ')']);
            let mut date = Date { year: None, month: Some(month), day: None };
            let days_after = if part == 0 || word.ends_with(piece) { near(1).and_then(days) } else { None };
            let days_before = if part == 0 { near(-1).and_then(days) } else { None };
            let mut all_days = Vec::new();
            if let Some(days) =
                days_before.filter(|_| !near(-1).is_some_and(|word| word.ends_with([',', ';', ')'])))
            {
                all_days = days;
                taken.insert(index - 1);
                date.year = near(1).and_then(year);
                if date.year.is_some() {
                    taken.insert(index + 1);
                }
            } else if let Some(days) = days_after.filter(|_| !ends) {
                all_days = days;
                taken.insert(index + 1);
                date.year = near(2).and_then(year);
                if date.year.is_some() {
                    taken.insert(index + 2);
                }
            } else if let Some(year) = near(1).and_then(year) {
                date.year = Some(year);
                taken.insert(index + 1);
            }
            let alone = all_days.is_empty() && date.year.is_none();
            // "May" and "March" are words too.
            if alone && piece.trim_matches(|letter: char| !letter.is_alphabetic()) == "May" {
                continue;
            }
            taken.insert(index);
            if all_days.is_empty() {
                dates.push(date);
            }
            dates.extend(all_days.into_iter().map(|day| Date { day: Some(day), ..date }));
        }
    }
    let rest = words.iter().enumerate().filter(|(index, _)| !taken.contains(index)).map(|(_, word)| *word);
    (dates, rest.collect::<Vec<_>>().join(" "))
}

/// The text with a space before brackets and after the comma before a year,
/// which printing may leave out.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let digits = letters.iter().skip(at + 1).take_while(|letter| letter.is_ascii_digit()).count();
        match letter {
            '(' | '[' | '“' => out.push(' '),
            _ => {}
        }
        out.push(*letter);
        if *letter == ',' && digits == 4 {
            out.push(' ');
        }
    }
    out
}

/// The month that a word names, with a capital letter, in full or in short.
fn month(word: &str) -> Option<u32> {
    let word = word.trim_matches(|letter: char| !letter.is_alphabetic());
    let short = (3..=4).contains(&word.len());
    let position = MONTHS.split(' ').position(|month| month == word || (short && month.starts_with(word)));
    position.map(|month| month as u32 + 1)
}

/// The days of `5`, `5th`, `5,` or `5-8,`.
fn days(word: &str) -> Option<Vec<u32>> {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let days: Option<Vec<u32>> = word
        .split(['-', '–', '—'])
        .filter(|part| !part.is_empty() && month(part).is_none())
        .map(|part| {
            let digits = part.trim_end_matches(|letter: char| letter.is_alphabetic());
            digits.parse().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2)
        })
        .collect();
    days.filter(|days| !days.is_empty())
}

fn year(word: &str) -> Option<u32> {
    let digits: String = word.trim_start_matches('(').chars().take_while(char::is_ascii_digit).collect();
    let rest = word.trim_start_matches('(').get(digits.len()..).unwrap_or_default();
    let is_year = digits.len() == 4 && !rest.starts_with(|letter: char| letter.is_alphanumeric());
    digits.parse().ok().filter(|_| is_year)
}

/// The dates of an authored date in EDTF that a source must give; a decade or
/// a century is a year cut short, given as its beginning.
pub fn of_edtf(date: &str) -> Vec<(Date, String)> {
    let mut found = Vec::new();
    for part in date.split('/') {
        let part = part.trim_matches(['?', '~', '%', '.']);
        let mut fields = part.split('-');
        let Some(year) = fields.next().filter(|year| !year.is_empty()) else { continue };
        let number = |field: Option<&str>| field.and_then(|field| field.parse::<u32>().ok());
        let (month, day) = (number(fields.next()), number(fields.next()));
        let cut = year.trim_end_matches('X');
        let whole = (cut.len() == 4).then(|| cut.parse().ok()).flatten();
        found.push((Date { year: whole, month, day }, cut.to_string()));
    }
    found
}

/// What a passage says of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Times {
    dates: Vec<Date>,
    years: BTreeSet<String>,
}

impl Times {
    /// Reads the dates and years of a passage.
    pub fn of(text: &str) -> Times {
        let (dates, _) = dates(text);
        Times { dates, years: super::numbers::values(text) }
    }

    /// Whether the passage gives this date. A month or a day without a year is
    /// that of any year the passage names.
    pub fn give(&self, date: Date) -> bool {
        let Some(month) = date.month else {
            return date.year.is_none_or(|year| self.gives_year(&year.to_string()));
        };
        self.dates.iter().any(|found| {
            let day = date.day.is_none() || found.day == date.day;
            let year = match (date.year, found.year) {
                (None, _) => true,
                (Some(wanted), Some(year)) => wanted == year,
                (Some(wanted), None) => self.gives_year(&wanted.to_string()),
            };
            found.month == Some(month) && day && year
        })
    }

    /// Whether a year that begins so is named.
    pub fn gives_year(&self, year: &str) -> bool {
        self.years.iter().any(|found| found.len() == 4 && found.starts_with(year))
    }
}
