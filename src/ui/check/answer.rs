//! The answer of each line: fits, later or not, and why.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::look;
use crate::app::overlay::CheckAnswer;
use crate::domain::limit_check::{LineCheck, Reason, Unlock, Verdict};
use crate::domain::{Currency, Money};
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::cells::{self, Align};
use crate::ui::columns::{Column, Columns};
use crate::ui::scene::Scene;
use crate::ui::wrap::wrap;

/// Blanks before a reason.
const INDENT: u16 = 2;
/// Below this width the words are short ones.
const NARROW: u16 = 50;
/// So many plans to pay first have a row each; the others share one.
const PAY_FIRST_ROWS: usize = 3;

/// What is said about one line: a row, and reasons below it.
pub(super) struct Block {
    row: [Line<'static>; 6],
    reasons: Vec<Line<'static>>,
}

impl Block {
    /// How many rows it takes with all its reasons.
    pub(super) fn rows(&self) -> usize {
        1 + self.reasons.len()
    }
}

/// The answers in file order; before a price is typed, what each line allows. A narrow box has
/// short words.
pub(super) fn blocks(scene: Scene<'_>, answer: &CheckAnswer, width: u16) -> Vec<Block> {
    let currency = scene.model.board.currency;
    match answer {
        CheckAnswer::Checked { check, .. } => check
            .lines
            .iter()
            .map(|line| block(scene, line, currency, width))
            .collect(),
        CheckAnswer::Empty | CheckAnswer::NotAnAmount => {
            let rows = scene.model.board.lines.iter();
            rows.filter(|row| row.currency == currency)
                .map(|row| unasked(scene, row.line, currency))
                .collect()
        }
    }
}

/// The most that fits on any line, and on which.
pub(super) fn most(scene: Scene<'_>) -> Line<'static> {
    let (board, texts) = (&scene.model.board, scene.texts);
    let rows = board
        .lines
        .iter()
        .filter(|row| row.currency == board.currency);
    let free = rows.filter_map(|row| Some((board.position.limits.get(row.line)?.available?, row)));
    let best = free.max_by_key(|(free, _)| *free);
    Line::from(match best.filter(|(free, _)| free.is_positive()) {
        Some((free, row)) => {
            let amount = scene.amounts().free(free, row.currency);
            scene.muted(texts.check_most(&amount, scene.line_name(row.line)))
        }
        None => scene.muted(texts.check_nowhere()),
    })
}

fn block(scene: Scene<'_>, check: &LineCheck, currency: Currency, width: u16) -> Block {
    let (texts, amounts) = (scene.texts, scene.amounts());
    let (state, role) = look(check.verdict);
    let is_short = check.shortfall.is_positive();
    let short = is_short.then(|| amounts.debt(check.shortfall, currency));
    let left = check.left.map(|left| amounts.free(left, currency));
    let is_narrow = width < NARROW;
    let (word, figure) = match (check.verdict, check.from, is_narrow) {
        (Verdict::Yes, _, true) => (texts.check_left().to_owned(), left),
        (Verdict::Yes, _, false) => (texts.check_fits().to_owned(), left),
        (Verdict::Later, Some(from), false) if is_short => {
            (texts.check_from(&month_day(from)), short)
        }
        (Verdict::Later, _, _) if !is_short => (texts.check_after().to_owned(), None),
        _ if is_short => (texts.check_short().to_owned(), short),
        _ => (texts.check_blocked().to_owned(), None),
    };
    Block {
        row: [
            Line::from(scene.ink(state.glyph(), role)),
            Line::from(scene.text(scene.line_name(check.line).to_owned())),
            available(scene, check.available, currency),
            Line::from(scene.ink(word, role)),
            Line::from(scene.bold(figure.unwrap_or_default(), role)),
            out(scene, check.line, currency),
        ],
        reasons: reasons(scene, check, currency, width),
    }
}

/// A line before a price is typed.
fn unasked(scene: Scene<'_>, line: usize, currency: Currency) -> Block {
    let limit = scene.model.board.position.limits.get(line);
    let free = limit.and_then(|limit| limit.available);
    Block {
        row: [
            Line::from(scene.glyph(State::Open)),
            Line::from(scene.text(scene.line_name(line).to_owned())),
            available(scene, free, currency),
            Line::default(),
            Line::default(),
            out(scene, line, currency),
        ],
        reasons: Vec::new(),
    }
}

fn available(scene: Scene<'_>, free: Option<Money>, currency: Currency) -> Line<'static> {
    Line::from(match free {
        Some(free) => scene.text(scene.amounts().free(free, currency)),
        None => scene.muted("—"),
    })
}

/// What is on its way back, late or in time.
fn out(scene: Scene<'_>, line: usize, currency: Currency) -> Line<'static> {
    let Some(limit) = scene.model.board.position.limits.get(line) else {
        return Line::default();
    };
    let state = if limit.late.is_positive() {
        State::RestoreLate
    } else {
        State::Restoring
    };
    let sum = limit.restoring + limit.late;
    if sum.is_zero() {
        return Line::default();
    }
    let figure = scene.amounts().debt(sum, currency);
    Line::from(scene.ink(format!("{} {figure}", state.glyph()), state.role()))
}

/// What else stands in the way, and what to pay first. That it is short stands in the row.
fn reasons(
    scene: Scene<'_>,
    check: &LineCheck,
    currency: Currency,
    width: u16,
) -> Vec<Line<'static>> {
    let why = check
        .reasons
        .iter()
        .filter(|reason| !matches!(reason, Reason::InsufficientLimit { .. }))
        .map(|reason| scene.texts.reason(reason, scene.amounts(), currency))
        .flat_map(|words| wrap(&words, width.saturating_sub(INDENT)))
        .map(|words| Line::from(scene.muted(words)));
    let mut runs = check.unlock.chunk_by(|one, next| one.plan == next.plan);
    let first: Vec<_> = runs.by_ref().take(PAY_FIRST_ROWS).collect();
    let rest: Vec<_> = runs.collect();
    let first = first
        .into_iter()
        .filter_map(|run| pay_first(scene, run, currency));
    let waits = check.verdict == Verdict::Later && check.unlock.is_empty();
    let wait = (waits && check.shortfall.is_positive())
        .then(|| Line::from(scene.muted(scene.texts.check_wait())));
    why.chain(first)
        .chain(pay_as_well(scene, &rest, currency))
        .chain(wait)
        .collect()
}

/// The plans there is no row for, and all they ask for.
fn pay_as_well(scene: Scene<'_>, rest: &[&[Unlock]], currency: Currency) -> Option<Line<'static>> {
    let sum = rest
        .iter()
        .copied()
        .flatten()
        .map(|unlock| unlock.pay)
        .sum();
    (!rest.is_empty()).then(|| {
        Line::from(vec![
            scene.bold(scene.exact(sum, currency), Role::Due),
            scene.muted(format!("  {}", scene.texts.check_more_plans(rest.len()))),
        ])
    })
}

/// Installments of one plan to pay first, and all they ask for.
fn pay_first(scene: Scene<'_>, run: &[Unlock], currency: Currency) -> Option<Line<'static>> {
    let (first, last) = (run.first()?, run.last()?);
    let texts = scene.texts;
    let which = if first.n == last.n {
        texts.nth_installment(first.n)
    } else {
        texts.check_installments(first.n, last.n)
    };
    let sum = run.iter().map(|unlock| unlock.pay).sum();
    Some(Line::from(vec![
        scene.bold(scene.exact(sum, currency), Role::Due),
        scene.muted(format!(
            "  {} {} {which}",
            texts.check_pay_first(),
            scene.item(first.plan)
        )),
    ]))
}

/// Draws the answers; where the room is short reasons leave before lines do.
pub(super) fn draw(scene: Scene<'_>, buf: &mut Buffer, area: Rect, blocks: &[Block]) {
    if blocks.is_empty() {
        let none = Line::from(scene.muted(scene.texts.check_no_lines()));
        cells::put_in(buf, area, &none, Align::Left);
    }
    let columns = columns(blocks, area.width);
    let room = usize::from(area.height);
    let all_fit = blocks.len() <= room;
    let seen = if all_fit {
        blocks.len()
    } else {
        room.saturating_sub(1)
    };
    let mut spare = room.saturating_sub(seen);
    let mut rows = area.rows();
    for block in blocks.iter().take(seen) {
        let Some(row) = rows.next() else { return };
        columns.draw(buf, row, &block.row);
        for reason in &block.reasons {
            if spare == 0 || !all_fit {
                break;
            }
            let Some(row) = rows.next() else { return };
            spare -= 1;
            let indented = Rect {
                x: row.x + INDENT,
                width: row.width.saturating_sub(INDENT),
                ..row
            };
            cells::put_in(buf, indented, reason, Align::Left);
        }
    }
    if let (false, Some(row)) = (all_fit, rows.next()) {
        let rest = scene.texts.check_more(blocks.len() - seen);
        cells::put_in(buf, row, &Line::from(scene.muted(rest)), Align::Left);
    }
}

fn columns(blocks: &[Block], width: u16) -> Columns {
    let widest = |place: usize| {
        let widths = blocks
            .iter()
            .map(|block| cells::line_width(&block.row[place]));
        widths.max().unwrap_or(0)
    };
    Columns::fit(
        &[
            Column::fixed(1),
            Column::growing(10).gap(1),
            Column::fixed(widest(2)).right().leaves(2),
            Column::fixed(widest(3)).leaves(3),
            Column::fixed(widest(4)).right(),
            Column::fixed(widest(5)).leaves(1),
        ],
        width,
    )
}
