//! What a bill means for a book, before anything is changed: what is new, what is there already,
//! what is uncertain and why.

use chrono::NaiveDate;

use super::entry::{BillMonth, Entry};
use super::service::Service;
use super::unreadable::WrongRow;
use crate::domain::{Command, LineId, Money, PlanId, Refusal};

pub use super::matching::preview;

/// What a bill means for a book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// The rows that are about installments, oldest first.
    pub items: Vec<Item>,
    /// How many rows are about something else.
    pub others: usize,
    /// The rows that cannot be read.
    pub wrong: Vec<WrongRow>,
}

/// What a row means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The row.
    pub entry: Entry,
    /// What becomes of it.
    pub verdict: Verdict,
    /// What it would change.
    pub proposal: Option<Proposal>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It is certain, and new.
    New,
    /// It is not certain: it waits for the shopper.
    Waits,
    /// The book has it.
    Here,
    /// It means nothing for the book.
    Left,
}

/// What a row would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// These commands, in this order.
    Change(Vec<Command>),
    /// A new plan, of which the bill does not say everything.
    Plan(Box<Draft>),
}

/// What a bill knows of a purchase on credit. How many installments it has, when they are due and
/// what they cost does not stand in it: a bill can suggest a plan, never invent one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The line.
    pub line: Option<LineId>,
    /// What was bought.
    pub item: String,
    /// Where.
    pub merchant: Option<String>,
    /// The order number.
    pub order: Option<String>,
    /// The day.
    pub bought: NaiveDate,
    /// The price; `None` where the bill only has one installment of it.
    pub price: Option<Money>,
    /// The number of installments, where the text names it.
    pub periods: Option<u32>,
}

/// Why a row means what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The amount is what this installment asks for.
    Exact {
        /// Which plan.
        plan: PlanId,
        /// Which installment.
        n: u32,
        /// When it is due.
        due: NaiveDate,
    },
    /// The amount is what all installments of a bill ask for together.
    WholeBill {
        /// How many.
        count: usize,
    },
    /// The provider's own bill has the payment: it arrived.
    Proves,
    /// The text names the month of the bill.
    Month(BillMonth),
    /// The purchase is in the book: its order number is that of this plan.
    Order(PlanId),

    /// The text names no provider that is known.
    NoService,
    /// The book has no line of this provider.
    NoLine(Service),
    /// Nothing is open on the line.
    NothingOpen(LineId),
    /// Several installments ask for this amount.
    SameAmount(usize),
    /// Some installments of the bill make up the amount, others do not.
    SomeOfBill(usize),
    /// More than all that is open on that bill: it pays for other things too.
    More {
        /// What is open.
        open: Money,
    },
    /// Less than what is open.
    Less {
        /// What is open.
        open: Money,
    },
    /// The installments are due in the month after the bill that the text names.
    OtherMonth(BillMonth),
    /// A state that is not known.
    State(String),
    /// The bill does not say how many installments there are.
    PeriodsUnknown,
    /// The bill does not say what they cost.
    FeeUnknown,
    /// The bill does not say on which day the money came back.
    DayUnknown,
    /// An installment on a card's bill, of a plan that is not in the book.
    NotInBook,
    /// The book refuses it.
    Refused(Refusal),

    /// The book has a payment or refund with this order number.
    Reference,
    /// The book has a payment or refund of this amount from that day.
    Noted(NaiveDate),
    /// What was due in that month is paid in the book.
    BillPaid(BillMonth),
    /// The plans of the line were paid so far before the book knew them.
    BeforeBook,
    /// The book has a plan of this amount from that day.
    Like(PlanId),
    /// The file has the same order number before.
    Twice {
        /// On this line.
        line: usize,
    },

    /// It failed.
    Failed,
    /// It was called off.
    Closed,
    /// It is under way.
    Pending,
    /// All of it was given back.
    GivenBack,
    /// It is a part of the order on this line.
    PartOf {
        /// Which line.
        line: usize,
    },
    /// What came back was not for a plan of the book.
    NoPlan,
}

impl Preview {
    /// The items of one kind.
    pub fn of(&self, verdict: Verdict) -> impl Iterator<Item = &Item> {
        let items = self.items.iter();
        items.filter(move |item| item.verdict == verdict)
    }

    /// True where the file has no rows at all.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.wrong.is_empty() && self.others == 0
    }

    /// How many rows the file has.
    pub fn rows(&self) -> usize {
        self.items.len() + self.others + self.wrong.len()
    }

    /// One command for the rows that are taken, of those that have something to take; `None` where
    /// that is nothing.
    pub fn command(&self, is_taken: impl Fn(&Item) -> bool) -> Option<Command> {
        let items = self.items.iter();
        let taken = items.filter(|item| item.can_be_chosen() && is_taken(item));
        Command::all(taken.flat_map(Item::commands).cloned())
    }
}

impl Item {
    /// The commands it would carry out.
    pub fn commands(&self) -> &[Command] {
        match &self.proposal {
            Some(Proposal::Change(commands)) => commands,
            _ => &[],
        }
    }

    /// The plan it proposes.
    pub fn draft(&self) -> Option<&Draft> {
        match &self.proposal {
            Some(Proposal::Plan(draft)) => Some(draft),
            _ => None,
        }
    }

    /// True where the shopper can choose to carry it out.
    pub fn can_be_chosen(&self) -> bool {
        self.verdict == Verdict::New
            || (self.verdict == Verdict::Waits && !self.commands().is_empty())
    }
}
