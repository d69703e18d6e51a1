//! The sample book tells the same story on any day.

use chrono::NaiveDate;
use fenqi::demo;
use fenqi::document::{Document, calendar};
use fenqi::domain::Position;
use fenqi::domain::alert::{AlertKind, alerts};
use fenqi::domain::limit::LimitState;
use fenqi::domain::line::LineStatus;
use fenqi::domain::standing::{PlanStanding, PlanStatus, Timing};
use fenqi::settings::texts::Lang;

/// Two years and more: every length of month, a leap day, every holiday.
const DAYS: usize = 800;

#[test]
fn the_story_of_the_sample_book_holds_on_any_day() {
    // The languages differ in names only: they take turns, and both are read on every seventh day.
    let calendar = calendar::china();
    let first: NaiveDate = "2024-02-01".parse().unwrap();
    for (day, today) in first.iter_days().take(DAYS).enumerate() {
        let both = [Lang::Zh, Lang::En];
        let turn = day % 2;
        let langs = if day % 7 == 0 {
            &both[..]
        } else {
            &both[turn..=turn]
        };
        for lang in langs.iter().copied() {
            let document = Document::parse(demo::book(today, lang)).unwrap();
            assert_eq!(document.warnings(), [], "{today} {lang:?}");
            let book = document.book();
            assert!(book.plans.len() >= 10 && book.lines.len() == 5 && book.methods.len() == 3);
            let position = Position::of(book, &calendar, today);
            let overdue: Vec<_> = timings(&position)
                .into_iter()
                .filter(|timing| timing.is_overdue())
                .collect();
            assert_eq!(overdue, [Timing::Overdue { days: 3 }], "{today}");
            let tomorrow = Timing::DueSoon { days: 1 };
            let due_tomorrow = timings(&position)
                .into_iter()
                .filter(|timing| *timing == tomorrow);
            assert_eq!(due_tomorrow.count(), 1, "{today}");
            tells_the_rest(&position, today);
            let late = alerts(book, &position, &calendar);
            let late = late
                .iter()
                .filter(|alert| matches!(alert.kind, AlertKind::LimitNotRestored { .. }));
            assert_eq!(late.count(), 1, "{today}");
            assert!(
                book.lines
                    .iter()
                    .any(|line| line.status == LineStatus::Frozen)
            );
        }
    }
}

fn timings(position: &Position) -> Vec<Timing> {
    let open = position.plans.iter().flat_map(PlanStanding::open);
    open.map(|(_, timing)| timing).collect()
}

fn tells_the_rest(position: &Position, today: NaiveDate) {
    let some =
        |test: fn(&LimitState) -> bool| position.limits.iter().filter(|limit| test(limit)).count();
    let parts = [
        some(|limit| limit.restoring.is_positive()),
        some(|limit| limit.late.is_positive()),
        some(|limit| limit.frozen.is_positive()),
    ];
    assert_eq!(parts, [1, 1, 2], "{today}: restoring, late, frozen lines");
    let plans = || position.plans.iter();
    let partly = plans()
        .flat_map(|plan| &plan.installments)
        .filter(|one| one.is_partly_paid());
    assert_eq!(partly.count(), 1, "{today}");
    for status in [PlanStatus::Settled, PlanStatus::Paused, PlanStatus::Overdue] {
        assert!(
            plans().any(|plan| plan.status == status),
            "{today} {status:?}"
        );
    }
    assert!(plans().all(|plan| plan.excess.is_zero()), "{today}");
}

#[test]
fn names_are_in_the_language_of_the_screen() {
    let today = "2026-03-10".parse().unwrap();
    let han = |text: &str| {
        text.chars()
            .any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
    };
    let english = demo::book(today, Lang::En);
    assert!(!han(&english) && !english.contains(['<', '>']), "{english}");
    assert!(han(&demo::book(today, Lang::Zh)));
}

#[test]
fn the_first_book_is_fine_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        let text = demo::first_book("2026-03-10".parse().unwrap(), lang);
        let document = Document::parse(text).unwrap();
        assert_eq!(document.warnings(), []);
        assert_eq!(
            (document.book().plans.len(), document.book().lines.len()),
            (1, 1)
        );
    }
}
