//! Which of some amounts add up to a sum exactly.

use crate::domain::money::Money;

/// The sets of indexes, in ascending order, whose amounts (all above zero) add up to `goal`:
/// those with the fewest members, at most `most` of them.
pub(super) fn exact_sums(amounts: &[Money], goal: Money, most: usize) -> Vec<Vec<usize>> {
    let mut search = Search {
        amounts,
        most,
        chosen: Vec::new(),
        found: Vec::new(),
    };
    for size in 1..=amounts.len() {
        search.choose(0, size, goal);
        if !search.found.is_empty() {
            break;
        }
    }
    search.found
}

struct Search<'a> {
    amounts: &'a [Money],
    most: usize,
    chosen: Vec<usize>,
    found: Vec<Vec<usize>>,
}

impl Search<'_> {
    /// Chooses `size` more from index `from` on, which must make `goal`.
    fn choose(&mut self, from: usize, size: usize, goal: Money) {
        if size == 0 {
            if goal.is_zero() {
                self.found.push(self.chosen.clone());
            }
            return;
        }
        for (k, amount) in self.amounts.iter().enumerate().skip(from) {
            if self.found.len() >= self.most {
                return;
            }
            if *amount <= goal {
                self.chosen.push(k);
                self.choose(k + 1, size - 1, goal - *amount);
                self.chosen.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::exact_sums;
    use crate::domain::money::Money;
    use proptest::prelude::*;

    fn sums(amounts: &[u32], goal: u32) -> Vec<Vec<usize>> {
        let amounts: Vec<Money> = amounts.iter().map(|amount| (*amount).into()).collect();
        exact_sums(&amounts, goal.into(), 3)
    }

    #[test]
    fn the_fewest_amounts_that_make_the_sum_are_found_and_no_more_than_asked_for() {
        for (amounts, goal, found) in [
            (&[][..], 5, &[][..]),
            (&[5, 2, 3], 5, &[&[0][..]]),
            (&[4, 2, 3], 5, &[&[1, 2]]),
            (&[4, 2, 3], 8, &[]),
            (&[1, 1, 1, 1], 1, &[&[0], &[1], &[2]]),
        ] {
            assert_eq!(sums(amounts, goal), found, "{amounts:?} {goal}");
        }
    }

    proptest! {
        #[test]
        fn a_sum_is_found_exactly_when_there_is_one(amounts in proptest::collection::vec(1u32..40, 0..10), goal in 1u32..120) {
            let of = |set: u32| -> (u32, u32) {
                let members = amounts.iter().enumerate().filter(|(k, _)| set >> k & 1 == 1);
                members.fold((0, 0), |(n, sum), (_, amount)| (n + 1, sum + amount))
            };
            let fewest = (1..1u32 << amounts.len()).map(of).filter(|(_, sum)| *sum == goal).map(|(n, _)| n).min();
            let found = sums(&amounts, goal);
            prop_assert_eq!(found.first().map(Vec::len), fewest.map(|n| n as usize));
            for way in found {
                prop_assert_eq!(way.iter().map(|k| amounts[*k]).sum::<u32>(), goal);
            }
        }
    }
}
