//! The corpus as it is filtered and drawn, without its texts.

use super::{Corpus, Disagreement, Finding, Record, Side, Term, position};
use crate::data::dataset::{self, Coverage, Dataset, Facet, NOT_STATED, ValueId};
use crate::data::day::Day;

/// Stands before the label of a record on which the sources differ.
pub const DIFFERS: &str = "‡ ";

/// The facets of which a record may have no value.
const FACETS_OF_TERMS: [Facet; 5] =
    [Facet::Body, Facet::Actor, Facet::Theme, Facet::Place, Facet::Disagreement];

impl Corpus {
    /// The same data as it is filtered and drawn.
    pub fn dataset(&self) -> Dataset {
        let vocabulary = &self.vocabulary;
        let mut values = Vec::new();
        push_terms(&mut values, Facet::Series, &vocabulary.series);
        let mut states = Vec::new();
        let mut statuses = vec!["not-yet".to_string()];
        let first_status = values.len() as ValueId;
        for term in &vocabulary.states {
            let value = first_status + statuses.len() as ValueId;
            for suffix in ["", "-possibly", "-last"] {
                statuses.push(format!("{}{suffix}", term.id));
            }
            states.push(dataset::State {
                key: term.id.clone(),
                label: term.label.clone(),
                open: term.open,
                value,
            });
        }
        values.extend(statuses.into_iter().map(|key| value(Facet::Status, key, "")));
        push_terms(&mut values, Facet::Body, &vocabulary.bodies);
        push_terms(&mut values, Facet::Actor, &vocabulary.actors);
        push_terms(&mut values, Facet::Theme, &vocabulary.themes);
        push_terms(&mut values, Facet::Place, &vocabulary.places);
        values.extend(self.sources.iter().map(|it| value(Facet::Source, it.id.clone(), &it.short)));
        push_terms(&mut values, Facet::Kind, &vocabulary.kinds);
        push_terms(&mut values, Facet::Disagreement, &vocabulary.conflicts);

        let acts = vocabulary.acts.iter().map(|term| dataset::Act {
            state: position(&vocabulary.states, &term.state).map(|index| index as u16),
        });
        let mut dataset = Dataset {
            acts: acts.collect(),
            states,
            values,
            series: Vec::new(),
            coverage: Vec::new(),
            records: Vec::new(),
            disagreements: Vec::new(),
            findings: Vec::new(),
            promises: Vec::new(),
            horizon: self.horizon(),
            beginning: self.horizon(),
        };
        for term in &vocabulary.series {
            let group = vocabulary.groups.iter().find(|group| group.id == term.group);
            let value = dataset.value(Facet::Series, &term.id).unwrap_or_default();
            let group = group.map(|group| group.label.clone()).unwrap_or_default();
            dataset.series.push(dataset::Series { value, group });
        }
        let coverage = self.sources.iter().filter_map(|source| {
            let value = dataset.value(Facet::Source, &source.id)?;
            Some(Coverage { source: value, span: source.examined_days })
        });
        dataset.coverage = coverage.collect();
        dataset.records = self.records.iter().map(|record| self.slim(record, &dataset)).collect();
        let concerned = |disagreement: &Disagreement| {
            let mut records: Vec<_> =
                disagreement.claims().filter_map(|claim| dataset.record(&claim.record)).collect();
            records.sort_unstable();
            records.dedup();
            dataset::Disagreement {
                id: disagreement.id.clone(),
                records,
                told: self.told(disagreement).unwrap_or(dataset.horizon),
            }
        };
        dataset.disagreements = self.disagreements.iter().map(concerned).collect();
        dataset.findings = vocabulary.findings.iter().map(|it| self.slim_finding(it)).collect();
        dataset.promises = self.slim_promises(&dataset);
        let dated = dataset.records.iter().flat_map(|record| &record.steps).filter(|step| step.is_dated());
        dataset.beginning = dated.map(|step| step.start.earliest).min().unwrap_or(dataset.horizon);
        dataset
    }

