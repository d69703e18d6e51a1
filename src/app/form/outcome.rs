//! What saving a form would do.

use chrono::NaiveDate;

use crate::app::model::Model;
use crate::domain::allocation::Source;
use crate::domain::cost::Cost;
use crate::domain::doubt::{Doubt, Figure};
use crate::domain::early::{NoQuote, Quote};
use crate::domain::fee::Fee;
use crate::domain::gap::Gap;
use crate::domain::limit_check::LineCheck;
use crate::domain::measured::Estimate;
use crate::domain::preview::{Preview, preview};
use crate::domain::restoring::FreedLimit;
use crate::domain::standing::PlanStanding;
use crate::domain::unlock::{Unlocking, Wish};
use crate::domain::working_day::WorkingDate;
use crate::domain::{Command, Money};

/// What saving a form would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Outcome {
    /// Nothing that needs to be shown, or nothing that can be said yet.
    #[default]
    Nothing,
    /// A payment.
    Pay(PayOutcome),
    /// A new plan.
    Add(Box<AddOutcome>),
    /// An early settlement.
    Settle(Box<SettleOutcome>),
    /// Installments that change.
    Change(Box<ChangeOutcome>),
    /// A figure of the app that differs from the book, or does not.
    Gap(Box<GapOutcome>),
    /// How to have enough limit by a day.
    Unlock(Box<UnlockOutcome>),
}

/// What a payment would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayOutcome {
    /// The amount as read.
    pub amount: Money,
    /// What the installment still asks for afterwards.
    pub leaves: Money,
    /// How many installments it closes.
    pub closes: usize,
    /// The limit it frees; `None` where the plan uses no line or nothing is freed.
    pub frees: Option<LimitBack>,
}

/// A limit that comes back after a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitBack {
    /// How much.
    pub amount: Money,
    /// The first working day on which it may be back.
    pub earliest: WorkingDate,
    /// The last working day on which it should be back.
    pub latest: WorkingDate,
    /// What these two rest on.
    pub estimate: Estimate,
}

impl LimitBack {
    /// What a payment, refund or settlement of the change frees and is not back yet.
    pub(super) fn after(preview: &Preview, is_it: impl Fn(Source) -> bool) -> Option<Self> {
        let (_, after) = preview.limit.as_ref()?;
        let out = after.out.iter();
        let mut out = out.filter(|freed| Some(freed.plan) == preview.plan);
        out.find(|freed| is_it(freed.source)).map(Self::of)
    }

    pub(super) fn of(freed: &FreedLimit) -> Self {
        Self {
            amount: freed.amount,
            earliest: freed.expected.earliest,
            latest: freed.expected.latest,
            estimate: freed.expected.estimate,
        }
    }
}

/// What settling early would do.
#[derive(Debug, Clone, PartialEq)]
pub struct SettleOutcome {
    /// What the provider's policy asks for, or why that is not known.
    pub quote: Result<Quote, NoQuote>,
    /// What is saved against paying on; below zero where it costs more. `None` while the amount is
    /// not known.
    pub saves: Option<Money>,
    /// The limit it frees, once the form can be saved.
    pub frees: Option<LimitBack>,
    /// Which of it rests on doubtful rules.
    pub doubts: Vec<(Figure, Doubt)>,
}

/// What a change does to the installments of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeOutcome {
    /// Before and after.
    pub preview: Preview,
    /// The limit it frees.
    pub frees: Option<LimitBack>,
    /// How often a due date of the plan may still be moved this year, where it is about that.
    pub moves_left: Option<u32>,
}

impl ChangeOutcome {
    /// What a command changes.
    pub(super) fn of(model: &Model, command: &Command) -> Option<Self> {
        Some(Self {
            preview: preview(model.book()?, command, &model.calendar, model.today).ok()?,
            frees: None,
            moves_left: None,
        })
    }
}

/// Why the app shows another figure than the book expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapOutcome {
    /// The gap.
    pub gap: Gap,
}

/// How to have enough limit by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnlockOutcome {
    /// What is asked.
    pub wish: Wish,
    /// The answer.
    pub planned: Unlocking,
}

/// What a new plan would be.
#[derive(Debug, Clone, PartialEq)]
pub struct AddOutcome {
    /// How it would stand today.
    pub standing: PlanStanding,
    /// How it is charged.
    pub fee: Fee,
    /// What it costs.
    pub cost: Cost,
    /// What it does to its line.
    pub effect: Option<LimitEffect>,
    /// The most expensive month.
    pub peak: Option<Peak>,
    /// How many of its installments are past their day.
    pub past: u32,
    /// What changes, for a plan of the book.
    pub change: Option<ChangeOutcome>,
}

/// What a new plan does to the limit of its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitEffect {
    /// Which line of the book.
    pub line: usize,
    /// What it occupies.
    pub uses: Money,
    /// What is left then; `None` while the limit is unknown.
    pub leaves: Option<Money>,
    /// Whether it may be bought now; `None` for a plan that has been running for a while.
    pub check: Option<LineCheck>,
}

/// The most expensive month, with and without a new plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peak {
    /// The month's first day.
    pub month: NaiveDate,
    /// What it asks for without the plan.
    pub before: Money,
    /// What it asks for with the plan.
    pub after: Money,
    /// The shopper's own ceiling.
    pub cap: Option<Money>,
}
