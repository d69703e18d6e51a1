//! The payment form, with the keys it may take.

use super::{cny, last_payment, model, press};
use crate::app::Model;
use crate::app::form::Form;
use crate::app::form::choice::Pick;
use crate::app::form::field::{FieldName, Mistake};
use crate::app::form::outcome::{Outcome, PayOutcome};
use crate::app::overlay::Overlay;
use crate::domain::Refusal;

pub fn form(model: &Model) -> &Form {
    match model.overlay() {
        Some(Overlay::Form(form)) => form,
        other => panic!("{other:?}"),
    }
}

fn outcome(model: &Model) -> PayOutcome {
    match &form(model).outcome {
        Outcome::Pay(pay) => pay.clone(),
        other => panic!("{other:?}"),
    }
}

pub fn mistakes(model: &Model) -> Vec<(FieldName, Mistake)> {
    let wrong = form(model).mistakes();
    wrong
        .map(|(name, mistake)| (name, mistake.clone()))
        .collect()
}

#[test]
fn a_part_yesterday_by_alipay_takes_the_digits_and_six_keys() {
    let mut model = model();
    press(&mut model, "P 5 0 <tab> - 1 <tab> <right> <enter>");
    assert!(model.overlays.is_empty());
    assert_eq!(last_payment(&model, "phone"), "Some(2) 2026-03-09 50 zfb");
}

#[test]
fn a_part_today_the_usual_way_takes_the_digits_and_two_keys() {
    let mut model = model();
    press(&mut model, "P 5 0 <enter>");
    assert_eq!(last_payment(&model, "phone"), "Some(2) 2026-03-10 50 wx");
}

#[test]
fn the_form_begins_with_all_that_is_open_and_says_what_it_would_do() {
    let mut model = model();
    press(&mut model, "P");
    assert_eq!(form(&model).text(FieldName::Amount), "106.00");
    let preview = outcome(&model);
    assert_eq!((preview.leaves, preview.closes), (cny("0"), 1));
    let back = preview.frees.unwrap();
    assert_eq!(back.amount, cny("100.00"));
    assert_eq!(back.latest.date.to_string(), "2026-03-13");
    press(&mut model, "5 0");
    let preview = outcome(&model);
    assert_eq!((preview.leaves, preview.closes), (cny("56"), 0));
    press(&mut model, "<bs><bs>x");
    assert_eq!(form(&model).outcome, Outcome::Nothing);
    assert_eq!(mistakes(&model), [], "nobody tried to save yet");
}

#[test]
fn enter_goes_to_the_first_mistake() {
    let mut model = model();
    press(&mut model, "P x <tab> 3 1 - 1 <tab> <enter>");
    let wrong = [
        (FieldName::Amount, Mistake::NotAnAmount),
        (FieldName::Date, Mistake::NotADay),
    ];
    assert_eq!(
        (form(&model).focus, mistakes(&model).as_slice()),
        (FieldName::Amount, &wrong[..])
    );
    press(&mut model, "9 9 9 9 <tab> + 1");
    press(&mut model, "<enter>");
    assert!(matches!(
        mistakes(&model).as_slice(),
        [(
            FieldName::Amount,
            Mistake::Refused(Refusal::Overpayment { .. })
        )]
    ));
    press(&mut model, "1 0 6");
    assert!(matches!(
        mistakes(&model).as_slice(),
        [(FieldName::Date, Mistake::Refused(Refusal::InFuture(_)))]
    ));
    press(&mut model, "<tab> 0 <bs> <enter>");
    assert_eq!(mistakes(&model), [(FieldName::Date, Mistake::Empty)]);
    press(&mut model, "- 1 <enter>");
    assert_eq!(last_payment(&model, "phone"), "Some(2) 2026-03-09 106 wx");
}

#[test]
fn amounts_are_understood_as_people_write_them() {
    for (typed, paid) in [("１０６", "106"), ("0.0106万", "106"), ("50.5", "50.5")] {
        let mut model = model();
        press(&mut model, &format!("P<type:{typed}><enter>"));
        let payment = last_payment(&model, "phone");
        assert_eq!(payment, format!("Some(2) 2026-03-10 {paid} wx"), "{typed}");
    }
}

#[test]
fn esc_asks_only_when_something_was_typed() {
    let mut model = model();
    press(&mut model, "P <tab> <esc>");
    assert!(model.overlays.is_empty());
    press(&mut model, "P 5 <esc>");
    assert!(matches!(model.overlay(), Some(Overlay::Confirm(_))));
    press(&mut model, "n");
    assert_eq!(form(&model).text(FieldName::Amount), "5");
    press(&mut model, "<esc> <enter> y");
    assert!(model.overlays.is_empty());
    assert_eq!(last_payment(&model, "phone"), "Some(1) 2026-02-07 106 wx");
}

#[test]
fn a_way_to_pay_is_chosen_by_arrows_or_its_first_letter() {
    let mut model = model();
    press(&mut model, "P <tab> <tab>");
    let via = |model: &Model| match form(model).picked(FieldName::Via) {
        Some(Pick::Method(Some(id))) => id.to_string(),
        _ => "-".to_owned(),
    };
    assert_eq!(via(&model), "wx");
    for (keys, chosen) in [
        ("<left>", "-"),
        ("<left>", "card"),
        ("z", "zfb"),
        ("z", "card"),
        ("w", "wx"),
        ("x", "wx"),
    ] {
        press(&mut model, keys);
        assert_eq!(via(&model), chosen, "{keys}");
    }
}
