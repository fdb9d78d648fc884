//! One record as HTML: its claims side by side, its stages, documents and
//! linked records, readable without any code.

use crate::data::corpus::{Change, Claim, Corpus, Locator, Record, Source, Step, days, label};
use crate::data::{Dataset, RecordId, Status};
use crate::html::{escape, linked, spoken};
use crate::site::date;
use crate::site::stand::Stand;
use crate::text;

/// The record as an `<article>`.
pub fn article(corpus: &Corpus, dataset: &Dataset, id: RecordId) -> String {
    let Some(record) = corpus.records.get(id as usize) else { return String::new() };
    let aliases = aliases(corpus, record);
    let also =
        if aliases.is_empty() { String::new() } else { format!(" data-also=\"{}\"", escape(&aliases)) };
    format!(
        "<article class=\"record {series}\" id={id} data-record{also}>\
         <h3><a href=#{id}>{title}</a></h3>{meta}{summary}\
         <details><summary>{claims}<span class=shorts> · {shorts}</span></summary>{parts}</details></article>\n",
        series = escape(&record.series),
        id = escape(&record.id),
        title = spoken(&record.title),
        meta = meta(corpus, dataset, id, Stand::Among),
        summary = summary(corpus, record),
        claims = n_claims(record),
        shorts = shorts(corpus, record),
        parts = parts(corpus, dataset, id, Stand::Among),
    )
}

/// When it was, how it stood when last known, and whether the sources differ.
pub(crate) fn meta(corpus: &Corpus, dataset: &Dataset, id: RecordId, stand: Stand) -> String {
    let (Some(record), Some(slim)) = (corpus.records.get(id as usize), dataset.records.get(id as usize))
    else {
        return String::new();
    };
    let status =
        text::status(dataset, dataset.status(slim, dataset.horizon), dataset.length(slim, dataset.horizon));
    format!(
        "<p class=meta><span class=when>{}</span> <span class=status data-status>{}</span>{}</p>",
        when(record),
        escape(&status),
        differs(corpus, record, stand),
    )
}

/// Its claims side by side, its stages, and what belongs to it.
pub(crate) fn parts(corpus: &Corpus, dataset: &Dataset, id: RecordId, stand: Stand) -> String {
    let (Some(record), Some(slim)) = (corpus.records.get(id as usize), dataset.records.get(id as usize))
    else {
        return String::new();
    };
    let claims = record.claims.iter().map(|it| claim(corpus, record, it, stand));
    let steps = record.steps.iter().map(|it| step(corpus, record, it));
    format!(
        "{}<div class=claims>{}</div>{}<ol class=steps>{}</ol>{}",
        stand.heading(4, text::CLAIMS),
        claims.collect::<String>(),
        stand.heading(4, text::STEPS),
        steps.collect::<String>(),
        facts(corpus, record, check(corpus, dataset, slim), stand),
    )
}

