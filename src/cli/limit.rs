//! `limit`: what each credit line has used, free, on its way back and blocked.

use chrono::NaiveDate;
use serde::Serialize;

use super::answer::{Answer, View, exact, marked};
use super::args;
use super::failure::Failure;
use super::json::{self, Amount, Day};
use super::pick;
use super::print::{Align, Cell, Page};
use super::record::{self, Step, Timeliness};
use crate::domain::Money;
use crate::domain::doubt::{self, Doubt};
use crate::domain::limit::LimitState;
use crate::domain::line::{CreditLine, LineStatus};
use crate::domain::record::Record;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

mod freed;
mod took;

use freed::Freed;
use took::Took;

/// What is not known.
const UNKNOWN: &str = "—";

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Limits {
    today: Day,
    /// The day the figures are of.
    on: Day,
    lines: Vec<Row>,
    /// One line was asked for: then also how long its limit took to come back.
    #[serde(skip)]
    in_full: bool,
}

#[derive(Debug, Serialize)]
struct Row {
    line: String,
    name: String,
    currency: String,
    status: &'static str,
    total: Option<Amount>,
    temporary: Amount,
    used: Amount,
    restoring: Amount,
    late: Amount,
    frozen: Amount,
    available: Option<Amount>,
    expected: Option<Amount>,
    expected_on: Option<Day>,
    items: Vec<Freed>,
    /// Why `used` is to be doubted.
    used_doubt: Option<&'static str>,
    /// Why `expected_on` is to be doubted.
    expected_doubt: Option<&'static str>,
    measured: Vec<Took>,
    record: Timeliness,
    /// Its totals, oldest first.
    totals: Vec<Step>,
    #[serde(skip)]
    stands: LineStatus,
    #[serde(skip)]
    in_doubt: InDoubt,
}

/// Why figures of a line are to be doubted.
#[derive(Debug)]
struct InDoubt {
    used: Option<Doubt>,
    expected: Option<Doubt>,
}

/// The limits of the view's day.
pub(super) fn limit(
    view: &View<'_>,
    args: &args::Limit,
    today: NaiveDate,
) -> Result<Limits, Failure> {
    let only = if args.line.is_empty() {
        None
    } else {
        Some(pick::line(view.book, &args.line.join(" "), view.texts)?)
    };
    Ok(of(view, only, today))
}

/// All limits, or that of the line of this index.
pub(super) fn of(view: &View<'_>, only: Option<usize>, today: NaiveDate) -> Limits {
    let lines = view
        .book
        .lines
        .iter()
        .zip(&view.position.limits)
        .enumerate();
    let lines = lines.filter(|(k, _)| only.is_none_or(|only| only == *k));
    Limits {
        today: Day(today),
        on: Day(view.today()),
        lines: lines
            .map(|(_, (line, state))| Row::of(view, line, state))
            .collect(),
        in_full: only.is_some(),
    }
}

impl Row {
    fn of(view: &View<'_>, line: &CreditLine, state: &LimitState) -> Self {
        let amount = |money: Money| Amount(money, line.currency);
        let freed = state.out.iter();
        let items: Vec<_> = freed
            .filter_map(|freed| Freed::of(view, freed, &amount))
            .collect();
        let in_doubt = InDoubt {
            used: doubt::of_used(view.book, line, view.position),
            expected: items
                .iter()
                .filter(|item| !item.is_late)
                .filter_map(|item| item.doubted)
                .min(),
        };
        let record = Record::of_line(view.book, &line.id, &view.position.plans);
        Self {
            line: line.id.to_string(),
            name: line.name.clone(),
            currency: line.currency.to_string(),
            status: json::line(line.status),
            total: state.total.map(amount),
            temporary: amount(state.temporary),
            used: amount(state.used),
            restoring: amount(state.restoring),
            late: amount(state.late),
            frozen: amount(state.frozen),
            available: state.available.map(amount),
            expected: state.expected.map(amount),
            expected_on: state.expected_on.map(Day),
            items,
            used_doubt: in_doubt.used.map(json::doubt),
            expected_doubt: in_doubt.expected.map(json::doubt),
            measured: Took::all(view.book, &state.measures),
            record: Timeliness::of(&record),
            totals: Step::all(&record, line),
            stands: line.status,
            in_doubt,
        }
    }

