//! The steps of a follow-up: what the book answers, what was asked, what is open.

use chrono::NaiveDate;

use super::{Case, CaseKind, Subject};
use crate::domain::answers::{Question, Reply};
use crate::domain::money::Money;
use crate::domain::standing::PlanStanding;

/// A step of a follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Is all paid that was asked for, fees included?
    Settled,
    /// Is the window over in which the limit comes back?
    WindowOver,
    /// Was the service asked?
    ServiceAsked,
    /// Did a credit review lower the limit?
    CreditReview,
    /// Was an official channel used?
    OfficialChannel,
    /// Was a day agreed for the answer?
    DateAgreed,
}

/// What is known of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// It is answered.
    Known {
        /// The answer.
        reply: Reply,
        /// Who says so.
        why: Why,
    },
    /// Nobody has answered it.
    Open,
}

/// Where an answer comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nothing that fell due is open.
    NothingOpen,
    /// So much of what fell due is open.
    StillOpen {
        /// All of it.
        amount: Money,
        /// The fees in it.
        fee: Money,
    },
    /// The window ended on this day.
    WindowEnded(NaiveDate),
    /// The window lasts until this day.
    WindowLasts(NaiveDate),
    /// The limit came back on this day.
    CameBack(NaiveDate),
    /// It was noted on this day.
    Noted(NaiveDate),
    /// It was asked and answered.
    Answered,
    /// An answer is promised by this day.
    Promised(NaiveDate),
    /// The promise of this day was not kept.
    PromiseMissed {
        /// The day.
        by: NaiveDate,
        /// How many days ago.
        days: u32,
    },
}

/// A step and what is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// The step.
    pub step: Step,
    /// What is known of it.
    pub state: StepState,
}

impl Checked {
    /// True where nothing is left to do for it. Whether there was a credit review matters, not
    /// what came of it.
    pub fn is_done(&self) -> bool {
        match self.state {
            StepState::Open => false,
            StepState::Known { reply, .. } => {
                reply == Reply::Yes || self.step == Step::CreditReview
            }
        }
    }
}

impl Step {
    /// The question whose answer settles it, where only asking does.
    pub fn question(self) -> Option<Question> {
        match self {
            Self::OfficialChannel => Some(Question::OfficialChannel),
            Self::CreditReview => Some(Question::CreditReview),
            _ => None,
        }
    }

    /// The steps that a problem of this kind takes, in their order.
    pub fn of_kind(kind: CaseKind) -> &'static [Self] {
        use Step::{CreditReview, DateAgreed, OfficialChannel, ServiceAsked, Settled, WindowOver};
        match kind {
            CaseKind::LimitNotRestored => &[
                Settled,
                WindowOver,
                ServiceAsked,
                CreditReview,
                OfficialChannel,
                DateAgreed,
            ],
            CaseKind::Refused => &[ServiceAsked, CreditReview, DateAgreed],
            CaseKind::PaymentFailed | CaseKind::EntryMoved => {
                &[OfficialChannel, ServiceAsked, DateAgreed]
            }
            CaseKind::WrongAmount => &[Settled, ServiceAsked, DateAgreed],
            CaseKind::Refund | CaseKind::Other => &[ServiceAsked, DateAgreed],
        }
    }

    fn state(self, case: &Case, subject: &Subject<'_>, today: NaiveDate) -> StepState {
        match self {
            Self::Settled => settled(case, subject.standing, today),
            Self::WindowOver => window(subject, today),
            Self::ServiceAsked => {
                let last = case.log.last();
                last.map_or(StepState::Open, |entry| yes(Why::Noted(entry.on)))
            }
            Self::OfficialChannel | Self::CreditReview => {
                let asked = self.question().and_then(|asked| case.answers.get(asked));
                asked.map_or(StepState::Open, |reply| StepState::Known {
                    reply,
                    why: Why::Answered,
                })
            }
            Self::DateAgreed => agreed(case, today),
        }
    }
}

/// The steps of a case as of a day. What is next is the first that is not
/// [done](Checked::is_done).
pub fn checklist(case: &Case, subject: &Subject<'_>, today: NaiveDate) -> Vec<Checked> {
    let checked = |step: &Step| Checked {
        step: *step,
        state: step.state(case, subject, today),
    };
    Step::of_kind(case.kind).iter().map(checked).collect()
}

fn yes(why: Why) -> StepState {
    StepState::Known {
        reply: Reply::Yes,
        why,
    }
}

fn no(why: Why) -> StepState {
    StepState::Known {
        reply: Reply::No,
        why,
    }
}

/// Whether anything that fell due is open: of the installment the case names, else of all.
fn settled(case: &Case, standing: Option<&PlanStanding>, today: NaiveDate) -> StepState {
    let Some(standing) = standing else {
        return StepState::Open;
    };
    let (mut amount, mut fee) = (Money::ZERO, Money::ZERO);
    for installment in &standing.installments {
        let is_meant = case.n.is_none_or(|n| n == installment.n());
        if is_meant && installment.due() <= today {
            amount += installment.row.outstanding();
            fee += installment.row.open_fee();
        }
    }
    if amount.is_positive() {
        no(Why::StillOpen { amount, fee })
    } else {
        yes(Why::NothingOpen)
    }
}

/// Whether the window of the first limit that is not back is over.
fn window(subject: &Subject<'_>, today: NaiveDate) -> StepState {
    let back = |on: Option<NaiveDate>| on.filter(|on| *on <= today);
    let mut freed = subject.freed.iter();
    if let Some(waiting) = freed.find(|entry| back(entry.confirmed).is_none()) {
        let last = waiting.stated.latest.date;
        return if last < today {
            yes(Why::WindowEnded(last))
        } else {
            no(Why::WindowLasts(last))
        };
    }
    let days = subject.freed.iter();
    let last = days.filter_map(|entry| back(entry.confirmed)).max();
    last.map_or(StepState::Open, |on| yes(Why::CameBack(on)))
}

fn agreed(case: &Case, today: NaiveDate) -> StepState {
    if let Some(by) = case.missed_promise(today) {
        let days = u32::try_from((today - by).num_days()).unwrap_or_default();
        return no(Why::PromiseMissed { by, days });
    }
    let by = case.promise().filter(|by| *by >= today);
    by.map_or(StepState::Open, |by| yes(Why::Promised(by)))
}
