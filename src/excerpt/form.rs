//! The forms in which records are taken away.

/// A form, named as in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The address.
    Link,
    /// What embeds the explorer, with its script.
    Element,
    /// The same without.
    Frame,
    /// A picture with a link, for those who may have neither.
    Picture,
    /// An article of plain HTML.
    Article,
    /// A citation in the editorial style of the United Nations.
    Un,
    /// A note in the style of the Chicago Manual.
    Chicago,
    /// A footnote in the style of OSCOLA.
    Oscola,
    /// References for BibTeX.
    Bibtex,
    /// References for CSL processors.
    Csl,
    /// References in the RIS format.
    Ris,
    /// A table with a row for each claim.
    Csv,
    /// All of it, for programs.
    Json,
    /// The table with its schema, as a zip file.
    Package,
    /// The timelines as drawn.
    Svg,
    /// The same in pixels.
    Png,
}

impl Form {
    /// All forms, in the order of the page.
    pub const ALL: [Form; 16] = [
        Form::Link,
        Form::Element,
        Form::Frame,
        Form::Picture,
        Form::Article,
        Form::Un,
        Form::Chicago,
        Form::Oscola,
        Form::Bibtex,
        Form::Csl,
        Form::Ris,
        Form::Csv,
        Form::Json,
        Form::Package,
        Form::Svg,
        Form::Png,
    ];

    /// The form of that place in [`Form::ALL`].
    pub fn at(place: usize) -> Form {
        Form::ALL.get(place).copied().unwrap_or(Form::Link)
    }

    /// Whether it tells every record, and not only how many there are of them.
    pub fn tells_records(self) -> bool {
        use Form::{Article, Bibtex, Csl, Csv, Json, Package, Png, Ris};
        matches!(self, Article | Bibtex | Csl | Ris | Csv | Json | Package | Png)
    }

    /// What the page calls it.
    pub fn name(self) -> &'static str {
        crate::text::excerpt::FORMS.get(self as usize).map_or("", |(_, name)| name)
    }

    /// How a file of it ends, and its media type.
    pub const fn file(self) -> (&'static str, &'static str) {
        match self {
            Form::Link => ("txt", "text/plain"),
            Form::Bibtex => ("bib", "application/x-bibtex"),
            Form::Csl => ("csl.json", "application/vnd.citationstyles.csl+json"),
            Form::Ris => ("ris", "application/x-research-info-systems"),
            Form::Csv => ("csv", "text/csv"),
            Form::Json => ("json", "application/json"),
            Form::Package => ("zip", "application/zip"),
            Form::Svg => ("svg", "image/svg+xml"),
            Form::Png => ("png", "image/png"),
            _ => ("html", "text/html"),
        }
    }
}
