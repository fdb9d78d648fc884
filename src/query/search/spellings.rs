//! Different spellings of one thing: whoever types one finds the others too.

use crate::query::search::fold::folded;
use crate::query::search::needle::Needle;
use crate::query::search::terms::Term;

/// Groups of spellings, each spelling with one space between its words.
#[derive(Clone, Debug, Default)]
pub struct Spellings {
    groups: Vec<Vec<String>>,
}

/// From so many letters on, a word that is typed may be the beginning of a
/// spelling, and the beginning of a word may be another spelling of it.
const TELLING: usize = 4;

impl Spellings {
    /// Reads groups that semicolons part, and in them spellings that bars part.
    pub fn new(groups: &str) -> Spellings {
        let group = |group: &str| group.split('|').map(folded).collect();
        Spellings { groups: groups.split(';').map(group).collect() }
    }

    /// Whether any spelling begins like that.
    pub fn begin(&self, words: &str) -> bool {
        self.groups.iter().flatten().any(|spelling| spelling.starts_with(words))
    }

    /// Adds to each term the other spellings of what it is a word of: a text
    /// that holds one of them holds all of the words.
    pub fn add(&self, terms: &mut [Term]) {
        for from in 0..terms.len() {
            let mut typed = String::new();
            for to in from..terms.len() {
                let own = terms.get(to).and_then(|term| term.needles.first());
                // What is quoted is meant to the letter.
                let Some(own) = own.filter(|own| !own.whole) else { break };
                if to > from {
                    typed.push(' ');
                }
                typed.push_str(&own.words);
                let is_last = to + 1 == terms.len();
                for group in &self.groups {
                    if group.iter().any(|spelling| is_spelled(spelling, &typed, is_last)) {
                        for term in terms.iter_mut().take(to + 1).skip(from) {
                            let others = group.iter().filter(|spelling| **spelling != typed);
                            term.needles.extend(others.map(|spelling| needle(spelling)));
                        }
                    }
                }
            }
        }
    }
}

/// Whether that is the spelling, its plural, or so much of it that nothing
/// else can be meant.
fn is_spelled(spelling: &str, typed: &str, is_last: bool) -> bool {
    let whole = spelling == typed || typed.strip_suffix('s') == Some(spelling);
    let rest = spelling.strip_prefix(typed).filter(|_| is_last && typed.len() >= TELLING);
    whole || rest.is_some_and(|rest| !rest.contains(' '))
}

/// An abbreviation must stand as a word of its own: CAT is in no category.
fn needle(spelling: &str) -> Needle {
    let last = spelling.rsplit(' ').next().unwrap_or_default();
    Needle { words: spelling.to_string(), whole: last.len() <= TELLING }
}
