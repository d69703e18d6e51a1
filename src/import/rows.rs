//! One row of a bill, understood.

use chrono::NaiveDate;

use super::day::day;
use super::digest::digest;
use super::entry::{Entry, Kind, State};
use super::figure::{Figure, figure};
use super::format::{Field, Format, Heading};
use super::service::Service;
use super::state::state;
use super::table::{Cell, Row};
use super::unreadable::Wrong;
use super::wording::{bill_month, folded, last4, masked, nth, periods};
use crate::domain::Currency;

/// Words by which a repayment is recognised.
const REPAYMENT: [&str; 5] = ["还款", "自扣", "repayment", "payment received", "autopay"];
/// Words that only speak of one.
const NO_REPAYMENT: [&str; 4] = ["还款提醒", "还款失败通知", "还款计划", "还款券"];

/// What a row says; its fields must fit the header.
pub(super) fn entry(heading: &Heading, row: &Row) -> Result<Entry, Wrong> {
    check_shape(heading, row)?;
    let texts = Texts::of(heading, row);
    let mapping = heading.format.own();
    let currency = currency(texts.currency)?;
    let on = day(
        cell(heading, row, Field::Time),
        mapping.and_then(|mapping| mapping.date_format.as_deref()),
    )?;
    let is_signed = matches!(heading.format, Format::Card | Format::Own(_));
    let figure = figure(cell(heading, row, Field::Amount), is_signed, currency)?;
    let (state, back) = match heading.place(Field::State) {
        Some(_) => state(texts.state, currency),
        None => (State::Done, None),
    };
    for number in [texts.order, texts.merchant_order] {
        check_number(number)?;
    }
    let kind = kind(heading, &texts, figure);
    let said = texts.said();
    Ok(Entry {
        line: row.line,
        on,
        amount: figure.amount,
        currency,
        kind,
        state: if texts.is_an_intention(&heading.format) {
            State::Pending
        } else {
            state
        },
        service: service(&heading.format, &texts, kind),
        of_line: mapping.and_then(|mapping| mapping.line.clone()),
        item: masked(texts.item),
        merchant: Some(masked(texts.party)).filter(|party| !party.is_empty()),
        from: last4(texts.method).into_iter().next(),
        card: card(&texts),
        reference: reference(heading, row, on, figure),
        orders: orders(&texts),
        month: bill_month(&said, on),
        nth: nth(texts.item),
        periods: periods(texts.item),
        is_proof: is_proof(&heading.format, &texts),
        back: figure.back.or(back),
    })
}

/// The texts of a row.
struct Texts<'r> {
    kind: &'r str,
    party: &'r str,
    item: &'r str,
    direction: &'r str,
    method: &'r str,
    state: &'r str,
    order: &'r str,
    merchant_order: &'r str,
    currency: &'r str,
    card: &'r str,
}

impl<'r> Texts<'r> {
    fn of(heading: &Heading, row: &'r Row) -> Self {
        let text = |field| heading.place(field).map_or("", |at| row.cell(at));
        Self {
            kind: text(Field::Kind),
            party: text(Field::Party),
            item: text(Field::Item),
            direction: text(Field::Direction),
            method: text(Field::Method),
            state: text(Field::State),
            order: text(Field::Order),
            merchant_order: text(Field::MerchantOrder),
            currency: text(Field::Currency),
            card: text(Field::Card),
        }
    }

    /// What it says about what it was for.
    fn said(&self) -> String {
        folded(&[self.item, self.kind, self.party].join(" "))
    }

    /// JD lists a purchase that will be paid later; the payment has a row of its own.
    fn is_an_intention(&self, format: &Format) -> bool {
        *format == Format::Jd && self.direction == "不计收支" && self.said().contains("先享后付")
    }
}

fn cell<'r>(heading: &Heading, row: &'r Row, field: Field) -> &'r Cell {
    const NOTHING: &Cell = &Cell::Text(String::new());
    let place = heading.place(field);
    place.and_then(|at| row.cells.get(at)).unwrap_or(NOTHING)
}

fn check_shape(heading: &Heading, row: &Row) -> Result<(), Wrong> {
    let (found, expected) = (row.len(), heading.width);
    let is_short = row.cells.len() < expected && !heading.sparse;
    if found > expected || is_short {
        let found = if is_short { row.cells.len() } else { found };
        return Err(Wrong::Ragged { found, expected });
    }
    let holds_rows = |text: &str| {
        let delimiters = text.matches([',', '\t', ';']).count();
        text.contains('\n') && delimiters + 1 >= expected
    };
    if row.cells.iter().any(|cell| holds_rows(cell.text())) {
        return Err(Wrong::Swallowed);
    }
    Ok(())
}

