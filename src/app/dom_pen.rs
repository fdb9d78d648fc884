//! The pen of the live page. What it draws takes the place of what it drew
//! before: an element that was there already only gets what is new of it, so
//! that most strokes of most drawings cost nothing.

use leptos::web_sys::Element;

use crate::app::browser;
use crate::timeline::packing;
use crate::timeline::pen::Pen;

/// Pieces that are not drawn now are kept up to this number, as the next choice
/// may bring them back.
const MOST_SPARE: usize = 2_000;

/// The attribute by which a piece is known again, one of its first strokes.
const KEY: &str = "href";
const KEY_WITHIN: usize = 4;

/// How many heaps the pieces are parted into, so that one is soon found.
const HEAPS: usize = 512;

/// What one movement of the pen does.
#[derive(Clone, Copy, PartialEq)]
enum Stroke {
    Open(&'static str),
    Attribute(&'static str),
    Text,
    Close,
}

/// Movements of the pen, in their order.
#[derive(Default)]
struct Strokes {
    /// Each with where its value ends.
    strokes: Vec<(Stroke, usize)>,
    /// All values, one after the other.
    values: String,
    /// A number that is the same for strokes that draw the same piece again,
    /// and seldom for others.
    number: u32,
}

impl Strokes {
    fn push(&mut self, stroke: Stroke, value: &str) {
        let told = match stroke {
            Stroke::Open(name) if self.strokes.is_empty() => name,
            Stroke::Attribute(KEY) if self.strokes.len() < KEY_WITHIN => value,
            _ => "",
        };
        // What FNV-1a does with each byte.
        self.number =
            told.bytes().fold(self.number, |it, byte| (it ^ u32::from(byte)).wrapping_mul(16_777_619));
        self.values.push_str(value);
        self.strokes.push((stroke, self.values.len()));
    }

    fn iter(&self) -> impl Iterator<Item = (Stroke, &str)> {
        let mut begin = 0;
        self.strokes.iter().map(move |(stroke, end)| {
            let value = self.values.get(begin..*end).unwrap_or_default();
            begin = *end;
            (*stroke, value)
        })
    }

    /// The name by which a piece is known again.
    fn key(&self) -> Option<&str> {
        self.iter()
            .take(KEY_WITHIN)
            .find(|(stroke, _)| *stroke == Stroke::Attribute(KEY))
            .map(|(_, value)| value)
    }

    /// Whether these draw the same piece: that of the same name, or where there
    /// is none, one of the same kind.
    fn again(&self, before: &Strokes) -> bool {
        let kind = |strokes: &Strokes| strokes.strokes.first().map(|(stroke, _)| *stroke);
        self.number == before.number && self.key() == before.key() && kind(self) == kind(before)
    }

    /// The heap in which a piece of theirs is looked for.
    fn heap(&self) -> usize {
        self.number as usize % HEAPS
    }
}

/// An element right below the drawing's own, with all that is in it.
#[derive(Default)]
struct Piece {
    strokes: Strokes,
    /// Every element in it, in the order in which they were opened.
    elements: Vec<Element>,
    /// The rows that it stands in.
    rows: Rows,
    /// Where it stands among the others, which are told apart by twos.
    order: i32,
}

/// From one pixel to another.
type Rows = (i32, i32);

/// Rows that are always near.
const ALL: Rows = (i32::MIN, i32::MAX);

fn overlap(one: Rows, other: Rows) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// What stands in an element that the pen draws into.
#[derive(Default)]
pub struct Drawing {
    /// The element around all pieces.
    frame: Piece,
    pieces: Vec<Piece>,
    spare: Vec<Piece>,
}

/// Draws into an element, which it never leaves.
pub struct DomPen<'d> {
    parent: &'d Element,
    drawing: &'d mut Drawing,
    /// What was drawn before, in its order, and what was spare; without what
    /// has been met again.
    before: Vec<Option<Piece>>,
    /// The first of these so many were drawn before.
    n_drawn: usize,
    /// Where pieces of each number stand in `before`, the last first.
    heaps: Vec<Vec<u32>>,
    /// All that is drawn so far stands before this piece of `before`.
    at: usize,
    depth: usize,
    strokes: Strokes,
    /// The rows that the piece stands in which is being drawn.
    rows: Rows,
    /// The rows that are drawn. Elsewhere stays what was there before.
    near: Rows,
}

impl DomPen<'_> {
    /// A pen that draws inside this element, in which this was drawn before; all of
    /// it, or only what is near some rows.
    pub fn new<'d>(parent: &'d Element, drawing: &'d mut Drawing, near: Option<Rows>) -> DomPen<'d> {
        let (pieces, spare) = (std::mem::take(&mut drawing.pieces), std::mem::take(&mut drawing.spare));
        let n_drawn = pieces.len();
        let before: Vec<Option<Piece>> = pieces.into_iter().chain(spare).map(Some).collect();
        let mut heaps = vec![Vec::new(); HEAPS];
        for (index, piece) in before.iter().enumerate().rev() {
            if let Some(heap) = piece.as_ref().and_then(|piece| heaps.get_mut(piece.strokes.heap())) {
                heap.push(index as u32);
            }
        }
        let strokes = Strokes::default();
        let near = near.unwrap_or(ALL);
        DomPen { parent, drawing, before, n_drawn, heaps, at: 0, depth: 0, strokes, rows: ALL, near }
    }

    /// Draws the frame, whose strokes come before those of the pieces.
    fn begin(&mut self) {
        self.drawing.frame.draw(std::mem::take(&mut self.strokes), self.parent);
    }

