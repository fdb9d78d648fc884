//! Drawings in letters of every awkward case, to be read in a review.

use expect_test::{Expect, expect};
use standing_invitation::data::{Dataset, RecordId};
use standing_invitation::timeline::*;

use crate::fixture::{all, awkward};
use crate::{ascii, frame, view};

fn draw(dataset: &Dataset, records: &[RecordId], view: View, frame: &Frame) -> String {
    ascii::ascii(dataset, &layout(dataset, records, &[0, 1, 2], view, frame))
}

fn check(dataset: &Dataset, view: View, most: i32, expected: Expect) {
    expected.assert_eq(&draw(dataset, &all(dataset), view, &frame(dataset, REFERENCE_WIDTH, most)));
}

#[test]
fn every_awkward_case() {
    check(
        &awkward(),
        view("1997", "2019", "2016-11"),
        8,
        expect![[r#"
             │1998     ┃2000      │2002     │2004     │2006      │2008     ┃2010      │2012     │2014      │2016     │2018
                                                                                                               ▼
        ── Signed / Treaties (5) y 24 height 134
                                                                                           .....................
                                                      ..........................................................................
                 ●███████████████████████████████▁▁▁◦▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁████████████████████████████•██████████████~~ Covenant
          Signed, then party░░░○░░███████████████░░░○░██████████████████████████████████████████████████████████~~
                                                               Since nobody says   ◦------------------------~~~██~
           no date:
                                ○Not dated  ◦Not dated either
        ── Let in / Visits (6) y 158 height 128
                                                                                           .....................
                                  Year only    ◦            ░░○░░█~~Asked, end unknown
                                                 ░░░○░█████████████◦███████████████████████████◦████████████████~~ Judges
                                                     ■  Visit               □ Before March 2010
                                                       ○███████████████░░░░░ Asked until 2009
        ── Events (11) y 286 height 254
                                                                         ○████ Ten months  ◦  Crowd
                                                                                            ◦  Crowd
                                                                                            ◦  Crowd
                                                                                            ◦  Crowd
                                                                                             ◦  Crowd
                                                                                             ◦  Crowd
                                                                                              ◦  Crowd
                                                                                        [2]
           no date:
                                ○No steps
        before 0 after 0 elsewhere 0
    "#]],
    );
}

#[test]
fn seen_from_2006() {
    check(
        &awkward(),
        view("1997", "2019", "2006"),
        8,
        expect![[r#"
             │1998     ┃2000      │2002     │2004     │2006      │2008     ┃2010      │2012     │2014      │2016     │2018
                                                            ▼
        ── Signed / Treaties (5) y 24 height 134
                                                                                           .....................
                                                      ..........................................................................
                 ●███████████████████████████████▁▁▁◦▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁████████████████████████████•██████████████~~ Covenant
          Signed, then party░░░○░░███████████████░░░○░██████████████████████████████████████████████████████████~~
                                                               Since nobody says   ◦------------------------~~~██~
           no date:
                                ○Not dated  ◦Not dated either
        ── Let in / Visits (6) y 158 height 128
                                                                                           .....................
                                  Year only    ◦           *░░○░░█~~Asked, end unknown
                                                 ░░░○░█████████████◦███████████████████████████◦████████████████~~ Judges
                                                     ■  Visit               □ Before March 2010
                                                       ○███████████████░░░░░ Asked until 2009
        ── Events (11) y 286 height 254
                                                                       * ○████ Ten months* ◦  Crowd
                                                                                         *  ◦  Crowd
                                                                                          * ◦  Crowd
                                                                                          * ◦  Crowd
                                                                                          *  ◦  Crowd
                                                                                           * ◦  Crowd
                                                                                           *  ◦  Crowd
                                                                                        [2]
           no date:
                                ○No steps
        before 0 after 0 elsewhere 0
    "#]],
    );
}

#[test]
fn zoomed_in() {
    check(
        &awkward(),
        view("2004-11", "2006-06", "2016-11"),
        8,
        expect![[r#"
                    ┃2005            │Apr              │Jul               │Oct              ┃2006             │Apr

        ── Signed / Treaties (5) y 24 height 134
                                                                                            ....................................
        █Covenant███▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁◦▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
        █Signed, then party░░░░░░░░░░░░░░░░░░░░░░░░░░░░░○░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░████████████████████████████████████

           no date:
                                ○Not dated  ◦Not dated either
        ── Let in / Visits (6) y 158 height 128
                     Year only                                     ■█ Visit            Asked until 2009░░░○░░███████████████████
             Judges ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░○░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░████████████████████████████████████


        ── Events (11) y 286 height 254








           no date:
                                ○No steps
        before 0 after 13 elsewhere 0
    "#]],
    );
}

#[test]
fn rows_run_out() {
    check(
        &awkward(),
        view("1997", "2019", "2016-11"),
        3,
        expect![[r#"
             │1998     ┃2000      │2002     │2004     │2006      │2008     ┃2010      │2012     │2014      │2016     │2018
                                                                                                               ▼
        ── Signed / Treaties (5) y 24 height 134
                                                                                           .....................
                                                      ..........................................................................
                 ●███████████████████████████████▁▁▁◦▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁████████████████████████████•██████████████~~ Covenant
          Signed, then party░░░○░░███████████████░░░○░██████████████████████████████████████████████████████████~~
                                                               Since nobody says   ◦------------------------~~~██~
           no date:
                                ○Not dated  ◦Not dated either
        ── Let in / Visits (6) y 158 height 104
                                                                                           .....................
                                  Year only    ◦       ○███████████████░░░░░ Asked until 2009
                                                 ░░░○░█████████████◦███████████████████████████◦████████████████~~ Judges
                                              Visit  ■      ░░○░░█~~        □ Before March 2010
        ── Events (11) y 262 height 134
                                                                         ○████ Ten months  ◦  Crowd
                                                                                            ◦  Crowd
                                                                                        [7]
           no date:
                                ○No steps
        before 0 after 0 elsewhere 0
    "#]],
    );
}