/// How many claims it has, of how many sources.
pub(crate) fn n_claims(record: &Record) -> String {
    let mut sources: Vec<&str> = record.claims.iter().map(|claim| claim.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    text::claims(record.claims.len(), sources.len())
}

/// What the record is about; where it has one claim, that claim, with its source.
pub(crate) fn summary(corpus: &Corpus, record: &Record) -> String {
    let [claim] = record.claims.as_slice() else {
        return format!("<p class=summary>{}</p>", spoken(&record.summary));
    };
    let short = corpus.source(&claim.source).map(|source| source.short.as_str()).unwrap_or_default();
    let (class, known) = spoken_by(corpus, claim);
    format!("<p class=\"summary{class}\"{known}><b>{}:</b> {}</p>", escape(short), says(claim))
}

/// Up to when a claim speaks, for the stylesheet and the app: the class of its
/// source, or an attribute where it has a day of its own.
pub fn spoken_by(corpus: &Corpus, claim: &Claim) -> (String, String) {
    match corpus.source(&claim.source) {
        Some(source) if source.known == claim.known => (format!(" {}", escape(&source.id)), String::new()),
        _ => (String::new(), format!(" data-known={}", claim.known.iso())),
    }
}

/// The sources of a record, by their short names.
pub fn shorts(corpus: &Corpus, record: &Record) -> String {
    let spoke = |source: &&Source| record.claims.iter().any(|claim| claim.source == source.id);
    let shorts = corpus.sources.iter().filter(spoke).map(|source| escape(&source.short));
    shorts.collect::<Vec<_>>().join(", ")
}

/// What the claim says, and whose words it reports.
pub fn says(claim: &Claim) -> String {
    let speaker = if claim.speaker.is_empty() {
        String::new()
    } else {
        format!("<span class=speaker>{} {}:</span> ", text::AS_REPORTED_BY, spoken(&claim.speaker))
    };
    speaker + &spoken(&claim.says)
}

/// A mark, where the sources differ on the record.
fn differs(corpus: &Corpus, record: &Record, stand: Stand) -> String {
    let first = corpus.disagreements.iter().find(|it| it.concerns(&record.id));
    first
        .map(|it| format!(" <a class=differs href={}>{}</a>", stand.explorer(&it.id), text::DIFFER))
        .unwrap_or_default()
}

/// Other names that a reader may search for, but for those that the record's
/// own texts hold.
fn aliases(corpus: &Corpus, record: &Record) -> String {
    let mut aliases = record.also.clone();
    let people = corpus.people.iter().filter(|person| record.people.contains(&person.id));
    for person in people.filter(|person| !person.withhold) {
        aliases.push(person.chinese.clone());
        aliases.extend(person.also.clone());
    }
    let mut texts = vec![&record.title, &record.summary];
    texts.extend(record.claims.iter().map(|claim| &claim.says));
    texts.extend(&record.documents);
    aliases.retain(|alias| !alias.is_empty() && !texts.iter().any(|text| text.contains(alias.as_str())));
    aliases.join(" · ")
}

/// From the first dated stage to the last, as the years they may mean.
pub fn when(record: &Record) -> String {
    match days(&record.steps) {
        Some(days) if days.earliest.year() == days.latest.year() => days.earliest.year().to_string(),
        Some(days) => text::years(days),
        None => text::UNDATED.to_string(),
    }
}

fn claim(corpus: &Corpus, record: &Record, claim: &Claim, stand: Stand) -> String {
    let Some(source) = corpus.source(&claim.source) else { return String::new() };
    let kind = escape(label(&corpus.vocabulary.kinds, &source.kind));
    // A single claim is the record's own address.
    let id = if record.claims.len() > 1 && (stand == Stand::Alone || is_linked(corpus, record, claim)) {
        format!(" id={}", escape(&record.anchor(claim)))
    } else {
        String::new()
    };
    let (class, known) = spoken_by(corpus, claim);
    let mut html = format!(
        "<div class=\"claim {kind_id}{class}\"{id}{known}>{heading}<p class=kind>{kind}, {as_of}</p>",
        kind_id = escape(&source.kind),
        heading = stand.heading(
            5,
            &format!(
                "<a href={}>{}</a>",
                stand.explorer(&format!("source-{}", source.id)),
                escape(&source.short)
            ),
        ),
        as_of = date::html(&claim.as_of),
    );
    // A single claim stands above, in place of a summary.
    if record.claims.len() > 1 {
        html.push_str(&format!("<p class=says>{}</p>", says(claim)));
    }
    if !claim.values.is_empty() {
        html.push_str(&format!("<p class=values>{}</p>", spoken(&figures(claim))));
    }
    html.push_str(&format!("<p class=at>{}</p>", locator(&claim.at)));
    if !claim.printed.is_empty() {
        html.push_str(&format!("<p class=odd>{}: “{}”</p>", text::PRINTED, spoken(&claim.printed)));
    }
    if !claim.note.is_empty() {
        html.push_str(&format!("<p class=odd>{}: {}</p>", text::ODD, spoken(&claim.note)));
    }
    if !claim.cites.is_empty() {
        let cites = claim.cites.iter().map(|cite| format!("<li>{}", linked(cite)));
        html.push_str(&format!(
            "<p class=cites>{}</p><ul class=cites>{}</ul>",
            text::RESTS_ON,
            cites.collect::<String>()
        ));
    }
    html.push_str("</div>");
    html
}

/// Whether anything on the page leads to the claim: a stage, where several
/// sources speak, or a disagreement.
fn is_linked(corpus: &Corpus, record: &Record, claim: &Claim) -> bool {
    let by_step =
        !record.has_one_source() && record.steps.iter().any(|step| step.claims.contains(&claim.key));
    let mut places = corpus.disagreements.iter().flat_map(|it| it.claims());
    by_step || places.any(|place| place.record == record.id && place.claim == claim.key)
}

/// What a claim asserts in figures: `17 recommendations`, or each by its name.
fn figures(claim: &Claim) -> String {
    let value = |name: &str| claim.values.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    match (value("number"), value("unit"), claim.values.len()) {
        (Some(number), Some(unit), 2) => format!("{number} {unit}"),
        _ => {
            let named = claim.values.iter().map(|(name, value)| format!("{name}: {value}"));
            named.collect::<Vec<_>>().join(" · ")
        }
    }
}

/// Where the passage is, and the words to look for.
fn locator(at: &Locator) -> String {
    format!("{}. {}: <q>{}</q>", passage(at, spoken), text::FIND, spoken(&at.anchor))
}

/// Where the passage is: heading, row, note and page, with names written so.
pub(crate) fn passage(at: &Locator, write: fn(&str) -> String) -> String {
    let mut parts = Vec::new();
    if let Some(note) = at.note {
        parts.push(text::place::note(note, at.counted, at.nth));
    }
    if !at.row.is_empty() {
        parts.push(text::place::row(&write(&at.row)));
    }
    if !at.section.is_empty() {
        parts.push(text::place::section(&write(&at.section)));
    }
    if let Some(page) = at.page {
        parts.push(text::place::page(page));
    }
    parts.join(", ")
}

fn step(corpus: &Corpus, record: &Record, step: &Step) -> String {
    let mut html = format!(
        "<li><span class=when>{}</span> {}",
        date::html(&step.date),
        escape(label(&corpus.vocabulary.acts, &step.act))
    );
    if !step.article.is_empty() {
        html.push_str(&format!(", {}", spoken(&step.article)));
    }
    match step.basis.as_str() {
        "inferred" => html.push_str(&format!(" ({})", text::INFERRED)),
        "published" => html.push_str(&format!(" ({})", text::PUBLISHED)),
        "scheduled" => html.push_str(&format!(" ({})", text::SCHEDULED)),
        _ => {}
    }
    if !step.note.is_empty() {
        html.push_str(&format!(" <span class=odd>{}</span>", spoken(&step.note)));
    }
    if record.has_one_source() {
        return html;
    }
    // Which of several sources assert it, each with a link to its claim.
    let claims = record.claims.iter().filter(|claim| step.claims.contains(&claim.key));
    let claims = claims.map(|claim| {
        let short = corpus.source(&claim.source).map(|source| source.short.as_str()).unwrap_or_default();
        format!("<a href=#{}.{}>{}</a>", escape(&record.id), escape(&claim.key), escape(short))
    });
    let mut claims: Vec<String> = claims.collect();
    claims.dedup();
    html.push_str(&format!(" <span class=by>{}</span>", claims.join(", ")));
    html
}

/// The official page that knows how an open matter stands today; empty if none.
fn check<'a>(corpus: &'a Corpus, dataset: &Dataset, record: &crate::data::Record) -> &'a str {
    let state = match dataset.status(record, dataset.horizon) {
        Status::Certain(state) | Status::Possible(state) | Status::LastReported(state, _) => state,
        Status::NotYet => return "",
    };
    let state = corpus.vocabulary.states.get(usize::from(state));
    state.map(|state| state.check.as_str()).unwrap_or_default()
}

