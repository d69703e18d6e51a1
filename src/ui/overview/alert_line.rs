//! An alert in one short line: the name it is about may be cut, what is the matter may not.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::board::alerts::AlertRow;
use crate::domain::alert::{Alert, AlertKind};
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::hint::{Hint, Hit};
use crate::ui::scene::Scene;

/// The most urgent alert that the list of what is due does not show already.
pub fn top(scene: Scene<'_>) -> Option<&AlertRow> {
    let mut rows = scene.model.board.alerts.iter();
    rows.find(|row| row.is_to_do() && !is_in_the_list(row.alert.kind))
}

fn is_in_the_list(kind: AlertKind) -> bool {
    matches!(
        kind,
        AlertKind::Overdue { .. }
            | AlertKind::GraceEnding { .. }
            | AlertKind::DueToday
            | AlertKind::DueSoon { .. }
    )
}

/// Draws the top alert into the first row of an area; a click shows all of them.
pub fn draw(buf: &mut Buffer, area: Rect, scene: Scene<'_>) -> Vec<Hit> {
    let Some(row) = top(scene) else {
        return Vec::new();
    };
    let mut hits = vec![Hit::key(area, "5")];
    let hint = Hint {
        key: "5",
        label: scene.texts.alerts(),
    };
    let x = area.right().saturating_sub(hint.width());
    hint.draw(buf, area, x, scene.theme, &mut hits);
    let room = Rect {
        width: area.width.saturating_sub(hint.width() + 2),
        ..area
    };
    write(buf, room, &row.alert, scene, Role::Text);
    hits
}

/// Writes an alert into the first row of an area.
pub fn write(buf: &mut Buffer, area: Rect, alert: &Alert, scene: Scene<'_>, ink: Role) {
    let state = state(alert.kind);
    let glyph = scene.theme.strong(state.role());
    let x = cells::put(buf, area.x, area.y, area.width, state.glyph(), glyph) + 1;
    let room = area.right().saturating_sub(x);
    let long = match alert.kind {
        AlertKind::LimitNotRestored { working_days, .. } if working_days > 0 => {
            let amount = amount(alert, scene);
            Some(scene.texts.overview_alert_back_row(&amount, working_days))
        }
        _ => None,
    };
    let subject = subject(alert, scene);
    let fits = |words: &String| cells::width(&subject) + 1 + cells::width(words) <= room;
    let words = long.filter(fits).unwrap_or_else(|| matter(alert, scene));
    let name = cells::cut(&subject, room.saturating_sub(cells::width(&words) + 1));
    let line = Line::from(scene.ink(format!("{} {words}", name.trim_end()), ink));
    cells::put_line(buf, x, area.y, room, &line);
}

/// The glyph of an alert.
pub fn state(kind: AlertKind) -> State {
    match kind {
        AlertKind::Overdue { .. }
        | AlertKind::GraceEnding { .. }
        | AlertKind::AccelerationRisk
        | AlertKind::OverLimit => State::Overdue,
        AlertKind::LimitNotRestored { .. } => State::RestoreLate,
        AlertKind::LineFrozen => State::Frozen,
        AlertKind::CaseDue => State::Case,
        AlertKind::PauseEnds => State::Stopped,
        AlertKind::DueToday
        | AlertKind::DueSoon { .. }
        | AlertKind::AutopayUnconfirmed
        | AlertKind::AutopayCutoff
        | AlertKind::AutopayShort
        | AlertKind::LimitCut
        | AlertKind::NoMethod
        | AlertKind::MethodExpires
        | AlertKind::MethodLimit
        | AlertKind::TemporaryExpires
        | AlertKind::IdentityExpires
        | AlertKind::MonthlyCap
        | AlertKind::EntryMoved
        | AlertKind::RetryDue
        | AlertKind::RuleStale { .. } => State::Soon,
    }
}

