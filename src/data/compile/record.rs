//! Reads the records of one series and checks them against the rest.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::table::{File, Table, Text, did_you_mean};
use super::withhold::WITHHELD;
use super::{change, known, read_date, values};
use crate::data::corpus::{Claim, ClaimRef, Corpus, Link, Locator, Party, Record, Step, Term};
use crate::data::{Day, End, Span};

const TITLE_LENGTH: usize = 90;
const LABEL_LENGTH: usize = 28;
pub const TEXT_LENGTH: usize = 400;
const ANCHOR_WORDS: std::ops::RangeInclusive<usize> = 3..=8;

/// What is only known when all series are read: the ids of records, the links
/// that must lead to one, and where each claim stands.
#[derive(Default)]
pub struct Places<'a> {
    /// The file and line of each claim.
    pub lines: BTreeMap<ClaimRef, String>,
    ids: BTreeMap<String, String>,
    links: Vec<(&'a File<'a>, Range<usize>, String, String)>,
}

impl Places<'_> {
    /// Complains of links that lead nowhere or back to their own record.
    pub fn check_links(&self) {
        let ids: Vec<&str> = self.ids.keys().map(String::as_str).collect();
        for (file, span, from, to) in &self.links {
            if from == to {
                file.mistake(span, "a record cannot link to itself: remove the link".to_string());
            } else if !self.ids.contains_key(to) {
                let hint = did_you_mean(to, &ids);
                file.mistake(span, format!("no record is called \"{to}\"{hint}: write the id of a record"));
            }
        }
    }
}

/// Reads every `[[record]]` of a series.
pub fn read<'a>(series: &Table<'a>, name: &str, corpus: &Corpus, places: &mut Places<'a>) -> Vec<Record> {
    let records = series.tables("record");
    records.iter().map(|table| read_record(table, name, corpus, places)).collect()
}

fn read_record<'a>(table: &Table<'a>, series: &str, corpus: &Corpus, places: &mut Places<'a>) -> Record {
    let id = table.text("id");
    check_id(table, &id, series, corpus, places);
    let vocabulary = &corpus.vocabulary;
    let prose = |text: Text, length: usize| check_prose(table, text, length, corpus);

    let terms = table.table("terms");
    if terms.is_none() {
        table.mistake(
            "this record has no `terms`: add terms = { bodies = [], themes = [\"…\"], places = [] }"
                .to_string(),
        );
    }
    let list = |key: &'static str, known_terms: &[Term], what: &str| {
        let Some(terms) = &terms else { return Vec::new() };
        let texts = terms.texts(key);
        for text in &texts {
            known(terms, text, known_terms, what);
        }
        values(texts)
    };
    let bodies = list("bodies", &vocabulary.bodies, "body");
    let themes = list("themes", &vocabulary.themes, "theme");
    let places_of = list("places", &vocabulary.places, "place");
    if let Some(terms) = &terms {
        if themes.is_empty() {
            terms.mistake("no theme is named: give at least one".to_string());
        }
        terms.finish();
    }
    let either: Vec<Term> = vocabulary.bodies.iter().chain(&vocabulary.actors).cloned().collect();
    let parties = table.tables("parties");
    let parties = parties.iter().map(|party| {
        let (role, who) = (party.text("role"), party.text("who"));
        known(party, &role, &vocabulary.roles, "role");
        known(party, &who, &either, "body or actor");
        party.finish();
        Party { role: role.value, who: who.value }
    });
    let parties = parties.collect();
    let people = table.texts("people");
    for person in &people {
        if !corpus.people.iter().any(|known| known.id == person.value) {
            let message = format!("unknown person \"{}\": write an id from data/people.toml", person.value);
            table.file.mistake(&person.span, message);
        }
    }

    let mut claims: Vec<Claim> = Vec::new();
    for table in table.tables("claim") {
        let claim = read_claim(&table, corpus, &claims);
        let place = ClaimRef { record: id.value.clone(), claim: claim.key.clone() };
        places.lines.insert(place, format!("{}:{}", table.file.name, table.file.line(&table.span)));
        claims.push(claim);
    }
    if claims.is_empty() {
        table.mistake("this record has no claim: say who says it with [[record.claim]]".to_string());
    }
    let steps = read_steps(table, corpus, &claims);
    let links = table.tables("link");
    let links = links.iter().map(|link| {
        let (kind, to) = (link.text("type"), link.text("to"));
        known(link, &kind, &vocabulary.links, "type of link");
        places.links.push((link.file, to.span.clone(), id.value.clone(), to.value.clone()));
        link.finish();
        Link { kind: kind.value, to: to.value }
    });
    let links = links.collect();

    let changes = change::read(table, corpus);
    let summary = table.optional_text("summary");
    // A single claim says all that a summary could.
    if claims.len() == 1 && !summary.value.is_empty() {
        let message = "this record has one claim, which says it: remove the `summary`";
        table.file.mistake(&summary.span, message.to_string());
    }
    if claims.len() > 1 && summary.value.is_empty() {
        table.mistake("`summary` is missing: say what the claims are about".to_string());
    }
    let record = Record {
        series: series.to_string(),
        title: prose(table.text("title"), TITLE_LENGTH),
        label: prose(table.text("label"), LABEL_LENGTH),
        summary: prose(summary, TEXT_LENGTH),
        bodies,
        themes,
        places: places_of,
        parties,
        people: values(people),
        documents: values(table.texts("documents")),
        also: values(table.texts("also")),
        id: id.value,
        claims,
        steps,
        links,
        changes,
    };
    table.finish();
    record
}

