//! What stands in the calendar: every installment, and the days on which something else ends or
//! is to be done.

use chrono::NaiveDate;

use crate::domain::plan::Plan;
use crate::domain::standing::{InstallmentStanding, InstallmentStatus, PlanStanding};
use crate::domain::way::WhereToPay;
use crate::domain::{Book, Position};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;

/// An entry of a whole day. Texts are as the book has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What names it, the same in every export.
    pub uid: String,
    /// Its day.
    pub on: NaiveDate,
    /// What it is, in a line.
    pub summary: String,
    /// More of it, a line each.
    pub description: Vec<String>,
    /// How it stands.
    pub state: State,
    /// How many days before it an alarm goes off.
    pub alarms: Vec<u32>,
}

/// How an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// To come, or to be done.
    Open,
    /// Done; it stays as what was.
    Done,
    /// It will not happen any more.
    Gone,
}

/// Everything of the book that has a day; alarms go off `ahead` days before, and on the day of
/// what is paid by hand.
pub fn events(book: &Book, position: &Position, ahead: u32, texts: Texts) -> Vec<Event> {
    let shelf = Shelf {
        book,
        position,
        ahead,
        texts,
    };
    let plans = book.plans.iter().zip(&position.plans);
    let mut events: Vec<_> = plans
        .flat_map(|(plan, standing)| {
            let known = standing
                .installments
                .iter()
                .skip(plan.paid_through as usize);
            known
                .map(|one| shelf.installment(plan, standing, one))
                .collect::<Vec<_>>()
        })
        .collect();
    events.extend(shelf.restoring());
    events.extend(shelf.lines());
    events.extend(shelf.methods());
    events.extend(shelf.cases());
    events.sort_by_key(|event| event.on);
    events
}

struct Shelf<'b> {
    book: &'b Book,
    position: &'b Position,
    ahead: u32,
    texts: Texts,
}

impl Shelf<'_> {
    fn installment(
        &self,
        plan: &Plan,
        standing: &PlanStanding,
        one: &InstallmentStanding,
    ) -> Event {
        let texts = self.texts;
        let exact = |money| Amounts::SHOWN.exact(money, standing.currency);
        let state = match one.status {
            InstallmentStatus::Open(_) => State::Open,
            InstallmentStatus::Paid => State::Done,
            _ => State::Gone,
        };
        let (amount, sign) = match state {
            State::Open => (one.row.outstanding(), ""),
            State::Done => (one.row.installment.amount(), "✓ "),
            State::Gone => (one.row.installment.amount(), "✗ "),
        };
        let place = texts.ics_nth(one.n(), plan.periods);
        Event {
            uid: format!("{}-{}@installment.fenqi", plan.id, one.n()),
            on: one.due(),
            summary: format!("{sign}{} {} {place}", plan.item, exact(amount)),
            description: self.about(plan, one, state),
            alarms: self.alarms(plan, one.due(), state),
            state,
        }
    }

    fn about(&self, plan: &Plan, one: &InstallmentStanding, state: State) -> Vec<String> {
        let texts = self.texts;
        // What is open is told without "in 3 days": the calendar stands longer than that.
        let status =
            (state != State::Open).then(|| texts.installment_status(self.position.today, one));
        let mut lines: Vec<_> = status.into_iter().collect();
        let line = self.book.line_of(plan);
        lines.extend(line.map(|line| line.name.clone()));
        lines.extend(plan.merchant.clone());
        if state == State::Open {
            let autopay = plan.autopay.as_ref().and_then(|id| self.book.method(id));
            lines.push(match autopay {
                Some(method) => texts.ics_autopay(&method.name),
                None => texts.ics_by_hand().to_owned(),
            });
            let place = line.map(|line| WhereToPay::of(line, self.position.today));
            let place = place.filter(|place| *place != WhereToPay::NotRecorded);
            lines.extend(place.map(|place| texts.where_to_pay(place)));
            lines.push(format!("fenqi pay {}", plan.id));
        }
        lines
    }

    fn alarms(&self, plan: &Plan, due: NaiveDate, state: State) -> Vec<u32> {
        let today = self.position.today;
        if state != State::Open || due < today || plan.is_paused_on(due) {
            return Vec::new();
        }
        let on_the_day = (self.ahead > 0 && plan.autopay.is_none()).then_some(0);
        [self.ahead].into_iter().chain(on_the_day).collect()
    }

    /// When limit should be back.
    fn restoring(&self) -> Vec<Event> {
        let lines = self.book.lines.iter().zip(&self.position.limits);
        let of_line = lines.flat_map(|(line, limit)| {
            limit.out.iter().filter_map(move |freed| {
                let plan = self.book.plans.get(freed.plan)?;
                let amount = Amounts::SHOWN.exact(freed.amount, line.currency);
                let uid = format!("{}-{}-{}@limit.fenqi", plan.id, freed.n, freed.paid_on);
                let summary = self.texts.ics_limit_back(&line.name, &amount);
                let mut event = self.plain(uid, freed.stated.latest.date, summary);
                event.description.push(plan.item.clone());
                Some(event)
            })
        });
        of_line.collect()
    }

    fn lines(&self) -> Vec<Event> {
        let of_line = self.book.lines.iter().flat_map(|line| {
            let temporary = line.temporary.map(|temporary| {
                let amount = Amounts::SHOWN.exact(temporary.limit, line.currency);
                let summary = self.texts.ics_temporary_ends(&line.name, &amount);
                self.plain(
                    format!("{}@temporary.fenqi", line.id),
                    temporary.until,
                    summary,
                )
            });
            let identity = line.identity_expires.map(|on| {
                let summary = self.texts.ics_identity_expires(&line.name);
                self.plain(format!("{}@identity.fenqi", line.id), on, summary)
            });
            temporary.into_iter().chain(identity)
        });
        of_line.collect()
    }

    fn methods(&self) -> Vec<Event> {
        let expiring = self.book.methods.iter().filter_map(|method| {
            let summary = self.texts.ics_method_expires(&method.name);
            Some(self.plain(
                format!("{}@method.fenqi", method.id),
                method.expires?,
                summary,
            ))
        });
        expiring.collect()
    }

    /// The next step of what is followed up; a closed case was done on its last day.
    fn cases(&self) -> Vec<Event> {
        let steps = self.book.cases.iter().filter_map(|case| {
            let subject = case.plan.as_ref().and_then(|id| self.book.plan(id));
            let subject = subject.map(|plan| plan.item.as_str());
            let line = case.line.as_ref().and_then(|id| self.book.line(id));
            let about = subject
                .or(line.map(|line| line.name.as_str()))
                .unwrap_or_default();
            let kind = self.texts.case_kind(case.kind);
            let summary = self.texts.ics_case(kind, about);
            let uid = format!("{}@case.fenqi", case.id);
            let mut event = self.plain(uid, case.closed.or(case.next)?, summary);
            if !case.is_open() {
                (event.state, event.alarms) = (State::Done, Vec::new());
                event.description.extend(case.outcome.clone());
            }
            Some(event)
        });
        steps.collect()
    }

    /// An entry with an alarm in the morning of its day, unless that is past.
    fn plain(&self, uid: String, on: NaiveDate, summary: String) -> Event {
        let alarms = (on >= self.position.today).then_some(0);
        Event {
            uid,
            on,
            summary,
            description: Vec::new(),
            state: State::Open,
            alarms: alarms.into_iter().collect(),
        }
    }
}
