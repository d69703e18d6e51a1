//! What settling a plan early costs, and what it saves.
//!
//! Always owed: the open principal, the fees billed so far and the known cost of being late. What
//! becomes of the fees not billed yet is the provider's policy. Fees paid before are never given
//! back. By law interest is owed for the time borrowed unless agreed otherwise (civil code art.
//! 677); card issuers commonly keep all fees, or take a share of the principal instead.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::allocation::Part;
use super::fee::FeeModel;
use super::limit::occupied_at_start;
use super::money::{Money, Rounding};
use super::plan::Plan;
use super::rate::Rate;
use super::rules::{EarlyPolicy, LimitCounts, LimitReturns};
use super::standing::{InstallmentStanding, PlanStanding};

/// What settling a plan on a day costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// The day.
    pub on: NaiveDate,
    /// The policy it follows.
    pub policy: EarlyPolicy,
    /// The principal that is still open.
    pub principal: Money,
    /// The fees to be paid with it: billed ones and what the policy adds.
    pub fees: Money,
    /// What being late has cost by then; `None` where it is late and the rule is unknown. It is owed
    /// either way.
    pub penalty: Option<Money>,
    /// All that is to be paid: principal, fees and penalty, as far as that is known.
    pub amount: Money,
    /// What paying on as scheduled would still cost, the same penalty included.
    pub to_the_end: Money,
    /// `to_the_end − amount`. Zero where nothing is saved; below zero only under a percent penalty.
    pub saves: Money,
    /// The limit it frees.
    pub frees: Money,
}

/// Why a settlement cannot be quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoQuote {
    /// The plan asks for nothing any more.
    #[error("nothing is open")]
    NothingOpen,
    /// Nobody stated the provider's policy.
    #[error("the policy for settling early is not known")]
    PolicyUnknown,
    /// The policy needs a rate that nobody stated.
    #[error("the rate the policy needs is not known")]
    RateUnknown,
}

/// What settling `plan` on `on` costs; `standing` is that of the same day.
///
/// # Errors
/// Says why there is no quote. An unknown policy or rate is never guessed.
pub fn quote(plan: &Plan, standing: &PlanStanding, on: NaiveDate) -> Result<Quote, NoQuote> {
    if !standing.outstanding.is_positive() {
        return Err(NoQuote::NothingOpen);
    }
    let policy = standing.rules.early.ok_or(NoQuote::PolicyUnknown)?;
    let open = Open::of(standing, on);
    let fees = open.billed_fee + open.charged(policy, plan, standing, on)?;
    let penalties = standing.installments.iter().map(|one| one.penalty);
    let penalty: Option<Money> = penalties.sum();
    let late = penalty.unwrap_or_default();
    let (amount, to_the_end) = (open.principal + fees + late, standing.outstanding + late);
    Ok(Quote {
        on,
        policy,
        principal: open.principal,
        fees,
        penalty,
        amount,
        to_the_end,
        saves: to_the_end - amount,
        frees: frees(plan, standing, open.principal),
    })
}

fn frees(plan: &Plan, standing: &PlanStanding, principal: Money) -> Money {
    match (standing.rules.limit_returns, standing.rules.limit_counts) {
        (LimitReturns::AfterLast, _) => occupied_at_start(standing, plan.paid_through),
        (LimitReturns::EachPayment, LimitCounts::Principal) => principal,
        (LimitReturns::EachPayment, LimitCounts::PrincipalAndFee) => standing.outstanding,
    }
}

/// What is open on a day, by whether it is billed.
struct Open {
    principal: Money,
    billed_fee: Money,
    unbilled_principal: Money,
    unbilled_fee: Money,
    /// The open fee of the next installment to be billed.
    next_fee: Money,
}

