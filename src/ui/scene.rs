//! What every part of a view needs to draw itself.

use std::borrow::Cow;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::areas::below;
use super::cells;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::keymap::Scope;
use crate::domain::doubt::Doubt;
use crate::domain::plan::Plan;
use crate::domain::{Book, Currency, MethodId, Money};
use crate::settings::format::{Amounts, month_day};
use crate::settings::symbols::{DOUBTFUL, State};
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

/// A day further away than this is written with its year.
const NEAR_DAYS: i64 = 180;

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

    /// The key of a view that does this.
    pub fn key(self, action: Action) -> &'m str {
        self.model.keymap.key_of(action)
    }

    /// The same, for a sentence that names it: where it has no key, help runs it.
    pub fn told_key(self, action: Action) -> &'m str {
        self.told_key_in(Scope::View, action)
    }

    /// The same for a scope that has a key for help.
    pub fn told_key_in(self, scope: Scope, action: Action) -> &'m str {
        match self.key_in(scope, action) {
            "" => self.key_in(scope, Action::Help),
            key => key,
        }
    }

    /// The key of a scope that does this.
    pub fn key_in(self, scope: Scope, action: Action) -> &'m str {
        let row = self.model.keymap.row_in(scope, action);
        row.map_or("", |row| row.hint_key())
    }

    /// Two keys of views, one way and the other: `h/l`.
    pub fn key_pair(self, one: Action, other: Action) -> String {
        format!("{}/{}", self.key(one), self.key(other))
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

    /// The window, as the layout asks for it.
    pub fn window(self) -> Rect {
        let size = self.model.window;
        Rect::new(0, 0, size.width, size.height)
    }

    /// Words in a role.
    pub fn ink<'t>(self, text: impl Into<Cow<'t, str>>, role: Role) -> Span<'t> {
        Span::styled(text, self.theme.style(role))
    }

    /// Words in a role, bold.
    pub fn bold<'t>(self, text: impl Into<Cow<'t, str>>, role: Role) -> Span<'t> {
        Span::styled(text, self.theme.strong(role))
    }

    /// What is read first.
    pub fn text<'t>(self, text: impl Into<Cow<'t, str>>) -> Span<'t> {
        self.ink(text, Role::Text)
    }

    /// What is read second.
    pub fn muted<'t>(self, text: impl Into<Cow<'t, str>>) -> Span<'t> {
        self.ink(text, Role::Muted)
    }

    /// The glyph of a state, in its colour.
    pub fn glyph(self, state: State) -> Span<'static> {
        self.ink(state.glyph(), state.role())
    }

    /// The mark behind a figure that is to be doubted.
    pub fn doubt(self, doubt: Option<Doubt>) -> Option<Span<'static>> {
        doubt.map(|_| self.muted(DOUBTFUL))
    }

    /// A label and a figure: `合计 ¥5,299.00`.
    pub fn labelled(self, label: &'static str, figure: String) -> [Span<'static>; 3] {
        [self.muted(label), Span::raw(" "), self.text(figure)]
    }

    /// An amount to the cent.
    pub fn exact(self, amount: Money, currency: Currency) -> String {
        self.amounts().exact(amount, currency)
    }

    /// A day in a column: without its year where it lies within about half a year of today.
    pub fn date(self, date: NaiveDate) -> String {
        if (date - self.model.today).num_days().abs() < NEAR_DAYS {
            month_day(date)
        } else {
            date.to_string()
        }
    }

    /// The plan of this index.
    pub fn plan(self, index: usize) -> Option<&'m Plan> {
        self.book()?.plans.get(index)
    }

    /// The name of a way to pay.
    pub fn method_name(self, id: &'m MethodId) -> &'m str {
        let method = self.book().and_then(|book| book.method(id));
        method.map_or(id.as_str(), |method| &method.name)
    }

    /// How many working days a restore took; within the same one it is not called none.
    pub fn took(self, working_days: u32) -> String {
        match working_days {
            0 => self.texts.limits_took_less().to_owned(),
            days => self.texts.limits_took(days),
        }
    }

    /// A rule across the first row of an area; returns the rows below it.
    pub fn rule(self, buf: &mut Buffer, area: Rect, glyph: &'static str) -> Rect {
        if let Some(row) = area.rows().next() {
            let style = self.theme.style(Role::Line);
            cells::repeat(buf, row.x, row.y, row.width, glyph, style);
        }
        below(area, 1)
    }
}