    /// Puts a finished piece where it belongs.
    fn place(&mut self) {
        let strokes = std::mem::take(&mut self.strokes);
        let (index, mut piece) = self.met(&strokes).unwrap_or_default();
        let Some(frame) = self.drawing.frame.elements.first() else { return };
        let is_new = piece.draw(strokes, frame);
        if !is_new && (self.at..self.n_drawn).contains(&index) {
            // It stands behind all others that are drawn so far, and may stay there:
            // what is between them either goes or is still to be moved.
            self.at = index + 1;
            piece.order = order(index);
        } else if let Some(element) = piece.elements.first() {
            let mut rest = (self.at..self.n_drawn).zip(self.before.get(self.at..).unwrap_or_default());
            let next = rest.find_map(|(index, piece)| Some((index, piece.as_ref()?.elements.first()?)));
            piece.order = next.map_or(i32::MAX, |(index, _)| order(index) - 1);
            // Cannot fail: what comes next is a piece of the same frame.
            let _ = frame.insert_before(element, next.map(|(_, next)| next.as_ref()));
        }
        piece.rows = std::mem::replace(&mut self.rows, ALL);
        self.drawing.pieces.push(piece);
    }

    /// The piece of before that these strokes draw again, and its place there.
    fn met(&mut self, strokes: &Strokes) -> Option<(usize, Piece)> {
        let heap = self.heaps.get_mut(strokes.heap())?;
        let before = &mut self.before;
        let again = |index: &u32| {
            let piece = before.get(*index as usize).and_then(Option::as_ref);
            piece.is_some_and(|piece| strokes.again(&piece.strokes))
        };
        let place = heap.iter().rposition(again)?;
        let index = heap.remove(place) as usize;
        Some((index, before.get_mut(index)?.take()?))
    }

    /// Takes away what was not drawn again, but for what is not near.
    fn end(&mut self) {
        let n_placed = self.drawing.pieces.len();
        for (index, piece) in std::mem::take(&mut self.before).into_iter().enumerate() {
            let Some(mut piece) = piece else { continue };
            if index < self.n_drawn && !overlap(piece.rows, self.near) {
                piece.order = order(index);
                self.drawing.pieces.push(piece);
                continue;
            }
            if let Some(element) = piece.elements.first().filter(|_| index < self.n_drawn) {
                element.remove();
            }
            if self.drawing.spare.len() < MOST_SPARE {
                self.drawing.spare.push(piece);
            }
        }
        if self.drawing.pieces.len() > n_placed {
            self.drawing.sort();
        }
    }
}

/// Where a piece stands that was drawn before in this place.
fn order(index: usize) -> i32 {
    2 * index as i32 + 1
}

impl Drawing {
    /// Has the pieces in the order in which they stand in the page.
    fn sort(&mut self) {
        let mut orders: Vec<(i32, i32)> =
            (0..).zip(&self.pieces).map(|(at, piece)| (piece.order, at)).collect();
        packing::sort(&mut orders);
        let mut pieces: Vec<Option<Piece>> = std::mem::take(&mut self.pieces).into_iter().map(Some).collect();
        let sorted = orders.into_iter().filter_map(|(_, at)| pieces.get_mut(at as usize)?.take());
        self.pieces = sorted.collect();
    }
}

impl Pen for DomPen<'_> {
    fn open(&mut self, name: &'static str) {
        if self.depth == 1 && !self.strokes.strokes.is_empty() {
            self.begin();
        }
        self.depth += 1;
        self.strokes.push(Stroke::Open(name), "");
    }

    fn attribute(&mut self, name: &'static str, value: &str) {
        self.strokes.push(Stroke::Attribute(name), value);
    }

    fn text(&mut self, text: &str) {
        self.strokes.push(Stroke::Text, text);
    }

    fn wants(&mut self, rows: Rows) -> bool {
        let wanted = overlap(rows, self.near);
        if wanted {
            self.rows = rows;
        }
        wanted
    }

    fn close(&mut self) {
        self.depth -= 1;
        if self.depth == 0 {
            return self.end();
        }
        self.strokes.push(Stroke::Close, "");
        if self.depth == 1 {
            self.place();
        }
    }
}

impl Piece {
    /// Draws these strokes where they differ from those of before, or all of
    /// them where other elements are needed. Tells whether they were.
    fn draw(&mut self, strokes: Strokes, parent: &Element) -> bool {
        let alike = self.strokes.strokes.len() == strokes.strokes.len()
            && self.strokes.iter().zip(strokes.iter()).all(|(before, stroke)| before.0 == stroke.0);
        if !alike {
            if let Some(element) = self.elements.first() {
                element.remove();
            }
            *self = Piece::default();
        }
        let drawn = std::mem::take(&mut self.strokes);
        let mut before = drawn.iter();
        let mut n_opened = 0;
        let mut open: Vec<usize> = Vec::new();
        for (stroke, value) in strokes.iter() {
            let same = before.next().is_some_and(|before| before.1 == value);
            let element = open.last().and_then(|nth| self.elements.get(*nth));
            match (stroke, element) {
                (Stroke::Open(name), _) => {
                    if n_opened == self.elements.len() {
                        let element = browser::append_svg(element.unwrap_or(parent), name);
                        self.elements.extend(element);
                    }
                    open.push(n_opened);
                    n_opened += 1;
                }
                (Stroke::Close, _) => {
                    open.pop();
                }
                (Stroke::Attribute(name), Some(element)) if !same => {
                    browser::set_attribute(element, name, Some(value));
                }
                (Stroke::Text, Some(element)) if !same => element.set_text_content(Some(value)),
                _ => {}
            }
        }
        self.strokes = strokes;
        !alike
    }
}
