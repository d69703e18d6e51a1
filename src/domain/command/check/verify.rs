//! Payments that were seen to have arrived.

use chrono::NaiveDate;

use super::AsOf;
use super::pay::payment_of;
use crate::domain::allocation::Source;
use crate::domain::command::Change;
use crate::domain::id::PlanId;
use crate::domain::refusal::Refusal;

/// The oldest payment that nobody has verified arrived: of those that covered something of
/// installment `n`, or of all.
pub(super) fn verify(
    as_of: AsOf<'_>,
    plan: &PlanId,
    n: Option<u32>,
    on: NaiveDate,
) -> Result<Change, Refusal> {
    let found = as_of.find(plan)?;
    if let Some(n) = n {
        payment_of(&found, n)?;
    }
    let covers = |payment: usize, n: u32| {
        let mut parts = found.allocation.parts.iter();
        parts.any(|part| part.n == n && part.source == Source::Payment(payment))
    };
    let meant = found.plan.payments.iter().enumerate();
    let mut meant: Vec<_> = meant
        .filter(|(k, _)| n.is_none_or(|n| covers(*k, n)))
        .collect();
    // As they were made, however the file orders them.
    meant.sort_by_key(|(_, payment)| payment.on);
    let mut unproven = meant.iter().filter(|(_, one)| one.proven_on().is_none());
    let Some((payment, paid)) = unproven.next() else {
        let last = meant.iter().filter_map(|(_, one)| one.proven_on()).max();
        let none = || Refusal::NoPayment(plan.clone());
        return Err(last.map_or_else(none, Refusal::AlreadyVerified));
    };
    as_of.check_day(on)?;
    if on < paid.on {
        return Err(Refusal::BeforePayment(paid.on));
    }
    Ok(Change::SetVerified {
        plan: found.k,
        payment: *payment,
        on,
    })
}
