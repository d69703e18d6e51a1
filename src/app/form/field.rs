//! What a field of a form holds, and what can be wrong with it.

use super::choice::{Choice, Pick};
use crate::app::field::TextField;
use crate::domain::Refusal;

/// A field of a form.
#[derive(Debug, Clone)]
pub struct Field {
    /// Which one.
    pub name: FieldName,
    /// What stands in it.
    pub value: Value,
    /// What is wrong with it. Nothing in a form that nobody tried to save.
    pub mistake: Option<Mistake>,
    /// True while what stands in other fields leaves nothing to ask.
    pub hidden: bool,
    /// True where it may stay empty.
    pub optional: bool,
    /// True once somebody typed or chose in it; until then it follows the other fields.
    pub touched: bool,
}

/// What stands in a field.
#[derive(Debug, Clone)]
pub enum Value {
    /// Something typed.
    Text(TextField),
    /// Something chosen.
    Choice(Choice),
}

/// Every field that a form may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldName {
    /// An amount of money that changes hands.
    Amount,
    /// The day it does.
    Date,
    /// From where.
    Via,
    /// The reference of the bank or provider.
    Reference,
    /// What was bought.
    Item,
    /// Its price.
    Price,
    /// What is paid at once.
    DownPayment,
    /// The line whose limit it uses.
    Line,
    /// How many installments.
    Periods,
    /// How it is charged.
    Fee,
    /// How much: a percentage, or the whole sum.
    Rate,
    /// When the first installment is due.
    FirstDue,
    /// How many installments were paid before the book knew the plan.
    PaidThrough,
    /// The order day.
    Bought,
    /// Where.
    Merchant,
    /// Which method pays by itself.
    Autopay,
    /// The order number.
    Order,
    /// A note.
    Note,
    /// The day an installment moves to.
    MovedTo,
    /// What moving it costs.
    MoveFee,
    /// The last day of a pause.
    Until,
    /// Why.
    Why,
    /// The due date of the provider's bill.
    Due,
    /// The principal of the provider's bill.
    Principal,
    /// The fee of the provider's bill.
    FeePart,
    /// This installment, or all later ones too.
    Reach,
    /// What a case is about.
    Kind,
    /// What was said.
    What,
    /// The day promised for the answer.
    Promise,
    /// The day of the next step.
    Next,
    /// How a case ended.
    Outcome,
    /// What the app shows as available.
    Shown,
    /// How much limit is wanted.
    Wanted,
    /// By which day.
    By,
    /// The most that can be paid today.
    Cash,
}

impl FieldName {
    /// All fields.
    pub const ALL: [Self; 35] = [
        Self::Amount,
        Self::Date,
        Self::Via,
        Self::Reference,
        Self::Item,
        Self::Price,
        Self::DownPayment,
        Self::Line,
        Self::Periods,
        Self::Fee,
        Self::Rate,
        Self::FirstDue,
        Self::PaidThrough,
        Self::Bought,
        Self::Merchant,
        Self::Autopay,
        Self::Order,
        Self::Note,
        Self::MovedTo,
        Self::MoveFee,
        Self::Until,
        Self::Why,
        Self::Due,
        Self::Principal,
        Self::FeePart,
        Self::Reach,
        Self::Kind,
        Self::What,
        Self::Promise,
        Self::Next,
        Self::Outcome,
        Self::Shown,
        Self::Wanted,
        Self::By,
        Self::Cash,
    ];

    /// True for fields that hold an amount of money.
    pub fn is_amount(self) -> bool {
        matches!(
            self,
            Self::Amount
                | Self::Price
                | Self::DownPayment
                | Self::MoveFee
                | Self::Principal
                | Self::FeePart
                | Self::Shown
                | Self::Wanted
                | Self::Cash
        )
    }

    /// True for fields that hold a day.
    pub fn is_day(self) -> bool {
        matches!(
            self,
            Self::Date
                | Self::FirstDue
                | Self::Bought
                | Self::MovedTo
                | Self::Until
                | Self::Due
                | Self::Promise
                | Self::Next
                | Self::By
        )
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// It must not be empty.
    Empty,
    /// It is no amount of money.
    NotAnAmount,
    /// It must be above zero.
    NotPositive,
    /// It is no day.
    NotADay,
    /// It is no whole number from the first to the last one.
    NotACount(u32, u32),
    /// It is neither a percentage nor, where that makes sense, a sum.
    NotARate,
    /// The down payment is not below the price.
    NotBelowPrice,
    /// The book refuses it.
    Refused(Refusal),
}

impl Field {
    /// A field to type in; what is typed replaces the text it begins with.
    pub(super) fn text(name: FieldName, text: &str) -> Self {
        Self {
            name,
            value: Value::Text(TextField::preselected(text)),
            mistake: None,
            hidden: false,
            optional: false,
            touched: false,
        }
    }

    /// A field to choose in, on the option that is picked.
    pub(super) fn choice(name: FieldName, options: Vec<Pick>, picked: &Pick) -> Self {
        let chosen = options.iter().position(|option| option == picked);
        Self {
            value: Value::Choice(Choice {
                options,
                chosen: chosen.unwrap_or(0),
            }),
            ..Self::text(name, "")
        }
    }

    /// The same, and it may stay empty.
    pub(super) fn optional(self) -> Self {
        Self {
            optional: true,
            ..self
        }
    }

    /// True for a field to choose in.
    pub fn is_choice(&self) -> bool {
        matches!(self.value, Value::Choice(_))
    }
}

/// The fields whose change could help against a refusal, the likeliest first.
pub(super) fn that_helps(refusal: &Refusal) -> &'static [FieldName] {
    use FieldName as F;
    match refusal {
        Refusal::InFuture(_) | Refusal::BeforePurchase(_) | Refusal::BeforePayment(_) => {
            &[F::Date, F::Bought, F::MovedTo, F::Until, F::Due]
        }
        Refusal::BeforeLastEntry(_) | Refusal::AlreadySettled(_) => &[F::Date],
        Refusal::PromiseBefore(_) => &[F::Promise, F::Next],
        Refusal::BeforeCase(_) => &[F::Date, F::Next],
        Refusal::OutcomeNeeded => &[F::Outcome],
        Refusal::TextNeeded => &[F::What, F::Outcome],
        Refusal::CaseIsOpen(_) => &[F::Kind],
        Refusal::NotLater(_) => &[F::MovedTo],
        Refusal::NothingToAmend | Refusal::AlreadySo => &[F::Due, F::Note, F::Until],
        Refusal::InPast(_) => &[F::Until, F::Next],
        Refusal::NoSuchYear(_) => &[F::Date, F::FirstDue, F::MovedTo, F::Until, F::Due],
        Refusal::Periods { .. } => &[F::Periods],
        Refusal::DownPaymentAbovePrice | Refusal::PrincipalMismatch { .. } => &[F::DownPayment],
        Refusal::UnknownMethod(_) => &[F::Via, F::Autopay],
        Refusal::UnknownLine(_) => &[F::Line],
        Refusal::IdTaken(_) => &[F::Item],
        _ => &[F::Amount, F::Price, F::MoveFee, F::Principal],
    }
}
