//! The tables of the Data Package, each from the corpus.

use serde_json::json;

use crate::data::corpus::{Corpus, Record, Step, Term};
use crate::data::{Day, End};
use crate::export::table::{Column, JOIN, Reference, Table, maybe, text, typed};

const TO_RECORD: Reference = Reference { from: &["record"], table: "records", to: &["id"] };
const TO_SOURCE: Reference = Reference { from: &["source"], table: "sources", to: &["id"] };

/// All tables.
pub fn tables(corpus: &Corpus) -> Vec<Table> {
    vec![
        records(corpus),
        steps(corpus),
        claims(corpus),
        links(corpus),
        disagreements(corpus),
        sources(corpus),
        people(corpus),
        vocabularies(corpus),
    ]
}

fn records(corpus: &Corpus) -> Table {
    const COLUMNS: &[Column] = &[
        text("id", "Name of the record in links, for ever"),
        text("series", "Id of its series"),
        text("title", "What it is about"),
        text("label", "Short name"),
        maybe("summary", "Neutral summary; empty where one claim says all"),
        maybe("bodies", "Ids of UN bodies, separated by a vertical line"),
        text("themes", "Ids of themes, likewise"),
        maybe("places", "Ids of places, likewise"),
        maybe("parties", "Who took part or is reported to have, as role: who"),
        maybe("people", "Ids of people named"),
        maybe("documents", "UN symbols and articles of law"),
        maybe("also", "Other names"),
        typed("earliest", "date", "First day that its first dated step can mean"),
        typed("latest", "date", "Last day that its last dated step can mean"),
    ];
    let row = |record: &Record| {
        let parties = record.parties.iter().map(|party| format!("{}: {}", party.role, party.who));
        let dated = record.steps.iter().filter(|step| is_dated(step));
        vec![
            record.id.clone(),
            record.series.clone(),
            record.title.clone(),
            record.label.clone(),
            record.summary.clone(),
            record.bodies.join(JOIN),
            record.themes.join(JOIN),
            record.places.join(JOIN),
            parties.collect::<Vec<_>>().join(JOIN),
            record.people.join(JOIN),
            record.documents.join(JOIN),
            record.also.join(JOIN),
            iso(dated.clone().map(|step| step.start.earliest).min()),
            iso(dated.map(last).max()),
        ]
    };
    Table {
        name: "records",
        title: "Records: one matter each, with one claim or more",
        columns: COLUMNS,
        key: &["id"],
        references: &[],
        rows: corpus.records.iter().map(row).collect(),
    }
}

fn steps(corpus: &Corpus) -> Table {
    const COLUMNS: &[Column] = &[
        text("record", "Id of the record"),
        Column {
            name: "number",
            kind: "integer",
            description: "Place within the record, from 1",
            required: true,
        },
        text("act", "Id of what took place"),
        maybe("date", "EDTF; empty where no source gives a date"),
        text("basis", "stated, inferred, published or scheduled"),
        maybe("article", "The article that a reservation is about"),
        maybe("note", "How a date was inferred, or what is odd"),
        text("claims", "Keys of the claims that assert it, separated by a vertical line"),
        typed("earliest", "date", "First day that the date can mean"),
        typed("latest", "date", "Last day that the date, or its end, can mean"),
        text("known", "Last day that its claims can speak of"),
    ];
    let rows = corpus.records.iter().flat_map(|record| {
        (1..).zip(&record.steps).map(|(number, step)| {
            let dated = is_dated(step);
            vec![
                record.id.clone(),
                number.to_string(),
                step.act.clone(),
                step.date.clone(),
                step.basis.clone(),
                step.article.clone(),
                step.note.clone(),
                step.claims.join(JOIN),
                iso(dated.then_some(step.start.earliest)),
                iso(dated.then(|| last(step))),
                step.known.iso(),
            ]
        })
    });
    Table {
        name: "steps",
        title: "Steps: the dated stages of records",
        columns: COLUMNS,
        key: &["record", "number"],
        references: &[TO_RECORD],
        rows: rows.collect(),
    }
}

