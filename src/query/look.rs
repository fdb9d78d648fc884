//! How the page looks: light or dark, as the reader or a site around it wants it, or
//! in colours of that site, as far as these can be read.

/// How the page looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As the reader has set the browser.
    #[default]
    Reader,
    /// Light or dark.
    Scheme(Scheme),
    /// In colours of the site.
    Colours(Colours),
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// A colour, by its red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// The colours of a site. What is written in them can be read: [`Look::of`]
/// takes no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Behind everything.
    pub paper: Colour,
    /// Of what is written.
    pub ink: Colour,
    /// Of links; they have the ink where there is none.
    pub accent: Option<Colour>,
}

/// The least contrast of ink and paper: what WCAG 2.2 asks for at its strictest,
/// so that what the stylesheet mixes of the two (`[data-colours]`) has [`LINKS`].
const TEXT: f32 = 7.0;
/// The least contrast of links.
const LINKS: f32 = 4.5;

impl Look {
    /// The look for what was asked for. Paper and ink count together, and only
    /// if they contrast enough; an accent counts beside them, likewise.
    pub fn of(scheme: Option<Scheme>, colours: [Option<Colour>; 3]) -> Look {
        let [paper, ink, accent] = colours;
        match (paper, ink) {
            (Some(paper), Some(ink)) if paper.contrasts(ink, TEXT) => {
                let accent = accent.filter(|accent| paper.contrasts(*accent, LINKS));
                Look::Colours(Colours { paper, ink, accent })
            }
            _ => scheme.map(Look::Scheme).unwrap_or_default(),
        }
    }

    /// Light or dark, if that is decided.
    pub fn scheme(self) -> Option<Scheme> {
        match self {
            Look::Reader => None,
            Look::Scheme(scheme) => Some(scheme),
            Look::Colours(Colours { paper, ink, .. }) => {
                Some(if paper.luminance() < ink.luminance() { Scheme::Dark } else { Scheme::Light })
            }
        }
    }
}

impl Scheme {
    /// The scheme of that name.
    pub fn from_key(key: &str) -> Option<Scheme> {
        [Scheme::Light, Scheme::Dark].into_iter().find(|scheme| scheme.key() == key)
    }

    /// Its name, as in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }
}

impl Colour {
    /// Reads `fc8` or `ffcc88`, in any case. A `#` would end an address.
    pub fn parse(text: &str) -> Option<Colour> {
        let mut digits = [0; 6];
        let mut length = 0;
        for letter in text.chars() {
            *digits.get_mut(length)? = letter.to_digit(16)? as u8;
            length += 1;
        }
        let [a, b, c, d, e, f] = digits;
        match length {
            3 => Some(Colour([a * 17, b * 17, c * 17])),
            6 => Some(Colour([a * 16 + b, c * 16 + d, e * 16 + f])),
            _ => None,
        }
    }

    /// Six digits, as they stand in addresses and, after a `#`, in stylesheets.
    pub fn write(self) -> String {
        let nibbles = self.0.iter().flat_map(|part| [part >> 4, part & 15]);
        nibbles.filter_map(|nibble| char::from_digit(u32::from(nibble), 16)).collect()
    }

    /// How bright it is, from 0 to 1. Within a hundredth of what WCAG counts,
    /// without the code for powers.
    fn luminance(self) -> f32 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f32::from(part) / 255.0;
            part * (part * (part * 0.305_306 + 0.682_171_1) + 0.012_522_9)
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Whether one can be read on the other.
    fn contrasts(self, other: Colour, least: f32) -> bool {
        let (one, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        one >= least * other || other >= least * one
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(scheme: &str, paper: &str, ink: &str, accent: &str) -> Look {
        Look::of(Scheme::from_key(scheme), [paper, ink, accent].map(Colour::parse))
    }

    #[test]
    fn a_colour_is_three_or_six_digits_and_nothing_else() {
        let check = |text: &str, expected: &str| {
            assert_eq!(Colour::parse(text).map(Colour::write).unwrap_or_default(), expected, "{text}")
        };
        check("fc8", "ffcc88");
        check("0A1b2C", "0a1b2c");
        for junk in
            ["", "#fff", "ff", "ffff", "fffffff", "ggg", "red", "ff ", "-1f", "٣٣٣", "url(x)", "fff;}*{x:y"]
        {
            check(junk, "");
        }
    }

    #[test]
    fn colours_that_cannot_be_read_are_not_taken() {
        assert!(matches!(look("", "fff", "222", ""), Look::Colours(_)));
        assert_eq!(look("dark", "fff", "aaa", ""), Look::Scheme(Scheme::Dark));
        assert_eq!(look("", "fff", "", "00f"), Look::Reader);
        assert_eq!(look("", "", "000", ""), Look::Reader);
        assert_eq!(look("nope", "", "", ""), Look::Reader);
        assert_eq!(look("", "fff", "222", "ff0"), look("", "fff", "222", ""), "yellow on white");
        assert_eq!(look("light", "111", "eee", "").scheme(), Some(Scheme::Dark));
        assert_eq!(look("", "fff8ee", "322", "").scheme(), Some(Scheme::Light));
    }

    /// As the stylesheet does it for `--soft`: 85 parts of ink, 15 of paper.
    fn soft(paper: Colour, ink: Colour) -> Colour {
        let mut soft = ink.0;
        for (part, paper) in soft.iter_mut().zip(paper.0) {
            *part = ((f32::from(*part) * 85.0 + f32::from(paper) * 15.0) / 100.0).round() as u8;
        }
        Colour(soft)
    }

    #[test]
    fn whatever_is_written_can_be_read_in_all_colours_taken() {
        let mut taken = 0;
        for digits in 0..4096 {
            for paper in ["fff", "000", "fdf6e3", "777", "123", "0f0"] {
                let Look::Colours(colours) = look("", paper, &format!("{digits:03x}"), "c00") else {
                    continue;
                };
                let Colours { paper, ink, accent } = colours;
                for colour in [ink, accent.unwrap_or(ink), soft(paper, ink)] {
                    assert!(colour.contrasts(paper, LINKS - 0.1), "{colours:?}");
                }
                taken += 1;
            }
        }
        assert!(taken > 4000);
    }

    /// The luminance of the standard, with its powers.
    #[test]
    fn it_is_as_bright_as_the_standard_counts() {
        for part in 0..=255_u8 {
            let of = f64::from(part) / 255.0;
            let exact = if of <= 0.04045 { of / 12.92 } else { ((of + 0.055) / 1.055).powf(2.4) };
            let counted = f64::from(Colour([part; 3]).luminance());
            assert!((counted - exact).abs() < 0.01, "{part}: {counted} and {exact}");
        }
    }
}
