//! Derived figures.

use super::{cny, model, press};
use crate::app::board::due::DueGroup;
use crate::app::board::lines::LineRemark;
use crate::app::detail::Event;
use crate::app::explain::{ExplainPart, Subject};
use crate::app::overlay::Overlay;
use crate::settings::symbols::State;

#[test]
fn the_cards_say_what_is_asked_what_is_late_what_is_free_what_comes_back() {
    let cards = model().board.cards;
    assert_eq!(
        (cards.month.left, cards.month.paid, cards.month.of),
        (cny("406"), 0, 3)
    );
    assert_eq!((cards.overdue.count, cards.overdue.longest_days), (1, 3));
    assert_eq!(cards.available.total, cny("13000"));
    assert_eq!((cards.restoring.count, cards.restoring.late), (2, 2));
    assert_eq!(cards.restoring.sum, cny("133.00"));
}

#[test]
fn what_is_due_stands_in_groups_with_its_state() {
    let board = model().board;
    let rows: Vec<_> = board
        .due
        .rows
        .iter()
        .map(|row| (row.id.plan.as_str(), row.group, row.state))
        .collect();
    assert_eq!(
        rows,
        [
            ("phone", DueGroup::Overdue, State::Overdue),
            ("vacuum", DueGroup::ThisWeek, State::Soon),
            ("chair", DueGroup::ThisWeek, State::Partial),
            ("phone", DueGroup::Later, State::Open),
        ]
    );
    let marks: Vec<_> = board.ruler.iter().map(|day| day.date.to_string()).collect();
    assert_eq!(
        marks,
        ["2026-03-07", "2026-03-11", "2026-03-15", "2026-04-07"]
    );
    assert_eq!(board.due.total, cny("512.00"));
}

#[test]
fn a_line_says_what_is_most_worth_saying() {
    let board = model().board;
    assert!(
        matches!(
            board.lines[1].remark,
            Some(LineRemark::Late {
                working_days: 9,
                ..
            })
        ),
        "{:?}",
        board.lines[1]
    );
    assert_eq!(board.lines[0].plans, [0, 2]);
}

#[test]
fn a_plan_tells_its_history_newest_first() {
    let mut model = model();
    press(&mut model, "j r <enter>");
    let detail = model.detail.unwrap();
    assert!(
        matches!(
            detail.history[0].event,
            Event::Restored {
                n: 1,
                late_by: 6,
                ..
            }
        ),
        "{:?}",
        detail.history
    );
    assert!(matches!(
        detail.history[1].event,
        Event::Paid { n: (1, 1), .. }
    ));
    assert_eq!(detail.uses.unwrap(), cny("500.00"));
    assert_eq!(detail.next_frees.unwrap(), cny("100.00"));
}

#[test]
fn every_explanation_adds_up_to_its_figure() {
    for keys in [
        "=",
        "j =",
        "j j =",
        "2 =",
        "2 j =",
        "3 =",
        "3 j =",
        "5 =",
        "<enter> g =",
    ] {
        let mut model = model();
        press(&mut model, keys);
        let Some(Overlay::Explain(explanation)) = model.overlay() else {
            panic!("{keys}: {:?}", model.overlays)
        };
        let sum = explanation.parts.iter().map(|part| match part {
            ExplainPart::Principal { amount, .. }
            | ExplainPart::Fee { amount, .. }
            | ExplainPart::Paid { amount, .. }
            | ExplainPart::Total { amount, .. }
            | ExplainPart::Used { amount, .. }
            | ExplainPart::Out { amount, .. }
            | ExplainPart::Discount(amount)
            | ExplainPart::Refunded(amount)
            | ExplainPart::Settled(amount)
            | ExplainPart::Waived(amount)
            | ExplainPart::Replaced(amount)
            | ExplainPart::Limit(amount)
            | ExplainPart::Temporary(amount)
            | ExplainPart::Frozen(amount) => *amount,
        });
        assert_eq!(
            Some(sum.sum()),
            explanation.figure,
            "{keys}: {explanation:?}"
        );
        let of_line = matches!(explanation.subject, Subject::Available { .. });
        assert_eq!(explanation.file_line.is_none(), of_line, "{keys}");
    }
}
