//! Purchases in installments that were refused.

use chrono::NaiveDate;

use super::answers::{Answers, Question, Reply};
use super::line::CreditLine;
use super::money::Money;

/// One refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// When.
    pub on: NaiveDate,
    /// What was to be bought.
    pub item: Option<String>,
    /// Its price.
    pub amount: Option<Money>,
    /// The message that was shown.
    pub said: Option<String>,
    /// When to try again.
    pub retry: Option<NaiveDate>,
    /// What was found out since.
    pub answers: Answers,
}

/// Earlier refusals of the same item on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earlier {
    /// How often.
    pub times: usize,
    /// The last one.
    pub last: NaiveDate,
    /// Since when it is known not to be sold in installments.
    pub not_eligible: Option<NaiveDate>,
}

/// For so many days after a retry was due it is still worth a reminder.
const RETRY_DAYS: i64 = 14;

impl Attempt {
    /// True where it was for this item.
    pub fn is_for(&self, item: &str) -> bool {
        let own = self.item.as_deref().map(folded);
        own == Some(folded(item))
    }
}

impl Earlier {
    /// The refusals of an item; `None` where there was none.
    pub fn of<'a>(attempts: impl IntoIterator<Item = &'a Attempt>, item: &str) -> Option<Self> {
        let attempts = attempts.into_iter().filter(|attempt| attempt.is_for(item));
        attempts.fold(None, |before: Option<Self>, attempt| {
            let barred = attempt.answers.get(Question::Eligible);
            let before_barred = before.and_then(|before| before.not_eligible);
            Some(Self {
                times: before.map_or(0, |before| before.times) + 1,
                last: before.map_or(attempt.on, |before| before.last.max(attempt.on)),
                not_eligible: match barred {
                    Some(Reply::No) => Some(attempt.on),
                    Some(Reply::Yes) => None,
                    None => before_barred,
                },
            })
        })
    }
}

/// The attempts of a line that should be made again now: the last of its item, its day has come
/// and not long passed.
pub fn retries(line: &CreditLine, today: NaiveDate) -> impl Iterator<Item = &Attempt> {
    let attempts = line.refused.iter().enumerate();
    attempts.filter_map(move |(k, attempt)| {
        let retry = attempt.retry.filter(|retry| *retry <= today)?;
        let later = line.refused.get(k + 1..).unwrap_or_default();
        let is_last = later.iter().all(|later| later.item != attempt.item);
        (is_last && (today - retry).num_days() <= RETRY_DAYS).then_some(attempt)
    })
}

/// Names that differ in case or blanks are the same.
fn folded(item: &str) -> String {
    item.split_whitespace().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{Answers, Attempt, Earlier, Question, Reply, retries};
    use crate::domain::line::CreditLine;
    use crate::domain::test_book::{date, line};

    fn attempt(on: &str, item: &str) -> Attempt {
        Attempt {
            on: date(on),
            item: Some(item.to_owned()),
            amount: None,
            said: None,
            retry: None,
            answers: Answers::default(),
        }
    }

    #[test]
    fn refusals_of_one_item_are_counted_whatever_its_spelling() {
        let mut barred = attempt("2026-03-02", "Mi TV");
        barred.answers.set(Question::Eligible, Reply::No);
        let all = [
            attempt("2026-03-01", "mi tv"),
            barred,
            attempt("2026-03-03", "phone"),
        ];
        assert_eq!(
            Earlier::of(&all, "MITV"),
            Some(Earlier {
                times: 2,
                last: date("2026-03-02"),
                not_eligible: Some(date("2026-03-02")),
            })
        );
        assert_eq!(Earlier::of(&all, "pad"), None);
    }

    #[test]
    fn a_retry_is_told_from_its_day_on_for_two_weeks_unless_it_was_made() {
        let again = Attempt {
            retry: Some(date("2026-03-11")),
            ..attempt("2026-03-09", "tv")
        };
        let mut line = CreditLine {
            refused: vec![again],
            ..line("1000")
        };
        for (today, told) in [
            ("2026-03-10", 0),
            ("2026-03-11", 1),
            ("2026-03-25", 1),
            ("2026-03-26", 0),
        ] {
            assert_eq!(retries(&line, date(today)).count(), told, "{today}");
        }
        line.refused.push(attempt("2026-03-11", "tv"));
        assert_eq!(retries(&line, date("2026-03-11")).count(), 0);
    }
}
