//! A long text is read in parts, side by side.
//!
//! It is cut where lines begin with `[[`. Such a line may also stand within a text or a list of
//! several lines: the part before it is then no TOML by itself. So wherever all parts are right,
//! they were cut between tables.

use std::ops::Range;

use super::Table;
use super::build::build;
use crate::domain::side_by_side::side_by_side;

/// The tree; none where the text has a mistake, or is written in a way that is left to the other
/// reader.
pub fn build_in_parts(text: &str) -> Option<Table<'_>> {
    let whole = |part: &[Range<usize>]| {
        let (first, last) = (part.first()?, part.last()?);
        build(text, first.start..last.end)
    };
    let parts = side_by_side(&tables(text), whole);
    let is_cut = parts.len() > 1;
    let joined = parts.into_iter().reduce(|root, part| {
        let mut root = root?;
        root.join(part?).map(|()| root)
    });
    let cut_wrongly = || is_cut.then(|| build(text, 0..text.len())).flatten();
    joined.flatten().or_else(cut_wrongly)
}

/// The places of `[[tables]]`, each with all that follows it. The first begins with the text.
fn tables(text: &str) -> Vec<Range<usize>> {
    let heads = text.match_indices('[').map(|(at, _)| at);
    let mut tables = Vec::new();
    let mut start = 0;
    for head in heads.filter(|head| is_head(text, *head)) {
        tables.push(start..head);
        start = head;
    }
    tables.push(start..text.len());
    tables
}

/// Whether a line begins here with `[[name]]`: of `[[name.inner]]` the outer table stands before.
fn is_head(text: &str, at: usize) -> bool {
    if !text.get(..at).unwrap_or_default().ends_with('\n') {
        return false;
    }
    // No further than its line: a text of nothing but brackets is soon gone through.
    let line = text.get(at..).and_then(|rest| rest.lines().next());
    let name = line.and_then(|line| line.strip_prefix("[[")?.split_once(']'));
    name.is_some_and(|(name, _)| !name.contains('.'))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::tables;

    #[test]
    fn brackets_without_end_are_gone_through_once() {
        let begun = Instant::now();
        for text in ["[".repeat(2_000_000), "\n[[".repeat(1_000_000)] {
            assert_eq!(tables(&text).len(), 1);
        }
        assert!(begun.elapsed() < Duration::from_secs(10));
    }
}
