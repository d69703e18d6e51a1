//! A purchase that is only thought of. It is never saved from here.

use chrono::NaiveDate;

use super::add::{usual_fee, usual_line};
use super::choice::{FeeKind, Pick};
use super::field::{Field, FieldName as F, Mistake};
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::fee::FeeModel;
use crate::domain::offer::first_due_after;
use crate::domain::plan::MOST_PERIODS;
use crate::domain::{LineId, Money};

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct Asked {
    pub price: Money,
    pub down_payment: Money,
    pub line: Option<LineId>,
    pub first_due: NaiveDate,
    /// How it is charged; `None` while that is not known.
    pub fee: Option<FeeModel>,
    /// A number of installments beside the usual ones.
    pub periods: Option<u32>,
}

/// On the line used last, charged as the last plan on it.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let book = model.book().ok_or(Said::NoFile)?;
    let lines = book.lines.iter().map(|line| Some(line.id.clone()));
    let lines = lines.chain([None]).map(Pick::Line).collect();
    let kinds = FeeKind::ALL.map(Pick::Fee);
    let kinds = [Pick::FeeUnknown].into_iter().chain(kinds).collect();
    let fields = vec![
        Field::text(F::Price, ""),
        Field::choice(F::Line, lines, &Pick::Line(usual_line(book))),
        Field::choice(F::Fee, kinds, &Pick::FeeUnknown),
        Field::text(F::Rate, ""),
        Field::text(F::FirstDue, ""),
        Field::text(F::DownPayment, "").optional(),
        Field::text(F::Periods, "").optional(),
    ];
    Ok((None, book.currency, fields))
}

/// Fee and first due date follow the line.
pub(super) fn follow(form: &mut Form, model: &Model) {
    let Some(book) = model.book() else { return };
    let line = Reader::new(form, model.today).line();
    let of_line = line.as_ref().and_then(|id| book.line(id));
    form.currency = of_line.map_or(book.currency, |line| line.currency);
    let usual = usual_fee(book, line.as_ref());
    let pick = match &usual {
        Some((kind, _)) => Pick::Fee(*kind),
        None => Pick::FeeUnknown,
    };
    form.prefill_choice(F::Fee, &pick);
    let is_usual = form.picked(F::Fee) == Some(&pick);
    let rate = usual.map_or_else(String::new, |(_, rate)| rate);
    form.prefill(F::Rate, if is_usual { &rate } else { "" });
    let has_rate = matches!(form.picked(F::Fee), Some(Pick::Fee(kind)) if *kind != FeeKind::None);
    form.show(F::Rate, has_rate);
    if let Some(first) = first_due_after(of_line, model.today) {
        form.prefill(F::FirstDue, &first.to_string());
    }
}

/// What stands in the fields, or everything that is wrong.
pub(in crate::app) fn asked(form: &Form, model: &Model) -> Result<Asked, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let price = read.positive(F::Price, form.currency);
    let down_payment = read.money_if_any(F::DownPayment, form.currency);
    if down_payment.is_some_and(|amount| amount >= price) && read.is_right(&[F::Price]) {
        read.keep::<()>(F::DownPayment, Err(Mistake::NotBelowPrice));
    }
    let is_known = form.picked(F::Fee) != Some(&Pick::FeeUnknown);
    let asked = Asked {
        price,
        down_payment: down_payment.unwrap_or_default(),
        line: read.line(),
        first_due: read.day(F::FirstDue),
        fee: is_known.then(|| read.fee(form.currency)),
        periods: read
            .words(F::Periods)
            .map(|_| read.count(F::Periods, &(1..=MOST_PERIODS))),
    };
    read.done(asked)
}

impl Form {
    /// A form for a new plan with what stands in this one, in so many installments.
    pub(in crate::app) fn as_plan(&self, model: &Model, periods: u32) -> Result<Self, Said> {
        let mut plan = Self::open(super::Task::Add, model)?;
        plan.take_over(self, F::Line);
        plan.take_over(self, F::Price);
        plan.type_in(F::Periods, &periods.to_string());
        if self.picked(F::Fee) != Some(&Pick::FeeUnknown) {
            plan.take_over(self, F::Fee);
            plan.take_over(self, F::Rate);
        }
        plan.take_over(self, F::FirstDue);
        plan.type_in(F::Bought, &model.today.to_string());
        plan.take_over(self, F::DownPayment);
        plan.think(model);
        plan.focus_on(F::Item);
        Ok(plan)
    }

    /// The same with another price.
    pub(in crate::app) fn with_price(&self, price: &str) -> Self {
        let mut form = self.clone();
        form.type_in(F::Price, price);
        form
    }

    /// A form to think of a price with.
    pub(in crate::app) fn of_price(model: &Model, price: &str) -> Result<Self, Said> {
        let mut form = Self::open(super::Task::WhatIf, model)?;
        form.tried = true;
        form.type_in(F::Price, price);
        form.think(model);
        form.focus_on(F::Price);
        Ok(form)
    }
}
