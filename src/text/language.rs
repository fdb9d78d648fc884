//! The rules by which the language of the catalogue counts, and writes numbers and
//! dates: those of the Unicode CLDR, which browsers know as `Intl`. `tests/browser`
//! holds them, and those of five other languages, against a browser's.

use crate::text::fill;

/// The language of the catalogue. To translate the page, translate what stands in
/// `text`, and name its language here.
pub const LANGUAGE: Language = Language {
    tag: "en-GB",
    direction: "ltr",
    plural: |count| if count == 1 { Plural::One } else { Plural::Other },
    zero: '0',
    group: ",",
    least_grouped: 1000,
    day: "{0} {1} {2}",
    month: "{0} {1}",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    months_alone: None,
    months_short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
};

/// What a language decides about numbers and dates.
#[derive(Debug)]
pub struct Language {
    /// Its BCP 47 tag.
    pub tag: &'static str,
    /// Where it begins to write: `ltr` or `rtl`.
    pub direction: &'static str,
    /// Which form a text has for a count.
    pub plural: fn(u32) -> Plural,
    /// The digit nought, which the other nine follow.
    pub zero: char,
    /// What stands between groups of three digits.
    pub group: &'static str,
    /// The least number that is parted into groups.
    pub least_grouped: u32,
    /// A day: `{0}` of the month `{1}` of the year `{2}`.
    pub day: &'static str,
    /// A month: `{0}` of the year `{1}`.
    pub month: &'static str,
    /// The months as they stand behind a day.
    pub months: [&'static str; 12],
    /// The months as they stand without a day, where that is another form.
    pub months_alone: Option<[&'static str; 12]>,
    /// Short names of the months, for the axis.
    pub months_short: [&'static str; 12],
}

/// The forms that a text may have for a count; a language has some of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// A text in the forms that its language needs, each with `{0}` for the number. The
/// last is for whatever has none of its own.
pub type Forms<'a> = [(Plural, &'a str)];

impl Language {
    /// `577`, `10,000`.
    pub fn number(&self, number: u32) -> String {
        let digits = self.digits(number);
        if number < self.least_grouped {
            return digits;
        }
        let mut text = String::new();
        let mut left = digits.chars().count();
        for digit in digits.chars() {
            text.push(digit);
            left -= 1;
            if left > 0 && left.is_multiple_of(3) {
                text.push_str(self.group);
            }
        }
        text
    }

    /// `2016`: a number whose digits stand together, as those of a year do.
    pub fn digits(&self, number: u32) -> String {
        let digits = number.to_string();
        if self.zero == '0' {
            return digits;
        }
        let own = |digit: u8| char::from_u32(u32::from(self.zero) + u32::from(digit - b'0')).unwrap_or('0');
        digits.bytes().map(own).collect()
    }

    /// `1 record`, `577 records`: a text in the form for the count.
    pub fn counted(&self, count: u32, forms: &Forms) -> String {
        let plural = (self.plural)(count);
        let form = forms.iter().find(|(form, _)| *form == plural).or(forms.last());
        fill(form.map_or("", |(_, form)| form), &[&self.number(count)])
    }

    /// `29 August 2005`, of a month from 1 to 12.
    pub fn day(&self, year: i32, month: i32, date: i32) -> String {
        let [year, date] = [year, date].map(|number| self.digits(number.unsigned_abs()));
        fill(self.day, &[&date, at(&self.months, month), &year])
    }

    /// `November 2016`, of a month from 1 to 12.
    pub fn month(&self, year: i32, month: i32) -> String {
        let months = self.months_alone.as_ref().unwrap_or(&self.months);
        fill(self.month, &[at(months, month), &self.digits(year.unsigned_abs())])
    }

    /// `Nov`, of a month from 1 to 12.
    pub fn short_month(&self, month: i32) -> &'static str {
        at(&self.months_short, month)
    }
}

fn at(months: &[&'static str; 12], month: i32) -> &'static str {
    months.get((month - 1) as usize).copied().unwrap_or_default()
}

/// A number as the language of the catalogue writes it.
pub fn number(number: u32) -> String {
    LANGUAGE.number(number)
}

/// A text of the catalogue in the form for the count.
pub fn counted(count: u32, forms: &Forms) -> String {
    LANGUAGE.counted(count, forms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_parted() {
        let check = |of: u32, expected: &str| assert_eq!(number(of), expected);
        check(0, "0");
        check(999, "999");
        check(1_000, "1,000");
        check(123_456, "123,456");
        check(u32::MAX, "4,294,967,295");
    }
}
