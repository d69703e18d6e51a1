//! Reasons and standings in words, the same for the dashboard and the command line.

use chrono::NaiveDate;

use crate::domain::case::CaseKind;
use crate::domain::fee::{Fee, FeeAmount, FeeModel};
use crate::domain::limit_check::{Reason, Verdict};
use crate::domain::line::LineStatus;
use crate::domain::measured::Estimate;
use crate::domain::standing::{InstallmentStanding, InstallmentStatus, PlanStatus};
use crate::domain::{Currency, Money};

use super::format::Amounts;
use super::texts::Texts;

impl Texts {
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
            Reason::OutsideRegion => self.reason_outside_region().to_owned(),
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
            PlanStatus::Restructured => self.status_restructured(),
        }
    }

    /// How an installment stands: `已还`, `逾期3天`, `宽限期`, `2天后`.
    pub fn installment_status(self, today: NaiveDate, installment: &InstallmentStanding) -> String {
        use crate::domain::standing::Timing;
        match installment.status {
            InstallmentStatus::Paid => self.paid().to_owned(),
            InstallmentStatus::Refunded => self.status_refunded().to_owned(),
            InstallmentStatus::Settled => self.status_settled_early().to_owned(),
            InstallmentStatus::Restructured => self.status_restructured().to_owned(),
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

    /// On how many confirmed payments an expected day rests; `None` where it is only stated.
    pub fn measured(self, estimate: Estimate) -> Option<String> {
        match estimate {
            Estimate::Stated => None,
            Estimate::OfChannel { n } => Some(self.cli_measured(n)),
            Estimate::OfLine { n } => Some(self.cli_measured_line(n)),
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
    use super::{Amounts, Currency, Fee, FeeAmount, FeeModel, Money, Reason, Texts};
    use crate::domain::Rate;
    use crate::settings::texts::Lang;

    const ZH: Texts = Texts::new(Lang::Zh);
    const EN: Texts = Texts::new(Lang::En);
    const SHOWN: Amounts = Amounts { hidden: false };

    fn cny(text: &str) -> Money {
        Money::parse(text, Currency::CNY).unwrap()
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
