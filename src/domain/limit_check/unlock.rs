//! What to pay first, so that enough limit comes back.

use super::Unlock;
use crate::domain::money::Money;

/// Installments of `open` (each plan's in its own order) that together free `missing`: of the one
/// plan that gets there for the least money, or else of several. `None` where all are too little.
pub(super) fn cheapest(open: &[Unlock], missing: Money) -> Option<Vec<Unlock>> {
    open.chunk_by(|one, next| one.plan == next.plan)
        .filter_map(|plan| reach(plan, missing))
        .min_by_key(|unlock| unlock.iter().map(|unlock| unlock.pay).sum::<Money>())
        .or_else(|| Some(without_needless(reach(open, missing)?, missing)))
}

/// The first installments of the list that together free at least `missing`.
fn reach(open: &[Unlock], missing: Money) -> Option<Vec<Unlock>> {
    let mut freed = Money::ZERO;
    let enough = open.iter().position(|unlock| {
        freed += unlock.frees;
        freed >= missing
    })?;
    open.get(..=enough).map(<[Unlock]>::to_vec)
}

/// Leaves out the last installments of each plan that are not needed to free `missing`.
fn without_needless(mut unlock: Vec<Unlock>, missing: Money) -> Vec<Unlock> {
    let freed: Money = unlock.iter().map(|unlock| unlock.frees).sum();
    let mut spare = freed - missing;
    for at in (0..unlock.len()).rev() {
        let (last, next) = (unlock[at], unlock.get(at + 1));
        let is_last_of_plan = next.is_none_or(|next| next.plan != last.plan);
        if is_last_of_plan && last.frees <= spare {
            spare -= last.frees;
            unlock.remove(at);
        }
    }
    unlock
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