fn check_id(table: &Table, id: &Text, series: &str, corpus: &Corpus, places: &mut Places) {
    super::Ids::default().add(table, id);
    super::not_of_the_page(table, id);
    if let Some(other) = places.ids.get(&id.value) {
        let message = format!("\"{}\" is there twice (also in {other}): ids must be unique", id.value);
        table.file.mistake(&id.span, message);
    }
    places.ids.insert(id.value.clone(), format!("data/{series}.toml"));
    let parts: BTreeSet<&str> = id.value.split('-').collect();
    for person in &corpus.people {
        let name = person.name.to_lowercase();
        if !name.is_empty() && name.split(' ').all(|part| parts.contains(part)) {
            table.file.mistake(&id.span, "an id must not hold a person's name: choose another".to_string());
        }
    }
}

/// Checks the length of a text of ours, and puts in the names of people.
pub fn check_prose(table: &Table, text: Text, length: usize, corpus: &Corpus) -> String {
    for person in &corpus.people {
        for name in std::iter::once(&person.name).chain(&person.also).chain([&person.chinese]) {
            if !name.is_empty() && text.value.contains(name.as_str()) {
                let message = format!("a person's name stands here: write {{{}}} instead", person.id);
                table.file.mistake(&text.span, message);
            }
        }
    }
    let mut shown = String::new();
    let mut rest = text.value.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        shown.push_str(before);
        let Some((id, after)) = after.split_once('}') else {
            table.file.mistake(&text.span, "a { is never closed with }".to_string());
            return shown;
        };
        match corpus.people.iter().find(|person| person.id == id) {
            Some(person) if person.withhold => shown.push_str(WITHHELD),
            Some(person) => shown.push_str(&person.name),
            None => {
                let message = format!("unknown person {{{id}}}: write an id from data/people.toml");
                table.file.mistake(&text.span, message);
            }
        }
        rest = after;
    }
    shown.push_str(rest);
    let letters = shown.chars().count();
    if letters > length {
        let message = format!("{letters} letters long, {length} allowed: shorten it");
        table.file.mistake(&text.span, message);
    }
    shown
}

fn read_claim(table: &Table, corpus: &Corpus, before: &[Claim]) -> Claim {
    let key = table.text("key");
    if !key.value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        table
            .file
            .mistake(&key.span, "a key is made of lower-case letters and digits, such as \"a\"".to_string());
    }
    if before.iter().any(|claim| claim.key == key.value) {
        table.file.mistake(&key.span, format!("this record has two claims \"{}\": rename one", key.value));
    }
    let source_id = table.text("source");
    let source = corpus.source(&source_id.value);
    if source.is_none() && !source_id.value.is_empty() {
        let ids: Vec<&str> = corpus.sources.iter().map(|source| source.id.as_str()).collect();
        let hint = did_you_mean(&source_id.value, &ids);
        let message =
            format!("unknown source \"{}\"{hint}: write an id from data/sources.toml", source_id.value);
        table.file.mistake(&source_id.span, message);
    }
    let as_of = table.optional_text("as_of");
    let of_source = source.map(|source| source.known).unwrap_or(Day::LATEST);
    let known = if as_of.value.is_empty() {
        of_source
    } else {
        let when = read_date(table, &as_of, Day::LATEST);
        if when.start.earliest > of_source {
            table.file.mistake(&as_of.span, "`as_of` is after the source itself: check both".to_string());
        }
        when.start.latest.min(of_source)
    };
    let at = match table.table("at") {
        Some(at) => read_locator(&at),
        None => {
            table.mistake(
                "this claim does not say where: add at = { section = \"…\", anchor = \"…\" }".to_string(),
            );
            Locator::default()
        }
    };
    let (printed, note) = (table.optional_text("printed"), table.optional_text("note"));
    if !printed.value.is_empty() && note.value.is_empty() {
        table.file.mistake(&printed.span, "`printed` needs a `note` that says what is odd".to_string());
    }
    let values_table = table.table("values");
    let prose = |text: Text, length: usize| check_prose(table, text, length, corpus);
    let claim = Claim {
        key: key.value,
        source: source_id.value,
        at,
        cites: values(table.texts("cites")),
        speaker: prose(table.optional_text("speaker"), TEXT_LENGTH),
        says: prose(table.text("says"), TEXT_LENGTH),
        as_of: if as_of.value.is_empty() {
            source.map(|source| source.as_of.clone()).unwrap_or_default()
        } else {
            as_of.value
        },
        values: values_table.map(|values| values.pairs()).unwrap_or_default(),
        printed: printed.value,
        note: prose(note, TEXT_LENGTH),
        known,
    };
    table.finish();
    claim
}