    /// The day by which two sides of a disagreement had spoken.
    fn told(&self, disagreement: &Disagreement) -> Option<Day> {
        let claimed =
            |side: &Side| side.claims.iter().filter_map(|it| self.claim(it)).map(|it| it.1.known).min();
        let silent = |side: &Side| self.source(&side.silent).map(|source| source.known);
        let mut told: Vec<Day> =
            disagreement.sides.iter().filter_map(|side| claimed(side).or_else(|| silent(side))).collect();
        told.sort_unstable();
        told.get(1).copied()
    }

    fn slim_finding(&self, finding: &Finding) -> dataset::Finding {
        let places = |ids: &[String], terms: &[Term]| -> Vec<u16> {
            ids.iter().filter_map(|id| position(terms, id)).map(|index| index as u16).collect()
        };
        dataset::Finding {
            series: places(&finding.series, &self.vocabulary.series),
            states: places(&finding.states, &self.vocabulary.states),
            of: places(&finding.of, &self.vocabulary.states),
            longest: finding.longest,
        }
    }

    fn slim_promises(&self, dataset: &Dataset) -> Vec<dataset::Promise> {
        let promised = self.vocabulary.promises.iter().flat_map(|it| self.promised(it));
        let promises = promised.filter_map(|record| {
            let beside = self.beside(record).into_iter().flat_map(|group| group.records);
            Some(dataset::Promise {
                record: dataset.record(&record.id)?,
                beside: beside.filter_map(|it| dataset.record(&it.id)).collect(),
            })
        });
        promises.collect()
    }

    /// A record without its texts.
    fn slim(&self, record: &Record, dataset: &Dataset) -> dataset::Record {
        let mut values: Vec<ValueId> = Vec::new();
        let mut add = |facet: Facet, key: &str| values.extend(dataset.value(facet, key));
        add(Facet::Series, &record.series);
        for body in &record.bodies {
            add(Facet::Body, body);
        }
        for party in &record.parties {
            // A party is a UN body or somebody else; only one of these exists.
            add(Facet::Body, &party.who);
            add(Facet::Actor, &party.who);
        }
        for theme in &record.themes {
            add(Facet::Theme, theme);
        }
        for place in &record.places {
            add(Facet::Place, place);
        }
        for claim in &record.claims {
            add(Facet::Source, &claim.source);
            if let Some(source) = self.source(&claim.source) {
                add(Facet::Kind, &source.kind);
            }
        }
        let mut differs = false;
        for disagreement in self.disagreements.iter().filter(|it| it.concerns(&record.id)) {
            values.extend(dataset.value(Facet::Disagreement, &disagreement.kind));
            differs = true;
        }
        for facet in FACETS_OF_TERMS {
            let stated = |id: &ValueId| dataset.values.get(*id as usize).is_some_and(|it| it.facet == facet);
            if !values.iter().any(stated) {
                values.extend(dataset.value(facet, NOT_STATED));
            }
        }
        values.sort_unstable();
        values.dedup();
        let steps = record.steps.iter().map(|step| dataset::Step {
            act: position(&self.vocabulary.acts, &step.act).unwrap_or_default() as u16,
            start: step.start,
            end: step.end,
            known: step.known,
        });
        dataset::Record {
            id: record.id.clone(),
            label: if differs { DIFFERS.to_string() + &record.label } else { record.label.clone() },
            series: position(&self.vocabulary.series, &record.series).unwrap_or_default() as u16,
            values,
            steps: steps.collect(),
        }
    }
}

/// The terms of a vocabulary as values, and one for records that have none.
fn push_terms(values: &mut Vec<dataset::Value>, facet: Facet, terms: &[Term]) {
    values.extend(terms.iter().map(|term| value(facet, term.id.clone(), &term.label)));
    if FACETS_OF_TERMS.contains(&facet) {
        values.push(value(facet, NOT_STATED.to_string(), ""));
    }
}

fn value(facet: Facet, key: String, label: &str) -> dataset::Value {
    dataset::Value { facet, key, label: label.to_string() }
}
