//! `way`: where to pay, per line, with what it was before; the contact and the notices.

use serde::Serialize;

use super::answer::{Answer, View};
use super::args::{WayAct, WayAdd, WayContact};
use super::change::Outcome;
use super::failure::Failure;
use super::file::Opened;
use super::follow::carry;
use super::json::Day;
use super::pick;
use super::print::{Align, Cell, Page};
use super::run::Desk;
use super::typed::day;
use crate::domain::Command;
use crate::domain::command::{LineAct, LineCommand};
use crate::domain::line::CreditLine;
use crate::domain::way::{Contact, Notice, Way, WayState, WhereToPay};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Ways {
    today: Day,
    lines: Vec<OfLine>,
}

#[derive(Debug, Serialize)]
struct OfLine {
    line: String,
    name: String,
    /// The path of the way that is open; `null` where none is recorded or all are closed.
    pay_at: Option<String>,
    ways: Vec<Row>,
    hotline: Option<String>,
    service: Option<String>,
    notices: Vec<Told>,
}

#[derive(Debug, Serialize)]
struct Row {
    n: usize,
    path: String,
    login: Option<String>,
    state: &'static str,
    confirmed: Option<Day>,
    until: Option<Day>,
    note: Option<String>,
    #[serde(skip)]
    stands: WayState,
}

#[derive(Debug, Serialize)]
struct Told {
    on: Day,
    text: String,
    source: Option<String>,
    stale: bool,
    #[serde(skip)]
    stale_days: Option<u32>,
}

/// The ways of a line, or of all lines.
pub(super) fn ways(view: &View<'_>, line: &[String]) -> Result<Ways, Failure> {
    let only = match line {
        [] => None,
        words => Some(pick::line(view.book, &words.join(" "), view.texts)?),
    };
    let lines = view.book.lines.iter().enumerate();
    let wanted = lines.filter(|(k, _)| only.is_none_or(|only| only == *k));
    Ok(Ways {
        today: Day(view.today()),
        lines: wanted.map(|(_, line)| OfLine::of(line, view)).collect(),
    })
}

/// Notes what happened to a way.
pub(super) fn act(desk: &Desk, opened: &Opened, act: &WayAct) -> Result<Outcome, Failure> {
    let (line, (on, dry_run), what) = match act {
        WayAct::Add(args) => (&args.line, args.when.parts(), added(args)),
        WayAct::Move(args) => (
            &args.line,
            args.when.parts(),
            LineAct::MoveWay {
                n: args.n,
                to: args.to.clone(),
            },
        ),
        WayAct::Close(args) => (
            &args.line,
            args.when.parts(),
            LineAct::CloseWay { n: args.n },
        ),
        WayAct::Confirm(args) => (
            &args.line,
            args.when.parts(),
            LineAct::ConfirmWay { n: args.n },
        ),
        WayAct::Contact(args) => (&args.line, (None, args.dry_run), contact(args)),
        WayAct::Notice(args) => (
            &args.line,
            args.when.parts(),
            LineAct::AddNotice {
                text: args.notice.join(" "),
                source: args.source.clone(),
            },
        ),
    };
    let book = opened.document.book();
    let command = LineCommand {
        line: book.lines[pick::line(book, line, desk.texts)?].id.clone(),
        on: day(on, desk.today, desk.texts)?,
        what,
    };
    carry(desk, opened, Command::Line(command), dry_run)
}

fn added(args: &WayAdd) -> LineAct {
    LineAct::AddWay(Way {
        login: args.login.clone(),
        note: args.note.clone(),
        ..Way::new(args.way_path.join(" "))
    })
}

fn contact(args: &WayContact) -> LineAct {
    LineAct::SetContact(Contact {
        hotline: args.hotline.clone(),
        service: args.service.clone(),
    })
}

impl OfLine {
    fn of(line: &CreditLine, view: &View<'_>) -> Self {
        let today = view.today();
        let row = |(k, way): (usize, &Way)| Row {
            n: k + 1,
            path: way.path.clone(),
            login: way.login.clone(),
            state: match way.state_on(today) {
                WayState::Open => "open",
                WayState::Unconfirmed => "unconfirmed",
                WayState::Stale { .. } => "stale",
                WayState::Closed { .. } => "closed",
            },
            confirmed: way.confirmed.map(Day),
            until: way.until.map(Day),
            note: way.note.clone(),
            stands: way.state_on(today),
        };
        let told = |notice: &Notice| Told {
            on: Day(notice.on),
            text: notice.text.clone(),
            source: notice.source.clone(),
            stale: notice.stale_on(today).is_some(),
            stale_days: notice.stale_on(today),
        };
        Self {
            line: line.id.to_string(),
            name: line.name.clone(),
            pay_at: match WhereToPay::of(line, today) {
                WhereToPay::At(way, _) => Some(way.path.clone()),
                _ => None,
            },
            ways: line.ways.iter().enumerate().map(row).collect(),
            hotline: line.contact.hotline.clone(),
            service: line.contact.service.clone(),
            notices: line.notices.iter().map(told).collect(),
        }
    }

    fn write(&self, page: &mut Page, texts: Texts) {
        page.gap();
        page.line(format!("{}  ({})", self.name, self.line));
        if self.ways.is_empty() {
            page.line(texts.cli_ways_none());
        }
        let row = |row: &Row| {
            let role = match row.stands {
                WayState::Open => Role::Paid,
                WayState::Closed { .. } => Role::Muted,
                _ => Role::Due,
            };
            vec![
                Cell::new(row.n.to_string()),
                Cell::new(&*row.path),
                Cell::new(row.login.as_deref().unwrap_or_default()),
                Cell::in_role(texts.way_state(row.stands), role),
                Cell::new(row.note.as_deref().unwrap_or_default()),
            ]
        };
        let rows: Vec<_> = self.ways.iter().map(row).collect();
        page.table(&[Align::Left; 5], &rows);
        let known = |fact: &Option<String>| {
            let fact = fact.as_deref();
            Cell::new(fact.unwrap_or(texts.cli_way_not_recorded()))
        };
        let contact = [
            vec![
                Cell::in_role(texts.cli_hotline(), Role::Muted),
                known(&self.hotline),
            ],
            vec![
                Cell::in_role(texts.cli_service(), Role::Muted),
                known(&self.service),
            ],
        ];
        page.table(&[Align::Left; 2], &contact);
        let notices: Vec<_> = self.notices.iter().map(|told| told.cells(texts)).collect();
        if !notices.is_empty() {
            page.line(texts.cli_notices());
        }
        page.table(&[Align::Left; 4], &notices);
    }
}

impl Told {
    fn cells(&self, texts: Texts) -> Vec<Cell> {
        let stale = self.stale_days.map(|days| texts.cli_notice_stale(days));
        vec![
            Cell::new(self.on.0.to_string()),
            Cell::new(&*self.text),
            Cell::new(self.source.as_deref().unwrap_or_default()),
            Cell::in_role(stale.unwrap_or_default(), Role::Due),
        ]
    }
}

impl Answer for Ways {
    fn write(&self, page: &mut Page, texts: Texts) {
        for line in &self.lines {
            line.write(page, texts);
        }
    }
}
