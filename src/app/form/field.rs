//! What a field of a form holds, and what can be wrong with it.

use super::choice::{Choice, Pick};
pub use super::name::FieldName;
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

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// It must not be empty.
    Empty,
    /// It must not be empty, because another field is filled.
    Missing(FieldName),
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
    /// It is no distance between installments.
    NotADistance,
    /// It is no pair of working days.
    NotWorkingDays,
    /// It is no currency.
    NotACurrency,
    /// It is no file that can be read, and why.
    NotAFile(String),
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
        let chosen = chosen.unwrap_or(0);
        Self {
            value: Value::Choice(Choice {
                options,
                chosen,
                usual: chosen,
            }),
            ..Self::text(name, "")
        }
    }

    /// Whether the fields of rare use are asked for.
    pub(super) fn more() -> Self {
        let options = [false, true].map(Pick::More).to_vec();
        Self::choice(FieldName::More, options, &Pick::More(false))
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
            &[F::Date, F::Bought, F::Since, F::MovedTo, F::Until, F::Due]
        }
        Refusal::BeforeLastEntry(_) | Refusal::AlreadySettled(_) => &[F::Date],
        Refusal::BalloonAbovePrincipal => &[F::Balloon],
        Refusal::UnknownInstallment { .. } => &[F::PaidThrough],
        Refusal::PromiseBefore(_) => &[F::Promise, F::Next],
        Refusal::BeforeCase(_) => &[F::Date, F::Next],
        Refusal::OutcomeNeeded => &[F::Outcome],
        Refusal::TextNeeded => &[F::What, F::Outcome],
        Refusal::CaseIsOpen(_) => &[F::Kind],
        Refusal::NotLater(_) => &[F::MovedTo],
        Refusal::NothingToAmend | Refusal::AlreadySo => &[F::Due, F::Note, F::Until],
        Refusal::InPast(_) => &[F::Until, F::Next],
        Refusal::NoSuchYear(_) => &[F::Date, F::FirstDue, F::MovedTo, F::Until, F::Due],
        Refusal::Periods { .. } | Refusal::InstallmentInUse(_) => &[F::Periods],
        Refusal::DownPaymentAbovePrice | Refusal::PrincipalMismatch { .. } => &[F::DownPayment],
        Refusal::UnknownMethod(_) => &[F::Via, F::Autopay],
        Refusal::UnknownLine(_) | Refusal::OtherCurrency(_) => &[F::Line],
        Refusal::IdTaken(_) => &[F::Item],
        Refusal::AfterFirstEntry(_) => &[F::Bought],
        Refusal::LimitChangedSince(_) => &[F::Since],
        Refusal::RestoreDaysOrder => &[F::RestoreDays],
        Refusal::NotLast4 => &[F::Last4],
        Refusal::CardNumber => &[F::Last4, F::Name],
        _ => &[F::Amount, F::Price, F::MoveFee, F::Principal, F::Total],
    }
}
