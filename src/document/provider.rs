//! Provider files: the rules of one provider, each with where it was read and how far it can be
//! trusted. Those that come along stand in `assets/providers`; a user's own have the same form.
//!
//! ```toml
//! id = "shop"
//! name = { zh = "某商城", en = "Some shop" }
//! currency = "CNY"
//! based-on = "card"               # what this file leaves out is as in that one; optional
//!
//! [rules]                         # written as in a line's own rules
//! restore-days = [1, 3]
//!
//! [facts]                         # a fact without a rule says that it is not known
//! restore-days = { source = "its help page", checked = 2026-11-22, confidence = "published" }
//! late = { source = "not published", checked = 2026-11-22 }
//!
//! [domains]                       # where links in its messages lead
//! names = ["shop.example"]
//! source = "its help page"
//! checked = 2026-11-26
//! confidence = "published"
//! ```

mod domains;

use self::domains::domains;
use super::diagnostic::{Problem, Problems, Severity};
use super::near::near;
use super::read::log::Log;
use super::read::rules::rules;
use super::read::value::{Fields, Value};
use super::rulebook;
use super::with_syntax;
use crate::document::tree::{self, Node, Table};
use crate::domain::currency::Currency;
use crate::domain::id::LineId;
use crate::domain::rulebook::{Confidence, Fact, Provider, Words};
use crate::domain::rules::RuleKind;

const CONFIDENCE: [(&str, Confidence); 4] = [
    ("published", Confidence::Published),
    ("reported", Confidence::Reported),
    ("conflicting", Confidence::Conflicting),
    ("assumed", Confidence::Assumed),
];

/// Reads a provider file.
///
/// # Errors
/// All problems of the text at once. Unknown keys are none.
pub fn parse(text: &str) -> Result<Provider, Problems> {
    let (root, errors) = tree::parse(text);
    let log = Log::of(text);
    let read = provider(&root, &log);
    let found = log.finish();
    if !errors.is_empty() {
        return Err(Problems(with_syntax(text, &root, &errors, found)));
    }
    let is_error = |found: &super::Diagnostic| found.severity == Severity::Error;
    match read {
        Some(read) if !found.iter().any(is_error) => Ok(read),
        _ => Err(Problems(found)),
    }
}

fn provider<'a>(root: &'a Table<'a>, log: &'a Log<'a>) -> Option<Provider> {
    let mut fields = Fields::of(root, 0..0, log);
    let id = fields.need("id").and_then(|id| id.id(LineId::new));
    let name = fields.need("name").and_then(words);
    let currency = fields.get("currency").map(Value::currency);
    let base = fields.get("based-on").map(based_on);
    let base = base.map_or(Some(None), |base| base.map(Some));
    let currency = currency.unwrap_or(match &base {
        Some(Some(base)) => Some(base.currency),
        _ => Some(Currency::CNY),
    });
    let stated = fields
        .get("rules")
        .and_then(|value| rules(value, currency?));
    let facts = fields.get("facts").and_then(facts);
    let domains = fields.get("domains").and_then(domains);
    fields.finish();
    let own = Provider {
        id: id?.to_string(),
        name: name?,
        currency: currency?,
        rules: stated.unwrap_or_default(),
        facts: facts.unwrap_or_default(),
        domains,
    };
    Some(match base? {
        Some(base) => on(&base, own),
        None => own,
    })
}

/// The provider that comes along and that this one is like.
fn based_on(value: Value<'_>) -> Option<std::sync::Arc<Provider>> {
    let id = value.str()?;
    rulebook::shipped(id).or_else(|| {
        value.error(Problem::UnknownProvider {
            id: id.to_owned(),
            near: near(id, rulebook::shipped_ids()).map(str::to_owned),
        })
    })
}

/// What `own` leaves out is as in `base`. A fact of its own about a rule of the base says that
/// this rule was checked again.
fn on(base: &Provider, mut own: Provider) -> Provider {
    for fact in &mut own.facts {
        if fact.confidence.is_none() && !own.rules.states(fact.rule) {
            fact.confidence = base.fact(fact.rule).and_then(|fact| fact.confidence);
        }
    }
    for fact in &base.facts {
        if !own.rules.states(fact.rule) && own.fact(fact.rule).is_none() {
            own.facts.push(fact.clone());
        }
    }
    // A bank that is a card like others has none of their domains; the same provider has.
    if own.domains.is_none() && own.id == base.id {
        own.domains.clone_from(&base.domains);
    }
    own.rules = own.rules.over(&base.rules_in(own.currency));
    own
}

fn facts(value: Value<'_>) -> Option<Vec<Fact>> {
    let mut fields = value.table()?;
    let mut facts = Vec::new();
    for rule in RuleKind::ALL {
        let found = fields.get(rule.key());
        facts.extend(found.and_then(|value| fact(*rule, value)));
    }
    fields.finish();
    Some(facts)
}

fn fact(rule: RuleKind, value: Value<'_>) -> Option<Fact> {
    let mut fields = value.table()?;
    let source = fields.need("source").and_then(words);
    let checked_on = fields.need("checked").and_then(Value::date);
    let confidence = fields.get("confidence");
    let confidence = confidence.and_then(|word| word.word(&CONFIDENCE));
    let others = fields.entries("others", words);
    fields.finish();
    Some(Fact {
        rule,
        source: source?,
        checked_on: checked_on?,
        confidence,
        others,
    })
}

