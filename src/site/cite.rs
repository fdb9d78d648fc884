//! How to cite a record on its own page, in the words that the explorer copies.

use crate::data::Dataset;
use crate::data::corpus::{Claim, Corpus, Record, Source};
use crate::excerpt::{About, Entry, Excerpt, Form, JOIN, Said, Work, citation};
use crate::html::plain;
use crate::site::{date, permanent, record};
use crate::text;

/// Each style of citation by its name, and the citation as HTML.
pub fn styles(corpus: &Corpus, dataset: &Dataset, of: &Record) -> [(String, String); 3] {
    let excerpt = excerpt(corpus, dataset, of);
    let style = |form: Form| {
        let html = citation::html(&excerpt, form);
        // A row of a list, whose link tells nobody where it was followed.
        let html = html.replace("<p>", "").replace("</p>", "");
        let html = html.replace("<a href=", "<a rel=\"noopener noreferrer\" href=");
        (text::permanent::cite(form.name()), html)
    };
    [Form::Un, Form::Chicago, Form::Oscola].map(style)
}

/// The record with its first claim, which a citation rests on.
fn excerpt(corpus: &Corpus, dataset: &Dataset, of: &Record) -> Excerpt {
    let about = &corpus.about;
    let path = permanent::path(&of.id);
    let entry = Entry {
        record: of.id.clone(),
        title: of.title.clone(),
        address: about.published(&path).unwrap_or_else(|| [text::excerpt::NOWHERE, &path].concat()),
        ..Entry::default()
    };
    Excerpt {
        about: About { name: about.name.clone(), version: about.version.clone(), ..About::default() },
        horizon: dataset.horizon,
        records: vec![(entry, of.claims.first().map(said).into_iter().collect())],
        sources: corpus.sources.iter().map(work).collect(),
    }
}

fn said(claim: &Claim) -> Said {
    Said {
        source: claim.source.clone(),
        at: record::passage(&claim.at, str::to_string),
        rests_on: claim.cites.join(JOIN),
        ..Said::default()
    }
}

fn work(source: &Source) -> Work {
    Work {
        source: source.id.clone(),
        authors: source.authors.join(", "),
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        published: plain(&date::html(&source.published)),
        address: source.address.clone(),
    }
}
