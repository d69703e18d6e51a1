//! A key that is held down must not pay one installment after the other.
//!
//! Terminals send a held key as the same key again and again: the first time after a quarter to
//! half a second, then every 15 to 100 milliseconds. A finger that presses twice takes longer
//! than that. The first repeat alone looks like a second press, so it waits for a moment to see
//! whether more of them follow.

use std::time::{Duration, Instant};

use crate::app::key::Key;

/// Repeats come closer together than this, fingers do not.
const CLOSE: Duration = Duration::from_millis(120);
/// After so long a key is certainly pressed anew.
const FRESH: Duration = Duration::from_millis(700);

/// What is known of a key that might be held down.
#[derive(Debug, Default)]
pub struct Repeat {
    last: Option<(Key, Instant)>,
    waiting: Option<(Key, Instant)>,
}

impl Repeat {
    /// A key came at a moment. `guarded` says whether holding it would do harm. Gives the keys
    /// that are certainly meant now.
    pub fn came(&mut self, key: Key, at: Instant, guarded: bool) -> Vec<Key> {
        let waited = self.waiting.take();
        let before = self.last.replace((key, at));
        let apart = match before {
            Some((last, since)) if last == key => at.duration_since(since),
            _ => FRESH,
        };
        let mut meant = Vec::new();
        if let Some((waiting, _)) = waited {
            // Close behind it the same key: both are repeats.
            if waiting != key || apart >= CLOSE {
                meant.push(waiting);
            }
        }
        if !guarded || apart >= FRESH {
            meant.push(key);
        } else if apart >= CLOSE {
            self.waiting = Some((key, at));
        }
        meant
    }

    /// The key that has waited long enough, if one has.
    pub fn ripe(&mut self, now: Instant) -> Option<Key> {
        let (key, _) = self
            .waiting
            .take_if(|(_, since)| now.duration_since(*since) >= CLOSE)?;
        Some(key)
    }

    /// How long until one is ripe.
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        let (_, since) = self.waiting?;
        Some(CLOSE.saturating_sub(now.duration_since(since)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, Instant, Key, Repeat};

    /// Which of the keys at these milliseconds are meant.
    fn meant(times: &[u64], guarded: bool) -> usize {
        let (mut repeat, start) = (Repeat::default(), Instant::now());
        let at = |ms: u64| start + Duration::from_millis(ms);
        let mut count = 0;
        for ms in times {
            count += usize::from(repeat.ripe(at(*ms)).is_some());
            count += repeat.came(Key::char('p'), at(*ms), guarded).len();
        }
        let end = at(times.last().copied().unwrap_or(0) + 1000);
        count + usize::from(repeat.ripe(end).is_some())
    }

    #[test]
    fn a_key_held_down_is_meant_once() {
        for (delay, interval) in [(250, 30), (500, 33), (660, 92), (500, 15)] {
            let held: Vec<u64> = std::iter::once(0)
                .chain((0..40).map(|k| delay + k * interval))
                .collect();
            assert_eq!(meant(&held, true), 1, "{delay} {interval}");
            assert_eq!(meant(&held, false), 41, "{delay} {interval}");
        }
    }

    #[test]
    fn a_key_pressed_twice_is_meant_twice() {
        assert_eq!(meant(&[0, 180], true), 2);
        assert_eq!(meant(&[0, 400], true), 2);
        assert_eq!(meant(&[0, 150, 320, 480], true), 4);
        assert_eq!(meant(&[0, 900, 1800], true), 3);
    }

    #[test]
    fn another_key_lets_the_waiting_one_through_first() {
        let (mut repeat, start) = (Repeat::default(), Instant::now());
        let at = |ms| start + Duration::from_millis(ms);
        let (p, u) = (Key::char('p'), Key::char('u'));
        assert_eq!(repeat.came(p, at(0), true), [p]);
        assert_eq!(repeat.came(p, at(300), true), []);
        assert_eq!(repeat.came(u, at(310), true), [p, u]);
    }
}
