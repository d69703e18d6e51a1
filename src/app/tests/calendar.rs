//! The calendar, with the keys it may take.

use super::{BOOK, cny, id, last_payment, model, model_of, press, reload, today};
use crate::app::Model;
use crate::app::model::Size;
use crate::app::msg::{Mouse, Msg, Target};
use crate::app::screen::{CalendarPane, List, Screen};
use crate::app::update::update;
use crate::domain::working_day::DayKind;
use crate::settings::symbols::State;

/// Two more installments of the 15th, one of them paid.
const TWO: &str = r#"
[[plan]]
id = "desk"
item = "书桌"
principal = 300
periods = 3
first-due = 2026-03-15
[[plan]]
id = "rug"
item = "地毯"
principal = 90
periods = 3
first-due = 2026-03-15
payments = [ { n = 1, on = 2026-03-02, amount = 30 } ]
"#;

fn day(model: &Model) -> String {
    model.month.day.to_string()
}

#[test]
fn today_in_the_calendar_takes_two_keys_and_days_weeks_and_months_one_each() {
    let mut model = model();
    press(&mut model, "4");
    assert_eq!(day(&model), today().to_string());
    for (keys, expected) in [
        ("l", "2026-03-11"),
        ("h h", "2026-03-09"),
        ("j", "2026-03-16"),
        ("k k", "2026-03-02"),
        ("L", "2026-04-02"),
        ("[", "2026-03-02"),
        ("G", "2026-03-31"),
        ("L", "2026-04-30"),
        ("H H", "2026-02-28"),
        ("]", "2026-03-28"),
        ("<pgup>", "2026-02-28"),
        ("g", "2026-02-01"),
        ("t", "2026-03-10"),
    ] {
        press(&mut model, keys);
        assert_eq!(day(&model), expected, "{keys}");
    }
    assert_eq!(model.screen, Screen::Calendar);
    let tomorrow = today().succ_opt().unwrap();
    update(&mut model, Msg::Day(tomorrow));
    assert_eq!(model.month.day, tomorrow, "today follows the day");
}

#[test]
fn a_day_is_paid_from_the_calendar_and_the_next_one_of_the_day_follows() {
    let mut model = model_of(&format!("{BOOK}{TWO}"));
    press(&mut model, "4 l l l l l");
    let rows = 0..model.month.rows.len();
    let of_day: Vec<_> = rows.map(|row| model.of_day(row).unwrap().id).collect();
    assert_eq!(of_day, [id("chair", 1), id("desk", 1), id("rug", 1)]);
    press(&mut model, "p");
    assert_eq!(last_payment(&model, "chair"), "Some(1) 2026-03-10 200 -");
    assert_eq!(model.selection.of_day, Some(id("desk", 1)));
    press(&mut model, "p");
    assert_eq!(last_payment(&model, "desk"), "Some(1) 2026-03-10 100 -");
    assert_eq!(day(&model), "2026-03-15");
}

#[test]
fn enter_opens_the_one_plan_of_a_day_and_goes_into_a_day_of_several() {
    let mut model = model_of(&format!("{BOOK}{TWO}"));
    press(&mut model, "4 l <enter>");
    assert_eq!(model.screen, Screen::PlanDetail);
    assert_eq!(model.selection.n, Some(2));
    press(&mut model, "<esc>");
    assert_eq!(
        (model.screen, day(&model)),
        (Screen::Calendar, "2026-03-11".into())
    );
    press(&mut model, "l l l l <enter>");
    assert_eq!(model.calendar_pane, CalendarPane::Day);
    press(&mut model, "j <enter>");
    assert_eq!(model.selection.plan, Some(id("desk", 1).plan));
    press(&mut model, "<esc> <tab> <esc>");
    assert_eq!(
        (model.screen, model.calendar_pane),
        (Screen::Calendar, CalendarPane::Month)
    );
    press(&mut model, "<esc>");
    assert_eq!(model.screen, Screen::Overview);
}

#[test]
fn in_a_small_window_up_and_down_go_to_days_with_something() {
    let mut model = model();
    press(&mut model, "4 <resize:40x10> j");
    assert_eq!(day(&model), "2026-03-11");
    press(&mut model, "j j");
    assert_eq!(day(&model), "2026-04-07");
    press(&mut model, "k k k k");
    assert_eq!(day(&model), "2026-02-11");
}

#[test]
fn a_click_selects_a_day_and_a_second_one_opens_it() {
    let mut model = model();
    model.window = Size {
        width: 80,
        height: 24,
    };
    press(&mut model, "4");
    let click = Target::Day("2026-03-15".parse().unwrap());
    for _ in 0..2 {
        update(&mut model, Msg::Mouse(Mouse::Click(click)));
        assert_eq!(day(&model), "2026-03-15");
    }
    assert_eq!(model.screen, Screen::PlanDetail);
}

#[test]
fn a_day_shows_what_is_open_by_its_most_urgent_state() {
    let dollars = "[[line]]\nid = \"us\"\nname = \"US\"\ncurrency = \"USD\"\n";
    let two = TWO.replace("id = \"desk\"", "id = \"desk\"\nline = \"us\"");
    let text = format!("{BOOK}{dollars}{two}");
    let mut model = model_of(&text);
    press(&mut model, "4");
    let due = |day: usize| model.month.days[day - 1].due.unwrap();
    assert_eq!((due(7).state, due(7).sum), (State::Overdue, cny("106")));
    assert_eq!((due(11).state, due(11).sum), (State::Soon, cny("100")));
    let mixed = due(15);
    assert_eq!((mixed.state, mixed.sum), (State::Partial, cny("200")));
    assert!(mixed.and_others && mixed.count == 2, "{mixed:?}");
    // What is late is counted in this month and this week, as on the overview.
    assert_eq!(model.month.month.left, model.board.cards.month.left);
    assert_eq!(model.month.week.left, cny("406"));
    assert_eq!(model.month.following.left, cny("469"));
}

#[test]
fn holidays_and_days_worked_for_them_are_marked() {
    let mut model = model();
    let days = [
        ("2026-03-12", DayKind::Off),
        ("2026-03-14", DayKind::Work),
        ("2026-03-15", DayKind::Off),
    ];
    let days = days.map(|(day, kind)| (day.parse().unwrap(), kind));
    model.calendar =
        crate::domain::working_day::WorkingCalendar::new([2026].into(), days.into_iter().collect());
    model.refresh();
    press(&mut model, "4 l");
    let kind = |day: usize| model.month.days[day - 1].kind;
    assert_eq!(kind(12), Some(DayKind::Off));
    assert_eq!(kind(14), Some(DayKind::Work));
    // A Sunday is off anyway.
    assert_eq!((kind(15), kind(13)), (None, None));
}

#[test]
fn what_is_taken_back_is_shown_on_its_day() {
    let mut model = model();
    press(&mut model, "4 l");
    assert_eq!(model.list(), Some(List::Day));
    press(&mut model, "t p");
    assert!(model.notice.is_some(), "nothing is due today");
}

#[test]
fn where_the_selected_installment_of_a_day_goes_the_one_in_its_row_is_selected() {
    let mut model = model_of(&format!("{BOOK}{TWO}"));
    press(&mut model, "4 l l l l l <enter> j");
    assert_eq!(model.selection.of_day, Some(id("desk", 1)));
    let plans = TWO.split_inclusive("[[plan]]\n");
    let without: String = plans.filter(|plan| !plan.contains("desk")).collect();
    reload(&mut model, &format!("{BOOK}{without}"));
    assert_eq!(day(&model), "2026-03-15");
    assert_eq!(model.selection.of_day, Some(id("rug", 1)));
}
