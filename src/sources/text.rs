//! A model of a text: its paragraphs, each with the section, the row or the
//! note it is in.

use std::ops::Range;

use super::headings::{self, Heading};
use super::marks;
use super::plain::fold;
use super::roles::{Line, Role, lines};
use super::table::{self, Row};
use crate::data::compile::layout::{Layout, Sections};

/// A text that can be asked where a passage is.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The whole text, folded, as anchors are looked for.
    folded: String,
    /// The whole text without white space, as addresses are looked for.
    unspaced: String,
    /// Where each word begins: in the text as given, and in the folded one.
    words: Vec<(usize, usize)>,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// The rows of its tables, in order.
    pub rows: Vec<Row>,
    /// Its notes, in order.
    pub notes: Vec<Note>,
    /// Its paragraphs, in the order of reading.
    pub blocks: Vec<Block>,
}

/// A note.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    /// Its number, printed or counted.
    pub number: u32,
    /// Whether the text has lost the number, so that it was counted.
    pub lost: bool,
}

/// A paragraph, an item of a list, a part of a cell, a heading or a note.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// Its bytes in the text as given; several where a page cuts it.
    pub parts: Vec<Range<usize>>,
    /// Its words without the marks of notes.
    pub text: String,
    /// The notes it calls, each with its place in the words.
    pub marks: Vec<(u32, usize)>,
    /// Whether it is set as an item of a list.
    pub item: bool,
    /// Where it is.
    pub place: Place,
}

/// Where a paragraph is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Whether it is itself a heading.
    pub heading: bool,
    /// The headings above it, from the highest: places in [`Text::headings`].
    pub sections: Vec<usize>,
    /// The row it is in: a place in [`Text::rows`].
    pub row: Option<usize>,
    /// The note it is: a place in [`Text::notes`].
    pub note: Option<usize>,
}

/// What looking for an anchor gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// It is not in the text.
    Nowhere,
    /// It is there so many times.
    Often(usize),
    /// It is in these blocks: places in [`Text::blocks`]. Words that a page
    /// parts are in two.
    Blocks(Vec<usize>),
    /// It is where nothing is read, such as before the text begins.
    Outside,
}

impl Block {
    /// The numbers of the notes it calls.
    pub fn notes(&self) -> impl Iterator<Item = u32> {
        self.marks.iter().map(|(number, _)| *number)
    }

    /// Whether it calls the note.
    pub fn calls(&self, number: u32) -> bool {
        self.notes().any(|called| called == number)
    }
}

impl Text {
    /// Reads a text.
    pub fn read(text: &str, layout: &Layout) -> Text {
        let mut folded = String::with_capacity(text.len());
        let mut words = Vec::new();
        for word in text.split_whitespace() {
            let separator = usize::from(!folded.is_empty());
            words.push((word.as_ptr() as usize - text.as_ptr() as usize, folded.len() + separator));
            folded.push_str(if separator == 1 { " " } else { "" });
            folded.push_str(word);
        }
        let mut reader = Reader { text, layout: layout.clone(), ..Reader::default() };
        reader.read();
        let mut blocks = reader.blocks;
        for block in &mut blocks {
            let parts = block.parts.iter().filter_map(|part| text.get(part.clone()));
            block.text = fold(&parts.collect::<Vec<_>>().join(" "));
        }
        marks::take_out(&mut blocks, layout.notes);
        Text {
            unspaced: folded.replace(' ', ""),
            folded,
            words,
            headings: reader.headings,
            rows: reader.rows,
            notes: reader.notes,
            blocks,
        }
    }

    /// Looks for words that stand once in the text.
    pub fn find(&self, anchor: &str) -> Found {
        let anchor = fold(anchor);
        if anchor.is_empty() {
            return Found::Nowhere;
        }
        let mut found = self.folded.match_indices(&anchor).map(|(at, _)| at);
        let Some(at) = found.next() else { return Found::Nowhere };
        let more = found.count();
        if more > 0 {
            return Found::Often(more + 1);
        }
        let (start, end) = (self.given(at), self.given(at + anchor.len() - 1) + 1);
        let holds = |block: &Block| block.parts.iter().any(|part| part.start < end && start < part.end);
        let blocks: Vec<usize> =
            (0..).zip(&self.blocks).filter(|(_, block)| holds(block)).map(|(at, _)| at).collect();
        if blocks.is_empty() { Found::Outside } else { Found::Blocks(blocks) }
    }

