//! Where a rule in force comes from, and whether a figure that rests on it is to be doubted.
//!
//! What the shopper stated himself is never in doubt, and a default is not either: it is how the
//! program counts where nobody said anything. A rule of the rulebook is in doubt where sources
//! contradict each other and once it was not checked for too long.

use chrono::NaiveDate;

use super::book::Book;
use super::early::Quote;
use super::line::CreditLine;
use super::money::Money;
use super::plan::Plan;
use super::position::Position;
use super::rulebook::{Confidence, Fact};
use super::rules::{EarlyPolicy, RuleKind};
use super::standing::PlanStanding;

/// Who states the value of a rule that is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The plan itself.
    Plan,
    /// Its line.
    Line,
    /// The rulebook, of the line's provider.
    Preset,
    /// Nobody: it is the default, or not known.
    Default,
}

/// Why a figure is to be doubted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Sources contradict each other.
    Conflicting,
    /// Its rule was not checked for too long.
    Stale {
        /// Days since it was.
        days: u32,
    },
}

/// A figure that rests on rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// When freed limit comes back.
    Restoring,
    /// What occupies the limit.
    Used,
    /// What being late costs.
    Penalty,
    /// What settling early costs.
    Early,
    /// What a refund changes.
    Refund,
    /// What each installment asks for.
    Schedule,
}

impl Figure {
    /// Every figure once.
    pub const ALL: [Self; 6] = [
        Self::Schedule,
        Self::Penalty,
        Self::Early,
        Self::Refund,
        Self::Restoring,
        Self::Used,
    ];

    /// The rules it rests on.
    pub const fn rules(self) -> &'static [RuleKind] {
        match self {
            Self::Restoring => &[RuleKind::RestoreDays, RuleKind::LimitReturns],
            Self::Used => &[RuleKind::LimitCounts],
            Self::Penalty => &[RuleKind::Late, RuleKind::GraceDays, RuleKind::PenaltyFrom],
            Self::Early => &[RuleKind::Early, RuleKind::EarlyPenalty],
            Self::Refund => &[RuleKind::Refund, RuleKind::RefundFee],
            Self::Schedule => &[
                RuleKind::Remainder,
                RuleKind::PrincipalUnit,
                RuleKind::FeeRounding,
            ],
        }
    }
}

impl Origin {
    /// Who states this rule for a plan, or for a line where no plan is meant.
    pub fn of(rule: RuleKind, plan: Option<&Plan>, line: Option<&CreditLine>) -> Self {
        if plan.is_some_and(|plan| plan.rules.states(rule)) {
            return Self::Plan;
        }
        let Some(line) = line else {
            return Self::Default;
        };
        if line.rules.states(rule) {
            return Self::Line;
        }
        match &line.preset {
            Some(preset) if preset.rules_in(line.currency).states(rule) => Self::Preset,
            _ => Self::Default,
        }
    }
}

/// The fact behind a rule that the rulebook states.
fn fact<'l>(rule: RuleKind, plan: Option<&Plan>, line: Option<&'l CreditLine>) -> Option<&'l Fact> {
    let preset = line?.preset.as_ref()?;
    (Origin::of(rule, plan, line) == Origin::Preset).then(|| preset.fact(rule))?
}

/// Why a rule in force is to be doubted on a day.
pub fn of_rule(
    rule: RuleKind,
    plan: Option<&Plan>,
    line: Option<&CreditLine>,
    today: NaiveDate,
) -> Option<Doubt> {
    of_fact(fact(rule, plan, line)?, today)
}

/// Why what a fact says is to be doubted on a day.
pub fn of_fact(fact: &Fact, today: NaiveDate) -> Option<Doubt> {
    if fact.confidence == Some(Confidence::Conflicting) {
        return Some(Doubt::Conflicting);
    }
    fact.stale_days(today).map(|days| Doubt::Stale { days })
}

/// Why a figure of a plan is to be doubted on a day: the worst of its rules. It says nothing of
/// whether the plan has such a figure.
pub fn of_figure(
    figure: Figure,
    plan: Option<&Plan>,
    line: Option<&CreditLine>,
    today: NaiveDate,
) -> Option<Doubt> {
    let rules = figure.rules().iter();
    rules
        .filter_map(|rule| of_rule(*rule, plan, line, today))
        .min()
}

