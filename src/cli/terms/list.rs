//! `line list`, `method list`: what is written down of them, and how many plans use each.

use serde::Serialize;

use crate::cli::answer::{Answer, exact};
use crate::cli::json::{Amount, Day};
use crate::cli::print::{Align, Cell, Page};
use crate::document::{LINE_STATUS, METHOD_KINDS};
use crate::domain::Book;
use crate::domain::line::{CreditLine, LineStatus};
use crate::domain::method::Method;
use crate::domain::plan::Plan;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// The lines.
#[derive(Debug, Serialize)]
pub(super) struct Lines {
    lines: Vec<LineRow>,
}

#[derive(Debug, Serialize)]
struct LineRow {
    line: String,
    name: String,
    provider: Option<String>,
    account: Option<String>,
    currency: String,
    limit: Option<Amount>,
    status: &'static str,
    /// How many plans use it, finished ones too.
    plans: usize,
    #[serde(skip)]
    stands: LineStatus,
}

/// The ways to pay.
#[derive(Debug, Serialize)]
pub(super) struct Methods {
    methods: Vec<MethodRow>,
}

#[derive(Debug, Serialize)]
struct MethodRow {
    method: String,
    name: String,
    kind: &'static str,
    last4: Option<String>,
    per_payment_limit: Option<Amount>,
    expires: Option<Day>,
    /// How many plans were or are to be paid with it.
    plans: usize,
    #[serde(skip)]
    what: &'static str,
}

/// All lines, in the order of the file.
pub(super) fn lines(book: &Book) -> Lines {
    let row = |line: &CreditLine| LineRow {
        line: line.id.to_string(),
        name: line.name.clone(),
        provider: line.provider.clone(),
        account: line.account.clone(),
        currency: line.currency.to_string(),
        limit: line.limit.map(|limit| Amount(limit, line.currency)),
        status: word(&LINE_STATUS, line.status),
        plans: used(book, |plan| plan.line.as_ref() == Some(&line.id)),
        stands: line.status,
    };
    Lines {
        lines: book.lines.iter().map(row).collect(),
    }
}

/// All ways to pay, in the order of the file.
pub(super) fn methods(book: &Book, texts: Texts) -> Methods {
    let row = |method: &Method| MethodRow {
        method: method.id.to_string(),
        name: method.name.clone(),
        kind: word(&METHOD_KINDS, method.kind),
        last4: method.last4.clone(),
        per_payment_limit: method
            .per_payment_limit
            .map(|most| Amount(most, book.currency)),
        expires: method.expires.map(Day),
        plans: used(book, |plan| {
            let paid = plan.payments.iter().map(|payment| payment.via.as_ref());
            paid.chain([plan.autopay.as_ref()])
                .any(|via| via == Some(&method.id))
        }),
        what: texts.method_kind(method.kind),
    };
    Methods {
        methods: book.methods.iter().map(row).collect(),
    }
}

fn used(book: &Book, uses: impl Fn(&Plan) -> bool) -> usize {
    book.plans.iter().filter(|plan| uses(plan)).count()
}

/// The word of the file.
fn word<T: Copy + PartialEq>(words: &[(&'static str, T)], meaning: T) -> &'static str {
    let mut words = words.iter();
    words
        .find(|(_, one)| *one == meaning)
        .map_or("", |(word, _)| word)
}

fn plans(count: usize, texts: Texts) -> Cell {
    match count {
        0 => Cell::in_role(texts.cli_unused(), Role::Muted),
        count => Cell::new(texts.cli_used_by(count)),
    }
}

fn amount(amount: Option<&Amount>) -> String {
    amount.map_or_else(|| "—".to_owned(), |amount| exact(amount.0, amount.1))
}

impl Answer for Lines {
    fn write(&self, page: &mut Page, texts: Texts) {
        if self.lines.is_empty() {
            return page.line(texts.cli_lines_none());
        }
        let row = |row: &LineRow| {
            vec![
                Cell::new(&*row.line),
                Cell::new(&*row.name),
                Cell::new(amount(row.limit.as_ref())),
                Cell::new(texts.line_status(row.stands)),
                plans(row.plans, texts),
            ]
        };
        let rows: Vec<_> = self.lines.iter().map(row).collect();
        let aligns = [
            Align::Left,
            Align::Left,
            Align::Right,
            Align::Left,
            Align::Left,
        ];
        page.table(&aligns, &rows);
    }
}

impl Answer for Methods {
    fn write(&self, page: &mut Page, texts: Texts) {
        if self.methods.is_empty() {
            return page.line(texts.cli_methods_none());
        }
        let row = |row: &MethodRow| {
            let expires = row.expires.as_ref();
            vec![
                Cell::new(&*row.method),
                Cell::new(&*row.name),
                Cell::new(row.what),
                Cell::new(row.last4.as_deref().unwrap_or_default()),
                Cell::new(
                    expires
                        .map_or_else(String::new, |day| texts.methods_expires(&day.0.to_string())),
                ),
                plans(row.plans, texts),
            ]
        };
        let rows: Vec<_> = self.methods.iter().map(row).collect();
        page.table(&[Align::Left; 6], &rows);
    }
}
