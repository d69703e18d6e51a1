//! Rules in words: what each is called, what it says, who says so and how far to trust it.

use super::format::Amounts;
use super::texts::{Lang, Texts};
use crate::domain::doubt::{Doubt, Figure, Origin};
use crate::domain::money::Remainder;
use crate::domain::rulebook::{Confidence, Words};
use crate::domain::rules::{
    AllocationOrder, AutopayDebits, BusinessDay, EarlyPolicy, FeeRounding, FirstPeriod, LateBase,
    LateFees, LateRule, LimitCounts, LimitReturns, PenaltyFrom, Prepay, PrincipalUnit, RefundFee,
    RefundOrder, RestoreDays, RuleKind, RuleOverrides, Statement, StatementDue,
};
use crate::domain::{Currency, Money};

impl Texts {
    /// What a rule is called.
    pub const fn rule(self, rule: RuleKind) -> &'static str {
        match rule {
            RuleKind::RestoreDays => self.rule_restore_days(),
            RuleKind::LimitReturns => self.rule_limit_returns(),
            RuleKind::GraceDays => self.rule_grace_days(),
            RuleKind::PenaltyFrom => self.rule_penalty_from(),
            RuleKind::Late => self.rule_late(),
            RuleKind::Allocation => self.rule_allocation(),
            RuleKind::Acceleration => self.rule_acceleration(),
            RuleKind::LimitCounts => self.rule_limit_counts(),
            RuleKind::Early => self.rule_early(),
            RuleKind::EarlyPenalty => self.rule_early_penalty(),
            RuleKind::Prepay => self.rule_prepay(),
            RuleKind::Refund => self.rule_refund(),
            RuleKind::RefundFee => self.rule_refund_fee(),
            RuleKind::Remainder => self.rule_remainder(),
            RuleKind::FeeRounding => self.rule_fee_rounding(),
            RuleKind::PrincipalUnit => self.rule_principal_unit(),
            RuleKind::FirstPeriod => self.rule_first_period(),
            RuleKind::Statement => self.rule_statement(),
            RuleKind::BusinessDay => self.rule_business_day(),
            RuleKind::MinPurchase => self.rule_min_purchase(),
            RuleKind::DeferralsAYear => self.rule_deferrals(),
            RuleKind::AutopayDebits => self.rule_autopay(),
        }
    }

    /// What a rule says, with sums in this currency; `None` where it says nothing.
    pub fn rule_value(
        self,
        rule: RuleKind,
        rules: &RuleOverrides,
        currency: Currency,
        amounts: Amounts,
    ) -> Option<String> {
        let sum = |money: Money| amounts.exact(money, currency);
        Some(match rule {
            RuleKind::RestoreDays => self.restore_days(rules.restore_days?),
            RuleKind::GraceDays => self.days_or_none(rules.grace_days?),
            RuleKind::Late => self.late(rules.late.as_ref()?, sum),
            RuleKind::Acceleration => self.rule_accelerates(&rules.acceleration?.to_string()),
            RuleKind::EarlyPenalty => rules.early_penalty?.to_string(),
            RuleKind::RefundFee => self.refund_fee(rules.refund_fee?),
            RuleKind::Statement => self.statement(rules.statement?),
            RuleKind::MinPurchase => sum(rules.min_purchase?),
            RuleKind::DeferralsAYear => self.rule_times(rules.deferrals_a_year?),
            _ => self.rule_word(rule, rules)?.to_owned(),
        })
    }

    /// What a rule says that is one of some words.
    fn rule_word(self, rule: RuleKind, rules: &RuleOverrides) -> Option<&'static str> {
        Some(match rule {
            RuleKind::LimitReturns => match rules.limit_returns? {
                LimitReturns::EachPayment => self.rule_each_payment(),
                LimitReturns::AfterLast => self.rule_after_last(),
            },
            RuleKind::PenaltyFrom => match rules.penalty_from? {
                PenaltyFrom::DueDate => self.rule_from_due(),
                PenaltyFrom::GraceEnd => self.rule_from_grace(),
            },
            RuleKind::Allocation => match rules.allocation? {
                AllocationOrder::FeeFirst => self.rule_fee_first(),
                AllocationOrder::PrincipalFirstAfter90Days => self.rule_principal_after_90(),
            },
            RuleKind::LimitCounts => match rules.limit_counts? {
                LimitCounts::Principal => self.rule_principal(),
                LimitCounts::PrincipalAndFee => self.rule_principal_and_fee(),
            },
            RuleKind::Early => self.early_policy(rules.early?),
            RuleKind::Prepay => match rules.prepay? {
                Prepay::Shorten => self.rule_shorten(),
                Prepay::Lower => self.rule_lower(),
            },
            RuleKind::Refund => self.refund_order(rules.refund?),
            _ => return self.counting_word(rule, rules),
        })
    }

    /// The same for the rules of cents and dates.
    fn counting_word(self, rule: RuleKind, rules: &RuleOverrides) -> Option<&'static str> {
        Some(match rule {
            RuleKind::Remainder => match rules.remainder? {
                Remainder::First => self.rule_in_first(),
                Remainder::Last => self.rule_in_last(),
                Remainder::Spread => self.rule_spread(),
            },
            RuleKind::FeeRounding => match rules.fee_rounding? {
                FeeRounding::PerPeriod => self.rule_each_period(),
                FeeRounding::TotalLast => self.rule_total_once(),
            },
            RuleKind::PrincipalUnit => match rules.principal_unit? {
                PrincipalUnit::Smallest => self.rule_smallest(),
                PrincipalUnit::Main => self.rule_main(),
            },
            RuleKind::FirstPeriod => match rules.first_period? {
                FirstPeriod::Whole => self.rule_whole_period(),
                FirstPeriod::Days => self.rule_by_days(),
            },
            RuleKind::BusinessDay => match rules.business_day? {
                BusinessDay::None => self.rule_stays(),
                BusinessDay::Next => self.rule_next_day(),
                BusinessDay::Previous => self.rule_previous_day(),
            },
            RuleKind::AutopayDebits => match rules.autopay_debits? {
                AutopayDebits::DueDay => self.rule_due_day(),
                AutopayDebits::DayBefore => self.rule_day_before(),
            },
            _ => return None,
        })
    }

    fn restore_days(self, days: RestoreDays) -> String {
        match (days.earliest, days.latest) {
            (0, 0) => self.rule_at_once().to_owned(),
            (one, other) if one == other => self.rule_working_days(&one.to_string()),
            (earliest, latest) => self.rule_working_days(&format!("{earliest}–{latest}")),
        }
    }

    fn days_or_none(self, days: u32) -> String {
        match days {
            0 => self.rule_none().to_owned(),
            days => self.rule_days(days),
        }
    }

    /// What being late costs; `sum` writes an amount.
    pub(super) fn late(self, late: &LateRule, sum: impl Fn(Money) -> String) -> String {
        match late {
            LateRule::Daily(late) => {
                let cost = self.daily_late(late.base, &late.daily_rate.to_string());
                let least = late
                    .least_a_day
                    .map(|least| self.rule_least_a_day(&sum(least)));
                let parts: Vec<_> = std::iter::once(cost).chain(least).collect();
                parts.join(self.comma())
            }
            LateRule::Fees(fees) => self.late_fees(fees, sum),
        }
    }

    fn daily_late(self, base: LateBase, rate: &str) -> String {
        match base {
            LateBase::Overdue => self.rule_daily_of_overdue(rate),
            LateBase::AllUnpaid => self.rule_daily_of_all(rate),
        }
    }

    fn late_fees(self, fees: &LateFees, sum: impl Fn(Money) -> String) -> String {
        let charged = fees.tiers.iter().map(|(_, fee)| *fee);
        let fee = match (charged.clone().min(), charged.max()) {
            (Some(least), Some(most)) if least == most => sum(most),
            (Some(least), Some(most)) => format!("{}–{}", sum(least), sum(most)),
            _ => sum(Money::ZERO),
        };
        let from = (fees.from_day > 1).then(|| self.rule_from_day(fees.from_day));
        let again = fees
            .again
            .map(|(days, fee)| self.rule_again(days, &sum(fee)));
        let cap = fees.cap.map(|cap| self.rule_cap(&cap.to_string()));
        let most = fees.most.map(|most| self.rule_most(&sum(most)));
        let times = fees.times.map(|times| self.rule_at_most(times));
        let parts = [
            Some(self.rule_each_miss(&fee)),
            from,
            again,
            cap,
            most,
            times,
        ];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        parts.join(self.comma())
    }

    /// What settling early costs, in a few words.
    pub const fn early_policy(self, policy: EarlyPolicy) -> &'static str {
        match policy {
            EarlyPolicy::WaiveUnbilled => self.rule_waive_unbilled(),
            EarlyPolicy::NextFee => self.rule_next_fee(),
            EarlyPolicy::AllFees => self.rule_all_fees(),
            EarlyPolicy::PercentPenalty => self.rule_percent_penalty(),
            EarlyPolicy::DailyAccrual => self.rule_daily_accrual(),
            EarlyPolicy::UpfrontNoRefund => self.rule_upfront_kept(),
        }
    }

    const fn refund_order(self, order: RefundOrder) -> &'static str {
        match order {
            RefundOrder::LastFirst => self.rule_last_first(),
            RefundOrder::Even => self.rule_even(),
            RefundOrder::OpenFirst => self.rule_open_first(),
            RefundOrder::Huabei => self.rule_refund_huabei(),
            RefundOrder::Baitiao => self.rule_refund_baitiao(),
        }
    }

    fn refund_fee(self, fee: RefundFee) -> String {
        match fee {
            RefundFee::Proportional => self.rule_fee_in_proportion().to_owned(),
            RefundFee::Kept => self.rule_fee_kept().to_owned(),
            RefundFee::FullWithin(days) => self.rule_fee_full_within(days),
        }
    }

    fn statement(self, statement: Statement) -> String {
        let said = match statement.due {
            StatementDue::Day(due) => self.rule_bill_and_due(statement.day, due),
            StatementDue::After(days) => self.rule_bill_and_after(statement.day, days),
        };
        if statement.inclusive {
            [&said, self.rule_inclusive()].join(self.comma())
        } else {
            said
        }
    }

    /// Who states a rule that is in force.
    pub const fn origin(self, origin: Origin) -> &'static str {
        match origin {
            Origin::Plan => self.origin_plan(),
            Origin::Line => self.origin_line(),
            Origin::Preset => self.origin_preset(),
            Origin::Default => self.origin_default(),
        }
    }

    /// How far a rule can be trusted.
    pub const fn confidence(self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::Published => self.confidence_published(),
            Confidence::Reported => self.confidence_reported(),
            Confidence::Conflicting => self.confidence_conflicting(),
            Confidence::Assumed => self.confidence_assumed(),
        }
    }

    /// Why a figure is to be doubted.
    pub fn doubt(self, doubt: Doubt) -> String {
        match doubt {
            Doubt::Conflicting => self.confidence_conflicting().to_owned(),
            Doubt::Stale { days } => self.doubt_stale(days),
        }
    }

    /// What a figure that rests on rules is called.
    pub const fn figure(self, figure: Figure) -> &'static str {
        match figure {
            Figure::Schedule => self.rule_remainder(),
            Figure::Penalty => self.rule_late(),
            Figure::Early => self.rule_early(),
            Figure::Refund => self.rule_refund(),
            Figure::Restoring => self.rule_restore_days(),
            Figure::Used => self.rule_limit_counts(),
        }
    }

    /// Words that stand in both languages.
    pub fn of_both(self, words: &Words) -> &str {
        match self.lang() {
            Lang::Zh => &words.zh,
            Lang::En => &words.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Amounts;
    use crate::document::rulebook::Rulebook;
    use crate::domain::Currency;
    use crate::domain::rules::{RuleKind, Rules};
    use crate::settings::texts::{Lang, Texts};

    #[test]
    fn every_rule_somebody_states_has_words() {
        let defaults = Rules::of_line(None).stated();
        let all = Rulebook::default().providers();
        for texts in [Lang::Zh, Lang::En].map(Texts::new) {
            let stated = all.iter().map(|provider| &provider.rules);
            for rules in stated.chain([&defaults]) {
                for rule in RuleKind::ALL {
                    let words = texts.rule_value(*rule, rules, Currency::CNY, Amounts::SHOWN);
                    let is_said = words.as_ref().is_some_and(|words| !words.is_empty());
                    assert_eq!(is_said, rules.states(*rule), "{rule:?} {words:?}");
                }
            }
        }
    }

    #[test]
    fn late_fees_are_told_with_all_that_bounds_them() {
        let book = Rulebook::default();
        let told = |id, lang| {
            let provider = book.provider(id).unwrap();
            let texts = Texts::new(lang);
            texts.rule_value(
                RuleKind::Late,
                &provider.rules,
                provider.currency,
                Amounts::SHOWN,
            )
        };
        for (id, lang, words) in [
            (
                "klarna",
                Lang::En,
                "A$2.00–A$8.00 a missed payment, at most 3 times",
            ),
            (
                "afterpay",
                Lang::En,
                "A$10.00 a missed payment, A$7.00 more after 7 days, at most 25% of the order, at most A$68.00",
            ),
            ("huabei", Lang::Zh, "逾期金额每天 0.05%"),
        ] {
            assert_eq!(told(id, lang).as_deref(), Some(words));
        }
    }
}