    fn is_in_doubt(&self) -> bool {
        let items = self.items.iter();
        self.in_doubt.used.is_some() || items.map(|item| item.doubted).any(|doubt| doubt.is_some())
    }

    fn cells(&self, texts: Texts) -> Vec<Cell> {
        let some = |amount: Amount, role: Role| {
            if amount.0.is_zero() {
                return Cell::new("");
            }
            Cell::in_role(exact(amount.0, amount.1), role)
        };
        let known = |amount: Option<Amount>| {
            amount.map_or_else(|| UNKNOWN.to_owned(), |amount| exact(amount.0, amount.1))
        };
        let by = self.expected.and(self.expected_on);
        let by = by.map(|on| texts.cli_by_day(&on.0.to_string()));
        let by = by.map(|by| marked(by, self.in_doubt.expected));
        let role = if self.stands == LineStatus::Active {
            Role::Text
        } else {
            Role::Frozen
        };
        vec![
            Cell::new(&*self.name),
            Cell::in_role(texts.line_status(self.stands), role),
            Cell::new(known(self.total)),
            some(self.temporary, Role::Text),
            Cell::new(marked(exact(self.used.0, self.used.1), self.in_doubt.used)),
            some(self.restoring, Role::Restoring),
            some(self.late, Role::Overdue),
            some(self.frozen, Role::Frozen),
            Cell::in_role(known(self.available), Role::Accent),
            Cell::new(known(self.expected)),
            Cell::new(by.unwrap_or_default()),
        ]
    }
}

impl Answer for Limits {
    fn write(&self, page: &mut Page, texts: Texts) {
        if self.lines.is_empty() {
            page.line(texts.cli_limits_none());
            return;
        }
        let heads = [
            texts.cli_line(),
            texts.cli_state(),
            texts.cli_total(),
            texts.cli_temporary(),
            texts.used(),
            texts.restoring(),
            texts.restore_late(),
            texts.frozen(),
            texts.cli_available(),
            texts.cli_expected(),
            "",
        ];
        let mut rows = vec![heads.map(|head| Cell::in_role(head, Role::Muted)).to_vec()];
        rows.extend(self.lines.iter().map(|line| line.cells(texts)));
        let (left, right) = (Align::Left, Align::Right);
        let columns = [
            left, left, right, right, right, right, right, right, right, right, left,
        ];
        page.table(&columns, &without_empty(rows));
        let items: Vec<_> = self
            .lines
            .iter()
            .flat_map(|line| line.items.iter().map(|item| item.cells(&line.name, texts)))
            .collect();
        if !items.is_empty() {
            page.gap();
            page.table(&[left, left, right, left, left, left, left, left], &items);
        }
        if self.in_full {
            for line in &self.lines {
                took::write(&line.measured, page, texts);
                record::write(&line.record, &line.totals, page, texts);
            }
        }
        if self.lines.iter().any(Row::is_in_doubt) {
            page.gap();
            page.line(texts.cli_doubt_legend());
        }
    }
}

/// The rows without the columns in which only the head says something.
fn without_empty(rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let columns = rows.first().map_or(0, Vec::len);
    let is_used = |k: usize| {
        let mut cells = rows.iter().skip(1).filter_map(|row| row.get(k));
        cells.any(|cell| !cell.is_empty())
    };
    let used: Vec<bool> = (0..columns).map(is_used).collect();
    let blank = |(cell, used): (Cell, &bool)| if *used { cell } else { Cell::new("") };
    rows.into_iter()
        .map(|row| row.into_iter().zip(&used).map(blank).collect())
        .collect()
}