impl Open {
    fn of(standing: &PlanStanding, on: NaiveDate) -> Self {
        let is_billed =
            |one: &&InstallmentStanding| one.row.installment.is_billed_on(&standing.rules, on);
        let (billed, unbilled): (Vec<&InstallmentStanding>, Vec<_>) =
            standing.installments.iter().partition(is_billed);
        let principal = |part: &[&InstallmentStanding]| -> Money {
            part.iter().map(|one| one.row.open_principal()).sum()
        };
        let fee = |part: &[&InstallmentStanding]| -> Money {
            part.iter().map(|one| one.row.open_fee()).sum()
        };
        let next = unbilled.iter().find(|one| one.row.is_open());
        Self {
            principal: principal(&billed) + principal(&unbilled),
            billed_fee: fee(&billed),
            unbilled_principal: principal(&unbilled),
            unbilled_fee: fee(&unbilled),
            next_fee: next.map_or(Money::ZERO, |one| one.row.open_fee()),
        }
    }

    /// What the policy asks for on top of the billed fees.
    fn charged(
        &self,
        policy: EarlyPolicy,
        plan: &Plan,
        standing: &PlanStanding,
        on: NaiveDate,
    ) -> Result<Money, NoQuote> {
        let is_upfront = matches!(plan.fee.model, FeeModel::Upfront(..));
        match policy {
            EarlyPolicy::NextFee => Ok(self.next_fee),
            EarlyPolicy::AllFees => Ok(self.unbilled_fee),
            // An upfront fee that is still open stays due; nothing else is asked for. Where it was
            // charged a percent penalty is not (published by ICBC).
            EarlyPolicy::UpfrontNoRefund | EarlyPolicy::PercentPenalty if is_upfront => {
                Ok(self.unbilled_fee)
            }
            EarlyPolicy::WaiveUnbilled | EarlyPolicy::UpfrontNoRefund => Ok(Money::ZERO),
            EarlyPolicy::PercentPenalty => {
                let rate = standing.rules.early_penalty.ok_or(NoQuote::RateUnknown)?;
                let decimals = standing.currency.decimals();
                Ok(self.unbilled_principal.at_rate(rate, decimals))
            }
            EarlyPolicy::DailyAccrual => self.accrued(plan, standing, on),
        }
    }

    /// Interest since the last due date that is billed on what is not billed yet, and until it went on what was paid
    /// or refunded ahead, `on` itself not counted, less what was paid of the running period's. Never more than the fees it stands for.
    fn accrued(
        &self,
        plan: &Plan,
        standing: &PlanStanding,
        on: NaiveDate,
    ) -> Result<Money, NoQuote> {
        if self.unbilled_fee.is_zero() {
            return Ok(Money::ZERO);
        }
        let daily = daily_rate(plan.fee.model).ok_or(NoQuote::RateUnknown)?;
        let all = standing.installments.iter();
        let billed = all.filter(|one| one.row.installment.is_billed_on(&standing.rules, on));
        let since = billed.map(InstallmentStanding::due).max();
        let since = since.or(plan.drawn_on());
        let Some(since) = since.filter(|since| *since < on) else {
            return Ok(Money::ZERO);
        };
        let for_days = |principal: Money, until: NaiveDate| {
            principal.as_decimal() * Decimal::from((until - since).num_days())
        };
        let is_ahead = |part: &&Part| {
            let of = standing.installment(part.n);
            since < part.on && of.is_some_and(|one| one.due() > on)
        };
        let ahead = standing.parts.iter().filter(is_ahead);
        let gone: Decimal = ahead.map(|part| for_days(part.principal, part.on)).sum();
        let exact = (gone + for_days(self.unbilled_principal, on)) * daily;
        let interest = Money::from_decimal(exact);
        let interest = interest.rounded(standing.currency.decimals(), Rounding::HalfUp);
        let mut to_come = standing.installments.iter().filter(|one| one.due() > on);
        let paid = to_come.next().map_or(Money::ZERO, |one| one.row.paid_fee);
        Ok((interest - paid).or_zero().min(self.unbilled_fee))
    }
}

