//! Derived figures.

use super::{BOOK, cny, model, model_of, press};
use crate::app::Model;
use crate::app::action::Action;
use crate::app::board::due::DueGroup;
use crate::app::board::lines::LineRemark;
use crate::app::detail::Event;
use crate::app::explain::{ExplainPart, Figured};
use crate::app::keymap;
use crate::app::overlay::Overlay;
use crate::app::screen::Screen;
use crate::domain::Money;
use crate::settings::symbols::State;
use crate::settings::texts::Lang;

/// A limit that is not back.
const CASE: &str = r#"
[[case]]
id = "c1"
kind = "limit-not-restored"
line = "jd"
plan = "vacuum"
opened = 2026-03-05
"#;

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
fn every_figure_of_every_view_adds_up_and_names_the_lines_it_comes_from() {
    for (keys, least) in [
        ("=", 8),
        ("j =", 8),
        ("j j =", 8),
        ("<tab> =", 5),
        ("2 =", 4),
        ("2 j =", 4),
        ("2 j j j =", 2),
        ("<enter> g =", 4),
        ("3 =", 3),
        ("3 j =", 3),
        ("4 =", 3),
        ("4 l =", 6),
        ("5 =", 4),
        ("6 =", 3),
        ("c 3 2 9 9 <enter> =", 3),
    ] {
        let mut model = model_of(&format!("{BOOK}{CASE}"));
        press(&mut model, keys);
        let Some(Overlay::Explain(explained)) = model.overlay() else {
            panic!("{keys}: {:?} {:?}", model.overlays, model.notice)
        };
        assert!(
            explained.all.len() >= least,
            "{keys}: {}",
            explained.all.len()
        );
        for one in &explained.all {
            let sum = one.parts.iter().map(ExplainPart::amount).sum();
            match one.figure {
                Figured::Amount(None) => assert_eq!(one.parts, [], "{keys}: {one:?}"),
                Figured::Amount(figure) => assert_eq!(Some(sum), figure, "{keys}: {one:?}"),
                Figured::Yearly(nominal, _) => assert!(nominal.is_some(), "{keys}: {one:?}"),
            }
            let is_thought = model.screen == Screen::WhatIf || sum == Money::ZERO;
            assert!(is_thought || !one.source.is_empty(), "{keys}: {one:?}");
            let text = model.book.document().unwrap().text();
            for line in &one.source {
                let stands = text.lines().nth(line.number - 1).map(str::trim);
                assert_eq!(stands, Some(line.text.as_str()));
            }
        }
    }
}

#[test]
fn an_installment_is_explained_by_its_own_lines_of_the_file() {
    let mut model = model();
    press(&mut model, "j j =");
    let Some(Overlay::Explain(explained)) = model.overlay() else {
        panic!("{:?}", model.overlays)
    };
    let source = &explained.shown().unwrap().source;
    let told: Vec<_> = source.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(
        told,
        [
            "[[plan]]",
            "principal = 699",
            "periods = 3",
            "first-due = 2026-03-15",
            "{ n = 1, on = 2026-03-01, amount = 33 },",
        ]
    );
}

#[test]
fn the_next_figure_is_one_key_away_and_the_first_follows_the_last() {
    let mut model = model();
    press(&mut model, "3 = l");
    let at = |model: &Model| match model.overlay() {
        Some(Overlay::Explain(explained)) => explained.at,
        _ => panic!("{:?}", model.overlays),
    };
    assert_eq!(at(&model), 1);
    press(&mut model, "h h");
    assert!(at(&model) > 1);
    press(&mut model, "<tab>");
    assert_eq!(at(&model), 0);
    press(&mut model, "=");
    assert!(model.overlays.is_empty());
}

#[test]
fn the_key_that_confirms_a_limit_is_hinted_exactly_where_it_does_something() {
    let mut model = model_of(&crate::demo::book(super::today(), Lang::En));
    let mut seen = [0, 0];
    for view in ["1", "2", "3", "4", "5"] {
        press(&mut model, view);
        for _ in 0..12 {
            let mut hints = keymap::hints(&model).into_iter();
            let is_hinted = hints.any(|row| row.action == Action::Restored);
            let does = model.selected_out().is_some();
            assert_eq!(is_hinted, does, "{view} {:?}", model.selection);
            seen[usize::from(does)] += 1;
            press(&mut model, "j");
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}
