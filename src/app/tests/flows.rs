//! The jobs of every day, with the keys they may take.

use super::{BOOK, Effect, Msg, id, last_payment, model, model_of, press, reload, today, update};
use crate::app::board::plans::{PlanFilter, PlanSort};
use crate::app::key::Key;
use crate::app::model::{BookState, Saving};
use crate::app::msg::{Mouse, SaveEnd, Target};
use crate::app::notice::{NotSaved, Said, Tone};
use crate::app::overlay::{CheckAnswer, Found, Overlay};
use crate::app::screen::{List, Pane, Screen};
use crate::domain::Command;
use crate::domain::command::Pay;
use crate::domain::limit_check::Verdict;

#[test]
fn the_first_key_pays_the_most_urgent_installment_and_the_next_one_the_next() {
    let mut model = model();
    assert_eq!(model.selection.due, Some(id("phone", 2)));
    press(&mut model, "p");
    assert_eq!(last_payment(&model, "phone"), "Some(2) 2026-03-10 106 -");
    assert_eq!(model.selection.due, Some(id("vacuum", 2)));
    assert_eq!(model.saving, Saving::SavedAt("23:52".into()));
    press(&mut model, "p");
    assert_eq!(last_payment(&model, "vacuum"), "Some(2) 2026-03-10 100 -");
    assert_eq!(model.selection.due, Some(id("chair", 1)));
}

#[test]
fn what_was_paid_today_keeps_its_place_and_is_not_paid_twice() {
    let mut model = model();
    press(&mut model, "p");
    let row = &model.board.due.rows[0];
    assert_eq!((row.id.clone(), row.is_open()), (id("phone", 2), false));
    press(&mut model, "k p");
    let notice = model.notice.unwrap();
    assert!(
        matches!(notice.said, Said::AlreadyPaid { n: 2, .. }),
        "{notice:?}"
    );
}

#[test]
fn a_key_that_cannot_pay_says_why_as_help_does() {
    for (keys, expected) in [
        ("3 p", "NothingSelected"),
        ("3 <space>", "NothingSelected"),
        ("2 f p", "NothingOpen"),
        ("2 f <space>", "NothingOpen"),
        ("2 f P", "NothingOpen"),
        ("2 f M", "NothingOpen"),
        ("2 <enter> g p", "AlreadyPaid"),
        ("2 <enter> g P", "AlreadyPaid"),
    ] {
        let mut model = model();
        press(&mut model, keys);
        let said = format!("{:?}", model.notice.as_ref().map(|notice| &notice.said));
        assert!(said.contains(expected), "{keys}: {said}");
    }
}

#[test]
fn a_payment_asks_for_the_installment_by_name() {
    let mut model = model();
    let effects = update(&mut model, Msg::Key(Key::char('p')));
    let pay = Pay {
        n: Some(2),
        ..Pay::oldest(id("phone", 2).plan, today())
    };
    assert_eq!(effects, [Effect::Save(Command::Pay(pay))]);
    let again = update(&mut model, Msg::Key(Key::char('p')));
    assert_eq!(again, [], "a save is under way");
}

#[test]
fn undo_and_redo_are_one_key_each() {
    let mut model = model();
    assert_eq!(press(&mut model, "u"), [Effect::Undo]);
    let end = SaveEnd::NotSaved(NotSaved::NothingToUndo);
    update(&mut model, Msg::Saved(end));
    assert_eq!(model.notice.as_ref().unwrap().tone, Tone::Hint);
    assert_eq!(press(&mut model, "U"), [Effect::Redo]);
}

#[test]
fn what_was_not_saved_is_told_until_esc() {
    let mut model = model();
    update(&mut model, Msg::Key(Key::char('p')));
    let why = NotSaved::Disk("full".into());
    update(&mut model, Msg::Saved(SaveEnd::NotSaved(why.clone())));
    assert_eq!(model.saving, Saving::Failed);
    press(&mut model, "j k");
    assert_eq!(model.notice.as_ref().unwrap().said, Said::NotSaved(why));
    press(&mut model, "<esc>");
    assert_eq!(model.notice, None);
}

