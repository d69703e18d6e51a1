//! The line, the case and the limit that the selected row is about.

use super::board::cases::CaseRow;
use super::model::Model;
use super::screen::{InstallmentId, List};
use crate::domain::allocation::Source;
use crate::domain::restoring::FreedLimit;

impl Model {
    /// Which line of the book the selected row is about.
    pub fn line_of_selected(&self) -> Option<usize> {
        match self.list()? {
            List::Lines => Some(self.selected_line()?.line),
            List::Cases => self.selected_case()?.line,
            List::Alerts => {
                let alert = &self.selected_alert()?.alert;
                alert.line.or_else(|| self.line_of_plan(alert.plan?))
            }
            List::Due | List::Plans | List::Installments | List::Day => {
                self.line_of_plan(self.selected_plan()?)
            }
        }
    }

    fn line_of_plan(&self, plan: usize) -> Option<usize> {
        let book = self.book()?;
        let id = book.plans.get(plan)?.line.as_ref()?;
        book.lines.iter().position(|line| line.id == *id)
    }

    /// What a case about the selected row would be about: its line and its plan. `None` where
    /// nothing is selected, or a case.
    pub fn case_subject(&self) -> Option<(Option<usize>, Option<usize>)> {
        if self.list()? == List::Cases {
            return None;
        }
        let (line, plan) = (self.line_of_selected(), self.selected_plan());
        (line.is_some() || plan.is_some()).then_some((line, plan))
    }

    /// The open case about the selected row: the one that an alert names, else one about its
    /// plan, or about its line and no other plan.
    pub fn case_of_selected(&self) -> Option<&CaseRow> {
        let mut open = self.board.cases.iter().filter(|case| case.is_open);
        let named = match self.list()? {
            List::Alerts => self.selected_alert()?.alert.case,
            _ => None,
        };
        if let Some(named) = named {
            return open.find(|case| case.case == named);
        }
        let (line, plan) = self.case_subject()?;
        open.find(|case| match plan {
            Some(plan) => case.plan == Some(plan) || (case.plan.is_none() && case.line == line),
            None => case.line == line,
        })
    }

    /// Limit that payments of the selected row freed and nobody has confirmed, oldest first.
    pub fn out_of_selected(&self) -> Option<impl Iterator<Item = &FreedLimit>> {
        let (plan, line, n) = match self.list()? {
            List::Lines => (None, Some(self.selected_line()?.line), None),
            List::Alerts => {
                let alert = &self.selected_alert()?.alert;
                (alert.plan, alert.line, alert.n)
            }
            List::Cases => {
                let case = self.selected_case().filter(|case| case.is_open)?;
                (case.plan, case.line, None)
            }
            List::Due | List::Plans | List::Installments | List::Day => {
                (Some(self.selected_plan()?), None, None)
            }
        };
        let limits = self.board.position.limits.iter().enumerate();
        let of_line = limits.filter(move |(k, _)| line.is_none_or(|line| line == *k));
        let out = of_line
            .flat_map(|(_, limit)| &limit.out)
            .filter(move |freed| plan.is_none_or(|plan| plan == freed.plan))
            .filter(move |freed| n.is_none_or(|n| n == freed.n))
            .filter(|freed| matches!(freed.source, Source::Payment(_)))
            .filter(|freed| freed.confirmed.is_none());
        Some(out)
    }

    /// The oldest of it that can be confirmed.
    pub fn selected_out(&self) -> Option<InstallmentId> {
        let book = self.book()?;
        self.out_of_selected()?.find_map(|freed| {
            let id = InstallmentId {
                plan: book.plans.get(freed.plan)?.id.clone(),
                n: freed.n,
            };
            self.restored(&id)
                .check(book, &self.calendar, self.today)
                .is_ok()
                .then_some(id)
        })
    }
}
