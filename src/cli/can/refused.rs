//! `can --item`: what earlier refusals of the item tell.

use serde::Serialize;

use crate::cli::json::Day;
use crate::domain::Book;
use crate::domain::attempt::Earlier;
use crate::domain::limit_check::{LimitCheck, Verdict};
use crate::domain::line::CreditLine;
use crate::settings::texts::Texts;

/// Earlier refusals of the item on a line.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Before {
    times: usize,
    last: Day,
    not_eligible_since: Option<Day>,
}

impl Before {
    /// The refusals of an item on a line.
    pub(super) fn of(line: &CreditLine, item: Option<&str>) -> Option<Self> {
        let earlier = Earlier::of(&line.refused, item?)?;
        Some(Self {
            times: earlier.times,
            last: Day(earlier.last),
            not_eligible_since: earlier.not_eligible.map(Day),
        })
    }

    /// Since when the item is known not to be sold in installments, in words.
    pub(super) fn barred(&self, texts: Texts) -> Option<String> {
        let since = self.not_eligible_since?;
        Some(texts.cli_refused_not_eligible(&since.0.to_string()))
    }

    /// How often it was refused, in words.
    pub(super) fn words(&self, texts: Texts) -> String {
        texts.cli_refused_before(self.times, &self.last.0.to_string())
    }
}

/// The answer is no on every line that is known not to sell the item in installments.
pub(super) fn barred(mut check: LimitCheck, book: &Book, item: Option<&str>) -> LimitCheck {
    let Some(item) = item else { return check };
    for line in &mut check.lines {
        let refused = book.lines.get(line.line).map(|line| &line.refused);
        let earlier = refused.and_then(|refused| Earlier::of(refused, item));
        if earlier.is_some_and(|earlier| earlier.not_eligible.is_some()) {
            line.verdict = Verdict::No;
            line.from = None;
            line.left = None;
            line.unlock.clear();
        }
    }
    let best = check.lines.iter().map(|line| line.verdict).min();
    check.verdict = best.unwrap_or(Verdict::No);
    check
}