/// What only leads elsewhere: search leaves it out.
const ELSEWHERE: &str = " class=elsewhere";
/// The same, of what the open record shows as its neighbours in time.
const NEAR: &str = " class=\"elsewhere near\"";

/// Parties, documents, links to other records, and where to look further.
fn facts(corpus: &Corpus, record: &Record, check: &str, stand: Stand) -> String {
    let vocabulary = &corpus.vocabulary;
    let mut html = String::new();
    let mut rows = Vec::new();
    // That the state is the host, or bound by its treaty, goes without saying.
    let parties =
        record.parties.iter().filter(|party| !["host", "state-party"].contains(&party.role.as_str()));
    if parties.clone().next().is_some() {
        let parties = parties.map(|party| {
            let who = match label(&vocabulary.bodies, &party.who) {
                "" => label(&vocabulary.actors, &party.who),
                body => body,
            };
            format!("{}: {}", escape(label(&vocabulary.roles, &party.role)), escape(who))
        });
        // With a space, so that search reads two words where it says two.
        rows.push((text::ABOUT_WHOM, "", parties.collect::<Vec<_>>().join(" <br>")));
    }
    if !record.documents.is_empty() {
        let documents = record.documents.iter().map(|document| linked(document));
        // Each in a line of its own, in the text too.
        rows.push((text::DOCUMENTS, " class=documents", documents.collect::<Vec<_>>().join("<br>\n")));
    }
    let differing = corpus.disagreements.iter().filter(|it| it.concerns(&record.id));
    let differing =
        differing.map(|it| format!("<a href={}>{}</a>", stand.explorer(&it.id), spoken(&it.title)));
    let differing: Vec<String> = differing.collect();
    // To a single one the mark beside the status leads.
    if differing.len() > 1 {
        rows.push((text::DIFFER, ELSEWHERE, differing.join("<br>")));
    }
    // The neighbours first, and the rest under the same name.
    let (near, far): (Vec<_>, Vec<_>) = links(corpus, record, stand).into_iter().partition(|(near, _)| *near);
    for (class, links) in [(NEAR, near), (ELSEWHERE, far)] {
        let lines: Vec<String> = links.into_iter().map(|(_, link)| link).collect();
        if !lines.is_empty() {
            rows.push((text::RELATED, class, lines.join("<br>")));
        }
    }
    if !record.changes.is_empty() {
        let change = |it: &Change| {
            let what = text::excerpt::change(&it.version, &it.what);
            format!("<span data-version=\"{}\">{}</span>", escape(&it.version), spoken(&what))
        };
        let changes: Vec<String> = record.changes.iter().map(change).collect();
        rows.push((text::excerpt::CHANGES, ELSEWHERE, changes.join("<br>")));
    }
    if !check.is_empty() {
        rows.push((text::CHECK, ELSEWHERE, linked(check)));
    }
    if !rows.is_empty() {
        html.push_str("<dl>");
        let mut before = "";
        for (name, class, content) in rows {
            let heading = if name == before { String::new() } else { format!("<dt>{name}") };
            html.push_str(&format!("{heading}<dd{class}>{content}"));
            before = name;
        }
        html.push_str("</dl>");
    }
    html
}

/// Links from this record and to it, under the name that fits the direction, and
/// whether they lead to a neighbour: the same matter, or what it follows.
fn links(corpus: &Corpus, record: &Record, stand: Stand) -> Vec<(bool, String)> {
    let mut links = Vec::new();
    let mut push = |kind: &str, name: &str, other: &Record| {
        let link =
            format!("{}: <a href={}>{}</a>", escape(name), stand.record(&other.id), spoken(&other.label));
        let link = (["same-matter", "follows"].contains(&kind), link);
        if !links.contains(&link) {
            links.push(link);
        }
    };
    for link in &record.links {
        let term = corpus.vocabulary.links.iter().find(|term| term.id == link.kind);
        let other = corpus.records.iter().find(|other| other.id == link.to);
        if let (Some(term), Some(other)) = (term, other) {
            push(&link.kind, &term.label, other);
        }
    }
    for other in &corpus.records {
        for link in other.links.iter().filter(|link| link.to == record.id) {
            if let Some(term) = corpus.vocabulary.links.iter().find(|term| term.id == link.kind) {
                push(&link.kind, &term.inverse, other);
            }
        }
    }
    links
}