fn read_locator(table: &Table) -> Locator {
    let anchor = table.text("anchor");
    let words = anchor.value.split_whitespace().count();
    if !anchor.value.is_empty() && !ANCHOR_WORDS.contains(&words) {
        let message = format!(
            "the anchor has {words} words: give {} to {} consecutive words of the passage",
            ANCHOR_WORDS.start(),
            ANCHOR_WORDS.end()
        );
        table.file.mistake(&anchor.span, message);
    }
    let locator = Locator {
        section: table.optional_text("section").value,
        row: table.optional_text("row").value,
        note: table.number("note"),
        nth: table.number("nth"),
        counted: table.flag("counted"),
        page: table.number("page"),
        anchor: anchor.value,
    };
    if locator.section.is_empty() && locator.row.is_empty() && locator.note.is_none() {
        table.mistake("the passage is not located: add a `section`, a `row` or a `note`".to_string());
    }
    table.finish();
    locator
}

fn read_steps(record: &Table, corpus: &Corpus, claims: &[Claim]) -> Vec<Step> {
    let tables = record.tables("step");
    if tables.is_empty() {
        record.mistake("this record has no step: say what happened when with [[record.step]]".to_string());
    }
    let mut steps: Vec<Step> = Vec::new();
    let mut last_begun: Option<(usize, &Table)> = None;
    for table in &tables {
        let act = table.text("act");
        known(table, &act, &corpus.vocabulary.acts, "act");
        let keys = table.texts("claims");
        if keys.is_empty() {
            table.mistake("this step names no claim: add claims = [\"a\"]".to_string());
        }
        let mut known_until = None;
        for key in &keys {
            match claims.iter().find(|claim| claim.key == key.value) {
                Some(claim) => known_until = known_until.max(Some(claim.known)),
                None => {
                    let message = format!("no claim of this record has the key \"{}\"", key.value);
                    table.file.mistake(&key.span, message);
                }
            }
        }
        let known_until = known_until.unwrap_or(Day::LATEST);
        let date = table.optional_text("date");
        let mut when = read_date(table, &date, known_until);
        if steps.last().is_some_and(|before| when.start.latest < before.start.earliest) {
            let message =
                "this step is certainly earlier than the one before it: put the steps in the order of time";
            table.file.mistake(&date.span, message.to_string());
        }
        let state = corpus.vocabulary.acts.iter().find(|term| term.id == act.value).map(|act| &act.state);
        let state = corpus.vocabulary.states.iter().find(|term| Some(&term.id) == state);
        let mut end = when.end;
        if let Some(state) = state {
            last_begun = state.open.then_some((steps.len(), table));
            if state.open && date.value.is_empty() {
                // No source says since when, only that it was so.
                end = End::GoingOn;
            }
        }
        let (basis, note) = (table.optional_text("basis"), table.optional_text("note"));
        let basis = if basis.value.is_empty() {
            "stated".to_string()
        } else {
            if !["stated", "inferred", "published", "scheduled"].contains(&basis.value.as_str()) {
                table.file.mistake(
                    &basis.span,
                    "`basis` is \"stated\", \"inferred\", \"published\" or \"scheduled\"".to_string(),
                );
            }
            basis.value
        };
        if basis == "inferred" && note.value.is_empty() {
            table.mistake("an inferred date needs a `note` that says from what".to_string());
        }
        // A text may be published after the day up to which it speaks, and may
        // name a day to come. That changes no state: nobody saw it happen.
        let to_come = basis == "published" || basis == "scheduled";
        if basis == "scheduled" && state.is_some() {
            table.mistake(
                "what is only scheduled changes no state: choose an act that is a point".to_string(),
            );
        }
        if when.start.earliest > known_until && !to_come {
            let message = "this is later than its claims can speak of: check the date and the claims' as-of";
            table.file.mistake(&date.span, message.to_string());
        }
        if !to_come {
            // A source of November that says "this year" knows nothing of December,
            // and one that names an end to come knows that it goes on.
            when.start.latest = when.start.latest.min(known_until).max(when.start.earliest);
            end = match end {
                End::At(end) if end.earliest > known_until => End::GoingOn,
                End::At(span) => End::At(Span { latest: span.latest.min(known_until), ..span }),
                other => other,
            };
        }
        steps.push(Step {
            act: act.value,
            date: date.value,
            basis,
            article: table.optional_text("article").value,
            note: check_prose(table, note, TEXT_LENGTH, corpus),
            claims: values(keys),
            start: when.start,
            end,
            known: known_until,
        });
        table.finish();
    }
    if let Some((index, table)) = last_begun {
        let without_end =
            steps.get(index).is_some_and(|step| step.end == End::Same && step.start.earliest > Day::EARLIEST);
        if without_end {
            let message = "this act begins a state and nothing ends it: write the date as …/.. (going on when \
                           the source was written), …/ (end not known) or …/… (with its end)";
            table.mistake(message.to_string());
        }
    }
    steps
}
