//! What the provider's app shows, and why the book expects another figure.

use super::field::{Field, FieldName as F};
use super::outcome::GapOutcome;
use super::place::Place;
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::gap::Gap;
use crate::domain::line::Seen;
use crate::domain::{Command, LineId};

/// What the book expects of the selected line, today.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let book = model.book().ok_or(Said::NoFile)?;
    let line = model.line_of_selected().ok_or(Said::NoLine)?;
    let currency = book.lines.get(line).ok_or(Said::NoLine)?.currency;
    let limit = model.board.position.limits.get(line);
    let shown = limit.and_then(|limit| limit.available);
    let shown = shown.map_or_else(String::new, |shown| shown.plain(currency));
    let fields = vec![
        Field::text(F::Shown, &shown),
        Field::text(F::Date, &model.today.to_string()),
    ];
    Ok((None, currency, fields))
}

pub(super) fn command(form: &Form, line: &LineId, model: &Model) -> Result<Command, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let command = Command::Seen {
        line: line.clone(),
        available: read.signed(F::Shown, form.currency),
        on: read.day(F::Date),
    };
    read.done(command)
}

/// What explains the difference; nothing where the total is unknown.
pub(super) fn outcome(form: &Form, model: &Model, command: &Command) -> Option<GapOutcome> {
    let Command::Seen { on, available, .. } = command else {
        return None;
    };
    let Some(Place::Line { line, .. }) = &form.place else {
        return None;
    };
    let seen = Seen {
        on: *on,
        available: *available,
    };
    let gap = Gap::of(model.book()?, *line, seen, &model.calendar)?;
    Some(GapOutcome { gap })
}
