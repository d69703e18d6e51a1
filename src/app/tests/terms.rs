//! What is written down of plans, lines and ways to pay, with the keys it may take.

use super::forms::{form, mistakes};
use super::{BOOK, Effect, Msg, cny, id, last_payment, model, model_of, press, reload, update};
use crate::app::Model;
use crate::app::form::Task;
use crate::app::form::choice::Pick;
use crate::app::form::field::{FieldName as F, Mistake};
use crate::app::form::outcome::Outcome;
use crate::app::model::BookState;
use crate::app::notice::Said;
use crate::app::overlay::Overlay;
use crate::app::screen::Screen;
use crate::domain::line::CreditLine;
use crate::domain::{Currency, LineId, MethodId, Refusal};

fn line<'m>(model: &'m Model, id: &str) -> &'m CreditLine {
    let line = model.book().unwrap().line(&LineId::new(id).unwrap());
    line.unwrap_or_else(|| panic!("no line {id}"))
}

/// Presses Tab until a field has the keys.
fn go_to(model: &mut Model, name: F) {
    while form(model).focus != name {
        press(model, "<tab>");
    }
}

#[test]
fn a_new_line_takes_its_name_its_total_and_three_keys() {
    let mut model = model();
    press(&mut model, "3 a <type:花呗> <tab> 1 . 2 万 <enter>");
    let line = line(&model, "huabei");
    assert_eq!(
        (line.name.as_str(), line.limit),
        ("花呗", Some(cny("12000")))
    );
    assert_eq!(
        line.provider.as_deref(),
        Some("huabei"),
        "it is called like one"
    );
    assert!(line.preset.is_some());
    assert!(model.overlays.is_empty());
}

#[test]
fn a_line_of_another_currency_has_its_amounts_in_it() {
    let mut model = model();
    press(&mut model, "3 a <type:Card> <tab> 1 2 0 0 . 5");
    go_to(&mut model, F::More);
    press(&mut model, "<right>");
    go_to(&mut model, F::Currency);
    press(&mut model, "y e <enter>");
    assert_eq!(mistakes(&model), [(F::Currency, Mistake::NotACurrency)]);
    press(&mut model, "j p y <enter>");
    let decimals = Mistake::Refused(Refusal::TooManyDecimals(0));
    assert_eq!(mistakes(&model), [(F::Total, decimals)]);
    press(&mut model, "1 2 0 0 <enter>");
    let added = &model.book().unwrap().lines[2];
    assert_eq!(added.currency, Currency::new("JPY").unwrap());
}

#[test]
fn a_changed_total_asks_since_when_and_why() {
    let mut model = model();
    press(&mut model, "3 e <tab>");
    assert!(form(&model).visible().all(|field| field.name != F::Since));
    press(&mut model, "6 0 0 0");
    match &form(&model).outcome {
        Outcome::Change(change) => {
            let (before, after) = change.preview.limit.as_ref().unwrap();
            assert_eq!(
                before.available.unwrap() - after.available.unwrap(),
                cny("2000")
            );
        }
        other => panic!("{other:?}"),
    }
    press(&mut model, "<tab> - 1 <tab> <type:降额> <enter>");
    let line = line(&model, "mi");
    assert_eq!(line.limit, Some(cny("6000")));
    let newest = line.limits.last().unwrap();
    assert_eq!(
        (newest.on.to_string().as_str(), newest.limit),
        ("2026-03-09", cny("6000"))
    );
    assert_eq!(newest.why.as_deref(), Some("降额"));
}

#[test]
fn rare_fields_come_on_demand_and_stay_where_something_is_written() {
    let mut model = model();
    press(&mut model, "3 e");
    let count = form(&model).visible().count();
    press(&mut model, "<tab><tab><tab><tab> <right>");
    assert!(form(&model).visible().count() > count);
    press(&mut model, "<tab> 5 0 0 <enter>");
    assert_eq!(
        mistakes(&model),
        [(F::TemporaryUntil, Mistake::Missing(F::Temporary))]
    );
    press(&mut model, "+ 3 0 <s-tab><s-tab> <left>");
    assert_eq!(
        form(&model).visible().count(),
        count + 2,
        "what was typed is seen"
    );
    press(&mut model, "<enter>");
    let extra = line(&model, "mi").temporary.unwrap();
    assert_eq!(
        (extra.limit, extra.until.to_string().as_str()),
        (cny("500"), "2026-04-09")
    );
}

