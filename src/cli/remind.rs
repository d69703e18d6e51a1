//! `remind`: what has a day and wants attention, at most once a day each. Quiet where there is
//! nothing; made for cron, systemd and launchd.

use std::io;

use super::alerts::Alerts;
use super::answer::View;
use super::args;
use super::failure::{Exit, Failure};
use super::file::{Opened, Source, system};
use super::run::{Desk, Teller, warn};
use crate::domain::alert::{Alert, AlertKind, Severity};
use crate::domain::book::Settings;
use crate::domain::{Book, Position, alert};
use crate::export::plain::plain;
use crate::runtime::notification;
use crate::settings::format::Amounts;
use crate::store::{Places, Said};

/// So many lines fit on a notification.
const MOST_LINES: usize = 5;

/// Says what was not said today yet.
pub(super) fn remind(
    args: &args::Remind,
    desk: &Desk,
    opened: &Opened,
    teller: &Teller,
) -> Result<Exit, Failure> {
    let book = looking_ahead(opened.document.book(), args.days);
    let position = Position::of(&book, &opened.calendar, desk.today);
    let view = View {
        book: &book,
        position: &position,
        calendar: &opened.calendar,
        texts: desk.texts,
    };
    let mut said = said(desk).unwrap_or_else(|error| {
        warn(&[desk.texts.remind_not_marked(&system(&error, desk.texts))]);
        None
    });
    let is_new = |key: &String| !said.as_ref().is_some_and(|said| said.has(key));
    let mut found = alert::alerts(&book, &position, &opened.calendar);
    found.retain(|one| has_a_day(one) && is_new(&key(one, &book)));
    if args.notify {
        notify(&view, &found, desk.amounts)?;
    }
    let is_quiet = !teller.is_json() && (args.notify || found.is_empty());
    let exit = if is_quiet {
        Exit::Done
    } else {
        teller.tell(&Alerts::of(&view, &found))?
    };
    let keys: Vec<_> = found.iter().map(|one| key(one, &book)).collect();
    if let Some(Err(error)) = said.as_mut().map(|said| said.note(&keys)) {
        warn(&[desk.texts.remind_not_marked(&system(&error, desk.texts))]);
    }
    Ok(exit)
}

/// The book with another idea of soon.
fn looking_ahead(book: &Book, days: Option<u32>) -> Book {
    let due_soon_days = days.unwrap_or(book.settings.due_soon_days);
    Book {
        settings: Settings {
            due_soon_days,
            ..book.settings.clone()
        },
        ..book.clone()
    }
}

/// Whether it is about a day, and not about how things are for weeks.
fn has_a_day(alert: &Alert) -> bool {
    !matches!(
        alert.kind,
        AlertKind::OverLimit
            | AlertKind::LimitCut
            | AlertKind::LineFrozen
            | AlertKind::MethodLimit
            | AlertKind::MonthlyCap
            | AlertKind::RuleStale { .. }
    )
}

/// What names it on one day, whatever the language.
fn key(alert: &Alert, book: &Book) -> String {
    let id = |id: Option<&str>| id.unwrap_or("-").to_owned();
    let plan = alert.plan.and_then(|k| book.plans.get(k));
    let line = alert.line.and_then(|k| book.lines.get(k));
    let case = alert.case.and_then(|k| book.cases.get(k));
    let method = alert.method.and_then(|k| book.methods.get(k));
    [
        super::json::alert(&alert.kind).to_owned(),
        id(plan.map(|plan| plan.id.as_str())),
        alert.n.map_or("-".to_owned(), |n| n.to_string()),
        id(line.map(|line| line.id.as_str())),
        id(case.map(|case| case.id.as_str())),
        id(method.map(|method| method.id.as_str())),
        alert.date.map_or("-".to_owned(), |date| date.to_string()),
    ]
    .join(" ")
}

/// What was said today of this book; of the sample book everything is said each time.
fn said(desk: &Desk) -> io::Result<Option<Said>> {
    let (Source::File(path), Ok(places)) = (&desk.source, Places::of_user()) else {
        return Ok(None);
    };
    Said::on(&places.state, path, &desk.today.to_string()).map(Some)
}

fn notify(view: &View<'_>, found: &[Alert], amounts: Amounts) -> Result<(), Failure> {
    if found.is_empty() {
        return Ok(());
    }
    let texts = view.texts;
    let line = |one: &Alert| plain(&texts.alert(one, view.book, view.today(), amounts));
    let mut lines: Vec<_> = found.iter().take(MOST_LINES).map(line).collect();
    let more = found.len().saturating_sub(MOST_LINES);
    if more > 0 {
        lines.push(texts.remind_more(more));
    }
    let is_urgent = found.iter().any(|one| one.severity == Severity::Critical);
    let shown = notification::show(
        &texts.remind_title(found.len()),
        &lines.join("\n"),
        is_urgent,
    );
    shown.map_err(|error| {
        let why = format!("{}: {}", notification::PROGRAM, system(&error, texts));
        Failure::new(Exit::NotSaved, texts.remind_not_shown(&why))
            .hint(texts.remind_not_shown_hint())
    })
}
