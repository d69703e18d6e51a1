//! A long list is worked on by several cores, each with a part of it.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::thread::{Builder, available_parallelism, scope};

/// A part of fewer values is done sooner than a thread begins.
const SMALLEST: usize = 1024;
/// More parts than this take memory without taking less time.
const MOST: usize = 4;

/// What `job` makes of each part of `values`, in their order. A short list is one part.
pub fn side_by_side<T: Sync, U: Send>(values: &[T], job: impl Fn(&[T]) -> U + Sync) -> Vec<U> {
    let parts = parts_of(values.len());
    let length = values.len().div_ceil(parts).max(1);
    let mut parts = values.chunks(length);
    let first = parts.next().unwrap_or_default();
    let job = &job;
    scope(|threads| {
        // Where no more threads are allowed, this one does the rest.
        let begin = |part| {
            let thread = Builder::new().spawn_scoped(threads, move || job(part));
            (part, thread.ok())
        };
        let begun: Vec<_> = parts.map(begin).collect();
        let mut made = vec![job(first)];
        for (part, thread) in begun {
            made.push(match thread {
                Some(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                None => job(part),
            });
        }
        made
    })
}

/// What `job` makes of each of `values`, in their order.
pub fn each_side_by_side<T: Sync, U: Send>(values: &[T], job: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let parts = side_by_side(values, |part| part.iter().map(&job).collect::<Vec<_>>());
    let joined = parts.into_iter().reduce(|mut all, part| {
        all.extend(part);
        all
    });
    joined.unwrap_or_default()
}

/// Into how many parts a list of this length goes.
fn parts_of(length: usize) -> usize {
    if length < 2 * SMALLEST {
        return 1;
    }
    let cores = available_parallelism().map_or(1, NonZeroUsize::get);
    cores.min(MOST).min(length / SMALLEST)
}

#[cfg(test)]
mod tests {
    use super::{SMALLEST, side_by_side};

    #[test]
    fn every_value_is_in_one_part_and_parts_keep_their_order() {
        for length in [0, 1, SMALLEST, 2 * SMALLEST, 9 * SMALLEST + 1] {
            let values: Vec<usize> = (0..length).collect();
            let parts = side_by_side(&values, <[usize]>::to_vec);
            assert_eq!(parts.concat(), values, "{length}");
            assert!(length >= 2 * SMALLEST || parts.len() == 1, "{length}");
        }
    }
}