#[test]
fn a_price_is_checked_while_it_is_typed() {
    let mut model = model();
    press(&mut model, "c 4 9 9 9");
    let Some(Overlay::Check(check)) = model.overlay() else {
        panic!("{:?}", model.overlays)
    };
    let CheckAnswer::Checked { check, .. } = &check.answer else {
        panic!("{:?}", check.answer)
    };
    assert_eq!(check.lines.len(), 2);
    assert_ne!(check.verdict, Verdict::No);
    press(&mut model, "<bs><bs><bs><bs>x");
    assert!(
        matches!(model.overlay(), Some(Overlay::Check(check)) if check.answer == CheckAnswer::NotAnAmount)
    );
    press(&mut model, "<esc>");
    assert!(model.overlays.is_empty());
}

#[test]
fn finding_takes_initials_and_enter_and_then_pays() {
    let mut model = model();
    press(&mut model, "/ x m <enter> p");
    assert_eq!(
        (model.screen, &model.selection.plan),
        (Screen::PlanDetail, &Some(id("phone", 1).plan))
    );
    assert_eq!(last_payment(&model, "phone"), "Some(2) 2026-03-10 106 -");
    assert_eq!(model.selection.n, Some(3));
}

#[test]
fn what_stands_together_is_found_before_what_is_scattered_and_late_before_open() {
    let found = |words: &str| -> Vec<String> {
        let mut model = model();
        press(&mut model, &format!("/<type:{words}>"));
        let Some(Overlay::Find(find)) = model.overlay() else {
            panic!("{:?}", model.overlays)
        };
        let name = |found: &Found| match found {
            Found::Plan { id, .. } => id.to_string(),
            Found::Line { id, .. } => id.to_string(),
        };
        find.results.iter().map(name).collect()
    };
    assert_eq!(found(""), ["phone", "vacuum", "chair", "mi", "jd"]);
    assert_eq!(found("小米"), ["phone", "mi"]);
    assert_eq!(found("xm"), ["phone", "mi"]);
    assert_eq!(found("daisen"), ["vacuum"]);
    assert_eq!(found("dsxcq"), ["vacuum"]);
    assert_eq!(found("1188"), ["phone"]);
    assert_eq!(found("td")[0], "lamp");
    assert_eq!(found("jdbt"), ["jd"]);
    assert!(found("没有这个").is_empty());
}

#[test]
fn a_limit_is_confirmed_from_its_line_its_alert_and_its_installment() {
    for keys in ["3 j r", "5 <end> <home> r", "j r"] {
        let mut model = model();
        if keys.starts_with('5') {
            press(&mut model, "5");
            let late = model
                .board
                .alerts
                .iter()
                .position(|row| row.offers == crate::app::action::Action::OpenCase);
            update(
                &mut model,
                Msg::Mouse(Mouse::Click(Target::Row(List::Alerts, late.unwrap()))),
            );
            press(&mut model, "r");
        } else {
            press(&mut model, keys);
        }
        let plan = id("vacuum", 1).plan;
        let payment = &model.book().unwrap().plan(&plan).unwrap().payments[0];
        assert_eq!(payment.restored, Some(today()), "{keys}");
    }
}

#[test]
fn the_selection_stays_on_its_item_when_rows_move() {
    let mut model = model();
    press(&mut model, "j j");
    assert_eq!(model.selection.due, Some(id("chair", 1)));
    let moved = BOOK.replace("first-due = 2026-03-15", "first-due = 2026-03-01");
    reload(&mut model, &moved);
    assert_eq!(
        (model.row(List::Due), &model.selection.due),
        (Some(0), &Some(id("chair", 1)))
    );
    press(&mut model, "2 s s");
    let selected = model.selection.plan.clone();
    press(&mut model, "s");
    assert_eq!(
        (model.plan_sort, &model.selection.plan),
        (PlanSort::NextDue, &selected)
    );
}

