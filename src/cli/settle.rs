//! `settle`: a plan settled early, or what that would cost.

use serde::Serialize;

use super::answer::{Answer, exact};
use super::args;
use super::doubted::Doubted;
use super::failure::{Exit, Failure};
use super::file::Opened;
use super::json::{Amount, Day};
use super::pick;
use super::print::{Align, Cell, Page};
use super::run::Desk;
use super::trial::{self, Told};
use super::typed::{day, positive};
use crate::domain::doubt::{self, Doubt, Figure};
use crate::domain::early::{NoQuote, Quote, quote};
use crate::domain::plan::Plan;
use crate::domain::rules::EarlyPolicy;
use crate::domain::standing::PlanStanding;
use crate::domain::working_day::WorkingDate;
use crate::domain::{Command, Currency};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// A settlement, or its price.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Settled {
    /// It was noted or tried.
    Told(Told),
    /// What it would cost.
    Quoted(Quoted),
}

/// What settling costs.
#[derive(Debug, Serialize)]
pub(super) struct Quoted {
    plan: String,
    on: Day,
    principal: Amount,
    fees: Amount,
    penalty: Option<Amount>,
    amount: Amount,
    to_the_end: Amount,
    saves: Amount,
    frees: Option<Amount>,
    frees_by: Option<Day>,
    doubts: Vec<Doubted>,
    #[serde(skip)]
    item: String,
    #[serde(skip)]
    policy: &'static str,
}

/// Settles a plan, or quotes it.
pub(super) fn settle(
    desk: &Desk,
    opened: &Opened,
    args: &args::Settle,
) -> Result<Settled, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let k = pick::plan(book, &args.plan, texts)?;
    if args.quote {
        return quoted(desk, opened, k, args).map(Settled::Quoted);
    }
    let plan = &book.plans[k];
    let currency = book.currency_of(plan);
    let amount = match &args.amount {
        Some(typed) => Some(positive(typed, currency, texts)?),
        None => None,
    };
    let command = Command::Settle {
        plan: plan.id.clone(),
        on: day(args.on.as_deref(), desk.today, texts)?,
        amount,
    };
    trial::carry(desk, opened, command, currency, args.dry_run).map(Settled::Told)
}

fn quoted(desk: &Desk, opened: &Opened, k: usize, args: &args::Settle) -> Result<Quoted, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let plan = &book.plans[k];
    let on = day(args.on.as_deref(), desk.today, texts)?;
    let standing = PlanStanding::of(book, plan, &opened.calendar, on);
    let quote = quote(plan, &standing, on).map_err(|why| no_quote(why, plan, &standing, texts))?;
    let doubts = doubt::of_quote(&quote, book, plan, &standing, desk.today);
    let latest = standing.rules.restore_days.latest;
    let by = opened.calendar.working_days_after(on, latest);
    let by = plan.line.is_some().then_some(by);
    Ok(Quoted::of(
        (plan.id.as_str(), &plan.item),
        &quote,
        (by, doubts),
        standing.currency,
        texts,
    ))
}

/// Why there is no quote, and what helps.
fn no_quote(why: NoQuote, plan: &Plan, standing: &PlanStanding, texts: Texts) -> Failure {
    let (said, hint) = match (why, standing.rules.early) {
        (NoQuote::NothingOpen, _) => {
            return Failure::wrong_use(texts.refusal_nothing_open(plan.id.as_str()));
        }
        (NoQuote::PolicyUnknown, _) => (texts.happen_no_quote(), texts.happen_no_quote_hint()),
        (NoQuote::RateUnknown, Some(EarlyPolicy::PercentPenalty)) => {
            (texts.settle_no_rate(), texts.settle_no_rate_hint())
        }
        (NoQuote::RateUnknown, _) => (texts.settle_no_rate(), texts.settle_no_daily_hint()),
    };
    Failure::wrong_use(said).hint(hint)
}

