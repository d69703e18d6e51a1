//! `add`: a new plan from flags.

use chrono::NaiveDate;

use super::args;
use super::failure::Failure;
use super::file::Opened;
use super::pick;
use super::run::Desk;
use super::trial::{self, Told};
use super::typed::{amount, day, positive};
use crate::domain::due::{AnchorDay, Every, due_date};
use crate::domain::fee::Fee;
use crate::domain::id::NotAnId;
use crate::domain::line::CreditLine;
use crate::domain::plan::Plan;
use crate::domain::rules::{Rules, Statement, StatementDue};
use crate::domain::{
    Book, Command, Currency, MethodId, Money, PlanId, Position, command, forecast,
};
use crate::settings::format::Amounts;
use crate::settings::plan_id::plan_id;
use crate::settings::texts::Texts;
use crate::settings::typed_fee::{NotAFee, typed_fee};

/// Adds a plan.
pub(super) fn add(desk: &Desk, opened: &Opened, args: &args::Add) -> Result<Told, Failure> {
    let book = opened.document.book();
    let line = match &args.terms.line {
        Some(typed) => Some(&book.lines[pick::line(book, typed, desk.texts)?]),
        None => None,
    };
    let currency = line.map_or(book.currency, |line| line.currency);
    let plan = new_plan(desk, book, line, args)?;
    let command = Command::Add(Box::new(plan));
    if !args.above_cap && !args.terms.dry_run {
        below_cap(desk, opened, &command)?;
    }
    trial::carry(desk, opened, command, currency, args.terms.dry_run)
}

/// A month above the shopper's own ceiling is not entered by the way: it takes a word.
fn below_cap(desk: &Desk, opened: &Opened, command: &Command) -> Result<(), Failure> {
    let (book, calendar) = (opened.document.book(), &opened.calendar);
    let Ok(after) = command::apply(book, command, calendar, desk.today) else {
        return Ok(());
    };
    let position = |book| Position::of(book, calendar, desk.today);
    match forecast::brought_above_cap(&after, &position(book), &position(&after)) {
        Some(above) => {
            let why = desk.texts.reason(&above, Amounts::SHOWN, book.currency);
            Err(Failure::wrong_use(desk.texts.cli_above_cap(&why)))
        }
        None => Ok(()),
    }
}

fn new_plan(
    desk: &Desk,
    book: &Book,
    line: Option<&CreditLine>,
    args: &args::Add,
) -> Result<Plan, Failure> {
    let (today, texts, flags) = (desk.today, desk.texts, &args.terms);
    let currency = line.map_or(book.currency, |line| line.currency);
    let money = |typed: &Option<String>| {
        let read = |typed: &String| amount(typed, currency, texts);
        typed.as_ref().map(read).transpose()
    };
    let date = |typed: &Option<String>| {
        let read = |typed: &String| day(Some(typed), today, texts);
        typed.as_ref().map(read).transpose()
    };
    let (price, down_payment) = (money(&args.price)?, money(&args.down)?);
    let principal = principal(args, (price, down_payment), currency, texts)?;
    let every = every(args, texts)?;
    let bought = date(&flags.bought)?.unwrap_or(today);
    let posted = date(&flags.posted)?;
    let bills = Rules::of_line(line).statement;
    let anchor = flags.due_day.and_then(AnchorDay::new);
    let (first_due, usual_day) = match date(&flags.first_due)? {
        Some(first) => (first, AnchorDay::of(first)),
        None => first_due(bills, posted.unwrap_or(bought), every)
            .ok_or_else(|| Failure::wrong_use(texts.failure_clock()))?,
    };
    Ok(Plan {
        line: line.map(|line| line.id.clone()),
        item: args.item.clone(),
        merchant: flags.merchant.clone(),
        order: flags.order.clone(),
        bought: Some(bought),
        posted,
        price,
        down_payment,
        balloon: money(&flags.balloon)?,
        anchor: anchor.unwrap_or(usual_day),
        every,
        fee: fee(args, currency, texts)?,
        autopay: autopay(args, book, texts)?,
        paid_through: flags.paid_through.unwrap_or_default(),
        note: args.note.clone(),
        replaces: replaced(args, book, texts)?,
        ..Plan::new(id(args, book, texts)?, principal, args.periods, first_due)
    })
}