/// Why a figure of a plan is to be doubted: not where the plan lacks it, and not where every
/// reading of the rule comes to the same.
pub fn of_plan(
    figure: Figure,
    book: &Book,
    plan: &Plan,
    standing: &PlanStanding,
    today: NaiveDate,
) -> Option<Doubt> {
    let (rules, has_fees) = (&standing.rules, !standing.fee_total.is_zero());
    let matters = match figure {
        Figure::Penalty => rules.late.is_some(),
        // A percentage of the principal is asked for without any fee as well.
        Figure::Early if rules.early == Some(EarlyPolicy::PercentPenalty) => true,
        Figure::Early => rules.early.is_some() && has_fees,
        Figure::Used => has_fees,
        Figure::Schedule => !is_even(plan, standing),
        Figure::Restoring | Figure::Refund => true,
    };
    matters
        .then(|| of_figure(figure, Some(plan), book.line_of(plan), today))
        .flatten()
}

/// What in a quote for settling a plan is to be doubted.
pub fn of_quote(
    quote: &Quote,
    book: &Book,
    plan: &Plan,
    standing: &PlanStanding,
    today: NaiveDate,
) -> Vec<(Figure, Doubt)> {
    let mut figures = vec![Figure::Early, Figure::Restoring];
    figures.extend(
        quote
            .penalty
            .is_some_and(Money::is_positive)
            .then_some(Figure::Penalty),
    );
    of_plan_each(&figures, book, plan, standing, today)
}

/// The figures of a plan that are to be doubted, of the given ones.
pub fn of_plan_each(
    figures: &[Figure],
    book: &Book,
    plan: &Plan,
    standing: &PlanStanding,
    today: NaiveDate,
) -> Vec<(Figure, Doubt)> {
    let doubted = |figure: &Figure| {
        let doubt = of_plan(*figure, book, plan, standing, today)?;
        Some((*figure, doubt))
    };
    figures.iter().filter_map(doubted).collect()
}

/// True where no principal is odd, or all of them stand in the file.
fn is_even(plan: &Plan, standing: &PlanStanding) -> bool {
    let parts = standing.installments.iter();
    let parts: Vec<_> = parts.map(|one| one.row.installment.principal).collect();
    plan.schedule.len() == parts.len() || parts.windows(2).all(|pair| pair[0] == pair[1])
}

/// The oldest rule of the rulebook that figures of a line rest on, where it was not checked for
/// too long: when that was, and how many days ago.
pub fn stale_rule(line: &CreditLine, today: NaiveDate) -> Option<(NaiveDate, u32)> {
    let rests_on = |rule: &RuleKind| {
        Figure::ALL
            .iter()
            .any(|figure| figure.rules().contains(rule))
    };
    let rules = RuleKind::ALL.iter().filter(|rule| rests_on(rule));
    let facts = rules.filter_map(|rule| fact(*rule, None, Some(line)));
    let stale = facts.filter_map(|fact| Some((fact.checked_on, fact.stale_days(today)?)));
    stale.max_by_key(|(_, days)| *days)
}

