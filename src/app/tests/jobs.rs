//! The jobs of every day: how many keys each may take, and that it is done after them.

use super::{BOOK, Effect, cny, id, last_payment, model_of, press, today};
use crate::app::Model;
use crate::app::form::field::FieldName as F;
use crate::app::key::strokes;
use crate::app::overlay::{CheckAnswer, Overlay};
use crate::app::screen::Screen;
use crate::domain::case::CaseKind;
use crate::domain::plan::Plan;
use crate::domain::{LineId, PlanId};

/// What a job is, where it begins, its keys, how many they are, and what is so after them.
type Job = (
    &'static str,
    &'static str,
    &'static str,
    usize,
    fn(&Model, &[Effect]) -> bool,
);

fn plan_is(model: &Model, id: &str, is_so: impl Fn(&Plan) -> bool) -> bool {
    let id = PlanId::new(id).unwrap();
    model.book().unwrap().plan(&id).is_some_and(is_so)
}

const JOBS: [Job; 19] = [
    ("pay the most urgent one", "", "p", 1, |model, _| {
        last_payment(model, "phone") == "Some(2) 2026-03-10 106 -"
    }),
    ("pay the next one too", "p", "p", 1, |model, _| {
        last_payment(model, "vacuum") == "Some(2) 2026-03-10 100 -"
            && model.selection.due == Some(id("chair", 1))
    }),
    ("pay another one", "", "j p", 2, |model, _| {
        last_payment(model, "vacuum") == "Some(2) 2026-03-10 100 -"
            && plan_is(model, "phone", |plan| plan.payments.len() == 1)
    }),
    (
        "find one and pay it",
        "",
        "/ x m <enter> p",
        5,
        |model, _| last_payment(model, "phone") == "Some(2) 2026-03-10 106 -",
    ),
    ("pay several", "", "<space> <space> p", 3, |model, _| {
        last_payment(model, "phone") == "Some(2) 2026-03-10 106 -"
            && last_payment(model, "vacuum") == "Some(2) 2026-03-10 100 -"
            && last_payment(model, "chair") == "Some(1) 2026-03-01 33 -"
    }),
    ("undo", "p", "u", 1, |_, effects| effects == [Effect::Undo]),
    ("redo", "p", "U", 1, |_, effects| effects == [Effect::Redo]),
    (
        "pay a part, yesterday, by Alipay",
        "",
        "P 5 0 <tab> - 1 <tab> <right> <enter>",
        9,
        |model, _| {
            last_payment(model, "phone") == "Some(2) 2026-03-09 50 zfb" && model.overlays.is_empty()
        },
    ),
    (
        "pay a part today, the usual way",
        "",
        "P 5 0 <enter>",
        4,
        |model, _| last_payment(model, "phone") == "Some(2) 2026-03-10 50 wx",
    ),
    ("does a price fit", "", "c 3 2 9 9", 5, |model, _| {
        let Some(Overlay::Check(check)) = model.overlay() else {
            return false;
        };
        matches!(&check.answer, CheckAnswer::Checked { amount, .. } if *amount == cny("3299"))
    }),
    (
        "what would it cost a month",
        "c 3 2 9 9",
        "<enter>",
        1,
        |model, _| {
            let thought = model.what_if.as_ref();
            model.screen == Screen::WhatIf
                && thought.is_some_and(|thought| {
                    thought.form.text(F::Price) == "3299" && thought.answer.is_some()
                })
        },
    ),
    (
        "follow up a limit that is not back",
        "3 j",
        "o <enter>",
        2,
        |model, _| {
            let cases = &model.book().unwrap().cases;
            let is_it =
                |kind, line: &LineId| kind == CaseKind::LimitNotRestored && line.as_str() == "jd";
            cases.len() == 1
                && cases[0]
                    .line
                    .as_ref()
                    .is_some_and(|line| is_it(cases[0].kind, line))
        },
    ),
    ("a limit is back", "3 j", "r", 1, |model, _| {
        plan_is(model, "vacuum", |plan| {
            plan.payments[0].restored == Some(today())
        })
    }),
    ("find a plan", "", "/ d s <enter>", 4, |model, _| {
        model.screen == Screen::PlanDetail && model.selection.plan == Some(id("vacuum", 1).plan)
    }),
    (
        "a new plan",
        "",
        "a B i k e <tab> 1 2 0 0 <tab> <tab> 6 <enter>",
        14,
        |model, _| {
            plan_is(model, "bike", |new| {
                (new.principal, new.periods) == (cny("1200"), 6) && new.bought == Some(today())
            })
        },
    ),
    ("settle early", "", "S <enter>", 2, |model, _| {
        plan_is(model, "phone", |plan| {
            plan.settled.is_some_and(|settled| settled.on == today())
        })
    }),
    (
        "copy what service needs",
        "3 j o <enter> 1",
        "6 y",
        2,
        |_, effects| matches!(effects, [Effect::Copy(text)] if text.contains("戴森吸尘器")),
    ),
    ("today in the calendar", "4 L l", "4 t", 2, |model, _| {
        model.screen == Screen::Calendar && model.selection.day.is_none()
    }),
    ("back from anywhere", "2 <enter>", "1", 1, |model, _| {
        model.screen == Screen::Overview && model.overlays.is_empty()
    }),
];

#[test]
fn each_job_is_done_after_as_many_keys_as_it_may_take() {
    let book = BOOK.replace(
        "name = \"小米分期\"\n",
        "name = \"小米分期\"\nrules = { early = \"waive-unbilled\" }\n",
    );
    for (job, before, keys, count, is_done) in JOBS {
        let mut model = model_of(&book);
        press(&mut model, before);
        let nothing = [];
        assert!(!is_done(&model, &nothing), "{job} is done before it began");
        let effects = press(&mut model, keys);
        assert_eq!(strokes(keys).unwrap().len(), count, "{job}: {keys}");
        assert!(
            is_done(&model, &effects),
            "{job}: {keys}\n{effects:?}\n{:?}",
            model.notice
        );
    }
}
