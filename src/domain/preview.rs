//! What a change would bring, before it is made.

use chrono::NaiveDate;

use super::allocation::Row;
use super::book::Book;
use super::command::{Change, Command};
use super::doubt::{self, Doubt, Figure};
use super::limit::LimitState;
use super::money::Money;
use super::position::Position;
use super::refund::{CashBack, Refunded};
use super::refusal::Refusal;
use super::standing::PlanStanding;
use super::working_day::WorkingCalendar;

/// A change as it would be, and what it touches before and after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The exact change.
    pub change: Change,
    /// The plan it is about, as an index into the book after the change.
    pub plan: Option<usize>,
    /// How that plan stands before; `None` where it joins the book.
    pub before: Option<PlanStanding>,
    /// How it stands after; `None` where it leaves the book.
    pub after: Option<PlanStanding>,
    /// The limit of the line it is about, before and after.
    pub limit: Option<(LimitState, LimitState)>,
    /// What a refund gives back to which channel.
    pub back: Vec<CashBack>,
    /// Which of what it brings rests on doubtful rules.
    pub doubts: Vec<(Figure, Doubt)>,
}

/// Paid installments that would ask for something again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reopened {
    /// How many.
    pub count: usize,
    /// For how much in all.
    pub asks: Money,
    /// The first installment that nothing was paid for: a fee could hold from there on.
    pub from: Option<u32>,
}

/// What a command would bring, as of today.
///
/// # Errors
/// Says why the command is refused.
pub fn preview(
    book: &Book,
    command: &Command,
    calendar: &WorkingCalendar,
    today: NaiveDate,
) -> Result<Preview, Refusal> {
    let change = command.check(book, calendar, today)?;
    let mut changed = book.clone();
    change.apply(&mut changed);
    let (was, plan) = match &change {
        Change::AddPlan(_) => (None, changed.plans.len().checked_sub(1)),
        Change::RemovePlan { plan } => (Some(*plan), None),
        change => (change.plan(), change.plan()),
    };
    let before = Position::of(book, calendar, today);
    let after = Position::of(&changed, calendar, today);
    let line = match &change {
        Change::AddSeen { line, .. } => Some(*line),
        Change::Terms(change) if change.line().is_some() => change.line(),
        _ => line_of(book, was).or_else(|| line_of(&changed, plan)),
    };
    let limit = |position: &Position| position.limits.get(line?).cloned();
    let standing = |position: &Position, plan: Option<usize>| position.plans.get(plan?).cloned();
    Ok(Preview {
        plan,
        before: standing(&before, was),
        after: standing(&after, plan),
        limit: limit(&before).zip(limit(&after)),
        doubts: doubts(&change, book, was.zip(standing(&before, was)), today),
        back: cash_back(&change, plan.and_then(|plan| after.plans.get(plan))),
        change,
    })
}

impl Preview {
    /// The installments that were paid and would ask for something again, as terms hold for a plan
    /// from its beginning.
    pub fn reopened(&self) -> Option<Reopened> {
        let (before, after) = (self.before.as_ref()?, self.after.as_ref()?);
        let was_paid = |n: u32| {
            let row = before.installment(n).map(|one| &one.row);
            row.is_some_and(|row| row.paid().is_positive() && !row.is_open())
        };
        let rows = || after.installments.iter().map(|one| (one.n(), &one.row));
        let open = rows().filter(|(n, row)| was_paid(*n) && row.is_open());
        let sums: Vec<_> = open.map(|(_, row)| row.outstanding()).collect();
        let untouched = |(n, row): (u32, &Row)| row.paid().is_zero().then_some(n);
        (!sums.is_empty()).then(|| Reopened {
            count: sums.len(),
            asks: sums.into_iter().sum(),
            from: rows().find_map(untouched),
        })
    }

    /// What the refund that it brings is taken for.
    pub fn refunded(&self) -> Option<&Refunded> {
        let Change::AddRefund { .. } = &self.change else {
            return None;
        };
        let refunds = self.after.as_ref()?.refunds.iter();
        refunds.max_by_key(|refund| refund.refund)
    }
}

/// What rests on doubtful rules in a settlement or a refund of a plan.
fn doubts(
    change: &Change,
    book: &Book,
    plan: Option<(usize, PlanStanding)>,
    today: NaiveDate,
) -> Vec<(Figure, Doubt)> {
    let figure = match change {
        Change::SetSettled { .. } => Figure::Early,
        Change::AddRefund { .. } => Figure::Refund,
        _ => return Vec::new(),
    };
    let Some((plan, standing)) = plan.and_then(|(k, was)| Some((book.plans.get(k)?, was))) else {
        return Vec::new();
    };
    doubt::of_plan_each(&[figure, Figure::Restoring], book, plan, &standing, today)
}

