//! Payments, and payments taken back.

use super::{AsOf, Found, check_positive};
use crate::domain::allocation::Row;
use crate::domain::command::{Change, Pay};
use crate::domain::id::PlanId;
use crate::domain::money::Money;
use crate::domain::plan::Payment;
use crate::domain::refusal::Refusal;

impl Pay {
    pub(super) fn check(&self, as_of: AsOf<'_>) -> Result<Change, Refusal> {
        let found = as_of.find(&self.plan)?;
        let (n, amount) = match self.prepay {
            Some(_) => (None, self.prepaid(&found)?),
            None => self.installment(&found)?,
        };
        as_of.check_day(self.on)?;
        found.check_bought(self.on)?;
        if let Some(verified) = self.verified {
            as_of.check_day(verified)?;
            if verified < self.on {
                return Err(Refusal::BeforePayment(self.on));
            }
        }
        if let Some(via) = &self.via
            && as_of.book.method(via).is_none()
        {
            return Err(Refusal::UnknownMethod(via.clone()));
        }
        Ok(Change::AddPayment {
            plan: found.k,
            payment: Payment {
                n,
                on: self.on,
                amount,
                via: self.via.clone(),
                reference: self.reference.clone(),
                restored: None,
                verified: self.verified,
                prepay: self.prepay,
            },
        })
    }

    /// Which installment is paid, and how much.
    fn installment(&self, found: &Found<'_>) -> Result<(Option<u32>, Money), Refusal> {
        let row = self.row(found)?;
        let amount = self.amount.unwrap_or(row.outstanding());
        check_positive(amount, found.currency)?;
        let owed = found.allocation.outstanding();
        if amount > owed {
            return Err(Refusal::Overpayment { amount, owed });
        }
        Ok((Some(row.installment.n), amount))
    }

    fn row<'a>(&self, found: &'a Found<'_>) -> Result<&'a Row, Refusal> {
        match self.n {
            Some(n) => found.open_row(n),
            None => found
                .allocation
                .oldest_open()
                .ok_or_else(|| Refusal::NothingOpen(self.plan.clone())),
        }
    }

    /// A prepayment goes to principal that is not due yet, and never beyond it.
    fn prepaid(&self, found: &Found<'_>) -> Result<Money, Refusal> {
        found.check_open()?;
        let amount = self.amount.ok_or(Refusal::AmountNeeded)?;
        check_positive(amount, found.currency)?;
        let later = found
            .allocation
            .rows
            .iter()
            .filter(|row| row.installment.due > self.on);
        let most = later.map(Row::open_principal).sum();
        if amount > most {
            return Err(Refusal::PrepayTooLarge { amount, most });
        }
        Ok(amount)
    }
}

/// The last payment of an installment is taken back.
pub(super) fn unpay(as_of: AsOf<'_>, plan: &PlanId, n: u32) -> Result<Change, Refusal> {
    let found = as_of.find(plan)?;
    Ok(Change::RemovePayment {
        plan: found.k,
        payment: payment_of(&found, n)?,
    })
}

/// The last payment that covered something of an installment.
pub(super) fn payment_of(found: &Found<'_>, n: u32) -> Result<usize, Refusal> {
    let row = found.row(n)?;
    let none = if row.paid().is_positive() {
        Refusal::PaidBeforeBook(n)
    } else {
        Refusal::NotPaid(n)
    };
    found.allocation.last_payment_for(n).ok_or(none)
}
