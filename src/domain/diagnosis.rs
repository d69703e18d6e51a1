//! Why a purchase in installments was refused: each known cause, what the book says to it, what
//! has to be asked, and the next step with its day.

mod asked;

use chrono::NaiveDate;

use self::asked::Asked;
use super::answers::{Question, Reply};
use super::book::Book;
use super::limit_check::{LimitCheck, LineCheck, Purchase, Reason};
use super::money::Money;
use super::position::Position;
use super::working_day::WorkingCalendar;

/// Why it may have been refused, in the order it is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The account is frozen or closed, or installments are overdue.
    Account,
    /// The limit is used up or too small.
    Limit,
    /// The provider is down.
    Maintenance,
    /// The price is below the provider's smallest.
    Minimum,
    /// The identity papers on file are no longer valid.
    Identity,
    /// The provider does not sell where the shopper is.
    Region,
    /// The product is not sold in installments.
    Product,
    /// Something is disputed.
    Dispute,
    /// The bank or the wallet has a limit of its own, or the card has expired.
    Card,
    /// A credit assessment.
    Credit,
    /// Something that was announced.
    Notices,
}

/// What is known of a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// It stands in the way, says the book.
    Is(Reason),
    /// It does not stand in the way, says the book.
    IsNot,
    /// It was asked; `Yes` where that stands in the way.
    Answered {
        /// Whether it stands in the way.
        stands: Reply,
        /// When it was found out.
        on: NaiveDate,
    },
    /// A card on file has expired.
    CardExpired {
        /// Which way to pay of the book.
        method: usize,
    },
    /// The book cannot tell: the figure it would need is missing.
    Unknown,
    /// Only asking helps.
    Ask(Question),
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// Pay what is overdue.
    PayOverdue,
    /// Pay something first, or wait until so much limit is back.
    FreeLimit,
    /// The limit will not do: a larger down payment, or another way to pay.
    PayMoreDown {
        /// How much is short.
        short: Money,
    },
    /// Ask why the account is blocked.
    AskToUnblock,
    /// Try again after the maintenance.
    Retry,
    /// Renew the identity papers.
    RenewIdentity,
    /// Renew the card, or name another.
    RenewCard,
    /// Buy something else, or pay in another way.
    OtherWay,
    /// Find out, then ask the service.
    FindOut(Question),
    /// Nothing is left to find out here: ask the service.
    AskService,
}

/// All that can be said about a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// Every cause, with what is known of it.
    pub causes: Vec<(Cause, Finding)>,
    /// The check of the line for the price; of the smallest price where none is known.
    pub check: Option<LineCheck>,
    /// How often the item was refused on this line, this time included.
    pub times: usize,
    /// Since when the item is known not to be sold in installments, from an earlier refusal.
    pub not_eligible: Option<NaiveDate>,
    /// What to do next.
    pub next: NextStep,
    /// When.
    pub on: NaiveDate,
}

impl Finding {
    /// True where it stands in the way.
    pub fn stands(&self) -> bool {
        match self {
            Self::Is(_) | Self::CardExpired { .. } => true,
            Self::Answered { stands, .. } => *stands == Reply::Yes,
            Self::IsNot | Self::Unknown | Self::Ask(_) => false,
        }
    }
}

/// What can be said about the last refusal of a line; `None` where there is none.
pub fn diagnosis(
    book: &Book,
    position: &Position,
    calendar: &WorkingCalendar,
    line: usize,
) -> Option<Diagnosis> {
    let credit_line = book.lines.get(line)?;
    let attempt = credit_line.refused.last()?;
    let purchase = Purchase {
        amount: attempt.amount.unwrap_or_else(|| Money::from(1)),
        down_payment: Money::ZERO,
        periods: None,
        by: None,
    };
    let check = LimitCheck::of(book, position, calendar, &purchase, &[line]);
    let asked = Asked {
        book,
        line: credit_line,
        attempt,
        check: check.lines.into_iter().next(),
        today: position.today,
    };
    Some(asked.diagnosis())
}
