//! A purchase that is thought of, with the keys it may take.

use super::forms::form;
use super::{BOOK, cny, model, model_of, press};
use crate::app::Model;
use crate::app::form::choice::{FeeKind, Pick};
use crate::app::form::field::FieldName as F;
use crate::app::msg::{Mouse, Msg, Target};
use crate::app::overlay::Overlay;
use crate::app::screen::Screen;
use crate::app::update::update;
use crate::app::what_if::{Answer, EXAMPLE_PRICE};
use crate::domain::PlanId;
use crate::domain::limit_check::Verdict;

fn answer(model: &Model) -> &Answer {
    model.what_if.as_ref().unwrap().answer.as_ref().unwrap()
}

#[test]
fn from_the_limit_check_it_is_one_more_key() {
    let mut model = model();
    press(&mut model, "c 1 2 0 0 <enter>");
    assert_eq!(model.screen, Screen::WhatIf);
    let answer = answer(&model);
    let periods: Vec<_> = answer.rows.iter().map(|row| row.periods).collect();
    assert_eq!(periods, [1, 3, 6, 9, 12, 18, 24]);
    assert_eq!(answer.rows[answer.chosen].periods, 6);
    assert!(model.form().is_none(), "the rows get the keys");
}

#[test]
fn without_a_price_an_example_is_answered_until_one_is_typed() {
    let mut model = model();
    press(&mut model, "7");
    let what_if = model.what_if.as_ref().unwrap();
    let example = what_if.example.as_ref().unwrap();
    assert_eq!(what_if.answer, None);
    assert!(model.form().unwrap().text(F::Price).is_empty());
    let mut asked = super::model();
    press(&mut asked, &format!("7 <type:{EXAMPLE_PRICE}>"));
    assert_eq!(answer(&asked), &**example, "what would follow from it");
    assert_eq!(asked.what_if.as_ref().unwrap().example, None);
    press(&mut model, "x");
    let what_if = model.what_if.as_ref().unwrap();
    assert_eq!((&what_if.answer, &what_if.example), (&None, &None));
}

#[test]
fn fee_and_rates_are_those_of_the_latest_plan_on_the_line_and_unknown_is_not_zero() {
    let mut model = model_of(
        &BOOK
            .replace(
                "[[plan]]\nid = \"lamp\"",
                "[[line]]\nid = \"hb\"\nname = \"花呗\"\nlimit = 9000\n[[plan]]\nid = \"lamp\"",
            )
            .replace(
                "principal = 699",
                "bought = 2026-02-15\nfee = { model = \"flat\", rate = \"0.6%\" }\nprincipal = 699",
            ),
    );
    press(&mut model, "c 1 2 0 0 <enter> j j");
    let known = answer(&model);
    let row = known.rows[known.chosen];
    let cost = row.cost.unwrap();
    assert_eq!((row.periods, row.each), (12, cny("107.2")));
    assert_eq!((cost.fees, cost.total), (cny("86.4"), cny("1286.4")));
    assert_eq!(cost.cost.nominal.unwrap().percent(), "13.03");
    assert_eq!(cost.cost.effective.unwrap().percent(), "13.84");
    let offers: Vec<_> = known
        .offers
        .iter()
        .map(|offer| (offer.line, offer.trial.cost.map(|cost| cost.fees)))
        .collect();
    let expected = [(1, Some(cny("0"))), (0, Some(cny("86.4"))), (2, None)];
    assert_eq!(offers, expected);
    // To the line without a plan: its fee is unknown, and a plan made of it says so.
    press(&mut model, "<tab> <tab> <right> <right>");
    assert!(answer(&model).rows.iter().all(|row| row.cost.is_none()));
    press(&mut model, "<enter> <enter>");
    assert!(matches!(model.overlay(), Some(Overlay::Form(_))));
    assert!(model.notice.is_some());
}

#[test]
fn a_number_of_payments_of_ones_own_joins_the_rows() {
    let mut model = model();
    press(&mut model, "c 1 2 0 0 <enter> <s-tab> 1 0 <enter>");
    let answer = answer(&model);
    assert_eq!(answer.rows.len(), 8);
    assert_eq!(answer.rows[answer.chosen].periods, 10);
    press(&mut model, "h");
    let answer = self::answer(&model);
    assert_eq!(answer.rows[answer.chosen].periods, 9);
}

