//! Finding a plan or a line by what somebody remembers of it.

use std::borrow::Cow;
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

/// What parts the groups of an order number.
const GROUPS: [char; 2] = [' ', '-'];

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
            texts: haystacks([line.name.as_str(), line.id.as_str()].map(Cow::Borrowed)),
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
        let found = self.matching(&words);
        if found.is_empty() && words.contains('-') {
            // An order number copied from where it stands in groups.
            return self.matching(&words.replace('-', ""));
        }
        found
    }

    fn matching(&self, words: &str) -> Vec<Found> {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let [together, scattered] = [AtomKind::Substring, AtomKind::Fuzzy]
            .map(|kind| Pattern::new(words, CaseMatching::Ignore, Normalization::Smart, kind));
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

/// What a plan is found by; an order number written in groups without what parts them, too.
fn plan_texts(plan: &Plan) -> impl Iterator<Item = Cow<'_, str>> {
    let in_one = plan.order.as_ref().map(|order| order.replace(GROUPS, ""));
    let optional = [&plan.merchant, &plan.order, &plan.note];
    let optional = optional.into_iter().filter_map(Option::as_deref);
    [plan.item.as_str(), plan.id.as_str()]
        .into_iter()
        .chain(optional)
        .map(Cow::Borrowed)
        .chain(in_one.map(Cow::Owned))
}

/// Texts and the ways to type them.
fn haystacks<'t>(texts: impl IntoIterator<Item = Cow<'t, str>>) -> Vec<Utf32String> {
    let typed = |text: Cow<'t, str>| {
        let typed = readings(&text);
        std::iter::once(text.into_owned()).chain(typed)
    };
    texts
        .into_iter()
        .flat_map(typed)
        .map(Utf32String::from)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tests::model_of;

    /// What a book with one plan finds for some words.
    fn finds(plan: &str, words: &str) -> bool {
        let book = format!(
            "version = 1\n[[plan]]\nid = \"q\"\nprincipal = 100\nperiods = 1\nfirst-due = 2026-04-01\n{plan}\n"
        );
        let model = model_of(&book);
        let index = Index::of(model.book().unwrap(), &model.board.position);
        !index.search(words).is_empty()
    }

    #[test]
    fn a_plan_is_found_by_what_somebody_remembers_of_it() {
        for (plan, words) in [
            ("item = \"重庆火锅\"", "cqhg"),
            ("item = \"重庆火锅\"", "chongqing"),
            ("item = \"重庆火锅\"", "CHONGQ"),
            ("item = \"长安汽车\"", "changan"),
            ("item = \"长安汽车\"", "caqc"),
            ("item = \"银行金条\"", "yinhang"),
            ("item = \"银行金条\"", "yhjt"),
            ("item = \"行李箱\"", "xingli"),
            ("item = \"行李箱\"", "xlx"),
            ("item = \"女鞋\"", "nvxie"),
            ("item = \"小米 15 手机\"", "xm15"),
            ("item = \"小米 15 手机\"", "xiaomi shouji"),
            ("item = \"小米 15 手机\"", "ｘｍ"),
            ("item = \"Dyson V12\"", "dyson"),
            ("item = \"Dyson V12\"", "dv12"),
            ("item = \"X\"\nmerchant = \"苏宁易购\"", "snyg"),
            ("item = \"X\"\nmerchant = \"Apple Store\"", "apple"),
            ("item = \"X\"\nnote = \"客服工号 8821\"", "8821"),
            ("item = \"X\"\nnote = \"给妈妈的\"", "mama"),
            ("item = \"X\"\norder = \"5240118809375512\"", "5512"),
            ("item = \"X\"\norder = \"5240118809375512\"", "5240 1188"),
            (
                "item = \"X\"\norder = \"5240118809375512\"",
                "5240-1188-0937",
            ),
            ("item = \"X\"\norder = \"5240 1188 0937\"", "524011880937"),
            ("item = \"X\"\norder = \"JD-2511-280042\"", "jd2511280042"),
            ("item = \"X\"\norder = \"JD-2511-280042\"", "JD-2511"),
        ] {
            assert!(finds(plan, words), "{plan}: {words}");
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for (plan, words) in [
            ("item = \"重庆火锅\"", "beijing"),
            ("item = \"行李箱\"", "yinhang"),
            ("item = \"X\"\norder = \"5240118809375512\"", "5240-9999"),
            ("item = \"X\"", "x y"),
        ] {
            assert!(!finds(plan, words), "{plan}: {words}");
        }
    }
}
