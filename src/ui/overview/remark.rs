//! What is most worth saying about a line, in more or fewer words.

use crate::app::board::lines::LineRemark;
use crate::domain::Currency;
use crate::settings::format::month_day;
use crate::settings::symbols::{DOUBTFUL, State};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;
use crate::ui::scene::Scene;

/// A remark in parts, of which the later ones leave first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The glyph of its state.
    pub glyph: &'static str,
    /// The colour of glyph and amount.
    pub role: Role,
    /// The amount it is about; empty for none.
    pub amount: String,
    /// What is the matter.
    pub words: String,
    /// The same in fewer words.
    pub short: String,
    /// The same in one word, for a column.
    pub word: &'static str,
}

impl Remark {
    /// The remark in words.
    pub fn of(remark: &LineRemark, currency: Currency, scene: Scene<'_>) -> Self {
        let texts = scene.texts;
        let debt = |amount| scene.amounts().debt(amount, currency);
        match *remark {
            LineRemark::Late {
                amount, late_by, ..
            } => Self::late(debt(amount), late_by, texts),
            LineRemark::Restoring {
                amount, by, doubt, ..
            } => {
                let mut remark = Self::restoring(debt(amount), &month_day(by.date), texts);
                if doubt.is_some() {
                    remark.words.push_str(DOUBTFUL);
                    remark.short.push_str(DOUBTFUL);
                }
                remark
            }
            LineRemark::LineFrozen { amount } => {
                Self::frozen(debt(amount), texts.overview_account_frozen(), texts)
            }
            LineRemark::PartFrozen { amount } => {
                Self::frozen(debt(amount), texts.overview_part_frozen(), texts)
            }
            LineRemark::LineClosed => {
                let closed = texts.overview_closed();
                Self::said(State::Stopped, closed.to_owned(), closed)
            }
            LineRemark::OverLimit { by } => Self {
                amount: debt(by),
                ..Self::said(
                    State::Overdue,
                    texts.overview_over_limit().to_owned(),
                    texts.overview_over_limit_short(),
                )
            },
            LineRemark::UnknownLimit => Self::unknown(texts),
            LineRemark::Maintenance { until } => Self::said(
                State::Stopped,
                texts.overview_maintenance(&month_day(until)),
                texts.overview_maintenance_short(),
            ),
            LineRemark::Temporary { amount, until } => {
                let amount = scene.amounts().free(amount, currency);
                Self::temporary(amount, &month_day(until), texts)
            }
        }
    }

    /// Words about no amount, and one word where the room is short.
    fn said(state: State, words: String, word: &'static str) -> Self {
        Self {
            glyph: state.glyph(),
            role: state.role(),
            amount: String::new(),
            words,
            short: word.to_owned(),
            word,
        }
    }

    fn late(amount: String, late_by: u32, texts: Texts) -> Self {
        let (words, short) = if late_by == 0 {
            let just = texts.overview_just_late().to_owned();
            (just.clone(), just)
        } else {
            (
                texts.overview_late_by(late_by),
                texts.overview_late_by_short(late_by),
            )
        };
        Self {
            amount,
            short,
            ..Self::said(State::RestoreLate, words, texts.restore_late())
        }
    }

    fn restoring(amount: String, day: &str, texts: Texts) -> Self {
        Self {
            amount,
            short: texts.overview_by_short(day),
            ..Self::said(
                State::Restoring,
                texts.overview_by(day),
                texts.restoring_short(),
            )
        }
    }

    fn frozen(amount: String, words: &str, texts: Texts) -> Self {
        Self {
            amount,
            ..Self::said(State::Frozen, words.to_owned(), texts.frozen())
        }
    }

    fn unknown(texts: Texts) -> Self {
        Self {
            glyph: "?",
            ..Self::said(
                State::Open,
                texts.overview_unknown().to_owned(),
                texts.overview_unknown_short(),
            )
        }
    }

    fn temporary(amount: String, day: &str, texts: Texts) -> Self {
        Self {
            glyph: "+",
            role: Role::Paid,
            amount,
            ..Self::said(
                State::Paid,
                texts.overview_temporary(day),
                texts.overview_temporary_short(),
            )
        }
    }
}
