//! What was changed, as a list from which one can go back to any point.

use crate::settings::change_label::ChangeLabel;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastChange {
    /// What it was; none where another version of the program wrote it.
    pub what: Option<ChangeLabel>,
    /// When it was made, `YYYY-MM-DDThh:mm` and more, or the day alone.
    pub when: String,
    /// The program that made it.
    pub program: String,
    /// Whether it is in the file now.
    pub is_applied: bool,
}

/// All changes, newest first. One more row stands for the time before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    /// The changes.
    pub changes: Vec<PastChange>,
    /// Which row is selected: the book as it was right after this change.
    pub selected: usize,
}

/// What going to the selected row means for a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stays in the file.
    Stays,
    /// It stays out of the file.
    StaysAway,
    /// It is taken back.
    Undone,
    /// It is done again.
    Redone,
}

impl Journal {
    /// The changes, newest first, with the present selected.
    pub fn of(changes: Vec<PastChange>) -> Self {
        let now = changes.iter().position(|change| change.is_applied);
        let selected = now.unwrap_or(changes.len());
        Self { changes, selected }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.changes.len() + 1
    }

    /// How many changes will be in the file at the selected row.
    pub fn applied(&self) -> usize {
        self.changes.len().saturating_sub(self.selected)
    }

    /// What going there means for the change in a row.
    pub fn fate(&self, row: usize) -> Fate {
        let is_applied = self
            .changes
            .get(row)
            .is_some_and(|change| change.is_applied);
        match (is_applied, row < self.selected) {
            (true, true) => Fate::Undone,
            (true, false) => Fate::Stays,
            (false, true) => Fate::StaysAway,
            (false, false) => Fate::Redone,
        }
    }

    /// How many changes are taken back, and how many done again; one of them is 0.
    pub fn steps(&self) -> Steps {
        let count = |fate| {
            (0..self.changes.len())
                .filter(|row| self.fate(*row) == fate)
                .count()
        };
        Steps {
            back: count(Fate::Undone),
            forward: count(Fate::Redone),
        }
    }
}

/// How far it is to another point of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// Changes taken back.
    pub back: usize,
    /// Changes done again.
    pub forward: usize,
}

#[cfg(test)]
mod tests {
    use super::{Fate, Journal, PastChange, Steps};

    fn journal(applied: &[bool]) -> Journal {
        let change = |is_applied: &bool| PastChange {
            what: None,
            when: "2026-03-10".into(),
            program: "fenqi".into(),
            is_applied: *is_applied,
        };
        Journal::of(applied.iter().map(change).collect())
    }

    #[test]
    fn the_present_is_selected_and_every_other_point_says_what_it_costs() {
        let mut journal = journal(&[false, true, true]);
        assert_eq!(
            (journal.selected, journal.applied(), journal.rows()),
            (1, 2, 4)
        );
        for (row, back, forward) in [(0, 0, 1), (1, 0, 0), (2, 1, 0), (3, 2, 0)] {
            journal.selected = row;
            assert_eq!(journal.steps(), Steps { back, forward }, "{row}");
        }
        assert_eq!(journal.fate(0), Fate::StaysAway);
        assert_eq!(journal.fate(2), Fate::Undone);
    }

    #[test]
    fn without_changes_the_beginning_is_the_present() {
        let journal = journal(&[]);
        assert_eq!(
            (journal.selected, journal.applied(), journal.rows()),
            (0, 0, 1)
        );
    }
}
