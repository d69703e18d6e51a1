//! Reading: TOML text → book, and everything that is wrong with it.

pub(super) mod amount;
mod cards;
pub(super) mod case;
mod checks;
mod fee;
mod history;
pub(super) mod line;
pub(super) mod log;
mod plan;
pub(super) mod rules;
pub(super) mod value;
pub(super) mod way;

use std::collections::HashMap;

use self::log::Log;
use self::value::{Fields, Value};
use super::diagnostic::{Problem, Reference};
use super::near::near;
use super::rulebook::Rulebook;
use crate::document::tree::{Node, Spanned, Table};
use crate::domain::book::{Book, Holidays, Settings, VERSION};
use crate::domain::currency::Currency;
use crate::domain::id::{LineId, MethodId, NotAnId, PlanId};
use crate::domain::line::CreditLine;
use crate::domain::plan::Plan;
use crate::domain::side_by_side::side_by_side;

/// A book and where its credit lines and plans begin in the text.
pub(super) struct Read {
    pub book: Book,
    pub line_starts: Vec<usize>,
    pub plan_starts: Vec<usize>,
}

/// Reads the root table of a text. What cannot be read is left out and logged.
pub(super) fn book(root: &Table<'_>, rulebook: &Rulebook, log: &Log<'_>) -> Read {
    let mut fields = Fields::of(root, 0..0, log);
    let mut names = Names::of(root);
    let version = version(&mut fields, root.is_empty());
    let currency = fields.get("currency").and_then(Value::currency);
    let currency = currency.unwrap_or(Currency::CNY);
    let settings = fields
        .get("settings")
        .and_then(|value| settings(value, currency));
    let mut line_starts = Vec::new();
    let lines = tables(&mut fields, "line", |value| {
        let line = line::line(value, &mut names, currency, rulebook)?;
        line_starts.push(value.span().start);
        Some(line)
    });
    let methods = tables(&mut fields, "method", |value| {
        line::method(value, &names, currency)
    });
    let plans = fields.get("plan");
    let plans = plans.map(|plans| self::plans(plans, &names, &lines, currency));
    let (plans, plan_starts) = plans.unwrap_or_default();
    let cases = tables(&mut fields, "case", |value| case::case(value, &names));
    fields.finish();
    let book = Book {
        version,
        currency,
        settings: settings.unwrap_or_default(),
        lines,
        methods,
        plans,
        cases,
    };
    Read {
        book,
        line_starts,
        plan_starts,
    }
}

fn version(fields: &mut Fields<'_>, is_empty: bool) -> u32 {
    let Some(value) = fields.get("version") else {
        if !is_empty {
            fields.log().warn(0..0, Problem::VersionMissing);
        }
        return VERSION;
    };
    let version = value.whole(1..=u32::MAX).unwrap_or(VERSION);
    if version > VERSION {
        value.warn(Problem::NewerVersion { version });
    }
    version
}

fn tables<'a, T>(
    fields: &mut Fields<'a>,
    key: &'static str,
    read: impl FnMut(Value<'a>) -> Option<T>,
) -> Vec<T> {
    let entries = fields.get(key).and_then(Value::list_of_tables);
    entries
        .unwrap_or_default()
        .into_iter()
        .filter_map(read)
        .collect()
}

/// The plans and where they begin. What is wrong with each part of a long list is logged apart.
fn plans(
    value: Value<'_>,
    names: &Names<'_>,
    lines: &[CreditLine],
    currency: Currency,
) -> (Vec<Plan>, Vec<usize>) {
    let text = value.log.text();
    let parts = side_by_side(value.tables().unwrap_or_default(), |part| {
        let log = Log::of(text);
        let mut plans = Vec::with_capacity(part.len());
        let mut starts = Vec::with_capacity(part.len());
        for entry in part {
            let value = Value::of("plan", entry, &log);
            if let Some(plan) = plan::plan(value, names, currency) {
                checks::check_plan(&plan, value, lines, currency);
                plans.push(plan);
                starts.push(value.span().start);
            }
        }
        (plans, starts, log.found())
    });
    let parts = parts.into_iter().map(|(plans, starts, found)| {
        value.log.take(found);
        (plans, starts)
    });
    let joined = parts.reduce(|(mut plans, mut starts), part| {
        plans.extend(part.0);
        starts.extend(part.1);
        (plans, starts)
    });
    joined.unwrap_or_default()
}

