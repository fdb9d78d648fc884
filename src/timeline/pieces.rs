//! What there is to draw of a record, in days: stretches in which something
//! lasted and moments at which something happened.
//!
//! Knows no pixels. A step that no source dates gives no piece, since a place
//! on the axis would be a date; a record without any piece is undated.

use crate::data::{Act, Dataset, Day, End, Ending, Period, Record, Span, StateId, Step};

/// Something that lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The state the record was in; `None` for an act that took its time.
    pub state: Option<StateId>,
    /// The first day on which it may have been going on. Where nobody says
    /// when it began, the first of which anything is known.
    pub from: Day,
    /// The last day on which it may have been going on.
    pub to: Day,
    /// The days on which it certainly was.
    pub core: Option<(Day, Day)>,
    /// Whether any source says when it began.
    pub begun: bool,
    /// Whether it ends because knowledge does.
    pub fades: bool,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// An index into [`Dataset::acts`].
    pub act: u16,
    /// The days on which it may have happened. Where only the latest is
    /// known, both are that day.
    pub span: Span,
    /// Whether it happened on that day or at any time before.
    pub before: bool,
}

/// All pieces of a record, each kind in the order of its steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// What lasted.
    pub stretches: Vec<Stretch>,
    /// What happened.
    pub moments: Vec<Moment>,
}

impl Pieces {
    /// The pieces of a record.
    pub fn of(dataset: &Dataset, record: &Record) -> Pieces {
        let mut pieces = Pieces::default();
        if !record.steps.iter().any(is_placed) {
            return pieces;
        }
        for period in dataset.periods(record) {
            let open = dataset.states.get(usize::from(period.state)).is_some_and(|state| state.open);
            let lasts = period.end != period.start && period.end.earliest > Day::EARLIEST;
            if open || lasts {
                pieces.stretches.push(stretch(&period));
            }
        }
        for step in &record.steps {
            let state = dataset.acts.get(usize::from(step.act)).and_then(|act: &Act| act.state);
            if state.is_none() {
                pieces.stretches.extend(lasting(step));
            }
            let state = state.and_then(|state| dataset.states.get(usize::from(state)));
            let opens = state.is_some_and(|state| state.open);
            if step.is_dated() {
                pieces.moments.push(Moment { act: step.act, span: step.start, before: false });
            } else if is_placed(step) && !opens {
                // What begins a state shows as the beginning of its stretch.
                let span = Span::day(step.start.latest);
                pieces.moments.push(Moment { act: step.act, span, before: true });
            }
        }
        pieces
    }

    /// Each piece as its first and last day.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        let span = |stretch: &Stretch| Span { earliest: stretch.from, latest: stretch.to };
        self.stretches.iter().map(span).chain(self.moments.iter().map(|moment| moment.span))
    }

    /// From the first day of any piece to the last; `None` if undated.
    pub fn extent(&self) -> Option<Span> {
        self.spans()
            .reduce(|a, b| Span { earliest: a.earliest.min(b.earliest), latest: a.latest.max(b.latest) })
    }
}

/// Whether a source dates the step, if only by saying before when it was. A
/// limit that is merely the day of the source is no date.
fn is_placed(step: &Step) -> bool {
    step.is_dated() || step.start.latest < step.known
}

fn stretch(period: &Period) -> Stretch {
    let begun = period.start.earliest > Day::EARLIEST;
    // A step without a date may follow a dated one: then the end is as open as
    // a beginning can be, and cannot lie before its own beginning.
    let end = Span {
        earliest: period.end.earliest.max(period.start.earliest),
        latest: period.end.latest.max(period.start.earliest),
    };
    let core = (period.start.latest <= end.earliest).then_some((period.start.latest, end.earliest));
    let known = period.start.latest.min(end.earliest);
    let unbegun = if known > Day::EARLIEST { known } else { end.latest };
    Stretch {
        state: Some(period.state),
        from: if begun { period.start.earliest } else { unbegun },
        to: end.latest,
        core,
        begun,
        fades: period.ending == Ending::LastReported,
    }
}

/// The stretch of an act that took its time and changed no state.
fn lasting(step: &Step) -> Option<Stretch> {
    let (end, fades) = match step.end {
        End::At(end) => (end, false),
        End::GoingOn => (Span::day(step.known), true),
        End::Unknown => (Span::day(step.start.latest), true),
        End::Same => return None,
    };
    let core = (step.start.latest <= end.earliest).then_some((step.start.latest, end.earliest));
    step.is_dated().then_some(Stretch {
        state: None,
        from: step.start.earliest,
        to: end.latest.max(step.start.latest),
        core,
        begun: true,
        fades,
    })
}
