//! What every part of a view needs to draw itself.

use crate::app::Model;
use crate::domain::Book;
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};
use ratatui::text::Span;

/// What every part of a view needs to draw itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'m> {
    /// What is shown.
    pub model: &'m Model,
    /// How it looks.
    pub theme: &'m Theme,
    /// How it reads.
    pub texts: Texts,
}

impl<'m> Scene<'m> {
    /// How amounts are written.
    pub const fn amounts(self) -> Amounts {
        Amounts {
            hidden: self.model.amounts_hidden,
        }
    }

    /// What was bought in the plan of this index.
    pub fn item(self, plan: usize) -> &'m str {
        let plan = self.model.book().and_then(|book| book.plans.get(plan));
        plan.map_or("", |plan| &plan.item)
    }

    /// The name of the line of this index.
    pub fn line_name(self, line: usize) -> &'m str {
        let line = self.model.book().and_then(|book| book.lines.get(line));
        line.map_or("", |line| &line.name)
    }

    /// The book that is shown, where there is one.
    pub fn book(self) -> Option<&'m Book> {
        self.model.book()
    }

    /// Words in a role.
    pub fn ink<'t>(self, text: impl Into<std::borrow::Cow<'t, str>>, role: Role) -> Span<'t> {
        Span::styled(text, self.theme.style(role))
    }

    /// Words in a role, bold.
    pub fn bold<'t>(self, text: impl Into<std::borrow::Cow<'t, str>>, role: Role) -> Span<'t> {
        Span::styled(text, self.theme.strong(role))
    }
}
