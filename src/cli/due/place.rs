//! Where to pay what is due.

use chrono::NaiveDate;

use crate::cli::print::{Align, Cell, Page};
use crate::domain::Book;
use crate::domain::plan::Plan;
use crate::domain::way::WhereToPay;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// The path of the way that is open for a plan; `None` where none is written down or open.
pub(super) fn pay_at<'b>(book: &'b Book, today: NaiveDate, plan: &Plan) -> Option<&'b str> {
    match WhereToPay::of(book.line_of(plan)?, today) {
        WhereToPay::At(way, _) => Some(&way.path),
        WhereToPay::NotRecorded | WhereToPay::AllClosed(..) => None,
    }
}

/// Where to pay, a line each, for the lines of these ids that have a place written down.
pub(super) fn places(
    book: &Book,
    today: NaiveDate,
    texts: Texts,
    lines: &[&str],
) -> Vec<(String, String)> {
    let due = book.lines.iter();
    let due = due.filter(|line| lines.contains(&line.id.as_str()) && !line.ways.is_empty());
    due.map(|line| {
        let place = WhereToPay::of(line, today);
        (line.name.clone(), texts.where_to_pay(place))
    })
    .collect()
}

/// Writes where to pay.
pub(super) fn write(places: &[(String, String)], page: &mut Page, texts: Texts) {
    let row = |(line, place): &(String, String)| {
        vec![
            Cell::in_role(texts.cli_way_pay_at(), Role::Muted),
            Cell::new(line),
            Cell::new(place),
        ]
    };
    let rows: Vec<_> = places.iter().map(row).collect();
    page.table(&[Align::Left; 3], &rows);
}
