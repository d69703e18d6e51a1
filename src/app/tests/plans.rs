//! What happens to plans, with the keys it may take.

use super::forms::{form, mistakes};
use super::{BOOK, cny, id, model, model_of, press, reload};
use crate::app::Model;
use crate::app::effect::Effect;
use crate::app::form::choice::{FeeKind, Pick};
use crate::app::form::field::{FieldName as F, Mistake};
use crate::app::form::outcome::{AddOutcome, Outcome};
use crate::app::msg::Msg;
use crate::app::notice::{Said, Tone};
use crate::app::overlay::{Overlay, Question};
use crate::app::screen::{DetailPane, Part, Screen};
use crate::app::update::update;
use crate::domain::plan::Plan;
use crate::domain::{PlanId, Refusal};

fn plan<'m>(model: &'m Model, id: &str) -> Option<&'m Plan> {
    model.book().unwrap().plan(&PlanId::new(id).unwrap())
}

fn add(model: &Model) -> &AddOutcome {
    match &form(model).outcome {
        Outcome::Add(add) => add,
        other => panic!("{other:?}"),
    }
}

/// A book whose lines say what settling early costs.
fn with_policy() -> Model {
    model_of(&BOOK.replace(
        "limit = 8000\n",
        "limit = 8000\n[line.rules]\nearly = \"waive-unbilled\"\n",
    ))
}

#[test]
fn a_new_plan_takes_five_keys_and_the_text() {
    let mut model = model();
    press(
        &mut model,
        "a <type:电视> <tab> 9 0 0 <tab> <tab> 9 <enter>",
    );
    assert!(model.overlays.is_empty());
    let tv = plan(&model, "dianshi").unwrap();
    assert_eq!((tv.item.as_str(), tv.periods), ("电视", 9));
    assert_eq!(tv.principal, cny("900"));
    assert_eq!(tv.first_due.to_string(), "2026-04-10");
    assert_eq!(tv.bought, Some(model.today));
    assert_eq!((tv.price, tv.down_payment), (None, None));
}

#[test]
fn a_new_plan_is_charged_as_the_last_one_on_its_line() {
    let mut model =
        model_of(&BOOK.replace("id = \"phone\"", "id = \"phone\"\nbought = 2026-01-07"));
    press(&mut model, "a");
    let picked = |model: &Model| form(model).picked(F::Fee).cloned();
    assert_eq!(
        form(&model).picked(F::Line),
        Some(&Pick::Line(Some(crate::domain::LineId::new("mi").unwrap())))
    );
    assert_eq!(picked(&model), Some(Pick::Fee(FeeKind::Flat)));
    assert_eq!(form(&model).text(F::Rate), "0.5%");
    press(&mut model, "<tab> <tab> j");
    assert_eq!(picked(&model), Some(Pick::Fee(FeeKind::None)));
    assert!(form(&model).field(F::Rate).unwrap().hidden);
}

#[test]
fn the_preview_of_a_new_plan_follows_every_key() {
    let mut model = model();
    press(&mut model, "a <tab> 1 2 0 0 <tab> <tab>");
    assert_eq!(form(&model).outcome, Outcome::Nothing);
    press(&mut model, "3");
    assert_eq!(add(&model).standing.total, cny("1200"));
    press(&mut model, "<tab> n <right> <tab> 1 %");
    assert_eq!(add(&model).standing.fee_total, cny("36"));
    let effect = add(&model).effect.clone().unwrap();
    assert_eq!(effect.uses, cny("1200"));
    let peak = add(&model).peak.unwrap();
    assert_eq!(peak.after - peak.before, cny("412"));
    press(&mut model, "<bs>");
    assert_eq!(add(&model).standing.fee_total, cny("1"), "a sum");
}

#[test]
fn what_is_past_its_day_is_offered_as_paid_but_for_the_latest() {
    let mut model = model();
    press(
        &mut model,
        "a T V <tab> 6 0 0 <tab> <tab> 6 <tab> n <tab> 2 0 2 5 - 1 2 - 2 0",
    );
    assert_eq!(
        (add(&model).past, form(&model).text(F::PaidThrough)),
        (3, "2")
    );
    assert_eq!(form(&model).text(F::Bought), "2025-11-20");
    assert_eq!(add(&model).standing.paid_periods(), 2);
    press(&mut model, "<tab> 3 <enter>");
    assert_eq!(plan(&model, "tv").unwrap().paid_through, 3);
}

