//! The cheapest choice of at most one option a plan that frees enough: branch and bound over
//! whole numbers.

/// More steps than this are not taken. Twenty things to pay need fewer, however they are shared
/// among plans: up to there the answer is always exact.
const MOST_STEPS: u32 = 1 << 21;

/// The steps that all the searches of one answer may take, so that nobody waits for it: a million
/// of them take some 20 ms. A search that finds them used up still takes enough to find one way,
/// where there is one that needs no luck.
#[derive(Debug)]
pub(in crate::domain) struct Budget {
    left: u32,
    /// How many were taken.
    #[cfg(test)]
    pub(in crate::domain) taken: u32,
}

impl Budget {
    const PER_ANSWER: u32 = 2 * MOST_STEPS;
    const AT_LEAST: u32 = 1 << 12;

    pub(in crate::domain) fn new() -> Self {
        Self {
            left: Self::PER_ANSWER,
            #[cfg(test)]
            taken: 0,
        }
    }

    fn most(&self, plans: usize) -> u32 {
        let through_all = u32::try_from(plans).unwrap_or(MOST_STEPS).saturating_mul(2);
        self.left
            .max(Self::AT_LEAST)
            .max(through_all)
            .min(MOST_STEPS)
    }

    fn take(&mut self, steps: u32) {
        self.left = self.left.saturating_sub(steps);
        #[cfg(test)]
        {
            self.taken += steps;
        }
    }
}

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
/// within the budget.
pub(in crate::domain) fn cheapest(
    plans: &[Vec<Choice>],
    missing: i128,
    cash: Option<i128>,
    budget: &mut Budget,
) -> Option<Found> {
    let mut order: Vec<Branch<'_>> = plans.iter().enumerate().map(Branch::of).collect();
    order.sort_by(|one, two| one.rate.compare(two.rate));
    let mut search = Search {
        after: Ahead::after_each(&order),
        order: &order,
        most: budget.most(plans.len()),
        missing,
        cash: cash.unwrap_or(i128::MAX),
        chosen: vec![None; plans.len()],
        best: None,
        steps: 0,
    };
    search.run();
    budget.take(search.steps);
    let is_exact = search.steps < search.most;
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
    order: &'p [Branch<'p>],
    after: Vec<Ahead>,
    missing: i128,
    cash: i128,
    chosen: Vec<Option<usize>>,
    best: Option<(Price, Vec<Option<usize>>)>,
    steps: u32,
    most: u32,
}

/// The plans before this one are decided, with so much freed at such a price.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    freed: i128,
    price: Price,
    /// The choice that is tried next; the one after the last is none.
    next: usize,
}

impl Search<'_> {
    /// Goes through all that may help; a stack of its own, as there may be thousands of plans.
    fn run(&mut self) {
        let mut path = vec![Node::default()];
        while let Some(node) = path.last().copied() {
            let depth = path.len() - 1;
            match self.below(depth, node) {
                Some((child, tried)) => {
                    if let Some(node) = path.last_mut() {
                        node.next = tried + 1;
                    }
                    path.push(child);
                }
                None if self.steps >= self.most => return,
                None => {
                    path.pop();
                }
            }
        }
    }

    /// The next node below one, and which choice leads there; nothing where it is done with.
    fn below(&mut self, depth: usize, node: Node) -> Option<(Node, usize)> {
        if node.next == 0 && !self.enter(depth, node) {
            return None;
        }
        let order = self.order;
        let branch = order.get(depth)?;
        let choices = branch.choices.get(node.next..).unwrap_or_default();
        for (tried, (k, choice)) in (node.next..).zip(choices) {
            let price = Price {
                extra: node.price.extra + choice.extra,
                cash: node.price.cash + choice.cash,
                payments: node.price.payments + choice.payments,
            };
            if price.cash <= self.cash {
                self.choose(branch.plan, Some(*k));
                let freed = node.freed + choice.frees;
                return Some((
                    Node {
                        freed,
                        price,
                        next: 0,
                    },
                    tried,
                ));
            }
        }
        let none = branch.choices.len();
        self.choose(branch.plan, None);
        (node.next <= none).then_some((Node { next: 0, ..node }, none))
    }

    /// Takes in what is decided so far; whether deciding more may help.
    fn enter(&mut self, depth: usize, node: Node) -> bool {
        self.steps = self.steps.saturating_add(1);
        if node.freed >= self.missing {
            if self.is_better(node.price) {
                self.best = Some((node.price, self.chosen.clone()));
            }
            return false;
        }
        self.steps < self.most && self.may_help(depth, node.freed, node.price)
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
    use super::{Budget, Choice, Found, MOST_STEPS, cheapest};
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
            let found = cheapest(&plans, missing, cash, &mut Budget::new());
            let best = brute(&plans, missing, cash);
            prop_assert!(found.as_ref().is_none_or(|found| found.is_exact));
            let price = |sum: Sum| (sum.0, sum.1, sum.2);
            prop_assert_eq!(found.map(|found| price(sum(&plans, &found.chosen))), best.map(price));
        }
    }

    /// Odd sums that no bound cuts short: each free of a fee, none reaching the sum exactly.
    fn odd(count: u32) -> Vec<Vec<Choice>> {
        let one = |k: u32| {
            let frees = 1_000_000 + i128::from(u64::from(k * k) * 7919 % 100_003) * 2;
            vec![Choice {
                frees,
                extra: 0,
                cash: frees,
                payments: 1,
            }]
        };
        (1..=count).map(one).collect()
    }

    #[test]
    fn twenty_things_to_pay_are_always_searched_to_the_end() {
        let plans = odd(20);
        let found = cheapest(&plans, 10_500_001, None, &mut Budget::new()).unwrap();
        assert!(matches!(found, Found { is_exact: true, .. }));
    }

    #[test]
    fn one_answer_never_takes_longer_than_people_wait_and_its_last_search_still_finds_a_way() {
        // Two years of days on which it is tried anew, in vain: the cash is just too little.
        let (plans, mut budget) = (odd(40), Budget::new());
        for _ in 0..730 {
            assert_eq!(
                cheapest(&plans, 21_000_001, Some(21_000_002), &mut budget),
                None
            );
        }
        let most = Budget::PER_ANSWER + MOST_STEPS + 730 * Budget::AT_LEAST;
        assert!(budget.taken <= most, "{}", budget.taken);
        let found = cheapest(&odd(10_000), 5_000_000_001, None, &mut budget).unwrap();
        assert!(!found.is_exact);
    }
}
