//! A calendar of what is to be paid (iCalendar, RFC 5545).
//!
//! The bytes depend on the book, the day and the stamp alone. A UID names the installment, so that a
//! later import changes the entry that is there; `SEQUENCE` and `DTSTAMP` grow with the stamp, so
//! that the later one wins (RFC 5546, 2.1.5). Days are whole days, and end on the day after (3.6.1).

mod event;

use chrono::NaiveDateTime;

pub use event::{Event, State, events};

use super::plain::plain;
use crate::settings::texts::Texts;

/// The most octets of a line (3.1).
const LONGEST_LINE: usize = 75;
/// At what hour of the day an alarm goes off.
const ALARM_HOUR: i64 = 9;

/// The events as a calendar; `stamp` is the moment of writing, in UTC.
pub fn write(events: &[Event], stamp: NaiveDateTime, texts: Texts) -> String {
    let mut calendar = Lines::default();
    calendar.put("BEGIN", "VCALENDAR");
    calendar.put("VERSION", "2.0");
    calendar.put(
        "PRODID",
        concat!("-//fenqi//fenqi ", env!("CARGO_PKG_VERSION"), "//EN"),
    );
    calendar.put("CALSCALE", "GREGORIAN");
    calendar.put("METHOD", "PUBLISH");
    calendar.put("X-WR-CALNAME", &escaped(&plain(texts.ics_name())));
    let written = stamp.format("%Y%m%dT%H%M%SZ").to_string();
    let minutes = (stamp.and_utc().timestamp() / 60).to_string();
    for event in events {
        calendar.event(event, &written, &minutes);
    }
    calendar.put("END", "VCALENDAR");
    calendar.0
}

/// Content lines, folded and ended as they have to be.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn event(&mut self, event: &Event, written: &str, minutes: &str) {
        let summary = escaped(&plain(&event.summary));
        let next = event.on.succ_opt().unwrap_or(event.on);
        self.put("BEGIN", "VEVENT");
        self.put("UID", &event.uid);
        self.put("DTSTAMP", written);
        self.put("LAST-MODIFIED", written);
        self.put("SEQUENCE", minutes);
        self.put("DTSTART;VALUE=DATE", &event.on.format("%Y%m%d").to_string());
        self.put("DTEND;VALUE=DATE", &next.format("%Y%m%d").to_string());
        self.put("SUMMARY", &summary);
        if !event.description.is_empty() {
            self.lines("DESCRIPTION", &event.description);
        }
        self.put(
            "STATUS",
            match event.state {
                State::Open | State::Done => "CONFIRMED",
                State::Gone => "CANCELLED",
            },
        );
        self.put("TRANSP", "TRANSPARENT");
        self.put("CLASS", "PRIVATE");
        for days in &event.alarms {
            self.alarm(*days, &summary);
        }
        self.put("END", "VEVENT");
    }

    /// In the morning, so many days before; the summary is escaped.
    fn alarm(&mut self, days_before: u32, summary: &str) {
        let hours = ALARM_HOUR - 24 * i64::from(days_before);
        let sign = if hours < 0 { "-" } else { "" };
        self.put("BEGIN", "VALARM");
        self.put("ACTION", "DISPLAY");
        self.put("DESCRIPTION", summary);
        self.put("TRIGGER", &format!("{sign}PT{}H", hours.abs()));
        self.put("END", "VALARM");
    }

    /// A text of several lines.
    fn lines(&mut self, name: &str, lines: &[String]) {
        let lines: Vec<_> = lines.iter().map(|line| escaped(&plain(line))).collect();
        self.put(name, &lines.join("\\n"));
    }

    /// One content line, folded between characters.
    fn put(&mut self, name: &str, value: &str) {
        if name.len() + 1 + value.len() <= LONGEST_LINE {
            self.0.extend([name, ":", value, "\r\n"]);
            return;
        }
        let mut length = 0;
        for char in name.chars().chain([':']).chain(value.chars()) {
            if length + char.len_utf8() > LONGEST_LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(char);
            length += char.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text with what has a meaning in it escaped (3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        if matches!(char, '\\' | ';' | ',') {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Event, Lines, State, write};
    use crate::settings::texts::{Lang, Texts};

    fn event(summary: &str) -> Event {
        Event {
            uid: "phone-3@installment.fenqi".into(),
            on: "2026-02-28".parse().unwrap(),
            summary: summary.into(),
            description: vec!["a, b".into(), "c".into()],
            state: State::Open,
            alarms: vec![1, 0],
        }
    }

    #[test]
    fn a_day_ends_on_the_next_and_alarms_go_off_in_the_morning() {
        let stamp = "2026-02-01T08:30:05".parse().unwrap();
        let text = write(&[event("小米; 手机")], stamp, Texts::new(Lang::En));
        for line in [
            "UID:phone-3@installment.fenqi",
            "DTSTAMP:20260201T083005Z",
            "SEQUENCE:29498910",
            "DTSTART;VALUE=DATE:20260228",
            "DTEND;VALUE=DATE:20260301",
            "SUMMARY:小米\\; 手机",
            "DESCRIPTION:a\\, b\\nc",
            "TRIGGER:-PT15H",
            "TRIGGER:PT9H",
            "STATUS:CONFIRMED",
        ] {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}\n{text}");
        }
    }

    #[test]
    fn lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        lines.put("SUMMARY", &"手机".repeat(60));
        let folded: Vec<_> = lines.0.split_terminator("\r\n").collect();
        assert!(folded.iter().all(|line| line.len() <= 75), "{folded:?}");
        assert_eq!(lines.0.replace("\r\n ", "").trim_end().len(), 8 + 360);
    }
}
