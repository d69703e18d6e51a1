//! The cheapest choice of at most one option a plan that frees enough: branch and bound over
//! whole numbers.

/// More steps than this are not taken. Twenty things to pay need fewer, however they are shared
/// among plans: up to there the answer is always exact.
const MOST_STEPS: u32 = 1 << 21;

/// One way to pay more on a plan than must be paid. What is freed is above zero, the extra cost
/// and the cash are not below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::domain) struct Choice {
    /// What it frees in time.
    pub(in crate::domain) frees: i128,
    /// What it costs beyond what would be paid anyway.
    pub(in crate::domain) extra: i128,
    /// The cash it takes now.
    pub(in crate::domain) cash: i128,
    /// How many payments it adds; a settlement may save some.
    pub(in crate::domain) payments: i64,
}

/// What was found: the choice of each plan, if any, and whether nothing cheaper can exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::domain) struct Found {
    pub(in crate::domain) chosen: Vec<Option<usize>>,
    pub(in crate::domain) is_exact: bool,
}

/// Compared in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Price {
    extra: i128,
    cash: i128,
    payments: i64,
}

/// The cheapest choices that together free `missing` and take no more than `cash`: least extra
/// cost, then least cash, then fewest payments. `None` where there is none, or none was found
/// within [`MOST_STEPS`].
pub(in crate::domain) fn cheapest(
    plans: &[Vec<Choice>],
    missing: i128,
    cash: Option<i128>,
) -> Option<Found> {
    let mut order: Vec<Branch<'_>> = plans.iter().enumerate().map(Branch::of).collect();
    order.sort_by(|one, two| one.rate.compare(two.rate));
    let mut search = Search {
        after: Ahead::after_each(&order),
        order,
        missing,
        cash: cash.unwrap_or(i128::MAX),
        chosen: vec![None; plans.len()],
        best: None,
        steps: 0,
    };
    search.go_on(0, 0, Price::default());
    let is_exact = search.steps < MOST_STEPS;
    search.best.map(|(_, chosen)| Found { chosen, is_exact })
}

/// So much cash for so much limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rate {
    cash: i128,
    frees: i128,
}

impl Rate {
    /// More than anything asks for: nothing is freed.
    const NEVER: Self = Self { cash: 1, frees: 0 };

    fn compare(self, other: Self) -> std::cmp::Ordering {
        (self.cash * other.frees).cmp(&(other.cash * self.frees))
    }

    fn lower(self, other: Self) -> Self {
        if other.compare(self).is_lt() {
            other
        } else {
            self
        }
    }

    /// The least cash that frees so much at this rate.
    fn cash_for(self, limit: i128) -> i128 {
        if self.frees == 0 {
            return 0;
        }
        (limit * self.cash + self.frees - 1) / self.frees
    }
}

/// A plan with its choices, those that free most first.
struct Branch<'p> {
    plan: usize,
    choices: Vec<(usize, &'p Choice)>,
    rate: Rate,
}

impl<'p> Branch<'p> {
    fn of((plan, choices): (usize, &'p Vec<Choice>)) -> Self {
        let mut sorted: Vec<_> = choices.iter().enumerate().collect();
        sorted.sort_by_key(|(_, choice)| -choice.frees);
        let rates = choices.iter().map(|choice| Rate {
            cash: choice.cash,
            frees: choice.frees,
        });
        Self {
            plan,
            choices: sorted,
            rate: rates.fold(Rate::NEVER, Rate::lower),
        }
    }
}

/// What the plans still ahead can do at best.
#[derive(Debug, Clone, Copy)]
struct Ahead {
    frees: i128,
    payments: i64,
    rate: Rate,
}

impl Ahead {
    /// Before each plan of the order, and at its end.
    fn after_each(order: &[Branch<'_>]) -> Vec<Self> {
        let mut ahead = Self {
            frees: 0,
            payments: 0,
            rate: Rate::NEVER,
        };
        let mut all = vec![ahead];
        for branch in order.iter().rev() {
            let choices = || branch.choices.iter().map(|(_, choice)| choice);
            let fewest = choices().map(|choice| choice.payments).min();
            ahead = Self {
                frees: ahead.frees + choices().map(|choice| choice.frees).max().unwrap_or(0),
                payments: ahead.payments + fewest.unwrap_or(0).min(0),
                rate: ahead.rate.lower(branch.rate),
            };
            all.push(ahead);
        }
        all.reverse();
        all
    }
}

struct Search<'p> {
    order: Vec<Branch<'p>>,
    after: Vec<Ahead>,
    missing: i128,
    cash: i128,
    chosen: Vec<Option<usize>>,
    best: Option<(Price, Vec<Option<usize>>)>,
    steps: u32,
}

impl Search<'_> {
    /// Decides the plans from `depth` on, with so much freed at such a price so far.
    fn go_on(&mut self, depth: usize, freed: i128, price: Price) {
        self.steps = self.steps.saturating_add(1);
        if freed >= self.missing {
            if self.is_better(price) {
                self.best = Some((price, self.chosen.clone()));
            }
            return;
        }
        if self.steps >= MOST_STEPS || !self.may_help(depth, freed, price) {
            return;
        }
        let Some(branch) = self.order.get(depth) else {
            return;
        };
        let (plan, choices) = (branch.plan, branch.choices.clone());
        for (k, choice) in choices {
            let dearer = Price {
                extra: price.extra + choice.extra,
                cash: price.cash + choice.cash,
                payments: price.payments + choice.payments,
            };
            if dearer.cash <= self.cash {
                self.choose(plan, Some(k));
                self.go_on(depth + 1, freed + choice.frees, dearer);
            }
        }
        self.choose(plan, None);
        self.go_on(depth + 1, freed, price);
    }

