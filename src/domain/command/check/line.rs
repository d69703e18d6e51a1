//! Ways to pay that come, move and close, and purchases that were refused.

use chrono::{Days, NaiveDate};

use super::{AsOf, check_date, check_positive, words};
use crate::domain::attempt::Attempt;
use crate::domain::command::{Change, LineAct, LineChange, LineCommand, LineDone};
use crate::domain::line::CreditLine;
use crate::domain::refusal::Refusal;
use crate::domain::way::{Contact, Notice, Way};

impl LineCommand {
    pub(super) fn check(&self, as_of: AsOf<'_>) -> Result<Change, Refusal> {
        let mut lines = as_of.book.lines.iter();
        let k = lines
            .position(|line| line.id == self.line)
            .ok_or_else(|| Refusal::UnknownLine(self.line.clone()))?;
        as_of.check_day(self.on)?;
        let line = &as_of.book.lines[k];
        let what = match &self.what {
            LineAct::AddWay(way) => LineDone::AddWay(new_way(line, way, self.on)?),
            LineAct::ConfirmWay { n } => {
                let way = open_way(line, *n, self.on)?;
                if line.ways[way].confirmed == Some(self.on) {
                    return Err(Refusal::AlreadySo);
                }
                LineDone::ConfirmWay { way, on: self.on }
            }
            LineAct::MoveWay { n, to } => moved(line, *n, to, self.on)?,
            LineAct::CloseWay { n } => LineDone::EndWay {
                way: open_way(line, *n, self.on)?,
                on: self.on,
                next: None,
            },
            LineAct::SetContact(given) => LineDone::SetContact(contact(line, given)?),
            LineAct::AddNotice { text, source } => {
                LineDone::AddNotice(notice(line, text, source.as_deref(), self.on)?)
            }
            LineAct::AddRefusal(attempt) => LineDone::AddRefusal(refusal(line, attempt, self.on)?),
            LineAct::AnswerRefusal(answers) => {
                let last = line.refused.last().ok_or(Refusal::NothingRefused)?;
                let mut given = answers.iter();
                if given.all(|(question, reply)| last.answers.get(question) == Some(reply)) {
                    return Err(Refusal::AlreadySo);
                }
                LineDone::AnswerRefusal {
                    attempt: line.refused.len() - 1,
                    answers: answers.clone(),
                }
            }
        };
        Ok(Change::Line(LineChange { line: k, what }))
    }
}

/// The index of the way of this number, or of the first that is open.
fn open_way(line: &CreditLine, n: Option<usize>, on: NaiveDate) -> Result<usize, Refusal> {
    let is_open = |way: &Way| way.until.is_none_or(|until| on < until);
    let Some(n) = n else {
        let first = line.ways.iter().position(is_open);
        return first.ok_or(Refusal::NoOpenWay);
    };
    let of = line.ways.len();
    let k = n
        .checked_sub(1)
        .filter(|k| *k < of)
        .ok_or(Refusal::UnknownWay { n, of })?;
    match line.ways[k].until {
        Some(until) if !is_open(&line.ways[k]) => Err(Refusal::WayClosed { n, since: until }),
        _ => Ok(k),
    }
}

fn new_way(line: &CreditLine, way: &Way, on: NaiveDate) -> Result<Way, Refusal> {
    let path = words(Some(&way.path))?.ok_or(Refusal::TextNeeded)?;
    let is_open = |way: &Way| way.until.is_none_or(|until| on < until);
    let mut open = line.ways.iter().filter(|way| is_open(way));
    if open.any(|way| way.path == path) {
        return Err(Refusal::AlreadySo);
    }
    Ok(Way {
        path,
        login: words(way.login.as_deref())?,
        confirmed: Some(on),
        until: None,
        note: words(way.note.as_deref())?,
    })
}

/// The way ends and another one takes its place, for the same login.
fn moved(
    line: &CreditLine,
    n: Option<usize>,
    to: &str,
    on: NaiveDate,
) -> Result<LineDone, Refusal> {
    let way = open_way(line, n, on)?;
    let next = Way {
        login: line.ways[way].login.clone(),
        ..Way::new(to.to_owned())
    };
    Ok(LineDone::EndWay {
        way,
        on,
        next: Some(new_way(line, &next, on)?),
    })
}

/// The contact with what is given in place of what was known.
fn contact(line: &CreditLine, given: &Contact) -> Result<Contact, Refusal> {
    let (hotline, service) = (
        words(given.hotline.as_deref())?,
        words(given.service.as_deref())?,
    );
    if hotline.is_none() && service.is_none() {
        return Err(Refusal::TextNeeded);
    }
    let known = line.contact.clone();
    let contact = Contact {
        hotline: hotline.or(known.hotline),
        service: service.or(known.service),
    };
    if contact == line.contact {
        return Err(Refusal::AlreadySo);
    }
    Ok(contact)
}

fn notice(
    line: &CreditLine,
    text: &str,
    source: Option<&str>,
    on: NaiveDate,
) -> Result<Notice, Refusal> {
    let notice = Notice {
        on,
        text: words(Some(text))?.ok_or(Refusal::TextNeeded)?,
        source: words(source)?,
    };
    if line.notices.contains(&notice) {
        return Err(Refusal::AlreadySo);
    }
    Ok(notice)
}

/// A refusal. During a maintenance it is worth another try on the day after.
fn refusal(line: &CreditLine, attempt: &Attempt, on: NaiveDate) -> Result<Attempt, Refusal> {
    if let Some(amount) = attempt.amount {
        check_positive(amount, line.currency)?;
    }
    if let Some(retry) = attempt.retry {
        check_date(retry)?;
    }
    let maintained = line.maintenance.as_ref().filter(|down| on <= down.until);
    let after = maintained.and_then(|down| down.until.checked_add_days(Days::new(1)));
    Ok(Attempt {
        on,
        item: words(attempt.item.as_deref())?,
        amount: attempt.amount,
        said: words(attempt.said.as_deref())?,
        retry: attempt.retry.or(after),
        answers: attempt.answers.clone(),
    })
}