#[test]
fn a_rule_of_a_line_is_written_as_people_say_it() {
    let mut model = model();
    press(&mut model, "3 e <tab><tab><tab><tab> <right>");
    go_to(&mut model, F::RestoreDays);
    press(&mut model, "３-1 <enter>");
    let refused = Mistake::Refused(Refusal::RestoreDaysOrder);
    assert_eq!(mistakes(&model), [(F::RestoreDays, refused)]);
    press(&mut model, "0 - 2");
    go_to(&mut model, F::BillDay);
    press(&mut model, "1 <tab> + 9 <enter>");
    let rules = &line(&model, "mi").rules;
    assert_eq!(
        rules.restore_days.map(|days| (days.earliest, days.latest)),
        Some((0, 2))
    );
    assert!(rules.statement.is_some());
}

#[test]
fn editing_a_plan_touches_only_what_was_typed() {
    let mut model = model();
    press(&mut model, "2 e");
    assert_eq!(form(&model).task, Task::EditPlan);
    assert_eq!(form(&model).text(F::Price), "1200.00");
    press(&mut model, "<type:手机壳> <enter>");
    let after = BOOK.replace("item = \"小米 15 手机\"", "item = \"手机壳\"");
    assert_eq!(model.book.document().unwrap().text(), after);
}

#[test]
fn an_edited_plan_shows_what_it_would_owe_and_takes_over_what_changed_outside() {
    let mut model = model();
    press(&mut model, "2 e <tab> 1 5 0 0");
    let Outcome::Add(add) = &form(&model).outcome else {
        panic!("{:?}", form(&model).outcome)
    };
    let preview = &add.change.as_ref().unwrap().preview;
    let owed = |standing: &Option<crate::domain::standing::PlanStanding>| {
        standing.as_ref().unwrap().outstanding
    };
    assert!(owed(&preview.after) > owed(&preview.before));
    let outside = BOOK.replace("order = \"5240 1188\"", "order = \"77\"");
    reload(&mut model, &outside);
    press(&mut model, "<enter>");
    let text = model.book.document().unwrap().text().to_owned();
    assert_eq!(
        text,
        outside.replacen("principal = 1200", "principal = 1500", 1)
    );
}

#[test]
fn an_edit_that_says_nothing_new_closes() {
    let mut model = model();
    press(&mut model, "2 e <enter>");
    assert!(model.overlays.is_empty());
    assert_eq!(model.notice.as_ref().unwrap().said, Said::Unchanged);
    assert_eq!(model.book.document().unwrap().text(), BOOK);
}

#[test]
fn a_plan_by_weeks_with_a_balloon_and_a_subsidy_is_written_down() {
    let mut model = model();
    press(
        &mut model,
        "a <type:Bike> <tab> 1 0 0 0 <tab> <tab> 4 <tab> <right> <tab> 1 % ",
    );
    go_to(&mut model, F::More);
    press(&mut model, "<right>");
    go_to(&mut model, F::Every);
    press(&mut model, "<type:2周>");
    go_to(&mut model, F::Balloon);
    press(&mut model, "2 0 0");
    go_to(&mut model, F::Subsidy);
    press(&mut model, "<right> <enter>");
    let plan = model.book().unwrap().plans.last().unwrap();
    assert_eq!(plan.balloon, Some(cny("200")));
    assert!(plan.fee.subsidised);
    let text = model.book.document().unwrap().text();
    assert!(text.contains("every = \"2 weeks\""), "{text}");
}