fn claims(corpus: &Corpus) -> Table {
    const COLUMNS: &[Column] = &[
        text("record", "Id of the record"),
        text("claim", "Key of the claim within the record"),
        text("source", "Id of the document"),
        maybe("section", "Heading that the passage stands under"),
        maybe("row", "Row of a table"),
        typed("note", "integer", "Footnote"),
        typed("nth", "integer", "Entry of the footnote"),
        Column {
            name: "counted",
            kind: "boolean",
            description: "Whether the note's number was counted, being lost in the text",
            required: true,
        },
        typed("page", "integer", "Page, where known"),
        text("anchor", "Words of the passage to look for"),
        text("says", "What the document says, in our words"),
        maybe("speaker", "Whose words the document reports"),
        text("as_of", "Up to when the claim can speak, in EDTF"),
        typed("values", "object", "What it asserts in figures"),
        maybe("cites", "Documents that the passage rests on, separated by a vertical line"),
        maybe("printed", "A misprint as printed"),
        maybe("remark", "What is odd about the passage"),
    ];
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let rows = corpus.records.iter().flat_map(|record| {
        record.claims.iter().map(move |claim| {
            let values: serde_json::Map<_, _> =
                claim.values.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
            vec![
                record.id.clone(),
                claim.key.clone(),
                claim.source.clone(),
                claim.at.section.clone(),
                claim.at.row.clone(),
                number(claim.at.note),
                number(claim.at.nth),
                claim.at.counted.to_string(),
                number(claim.at.page),
                claim.at.anchor.clone(),
                claim.says.clone(),
                claim.speaker.clone(),
                claim.as_of.clone(),
                if values.is_empty() { String::new() } else { json!(values).to_string() },
                claim.cites.join(JOIN),
                claim.printed.clone(),
                claim.note.clone(),
            ]
        })
    });
    Table {
        name: "claims",
        title: "Claims: who says what, and where",
        columns: COLUMNS,
        key: &["record", "claim"],
        references: &[TO_RECORD, TO_SOURCE],
        rows: rows.collect(),
    }
}

fn links(corpus: &Corpus) -> Table {
    const COLUMNS: &[Column] = &[
        text("record", "Id of the record that links"),
        text("type", "Id of the type of link"),
        text("to", "Id of the record linked to"),
    ];
    const TO_OTHER: Reference = Reference { from: &["to"], table: "records", to: &["id"] };
    let rows = corpus.records.iter().flat_map(|record| {
        record.links.iter().map(|link| vec![record.id.clone(), link.kind.clone(), link.to.clone()])
    });
    Table {
        name: "links",
        title: "Typed links between records",
        columns: COLUMNS,
        key: &["record", "type", "to"],
        references: &[TO_RECORD, TO_OTHER],
        rows: rows.collect(),
    }
}

fn disagreements(corpus: &Corpus) -> Table {
    const COLUMNS: &[Column] = &[
        text("disagreement", "Name of the disagreement in links"),
        text("type", "Id of the way in which the sides differ"),
        text("title", "What it is about"),
        text("about", "What differs and, where it can be told, why"),
        Column { name: "side", kind: "integer", description: "Number of the side, from 1", required: true },
        text("holds", "What the side says, in a few words"),
        maybe("record", "Id of the record whose claim says so"),
        maybe("claim", "Key of that claim"),
        maybe("silent", "Id of the document that says nothing"),
    ];
    const TO_CLAIM: Reference =
        Reference { from: &["record", "claim"], table: "claims", to: &["record", "claim"] };
    let mut rows = Vec::new();
    for it in &corpus.disagreements {
        for (number, side) in (1..).zip(&it.sides) {
            let mut push = |record: &str, claim: &str| {
                let row = [&it.id, &it.kind, &it.title, &it.about, &format!("{number}"), &side.holds];
                let row = row.into_iter().map(String::as_str).chain([record, claim, side.silent.as_str()]);
                rows.push(row.map(str::to_string).collect());
            };
            side.claims.iter().for_each(|place| push(&place.record, &place.claim));
            if side.claims.is_empty() {
                push("", "");
            }
        }
    }
    Table {
        name: "disagreements",
        title: "Where the sources differ: a row for each claim of each side",
        columns: COLUMNS,
        key: &[],
        references: &[TO_CLAIM],
        rows,
    }
}

