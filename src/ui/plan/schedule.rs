//! The installments of a plan, and their sums.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Shown, Sums, cost};
use crate::app::detail::DetailRow;
use crate::app::msg::Target;
use crate::app::screen::List;
use crate::domain::schedule::Installment;
use crate::domain::standing::InstallmentStatus;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::areas::split;
use crate::ui::card::amount;
use crate::ui::cells;
use crate::ui::columns::{self, Column, Columns};
use crate::ui::hint::Hit;
use crate::ui::scroll;

/// So many rows of the list there must be before the columns get titles.
const HEADED_FROM: u16 = 8;

/// Draws the installments; returns where their rows are. Without a selection the oldest open
/// one is kept in sight.
pub(super) fn draw(
    shown: Shown<'_>,
    buf: &mut Buffer,
    area: Rect,
    selected: Option<usize>,
) -> Vec<Hit> {
    let rows = &shown.detail.rows;
    let written: Vec<_> = rows.iter().map(|row| Written::of(shown, row)).collect();
    let columns = fit(&written, area.width);
    let area = if rows_in(area.height, rows.len()) < area.height {
        head(shown, buf, area, &columns)
    } else {
        area
    };
    let open = |row: &DetailRow| row.standing.timing().is_some();
    let focus = selected.or_else(|| rows.iter().position(open));
    let seen = scroll::shown(rows.len(), usize::from(area.height), focus);
    let mut hits = Vec::new();
    for (at, row) in seen.zip(area.rows()) {
        columns.draw(buf, row, &written[at].cells(shown));
        let n = rows.get(at).map(|row| row.standing.n());
        let marked = &shown.scene.model.selection.marked;
        if marked
            .iter()
            .any(|id| id.plan == shown.detail.id && Some(id.n) == n)
        {
            columns::mark(buf, row, shown.scene.theme);
        }
        if selected == Some(at) {
            columns::select(buf, row, shown.scene.theme);
        }
        if selected.is_some() {
            hits.push(Hit::new(row, Target::Row(List::Installments, at)));
        }
    }
    hits
}

/// How many of the rows of an area installments get: all but one for the titles, unless that one
/// would be missed.
pub(super) fn rows_in(height: u16, count: usize) -> u16 {
    let exactly_full = usize::from(height) == count;
    if height > HEADED_FROM && !exactly_full {
        height - 1
    } else {
        height
    }
}

/// What a row says.
struct Written {
    state: State,
    n: String,
    due: String,
    made_of: String,
    amount: Line<'static>,
    word: String,
    paid_on: String,
}

impl Written {
    fn of(shown: Shown<'_>, row: &DetailRow) -> Self {
        let (scene, standing) = (shown.scene, &row.standing);
        let currency = shown.standing.currency;
        let whole = scene
            .amounts()
            .written(standing.row.installment.amount(), currency);
        let is_open = standing.timing().is_some();
        Self {
            state: row.state,
            n: standing.n().to_string(),
            due: standing.due().to_string(),
            made_of: made_of(shown, &standing.row.installment),
            amount: if is_open {
                amount(whole, Role::Text, scene.theme)
            } else {
                Line::from(scene.muted(whole.to_string()))
            },
            word: word(shown, row),
            paid_on: row
                .paid_on
                .filter(|_| !is_open)
                .map(|on| scene.date(on))
                .unwrap_or_default(),
        }
    }

    fn cells<'c>(&'c self, shown: Shown<'c>) -> [Line<'c>; 7] {
        let scene = shown.scene;
        let (role, rest) = match self.state {
            State::Paid | State::Refunded | State::Stopped => (self.state.role(), Role::Muted),
            State::Open => (Role::Muted, Role::Text),
            state => (state.role(), Role::Text),
        };
        [
            Line::from(scene.glyph(self.state)),
            Line::from(scene.ink(self.n.as_str(), rest)),
            Line::from(scene.muted(self.due.as_str())),
            Line::from(scene.muted(self.made_of.as_str())),
            self.amount.clone(),
            Line::from(scene.ink(self.word.as_str(), role)),
            Line::from(scene.muted(self.paid_on.as_str())),
        ]
    }
}

