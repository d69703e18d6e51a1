//! The views, and what is selected in each of them.

use chrono::NaiveDate;

use crate::domain::alert::{Alert, AlertKind};
use crate::domain::book::Book;
use crate::domain::case::Step;
use crate::domain::{CaseId, LineId, PlanId};

/// A view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Screen {
    /// 1: what is due, what is free.
    #[default]
    Overview,
    /// 2: all plans.
    Plans,
    /// One plan; part of 2.
    PlanDetail,
    /// 3: all lines.
    Limits,
    /// One line; part of 3.
    LineDetail,
    /// 4: the calendar.
    Calendar,
    /// 5: everything that wants attention.
    Alerts,
    /// 6: follow-ups.
    Cases,
    /// 7: what a purchase would change.
    WhatIf,
}

impl Screen {
    /// The views with a number, in their order.
    pub const NUMBERED: [Self; 7] = [
        Self::Overview,
        Self::Plans,
        Self::Limits,
        Self::Calendar,
        Self::Alerts,
        Self::Cases,
        Self::WhatIf,
    ];

    /// The view whose number is lit in the header.
    #[must_use]
    pub fn tab(self) -> Self {
        match self {
            Self::PlanDetail => Self::Plans,
            Self::LineDetail => Self::Limits,
            other => other,
        }
    }
}

/// A pane of the overview. The other views have one list each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pane {
    /// What is due.
    #[default]
    Due,
    /// The lines.
    Lines,
    /// The alerts.
    Alerts,
}

/// A pane of a plan's detail. Keys for the plan and its installments work in each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DetailPane {
    /// Its installments.
    #[default]
    Schedule,
    /// What it is.
    Facts,
    /// What happened to it.
    History,
}

impl DetailPane {
    /// All of them, in the order of Tab.
    pub const ALL: [Self; 3] = [Self::Schedule, Self::Facts, Self::History];
}

/// A pane that is no list, or whose list the keys do not move: the mouse reaches it all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// A pane of a plan.
    Plan(DetailPane),
    /// What is known of a line.
    Line,
    /// The checklist of a case.
    Steps,
    /// What explains a figure.
    Explained,
}

/// The first rows that are seen of the parts that scroll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tops {
    facts: usize,
    history: usize,
    line: usize,
}

impl Tops {
    /// The first row of a part; the others have none.
    pub fn of(&self, part: Part) -> usize {
        match part {
            Part::Plan(DetailPane::Facts) => self.facts,
            Part::Plan(DetailPane::History) => self.history,
            Part::Line => self.line,
            Part::Plan(DetailPane::Schedule) | Part::Steps | Part::Explained => 0,
        }
    }

    /// The same, to be moved.
    pub(super) fn of_mut(&mut self, part: Part) -> Option<&mut usize> {
        match part {
            Part::Plan(DetailPane::Facts) => Some(&mut self.facts),
            Part::Plan(DetailPane::History) => Some(&mut self.history),
            Part::Line => Some(&mut self.line),
            Part::Plan(DetailPane::Schedule) | Part::Steps | Part::Explained => None,
        }
    }

    /// Another plan is shown from its beginning.
    pub(super) fn of_another_plan(&mut self) {
        (self.facts, self.history) = (0, 0);
    }
}

/// A pane of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CalendarPane {
    /// The days.
    #[default]
    Month,
    /// What is due on the selected one.
    Day,
}

/// A pane of the follow-ups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CasePane {
    /// The cases.
    #[default]
    List,
    /// The checklist of the selected one.
    Steps,
}

/// A list whose rows can be selected. Exactly one of them gets the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum List {
    /// What is due.
    Due,
    /// The plans.
    Plans,
    /// The installments of one plan.
    Installments,
    /// The lines.
    Lines,
    /// The alerts.
    Alerts,
    /// The installments of the calendar's day.
    Day,
    /// The follow-ups.
    Cases,
}

impl List {
    /// Every list once; the plans before the installments of the selected one.
    pub const ALL: [Self; 7] = [
        Self::Due,
        Self::Plans,
        Self::Installments,
        Self::Lines,
        Self::Alerts,
        Self::Day,
        Self::Cases,
    ];
}

/// An installment, by what stays the same when the file is sorted, reloaded or paid from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct InstallmentId {
    /// The plan.
    pub plan: PlanId,
    /// The installment's number.
    pub n: u32,
}

/// An alert, by what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertId {
    /// Its kind; what it carries (days) is not part of the identity.
    pub kind: std::mem::Discriminant<AlertKind>,
    /// The plan it concerns.
    pub plan: Option<PlanId>,
    /// The installment it concerns.
    pub n: Option<u32>,
    /// The line it concerns.
    pub line: Option<LineId>,
    /// The case it concerns.
    pub case: Option<CaseId>,
}

impl AlertId {
    /// The identity of an alert of this book.
    pub fn of(alert: &Alert, book: &Book) -> Self {
        let plan = alert.plan.and_then(|k| book.plans.get(k));
        let line = alert.line.and_then(|k| book.lines.get(k));
        let case = alert.case.and_then(|k| book.cases.get(k));
        Self {
            kind: std::mem::discriminant(&alert.kind),
            plan: plan.map(|plan| plan.id.clone()),
            n: alert.n,
            line: line.map(|line| line.id.clone()),
            case: case.map(|case| case.id.clone()),
        }
    }
}

/// What is selected in each view. Identities, not row numbers: the selection stays on its item
/// while rows come, go and change places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Installments selected beside each other, in the order in which that was done.
    pub marked: Vec<InstallmentId>,
    /// In the overview.
    pub due: Option<InstallmentId>,
    /// In the plans; also the plan that the detail shows.
    pub plan: Option<PlanId>,
    /// In a plan's detail: the number of the installment.
    pub n: Option<u32>,
    /// In the limits.
    pub line: Option<LineId>,
    /// In the alerts.
    pub alert: Option<AlertId>,
    /// In the calendar; `None`: today, whatever day that is.
    pub day: Option<NaiveDate>,
    /// On that day.
    pub of_day: Option<InstallmentId>,
    /// The row of it there, which is kept where it goes.
    pub of_day_row: usize,
    /// In the follow-ups.
    pub case: Option<CaseId>,
    /// In the checklist of a case; `None`: the step that comes next.
    pub step: Option<Step>,
}
