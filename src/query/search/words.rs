//! The words of all documents, folded once, and where each of them begins.

use crate::query::search::fold::fold;
use crate::query::search::needle::Needle;

/// The texts of a document by how much they count: its title; the names of
/// whom and what it concerns, documents included; its summary; the rest.
pub type Texts = [String; 4];

/// What it is worth to be found in each of the [`Texts`]: by the beginning of
/// a word, and by a whole word.
const WORTH: [[u16; 2]; 4] = [[9, 12], [6, 8], [3, 4], [1, 2]];

/// What a record is worth of which a value's name was found.
pub fn worth_of_name(worth: u16) -> u16 {
    let [begun, whole] = WORTH[1];
    if worth == whole || worth >= WORTH[0][1] { whole } else { begun }
}

/// The words of documents, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Each text after a line break, each word of it after a space, so that
    /// words in a row never reach from one text into the next.
    text: String,
    /// Where each word begins.
    starts: Vec<u32>,
    /// For each document how many words there are up to the end of each text.
    ends: Vec<[u32; 4]>,
}

impl Words {
    /// Adds a document.
    pub fn add(&mut self, texts: &Texts) {
        let mut ends = [0; 4];
        for (text, end) in texts.iter().zip(&mut ends) {
            self.text.push('\n');
            let before = self.text.len();
            fold(text, &mut self.text, None);
            let added = self.text.as_bytes().get(before..).unwrap_or_default();
            for (place, letter) in (before as u32..).zip(added) {
                if *letter == b' ' {
                    self.starts.push(place + 1);
                }
            }
            *end = self.starts.len() as u32;
        }
        self.ends.push(ends);
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        self.ends.len()
    }

    /// The text from each word on.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.starts.iter().map(|start| self.text.get(*start as usize..).unwrap_or_default())
    }

    /// Raises what each document is worth to what it is worth to be found by
    /// these words, less what another spelling costs.
    pub fn find(&self, needle: &Needle, cost: u16, worths: &mut [u16]) {
        let text = self.text.as_bytes();
        let mut starts = self.starts.iter();
        let mut place = 0;
        for (ends, best) in self.ends.iter().zip(worths) {
            let title = place;
            for (end, [begun, whole]) in ends.iter().zip(WORTH) {
                while place < *end {
                    let start = starts.next().copied().unwrap_or_default() as usize;
                    if let Some(is_whole) = needle.begins(text.get(start..).unwrap_or_default()) {
                        let worth = if is_whole { whole } else { begun };
                        // What a title begins with is what it is about.
                        let worth = worth + u16::from(place == title && end == &ends[0]);
                        *best = (*best).max(worth - cost.min(worth - 1));
                    }
                    place += 1;
                }
            }
        }
    }
}
