//! Which tables there are: a row an installment, a row a payment, a row a plan.

use chrono::NaiveDate;

use super::{Cell, Column, Table};
use crate::domain::allocation::Source;
use crate::domain::plan::Plan;
use crate::domain::standing::{InstallmentStanding, PlanStanding, PlanStatus};
use crate::domain::{Book, Money, Position};
use crate::settings::texts::Texts;

/// Columns by their names and heads.
macro_rules! columns {
    ($($name:literal $head:ident,)+) => { vec![$(Column($name, Texts::$head)),+] };
}

/// A row an installment, plan by plan. How one stands is worded by the caller.
pub fn installments(
    book: &Book,
    position: &Position,
    status: impl Fn(&InstallmentStanding) -> String,
) -> Table {
    let rows = standings(book, position).flat_map(|(plan, standing)| {
        let row = |one: &InstallmentStanding| {
            let (row, status) = (&one.row, status(one));
            let amount = |money: Money| Cell::Amount(money, standing.currency);
            vec![
                Cell::Text(plan.id.to_string()),
                Cell::Text(plan.item.clone()),
                Cell::text(plan.merchant.as_ref()),
                Cell::text(plan.line.as_ref()),
                Cell::Count(one.n() as usize),
                Cell::Count(plan.periods as usize),
                Cell::Day(one.due()),
                amount(row.installment.principal),
                amount(row.installment.own_fee()),
                amount(row.installment.amount()),
                amount(row.paid()),
                amount(row.outstanding()),
                Cell::Text(standing.currency.to_string()),
                Cell::Text(status),
                Cell::day(row.last_paid),
            ]
        };
        standing.installments.iter().map(row).collect::<Vec<_>>()
    });
    Table {
        rows: rows.collect(),
        columns: columns![
            "plan" csv_plan, "item" csv_item, "merchant" csv_merchant, "line" csv_line,
            "n" csv_n, "of" csv_of, "due" csv_due, "principal" csv_principal, "fee" csv_fee,
            "amount" csv_amount, "paid" csv_paid, "outstanding" csv_outstanding,
            "currency" csv_currency, "status" csv_status, "paid_on" csv_paid_on,
        ],
    }
}

/// A row a payment, refund or early settlement, oldest first. What went out is positive.
pub fn payments(book: &Book, position: &Position) -> Table {
    let mut rows: Vec<_> = standings(book, position)
        .flat_map(|(plan, standing)| {
            let paid = (0..plan.payments.len()).map(Source::Payment);
            let refunded = (0..plan.refunds.len()).map(Source::Refund);
            let settled = plan.settled.map(|_| Source::Settlement);
            let all = paid.chain(refunded).chain(settled);
            all.filter_map(move |source| happened(plan, standing, source))
        })
        .collect();
    rows.sort_by_key(|(on, _)| *on);
    Table {
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        columns: columns![
            "date" csv_date, "kind" csv_kind, "plan" csv_plan, "item" csv_item, "line" csv_line,
            "n" csv_n, "amount" csv_amount, "principal" csv_principal, "fee" csv_fee,
            "currency" csv_currency, "method" csv_method, "ref" csv_ref,
            "restored" csv_restored, "verified" csv_verified,
        ],
    }
}

/// What happened, with its day; principal and fee are the parts it ended.
fn happened(
    plan: &Plan,
    standing: &PlanStanding,
    source: Source,
) -> Option<(NaiveDate, Vec<Cell>)> {
    let parts = || {
        standing
            .parts
            .iter()
            .filter(move |part| part.source == source)
    };
    let principal: Money = parts().map(|part| part.principal).sum();
    let fee: Money = parts().map(|part| part.fee).sum();
    let n = parts().find(|part| part.covers()).map(|part| part.n);
    let (on, kind, amount, more) = of_source(plan, source)?;
    let money = |money: Money| Cell::Amount(money, standing.currency);
    let mut row = vec![
        Cell::Day(on),
        Cell::Text(kind.to_owned()),
        Cell::Text(plan.id.to_string()),
        Cell::Text(plan.item.clone()),
        Cell::text(plan.line.as_ref()),
        n.map_or(Cell::Empty, |n| Cell::Count(n as usize)),
        money(amount),
        money(principal),
        money(fee),
        Cell::Text(standing.currency.to_string()),
    ];
    row.extend(more);
    Some((on, row))
}

/// The day, the kind, what went out, and the cells that only some have: the way to pay, the
/// reference, when limit was back, when it was verified.
fn of_source(plan: &Plan, source: Source) -> Option<(NaiveDate, &'static str, Money, [Cell; 4])> {
    let only =
        |reference: Option<&String>| [Cell::Empty, Cell::text(reference), Cell::Empty, Cell::Empty];
    Some(match source {
        Source::Payment(k) => {
            let payment = plan.payments.get(k)?;
            let more = [
                Cell::text(payment.via.as_ref()),
                Cell::text(payment.reference.as_ref()),
                Cell::day(payment.restored),
                Cell::day(payment.verified),
            ];
            (payment.on, "payment", payment.amount, more)
        }
        Source::Refund(k) => {
            let refund = plan.refunds.get(k)?;
            (
                refund.on,
                "refund",
                -refund.amount,
                only(refund.reference.as_ref()),
            )
        }
        Source::Settlement => {
            let settled = plan.settled?;
            (settled.on, "settlement", settled.amount, only(None))
        }
        Source::Replacement => return None,
    })
}

/// A row a plan, with what is left of it. How one stands is worded by the caller.
pub fn plans(book: &Book, position: &Position, status: impl Fn(PlanStatus) -> String) -> Table {
    let rows = standings(book, position).map(|(plan, standing)| {
        let amount = |money: Money| Cell::Amount(money, standing.currency);
        vec![
            Cell::Text(plan.id.to_string()),
            Cell::Text(plan.item.clone()),
            Cell::text(plan.merchant.as_ref()),
            Cell::text(plan.line.as_ref()),
            Cell::text(plan.order.as_ref()),
            Cell::day(plan.bought),
            amount(plan.principal),
            amount(standing.fee_total),
            amount(standing.total),
            amount(standing.paid),
            amount(standing.outstanding),
            Cell::Text(standing.currency.to_string()),
            Cell::Count(standing.paid_periods()),
            Cell::Count(plan.periods as usize),
            Cell::day(standing.next().map(InstallmentStanding::due)),
            Cell::Text(status(standing.status)),
            Cell::text(plan.note.as_ref()),
        ]
    });
    Table {
        rows: rows.collect(),
        columns: columns![
            "plan" csv_plan, "item" csv_item, "merchant" csv_merchant, "line" csv_line,
            "order" csv_order, "bought" csv_bought, "principal" csv_principal, "fee" csv_fee,
            "total" csv_total, "paid" csv_paid, "outstanding" csv_outstanding,
            "currency" csv_currency, "paid_periods" csv_paid_periods, "periods" csv_of,
            "next_due" csv_next_due, "status" csv_status, "note" csv_note,
        ],
    }
}

fn standings<'b>(
    book: &'b Book,
    position: &'b Position,
) -> impl Iterator<Item = (&'b Plan, &'b PlanStanding)> {
    book.plans.iter().zip(&position.plans)
}