    fn choose(&mut self, plan: usize, choice: Option<usize>) {
        if let Some(chosen) = self.chosen.get_mut(plan) {
            *chosen = choice;
        }
    }

    fn is_better(&self, price: Price) -> bool {
        self.best.as_ref().is_none_or(|(best, _)| price < *best)
    }

    /// True while what is ahead could free enough, for little enough.
    fn may_help(&self, depth: usize, freed: i128, price: Price) -> bool {
        let Some(ahead) = self.after.get(depth) else {
            return false;
        };
        let missing = self.missing - freed;
        let at_least = Price {
            extra: price.extra,
            cash: price.cash + ahead.rate.cash_for(missing),
            payments: price.payments + ahead.payments,
        };
        ahead.frees >= missing && at_least.cash <= self.cash && self.is_better(at_least)
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, Found, cheapest};
    use proptest::prelude::*;

    type Sum = (i128, i128, i64, i128);

    fn sum(plans: &[Vec<Choice>], chosen: &[Option<usize>]) -> Sum {
        let taken = plans.iter().zip(chosen);
        let taken = taken.filter_map(|(plan, k)| Some(plan[(*k)?]));
        taken.fold((0, 0, 0, 0), |(extra, cash, payments, frees), one| {
            (
                extra + one.extra,
                cash + one.cash,
                payments + one.payments,
                frees + one.frees,
            )
        })
    }

    /// Looks at everything.
    fn brute(plans: &[Vec<Choice>], missing: i128, cash: Option<i128>) -> Option<Sum> {
        let mut all: Vec<Vec<Option<usize>>> = vec![Vec::new()];
        for plan in plans {
            let longer = all.iter().flat_map(|begun| {
                let choices = (0..plan.len()).map(Some).chain([None]);
                choices.map(move |choice| [begun.as_slice(), &[choice]].concat())
            });
            all = longer.collect();
        }
        let sums = all.iter().map(|chosen| sum(plans, chosen));
        let enough = sums.filter(|sum| sum.3 >= missing && cash.is_none_or(|most| sum.1 <= most));
        enough.min_by_key(|sum| (sum.0, sum.1, sum.2))
    }

    fn choice() -> impl Strategy<Value = Choice> {
        (1i128..60, 0i128..3, 0i128..80, -1i64..4).prop_map(|(frees, extra, cash, payments)| {
            Choice {
                frees,
                extra,
                cash,
                payments,
            }
        })
    }

    proptest! {
        #[test]
        fn nothing_is_cheaper_than_what_is_found(
            plans in proptest::collection::vec(proptest::collection::vec(choice(), 0..4), 0..6),
            missing in 1i128..150, cash in proptest::option::of(0i128..200),
        ) {
            let found = cheapest(&plans, missing, cash);
            let best = brute(&plans, missing, cash);
            prop_assert!(found.as_ref().is_none_or(|found| found.is_exact));
            let price = |sum: Sum| (sum.0, sum.1, sum.2);
            prop_assert_eq!(found.map(|found| price(sum(&plans, &found.chosen))), best.map(price));
        }
    }

    #[test]
    fn twenty_things_to_pay_are_always_searched_to_the_end() {
        // Odd sums that no bound cuts short: each free of a fee, none reaching the sum exactly.
        let one = |k: u32| {
            let frees = 1_000_000 + i128::from(k * k * 7919 % 100_003) * 2;
            vec![Choice {
                frees,
                extra: 0,
                cash: frees,
                payments: 1,
            }]
        };
        let plans: Vec<_> = (1..=20).map(one).collect();
        let found = cheapest(&plans, 10_500_001, None).unwrap();
        assert!(matches!(found, Found { is_exact: true, .. }));
    }
}
