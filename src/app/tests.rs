//! What follows from messages: models before and after, and the effects. No doubles: a save is
//! answered with what the document layer really makes of it.

mod board;
mod calendar;
mod day;
mod flows;
mod forms;
mod jobs;
mod outside;
mod plans;
mod terms;
mod walk;
mod what_if;

use chrono::NaiveDate;

use super::derive::Start;
use super::effect::Effect;
use super::key::{Stroke, strokes};
use super::keymap::Keymap;
use super::model::{BookState, FileProblem, Model, Size};
use super::msg::{Done, Loaded, Msg, SaveEnd, SavedBook};
use super::notice::What;
use super::screen::InstallmentId;
use super::update::update;
use crate::document::Document;
use crate::document::edit::{NotDone, carry_out};
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Command, Currency, Money, PlanId};
use crate::settings::texts::Lang;
use crate::settings::theme::ThemeChoice;

/// Two lines, three ways to pay, four plans. On 10 March 2026 the phone is three days late, the
/// vacuum due tomorrow, the chair partly paid, the lamp finished.
const BOOK: &str = r#"version = 1
[[line]]
id = "mi"
name = "小米分期"
limit = 8000
[[line]]
id = "jd"
name = "京东白条"
limit = 5000
[[method]]
id = "wx"
name = "微信"
[[method]]
id = "zfb"
name = "支付宝"
[[method]]
id = "card"
name = "招行卡"
[[plan]]
id = "phone"
line = "mi"
item = "小米 15 手机"
merchant = "小米商城"
order = "5240 1188"
principal = 1200
periods = 12
first-due = 2026-02-07
fee = { model = "flat", rate = "0.5%" }
payments = [
  { n = 1, on = 2026-02-07, amount = 106, via = "wx" },
]
[[plan]]
id = "vacuum"
line = "jd"
item = "戴森吸尘器"
principal = 600
periods = 6
first-due = 2026-02-11
payments = [
  { n = 1, on = 2026-02-25, amount = 100 },
]
[[plan]]
id = "chair"
line = "mi"
item = "人体工学椅"
principal = 699
periods = 3
first-due = 2026-03-15
payments = [
  { n = 1, on = 2026-03-01, amount = 33 },
]
[[plan]]
id = "lamp"
item = "台灯"
principal = 100
periods = 1
first-due = 2026-01-15
paid-through = 1
"#;

pub fn today() -> NaiveDate {
    "2026-03-10".parse().unwrap()
}

pub fn cny(text: &str) -> Money {
    Money::parse(text, Currency::CNY).unwrap()
}

pub fn id(plan: &str, n: u32) -> InstallmentId {
    InstallmentId {
        plan: PlanId::new(plan).unwrap(),
        n,
    }
}

pub fn model_of(text: &str) -> Model {
    Model::new(Start {
        today: today(),
        lang: Lang::Zh,
        theme: ThemeChoice::Auto,
        keymap: Keymap::default(),
        amounts_hidden: false,
        window: Size {
            width: 120,
            height: 36,
        },
        path: "~/book.toml".into(),
        demo: false,
        book: Document::parse(text.to_owned()).map_or_else(
            |problems| BookState::Broken {
                last_good: None,
                problems: problems.0.iter().map(|d| problem(d.line)).collect(),
            },
            BookState::Open,
        ),
        calendar: WorkingCalendar::weekends_only(),
    })
}

fn problem(line: usize) -> FileProblem {
    FileProblem {
        line,
        column: 1,
        words: "wrong".into(),
        instead: None,
    }
}

pub fn model() -> Model {
    model_of(BOOK)
}

/// Presses keys; saves are carried out. Gives every other effect.
pub fn press(model: &mut Model, keys: &str) -> Vec<Effect> {
    let mut left = Vec::new();
    for stroke in strokes(keys).unwrap() {
        let msg = match stroke {
            Stroke::Key(key) => Msg::Key(key),
            Stroke::Paste(text) => Msg::Paste(text),
            Stroke::Resize(width, height) => Msg::Resized(Size { width, height }),
        };
        for effect in update(model, msg) {
            match effect {
                Effect::Save(command) => save(model, &command),
                other => left.push(other),
            }
        }
    }
    left
}

fn save(model: &mut Model, command: &Command) {
    let document = model.book.document().unwrap();
    let end = match carry_out(document, command, &model.calendar, model.today) {
        Ok(edited) => {
            let installment = match command {
                Command::Pay(pay) => pay.n.map(|n| id(pay.plan.as_str(), n)),
                Command::Restored { plan, n, .. } | Command::Unpay { plan, n } => {
                    Some(id(plan.as_str(), *n))
                }
                _ => None,
            };
            SaveEnd::Done(Box::new(SavedBook {
                document: edited.document,
                done: Done::Changed(What::Other),
                installment,
                at: "23:52".into(),
                kept: Vec::new(),
                confirmed: true,
            }))
        }
        Err(NotDone::Refused(refusal)) => SaveEnd::Refused(refusal),
        Err(NotDone::Square(broken)) => panic!("{broken}"),
    };
    update(model, Msg::Saved(end));
}

/// The file is now this text.
pub fn reload(model: &mut Model, text: &str) {
    let book = model_of(text).book;
    let calendar = WorkingCalendar::weekends_only();
    let warnings = Vec::new();
    let loaded = Loaded {
        erased: Vec::new(),
        book,
        calendar,
        warnings,
    };
    update(model, Msg::Loaded(Box::new(loaded)));
}

/// What the last payment of a plan says, for comparing.
pub fn last_payment(model: &Model, plan: &str) -> String {
    let plan = PlanId::new(plan).unwrap();
    let payment = model.book().unwrap().plan(&plan).unwrap().payments.last();
    payment.map_or_else(String::new, |payment| {
        format!(
            "{:?} {} {} {}",
            payment.n,
            payment.on,
            payment.amount,
            payment.via.as_ref().map_or("-", |via| via.as_str())
        )
    })
}