fn amount(alert: &Alert, scene: Scene<'_>) -> String {
    let amount = alert.amount.unwrap_or_default();
    scene.amounts().debt(amount, alert.currency)
}

/// What it is about: the line, the way to pay, the month, else what was bought.
fn subject(alert: &Alert, scene: Scene<'_>) -> String {
    let item = || alert.plan.map_or("", |plan| scene.item(plan));
    let line = || alert.line.map_or("", |line| scene.line_name(line));
    match alert.kind {
        AlertKind::LimitNotRestored { .. }
        | AlertKind::OverLimit
        | AlertKind::LimitCut
        | AlertKind::LineFrozen
        | AlertKind::TemporaryExpires
        | AlertKind::IdentityExpires
        | AlertKind::EntryMoved
        | AlertKind::RetryDue
        | AlertKind::RuleStale { .. } => line().to_owned(),
        AlertKind::CaseDue if alert.plan.is_none() => line().to_owned(),
        AlertKind::MethodExpires | AlertKind::AutopayShort => {
            let methods = scene.book().map(|book| &book.methods);
            let method = methods.and_then(|methods| methods.get(alert.method?));
            method.map_or("", |method| &method.name).to_owned()
        }
        AlertKind::MonthlyCap => alert
            .date
            .map(|date| scene.texts.month(date))
            .unwrap_or_default(),
        _ => item().to_owned(),
    }
}

/// What is the matter.
fn matter(alert: &Alert, scene: Scene<'_>) -> String {
    let (texts, today) = (scene.texts, scene.model.today);
    let n = alert.n.unwrap_or_default();
    let day = alert.date.map(month_day).unwrap_or_default();
    match alert.kind {
        AlertKind::Overdue { days } => texts.overview_alert_late(n, days),
        AlertKind::GraceEnding { until } => texts.overview_alert_grace(n, &month_day(until)),
        AlertKind::DueToday => texts.overview_alert_today(n),
        AlertKind::DueSoon { .. } => {
            let when = alert.date.map(|date| texts.relative_said(today, date));
            texts.overview_alert_soon(n, &when.unwrap_or_default())
        }
        AlertKind::AutopayUnconfirmed => texts.overview_alert_autopay(n),
        AlertKind::AccelerationRisk => texts.overview_alert_acceleration().to_owned(),
        AlertKind::AutopayCutoff => texts.overview_alert_cutoff(n),
        AlertKind::AutopayShort => texts.overview_alert_short(&amount(alert, scene)),
        AlertKind::LimitCut => texts.overview_alert_cut(&amount(alert, scene)),
        AlertKind::NoMethod => texts.overview_alert_no_method(n),
        AlertKind::LimitNotRestored { .. } => texts.overview_alert_not_back(&amount(alert, scene)),
        AlertKind::OverLimit => texts.overview_alert_over(&amount(alert, scene)),
        AlertKind::LineFrozen => texts.overview_alert_frozen().to_owned(),
        AlertKind::CaseDue => texts.overview_alert_case().to_owned(),
        AlertKind::MethodExpires => texts.overview_alert_expires(&day),
        AlertKind::MethodLimit => texts.overview_alert_method_limit(n),
        AlertKind::TemporaryExpires => texts.overview_alert_temporary(&day),
        AlertKind::IdentityExpires if alert.date.is_some_and(|on| on < today) => {
            texts.overview_alert_identity_past().to_owned()
        }
        AlertKind::IdentityExpires => texts.overview_alert_identity(&day),
        AlertKind::PauseEnds => texts.overview_alert_pause(&day),
        AlertKind::MonthlyCap => texts.overview_alert_cap(&amount(alert, scene)),
        AlertKind::RuleStale { days } => texts.overview_alert_rule(days),
        AlertKind::EntryMoved => texts.overview_alert_moved().to_owned(),
        AlertKind::RetryDue => texts.overview_alert_retry().to_owned(),
    }
}
