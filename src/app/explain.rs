//! Where a figure comes from: the rows, the rules and the lines of the file behind it. Of a
//! selected row every figure is explained that the view shows of it, and after those the sums.
//!
//! | which figure | file |
//! |---|---|
//! | of an installment, of a plan | `plans` |
//! | of a line, of a follow-up | `lines` |
//! | a sum of the cards, of a day, of a month | `sums` |
//! | of a purchase that is thought of | `purchase` |

mod lines;
mod part;
mod plans;
mod purchase;
mod sums;

use crate::document::whereabouts::Place;
use crate::domain::Money;
use crate::domain::cost::YearlyRate;
use crate::domain::doubt::{self, Doubt, Figure, Origin};
use crate::domain::line::CreditLine;
use crate::domain::plan::Plan;
use crate::domain::rulebook::Words;
use crate::domain::rules::{RuleKind, RuleOverrides, Rules};
use crate::domain::{Book, Currency};
use chrono::NaiveDate;

pub use part::{ExplainPart, Subject};

use super::model::Model;
use super::screen::{List, Screen};

/// More lines of the file than this are not shown.
const MOST_SOURCE: usize = 12;

/// The figures of what is selected, one of them shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanations {
    /// All of them; never empty.
    pub all: Vec<Explanation>,
    /// Which one is shown.
    pub at: usize,
    /// Its first row that is seen.
    pub top: usize,
}

/// Where a figure comes from. The view words it.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub subject: Subject,
    /// The figure.
    pub figure: Figured,
    /// The currency of all amounts.
    pub currency: Currency,
    /// What it is made of, in the order of the sum.
    pub parts: Vec<ExplainPart>,
    /// The rules it rests on.
    pub rules: Vec<ExplainRule>,
    /// What they say.
    pub in_force: RuleOverrides,
    /// Where in the file its parts are stated.
    pub places: Vec<Place>,
    /// Those lines, as they stand there; the first ones where they are very many.
    pub source: Vec<SourceLine>,
    /// What in it rests on doubtful rules.
    pub doubts: Vec<(Figure, Doubt)>,
}

/// A figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figured {
    /// An amount; `None` where it is not known.
    Amount(Option<Money>),
    /// The nominal and the effective yearly rate.
    Yearly(Option<YearlyRate>, Option<YearlyRate>),
}

/// A rule that a figure rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainRule {
    /// Which one.
    pub rule: RuleKind,
    /// Who states it.
    pub origin: Origin,
    /// Where the rulebook has it from, and when that was checked.
    pub source: Option<(Words, NaiveDate)>,
}

/// A line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine {
    /// Its number, from 1.
    pub number: usize,
    /// What it says.
    pub text: String,
}

impl Explanations {
    /// Every figure of the selected row, the one it is about first, and the sums of the view.
    pub(super) fn of_view(model: &Model) -> Option<Self> {
        let mut all: Vec<_> = of_view(model).into_iter().flatten().collect();
        for one in &mut all {
            one.quote(model);
        }
        (!all.is_empty()).then_some(Self { all, at: 0, top: 0 })
    }

    /// The one that is shown.
    pub fn shown(&self) -> Option<&Explanation> {
        self.all.get(self.at)
    }
}

fn of_view(model: &Model) -> Vec<Option<Explanation>> {
    match model.list() {
        None => purchase::all(model),
        Some(List::Due) => [of_plan(model), sums::of_overview(model)].concat(),
        Some(List::Lines) if model.screen == Screen::Overview => {
            [of_line(model), sums::of_overview(model)].concat()
        }
        Some(List::Lines) => [of_line(model), sums::of_limits(model)].concat(),
        Some(List::Plans | List::Installments) => of_plan(model),
        Some(List::Day) => [of_plan(model), sums::of_calendar(model)].concat(),
        Some(List::Alerts) => match model.selected_alert().map(|row| row.alert) {
            Some(alert) if alert.plan.is_some() => of_plan(model),
            Some(alert) => alert.line.map_or_else(Vec::new, |k| lines::all(model, k)),
            None => Vec::new(),
        },
        Some(List::Cases) => lines::of_case(model),
    }
}

/// The figures of the selected plan: in a list of plans what is left of it comes first, elsewhere
/// the installment.
fn of_plan(model: &Model) -> Vec<Option<Explanation>> {
    let Some(k) = model.selected_plan() else {
        return Vec::new();
    };
    let n = model.selected_installment().map(|id| id.n);
    let installment = n.map_or_else(Vec::new, |n| plans::of_installment(model, k, n));
    let plan = plans::all(model, k);
    if model.list() == Some(List::Plans) {
        [plan, installment].concat()
    } else {
        [installment, plan].concat()
    }
}

fn of_line(model: &Model) -> Vec<Option<Explanation>> {
    let line = model.selected_line().map(|row| row.line);
    line.map_or_else(Vec::new, |k| lines::all(model, k))
}

impl Explanation {
    fn new(subject: Subject, currency: Currency, figure: Figured, parts: Vec<ExplainPart>) -> Self {
        Self {
            subject,
            figure,
            currency,
            parts,
            rules: Vec::new(),
            in_force: RuleOverrides::default(),
            places: Vec::new(),
            source: Vec::new(),
            doubts: Vec::new(),
        }
    }

    fn amount(
        subject: Subject,
        currency: Currency,
        figure: impl Into<Option<Money>>,
        parts: Vec<ExplainPart>,
    ) -> Self {
        Self::new(subject, currency, Figured::Amount(figure.into()), parts)
    }

    fn at(self, places: Vec<Place>) -> Self {
        Self { places, ..self }
    }

    /// With the rules that a kind of figure rests on, those of a plan or of a line alone.
    fn by_rules_of(
        mut self,
        figure: Figure,
        plan: Option<&Plan>,
        line: Option<&CreditLine>,
        today: NaiveDate,
    ) -> Self {
        let rules = plan.map_or_else(|| Rules::of_line(line), |plan| Rules::of_plan(plan, line));
        self.in_force = rules.stated();
        let preset = line.and_then(|line| line.preset.as_ref());
        let told = figure.rules().iter().map(|rule| {
            let origin = Origin::of(*rule, plan, line);
            let fact = preset.filter(|_| origin == Origin::Preset);
            let fact = fact.and_then(|preset| preset.fact(*rule));
            ExplainRule {
                rule: *rule,
                origin,
                source: fact.map(|fact| (fact.source.clone(), fact.checked_on)),
            }
        });
        self.rules.extend(told);
        let doubt = doubt::of_figure(figure, plan, line, today);
        self.doubts.extend(doubt.map(|doubt| (figure, doubt)));
        self
    }

    /// Takes the lines of the file in.
    fn quote(&mut self, model: &Model) {
        let Some(document) = model.book.document() else {
            return;
        };
        let numbers = document.lines_of(&self.places);
        let texts: Vec<_> = document.text().lines().collect();
        let quoted = numbers.into_iter().take(MOST_SOURCE).filter_map(|number| {
            let text = texts.get(number.checked_sub(1)?)?.trim().to_owned();
            Some(SourceLine { number, text })
        });
        self.source = quoted.collect();
    }
}

/// Plan `k` and its line.
fn plan_of(book: &Book, k: usize) -> Option<(&Plan, Option<&CreditLine>)> {
    let plan = book.plans.get(k)?;
    Some((plan, book.line_of(plan)))
}