/// `2.02E+27` is what a spreadsheet leaves of a long number.
fn check_number(number: &str) -> Result<(), Wrong> {
    let rounded = number
        .split_once(['E', 'e'])
        .is_some_and(|(digits, power)| {
            let number = |text: &str| {
                !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            };
            number(digits) && power.strip_prefix('+').is_some_and(number)
        });
    if rounded {
        return Err(Wrong::Rounded(number.to_owned()));
    }
    Ok(())
}

fn currency(word: &str) -> Result<Currency, Wrong> {
    match word {
        "" | "人民币" | "CNY" | "RMB" | "156" => Ok(Currency::CNY),
        "美元" | "840" => Ok(Currency::new("USD").unwrap_or(Currency::CNY)),
        "港币" | "344" => Ok(Currency::new("HKD").unwrap_or(Currency::CNY)),
        word => Currency::new(word).ok_or_else(|| Wrong::Currency(word.to_owned())),
    }
}

fn kind(heading: &Heading, texts: &Texts<'_>, figure: Figure) -> Kind {
    let said = texts.said();
    let mapping = heading.format.own();
    let words = mapping.map_or(&[][..], |mapping| &mapping.repayment);
    let names = |word: &str| said.contains(word);
    let repays = match words {
        [] => REPAYMENT.into_iter().any(names) && !NO_REPAYMENT.into_iter().any(names),
        words => words.iter().any(|word| names(&folded(word))),
    };
    if names("退款") || names("退货") || names("refund") {
        Kind::Refund
    } else if repays {
        Kind::Repayment
    } else if !is_on_credit(heading, texts, figure) {
        Kind::Other
    } else if nth(texts.item).is_some() {
        Kind::Posted
    } else {
        Kind::Purchase
    }
}

/// On a shop's credit; on a card only where the text speaks of installments.
fn is_on_credit(heading: &Heading, texts: &Texts<'_>, figure: Figure) -> bool {
    let divided = periods(texts.item).is_some() || texts.item.contains("分期");
    match heading.format {
        Format::Card | Format::Own(_) => divided && !figure.negative,
        _ => {
            let shop = Service::all(texts.method).any(|service| !service.is_card);
            let card = Service::of(texts.method).is_some_and(|service| service.is_card);
            texts.direction != "收入" && (shop || (card && divided))
        }
    }
}

fn service(format: &Format, texts: &Texts<'_>, kind: Kind) -> Option<Service> {
    match (format, kind) {
        (Format::Card, _) => Some(Service::CARD),
        (_, Kind::Repayment) => Service::of(&texts.said()),
        _ => Service::of(texts.method),
    }
}

/// Whether the bill is that of the provider that was repaid; a wallet only tells what it sent.
fn is_proof(format: &Format, texts: &Texts<'_>) -> bool {
    let provider = match format {
        Format::Alipay | Format::AlipayWeb => "huabei",
        Format::Jd => "baitiao",
        Format::Meituan => "meituan",
        Format::WeChat => "fenfu",
        Format::Card => return true,
        Format::Own(_) => return false,
    };
    Service::of(&texts.said()).is_some_and(|service| service.id == provider)
}

fn card(texts: &Texts<'_>) -> Option<String> {
    let digits: String = texts.card.chars().filter(char::is_ascii_digit).collect();
    let tail = digits.get(digits.len().checked_sub(4)?..)?;
    Some(tail.to_owned())
}

/// The order number; where there is none, what tells the row from all others.
fn reference(heading: &Heading, row: &Row, on: NaiveDate, figure: Figure) -> String {
    let order = heading.place(Field::Order).map_or("", |at| row.cell(at));
    if !order.is_empty() && order != "/" {
        return order.chars().filter(|c| !c.is_control()).collect();
    }
    let digest = digest(row.cells.iter().map(Cell::text));
    format!("{}-{on}-{}-{digest}", heading.format.name(), figure.amount)
}

fn orders(texts: &Texts<'_>) -> Vec<String> {
    let numbers = [texts.order, texts.merchant_order].into_iter();
    numbers
        .filter(|number| number.len() > 3)
        .map(str::to_owned)
        .collect()
}