#[test]
fn ways_to_pay_are_seen_added_and_edited() {
    let mut model = model();
    press(&mut model, "m j e <tab><tab> 1 2 3 <enter>");
    let refused = Mistake::Refused(Refusal::NotLast4);
    assert_eq!(mistakes(&model), [(F::Last4, refused)]);
    press(&mut model, "<type:6222020212345678> <enter>");
    let refused = Mistake::Refused(Refusal::CardNumber);
    assert_eq!(mistakes(&model), [(F::Last4, refused)]);
    press(&mut model, "<type:５６７８>");
    press(&mut model, "<bs><bs><bs><bs> 5 6 7 8 <enter>");
    let method = |model: &Model, id: &str| {
        let book = model.book().unwrap();
        book.method(&MethodId::new(id).unwrap()).cloned()
    };
    assert_eq!(
        method(&model, "zfb").unwrap().last4.as_deref(),
        Some("5678")
    );
    assert!(matches!(model.overlay(), Some(Overlay::Methods(1))));
    press(&mut model, "a <type:招商卡> <tab> x <enter> <esc>");
    let added = method(&model, "zhaoshangka").unwrap();
    assert_eq!(added.kind, crate::domain::method::MethodKind::CreditCard);
    assert!(model.overlays.is_empty());
}

#[test]
fn several_are_paid_with_one_key_more_than_there_are() {
    let mut model = model();
    press(&mut model, "<space> <space>");
    assert_eq!(model.marked(), (2, vec![(cny("206"), Currency::CNY)]));
    press(&mut model, "p");
    assert_eq!(last_payment(&model, "phone"), "Some(2) 2026-03-10 106 -");
    assert_eq!(last_payment(&model, "vacuum"), "Some(2) 2026-03-10 100 -");
    assert_eq!(model.marked().0, 0);
    assert_eq!(model.selection.due, Some(id("chair", 1)));
}

#[test]
fn a_selection_is_dropped_by_esc_or_the_same_key_and_by_what_happens_outside() {
    let mut model = model();
    press(&mut model, "<space> k <space>");
    assert_eq!(model.marked().0, 0);
    press(&mut model, "k <space> <space> <esc>");
    assert_eq!((model.marked().0, model.screen), (0, Screen::Overview));
    press(&mut model, "k k <space> <space>");
    let paid = BOOK.replace(
        "amount = 100 },\n]",
        "amount = 100 },\n  { n = 2, on = 2026-03-10, amount = 100 },\n]",
    );
    reload(&mut model, &paid);
    assert_eq!(model.selection.marked, [id("phone", 2)]);
}

#[test]
fn several_installments_of_one_plan_are_selected_in_its_detail() {
    let mut model = model();
    press(&mut model, "2 <enter> <space> <space> <space> p");
    assert_eq!(last_payment(&model, "phone"), "Some(4) 2026-03-10 106 -");
    press(&mut model, "2 <space>");
    assert_eq!(model.selection.marked, [id("phone", 5)]);
}

#[test]
fn what_is_paid_cannot_be_selected() {
    let mut model = model();
    press(&mut model, "2 <enter> g <space>");
    assert_eq!(model.marked().0, 0);
    let said = &model.notice.as_ref().unwrap().said;
    assert!(matches!(said, Said::AlreadyPaid { n: 1, .. }), "{said:?}");
}

#[test]
fn a_figure_that_a_changed_total_explains_ends_in_that_change() {
    let plain = BOOK.replace(
        "\n[[method]]\nid = \"wx\"",
        "\nseen = []\n[[method]]\nid = \"wx\"",
    );
    let mut model = model_of(&plain);
    press(&mut model, "3 j v 9 5 0 0");
    let Outcome::Gap(gap) = &form(&model).outcome else {
        panic!("{:?}", form(&model).outcome)
    };
    let total = gap.gap.total.unwrap();
    press(&mut model, "<enter>");
    assert_eq!(form(&model).task, Task::EditLine);
    assert_eq!(form(&model).text(F::Total), total.plain(Currency::CNY));
    press(&mut model, "<enter>");
    assert_eq!(line(&model, "jd").limit, Some(total));
    assert_eq!(line(&model, "jd").seen.len(), 1);
}

#[test]
fn the_offer_of_a_total_is_dropped_without_a_question() {
    let mut model = model();
    press(&mut model, "3 j v 9 5 0 0 <enter> <esc>");
    assert!(model.overlays.is_empty());
    assert_eq!(line(&model, "jd").limit, Some(cny("5000")));
}

