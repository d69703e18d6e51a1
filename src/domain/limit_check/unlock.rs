//! What to pay first, so that enough limit comes back.

use super::Unlock;
use crate::domain::money::Money;
use crate::domain::unlock::candidate::minor;
use crate::domain::unlock::search::{self, Budget, Choice};

/// The cheapest installments of `open` (each plan's in its own order, none before an earlier one)
/// that together free `missing`, by the search of the unlock planner: the least cash, then the
/// fewest payments. `None` where all are too little.
pub(super) fn cheapest(open: &[Unlock], missing: Money) -> Option<Vec<Unlock>> {
    let plans: Vec<&[Unlock]> = open.chunk_by(|one, next| one.plan == next.plan).collect();
    let choices: Vec<Vec<_>> = plans.iter().map(|plan| prefixes(plan)).collect();
    let found = search::cheapest(&choices, minor(missing), None, &mut Budget::new())?;
    let chosen = found.chosen.iter().zip(&choices);
    let counts = chosen.map(|(chosen, choices)| {
        let choice = chosen.and_then(|k| choices.get(k));
        choice.map_or(0, |choice| {
            usize::try_from(choice.payments).unwrap_or_default()
        })
    });
    let paid = plans.iter().zip(counts);
    Some(
        paid.flat_map(|(plan, count)| plan.iter().take(count).copied())
            .collect(),
    )
}

/// Paying the first of a plan, the first two, and so on, as far as that frees anything.
fn prefixes(plan: &[Unlock]) -> Vec<Choice> {
    let (mut frees, mut cash) = (Money::ZERO, Money::ZERO);
    let choices = (1..).zip(plan).map(|(payments, unlock)| {
        frees += unlock.frees;
        cash += unlock.pay;
        Choice {
            frees: minor(frees),
            extra: 0,
            cash: minor(cash),
            payments,
        }
    });
    choices.filter(|choice| choice.frees > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::{Unlock, cheapest};
    use crate::domain::test_book::cny;
    use proptest::prelude::*;

    fn open(frees: &[(usize, u32)]) -> Vec<Unlock> {
        let unlock = |(n, (plan, frees)): (u32, &(usize, u32))| Unlock {
            plan: *plan,
            n,
            pay: (*frees).into(),
            frees: (*frees).into(),
        };
        (1..).zip(frees).map(unlock).collect()
    }

    #[test]
    fn of_several_plans_none_is_paid_that_is_not_needed() {
        let chosen = cheapest(&open(&[(0, 100), (1, 500), (2, 600)]), cny("1050")).unwrap();
        let plans: Vec<_> = chosen.iter().map(|unlock| unlock.plan).collect();
        assert_eq!(plans, [1, 2]);
        assert_eq!(cheapest(&open(&[(0, 100)]), cny("101")), None);
    }

    proptest! {
        #[test]
        fn what_is_chosen_is_enough_and_none_of_it_can_be_left_out(
            mut frees in proptest::collection::vec((0usize..4, 0u32..500), 1..12), missing in 1u32..1500,
        ) {
            frees.sort_by_key(|(plan, _)| *plan);
            let open = open(&frees);
            let all: u32 = frees.iter().map(|(_, frees)| frees).sum();
            let Some(chosen) = cheapest(&open, missing.into()) else {
                prop_assert!(all < missing);
                return Ok(());
            };
            let freed = |unlock: &[Unlock]| unlock.iter().map(|one| one.frees).sum::<crate::domain::Money>();
            prop_assert!(freed(&chosen) >= missing.into());
            for plan in chosen.chunk_by(|one, next| one.plan == next.plan) {
                let last = plan[plan.len() - 1];
                prop_assert!(freed(&chosen) - last.frees < missing.into(), "{chosen:?}");
            }
        }
    }
}
