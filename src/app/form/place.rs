//! What a form is about that is about no plan.

use crate::app::model::Model;
use crate::domain::{CaseId, LineId, MethodId};

/// A line, a case or a way to pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A line.
    Line {
        /// Its id.
        id: LineId,
        /// Which line of the book that is.
        line: usize,
    },
    /// A case.
    Case {
        /// Its id.
        id: CaseId,
        /// Which case of the book that is.
        case: usize,
    },
    /// A way to pay.
    Method {
        /// Its id.
        id: MethodId,
        /// Which one of the book that is.
        method: usize,
    },
}

impl Place {
    /// A line of the book.
    pub(super) fn of_line(model: &Model, line: usize) -> Option<Self> {
        let id = model.book()?.lines.get(line)?.id.clone();
        Some(Self::Line { id, line })
    }

    /// The selected line, or that of the selected plan or alert.
    pub(super) fn selected_line(model: &Model) -> Option<Self> {
        Self::of_line(model, model.line_of_selected()?)
    }

    /// The selected case, if it is open.
    pub(super) fn selected_case(model: &Model) -> Option<Self> {
        let row = model.selected_case().filter(|row| row.is_open)?;
        Some(Self::Case {
            id: row.id.clone(),
            case: row.case,
        })
    }

    /// The selected way to pay.
    pub(super) fn selected_method(model: &Model) -> Option<Self> {
        let method = model.selected_method()?;
        let id = model.book()?.methods.get(method)?.id.clone();
        Some(Self::Method { id, method })
    }

    /// Where it stands in the book now; `None` where it is gone or, of a case, closed.
    pub(super) fn found(&self, model: &Model) -> Option<Self> {
        let book = model.book()?;
        match self {
            Self::Line { id, .. } => {
                let line = book.lines.iter().position(|line| line.id == *id)?;
                Self::of_line(model, line)
            }
            Self::Case { id, .. } => {
                let mut cases = book.cases.iter();
                let case = cases.position(|case| case.id == *id && case.is_open())?;
                Some(Self::Case {
                    id: id.clone(),
                    case,
                })
            }
            Self::Method { id, .. } => {
                let mut methods = book.methods.iter();
                let method = methods.position(|method| method.id == *id)?;
                let id = id.clone();
                Some(Self::Method { id, method })
            }
        }
    }
}
