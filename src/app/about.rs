//! The line and the case that the selected row is about.

use super::board::cases::CaseRow;
use super::model::Model;
use super::screen::List;

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
}