/// The rate of interest a day; a year has 365. `None` where the fee is no interest.
fn daily_rate(model: FeeModel) -> Option<Decimal> {
    let of_year = |annual: Rate| annual.as_decimal() / Decimal::from(365);
    match model {
        FeeModel::Daily(daily) => Some(daily.as_decimal()),
        FeeModel::Annuity(annual) | FeeModel::EqualPrincipal(annual) => Some(of_year(annual)),
        FeeModel::None | FeeModel::Flat(_) | FeeModel::Upfront(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{NoQuote, Quote, quote};
    use crate::domain::fee::{Fee, FeeAmount, FeeModel, UpfrontDue};
    use crate::domain::plan::{Payment, Plan};
    use crate::domain::rate::Rate;
    use crate::domain::rules::{
        DailyLate, EarlyPolicy, LateBase, LateRule, LimitCounts, LimitReturns, Prepay, Statement,
        StatementDue,
    };
    use crate::domain::standing::PlanStanding;
    use crate::domain::test_book::{book, cny, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;
    use proptest::prelude::*;

    fn rate(text: &str) -> Rate {
        Rate::parse(text).unwrap()
    }

    /// 1200 in 12 from 10 January at 0.6 % a period (7.20), the first paid.
    fn twelve(policy: EarlyPolicy) -> Plan {
        let mut plan = plan("p", "1200", 12, "2026-01-10");
        plan.fee.model = FeeModel::Flat(FeeAmount::Rate(rate("0.6%")));
        plan.rules.early = Some(policy);
        plan.rules.early_penalty = Some(rate("3%"));
        plan.payments = vec![payment("2026-01-10", "107.20")];
        plan
    }

    fn quoted(plan: Plan, on: &str) -> Result<Quote, NoQuote> {
        let book = book(line("10000"), vec![plan]);
        let calendar = WorkingCalendar::weekends_only();
        let standing = PlanStanding::of(&book, &book.plans[0], &calendar, date(on));
        quote(&book.plans[0], &standing, date(on))
    }

    #[test]
    fn each_policy_asks_for_its_own_fees() {
        // On 10 February the second installment is due: 1100 open, fees 11 × 7.20 = 79.20.
        for (policy, fees, saves) in [
            (EarlyPolicy::WaiveUnbilled, "7.20", "72"),
            (EarlyPolicy::NextFee, "14.40", "64.80"),
            (EarlyPolicy::AllFees, "79.20", "0"),
            // 3 % of the 1000 that are not due yet.
            (EarlyPolicy::PercentPenalty, "37.20", "42"),
            (EarlyPolicy::UpfrontNoRefund, "7.20", "72"),
        ] {
            let quote = quoted(twelve(policy), "2026-02-10").unwrap();
            assert_eq!(quote.principal, cny("1100"), "{policy:?}");
            assert_eq!(
                (quote.fees, quote.saves),
                (cny(fees), cny(saves)),
                "{policy:?}"
            );
            assert_eq!(quote.amount, cny("1100") + cny(fees), "{policy:?}");
            assert_eq!(quote.frees, cny("1100"), "{policy:?}");
        }
    }

    #[test]
    fn only_a_percent_penalty_can_cost_more_than_paying_on() {
        let mut plan = twelve(EarlyPolicy::PercentPenalty);
        plan.fee = Fee::default();
        let quote = quoted(plan, "2026-01-10").unwrap();
        assert!(quote.saves < cny("0"), "{quote:?}");
    }

    #[test]
    fn interest_by_the_day_does_not_count_the_day_of_the_settlement() {
        let mut plan = plan("p", "10000", 2, "2026-02-10");
        plan.bought = Some(date("2026-01-10"));
        plan.fee.model = FeeModel::Daily(rate("0.05%"));
        plan.rules.early = Some(EarlyPolicy::DailyAccrual);
        for (on, fees) in [
            ("2026-01-10", "0"),
            ("2026-01-11", "5"),
            ("2026-01-20", "50"),
        ] {
            assert_eq!(quoted(plan.clone(), on).unwrap().fees, cny(fees), "{on}");
        }
        // What was paid of it before is not asked for again.
        plan.payments = vec![payment("2026-01-15", "5")];
        assert_eq!(quoted(plan.clone(), "2026-01-20").unwrap().fees, cny("45"));
        // What was prepaid on the way bore its interest until then: 10 days of 5 and 10 of 2.50.
        plan.payments = vec![Payment {
            prepay: Some(Prepay::Shorten),
            ..payment("2026-01-20", "5000")
        }];
        assert_eq!(quoted(plan.clone(), "2026-01-30").unwrap().fees, cny("75"));
        plan.payments.clear();
        // By the year: 10000 × 18.25 % ÷ 365 = 5 a day.
        plan.fee.model = FeeModel::EqualPrincipal(rate("18.25%"));
        assert_eq!(quoted(plan, "2026-01-20").unwrap().fees, cny("50"));
    }

    #[test]
    fn interest_that_is_billed_already_is_not_asked_for_again() {
        let mut plan = plan("p", "10000", 2, "2026-02-10");
        plan.bought = Some(date("2026-01-10"));
        plan.fee.model = FeeModel::Daily(rate("0.05%"));
        plan.rules.early = Some(EarlyPolicy::DailyAccrual);
        plan.rules.statement = Some(Statement {
            day: 1,
            due: StatementDue::Day(10),
            inclusive: false,
        });
        // On 1 February the 31 days of 5 until the 10th are billed; before, 21 of them are owed.
        for (on, fees) in [("2026-01-31", "105"), ("2026-02-01", "155")] {
            assert_eq!(quoted(plan.clone(), on).unwrap().fees, cny(fees), "{on}");
        }
        // After it interest goes on from there: four days of 2.50 on the other half.
        plan.payments = vec![payment("2026-02-10", "5155")];
        assert_eq!(quoted(plan, "2026-02-14").unwrap().fees, cny("10"));
    }

    #[test]
    fn a_one_off_fee_takes_the_place_of_a_percent_penalty() {
        let mut plan = twelve(EarlyPolicy::PercentPenalty);
        plan.fee.model =
            FeeModel::Upfront(FeeAmount::Rate(rate("7.2%")), UpfrontDue::FirstInstallment);
        plan.payments.clear();
        let before = quoted(plan.clone(), "2026-01-09").unwrap();
        assert_eq!((before.fees, before.saves), (cny("86.40"), cny("0")));
        plan.payments = vec![payment("2026-01-10", "186.40")];
        assert_eq!(quoted(plan, "2026-01-20").unwrap().fees, cny("0"));
    }

    #[test]
    fn a_late_cost_that_is_not_known_is_not_taken_for_nothing() {
        let plan = twelve(EarlyPolicy::WaiveUnbilled);
        assert_eq!(
            quoted(plan.clone(), "2026-02-10").unwrap().penalty,
            Some(cny("0"))
        );
        let late = quoted(plan, "2026-02-20").unwrap();
        assert_eq!(late.penalty, None);
        assert_eq!((late.amount, late.saves), (cny("1107.20"), cny("72")));
    }

    #[test]
    fn what_the_merchant_bears_costs_nothing() {
        let mut plan = twelve(EarlyPolicy::AllFees);
        plan.fee.subsidised = true;
        assert_eq!(quoted(plan, "2026-02-10").unwrap().fees, cny("0"));
    }

    #[test]
    fn a_limit_is_freed_by_what_it_counts_and_where_it_waits_for_the_last_in_whole() {
        let mut plan = twelve(EarlyPolicy::WaiveUnbilled);
        plan.rules.limit_counts = Some(LimitCounts::PrincipalAndFee);
        assert_eq!(
            quoted(plan.clone(), "2026-02-10").unwrap().frees,
            cny("1179.20")
        );
        plan.rules.limit_counts = None;
        plan.rules.limit_returns = Some(LimitReturns::AfterLast);
        assert_eq!(quoted(plan, "2026-02-10").unwrap().frees, cny("1200"));
    }

    #[test]
    fn the_cost_of_being_late_is_owed_either_way() {
        let mut plan = twelve(EarlyPolicy::WaiveUnbilled);
        plan.rules.late = Some(LateRule::Daily(DailyLate {
            daily_rate: rate("0.05%"),
            base: LateBase::Overdue,
            least_a_day: None,
        }));
        let quote = quoted(plan, "2026-02-20").unwrap();
        assert_eq!((quote.penalty, quote.saves), (Some(cny("0.54")), cny("72")));
        assert_eq!(quote.amount, cny("1107.74"));
    }

    fn any_model() -> impl Strategy<Value = FeeModel> {
        prop_oneof![
            Just(FeeModel::None),
            Just(FeeModel::Flat(FeeAmount::Rate(rate("0.6%")))),
            Just(FeeModel::Upfront(
                FeeAmount::Rate(rate("7.2%")),
                UpfrontDue::FirstInstallment
            )),
            Just(FeeModel::Annuity(rate("17.4%"))),
            Just(FeeModel::EqualPrincipal(rate("10.5%"))),
            Just(FeeModel::Daily(rate("0.05%"))),
        ]
    }

    proptest! {
        /// What being late has cost is in both sums.
        #[test]
        fn settling_is_never_dearer_than_paying_on_but_under_a_percent_penalty(
            model in any_model(), periods in 1u32..=24, day in 0u64..500,
            policy in proptest::sample::select(&[
                EarlyPolicy::WaiveUnbilled, EarlyPolicy::NextFee, EarlyPolicy::AllFees,
                EarlyPolicy::PercentPenalty, EarlyPolicy::DailyAccrual, EarlyPolicy::UpfrontNoRefund,
            ]),
            payments in proptest::collection::vec((0u64..300, 1u32..500), 0..6),
            late: bool,
        ) {
            let mut plan = twelve(policy);
            plan.periods = periods;
            plan.fee.model = model;
            plan.rules.late = late.then_some(LateRule::Daily(DailyLate {
                daily_rate: rate("0.05%"),
                base: LateBase::Overdue,
                least_a_day: None,
            }));
            plan.payments.extend(payments.into_iter().map(|(day, amount)| {
                let on = date("2026-01-01") + chrono::Days::new(day);
                payment(&on.to_string(), &amount.to_string())
            }));
            let on = date("2026-01-01") + chrono::Days::new(day);
            let Ok(quote) = quoted(plan, &on.to_string()) else { return Ok(()) };
            prop_assert!(quote.saves >= cny("0") || policy == EarlyPolicy::PercentPenalty, "{quote:?}");
            prop_assert!(quote.fees >= cny("0") && quote.frees == quote.principal);
            prop_assert_eq!(quote.amount, quote.principal + quote.fees + quote.penalty.unwrap_or_default());
        }
    }

    #[test]
    fn what_is_not_known_is_not_quoted() {
        let mut unknown = twelve(EarlyPolicy::WaiveUnbilled);
        unknown.rules.early = None;
        assert_eq!(quoted(unknown, "2026-02-10"), Err(NoQuote::PolicyUnknown));
        let mut percent = twelve(EarlyPolicy::PercentPenalty);
        percent.rules.early_penalty = None;
        assert_eq!(quoted(percent, "2026-02-10"), Err(NoQuote::RateUnknown));
        let flat = twelve(EarlyPolicy::DailyAccrual);
        assert_eq!(quoted(flat, "2026-02-10"), Err(NoQuote::RateUnknown));
        let mut paid = twelve(EarlyPolicy::WaiveUnbilled);
        paid.paid_through = 12;
        assert_eq!(quoted(paid, "2026-02-10"), Err(NoQuote::NothingOpen));
    }
}
