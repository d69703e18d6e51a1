//! What is most worth saying about a line, in more or fewer words.

use crate::app::board::lines::LineRemark;
use crate::domain::Currency;
use crate::settings::format::month_day;
use crate::settings::symbols::State;
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
        let (texts, amounts) = (scene.texts, scene.amounts());
        let debt = |amount| amounts.debt(amount, currency);
        let said = |state: State, amount: String, words: String, short: String, word| Self {
            glyph: state.glyph(),
            role: state.role(),
            amount,
            words,
            short,
            word,
        };
        let plain = |state, amount, words: &str, word: &'static str| {
            said(state, amount, words.to_owned(), word.to_owned(), word)
        };
        match *remark {
            LineRemark::Late {
                amount, late_by, ..
            } => said(
                State::RestoreLate,
                debt(amount),
                texts.overview_late_by(late_by),
                texts.overview_late_by_short(late_by),
                texts.restore_late(),
            ),
            LineRemark::Restoring { amount, by, .. } => {
                let day = month_day(by.date);
                said(
                    State::Restoring,
                    debt(amount),
                    texts.overview_by(&day),
                    texts.overview_by_short(&day),
                    texts.restoring_short(),
                )
            }
            LineRemark::LineFrozen { amount } => plain(
                State::Frozen,
                debt(amount),
                texts.overview_account_frozen(),
                texts.frozen(),
            ),
            LineRemark::PartFrozen { amount } => plain(
                State::Frozen,
                debt(amount),
                texts.overview_part_frozen(),
                texts.frozen(),
            ),
            LineRemark::LineClosed => plain(
                State::Stopped,
                String::new(),
                texts.overview_closed(),
                texts.overview_closed(),
            ),
            LineRemark::OverLimit { by } => plain(
                State::Overdue,
                debt(by),
                texts.overview_over_limit(),
                texts.overview_over_limit_short(),
            ),
            LineRemark::UnknownLimit => Self {
                glyph: "?",
                ..plain(
                    State::Open,
                    String::new(),
                    texts.overview_unknown(),
                    texts.overview_unknown_short(),
                )
            },
            LineRemark::Maintenance { until } => plain(
                State::Stopped,
                String::new(),
                &texts.overview_maintenance(&month_day(until)),
                texts.overview_maintenance_short(),
            ),
            LineRemark::Temporary { amount, until } => Self {
                glyph: "+",
                role: Role::Paid,
                ..plain(
                    State::Paid,
                    amounts.free(amount, currency),
                    &texts.overview_temporary(&month_day(until)),
                    texts.overview_temporary_short(),
                )
            },
        }
    }
}
