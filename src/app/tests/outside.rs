//! What the shopper did not do here: the file changed outside, Enter on nothing, a first click.

use super::{BOOK, Effect, last_payment, model, press, reload};
use crate::app::action::{Action, Step};
use crate::app::import::{FoundBill, Shown};
use crate::app::keymap::help_rows;
use crate::app::model::Model;
use crate::app::msg::{Mouse, Msg, Target};
use crate::app::notice::{Said, Tone};
use crate::app::overlay::Overlay;
use crate::app::screen::List;
use crate::app::update::update;
use crate::import;

fn said(model: &Model) -> Option<(Tone, Said)> {
    let notice = model.notice.as_ref()?;
    Some((notice.tone, notice.said.clone()))
}

#[test]
fn enter_straight_after_help_runs_nothing() {
    let mut model = model();
    assert_eq!(press(&mut model, "? <enter>"), []);
    assert!(matches!(model.overlay(), Some(Overlay::Help(_))));
    press(&mut model, "<down> <enter>");
    assert!(model.overlays.is_empty());
}

#[test]
fn a_row_of_help_is_selected_before_a_click_runs_it() {
    let mut model = model();
    press(&mut model, "?");
    let click = || Msg::Mouse(Mouse::Click(Target::OverlayRow(0)));
    assert_eq!(update(&mut model, click()), []);
    assert!(matches!(model.overlay(), Some(Overlay::Help(_))));
    update(&mut model, click());
    assert!(model.overlays.is_empty());
}

#[test]
fn a_form_whose_installment_is_paid_elsewhere_says_why_it_closed() {
    let mut model = model();
    press(&mut model, "P <type:20>");
    let mut elsewhere = super::model();
    press(&mut elsewhere, "p");
    let text = elsewhere.book.document().unwrap().text().to_owned();
    reload(&mut model, &text);
    assert!(model.overlays.is_empty());
    assert_eq!(said(&model), Some((Tone::Failed, Said::FormClosed)));
}

#[test]
fn what_was_said_about_the_file_as_it_was_leaves_with_it() {
    let mut model = model();
    press(&mut model, "p");
    assert!(matches!(said(&model), Some((Tone::Done, Said::Saved(_)))));
    reload(&mut model, BOOK);
    assert_eq!(said(&model), Some((Tone::Hint, Said::Reloaded)));
}

#[test]
fn a_key_that_means_nothing_above_a_view_is_answered_with_the_one_that_closes() {
    let mut model = model();
    press(&mut model, "= x");
    assert_eq!(said(&model), Some((Tone::Hint, Said::UnknownKeyAbove)));
}

#[test]
fn the_wheel_moves_the_list_under_the_pointer_and_leaves_the_keys_where_they_are() {
    let mut model = model();
    assert_eq!(
        (model.list(), model.row(List::Due)),
        (Some(List::Due), Some(0))
    );
    let before = model.row(List::Lines).unwrap_or(0);
    let over = |list| Msg::Mouse(Mouse::Wheel(Step::Next, Target::Row(list, 0)));
    update(&mut model, over(List::Lines));
    assert_eq!(model.row(List::Lines), Some(before + 1));
    assert_eq!(
        (model.list(), model.row(List::Due)),
        (Some(List::Due), Some(0))
    );
    update(&mut model, over(List::Due));
    update(
        &mut model,
        Msg::Mouse(Mouse::Wheel(Step::Next, Target::Nothing)),
    );
    assert_eq!(model.row(List::Due), Some(2));
}

#[test]
fn the_right_button_lists_what_can_be_done_with_the_row_and_runs_it() {
    let mut model = model();
    update(
        &mut model,
        Msg::Mouse(Mouse::Menu(Target::Row(List::Due, 1))),
    );
    assert_eq!(model.row(List::Due), Some(1));
    let Some(Overlay::Help(help)) = model.overlay() else {
        panic!("{:?}", model.overlay());
    };
    let rows = help_rows(help, &model);
    assert!(rows.iter().any(|row| row.action == Action::Pay));
    assert!(
        rows.iter()
            .all(|row| row.action != Action::Quit && (row.possible)(&model).is_ok())
    );
    press(&mut model, "<down> <enter>");
    assert!(model.overlay().is_none());
    assert_eq!(last_payment(&model, "vacuum"), "Some(2) 2026-03-10 100 -");
}

#[test]
fn a_bill_that_was_read_while_the_book_changed_is_compared_with_the_book_as_it_is() {
    let bill = || {
        import::read(
            include_bytes!("../../../tests/import/alipay.csv"),
            None,
            &[],
        )
        .unwrap()
    };
    let shown = |model: &Model| {
        let book = model.book().unwrap();
        Shown::of("a.csv".into(), bill(), book, &model.calendar, model.today)
    };
    let with_line = BOOK.replace(
        "id = \"jd\"\nname = \"京东白条\"",
        "id = \"hb\"\nname = \"花呗\"",
    );
    let with_line = with_line.replace("line = \"jd\"", "line = \"hb\"");
    let mut model = model();
    let effects = press(&mut model, "i <type:a.csv> <enter>");
    assert_eq!(effects, [Effect::ReadBill("a.csv".into())]);
    let before = shown(&model);
    reload(&mut model, &with_line);
    let found = FoundBill {
        shown: Ok(Box::new(before.clone())),
    };
    update(&mut model, Msg::Bill(Box::new(found)));
    let Some(Overlay::Import(import)) = model.overlay() else {
        panic!("{:?}", model.overlays)
    };
    assert_eq!(import.shown(), Some(&shown(&model)));
    assert_ne!(import.shown(), Some(&before));
}
