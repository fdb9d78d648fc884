//! One record as it is drawn: bars for what lasted, points for what happened,
//! a label, and the place that takes clicks. Plain values without behaviour.

use crate::data::{Dataset, RecordId, StateId};

/// A mark is at least so wide to a finger.
pub const TARGET: i32 = 24;

/// One record on the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which record.
    pub record: RecordId,
    /// The upper edge of its row; the row's inner measures are in
    /// [`RowMetrics`](crate::timeline::RowMetrics).
    pub y: i32,
    /// What lasted, in the order of time.
    pub bars: Vec<Bar>,
    /// What happened, in the order of time.
    pub points: Vec<Point>,
    /// The thin line that holds its pieces together where they lie apart.
    pub thread: Option<(i32, i32)>,
    /// Its name, where there is room.
    pub label: Option<Label>,
    /// From here to there it takes clicks and touches. At least
    /// [`TARGET`] wide, and apart from every other mark of the row.
    pub hit: (i32, i32),
    /// Whether nothing of it had begun on the as-of day.
    pub later: bool,
    /// Whether it stands in the strip for what no source dates, where its
    /// place means nothing.
    pub undated: bool,
}

/// Something that lasted. `lead <= x0 <= core0 <= core1 <= x1 <= trail`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Where the fade of an unknown beginning starts; `x0` where none is.
    pub lead: i32,
    /// Where it possibly began.
    pub x0: i32,
    /// Where it possibly ended.
    pub x1: i32,
    /// Where the fade of ending knowledge ends; `x1` where none is.
    pub trail: i32,
    /// From here it was certainly going on.
    pub core0: i32,
    /// Until here it was. Equal to `core0` where it is nowhere certain.
    pub core1: i32,
    /// The state; `None` for an act that took its time and changed none, which
    /// is drawn as a thinner bar below.
    pub state: Option<StateId>,
    /// Whether the window cuts off its left end.
    pub continues_left: bool,
    /// Whether the window cuts off its right end.
    pub continues_right: bool,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// From here…
    pub x0: i32,
    /// …to here it may have been, as far as the window reaches.
    pub x1: i32,
    /// Where the symbol stands, which may lie outside the window.
    pub x: i32,
    /// What happened: an index into [`Dataset::acts`].
    pub act: u16,
    /// Which symbol it has.
    pub symbol: Symbol,
    /// Whether the day is known.
    pub exact: bool,
    /// Whether it lies after the as-of day.
    pub later: bool,
}

/// What an act does to the state of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// It begins a state that lasts.
    Opens,
    /// It leads to a state after which nothing is awaited.
    Closes,
    /// It changes no state.
    Stage,
}

impl Symbol {
    /// The symbol of an act.
    pub fn of(dataset: &Dataset, act: u16) -> Symbol {
        let state = dataset.acts.get(usize::from(act)).and_then(|act| act.state);
        match state.and_then(|state| dataset.states.get(usize::from(state))) {
            None => Symbol::Stage,
            Some(state) if state.open => Symbol::Opens,
            Some(_) => Symbol::Closes,
        }
    }

    /// Its class in the drawing.
    pub const fn class(self) -> &'static str {
        match self {
            Symbol::Opens => "opens",
            Symbol::Closes => "closes",
            Symbol::Stage => "stage",
        }
    }
}

/// The name of a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where it begins, or ends if `side` is left.
    pub x: i32,
    /// How wide it is taken to be.
    pub width: i32,
    /// The name.
    pub text: String,
    /// Where it stands to its mark.
    pub side: Side,
}

impl Label {
    /// Its left and right edge.
    pub fn extent(&self) -> (i32, i32) {
        match self.side {
            Side::Left => (self.x - self.width, self.x),
            Side::Right | Side::Inside => (self.x, self.x + self.width),
        }
    }
}

/// Where a label stands to its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// After the mark; the text begins at `x`.
    Right,
    /// Before it; the text ends at `x`.
    Left,
    /// On it, between its symbols; the text begins at `x`.
    Inside,
}

impl Side {
    /// Its class in the drawing.
    pub const fn class(self) -> &'static str {
        match self {
            Side::Right => "right",
            Side::Left => "left",
            Side::Inside => "inside",
        }
    }
}