/// By which rule it is so, where there is a fee for the rule to speak of.
fn policy(quote: &Quote, texts: Texts) -> &'static str {
    let fees_to_come = quote.to_the_end - quote.principal - quote.penalty.unwrap_or_default();
    if fees_to_come.is_zero() && quote.fees.is_zero() {
        texts.settle_no_fee_to_come()
    } else {
        texts.early_policy(quote.policy)
    }
}

impl Quoted {
    fn of(
        (id, item): (&str, &str),
        quote: &Quote,
        (by, doubts): (Option<WorkingDate>, Vec<(Figure, Doubt)>),
        currency: Currency,
        texts: Texts,
    ) -> Self {
        let amount = |money| Amount(money, currency);
        Self {
            plan: id.to_owned(),
            on: Day(quote.on),
            principal: amount(quote.principal),
            fees: amount(quote.fees),
            penalty: quote.penalty.map(amount),
            amount: amount(quote.amount),
            to_the_end: amount(quote.to_the_end),
            saves: amount(quote.saves),
            frees: by.map(|_| amount(quote.frees)),
            frees_by: by.map(|by| Day(by.date)),
            doubts: Doubted::all(doubts),
            item: item.to_owned(),
            policy: policy(quote, texts),
        }
    }

    /// What it saves, said plainly also where that is nothing.
    fn saving(&self, texts: Texts) -> String {
        let size = |amount: Amount| exact(amount.0, amount.1);
        if self.saves.0.is_positive() {
            texts.happen_saves(&size(self.saves))
        } else if self.saves.0.is_zero() {
            texts.happen_saves_nothing().to_owned()
        } else {
            texts.happen_costs_more(&size(Amount(-self.saves.0, self.saves.1)))
        }
    }
}

impl Answer for Quoted {
    fn write(&self, page: &mut Page, texts: Texts) {
        page.line(texts.happen_quote(&self.item, &self.on.0.to_string()));
        page.gap();
        let row = |label: &str, amount: Amount| {
            vec![
                Cell::in_role(label, Role::Muted),
                Cell::new(exact(amount.0, amount.1)),
            ]
        };
        let mut rows = vec![
            row(texts.cli_principal(), self.principal),
            row(texts.cli_fee(), self.fees),
        ];
        match self.penalty {
            Some(penalty) if !penalty.0.is_positive() => {}
            Some(penalty) => rows.push(row(texts.happen_late_cost(), penalty)),
            None => rows.push(vec![
                Cell::in_role(texts.happen_late_cost(), Role::Muted),
                Cell::new(texts.late_unknown()),
            ]),
        }
        rows.push(row(texts.happen_to_pay(), self.amount));
        rows.push(row(texts.happen_to_the_end(), self.to_the_end));
        page.table(&[Align::Left, Align::Right], &rows);
        page.gap();
        page.line(format!(
            "{}{}{}",
            self.saving(texts),
            texts.semicolon(),
            self.policy
        ));
        if let (Some(frees), Some(by)) = (self.frees, self.frees_by) {
            page.line(texts.happen_frees(&exact(frees.0, frees.1), &by.0.to_string()));
        }
        Doubted::tell(&self.doubts, page, texts);
    }
}

impl Answer for Settled {
    fn write(&self, page: &mut Page, texts: Texts) {
        match self {
            Self::Told(told) => told.write(page, texts),
            Self::Quoted(quoted) => quoted.write(page, texts),
        }
    }

    fn exit(&self) -> Exit {
        match self {
            Self::Told(told) => told.exit(),
            Self::Quoted(_) => Exit::Done,
        }
    }

    fn is_saved(&self) -> bool {
        matches!(self, Self::Told(told) if told.is_saved())
    }

    fn warnings(&self) -> &[String] {
        match self {
            Self::Told(told) => told.warnings(),
            Self::Quoted(_) => &[],
        }
    }
}
