//! What is selected, as rows of the board.

use super::board::alerts::AlertRow;
use super::board::cases::CaseRow;
use super::board::due::DueRow;
use super::board::lines::LineRow;
use super::form::Task;
use super::model::{BookState, Model};
use super::notice::{NotSaved, Said};
use super::overlay::Overlay;
use super::screen::{InstallmentId, List, Pane, Screen};
use crate::document::Document;
use crate::domain::case::Checked;
use crate::domain::standing::InstallmentStanding;
use crate::domain::{Command, Refusal};

impl Model {
    /// The panes of the overview that the window has room for.
    pub fn panes(&self) -> &'static [Pane] {
        match (self.window.width, self.window.height) {
            (110.., 32..) => &[Pane::Due, Pane::Lines, Pane::Alerts],
            (76.., 22..) | (56.., 19..) => &[Pane::Due, Pane::Lines],
            _ => &[Pane::Due],
        }
    }

    /// The list that gets the keys; `None` in views that have none yet.
    pub fn list(&self) -> Option<List> {
        match self.screen {
            Screen::Overview => Some(match self.pane {
                Pane::Due => List::Due,
                Pane::Lines => List::Lines,
                Pane::Alerts => List::Alerts,
            }),
            Screen::Plans => Some(List::Plans),
            Screen::PlanDetail => Some(List::Installments),
            Screen::Limits | Screen::LineDetail => Some(List::Lines),
            Screen::Alerts => Some(List::Alerts),
            Screen::Calendar => Some(List::Day),
            Screen::Cases => Some(List::Cases),
            Screen::WhatIf => None,
        }
    }

    /// How many rows a list has.
    pub fn count(&self, list: List) -> usize {
        match list {
            List::Due => self.board.due.rows.len(),
            List::Plans => self.board.plans.len(),
            List::Installments => self.detail.as_ref().map_or(0, |detail| detail.rows.len()),
            List::Lines => self.board.lines.len(),
            List::Alerts => self.board.alerts.len(),
            List::Day => self.month.rows.len(),
            List::Cases => self.board.cases.len(),
        }
    }

    /// The row of a list that is selected, counted from 0.
    pub fn row(&self, list: List) -> Option<usize> {
        let (board, selection) = (&self.board, &self.selection);
        match list {
            List::Due => {
                let id = selection.due.as_ref()?;
                board.due.rows.iter().position(|row| row.id == *id)
            }
            List::Plans => {
                let id = selection.plan.as_ref()?;
                board.plans.iter().position(|row| row.id == *id)
            }
            List::Installments => {
                let rows = &self.detail.as_ref()?.rows;
                rows.iter()
                    .position(|row| Some(row.standing.n()) == selection.n)
            }
            List::Lines => {
                let id = selection.line.as_ref()?;
                board.lines.iter().position(|row| row.id == *id)
            }
            List::Alerts => {
                let id = selection.alert.as_ref()?;
                board.alerts.iter().position(|row| row.id == *id)
            }
            List::Day => {
                let id = selection.of_day.as_ref()?;
                self.find_of_day(|one| one.is(id))
            }
            List::Cases => {
                let id = selection.case.as_ref()?;
                board.cases.iter().position(|row| row.id == *id)
            }
        }
    }

    /// The selected row of the list that gets the keys.
    pub fn selected_row(&self) -> Option<usize> {
        self.row(self.list()?)
    }

    /// The selected row of the overview's list.
    pub fn selected_due(&self) -> Option<&DueRow> {
        self.board.due.rows.get(self.row(List::Due)?)
    }

    /// The selected line.
    pub fn selected_line(&self) -> Option<&LineRow> {
        self.board.lines.get(self.row(List::Lines)?)
    }

    /// The selected alert.
    pub fn selected_alert(&self) -> Option<&AlertRow> {
        self.board.alerts.get(self.row(List::Alerts)?)
    }

    /// The selected case.
    pub fn selected_case(&self) -> Option<&CaseRow> {
        self.board.cases.get(self.row(List::Cases)?)
    }

    /// The selected step of the selected case: what was chosen, else what comes next, else the
    /// first. Its place in the checklist and what is known of it.
    pub fn selected_step(&self) -> Option<(usize, &Checked)> {
        let case = self.selected_case()?;
        let wanted = self.selection.step.or_else(|| case.next_step());
        let at = |step| {
            let mut steps = case.steps.iter();
            steps.position(|checked| checked.step == step)
        };
        let at = wanted.and_then(at).unwrap_or(0);
        Some((at, case.steps.get(at)?))
    }

    /// The form that corrects what is selected: a plan, else a line.
    pub fn correction(&self) -> Option<Task> {
        if self.selected_plan().is_some() {
            return Some(Task::EditPlan);
        }
        let is_line = match self.list()? {
            List::Lines => self.selected_line().is_some(),
            List::Alerts => self.selected_alert()?.alert.line.is_some(),
            _ => false,
        };
        is_line.then_some(Task::EditLine)
    }

    /// The selected way to pay, where they are shown.
    pub fn selected_method(&self) -> Option<usize> {
        let shown = self
            .overlays
            .iter()
            .rev()
            .find_map(|overlay| match overlay {
                Overlay::Methods(selected) => Some(*selected),
                _ => None,
            })?;
        (shown < self.book()?.methods.len()).then_some(shown)
    }

    /// Which plan of the book the selected row is about. A case is no place to pay from.
    pub fn selected_plan(&self) -> Option<usize> {
        match self.list()? {
            List::Due => self.selected_due().map(|row| row.plan),
            List::Plans | List::Installments => {
                let id = self.selection.plan.as_ref()?;
                let detail = self.detail.as_ref().filter(|detail| detail.id == *id);
                detail.map(|detail| detail.plan)
            }
            List::Alerts => self.selected_alert()?.alert.plan,
            List::Day => self.selected_of_day().map(|row| row.plan),
            List::Lines | List::Cases => None,
        }
    }

    /// The installment the selected row is about, paid or not; of a plan, its oldest open one.
    pub fn selected_installment(&self) -> Option<InstallmentId> {
        let k = self.selected_plan()?;
        let n = match self.list()? {
            List::Due => self.selected_due().map(|row| row.id.n),
            List::Day => self.selected_of_day().map(|row| row.id.n),
            List::Installments => self.selection.n,
            List::Alerts => self.selected_alert().and_then(|row| row.alert.n),
            List::Plans | List::Lines | List::Cases => {
                let standing = self.board.position.plans.get(k);
                standing
                    .and_then(|standing| standing.next())
                    .map(InstallmentStanding::n)
            }
        };
        Some(InstallmentId {
            plan: self.book()?.plans.get(k)?.id.clone(),
            n: n?,
        })
    }

    /// The same, if it asks for something; else why nothing here can be paid.
    pub fn selected_open(&self) -> Result<InstallmentId, Said> {
        let k = self.selected_plan().ok_or(Said::NothingSelected)?;
        let id = self.selected_installment().ok_or(Said::NothingOpen)?;
        let standing = self.board.position.plans.get(k);
        let one = standing.and_then(|standing| standing.installment(id.n));
        if one.is_some_and(|one| one.timing().is_some()) {
            return Ok(id);
        }
        let plan = self.book().and_then(|book| book.plans.get(k));
        let item = plan.map(|plan| plan.item.clone()).unwrap_or_default();
        Err(Said::AlreadyPaid { item, n: id.n })
    }

    /// The line of the file on which the plan or credit line of the selected row begins.
    pub fn selected_place(&self, document: &Document) -> Option<usize> {
        if let Some(plan) = self.selected_plan() {
            return Some(document.line_of_plan(plan));
        }
        let line = match self.list()? {
            List::Lines => Some(self.selected_line()?.line),
            List::Alerts => self.selected_alert()?.alert.line,
            List::Cases => self.selected_case()?.line,
            List::Due | List::Plans | List::Installments | List::Day => None,
        };
        line.map(|line| document.line_of_credit_line(line))
    }

    /// The command that confirms the limit an installment freed.
    pub fn restored(&self, id: &InstallmentId) -> Command {
        Command::Restored {
            plan: id.plan.clone(),
            n: id.n,
            on: self.today,
        }
    }

    /// Whether another day is shown than the one it is.
    pub fn is_another_day(&self) -> bool {
        self.today != self.now
    }

    /// Whether something can be written down, and why not: without a file the first change makes it.
    pub fn writable(&self) -> Result<(), Said> {
        match &self.book {
            BookState::Missing(_) => Ok(()),
            _ => self.editable(),
        }
    }

    /// Whether the book can be changed, and why not.
    pub fn editable(&self) -> Result<(), Said> {
        if self.is_another_day() {
            return Err(Said::AnotherDay);
        }
        match &self.book {
            BookState::Missing(_) => Err(Said::NoFile),
            BookState::Away { .. } => Err(Said::FileMissing),
            BookState::Broken { .. } => Err(Said::FileBroken),
            BookState::Unreadable { reason, .. } => {
                Err(Said::NotSaved(NotSaved::Unreadable(reason.clone())))
            }
            BookState::Open(document) if document.book().is_read_only() => {
                Err(Said::Refused(Refusal::ReadOnly))
            }
            BookState::Open(_) => Ok(()),
        }
    }
}
