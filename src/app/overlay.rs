//! What lies above a view. Overlays are values on a stack; the top one gets the keys.

use chrono::NaiveDate;

use super::explain::Explanation;
use super::field::TextField;
use super::find::Index;
use super::screen::InstallmentId;
use crate::domain::limit_check::LimitCheck;
use crate::domain::working_day::WorkingDate;
use crate::domain::{Currency, LineId, MethodId, Money, PlanId, Refusal};

/// Anything above a view.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The keys, searchable; Enter runs one.
    Help(Help),
    /// Does a price still fit?
    Check(Check),
    /// A payment.
    Pay(Box<PayForm>),
    /// Find a plan or a line.
    Find(Find),
    /// Where a figure comes from.
    Explain(Explanation),
    /// A question that wants `y` or `n`; it lies above what it asks about.
    Confirm(Question),
}

/// A question that wants `y` or `n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Drop what was typed into the form below?
    DropForm,
}

/// The keys, searchable. The rows are [`help_rows`](super::keymap::help_rows).
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// What the rows must contain.
    pub filter: TextField,
    /// Which of the remaining rows is selected. None until somebody types or moves, so that Enter
    /// straight after `?` runs nothing.
    pub selected: Option<usize>,
}

/// Does a price still fit? Answered while it is typed, for every line of the book's currency.
#[derive(Debug, Clone, Default)]
pub struct Check {
    /// The price.
    pub input: TextField,
    /// The answer to what stands there now.
    pub answer: CheckAnswer,
}

/// The answer to a price being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum CheckAnswer {
    /// Nothing was typed yet.
    #[default]
    Empty,
    /// What was typed is no amount above zero.
    NotAnAmount,
    /// The price as read, in the book's currency, and the answer.
    Checked {
        /// The price.
        amount: Money,
        /// The answer, by line of the book.
        check: LimitCheck,
    },
}

/// A payment being written down.
#[derive(Debug, Clone)]
pub struct PayForm {
    /// The installment it is for.
    pub installment: InstallmentId,
    /// Which plan of the book that is.
    pub plan: usize,
    /// The currency of its amounts.
    pub currency: Currency,
    /// What the installment still asks for.
    pub outstanding: Money,
    /// The amount.
    pub amount: TextField,
    /// The day.
    pub date: TextField,
    /// From where: one of the book's methods, or unsaid.
    pub via: Option<MethodId>,
    /// The reference of the bank or provider.
    pub reference: TextField,
    /// The field that gets the keys.
    pub focus: PayField,
    /// What is wrong, by field. Empty fields of a form nobody tried to save are not wrong.
    pub mistakes: Vec<(PayField, Mistake)>,
    /// The day that stands in the date field, where it is one.
    pub on: Option<NaiveDate>,
    /// What the payment would do, while amount and date are valid.
    pub preview: Option<PayPreview>,
    /// True once something was typed or chosen: Esc then asks.
    pub touched: bool,
    /// True once somebody tried to save: from then on mistakes are shown while typing.
    pub tried: bool,
}

/// A field of the payment form, in the order of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PayField {
    /// The amount.
    #[default]
    Amount,
    /// The day.
    Date,
    /// From where.
    Via,
    /// The reference.
    Reference,
}

impl PayField {
    /// All fields, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::Amount, Self::Date, Self::Via, Self::Reference];
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// It must not be empty.
    Empty,
    /// It is no amount of money.
    NotAnAmount,
    /// It is no day.
    NotADay,
    /// The book refuses it.
    Refused(Refusal),
}

/// What a payment would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayPreview {
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
}

/// Find a plan or a line.
#[derive(Debug, Clone, Default)]
pub struct Find {
    /// What to look for.
    pub input: TextField,
    /// What was found, the best first; without a text everything that is open, most urgent first.
    pub results: Vec<Found>,
    /// Which of them is selected.
    pub selected: usize,
    /// What can be found.
    pub(super) index: Index,
}

/// Something that was found. Indexes are those of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A plan.
    Plan {
        /// Which plan of the book.
        plan: usize,
        /// Its id.
        id: PlanId,
    },
    /// A line.
    Line {
        /// Which line of the book.
        line: usize,
        /// Its id.
        id: LineId,
    },
}