#[test]
fn a_down_payment_is_not_financed() {
    let mut model = model();
    press(
        &mut model,
        "a T V <tab> 6 0 0 <tab> <tab> 6 <tab> n <tab> <tab> <tab> <tab> <right> <tab> 6 0 0 <enter>",
    );
    assert_eq!(mistakes(&model), [(F::DownPayment, Mistake::NotBelowPrice)]);
    press(&mut model, "1 0 0 <enter>");
    let tv = plan(&model, "tv").unwrap();
    assert_eq!((tv.price, tv.principal), (Some(cny("600")), cny("500")));
}

#[test]
fn an_empty_new_plan_goes_to_its_first_mistake() {
    let mut model = model();
    press(&mut model, "a <tab> <tab> <enter>");
    assert_eq!(form(&model).focus, F::Item);
    let empty = [F::Item, F::Price, F::Periods].map(|name| (name, Mistake::Empty));
    assert_eq!(mistakes(&model), empty);
    press(&mut model, "T <tab> 0 <tab> <tab> 6 0 1 <enter>");
    let wrong = [
        (F::Price, Mistake::NotPositive),
        (F::Periods, Mistake::NotACount(1, 600)),
    ];
    assert_eq!(
        (form(&model).focus, mistakes(&model).as_slice()),
        (F::Price, &wrong[..])
    );
}

#[test]
fn settling_early_takes_two_keys_where_the_policy_is_known() {
    let mut model = with_policy();
    press(&mut model, "S <enter>");
    let settled = plan(&model, "phone").unwrap().settled.unwrap();
    assert_eq!((settled.on, settled.amount), (model.today, cny("1106")));
    press(&mut model, "2 S");
    assert!(
        matches!(model.overlay(), Some(Overlay::Form(_))),
        "another plan"
    );
}

#[test]
fn what_settling_costs_follows_its_day_until_somebody_types_it() {
    let mut model = with_policy();
    press(&mut model, "S <tab> 2 0 2 6 - 3 - 7");
    let Outcome::Settle(settle) = &form(&model).outcome else {
        panic!("{:?}", form(&model).outcome)
    };
    assert_eq!(settle.saves, Some(cny("60")));
    press(&mut model, "<tab> 1 0 0 0 <tab> - 1");
    assert_eq!(form(&model).text(F::Amount), "1000");
}

#[test]
fn where_the_policy_is_unknown_the_amount_is_asked_for() {
    let mut model = model();
    press(&mut model, "S <enter>");
    assert_eq!(mistakes(&model), [(F::Amount, Mistake::Empty)]);
    press(&mut model, "1 1 0 0 <enter>");
    assert_eq!(
        plan(&model, "phone").unwrap().settled.unwrap().amount,
        cny("1100")
    );
}

#[test]
fn a_refund_shows_every_installment_it_changes_before_it_is_noted() {
    let mut model = model();
    press(&mut model, "R 1 5 0");
    let Outcome::Change(change) = &form(&model).outcome else {
        panic!("{:?}", form(&model).outcome)
    };
    let both = [&change.preview.before, &change.preview.after];
    let [before, after] = both.map(|standing| standing.as_ref().unwrap());
    let both = before.installments.iter().zip(&after.installments);
    let differ = both.filter(|(was, is)| was.row.outstanding() != is.row.outstanding());
    let changed: Vec<_> = differ.map(|(was, _)| was.n()).collect();
    assert_eq!(changed, [11, 12]);
    press(&mut model, "9 9 <enter>");
    assert!(matches!(
        mistakes(&model).as_slice(),
        [(F::Amount, Mistake::Refused(Refusal::RefundTooLarge { .. }))]
    ));
    press(&mut model, "<bs><bs><bs><bs><bs> 1 5 0 <enter>");
    assert_eq!(plan(&model, "phone").unwrap().refunds.len(), 1);
}

