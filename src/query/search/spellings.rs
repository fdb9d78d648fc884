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

    /// How many of the first terms make up a spelling, as many as possible, and
    /// what else it is spelled.
    pub fn of(&self, terms: &[Term]) -> (usize, Vec<Needle>) {
        let (mut count, mut others) = (1, Vec::new());
        let mut typed = String::new();
        for (number, term) in (1..).zip(terms).take_while(|(_, term)| !term.exact) {
            if number > 1 {
                typed.push(' ');
            }
            typed.push_str(&term.words);
            let is_last = number == terms.len();
            for group in &self.groups {
                if group.iter().any(|spelling| is_spelled(spelling, &typed, is_last)) {
                    if number > count {
                        (count, others) = (number, Vec::new());
                    }
                    others.extend(group.iter().map(|spelling| needle(spelling)));
                }
            }
        }
        (count, others)
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
