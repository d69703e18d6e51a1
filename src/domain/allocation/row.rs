//! One installment and what covered it.

use chrono::{Days, NaiveDate};

use crate::domain::money::Money;
use crate::domain::rules::AllocationOrder;
use crate::domain::schedule::Installment;

/// From so many days overdue on, cards take the principal first.
const LONG_OVERDUE_DAYS: u32 = 90;

/// How one installment has been covered so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it asks for.
    pub installment: Installment,
    /// Fee paid.
    pub paid_fee: Money,
    /// Principal paid, less what a refund gave back in cash.
    pub paid_principal: Money,
    /// When the last payment for it was made; `None` also for installments paid before the book began.
    pub last_paid: Option<NaiveDate>,
    /// What ended otherwise; few installments know any of it.
    ended: Option<Box<Ended>>,
}

/// What of an installment ended otherwise than by a payment for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The part of the paid principal that was prepaid: it bears no interest any more.
    pub prepaid: Money,
    /// Principal taken off by refunds.
    pub refunded: Money,
    /// Fee taken off by a refund, a prepayment or a settlement.
    pub waived_fee: Money,
    /// Principal ended by an early settlement.
    pub settled: Money,
    /// Principal and fee that went into the plan that replaced this one.
    pub replaced: Money,
    /// Late cost that a refund was taken for.
    pub offset_penalty: Money,
}

impl Ended {
    const NOTHING: Self = Self {
        prepaid: Money::ZERO,
        refunded: Money::ZERO,
        waived_fee: Money::ZERO,
        settled: Money::ZERO,
        replaced: Money::ZERO,
        offset_penalty: Money::ZERO,
    };
}

impl Row {
    /// An installment that nothing has covered yet.
    pub(super) fn new(installment: Installment) -> Self {
        Self {
            installment,
            paid_fee: Money::ZERO,
            paid_principal: Money::ZERO,
            last_paid: None,
            ended: None,
        }
    }

    /// What ended otherwise than by a payment for it.
    pub fn ended(&self) -> &Ended {
        self.ended.as_deref().unwrap_or(&Ended::NOTHING)
    }

    /// The same, to note more of it.
    pub(super) fn ended_mut(&mut self) -> &mut Ended {
        self.ended.get_or_insert_with(|| Box::new(Ended::NOTHING))
    }

    /// What was paid for it.
    pub fn paid(&self) -> Money {
        self.paid_fee + self.paid_principal
    }

    /// Fee still asked for.
    pub fn open_fee(&self) -> Money {
        let unpaid = self.installment.own_fee() - self.paid_fee;
        match &self.ended {
            None => unpaid.or_zero(),
            Some(ended) if ended.replaced.is_positive() => Money::ZERO,
            Some(ended) => (unpaid - ended.waived_fee).or_zero(),
        }
    }

    /// Principal still asked for.
    pub fn open_principal(&self) -> Money {
        let unpaid = self.installment.principal - self.paid_principal;
        match &self.ended {
            None => unpaid.or_zero(),
            Some(ended) if ended.replaced.is_positive() => Money::ZERO,
            Some(ended) => (unpaid - ended.refunded - ended.settled).or_zero(),
        }
    }

    /// What of it nobody has to pay any more.
    pub(super) fn taken_off(&self) -> Money {
        self.ended.as_ref().map_or(Money::ZERO, |ended| {
            ended.refunded + ended.waived_fee + ended.replaced + ended.settled
        })
    }

    /// What it still asks for.
    pub fn outstanding(&self) -> Money {
        self.open_fee() + self.open_principal()
    }

    /// True while it asks for something.
    pub fn is_open(&self) -> bool {
        self.open_principal().is_positive() || self.open_fee().is_positive()
    }

    /// True where `on` is past its due date and any grace.
    pub fn is_overdue_on(&self, on: NaiveDate, grace_days: u32) -> bool {
        let grace = Days::new(grace_days.into());
        let last_in_time = self.installment.due.checked_add_days(grace);
        last_in_time.is_some_and(|last| last < on)
    }

    /// Takes what it can of `money`; gives the fee and principal it took.
    pub(super) fn pay(
        &mut self,
        money: Money,
        on: NaiveDate,
        order: AllocationOrder,
    ) -> (Money, Money) {
        let is_long_overdue = || self.is_overdue_on(on, LONG_OVERDUE_DAYS);
        let (fee, principal) = match order {
            AllocationOrder::PrincipalFirstAfter90Days if is_long_overdue() => {
                let principal = money.min(self.open_principal());
                ((money - principal).min(self.open_fee()), principal)
            }
            AllocationOrder::FeeFirst | AllocationOrder::PrincipalFirstAfter90Days => {
                let fee = money.min(self.open_fee());
                (fee, (money - fee).min(self.open_principal()))
            }
        };
        self.paid_fee += fee;
        self.paid_principal += principal;
        self.last_paid = Some(on).max(self.last_paid);
        (fee, principal)
    }

    /// It was paid in full before the book began.
    pub(super) fn pay_before_book(&mut self) {
        self.paid_fee += self.open_fee();
        self.paid_principal += self.open_principal();
    }

    /// The principal that still bears interest or was paid as scheduled.
    pub(super) fn bearing(&self) -> Money {
        let ended = self.ended();
        (self.installment.principal - ended.prepaid - ended.refunded).or_zero()
    }
}