#[test]
fn a_proof_is_looked_at_before_it_is_kept() {
    let mut model = model_of(&format!(
        "{BOOK}[[case]]\nid = \"c1\"\nkind = \"other\"\nline = \"mi\"\nopened = 2026-03-01\n"
    ));
    press(&mut model, "6 F <enter>");
    assert_eq!(mistakes(&model), [(F::Path, Mistake::Empty)]);
    let effects = press(&mut model, "<paste:'/tmp/a b.png'\n><enter>");
    let [Effect::Proof { case, path }] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(path, "/tmp/a b.png");
    let case = case.clone();
    let read = Err("no such file".to_owned());
    update(
        &mut model,
        Msg::Proof {
            case: case.clone(),
            read,
        },
    );
    let why = Mistake::NotAFile("no such file".into());
    assert_eq!(mistakes(&model), [(F::Path, why)]);
    let read = Ok(("b.png".to_owned(), "00ff".to_owned()));
    let saved = update(&mut model, Msg::Proof { case, read });
    assert!(matches!(saved[..], [Effect::Save(_)]), "{saved:?}");
}

#[test]
fn without_a_file_the_first_plan_or_line_makes_it() {
    for (keys, expected) in [
        (
            "a <type:TV> <tab> 6 0 0 <tab> <tab> 6 <enter>",
            "[[plan]]\nid = \"tv\"\nitem = \"TV\"",
        ),
        (
            "l <type:白条> <tab> 5 0 0 0 <enter>",
            "[[line]]\nid = \"baitiao\"\nname = \"白条\"",
        ),
    ] {
        let mut model = model();
        model.book = BookState::missing();
        model.refresh();
        press(&mut model, keys);
        let BookState::Open(document) = &model.book else {
            panic!("{:?}", model.book)
        };
        assert!(document.text().contains(expected), "{}", document.text());
    }
    let mut model = model();
    model.book = BookState::missing();
    press(&mut model, "a T V <esc> y");
    assert!(
        matches!(model.book, BookState::Missing(_)),
        "nothing was written"
    );
}

#[test]
fn a_choice_is_picked_by_pinyin_initial_also_among_providers() {
    let mut model = model();
    press(&mut model, "3 a <tab> <tab> h");
    let Some(Pick::Provider(Some(provider))) = form(&model).picked(F::Provider) else {
        panic!("{:?}", form(&model).picked(F::Provider))
    };
    assert_eq!(provider.id, "huabei");
}

/// How many keys these are, a text that is typed not counted.
fn count(keys: &str) -> usize {
    let texts = keys.matches("<type:").count();
    let strokes = crate::app::key::strokes(keys).unwrap().len();
    let typed: usize = keys
        .split("<type:")
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .map(|(text, _)| text.chars().count())
        .sum();
    assert!(texts == 0 || typed > 0);
    strokes - typed
}

#[test]
fn the_jobs_take_no_more_keys_than_they_should() {
    for (job, keys, most) in [
        ("the most urgent one", "p", 1),
        ("several", "<space> <space> p", 3),
        ("take it back", "p u", 2),
        (
            "a part, yesterday, another way",
            "P <type:50> <tab> <type:-1> <tab> <right> <enter>",
            5,
        ),
        ("a part today", "P <type:50> <enter>", 2),
        ("does a price fit", "c <type:3299>", 1),
        ("then its rates", "c <type:3299> <enter>", 2),
        ("a case", "o <enter>", 2),
        ("find a plan", "/ <type:xm> <enter>", 2),
        (
            "a new plan",
            "a <type:TV> <tab> <type:600> <tab> <tab> <type:6> <enter>",
            5,
        ),
        ("settle early", "S <enter>", 2),
        ("the day in the calendar", "4 t", 2),
    ] {
        assert_eq!(count(keys), most, "{job}");
        let mut model = model();
        press(&mut model, keys);
        let failed = model.notice.as_ref().is_some_and(|notice| {
            matches!(
                notice.said,
                Said::UnknownKey | Said::UnknownKeyAbove | Said::Refused(_)
            )
        });
        assert!(!failed, "{job}: {:?}", model.notice);
    }
}
