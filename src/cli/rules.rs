//! `rules`: what is known of providers, and the rules in force on a line, each with its source.

mod page;

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use super::args;
use super::failure::Failure;
use super::file::OwnRules;
use super::json::{self, Day};
use super::pick::{self, Meant};
use super::run::Desk;
use crate::document::Document;
use crate::document::rulebook::Rulebook;
use crate::domain::Currency;
use crate::domain::doubt::{self, Doubt, Origin};
use crate::domain::line::CreditLine;
use crate::domain::rulebook::{Confidence, Fact, Provider};
use crate::domain::rules::{RuleKind, RuleOverrides, Rules};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    today: Day,
    #[serde(flatten)]
    about: About,
    /// What is wrong with the user's own provider files.
    #[serde(skip)]
    warnings: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum About {
    All {
        providers: Vec<ProviderRow>,
    },
    Provider {
        provider: ProviderRow,
        rules: Vec<RuleRow>,
    },
    Line {
        line: String,
        name: String,
        provider: Option<String>,
        currency: String,
        rules: Vec<RuleRow>,
    },
}

#[derive(Debug, Serialize)]
struct ProviderRow {
    id: String,
    name: String,
    currency: String,
    /// True where the user describes it himself.
    own: bool,
    /// The lines of the book that follow it.
    lines: Vec<String>,
}

#[derive(Debug, Serialize)]
struct RuleRow {
    rule: &'static str,
    name: &'static str,
    /// In words; null where it is not known.
    value: Option<String>,
    /// On a line: who states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'static str>,
    confidence: Option<&'static str>,
    source: Option<String>,
    checked: Option<Day>,
    others: Vec<String>,
    doubt: Option<&'static str>,
    #[serde(skip)]
    who: Option<Origin>,
    #[serde(skip)]
    trust: Option<Confidence>,
    #[serde(skip)]
    doubted: Option<Doubt>,
}

/// All providers, or the one or the line that is meant.
pub(super) fn rules(desk: &Desk, args: &args::Rules) -> Result<Answer, Failure> {
    let own = OwnRules::of(&desk.source, desk.texts);
    // Providers can be looked up before there is a book, and while it is broken.
    let text = desk.source.read(desk.today, desk.texts).ok();
    let document = text.and_then(|text| Document::parse_on(text, &own.rulebook).ok());
    let lines = document.as_ref().map_or(&[][..], |open| &open.book().lines);
    let about = about(desk, args, &own.rulebook, lines)?;
    Ok(Answer {
        today: Day(desk.today),
        about,
        warnings: own.warnings,
    })
}

fn about(
    desk: &Desk,
    args: &args::Rules,
    rulebook: &Rulebook,
    lines: &[CreditLine],
) -> Result<About, Failure> {
    let texts = desk.texts;
    let providers = rulebook.providers();
    let row = |provider: &Arc<Provider>| ProviderRow::of(provider, rulebook, lines, texts);
    let meant = match (&args.line, args.provider.as_slice()) {
        (Some(line), _) => Meant::Line(pick::line_of(lines, line, texts)?),
        (None, []) => {
            let providers = providers.iter().map(row).collect();
            return Ok(About::All { providers });
        }
        (None, words) => pick::provider(&providers, lines, &words.join(" "), texts)?,
    };
    Ok(match meant {
        Meant::Provider(k) => About::Provider {
            provider: row(&providers[k]),
            rules: of_provider(&providers[k], desk.today, texts),
        },
        Meant::Line(k) => About::Line {
            line: lines[k].id.to_string(),
            name: lines[k].name.clone(),
            provider: lines[k].provider.clone(),
            currency: lines[k].currency.to_string(),
            rules: of_line(&lines[k], desk.today, texts),
        },
    })
}

impl ProviderRow {
    fn of(provider: &Provider, rulebook: &Rulebook, lines: &[CreditLine], texts: Texts) -> Self {
        let follows = |line: &&CreditLine| line.provider.as_ref() == Some(&provider.id);
        Self {
            id: provider.id.clone(),
            name: texts.of_both(&provider.name).to_owned(),
            currency: provider.currency.to_string(),
            own: rulebook.is_own(&provider.id),
            lines: lines
                .iter()
                .filter(follows)
                .map(|line| line.id.to_string())
                .collect(),
        }
    }
}

/// What is known of a provider.
fn of_provider(provider: &Provider, today: NaiveDate, texts: Texts) -> Vec<RuleRow> {
    let row = |rule: &RuleKind| {
        let fact = provider.fact(*rule);
        let stated = provider.rules.states(*rule);
        let doubted = fact
            .filter(|_| stated)
            .and_then(|fact| doubt::of_fact(fact, today));
        RuleRow::of(*rule, &provider.rules, provider.currency, texts).with(fact, doubted, texts)
    };
    RuleKind::ALL.iter().map(row).collect()
}

/// The rules in force on a line, and who states each.
fn of_line(line: &CreditLine, today: NaiveDate, texts: Texts) -> Vec<RuleRow> {
    let in_force = Rules::of_line(Some(line)).stated();
    let row = |rule: &RuleKind| {
        let origin = Origin::of(*rule, None, Some(line));
        let preset = line.preset.as_ref();
        // What the shopper states himself needs no source; what is unknown may have one.
        let fact = preset.and_then(|preset| preset.fact(*rule));
        let fact = fact.filter(|fact| match origin {
            Origin::Plan | Origin::Line => false,
            Origin::Preset => true,
            Origin::Default => fact.confidence.is_none(),
        });
        let doubted = doubt::of_rule(*rule, None, Some(line), today);
        let row = RuleRow::of(*rule, &in_force, line.currency, texts);
        let who = row.value.is_some().then_some(origin);
        RuleRow {
            origin: who.map(json::origin),
            who,
            ..row.with(fact, doubted, texts)
        }
    };
    RuleKind::ALL.iter().map(row).collect()
}

impl RuleRow {
    fn of(rule: RuleKind, rules: &RuleOverrides, currency: Currency, texts: Texts) -> Self {
        Self {
            rule: rule.key(),
            name: texts.rule(rule),
            value: texts.rule_value(rule, rules, currency, Amounts::SHOWN),
            origin: None,
            confidence: None,
            source: None,
            checked: None,
            others: Vec::new(),
            doubt: None,
            who: None,
            trust: None,
            doubted: None,
        }
    }

    fn with(self, fact: Option<&Fact>, doubted: Option<Doubt>, texts: Texts) -> Self {
        let Some(fact) = fact else {
            return self;
        };
        let others = fact.others.iter();
        Self {
            confidence: fact.confidence.map(json::confidence),
            source: Some(texts.of_both(&fact.source).to_owned()),
            checked: Some(Day(fact.checked_on)),
            others: others
                .map(|other| texts.of_both(other).to_owned())
                .collect(),
            doubt: doubted.map(json::doubt),
            trust: fact.confidence,
            doubted,
            ..self
        }
    }
}