#[test]
fn only_y_deletes_a_plan() {
    let mut model = model();
    press(&mut model, "D D <enter> <tab> d");
    let question = Question::Delete(id("phone", 1).plan);
    assert!(matches!(model.overlay(), Some(Overlay::Confirm(asked)) if *asked == question));
    press(&mut model, "n");
    assert!(model.overlays.is_empty() && plan(&model, "phone").is_some());
    press(&mut model, "D <esc> D y");
    assert!(plan(&model, "phone").is_none());
}

#[test]
fn a_question_about_a_plan_that_went_away_closes() {
    let mut model = model();
    press(&mut model, "D");
    reload(&mut model, &BOOK.replace("\"phone\"", "\"fon\""));
    assert!(model.overlays.is_empty());
}

#[test]
fn a_note_is_replaced_and_taken_away() {
    let mut model = model();
    press(&mut model, "n <type:给妈妈> <enter>");
    assert_eq!(
        plan(&model, "phone").unwrap().note.as_deref(),
        Some("给妈妈")
    );
    press(&mut model, "n");
    assert_eq!(form(&model).text(F::Note), "给妈妈");
    press(&mut model, "<bs> <enter>");
    assert_eq!(plan(&model, "phone").unwrap().note, None);
}

#[test]
fn a_due_date_moves_only_to_a_later_day() {
    let mut model = model();
    press(&mut model, "M 3 - 1 <enter>");
    assert!(matches!(
        mistakes(&model).as_slice(),
        [(F::MovedTo, Mistake::Refused(Refusal::NotLater(_)))]
    ));
    press(&mut model, "4 - 1 <tab> 5 <enter>");
    let moved = plan(&model, "phone").unwrap().deferred[0];
    assert_eq!(
        (moved.n, moved.to.to_string().as_str(), moved.fee),
        (2, "2026-04-01", cny("5"))
    );
}

#[test]
fn the_same_key_pauses_and_goes_on() {
    let mut model = model();
    press(&mut model, "W + 7 <enter>");
    let paused = plan(&model, "phone").unwrap().paused.clone().unwrap();
    assert_eq!(paused.until.to_string(), "2026-03-17");
    press(&mut model, "W");
    assert_eq!(plan(&model, "phone").unwrap().paused, None);
}

#[test]
fn only_what_was_typed_is_amended() {
    let mut model = model();
    press(&mut model, "E <enter>");
    assert!(matches!(
        mistakes(&model).as_slice(),
        [(_, Mistake::Refused(Refusal::NothingToAmend))]
    ));
    press(&mut model, "<tab> <tab> 7 <enter>");
    let rows = plan(&model, "phone").unwrap().schedule.clone();
    assert_eq!((rows.len(), rows[0].n, rows[0].fee), (1, 2, Some(cny("7"))));
    assert_eq!((rows[0].due, rows[0].principal), (None, None));
}

#[test]
fn the_panes_of_a_plan_get_the_keys_in_turn_and_paying_works_in_all_of_them() {
    let mut model = model();
    press(&mut model, "<enter> <tab>");
    assert_eq!(
        (model.screen, model.detail_pane),
        (Screen::PlanDetail, DetailPane::Facts)
    );
    press(&mut model, "<tab> j");
    let top = |model: &Model, pane| model.tops.of(Part::Plan(pane));
    update(
        &mut model,
        Msg::Drawn(vec![(Part::Plan(DetailPane::History), 0)]),
    );
    assert_eq!(model.detail_pane, DetailPane::History);
    assert_eq!(top(&model, DetailPane::History), 0);
    press(&mut model, "p");
    assert_eq!(plan(&model, "phone").unwrap().payments.len(), 2);
    press(&mut model, "j <tab>");
    assert_eq!(model.detail_pane, DetailPane::Schedule);
    assert_eq!(
        top(&model, DetailPane::History),
        1,
        "it stays where it was scrolled to"
    );
}

#[test]
fn an_editor_that_ends_badly_is_told_with_its_status() {
    let mut model = model();
    assert_eq!(
        update(&mut model, Msg::EditorEnded(Some(1))),
        [Effect::Reload]
    );
    reload(&mut model, BOOK);
    let notice = model.notice.unwrap();
    assert_eq!(
        (notice.tone, notice.said),
        (Tone::Failed, Said::EditorEnded(Some(1)))
    );
}