/// `{ zh = "…", en = "…" }`, or one text for both languages.
fn words(value: Value<'_>) -> Option<Words> {
    if !matches!(value.get(), Node::Table(_)) {
        let both = value.text()?;
        return Some(Words {
            zh: both.clone(),
            en: both,
        });
    }
    let mut fields = value.table()?;
    let (zh, en) = (fields.need("zh"), fields.need("en"));
    fields.finish();
    let (zh, en) = (zh.and_then(Value::text), en.and_then(Value::text));
    Some(Words { zh: zh?, en: en? })
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::document::diagnostic::Problem;
    use crate::document::rulebook::{Rulebook, shipped, shipped_ids};
    use crate::domain::money::Money;
    use crate::domain::rulebook::Confidence;
    use crate::domain::rules::{EarlyPolicy, LateRule, PrincipalUnit, RuleKind};

    #[test]
    fn every_provider_that_comes_along_is_read_and_says_where_each_rule_is_from() {
        assert_eq!(Rulebook::default().providers().len(), shipped_ids().count());
        for id in shipped_ids() {
            let provider = shipped(id).unwrap();
            assert_eq!(provider.id, id);
            for rule in RuleKind::ALL {
                let fact = provider.fact(*rule);
                let graded = fact.is_some_and(|fact| fact.confidence.is_some());
                assert_eq!(provider.rules.states(*rule), graded, "{id} {rule:?}");
            }
            for fact in &provider.facts {
                let conflicts = fact.confidence == Some(Confidence::Conflicting);
                let what = (id, fact.rule);
                assert!(!conflicts || !fact.others.is_empty(), "{what:?}");
                assert!(
                    !fact.source.zh.is_empty() && !fact.source.en.is_empty(),
                    "{what:?}"
                );
            }
        }
    }

    #[test]
    fn a_bank_is_a_card_with_its_own_rounding() {
        let (card, cmb) = (shipped("card").unwrap(), shipped("cmb").unwrap());
        assert_eq!(cmb.rules.principal_unit, Some(PrincipalUnit::Main));
        assert_eq!(cmb.rules.early, Some(EarlyPolicy::PercentPenalty));
        assert_eq!(cmb.rules.grace_days, card.rules.grace_days);
        assert_eq!(
            cmb.fact(RuleKind::GraceDays),
            card.fact(RuleKind::GraceDays)
        );
        assert_ne!(cmb.fact(RuleKind::Early), card.fact(RuleKind::Early));
    }

    #[test]
    fn sums_hold_only_in_the_currency_of_the_provider() {
        use crate::domain::Currency;
        let klarna = shipped("klarna").unwrap();
        let Some(LateRule::Fees(fees)) = &klarna.rules.late else {
            panic!("{:?}", klarna.rules.late);
        };
        assert_eq!(fees.tiers.last(), Some(&(Money::from(200), Money::from(8))));
        assert_eq!(klarna.rules_in(klarna.currency).late, klarna.rules.late);
        let in_yuan = klarna.rules_in(Currency::CNY);
        assert_eq!(
            (in_yuan.late.as_ref(), in_yuan.refund),
            (None, klarna.rules.refund)
        );
        let huabei = shipped("huabei").unwrap();
        assert_eq!(huabei.rules_in(klarna.currency).late, huabei.rules.late);
    }

    #[test]
    fn an_own_file_may_change_a_rule_or_say_that_it_was_checked_again() {
        let own = "id = \"baitiao\"\nname = \"B\"\nbased-on = \"baitiao\"\n\
            [rules]\ngrace-days = 2\n\
            [facts]\nearly = { source = \"my contract\", checked = 2027-08-01 }\n";
        let own = parse(own).unwrap();
        let shipped = shipped("baitiao").unwrap();
        assert_eq!(
            (own.rules.grace_days, own.rules.early),
            (Some(2), shipped.rules.early)
        );
        let early = own.fact(RuleKind::Early).unwrap();
        assert_eq!(early.source.en, "my contract");
        assert_eq!(early.confidence, Some(Confidence::Conflicting));
        assert_eq!(own.fact(RuleKind::GraceDays), None);
        assert_eq!(own.fact(RuleKind::Refund), shipped.fact(RuleKind::Refund));
        let book = Rulebook::with([own]);
        assert_eq!(book.provider("baitiao").unwrap().name.en, "B");
        assert_eq!(book.providers().len(), shipped_ids().count());
        assert!(book.is_own("baitiao") && !book.is_own("huabei"));
    }

    #[test]
    fn a_broken_file_says_where() {
        for (text, line, problem) in [
            ("name = \"N\"", 1, Problem::Missing { key: "id" }),
            ("id = \"n\"", 1, Problem::Missing { key: "name" }),
            (
                "id = \"n\"\nname = \"N\"\nbased-on = \"kard\"",
                3,
                Problem::UnknownProvider {
                    id: "kard".to_owned(),
                    near: Some("card".to_owned()),
                },
            ),
            (
                "id = \"n\"\nname = \"N\"\n[rules]\nrestore-days = [3, 1]",
                4,
                Problem::RestoreDaysOrder,
            ),
            (
                "id = \"n\"\nname = \"N\"\n[facts]\nlate = { source = \"s\" }",
                4,
                Problem::Missing { key: "checked" },
            ),
            (
                "id = \"n\"\nname = { zh = \"N\" }",
                2,
                Problem::Missing { key: "en" },
            ),
        ] {
            let problems = parse(text).unwrap_err().0;
            assert_eq!(problems.len(), 1, "{text}: {problems:?}");
            assert_eq!((problems[0].line, &problems[0].problem), (line, &problem));
        }
    }
}