    /// The place in the text as given of a place in the folded one.
    fn given(&self, at: usize) -> usize {
        let word = self.words.partition_point(|(_, folded)| *folded <= at).saturating_sub(1);
        self.words.get(word).map_or(0, |(given, folded)| given + (at - folded))
    }

    /// The note with this number.
    pub fn note(&self, number: u32) -> Option<Note> {
        self.notes.iter().copied().find(|note| note.number == number)
    }

    /// The words of the note with this number.
    pub fn words_of_note(&self, number: u32) -> Option<&str> {
        let note = self.notes.iter().position(|note| note.number == number)?;
        self.blocks.iter().find(|block| block.place.note == Some(note)).map(|block| block.text.as_str())
    }

    /// The notes that print one of the addresses, which lines may cut.
    pub fn notes_with(&self, addresses: &[String]) -> Vec<u32> {
        let notes = self.blocks.iter().filter_map(|block| Some((block, self.notes.get(block.place.note?)?)));
        let notes = notes.filter(|(block, _)| {
            let joined = block.text.replace(' ', "");
            addresses.iter().any(|address| joined.contains(address.as_str()))
        });
        notes.map(|(_, note)| note.number).collect()
    }

    /// Whether the text prints the address, which lines may cut.
    pub fn prints_address(&self, address: &str) -> bool {
        self.unspaced.contains(address)
    }

    /// Where a note is called in running text.
    pub fn call(&self, number: u32) -> Option<usize> {
        self.blocks.iter().position(|block| block.calls(number))
    }

    /// The name of a block's place, for reports: its section, row or note.
    pub fn name(&self, block: &Block) -> String {
        let heading = |place: &usize| self.headings.get(*place).map(|heading| heading.text.as_str());
        if let Some(note) = block.place.note.and_then(|note| self.notes.get(note)) {
            return format!("note {}{}", note.number, if note.lost { " (counted)" } else { "" });
        }
        if let Some(row) = block.place.row.and_then(|row| self.rows.get(row)) {
            return format!("the row “{}”", row.indicator);
        }
        let section = block.place.sections.iter().rev().find_map(heading);
        section.map_or("no section".to_string(), |section| format!("the section “{section}”"))
    }
}

