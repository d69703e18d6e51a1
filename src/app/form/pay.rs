//! A payment: of a part, on another day, another way.

use super::choice::Pick;
use super::field::{Field, FieldName as F};
use super::outcome::{LimitBack, PayOutcome};
use super::read::Reader;
use super::task::{Begun, Task};
use super::{Form, Mistakes, Subject};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::allocation::Source;
use crate::domain::command::Pay;
use crate::domain::plan::{Payment, Plan};
use crate::domain::restoring::FreedLimit;
use crate::domain::standing::PlanStanding;
use crate::domain::{Command, Currency};

/// All that the selected installment still asks for, today, the usual way.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let (about, standing) = Subject::selected_open(model)?;
    of(model, about, standing.currency)
}

fn of(model: &Model, about: Subject, currency: Currency) -> Result<Begun, Said> {
    let book = model.book().ok_or(Said::NoFile)?;
    let usual = book.plans.get(about.plan).and_then(Plan::usual_method);
    let methods = book.methods.iter().map(|method| Some(method.id.clone()));
    let ways = methods.chain([None]).map(Pick::Method).collect();
    let fields = vec![
        Field::text(F::Amount, &about.outstanding.plain(currency)),
        Field::text(F::Date, &model.today.to_string()),
        Field::choice(F::Via, ways, &Pick::Method(usual.cloned())),
        Field::text(F::Reference, "").optional(),
    ];
    Ok((Some(about), currency, fields))
}

impl Form {
    /// The payment that a message or a row of a bill tells of, to be looked over.
    pub(in crate::app) fn of_payment(model: &Model, pay: &Pay) -> Result<Self, Said> {
        let about = Subject::find(model, &pay.plan, pay.n).ok_or(Said::NothingSelected)?;
        let standing = model.board.position.plans.get(about.plan);
        let currency = standing.ok_or(Said::NothingSelected)?.currency;
        let begun = of(model, about, currency)?;
        let mut form = Self::begun(Task::Pay, begun, None, model);
        if let Some(amount) = pay.amount {
            form.prefill(F::Amount, &amount.plain(currency));
        }
        form.prefill(F::Date, &pay.on.to_string());
        form.prefill(F::Reference, pay.reference.as_deref().unwrap_or_default());
        if pay.via.is_some() {
            form.prefill_choice(F::Via, &Pick::Method(pay.via.clone()));
        }
        form.think(model);
        Ok(form)
    }
}

pub(super) fn command(form: &Form, about: &Subject, model: &Model) -> Result<Command, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let pay = Pay {
        plan: about.id.clone(),
        n: about.n,
        amount: Some(read.money(F::Amount, form.currency)),
        on: read.day(F::Date),
        via: read.method(F::Via),
        reference: read.words(F::Reference),
        verified: None,
        prepay: None,
    };
    read.done(Command::Pay(pay))
}

/// What the payment would do to its plan; the rest of the book is not looked at.
pub(super) fn outcome(model: &Model, about: &Subject, pay: &Pay) -> Option<PayOutcome> {
    let book = model.book()?;
    let before = model.board.position.plans.get(about.plan)?;
    let mut plan = book.plans.get(about.plan)?.clone();
    let amount = pay.amount?;
    plan.payments.push(Payment {
        n: pay.n,
        on: pay.on,
        amount,
        via: None,
        reference: None,
        restored: None,
        verified: None,
        prepay: None,
    });
    let after = PlanStanding::of(book, &plan, &model.calendar, model.today);
    let this = Source::Payment(plan.payments.len() - 1);
    let freed = FreedLimit::of_plan(
        about.plan,
        &plan,
        &after.rules,
        &after.parts,
        &model.calendar,
    );
    let mut freed = freed.into_iter().find(|freed| freed.source == this);
    let line = plan.line.as_ref();
    let line = line.and_then(|id| book.lines.iter().position(|line| line.id == *id));
    let limit = line.and_then(|line| model.board.position.limits.get(line));
    if let (Some(freed), Some(limit)) = (&mut freed, limit) {
        let measures = &limit.measures;
        measures.expect(freed, pay.via.as_ref(), &model.calendar);
    }
    Some(PayOutcome {
        amount,
        leaves: after.installment(about.n?)?.row.outstanding(),
        closes: before.open().count().saturating_sub(after.open().count()),
        frees: freed
            .filter(|_| plan.line.is_some())
            .map(|freed| LimitBack::of(&freed)),
    })
}