fn autopay(args: &args::Add, book: &Book, texts: Texts) -> Result<Option<MethodId>, Failure> {
    let Some(typed) = &args.terms.autopay else {
        return Ok(None);
    };
    let method = &book.methods[pick::method(book, typed, texts)?];
    Ok(Some(method.id.clone()))
}

fn replaced(args: &args::Add, book: &Book, texts: Texts) -> Result<Option<PlanId>, Failure> {
    let Some(typed) = &args.replaces else {
        return Ok(None);
    };
    let plan = &book.plans[pick::plan(book, std::slice::from_ref(typed), texts)?];
    Ok(Some(plan.id.clone()))
}

/// What is financed: as it was typed, else the price less the down payment.
fn principal(
    args: &args::Add,
    (price, down): (Option<Money>, Option<Money>),
    currency: Currency,
    texts: Texts,
) -> Result<Money, Failure> {
    if let Some(typed) = &args.terms.principal {
        return positive(typed, currency, texts);
    }
    let financed = price.unwrap_or_default() - down.unwrap_or_default();
    if financed.is_positive() {
        Ok(financed)
    } else if down.is_some() {
        Err(Failure::wrong_use(texts.cli_down_too_large()))
    } else {
        Err(Failure::wrong_use(texts.cli_amount_zero()))
    }
}

fn every(args: &args::Add, texts: Texts) -> Result<Every, Failure> {
    let Some(typed) = &args.terms.every else {
        return Ok(Every::MONTH);
    };
    Every::parse(typed.trim()).ok_or_else(|| Failure::wrong_use(texts.happen_bad_every(typed)))
}

fn fee(args: &args::Add, currency: Currency, texts: Texts) -> Result<Fee, Failure> {
    let Some(typed) = &args.terms.fee else {
        return Ok(Fee::default());
    };
    match typed_fee(typed, currency) {
        Ok(fee) => Ok(fee),
        Err(NotAFee) => Err(Failure::wrong_use(texts.cli_bad_fee(typed))),
    }
}

/// The due date of the bill the purchase is in where the line has bills, else one step later; and
/// the day of the month that later ones aim at.
fn first_due(
    statement: Option<Statement>,
    posted: NaiveDate,
    every: Every,
) -> Option<(NaiveDate, AnchorDay)> {
    let Some(statement) = statement else {
        let anchor = AnchorDay::of(posted);
        return Some((due_date(posted, anchor, every, 2)?, anchor));
    };
    let first = statement.first_due(posted);
    let anchor = match statement.due {
        StatementDue::Day(day) => AnchorDay::new(day)?,
        StatementDue::After(_) => AnchorDay::of(first),
    };
    Some((first, anchor))
}

/// The id that was typed, else one made from the item.
fn id(args: &args::Add, book: &Book, texts: Texts) -> Result<PlanId, Failure> {
    match &args.id {
        Some(typed) => match PlanId::new(typed) {
            Ok(id) => Ok(id),
            Err(NotAnId) => Err(Failure::wrong_use(texts.happen_bad_id(typed))),
        },
        None => {
            plan_id(&args.item, book).ok_or_else(|| Failure::wrong_use(texts.happen_bad_id("")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AnchorDay, Every, NaiveDate, Statement, StatementDue, first_due};

    #[test]
    fn a_purchase_at_the_end_of_a_month_aims_at_its_end() {
        let first = |bills: Option<Statement>, posted: &str| {
            let posted: NaiveDate = posted.parse().unwrap();
            let (due, anchor) = first_due(bills, posted, Every::MONTH).unwrap();
            (due.to_string(), anchor)
        };
        let end_of_month = ("2026-02-28".to_owned(), AnchorDay::new(31).unwrap());
        assert_eq!(first(None, "2026-01-31"), end_of_month);
        let bills = Statement {
            day: 10,
            due: StatementDue::Day(31),
            inclusive: false,
        };
        assert_eq!(first(Some(bills), "2026-02-03"), end_of_month);
    }
}