/// What the refund that a change brings gives back.
fn cash_back(change: &Change, after: Option<&PlanStanding>) -> Vec<CashBack> {
    let Change::AddRefund { .. } = change else {
        return Vec::new();
    };
    let newest = after.and_then(|after| after.refunds.iter().max_by_key(|refund| refund.refund));
    newest.map(|refund| refund.back.clone()).unwrap_or_default()
}

/// The index of the line that a plan uses.
fn line_of(book: &Book, plan: Option<usize>) -> Option<usize> {
    let line = book.plans.get(plan?)?.line.as_ref()?;
    book.lines.iter().position(|one| one.id == *line)
}

#[cfg(test)]
mod tests {
    use super::{Preview, preview};
    use crate::domain::book::Book;
    use crate::domain::command::{Amend, Command, TermsCommand};
    use crate::domain::fee::{Fee, FeeAmount, FeeModel};
    use crate::domain::id::{LineId, PlanId};
    use crate::domain::rate::Rate;
    use crate::domain::terms::PlanTerms;
    use crate::domain::test_book::{book, cny, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;

    fn shown(book: &Book, command: &Command) -> Preview {
        let calendar = WorkingCalendar::weekends_only();
        preview(book, command, &calendar, date("2026-01-10")).unwrap()
    }

    fn two() -> Book {
        let plans = ["p", "q"].map(|id| plan(id, "300", 3, "2026-01-10"));
        book(line("5000"), plans.to_vec())
    }

    #[test]
    fn a_settlement_ends_what_is_open_and_sets_its_limit_on_the_way() {
        let settle = Command::Settle {
            plan: PlanId::new("q").unwrap(),
            on: date("2026-01-10"),
            amount: Some(cny("290")),
        };
        let shown = shown(&two(), &settle);
        assert_eq!(shown.plan, Some(1));
        let outstanding = [&shown.before, &shown.after]
            .map(|standing| standing.as_ref().map(|standing| standing.outstanding));
        assert_eq!(outstanding, [Some(cny("300")), Some(cny("0"))]);
        let (before, after) = shown.limit.unwrap();
        assert_eq!(before.available, after.available);
        assert_eq!(after.restoring - before.restoring, cny("300"));
    }

    #[test]
    fn a_plan_that_comes_has_no_before_and_one_that_goes_no_after() {
        let add = Command::Add(Box::new(plan("r", "300", 3, "2026-02-10")));
        let come = shown(&two(), &add);
        assert_eq!((come.plan, come.before.is_none()), (Some(2), true));
        let remove = Command::Remove {
            plan: PlanId::new("p").unwrap(),
        };
        let gone = shown(&two(), &remove);
        assert_eq!((gone.plan, gone.after.is_none()), (None, true));
        for (shown, used) in [(come, "900"), (gone, "300")] {
            assert_eq!(shown.limit.map(|(_, after)| after.used), Some(cny(used)));
        }
    }

    #[test]
    fn a_refund_shows_what_goes_back() {
        let mut book = two();
        book.plans[1].payments = vec![payment("2026-01-10", "200")];
        let refund = |amount| Command::Refund {
            plan: PlanId::new("q").unwrap(),
            on: date("2026-01-10"),
            amount: cny(amount),
            reference: None,
        };
        let given = |book: &Book, amount| -> Vec<_> {
            let back = shown(book, &refund(amount)).back;
            back.into_iter()
                .map(|back| (back.payment, back.amount))
                .collect()
        };
        assert_eq!(given(&book, "100"), []);
        assert_eq!(given(&book, "150"), [(Some(0), cny("50"))]);
    }

    #[test]
    fn a_seen_figure_is_about_a_line_and_no_plan() {
        let seen = Command::Seen {
            line: LineId::new("mi").unwrap(),
            on: date("2026-01-10"),
            available: cny("4400"),
        };
        let shown = shown(&two(), &seen);
        assert_eq!((shown.plan, shown.limit.is_some()), (None, true));
    }

    #[test]
    fn a_rate_corrected_from_the_beginning_opens_what_was_paid_and_one_of_a_later_row_does_not() {
        let mut book = two();
        book.plans[0].payments = vec![payment("2026-01-10", "100")];
        let terms = PlanTerms {
            fee: Some(Fee {
                model: FeeModel::Flat(FeeAmount::Rate(Rate::parse("1%").unwrap())),
                subsidised: false,
            }),
            ..PlanTerms::default()
        };
        let plan = PlanId::new("p").unwrap();
        let set = Command::Terms(TermsCommand::SetPlan {
            plan: plan.clone(),
            terms: Box::new(terms),
        });
        let reopened = shown(&book, &set).reopened().unwrap();
        assert_eq!(
            (reopened.count, reopened.asks, reopened.from),
            (1, cny("3"), Some(2))
        );
        let amend = Command::Amend(Amend {
            plan,
            n: 2,
            due: None,
            principal: None,
            fee: Some(cny("3")),
            and_later: true,
        });
        assert_eq!(shown(&book, &amend).reopened(), None);
    }
}