/// Why what a line has used is to be doubted: one of its open plans is.
pub fn of_used(book: &Book, line: &CreditLine, position: &Position) -> Option<Doubt> {
    let plans = book.plans.iter().zip(&position.plans);
    plans
        .filter(|(plan, standing)| {
            plan.line.as_ref() == Some(&line.id) && standing.status.is_open()
        })
        .filter_map(|(plan, standing)| of_plan(Figure::Used, book, plan, standing, position.today))
        .min()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Doubt, Figure, Origin, of_figure, of_plan, of_rule, of_used, stale_rule};
    use crate::domain::currency::Currency;
    use crate::domain::fee::{FeeAmount, FeeModel};
    use crate::domain::line::CreditLine;
    use crate::domain::money::Remainder;
    use crate::domain::plan::Plan;
    use crate::domain::position::Position;
    use crate::domain::rulebook::{Confidence, Fact, Provider, Words};
    use crate::domain::rules::{EarlyPolicy, LimitCounts, RestoreDays, RuleKind, RuleOverrides};
    use crate::domain::test_book::{book, date, line, plan};
    use crate::domain::working_day::WorkingCalendar;

    /// A line whose provider is known by these rules, all graded alike.
    fn preset(rules: RuleOverrides, confidence: Confidence) -> CreditLine {
        let words = |words: &str| Words {
            zh: words.to_owned(),
            en: words.to_owned(),
        };
        let stated = RuleKind::ALL.iter().filter(|rule| rules.states(**rule));
        let fact = |rule: &RuleKind| Fact {
            rule: *rule,
            source: words("a page"),
            checked_on: date("2026-11-22"),
            confidence: Some(confidence),
            others: Vec::new(),
        };
        let facts = stated.map(fact).collect();
        let provider = Provider {
            id: "shop".to_owned(),
            name: words("Shop"),
            currency: Currency::CNY,
            rules,
            facts,
            domains: None,
        };
        CreditLine {
            preset: Some(Arc::new(provider)),
            ..line("5000")
        }
    }

    fn contested() -> CreditLine {
        let rules = RuleOverrides {
            limit_counts: Some(LimitCounts::PrincipalAndFee),
            early: Some(EarlyPolicy::AllFees),
            remainder: Some(Remainder::Last),
            ..RuleOverrides::default()
        };
        preset(rules, Confidence::Conflicting)
    }

    fn with_fee(total: u32) -> Plan {
        let mut plan = plan("p", "1000", 3, "2026-12-26");
        plan.fee.model = FeeModel::Flat(FeeAmount::Total(total.into()));
        plan
    }

    #[test]
    fn a_rule_comes_from_the_nearest_who_states_it() {
        let (mut line, mut plan) = (contested(), plan("p", "100", 1, "2026-12-26"));
        let origin = |rule, plan: &Plan, line: &_| Origin::of(rule, Some(plan), Some(line));
        assert_eq!(origin(RuleKind::Early, &plan, &line), Origin::Preset);
        assert_eq!(origin(RuleKind::MinPurchase, &plan, &line), Origin::Default);
        line.rules.early = Some(EarlyPolicy::AllFees);
        assert_eq!(origin(RuleKind::Early, &plan, &line), Origin::Line);
        plan.rules.early = Some(EarlyPolicy::AllFees);
        assert_eq!(origin(RuleKind::Early, &plan, &line), Origin::Plan);
        assert_eq!(Origin::of(RuleKind::Early, None, None), Origin::Default);
    }

    #[test]
    fn a_rule_is_stale_after_180_days_and_not_on_the_last_of_them() {
        let rules = RuleOverrides {
            restore_days: Some(RestoreDays::default()),
            ..RuleOverrides::default()
        };
        let line = preset(rules, Confidence::Reported);
        let doubt = |day: &str| of_figure(Figure::Restoring, None, Some(&line), date(day));
        assert_eq!(doubt("2026-11-22"), None);
        assert_eq!(doubt("2027-05-21"), None);
        assert_eq!(doubt("2027-05-22"), Some(Doubt::Stale { days: 181 }));
        assert_eq!(stale_rule(&line, date("2027-05-21")), None);
        let stale = (date("2026-11-22"), 181);
        assert_eq!(stale_rule(&line, date("2027-05-22")), Some(stale));
    }

    #[test]
    fn what_the_shopper_stated_himself_is_never_in_doubt() {
        let today = date("2028-01-01");
        let mut line = contested();
        let doubt = |line: &_| of_rule(RuleKind::LimitCounts, None, Some(line), today);
        assert_eq!(doubt(&line), Some(Doubt::Conflicting));
        line.rules.limit_counts = Some(LimitCounts::Principal);
        assert_eq!(doubt(&line), None);
        let default = of_rule(RuleKind::GraceDays, None, Some(&line), today);
        assert_eq!(default, None);
    }

    #[test]
    fn a_figure_is_in_doubt_only_where_the_readings_differ() {
        let today = date("2026-12-01");
        let used = |plan: Plan| {
            let book = book(contested(), vec![plan]);
            let position = Position::of(&book, &WorkingCalendar::weekends_only(), today);
            let (plan, standing) = (&book.plans[0], &position.plans[0]);
            let early = of_plan(Figure::Early, &book, plan, standing, today);
            (of_used(&book, &book.lines[0], &position), early)
        };
        let conflict = Some(Doubt::Conflicting);
        assert_eq!(used(with_fee(30)), (conflict, conflict));
        assert_eq!(used(with_fee(0)), (None, None));
    }

    #[test]
    fn odd_cents_are_in_doubt_unless_the_bill_names_them() {
        let today = date("2026-12-01");
        for (principal, doubt) in [("1000", Some(Doubt::Conflicting)), ("900", None)] {
            let book = book(contested(), vec![plan("p", principal, 3, "2026-12-26")]);
            let position = Position::of(&book, &WorkingCalendar::weekends_only(), today);
            let (plan, standing) = (&book.plans[0], &position.plans[0]);
            let found = of_plan(Figure::Schedule, &book, plan, standing, today);
            assert_eq!(found, doubt, "{principal}");
        }
    }
}
