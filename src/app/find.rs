//! Finding a plan or a line by what somebody remembers of it.

use std::cmp::Reverse;
use std::rc::Rc;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};

use super::overlay::Found;
use crate::domain::plan::Plan;
use crate::domain::standing::PlanStanding;
use crate::domain::{Book, Position};
use crate::settings::half_width::half_width;
use crate::settings::pinyin::readings;

/// Everything that can be found. Made once, when find opens.
#[derive(Debug, Clone, Default)]
pub(super) struct Index(Rc<Vec<Entry>>);

#[derive(Debug)]
struct Entry {
    found: Found,
    urgency: Urgency,
    /// Names first: a hit in one of them counts more than one in a note.
    texts: Vec<Utf32String>,
}

/// The lower, the earlier among results that match alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    Late,
    Open { days: i64 },
    Line,
    Finished,
}

/// How well an entry matches; less is better.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    scattered: bool,
    urgency: Urgency,
    score: Reverse<u32>,
}

impl Index {
    /// All plans and lines of a book.
    pub fn of(book: &Book, position: &Position) -> Self {
        let plans = book.plans.iter().zip(&position.plans).enumerate();
        let plans = plans.map(|(k, (plan, standing))| Entry {
            found: Found::Plan {
                plan: k,
                id: plan.id.clone(),
            },
            urgency: Urgency::of(standing, position),
            texts: haystacks(plan_texts(plan)),
        });
        let lines = book.lines.iter().enumerate().map(|(k, line)| Entry {
            found: Found::Line {
                line: k,
                id: line.id.clone(),
            },
            urgency: Urgency::Line,
            texts: haystacks([line.name.as_str(), line.id.as_str()]),
        });
        Self(Rc::new(plans.chain(lines).collect()))
    }

    /// What matches, the best first: what stands together before what is scattered, then what
    /// is late, then the better match. Without words everything but finished plans.
    pub fn search(&self, words: &str) -> Vec<Found> {
        let words = half_width(words.trim());
        if words.is_empty() {
            let mut open: Vec<_> = self.0.iter().collect();
            open.retain(|entry| entry.urgency != Urgency::Finished);
            open.sort_by_key(|entry| entry.urgency);
            return open.into_iter().map(|entry| entry.found.clone()).collect();
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let [together, scattered] = [AtomKind::Substring, AtomKind::Fuzzy]
            .map(|kind| Pattern::new(&words, CaseMatching::Ignore, Normalization::Smart, kind));
        let mut best = |pattern: &Pattern, entry: &Entry| {
            let scores = entry.texts.iter();
            let scores = scores.filter_map(|text| pattern.score(text.slice(..), &mut matcher));
            scores.max()
        };
        let rank = |entry: &Entry| {
            let whole = best(&together, entry);
            let score = whole.or_else(|| best(&scattered, entry))?;
            let rank = Rank {
                scattered: whole.is_none(),
                urgency: entry.urgency,
                score: Reverse(score),
            };
            Some((rank, entry.found.clone()))
        };
        let mut found: Vec<_> = self.0.iter().filter_map(rank).collect();
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        found.into_iter().map(|(_, found)| found).collect()
    }
}

impl Urgency {
    fn of(standing: &PlanStanding, position: &Position) -> Self {
        let Some(next) = standing.next() else {
            return Self::Finished;
        };
        match (next.due() - position.today).num_days() {
            ..0 => Self::Late,
            days => Self::Open { days },
        }
    }
}

fn plan_texts(plan: &Plan) -> impl Iterator<Item = &str> {
    let optional = [&plan.merchant, &plan.order, &plan.note];
    let optional = optional.into_iter().filter_map(Option::as_deref);
    [plan.item.as_str(), plan.id.as_str()]
        .into_iter()
        .chain(optional)
}

/// Texts and the ways to type them.
fn haystacks<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<Utf32String> {
    let typed = |text: &'t str| std::iter::once(text.to_owned()).chain(readings(text));
    texts
        .into_iter()
        .flat_map(typed)
        .map(Utf32String::from)
        .collect()
}
