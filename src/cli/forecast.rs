//! `forecast`: what each of the coming months asks for, by credit line.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

use super::answer::{Answer, View, exact};
use super::args;
use super::json::{Amount, Day};
use super::print::{Align, Cell, Page, bar};
use crate::domain::forecast::{self, LineMonths};
use crate::domain::{Currency, Money};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// The most lines with a column of their own; the others share one.
const COLUMNS: usize = 4;
/// Cells of the longest bar.
const BAR: u32 = 20;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Forecast {
    today: Day,
    #[serde(flatten)]
    own: Ahead,
    /// The shopper's own ceiling, in the book's currency.
    monthly_cap: Option<Amount>,
    /// What is open in other currencies than the book's; never added up with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<Ahead>,
}

#[derive(Debug, Serialize)]
struct Ahead {
    currency: String,
    months: Vec<Row>,
    free_on: Option<Day>,
    peak: Option<Peak>,
    /// All that is open, also after these months.
    outstanding: Amount,
    #[serde(skip)]
    columns: Vec<Column>,
}

#[derive(Debug, Serialize)]
struct Row {
    month: String,
    total: Amount,
    above_cap: bool,
    by_line: Vec<Part>,
    #[serde(skip)]
    first: NaiveDate,
}

#[derive(Debug, Serialize)]
struct Part {
    line: Option<String>,
    total: Amount,
}

#[derive(Debug, Serialize)]
struct Peak {
    month: String,
    total: Amount,
}

/// A column of the table for people.
#[derive(Debug)]
struct Column {
    title: String,
    totals: Vec<Money>,
}

/// The coming months of the book.
pub(super) fn forecast(view: &View<'_>, args: &args::Forecast) -> Forecast {
    let (own, cap) = (view.book.currency, view.book.settings.monthly_cap);
    let open = view.position.plans.iter();
    let open = open.filter(|standing| standing.status.is_open());
    let mut others: Vec<Currency> = open.map(|standing| standing.currency).collect();
    others.sort_unstable();
    others.dedup();
    others.retain(|currency| *currency != own);
    Forecast {
        today: Day(view.today()),
        own: Ahead::of(view, own, args.months, cap),
        monthly_cap: cap.map(|cap| Amount(cap, own)),
        others: others
            .into_iter()
            .map(|currency| Ahead::of(view, currency, args.months, None))
            .collect(),
    }
}

impl Ahead {
    fn of(view: &View<'_>, currency: Currency, count: u32, cap: Option<Money>) -> Self {
        let months = forecast::months(view.position, currency, count);
        let parts = forecast::by_line(view.book, view.position, currency, count);
        let paid_off = forecast::paid_off(view.position, currency);
        let amount = |money| Amount(money, currency);
        let peak = forecast::peak(&months).map(|peak| Peak {
            month: year_month(peak.month),
            total: amount(peak.total),
        });
        let row = |(k, month): (usize, &forecast::MonthDue)| Row {
            month: year_month(month.month),
            total: amount(month.total),
            above_cap: cap.is_some_and(|cap| month.total > cap),
            by_line: asked_in(view, &parts, k)
                .map(|(line, total)| Part {
                    line,
                    total: amount(total),
                })
                .collect(),
            first: month.month,
        };
        Self {
            currency: currency.to_string(),
            months: months.iter().enumerate().map(row).collect(),
            free_on: paid_off.map(|(day, _)| Day(day)),
            peak,
            outstanding: amount(paid_off.map_or(Money::ZERO, |(_, open)| open)),
            columns: columns(view, parts),
        }
    }

    fn write(&self, cap: Option<Amount>, page: &mut Page, texts: Texts) {
        let Some(Day(free_on)) = self.free_on else {
            page.line(texts.ahead_nothing_open());
            return;
        };
        if let Some(peak) = &self.peak {
            self.table(peak, page, texts);
            page.gap();
        }
        if let Some(Amount(cap, currency)) = cap {
            page.line(texts.ahead_cap(&exact(cap, currency)));
        }
        let Amount(open, currency) = self.outstanding;
        page.line(texts.ahead_free_on(&free_on.to_string(), &exact(open, currency)));
    }

