//! The board of another day, and a day that begins.

use chrono::{Months, NaiveDate};

use super::{keys, lists};
use crate::app::action::Step;
use crate::app::effect::Effect;
use crate::app::field::TextField;
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::app::overlay::Overlay;

/// It is another day now. Who looks at some other one keeps looking at it.
pub fn began(model: &mut Model, now: NaiveDate) {
    if !model.is_another_day() {
        model.today = now;
    }
    model.now = now;
    model.scrubber = None;
    lists::renew(model);
}

/// The day before or after.
pub fn by_days(model: &mut Model, step: Step) -> Vec<Effect> {
    let day = match step {
        Step::Next => model.today.succ_opt(),
        Step::Previous => model.today.pred_opt(),
    };
    go(model, day)
}

/// The same day of the month before or after, or that month's last one.
pub fn by_months(model: &mut Model, step: Step) -> Vec<Effect> {
    let one = Months::new(1);
    let day = match step {
        Step::Next => model.today.checked_add_months(one),
        Step::Previous => model.today.checked_sub_months(one),
    };
    go(model, day)
}

/// Asks for a day.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    if model.book().is_none() {
        return keys::hint(model, Said::NoFile);
    }
    let shown = TextField::preselected(&model.today.to_string());
    model.overlays.push(Overlay::Day(shown));
    Vec::new()
}

/// A day was typed; where it is none, it is asked for again.
pub fn chosen(model: &mut Model, typed: TextField) -> Vec<Effect> {
    let day = model.typed_day(&typed);
    if day.is_none() {
        model.overlays.push(Overlay::Day(typed));
    }
    go(model, day)
}

/// Shows today again.
pub fn back(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    go(model, Some(now))
}

fn go(model: &mut Model, day: Option<NaiveDate>) -> Vec<Effect> {
    if model.book().is_none() {
        return keys::hint(model, Said::NoFile);
    }
    if let Some(day) = day.filter(|day| *day != model.today && model.is_near(*day)) {
        model.today = day;
        lists::renew(model);
    }
    Vec::new()
}
