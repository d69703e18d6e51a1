//! Refusals in words, the same for the dashboard and the command line.

use crate::domain::{Currency, Money, Refusal};

use super::format::Amounts;
use super::texts::Texts;

impl Texts {
    /// Why a change is refused, and what to do instead. Amounts are in `currency`.
    pub fn refusal(self, refusal: &Refusal, amounts: Amounts, currency: Currency) -> String {
        let exact = |amount: Money| amounts.exact(amount, currency);
        match refusal {
            Refusal::OneOfSeveral { nth, why } => {
                self.refusal_one_of_several(*nth, &self.refusal(why, amounts, currency))
            }
            Refusal::ReadOnly => self.refusal_read_only().to_owned(),
            Refusal::UnknownPlan(id) => self.refusal_unknown_plan(id.as_str()),
            Refusal::UnknownLine(id) => self.refusal_unknown_line(id.as_str()),
            Refusal::UnknownMethod(id) => self.refusal_unknown_method(id.as_str()),
            Refusal::UnknownInstallment { n, of } => self.refusal_unknown_installment(*n, *of),
            Refusal::NothingOpen(id) => self.refusal_nothing_open(id.as_str()),
            Refusal::AlreadyPaid { n, on: None } => self.refusal_already_paid(*n),
            Refusal::AlreadyPaid { n, on: Some(on) } => {
                self.refusal_already_paid_on(*n, &on.to_string())
            }
            Refusal::Overpayment { amount, owed } => {
                self.refusal_overpayment(&exact(*amount), &exact(*owed))
            }
            Refusal::NotPositive => self.refusal_not_positive().to_owned(),
            Refusal::TooManyDecimals(most) => self.refusal_decimals(*most),
            Refusal::InFuture(on) => self.refusal_in_future(&on.to_string()),
            Refusal::BeforePurchase(on) => self.refusal_before_purchase(&on.to_string()),
            Refusal::NotPaid(n) => self.refusal_not_paid(*n),
            Refusal::PaidBeforeBook(n) => self.refusal_paid_before_book(*n),
            Refusal::NothingRestoring(n) => self.refusal_nothing_restoring(*n),
            Refusal::AlreadyRestored(since) => self.refusal_already_restored(&since.to_string()),
            Refusal::NoPayment(id) => self.refusal_no_payment(id.as_str()),
            Refusal::AlreadyVerified(on) => self.refusal_already_verified(&on.to_string()),
            Refusal::BeforePayment(on) => self.refusal_before_payment(&on.to_string()),
            Refusal::AlreadySeen => self.refusal_already_seen().to_owned(),
            Refusal::AmountNeeded => self.refusal_amount_needed().to_owned(),
            Refusal::PrepayTooLarge { amount, most } => {
                self.refusal_prepay_too_large(&exact(*amount), &exact(*most))
            }
            refusal => self.refusal_of_plan(refusal, &exact),
        }
    }

    /// Why a plan cannot come, go, or be written so.
    fn refusal_of_plan(self, refusal: &Refusal, exact: &dyn Fn(Money) -> String) -> String {
        match refusal {
            Refusal::IdTaken(id) => self.refusal_id_taken(id.as_str()),
            Refusal::Periods { most } => self.refusal_periods(*most),
            Refusal::Negative => self.refusal_negative().to_owned(),
            Refusal::TooLarge => self.refusal_too_large().to_owned(),
            Refusal::NoSuchYear(date) => self.refusal_no_such_year(&date.to_string()),
            Refusal::ControlCharacter => self.refusal_control_character().to_owned(),
            Refusal::DownPaymentAbovePrice => self.refusal_down_above_price().to_owned(),
            Refusal::PrincipalMismatch {
                financed,
                principal,
            } => self.refusal_principal_mismatch(&exact(*financed), &exact(*principal)),
            Refusal::BalloonAbovePrincipal => self.refusal_balloon_above_principal().to_owned(),
            Refusal::HasCase(case) => self.refusal_has_case(case.as_str()),
            Refusal::ReplacedBy(plan) => self.refusal_replaced_by(plan.as_str()),
            Refusal::NothingToAmend => self.refusal_nothing_to_amend().to_owned(),
            Refusal::LeavesPrincipal { most } => self.refusal_leaves_principal(&exact(*most)),
            refusal => self.refusal_of_happening(refusal, exact),
        }
    }

    /// Why this cannot have happened to a plan.
    fn refusal_of_happening(self, refusal: &Refusal, exact: &dyn Fn(Money) -> String) -> String {
        match refusal {
            Refusal::AlreadySettled(on) => self.refusal_already_settled(&on.to_string()),
            Refusal::BeforeLastEntry(on) => self.refusal_before_last_entry(&on.to_string()),
            Refusal::NoQuote => self.refusal_no_quote().to_owned(),
            Refusal::RefundTooLarge { amount, most } => {
                if most.is_zero() {
                    return self.refusal_all_refunded().to_owned();
                }
                self.refusal_refund_too_large(&exact(*amount), &exact(*most))
            }
            Refusal::NotLater(due) => self.refusal_not_later(&due.to_string()),
            Refusal::InPast(date) => self.refusal_in_past(&date.to_string()),
            Refusal::NotPaused(id) => self.refusal_not_paused(id.as_str()),
            Refusal::AlreadySo => self.refusal_already_so().to_owned(),
            refusal => self.refusal_of_terms(refusal, exact),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Amounts, Currency, Money, Refusal, Texts};
    use crate::domain::PlanId;
    use crate::settings::texts::Lang;

    const ZH: Texts = Texts::new(Lang::Zh);
    const EN: Texts = Texts::new(Lang::En);
    const SHOWN: Amounts = Amounts { hidden: false };

    fn cny(text: &str) -> Money {
        Money::parse(text, Currency::CNY).unwrap()
    }

    #[test]
    fn a_refusal_says_what_to_do_instead() {
        let on: chrono::NaiveDate = "2026-03-12".parse().unwrap();
        for (refusal, zh, en) in [
            (
                Refusal::Overpayment {
                    amount: cny("500"),
                    owed: cny("441.58"),
                },
                "¥500.00 多于全部待还；最多填 ¥441.58",
                "¥500.00 is more than all that is owed; give ¥441.58 at most",
            ),
            (
                Refusal::InFuture(on),
                "2026-03-12 还没到；填今天或更早的日期",
                "2026-03-12 has not come yet; give today or an earlier day",
            ),
            (
                Refusal::AlreadyPaid { n: 6, on: Some(on) },
                "第 6 期已在 2026-03-12 还过",
                "no. 6 was paid on 2026-03-12 already",
            ),
            (
                Refusal::NothingOpen(PlanId::new("tv").unwrap()),
                "tv 没有待还的期数",
                "tv has nothing left to pay",
            ),
            (
                Refusal::AlreadySo,
                "账本里已经是这样",
                "the book says so already",
            ),
            (
                Refusal::NotLater(on),
                "应还日是 2026-03-12，只能往后延；填更晚的日期",
                "it is due on 2026-03-12 and can only move to a later day",
            ),
        ] {
            assert_eq!(ZH.refusal(&refusal, SHOWN, Currency::CNY), zh);
            assert_eq!(EN.refusal(&refusal, SHOWN, Currency::CNY), en);
        }
    }
}