#[test]
fn where_the_item_is_gone_the_row_in_its_place_is_selected() {
    let mut model = model();
    press(&mut model, "j");
    let without = BOOK.replace("id = \"vacuum\"", "id = \"hoover\"");
    reload(&mut model, &without);
    assert_eq!(model.selection.due, Some(id("hoover", 2)));
    press(&mut model, "2 G");
    assert_eq!(model.plan_filter, PlanFilter::Active);
    press(&mut model, "f");
    assert_eq!(model.selection.plan, Some(id("lamp", 1).plan));
    press(&mut model, "<esc>");
    assert_eq!(model.plan_filter, PlanFilter::Active);
}

#[test]
fn a_broken_file_keeps_the_last_board_and_refuses_changes() {
    let mut model = model();
    let rows = model.board.due.rows.clone();
    reload(
        &mut model,
        &BOOK.replace("principal = 699", "principal = 69.999"),
    );
    assert_eq!(model.board.due.rows, rows);
    assert_eq!(press(&mut model, "p"), []);
    assert_eq!(model.notice.as_ref().unwrap().said, Said::FileBroken);
    let line = BOOK
        .lines()
        .position(|line| line == "principal = 699")
        .unwrap()
        + 1;
    assert_eq!(press(&mut model, "w"), [Effect::OpenEditor { line }]);
    reload(&mut model, BOOK);
    assert!(matches!(model.book, BookState::Open(_)));
    assert_eq!(model.notice, None);
}

#[test]
fn a_file_that_went_away_is_still_shown_and_comes_back() {
    let mut model = model();
    update(&mut model, Msg::FileMissing);
    assert_eq!(model.board.due.rows.len(), 4);
    press(&mut model, "p");
    assert_eq!(model.notice.as_ref().unwrap().said, Said::FileMissing);
    reload(&mut model, BOOK);
    assert!(model.editable().is_ok());
}

#[test]
fn the_first_run_offers_a_demo_and_a_file_of_ones_own() {
    let mut model = model();
    model.book = BookState::missing();
    assert_eq!(press(&mut model, "d"), [Effect::Demo]);
    assert_eq!(press(&mut model, "w"), [Effect::Create]);
    assert_eq!(press(&mut model, "p q"), [Effect::Quit]);
}

#[test]
fn without_a_book_a_key_that_needs_one_says_so() {
    for (key, said) in [("S", Said::NoFile), ("x", Said::UnknownKey)] {
        let mut model = model();
        model.book = BookState::missing();
        press(&mut model, key);
        assert_eq!(model.notice.as_ref().unwrap().said, said, "{key}");
    }
}

#[test]
fn keys_of_an_input_method_are_folded_or_explained() {
    let mut model = model();
    press(&mut model, "ｐ");
    assert_eq!(last_payment(&model, "phone"), "Some(2) 2026-03-10 106 -");
    press(&mut model, "怕");
    assert_eq!(model.notice.as_ref().unwrap().said, Said::InputMethod);
    press(&mut model, "、");
    assert!(matches!(model.overlay(), Some(Overlay::Find(_))));
    press(&mut model, "<esc>？");
    assert!(matches!(model.overlay(), Some(Overlay::Help(_))));
    press(&mut model, "<esc>x");
    assert_eq!(model.notice.as_ref().unwrap().said, Said::UnknownKey);
}

#[test]
fn a_paste_goes_into_text_only() {
    let mut model = model();
    assert_eq!(press(&mut model, "<paste:q>"), []);
    press(&mut model, "c<paste:3299>");
    assert!(matches!(model.overlay(), Some(Overlay::Check(check)) if check.input.text() == "3299"));
}

#[test]
fn help_runs_what_is_selected() {
    let mut model = model();
    press(&mut model, "?<type:撤销><enter>");
    assert!(model.overlays.is_empty());
    assert!(matches!(model.saving, Saving::UnderWay { .. }));
}

