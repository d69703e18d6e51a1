//! What follows from a purchase that is thought of.

use chrono::{Datelike, NaiveDate};

use super::{Answer, Offer, Trial, TrialMonth};
use crate::app::form::outcome::Peak;
use crate::app::form::what_if::Asked;
use crate::app::model::Model;
use crate::domain::fee::{Fee, FeeModel};
use crate::domain::forecast;
use crate::domain::limit_check::{LimitCheck, LineCheck, Purchase};
use crate::domain::offer::usual_fee;
use crate::domain::plan::Plan;
use crate::domain::standing::PlanStanding;
use crate::domain::{Book, Currency, LineId, Money};
use crate::settings::plan_id::plan_id;

/// How many installments are usual.
const USUAL_PERIODS: [u32; 7] = [1, 3, 6, 9, 12, 18, 24];

/// How many months ahead the chart looks.
const MONTHS_AHEAD: u32 = 12;

/// A purchase with everything it is worked out from.
pub(super) struct Thought<'m> {
    pub(super) model: &'m Model,
    pub(super) book: &'m Book,
    pub(super) asked: Asked,
    pub(super) currency: Currency,
}

impl Thought<'_> {
    pub(super) fn answer(&self, chosen: u32) -> Option<Answer> {
        let mut counts: Vec<_> = USUAL_PERIODS
            .into_iter()
            .chain(self.asked.periods)
            .collect();
        counts.sort_unstable();
        counts.dedup();
        let chosen = counts
            .iter()
            .rposition(|count| *count <= chosen)
            .unwrap_or(0);
        let line = self.asked.line.as_ref();
        let trials = counts
            .iter()
            .map(|count| self.trial(line, self.asked.fee, *count));
        let (rows, standings): (Vec<_>, Vec<_>) =
            trials.collect::<Option<Vec<_>>>()?.into_iter().unzip();
        let months = self.months(standings.get(chosen)?);
        let checks = self.checks(*counts.get(chosen)?);
        let index = self.book.lines.iter().position(|one| Some(&one.id) == line);
        let cap = self.book.settings.monthly_cap;
        let cap = cap.filter(|_| self.currency == self.book.currency);
        Some(Answer {
            currency: self.currency,
            chosen,
            peak: peak(&months, cap),
            months,
            cap,
            offers: self.offers(&checks, *counts.get(chosen)?),
            check: checks.into_iter().find(|check| Some(check.line) == index),
            rows,
        })
    }

    /// The plan it would be.
    fn plan(&self, line: Option<&LineId>, fee: Option<FeeModel>, periods: u32) -> Option<Plan> {
        let asked = &self.asked;
        let principal = asked.price - asked.down_payment;
        let id = plan_id("what-if", self.book)?;
        Some(Plan {
            line: line.cloned(),
            bought: Some(self.model.today),
            price: Some(asked.price),
            down_payment: Some(asked.down_payment),
            fee: Fee {
                model: fee.unwrap_or_default(),
                subsidised: false,
            },
            ..Plan::new(id, principal, periods, asked.first_due)
        })
    }

    fn trial(
        &self,
        line: Option<&LineId>,
        fee: Option<FeeModel>,
        periods: u32,
    ) -> Option<(Trial, PlanStanding)> {
        let plan = self.plan(line, fee, periods)?;
        let (calendar, today) = (&self.model.calendar, self.model.today);
        Trial::of(&plan, fee.is_some(), self.book, calendar, today)
    }

    fn months(&self, standing: &PlanStanding) -> Vec<TrialMonth> {
        let position = &self.model.board.position;
        let base = forecast::months(position, self.currency, MONTHS_AHEAD);
        let month_of = |day: NaiveDate| (day.year(), day.month());
        let added = |month: NaiveDate| -> Money {
            let ones = standing.installments.iter();
            let here = ones.filter(|one| month_of(one.due()) == month_of(month));
            here.map(|one| one.row.installment.amount()).sum()
        };
        base.iter()
            .map(|base| TrialMonth {
                month: base.month,
                without: base.total,
                with_it: base.total + added(base.month),
            })
            .collect()
    }

    /// Whether it fits, for each line of the currency.
    fn checks(&self, periods: u32) -> Vec<LineCheck> {
        let purchase = Purchase {
            amount: self.asked.price,
            down_payment: self.asked.down_payment,
            periods: Some(periods),
            by: None,
        };
        let lines = self.book.lines.iter().enumerate();
        let lines: Vec<_> = lines
            .filter(|(_, line)| line.currency == self.currency)
            .map(|(k, _)| k)
            .collect();
        let (position, calendar) = (&self.model.board.position, &self.model.calendar);
        LimitCheck::of(self.book, position, calendar, &purchase, &lines).lines
    }

    /// The same on each line by its own usual fee; on the one that was asked for by the fee that
    /// stands in the fields.
    fn offers(&self, checks: &[LineCheck], periods: u32) -> Vec<Offer> {
        let offer = |check: &LineCheck| {
            let id = &self.book.lines.get(check.line)?.id;
            let is_asked = self.asked.line.as_ref() == Some(id);
            let fee = if is_asked {
                self.asked.fee
            } else {
                usual_fee(self.book, Some(id))
            };
            let (trial, _) = self.trial(Some(id), fee, periods)?;
            Some(Offer {
                line: check.line,
                trial,
                verdict: check.verdict,
            })
        };
        let mut offers: Vec<_> = checks.iter().filter_map(offer).collect();
        offers.sort_by(|a, b| {
            let by_cost = a.trial.compare_cost(&b.trial);
            by_cost.then(a.verdict.cmp(&b.verdict))
        });
        offers
    }
}

/// The most expensive month, the earliest among equals.
fn peak(months: &[TrialMonth], cap: Option<Money>) -> Option<Peak> {
    let highest = months.iter().rev().max_by_key(|month| month.with_it)?;
    Some(Peak {
        month: highest.month,
        before: highest.without,
        after: highest.with_it,
        cap,
    })
    .filter(|peak| peak.after.is_positive())
}
