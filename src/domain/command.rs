//! How a book may change. The dashboard, the command line and every importer end here;
//! nothing else changes a [`Book`].
//!
//! A [`Command`] says what the shopper wants. Checked against a book it becomes a [`Change`],
//! which names the exact place; the same change is applied to the book and written to the file.

mod case;
mod change;
mod check;
mod line;
mod several;
mod terms;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use self::case::{CaseChange, CaseCommand, OpenCase};
pub use self::change::Change;
pub use self::line::{LineAct, LineChange, LineCommand, LineDone};
pub use self::several::Several;
pub use self::terms::{TermsChange, TermsCommand};

use super::book::Book;
use super::fee::Fee;
use super::id::{LineId, MethodId, PlanId};
use super::money::Money;
use super::plan::Plan;
use super::refusal::Refusal;
use super::rules::Prepay;
use super::working_day::WorkingCalendar;

/// What the shopper wants to be true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// An installment was paid.
    Pay(Pay),
    /// The last payment of an installment is taken back.
    Unpay {
        /// Which plan.
        plan: PlanId,
        /// Which installment.
        n: u32,
    },
    /// Limit freed by a payment of an installment is back: by the oldest one still out.
    Restored {
        /// Which plan.
        plan: PlanId,
        /// Which installment.
        n: u32,
        /// Since when.
        on: NaiveDate,
    },
    /// A payment arrived: the oldest one that nobody has verified.
    Verify {
        /// Which plan.
        plan: PlanId,
        /// Of those that covered something of this installment; `None`: of all.
        n: Option<u32>,
        /// When that was seen.
        on: NaiveDate,
    },
    /// The provider's app showed this as available.
    Seen {
        /// Which line.
        line: LineId,
        /// On which day.
        on: NaiveDate,
        /// The figure; may be below zero.
        available: Money,
    },
    /// A new plan joins the book.
    Add(Box<Plan>),
    /// A plan leaves the book with all that happened to it.
    Remove {
        /// Which plan.
        plan: PlanId,
    },
    /// The note of a plan is replaced; `None` takes it away.
    Note {
        /// Which plan.
        plan: PlanId,
        /// The new note.
        note: Option<String>,
    },
    /// A plan is settled early.
    Settle {
        /// Which plan.
        plan: PlanId,
        /// When.
        on: NaiveDate,
        /// What was paid for it; `None`: what the provider's policy asks for.
        amount: Option<Money>,
    },
    /// The merchant gave money back.
    Refund {
        /// Which plan.
        plan: PlanId,
        /// When.
        on: NaiveDate,
        /// How much.
        amount: Money,
        /// The refund's reference.
        reference: Option<String>,
    },
    /// A due date was moved.
    Defer {
        /// Which plan.
        plan: PlanId,
        /// Which installment.
        n: u32,
        /// Where to.
        to: NaiveDate,
        /// What moving it cost.
        fee: Money,
    },
    /// A plan is paused for a return or a dispute.
    Pause {
        /// Which plan.
        plan: PlanId,
        /// The last day of the pause.
        until: NaiveDate,
        /// Why.
        why: Option<String>,
    },
    /// A pause ends before its day.
    Resume {
        /// Which plan.
        plan: PlanId,
    },
    /// Installments are written down as the provider's bill has them.
    Amend(Amend),
    /// A fee holds from one installment on; what was asked before stays.
    FeeFrom {
        /// Which plan.
        plan: PlanId,
        /// From which installment on.
        n: u32,
        /// What it costs then.
        fee: Fee,
    },
    /// Something is followed up with customer service.
    Case(CaseCommand),
    /// A place to pay changes, or a purchase was refused.
    Line(LineCommand),
    /// What is written down of a plan, a line or a way to pay changes, or one of them is new.
    Terms(TermsCommand),
    /// Several commands as one: all of them, or none.
    All(Several<Command>),
}

/// How one installment, or it and all later ones, differ from what was computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amend {
    /// Which plan.
    pub plan: PlanId,
    /// Which installment.
    pub n: u32,
    /// Its due date; later ones follow at the plan's distance.
    pub due: Option<NaiveDate>,
    /// Its principal. Where `and_later`, the rest is shared by the later ones.
    pub principal: Option<Money>,
    /// Its fee.
    pub fee: Option<Money>,
    /// Whether all later installments change with it.
    pub and_later: bool,
}

/// A payment to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pay {
    /// Which plan.
    pub plan: PlanId,
    /// Which installment; `None`: the oldest open one.
    pub n: Option<u32>,
    /// How much; `None`: exactly what the installment still asks for.
    pub amount: Option<Money>,
    /// When.
    pub on: NaiveDate,
    /// From where.
    pub via: Option<MethodId>,
    /// The bank's reference.
    pub reference: Option<String>,
    /// When the provider was seen to have booked it, where its own bill or message says so.
    pub verified: Option<NaiveDate>,
    /// A prepayment of principal that is not due yet; `n` then stays empty and `amount` is needed.
    pub prepay: Option<Prepay>,
}

/// Applies a command: the changed book, or why not.
pub fn apply(
    book: &Book,
    command: &Command,
    calendar: &WorkingCalendar,
    today: NaiveDate,
) -> Result<Book, Refusal> {
    let mut changed = book.clone();
    command.check(book, calendar, today)?.apply(&mut changed);
    Ok(changed)
}

impl Pay {
    /// The oldest open installment of a plan, in full.
    pub fn oldest(plan: PlanId, on: NaiveDate) -> Self {
        Self {
            plan,
            n: None,
            amount: None,
            on,
            via: None,
            reference: None,
            verified: None,
            prepay: None,
        }
    }
}