    fn table(&self, peak: &Peak, page: &mut Page, texts: Texts) {
        let heads = self.columns.iter().map(|column| column.title.as_str());
        let heads = std::iter::once(texts.ahead_month())
            .chain(heads)
            .chain([texts.ahead_in_all()]);
        let mut rows = vec![heads.map(|head| Cell::in_role(head, Role::Muted)).collect()];
        let months = self.months.iter().enumerate();
        rows.extend(months.map(|(k, month)| self.row(k, month, peak, texts)));
        let figures = std::iter::repeat_n(Align::Right, self.columns.len() + 1);
        let columns = std::iter::once(Align::Left).chain(figures);
        let columns: Vec<_> = columns.chain([Align::Left; 2]).collect();
        page.table(&columns, &rows);
    }

    fn row(&self, k: usize, month: &Row, peak: &Peak, texts: Texts) -> Vec<Cell> {
        let Amount(total, currency) = month.total;
        let money = |amount: Money| {
            let asked = Some(amount).filter(|amount| amount.is_positive());
            let asked = asked.map(|amount| exact(amount, currency));
            Cell::new(asked.unwrap_or_default())
        };
        let parts = self.columns.iter().map(|column| column.totals.get(k));
        let is_peak = peak.month == month.month;
        let role = if month.above_cap {
            Role::Due
        } else {
            Role::Muted
        };
        let marks = [
            is_peak.then(|| texts.ahead_peak()),
            month.above_cap.then(|| texts.ahead_above_cap()),
        ];
        let marks: Vec<&str> = marks.into_iter().flatten().collect();
        let mut row = vec![Cell::new(texts.month_of_year(month.first))];
        row.extend(parts.map(|part| money(part.copied().unwrap_or_default())));
        row.push(money(total));
        row.push(Cell::in_role(bar(total, peak.total.0, BAR), role));
        row.push(Cell::in_role(marks.join(texts.list_comma()), role));
        row
    }
}

impl Answer for Forecast {
    fn write(&self, page: &mut Page, texts: Texts) {
        self.own.write(self.monthly_cap, page, texts);
        for other in &self.others {
            page.gap();
            other.write(None, page, texts);
        }
    }
}

fn year_month(month: NaiveDate) -> String {
    month.format("%Y-%m").to_string()
}

/// The id of each line that asks for something in the `k`-th month, and how much.
fn asked_in(
    view: &View<'_>,
    parts: &[LineMonths],
    k: usize,
) -> impl Iterator<Item = (Option<String>, Money)> {
    parts.iter().filter_map(move |part| {
        let total = part.totals.get(k).filter(|total| total.is_positive())?;
        let line = part.line.and_then(|k| view.book.lines.get(k));
        Some((line.map(|line| line.id.to_string()), *total))
    })
}

/// The columns for people: the lines that ask for the most, the rest together in the last one. A
/// single line needs none.
fn columns(view: &View<'_>, mut parts: Vec<LineMonths>) -> Vec<Column> {
    if parts.len() < 2 {
        return Vec::new();
    }
    parts.sort_by_key(|part| Reverse(part.totals.iter().copied().sum::<Money>()));
    let rest = if parts.len() > COLUMNS {
        parts.split_off(COLUMNS - 1)
    } else {
        Vec::new()
    };
    let title = |part: &LineMonths| match part.line.and_then(|k| view.book.lines.get(k)) {
        Some(line) => line.name.clone(),
        None => view.texts.ahead_without_line().to_owned(),
    };
    let column = |part: LineMonths| Column {
        title: title(&part),
        totals: part.totals,
    };
    let mut columns: Vec<_> = parts.into_iter().map(column).collect();
    let other = rest.into_iter().reduce(|mut sum, part| {
        for (total, more) in sum.totals.iter_mut().zip(part.totals) {
            *total += more;
        }
        sum
    });
    columns.extend(other.map(|part| Column {
        title: view.texts.ahead_other_lines().to_owned(),
        totals: part.totals,
    }));
    columns
}
