//! Refusals, reasons and standings in words, the same for the dashboard and the command line.

use chrono::NaiveDate;

use crate::domain::case::CaseKind;
use crate::domain::fee::{Fee, FeeAmount, FeeModel};
use crate::domain::limit_check::{Reason, Verdict};
use crate::domain::line::LineStatus;
use crate::domain::standing::{InstallmentStanding, InstallmentStatus, PlanStatus};
use crate::domain::{Currency, Money, Refusal};

use super::format::Amounts;
use super::texts::Texts;

impl Texts {
    /// Why a change is refused, and what to do instead. Amounts are in `currency`.
    pub fn refusal(self, refusal: &Refusal, amounts: Amounts, currency: Currency) -> String {
        let exact = |amount: Money| amounts.exact(amount, currency);
        match refusal {
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
            Refusal::BeforePayment(on) => self.refusal_before_payment(&on.to_string()),
            Refusal::AlreadySeen => self.refusal_already_seen().to_owned(),
        }
    }

    /// Why a purchase does not fit a line now. Amounts are in `currency`.
    pub fn reason(self, reason: &Reason, amounts: Amounts, currency: Currency) -> String {
        let exact = |amount: Money| amounts.exact(amount, currency);
        match reason {
            Reason::InsufficientLimit { short } => self.reason_short(&exact(*short)),
            Reason::UnknownLimit => self.reason_unknown_limit().to_owned(),
            Reason::LineFrozen => self.reason_frozen().to_owned(),
            Reason::LineClosed => self.reason_closed().to_owned(),
            Reason::OverdueOnLine { amount } => self.reason_overdue(&exact(*amount)),
            Reason::BelowMinimum { minimum } => self.reason_below_minimum(&exact(*minimum)),
            Reason::Maintenance { until } => self.reason_maintenance(&until.to_string()),
            Reason::IdentityExpired { on } => self.reason_identity_expired(&on.to_string()),
            Reason::MonthlyCap { month, total, cap } => {
                self.reason_monthly_cap(&self.month_of_year(*month), &exact(*total), &exact(*cap))
            }
            Reason::TemporaryExpires { until } => self.reason_temporary_expires(&until.to_string()),
        }
    }

    /// The answer of a limit check in a word.
    pub const fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Yes => self.verdict_yes(),
            Verdict::Later => self.verdict_later(),
            Verdict::No => self.verdict_no(),
        }
    }

    /// How a plan stands, in a word.
    pub const fn plan_status(self, status: PlanStatus) -> &'static str {
        match status {
            PlanStatus::Active => self.status_active(),
            PlanStatus::Overdue => self.overdue(),
            PlanStatus::Paused => self.paused(),
            PlanStatus::Settled => self.settled(),
            PlanStatus::SettledEarly => self.status_settled_early(),
            PlanStatus::Refunded => self.status_refunded(),
        }
    }

    /// How an installment stands: `已还`, `逾期3天`, `宽限期`, `2天后`.
    pub fn installment_status(self, today: NaiveDate, installment: &InstallmentStanding) -> String {
        use crate::domain::standing::Timing;
        match installment.status {
            InstallmentStatus::Paid => self.paid().to_owned(),
            InstallmentStatus::Refunded => self.status_refunded().to_owned(),
            InstallmentStatus::Settled => self.status_settled_early().to_owned(),
            InstallmentStatus::Open(Timing::Grace { .. }) => self.grace().to_owned(),
            InstallmentStatus::Open(_) => self.due(today, installment.due()),
        }
    }

    /// Whether a line can be used, in a word.
    pub const fn line_status(self, status: LineStatus) -> &'static str {
        match status {
            LineStatus::Active => self.line_active(),
            LineStatus::Frozen => self.frozen(),
            LineStatus::Closed => self.line_closed(),
        }
    }

    /// What a case is about.
    pub const fn case_kind(self, kind: CaseKind) -> &'static str {
        match kind {
            CaseKind::LimitNotRestored => self.kind_limit_not_restored(),
            CaseKind::Refused => self.kind_refused(),
            CaseKind::PaymentFailed => self.kind_payment_failed(),
            CaseKind::WrongAmount => self.kind_wrong_amount(),
            CaseKind::EntryMoved => self.kind_entry_moved(),
            CaseKind::Refund => self.kind_refund(),
            CaseKind::Other => self.kind_other(),
        }
    }

    /// What a plan is charged, as it was stated: `每期 0.6%`.
    pub fn stated_fee(self, fee: &Fee, amounts: Amounts, currency: Currency) -> String {
        let exact = |amount: Money| amounts.exact(amount, currency);
        let stated = match fee.model {
            FeeModel::None => self.fee_none().to_owned(),
            FeeModel::Flat(FeeAmount::Rate(rate)) => self.fee_flat_rate(&rate.to_string()),
            FeeModel::Flat(FeeAmount::Total(total)) => self.fee_flat_total(&exact(total)),
            FeeModel::Upfront(FeeAmount::Rate(rate), _) => self.fee_upfront_rate(&rate.to_string()),
            FeeModel::Upfront(FeeAmount::Total(total), _) => self.fee_upfront_total(&exact(total)),
            FeeModel::Annuity(rate) => self.fee_annuity(&rate.to_string()),
            FeeModel::EqualPrincipal(rate) => self.fee_equal_principal(&rate.to_string()),
            FeeModel::Daily(rate) => self.fee_daily(&rate.to_string()),
        };
        if fee.subsidised {
            self.fee_subsidised(&stated)
        } else {
            stated
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Amounts, Currency, Fee, FeeAmount, FeeModel, Money, NaiveDate, Reason, Refusal, Texts,
    };
    use crate::domain::{PlanId, Rate};
    use crate::settings::texts::Lang;

    const ZH: Texts = Texts::new(Lang::Zh);
    const EN: Texts = Texts::new(Lang::En);
    const SHOWN: Amounts = Amounts { hidden: false };

    fn cny(text: &str) -> Money {
        Money::parse(text, Currency::CNY).unwrap()
    }

    #[test]
    fn a_refusal_says_what_to_do_instead() {
        let on: NaiveDate = "2026-03-12".parse().unwrap();
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
        ] {
            assert_eq!(ZH.refusal(&refusal, SHOWN, Currency::CNY), zh);
            assert_eq!(EN.refusal(&refusal, SHOWN, Currency::CNY), en);
        }
    }

    #[test]
    fn a_reason_carries_its_amount_and_its_day() {
        let cap = Reason::MonthlyCap {
            month: "2026-04-01".parse().unwrap(),
            total: cny("3200"),
            cap: cny("3000"),
        };
        assert_eq!(
            ZH.reason(&cap, SHOWN, Currency::CNY),
            "2026 年 4 月将要还 ¥3,200.00，超过自己定的上限 ¥3,000.00"
        );
        let short = Reason::InsufficientLimit { short: cny("999") };
        assert_eq!(EN.reason(&short, SHOWN, Currency::CNY), "¥999.00 short");
    }

    #[test]
    fn a_fee_reads_as_it_was_stated() {
        let rate = FeeAmount::Rate(Rate::parse("0.6%").unwrap());
        let mut fee = Fee {
            model: FeeModel::Flat(rate),
            subsidised: false,
        };
        assert_eq!(ZH.stated_fee(&fee, SHOWN, Currency::CNY), "每期 0.6%");
        fee.subsidised = true;
        assert_eq!(
            EN.stated_fee(&fee, SHOWN, Currency::CNY),
            "0.6% a period (borne by the merchant)"
        );
    }
}
