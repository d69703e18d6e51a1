//! The line in the forms of bars and prompts, each with what it takes for markup made harmless.

use serde::Serialize;

use super::Status;
use crate::export::plain::plain;
use crate::settings::texts::Texts;

/// Which program shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Bar {
    /// A custom module of waybar with `"return-type": "json"`.
    Waybar,
    /// The status line of tmux.
    Tmux,
    /// A custom command of starship, or any prompt.
    Starship,
}

#[derive(Serialize)]
struct Waybar {
    text: String,
    alt: &'static str,
    tooltip: String,
    class: &'static str,
    percentage: Option<u8>,
}

/// The line for a bar. Where nothing is overdue or due soon it is empty, so that the bar shows
/// nothing.
pub(super) fn line(status: &Status, bar: Bar, texts: Texts) -> String {
    match bar {
        Bar::Waybar => waybar(status, texts),
        Bar::Tmux => tmux(status, texts),
        Bar::Starship => joined(&parts(status, texts)),
    }
}

/// What is overdue, what is due soon.
fn parts(status: &Status, texts: Texts) -> [String; 2] {
    let amounts = status.amounts;
    let overdue = match status.overdue.count {
        0 => String::new(),
        _ => format!("! {}", status.overdue.written(amounts)),
    };
    let next = status.next.as_ref().filter(|_| status.due_soon.count > 0);
    let soon = next.map(|next| {
        let amount = amounts.exact(next.amount.0, next.amount.1);
        format!("{} {amount}", texts.relative(status.today.0, next.due.0))
    });
    [overdue, soon.unwrap_or_default()]
}

fn joined(parts: &[String]) -> String {
    let said: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    match said.as_slice() {
        [] => String::new(),
        said => format!("{}\n", said.join(" · ")),
    }
}

fn waybar(status: &Status, texts: Texts) -> String {
    let mut tooltip = vec![status.text.clone()];
    tooltip.extend(status.items.iter().cloned());
    let tooltip: Vec<_> = tooltip.iter().map(|line| pango(&plain(line))).collect();
    let waybar = Waybar {
        text: pango(joined(&parts(status, texts)).trim_end()),
        alt: status.class,
        tooltip: tooltip.join("\n"),
        class: status.class,
        percentage: status.used_percent,
    };
    serde_json::to_string(&waybar).unwrap_or_default() + "\n"
}

/// A text in which Pango finds no markup.
fn pango(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// tmux takes `#` for the beginning of a style or a command.
fn tmux(status: &Status, texts: Texts) -> String {
    let style = |style: &str, part: String| match part.as_str() {
        "" => part,
        text => format!("#[{style}]{}#[default]", text.replace('#', "##")),
    };
    let [overdue, soon] = parts(status, texts);
    joined(&[style("fg=red,bold", overdue), style("fg=yellow", soon)])
}
