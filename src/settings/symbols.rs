//! The glyph of each state. All of them are one cell wide in every terminal, also where
//! ambiguous characters are drawn wide, and none of them has an emoji form.

use super::texts::Texts;
use super::theme::Role;

/// A state that is shown with a glyph, a word and a colour, so that none has to carry it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Paid in full.
    Paid,
    /// Due today or within the next days.
    Soon,
    /// Past its due date.
    Overdue,
    /// To be paid later.
    Open,
    /// Paid in part.
    Partial,
    /// The limit of a payment is on its way back.
    Restoring,
    /// The limit should be back and is not.
    RestoreLate,
    /// The provider has blocked it.
    Frozen,
    /// A case with the customer service is open.
    Case,
    /// Money or goods went back.
    Refunded,
    /// Cancelled or paused: nothing is asked for.
    Stopped,
    /// The answer is no.
    Refused,
}

impl State {
    /// Every state once.
    pub const ALL: [Self; 12] = [
        Self::Paid,
        Self::Soon,
        Self::Overdue,
        Self::Open,
        Self::Partial,
        Self::Restoring,
        Self::RestoreLate,
        Self::Frozen,
        Self::Case,
        Self::Refunded,
        Self::Stopped,
        Self::Refused,
    ];

    /// The glyph, one cell wide.
    pub const fn glyph(self) -> &'static str {
        self.row().0
    }

    /// The glyph's twin for terminals that know ASCII only.
    pub const fn ascii(self) -> &'static str {
        self.row().1
    }

    /// The colour role of glyph and word.
    pub const fn role(self) -> Role {
        self.row().2
    }

    /// What stands for it without glyph and colour, short enough for a column.
    pub const fn word(self, texts: Texts) -> &'static str {
        match self {
            Self::Paid => texts.paid(),
            Self::Soon => texts.help_sign_soon(),
            Self::Overdue => texts.overdue(),
            Self::Open => texts.open(),
            Self::Partial => texts.help_sign_partial(),
            Self::Restoring => texts.restoring(),
            Self::RestoreLate => texts.restore_late(),
            Self::Frozen => texts.frozen(),
            Self::Case => texts.case(),
            Self::Refunded => texts.refunded(),
            Self::Stopped => texts.stopped(),
            Self::Refused => texts.verdict_no(),
        }
    }

    const fn row(self) -> (&'static str, &'static str, Role) {
        match self {
            Self::Paid => ("✓", "v", Role::Paid),
            Self::Soon => ("◷", ">", Role::Due),
            Self::Overdue => ("!", "!", Role::Overdue),
            Self::Open => ("◦", "o", Role::Muted),
            Self::Partial => ("◒", "%", Role::Due),
            Self::Restoring => ("↻", "@", Role::Restoring),
            Self::RestoreLate => ("↻", "@", Role::Overdue),
            Self::Frozen => ("❆", "*", Role::Frozen),
            Self::Case => ("⚑", "P", Role::Restoring),
            Self::Refunded => ("↺", "r", Role::Muted),
            Self::Stopped => ("⊘", "-", Role::Muted),
            Self::Refused => ("✗", "x", Role::Overdue),
        }
    }
}

/// Stands behind a figure that rests on a doubtful rule. ASCII in itself.
pub const DOUBTFUL: &str = "?";

/// Stands before the selected row.
pub const SELECTED: &str = "▸";

#[cfg(test)]
mod tests {
    use super::{SELECTED, State};
    use crate::settings::texts::{Lang, Texts};
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn every_glyph_takes_one_cell_and_its_twin_is_ascii() {
        for state in State::ALL {
            assert_eq!(
                (state.glyph().width(), state.glyph().width_cjk()),
                (1, 1),
                "{state:?}"
            );
            assert!(
                state.ascii().is_ascii() && state.ascii().len() == 1,
                "{state:?}"
            );
        }
        assert_eq!((SELECTED.width(), SELECTED.width_cjk()), (1, 1));
    }

    #[test]
    fn every_state_has_a_glyph_and_a_word_in_both_languages_before_it_has_a_colour() {
        for texts in [Lang::Zh, Lang::En].map(Texts::new) {
            for (place, one) in State::ALL.iter().enumerate() {
                let signs = [one.glyph(), one.ascii(), one.word(texts)];
                assert!(signs.iter().all(|sign| !sign.trim().is_empty()), "{one:?}");
                for other in &State::ALL[place + 1..] {
                    // A limit on its way back keeps its glyph when it is late; its word tells.
                    let is_restore = (one, other) == (&State::Restoring, &State::RestoreLate);
                    let same = [one.glyph() == other.glyph(), one.ascii() == other.ascii()];
                    assert_eq!(same, [is_restore; 2], "{one:?} {other:?}");
                    let is_told = !is_restore || one.word(texts) != other.word(texts);
                    assert!(is_told, "{one:?} {other:?}");
                }
            }
        }
    }
}
