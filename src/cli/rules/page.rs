//! How `rules` reads for people.

use super::{About, Answer, ProviderRow, RuleRow};
use crate::cli::answer;
use crate::cli::print::{Align, Cell, Page};
use crate::domain::doubt::Doubt;
use crate::settings::symbols::DOUBTFUL;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// What is not known.
const UNKNOWN: &str = "—";

impl answer::Answer for Answer {
    fn write(&self, page: &mut Page, texts: Texts) {
        match &self.about {
            About::All { providers } => all(providers, page, texts),
            About::Provider { provider, rules } => {
                let (name, currency) = (&provider.name, &provider.currency);
                page.line(format!("{name} · {} · {currency}", provider.id));
                if !provider.lines.is_empty() {
                    let lines = provider.lines.join(texts.list_comma());
                    page.line(texts.rules_used_by(&lines));
                }
                write(rules, page, texts);
            }
            About::Line {
                name,
                provider,
                rules,
                ..
            } => {
                page.line(match provider {
                    Some(provider) => texts.rules_of_line(name, provider),
                    None => texts.rules_of_line_alone(name),
                });
                write(rules, page, texts);
            }
        }
    }

    fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

fn all(providers: &[ProviderRow], page: &mut Page, texts: Texts) {
    let row = |provider: &ProviderRow| {
        let own = if provider.own { texts.rules_own() } else { "" };
        let lines = provider.lines.join(texts.list_comma());
        let used = if lines.is_empty() {
            String::new()
        } else {
            texts.rules_used_by(&lines)
        };
        vec![
            Cell::new(&*provider.id),
            Cell::new(&*provider.name),
            Cell::in_role(&*provider.currency, Role::Muted),
            Cell::new(own),
            Cell::in_role(used, Role::Muted),
        ]
    };
    let rows: Vec<_> = providers.iter().map(row).collect();
    page.table(&[Align::Left; 5], &rows);
}

/// The rules, then where each was read.
fn write(rules: &[RuleRow], page: &mut Page, texts: Texts) {
    page.gap();
    let rows: Vec<_> = rules.iter().flat_map(|rule| rule.rows(texts)).collect();
    page.table(&[Align::Left; 5], &rows);
    let sources: Vec<_> = rules.iter().flat_map(|rule| rule.sources(texts)).collect();
    if !sources.is_empty() {
        page.gap();
        page.table(&[Align::Left; 2], &sources);
    }
    if rules.iter().any(|rule| rule.doubted.is_some()) {
        page.gap();
        page.line(texts.rules_legend());
    }
}

impl RuleRow {
    /// Its name, what it says, who says so, how far to trust it, when that was looked up. What it
    /// says in several clauses stands in several rows.
    fn rows(&self, texts: Texts) -> Vec<Vec<Cell>> {
        let mut value = self.value.clone().unwrap_or_else(|| UNKNOWN.to_owned());
        if self.doubted.is_some() {
            value = format!("{value} {DOUBTFUL}");
        }
        let mut clauses = value.split(texts.semicolon());
        let first = self.cells(clauses.next().unwrap_or_default(), texts);
        let more = clauses.map(|clause| vec![Cell::new(""), Cell::new(clause)]);
        std::iter::once(first).chain(more).collect()
    }

    fn cells(&self, value: &str, texts: Texts) -> Vec<Cell> {
        let is_stale = matches!(self.doubted, Some(Doubt::Stale { .. }));
        let checked = self
            .checked
            .map(|on| texts.rules_checked(&on.0.to_string()));
        vec![
            Cell::in_role(self.name, Role::Muted),
            Cell::new(value),
            Cell::new(self.who.map_or("", |who| texts.origin(who))),
            Cell::new(self.trust.map_or("", |trust| texts.confidence(trust))),
            Cell::in_role(
                checked.unwrap_or_default(),
                if is_stale { Role::Due } else { Role::Muted },
            ),
        ]
    }

    /// Where it was read, and what others say.
    fn sources(&self, texts: Texts) -> Vec<Vec<Cell>> {
        let source = self.source.iter().cloned();
        let others = self.others.iter().map(|other| texts.rules_other(other));
        let told = source.chain(others).enumerate();
        let row = |(k, words): (usize, String)| {
            let name = if k == 0 { self.name } else { "" };
            vec![Cell::in_role(name, Role::Muted), Cell::new(words)]
        };
        told.map(row).collect()
    }
}