fn settings(value: Value<'_>, currency: Currency) -> Option<Settings> {
    let mut fields = value.table()?;
    let default = Settings::default();
    let settings = Settings {
        due_soon_days: fields
            .get("due-soon-days")
            .and_then(|days| days.whole(0..=366))
            .unwrap_or(default.due_soon_days),
        monthly_cap: fields
            .get("monthly-cap")
            .and_then(|cap| cap.money(currency)),
        region: fields.get("region").and_then(Value::some_text),
        holidays: fields
            .get("holidays")
            .and_then(holidays)
            .unwrap_or(default.holidays),
    };
    fields.finish();
    Some(settings)
}

fn holidays(value: Value<'_>) -> Option<Holidays> {
    Some(match value.some_text()?.as_str() {
        "cn" => Holidays::China,
        "none" => Holidays::WeekendsOnly,
        path => Holidays::File(path.to_owned()),
    })
}

/// All ids of a text, by kind, also of what cannot be read otherwise. A plan may name one that
/// stands further down.
pub(super) struct Names<'t> {
    lines: Ids<'t>,
    methods: Ids<'t>,
    plans: Ids<'t>,
    cases: Ids<'t>,
    /// Of the lines read so far.
    currencies: HashMap<LineId, Currency>,
}

impl<'t> Names<'t> {
    fn of(root: &'t Table<'_>) -> Self {
        Self {
            lines: Ids::of(root, "line"),
            methods: Ids::of(root, "method"),
            plans: Ids::of(root, "plan"),
            cases: Ids::of(root, "case"),
            currencies: HashMap::new(),
        }
    }

    fn line(&self, value: Value<'_>) -> Option<LineId> {
        self.lines.refer(value, LineId::new, Reference::Line)
    }

    fn method(&self, value: Value<'_>) -> Option<MethodId> {
        self.methods.refer(value, MethodId::new, Reference::Method)
    }

    fn plan(&self, value: Value<'_>) -> Option<PlanId> {
        self.plans.refer(value, PlanId::new, Reference::Plan)
    }
}

/// The ids of one kind and where each first stands.
struct Ids<'t>(HashMap<&'t str, usize>);

impl<'t> Ids<'t> {
    fn of(root: &'t Table<'_>, kind: &str) -> Self {
        let mut ids = HashMap::new();
        if let Some(Node::Array(tables)) = root.get(kind).map(Spanned::get_ref) {
            for id in tables.iter().filter_map(|table| table.get_ref().get("id")) {
                if let Node::String(name) = id.get_ref() {
                    ids.entry(&**name).or_insert(id.span().start);
                }
            }
        }
        Self(ids)
    }

    /// The id of a table, which must be its own.
    fn claim<T>(&self, fields: &mut Fields<'_>, read: fn(&str) -> Result<T, NotAnId>) -> Option<T> {
        let value = fields.need("id")?;
        let id = value.id(read)?;
        let name = value.str()?;
        let start = value.span().start;
        if let Some(first) = self.0.get(name).filter(|first| **first != start) {
            let first = value.log.line(*first);
            let id = name.to_owned();
            return value.error(Problem::DuplicateId { id, first });
        }
        Some(id)
    }

    /// The id of something that must exist.
    fn refer<T>(
        &self,
        value: Value<'_>,
        read: fn(&str) -> Result<T, NotAnId>,
        kind: Reference,
    ) -> Option<T> {
        let id = value.id(read)?;
        let name = value.str()?;
        if self.0.contains_key(name) {
            return Some(id);
        }
        value.error(Problem::UnknownReference {
            kind,
            id: name.to_owned(),
            near: near(name, self.0.keys().copied()).map(str::to_owned),
        })
    }
}