#[test]
fn the_months_are_shown_with_and_without_it_and_the_ceiling_counts() {
    let mut model =
        model_of(&BOOK.replace("version = 1", "version = 1\n[settings]\nmonthly-cap = 700"));
    press(&mut model, "c 1 2 0 0 <enter> k");
    let answer = answer(&model);
    assert_eq!(answer.rows[answer.chosen].periods, 3);
    let figures: Vec<_> = answer
        .months
        .iter()
        .map(|month| month.with_it - month.without)
        .collect();
    assert!(figures[1].is_positive() && figures[3].is_positive());
    assert!(figures[0].is_zero() && figures[4].is_zero());
    let peak = answer.peak.unwrap();
    assert_eq!(peak.month.to_string(), "2026-04-01");
    assert!(peak.after > cny("700") && peak.cap == Some(cny("700")));
    let without: Vec<_> = answer.months.iter().map(|month| month.without).collect();
    let board: Vec<_> = model.board.months.iter().map(|month| month.total).collect();
    assert_eq!(without, board);
}

#[test]
fn it_becomes_a_plan_only_when_the_form_is_saved() {
    let mut model = model();
    press(&mut model, "c 9 0 0 <enter> k <enter>");
    let plan = form(&model);
    assert_eq!(plan.focus, F::Item);
    assert_eq!((plan.text(F::Price), plan.text(F::Periods)), ("900", "3"));
    assert!(!plan.touched, "Esc asks only when something was typed");
    let before = model.book().unwrap().plans.len();
    press(&mut model, "<esc>");
    assert_eq!(
        (model.screen, model.book().unwrap().plans.len()),
        (Screen::WhatIf, before)
    );
    press(&mut model, "<enter> <type:电视> <enter>");
    let book = model.book().unwrap();
    let tv = book.plan(&PlanId::new("dianshi").unwrap()).unwrap();
    assert_eq!((tv.principal, tv.periods), (cny("900"), 3));
    assert_eq!(tv.first_due.to_string(), "2026-04-10");
    assert_eq!(tv.bought, Some(model.today));
}

#[test]
fn without_a_price_it_is_asked_for_and_esc_leads_out() {
    let mut model = model();
    press(&mut model, "7 9 0 0");
    assert_eq!(model.form().unwrap().text(F::Price), "900");
    assert_eq!(
        answer(&model).check.as_ref().unwrap().verdict,
        Verdict::Later
    );
    press(&mut model, "<esc>");
    assert!(model.form().is_none() && model.screen == Screen::WhatIf);
    press(&mut model, "1 7");
    assert!(model.form().is_none(), "the price is still there");
    press(&mut model, "<esc>");
    assert_eq!(model.screen, Screen::Overview);
}

#[test]
fn what_is_wrong_gets_the_keys_and_a_fee_can_be_typed() {
    let mut model = model();
    press(&mut model, "7 x <enter>");
    assert_eq!(model.form().unwrap().focus, F::Price);
    assert!(model.form().unwrap().mistakes().next().is_some());
    press(&mut model, "1 2 0 0 <tab> <tab>");
    assert_eq!(model.form().unwrap().focus, F::Fee);
    while model.form().unwrap().picked(F::Fee) != Some(&Pick::Fee(FeeKind::Flat)) {
        press(&mut model, "<right>");
    }
    press(&mut model, "<tab> <type:1.5%> <enter>");
    let row = answer(&model).rows[4];
    assert!(row.cost.unwrap().cost.nominal.unwrap().is_high());
}

#[test]
fn rows_and_fields_are_clicked() {
    let mut model = model();
    press(&mut model, "c 9 0 0 <enter>");
    let click = |model: &mut Model, target| update(model, Msg::Mouse(Mouse::Click(target)));
    click(&mut model, Target::Field(F::DownPayment));
    assert_eq!(model.form().unwrap().focus, F::DownPayment);
    click(&mut model, Target::Trial(1));
    assert!(model.form().is_none());
    assert_eq!(answer(&model).chosen, 1);
    click(&mut model, Target::Trial(1));
    assert!(matches!(model.overlay(), Some(Overlay::Form(_))));
}