#[test]
fn enter_goes_deeper_and_esc_comes_back() {
    let mut model = model();
    press(&mut model, "j <enter>");
    assert_eq!(
        (model.screen, model.selection.n),
        (Screen::PlanDetail, Some(2))
    );
    assert_eq!(model.selection.plan, Some(id("vacuum", 2).plan));
    press(&mut model, "]");
    assert_eq!(model.selection.plan, Some(id("chair", 1).plan));
    press(&mut model, "<enter>");
    assert!(matches!(model.overlay(), Some(Overlay::Explain(_))));
    press(&mut model, "<esc><esc>");
    assert_eq!(model.screen, Screen::Overview);
    press(&mut model, "6");
    assert_eq!(model.screen, Screen::Cases);
    press(&mut model, "t");
    assert_eq!(
        (model.screen, &model.selection.due),
        (Screen::Overview, &Some(id("phone", 2)))
    );
}

#[test]
fn panes_follow_the_room_there_is() {
    let mut model = model();
    press(&mut model, "<tab><tab>");
    assert_eq!(model.pane, Pane::Alerts);
    press(&mut model, "<resize:80x24>");
    assert_eq!(model.pane, Pane::Due);
    press(&mut model, "l j");
    assert_eq!((model.pane, model.row(List::Lines)), (Pane::Lines, Some(1)));
    press(&mut model, "<enter>");
    assert_eq!(model.screen, Screen::Limits);
}

#[test]
fn a_click_selects_and_a_click_on_the_selected_row_opens() {
    let mut model = model();
    let click = |target| Msg::Mouse(Mouse::Click(target));
    update(&mut model, click(Target::Row(List::Due, 2)));
    assert_eq!(model.selection.due, Some(id("chair", 1)));
    update(&mut model, click(Target::Row(List::Due, 99)));
    assert_eq!(model.selection.due, Some(id("chair", 1)));
    update(&mut model, click(Target::Row(List::Due, 2)));
    assert_eq!(model.screen, Screen::PlanDetail);
    update(&mut model, click(Target::Key(Key::char('?'))));
    update(&mut model, click(Target::Overlay));
    assert_eq!(model.overlays.len(), 1);
    update(&mut model, click(Target::Nothing));
    assert_eq!(model.overlays.len(), 0);
    update(&mut model, click(Target::Tab(Screen::Alerts)));
    assert_eq!(model.screen, Screen::Alerts);
}

#[test]
fn a_new_day_is_derived_anew() {
    let mut model = model();
    update(&mut model, Msg::Day("2026-03-13".parse().unwrap()));
    assert_eq!(model.board.cards.overdue.count, 2);
}

#[test]
fn the_editor_opens_on_the_line_of_the_selected_plan() {
    let mut model = model_of(BOOK);
    let line = BOOK
        .lines()
        .take_while(|line| *line != "id = \"vacuum\"")
        .count();
    assert_eq!(press(&mut model, "j w"), [Effect::OpenEditor { line }]);
    let id = BOOK.lines().position(|line| line == "[[line]]").unwrap();
    assert_eq!(
        press(&mut model, "3 w"),
        [Effect::OpenEditor { line: id + 1 }]
    );
    model.demo = true;
    assert_eq!(press(&mut model, "w"), []);
}

#[test]
fn what_lies_above_follows_the_file() {
    let moved = BOOK.replace("[[plan]]\nid = \"phone\"", "[[plan]]\nid = \"new\"\nitem = \"新的\"\nprincipal = 10\nperiods = 1\nfirst-due = 2026-05-01\n[[plan]]\nid = \"phone\"");
    let mut model = model();
    press(&mut model, "/<type:戴森>");
    reload(&mut model, &moved);
    press(&mut model, "<enter>");
    assert_eq!(model.selection.plan, Some(id("vacuum", 1).plan));
    press(&mut model, "P 5 0");
    reload(&mut model, BOOK);
    press(&mut model, "<enter>");
    assert_eq!(last_payment(&model, "vacuum"), "Some(2) 2026-03-10 50 -");
    press(&mut model, "P 9 <esc>");
    reload(&mut model, &BOOK.replace("vacuum", "hoover"));
    assert!(model.overlays.is_empty(), "the form's plan is gone");
}