/// Principal and fee of an installment; nothing where there is no fee.
fn made_of(shown: Shown<'_>, installment: &Installment) -> String {
    let exact = |amount| shown.scene.exact(amount, shown.standing.currency);
    if shown.standing.fee_total.is_zero() {
        return String::new();
    }
    format!(
        "{} + {}",
        exact(installment.principal),
        exact(installment.own_fee())
    )
}

/// The state in a word: what is far off is merely open, what was paid in part says what is left.
fn word(shown: Shown<'_>, row: &DetailRow) -> String {
    let (texts, standing) = (shown.scene.texts, &row.standing);
    match (row.state, standing.left()) {
        (State::Open | State::Partial, Some(left)) => {
            texts.partly_paid(&shown.scene.exact(left, shown.standing.currency))
        }
        (State::Open, None) => texts.open().to_owned(),
        _ if standing.status == InstallmentStatus::Settled => texts.settled().to_owned(),
        _ => texts.installment_status(shown.scene.model.today, standing),
    }
}

fn fit(rows: &[Written], width: u16) -> Columns {
    let widest = |text: fn(&Written) -> u16| rows.iter().map(text).max().unwrap_or(0);
    Columns::fit(
        &[
            Column::fixed(1),
            Column::fixed(widest(|row| cells::width(&row.n)).max(3))
                .right()
                .gap(1),
            Column::fixed(10).leaves(3),
            Column::fixed(widest(|row| cells::width(&row.made_of)).max(15))
                .right()
                .leaves(1),
            Column::fixed(widest(|row| cells::line_width(&row.amount))).right(),
            Column::growing(widest(|row| cells::width(&row.word)).max(4)),
            Column::fixed(widest(|row| cells::width(&row.paid_on)).max(4))
                .right()
                .leaves(2),
        ],
        width,
    )
}

fn head(shown: Shown<'_>, buf: &mut Buffer, area: Rect, columns: &Columns) -> Rect {
    let (scene, texts) = (shown.scene, shown.scene.texts);
    let (row, rest) = split(area, 1);
    let titles = [
        "",
        texts.plan_column_n(),
        texts.plan_column_due(),
        texts.plan_column_made_of(),
        texts.plan_column_amount(),
        texts.plan_column_state(),
        texts.plan_column_paid_on(),
    ];
    columns.draw(
        buf,
        row,
        &titles.map(|title| Line::from(scene.muted(title))),
    );
    rest
}

/// Sums, what they are made of, and the rates; lines that are too long leave.
pub(super) fn sums(shown: Shown<'_>, sums: Sums, width: u16) -> Vec<Line<'_>> {
    let (scene, texts, standing) = (shown.scene, shown.scene.texts, shown.standing);
    let exact = |amount| scene.exact(amount, standing.currency);
    let pair = |one: [Span<'static>; 3], other: [Span<'static>; 3]| -> Line<'static> {
        one.into_iter()
            .chain([Span::raw("   ")])
            .chain(other)
            .collect()
    };
    let left = scene.labelled(texts.plan_left(), exact(standing.outstanding));
    let all = scene.labelled(texts.plan_sum(), exact(standing.total));
    let rates = cost::rates(scene, &shown.detail.cost);
    let mut lines = vec![pair(all, left)];
    if sums == Sums::Full {
        lines.push(pair(
            scene.labelled(texts.plan_principal(), exact(shown.plan.principal)),
            scene.labelled(texts.plan_fee(), exact(standing.fee_total)),
        ));
        let stated = cost::stated(scene, shown.plan, standing.currency);
        lines.push(Line::from(scene.muted(stated)));
    }
    lines.push(rates);
    lines.retain(|line| cells::line_width(line) <= width);
    lines
}