/// Makes blocks of lines.
#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    layout: Layout,
    headings: Vec<Heading>,
    rows: Vec<Row>,
    notes: Vec<Note>,
    blocks: Vec<Block>,
    /// The headings above what is read.
    above: Vec<usize>,
    /// The last block of running text, if the next may go on with it.
    open: Option<usize>,
    /// The lines of the block that is being gathered.
    gathered: Vec<Line<'a>>,
    /// How long a full line is.
    width: usize,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        let lines = lines(self.text, &self.layout);
        let running = lines.iter().filter(|line| line.role == Role::Running);
        let mut widths: Vec<usize> = running.map(|line| line.text.trim().len()).collect();
        widths.sort_unstable();
        self.width = widths.get(widths.len() * 9 / 10).copied().unwrap_or_default();
        for line in lines {
            match line.role {
                Role::Nothing => {}
                Role::Blank => self.close(),
                Role::Running if self.reads_table(&line) => {}
                Role::Running => self.gathered.push(line),
                Role::Item | Role::Page => {
                    self.close();
                    self.gathered.push(line);
                }
                Role::Note { number, lost } => {
                    self.close();
                    self.notes.push(Note { number, lost });
                    let place = Place { note: Some(self.notes.len() - 1), ..Place::default() };
                    self.blocks.push(Block { parts: vec![bytes(&line)], place, ..Block::default() });
                }
                Role::NoteOn => {
                    self.close();
                    if let Some(block) = self.blocks.iter_mut().rfind(|block| block.place.note.is_some()) {
                        block.parts.push(bytes(&line));
                    }
                }
            }
        }
        self.close();
    }

    /// Ends the block that is being gathered.
    fn close(&mut self) {
        let lines = std::mem::take(&mut self.gathered);
        let Some(first) = lines.first() else { return };
        let fresh = first.role != Role::Item;
        let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
        let capitals = !texts.iter().any(|text| text.contains(|letter: char| letter.is_lowercase()));
        let by_headings = self.layout.sections == Sections::Headings;
        let heading = if (fresh || capitals) && !self.is_cut_off() {
            headings::lines_of_heading(&texts, self.width, &self.layout)
        } else {
            0
        };
        let (heading, running) = lines.split_at(heading);
        if !heading.is_empty() {
            let words = heading.iter().map(|line| line.text).collect::<Vec<_>>().join(" ");
            let words = words
                .trim_matches(|letter: char| super::marks::raised_figure(letter).is_some() || letter == ' ');
            self.head(words, headings::level(words, &self.layout));
            self.push(heading.iter().map(bytes).collect(), true, false);
            self.open = None;
        }
        let Some(first) = running.first() else { return };
        let parts: Vec<Range<usize>> = running.iter().map(bytes).collect();
        let item = first.role == Role::Item;
        let goes_on = !item && self.is_cut_off();
        if let Some(block) = self.open.filter(|_| goes_on).and_then(|open| self.blocks.get_mut(open)) {
            block.parts.extend(parts);
            return;
        }
        if !by_headings {
            let words = fold(first.text);
            let words = words.split_inclusive(['.', '?', '!']).next().unwrap_or_default();
            self.head(words, 9);
        }
        self.push(parts, false, item);
    }

    /// Whether the last running text ends within a sentence.
    fn is_cut_off(&self) -> bool {
        let last = self.open.and_then(|open| self.blocks.get(open)).and_then(|block| block.parts.last());
        let Some(text) = last.and_then(|last| self.text.get(last.clone())) else { return false };
        let figures = |letter: char| letter.is_ascii_digit() || super::marks::raised_figure(letter).is_some();
        let text = text.trim_end().trim_end_matches(figures).trim_end();
        let text = text.trim_end_matches(['”', '"', '’', ')', ']', '*']);
        !text.ends_with(['.', ';', ':', '?', '!', '>', '|'])
    }

    /// Puts a heading above what follows.
    fn head(&mut self, words: &str, level: u32) {
        // Two headings with nothing between are two lines of one.
        let continues = self.blocks.last().is_some_and(|block| block.place.heading);
        let level_above = if continues { level } else { level - 1 };
        let deeper =
            |place: &usize| self.headings.get(*place).is_some_and(|above| above.level <= level_above);
        self.above = self.above.iter().copied().filter(deeper).collect();
        self.above.push(self.headings.len());
        self.headings.push(Heading { text: fold(words), level });
    }

    fn push(&mut self, parts: Vec<Range<usize>>, heading: bool, item: bool) {
        let row = self.rows.len().checked_sub(1);
        let place = Place { heading, sections: self.above.clone(), row, note: None };
        self.blocks.push(Block { parts, place, item, ..Block::default() });
        self.open = Some(self.blocks.len() - 1);
    }

    /// Pushes a paragraph or an item of a cell.
    fn push_cell(&mut self, line: &Line, part: Range<usize>) {
        let item = line.text.get(part.clone()).is_some_and(|text| text.starts_with('•'));
        let part = line.at + part.start..line.at + part.end;
        self.push(vec![part], false, item);
    }

    /// Reads a line of a table, if it is one.
    fn reads_table(&mut self, line: &Line) -> bool {
        if self.layout.ratings.is_empty() || !line.text.contains('\t') {
            return false;
        }
        self.close();
        let shifted = |range: Range<usize>| line.at + range.start..line.at + range.end;
        let Some(found) = table::row_line(line.text, &self.layout.ratings, self.rows.last()) else {
            for part in table::paragraphs(line.text, 0..line.text.len()) {
                self.push_cell(line, part);
            }
            return true;
        };
        if !found.before.is_empty() {
            self.push(vec![shifted(found.before)], false, false);
        }
        let highest = |place: &usize| self.headings.get(*place).is_some_and(|above| above.level == 1);
        self.above = self.above.iter().copied().filter(highest).collect();
        self.rows.push(found.row);
        self.push(vec![shifted(found.head)], false, false);
        self.open = None;
        for part in found.cell {
            self.push_cell(line, part);
        }
        true
    }
}

fn bytes(line: &Line) -> Range<usize> {
    line.at..line.at + line.text.len()
}