fn sources(corpus: &Corpus) -> Table {
    const COLUMNS: &[Column] = &[
        text("id", "Name of the document in files and addresses"),
        text("title", "As published, or descriptive where lost"),
        text("short", "Name used beside claims"),
        maybe("authors", "As printed"),
        text("publisher", "Who published it"),
        text("kind", "Id of the kind of publisher"),
        text("published", "When, in EDTF"),
        text("as_of", "Up to when it can speak, in EDTF"),
        text("examined", "Years that it looked into, in EDTF"),
        text("examined_because", "Why we say so"),
        text("language", "Language tag"),
        maybe("address", "Address, where known"),
        maybe("archived", "Address of an archived copy"),
        text("sha256", "SHA-256 of the text that was read"),
        text("describes_itself", "The publisher about itself"),
        text("held", "What part of it was read"),
    ];
    let rows = corpus.sources.iter().map(|it| {
        let authors = it.authors.join(JOIN);
        let cells = [
            &it.id,
            &it.title,
            &it.short,
            &authors,
            &it.publisher,
            &it.kind,
            &it.published,
            &it.as_of,
            &it.examined,
            &it.examined_because,
            &it.language,
            &it.address,
            &it.archived,
            &it.sha256,
            &it.describes_itself,
            &it.held,
        ];
        cells.map(String::clone).to_vec()
    });
    Table {
        name: "sources",
        title: "The documents that the records rest on",
        columns: COLUMNS,
        key: &["id"],
        references: &[],
        rows: rows.collect(),
    }
}

fn people(corpus: &Corpus) -> Table {
    const COLUMNS: &[Column] = &[
        text("id", "Name in files, never the person's"),
        maybe("name", "Empty where withheld"),
        maybe("chinese", "In Chinese characters, where a source prints them"),
        text("reason", "Why the name is there"),
        text("harm", "What naming the person may do to them"),
        text("last_known", "What the sources know last"),
        text("as_of", "And from when, in EDTF"),
        Column {
            name: "withheld",
            kind: "boolean",
            description: "Whether the name is withheld",
            required: true,
        },
    ];
    let rows = corpus.people.iter().map(|it| {
        let withheld = it.withhold.to_string();
        let cells =
            [&it.id, &it.name, &it.chinese, &it.reason, &it.harm, &it.last_known, &it.as_of, &withheld];
        cells.map(String::clone).to_vec()
    });
    Table {
        name: "people",
        title: "People whom a source names as a public case",
        columns: COLUMNS,
        key: &["id"],
        references: &[],
        rows: rows.collect(),
    }
}

fn vocabularies(corpus: &Corpus) -> Table {
    const COLUMNS: &[Column] = &[
        text("list", "Which closed list"),
        text("id", "Name of the value"),
        text("label", "What the page calls it"),
        maybe("definition", "What it means here"),
        maybe("also", "Other spellings"),
        maybe("group", "Of a series: its group"),
        maybe("state", "Of an act: the state it leads to"),
        typed("open", "boolean", "Of a state: whether it can end unreported"),
        maybe("check", "Of a state: where its present form can be looked up"),
        maybe("inverse", "Of a link: its name from the other side"),
    ];
    let it = &corpus.vocabulary;
    let lists: [(&str, &[Term]); 12] = [
        ("group", &it.groups),
        ("series", &it.series),
        ("state", &it.states),
        ("act", &it.acts),
        ("role", &it.roles),
        ("body", &it.bodies),
        ("actor", &it.actors),
        ("theme", &it.themes),
        ("place", &it.places),
        ("kind", &it.kinds),
        ("link", &it.links),
        ("conflict", &it.conflicts),
    ];
    let rows = lists.into_iter().flat_map(|(list, terms)| {
        terms.iter().map(move |term| {
            let open = if list == "state" { term.open.to_string() } else { String::new() };
            let (list, also) = (list.to_string(), term.also.join(JOIN));
            let cells = [
                &list,
                &term.id,
                &term.label,
                &term.definition,
                &also,
                &term.group,
                &term.state,
                &open,
                &term.check,
                &term.inverse,
            ];
            cells.map(String::clone).to_vec()
        })
    });
    Table {
        name: "vocabularies",
        title: "The closed lists, with definitions",
        columns: COLUMNS,
        key: &["list", "id"],
        references: &[],
        rows: rows.collect(),
    }
}

fn is_dated(step: &Step) -> bool {
    step.start.earliest > Day::EARLIEST
}

fn last(step: &Step) -> Day {
    match step.end {
        End::At(end) => end.latest,
        _ => step.start.latest,
    }
}

fn iso(day: Option<Day>) -> String {
    day.map(Day::iso).unwrap_or_default()
}
