//! The first run: there is no file yet.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cells::{self, Align};
use super::hint::Hit;
use super::layout::Layout;
use super::pane::Pane;
use super::scene::Scene;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::form::Task;
use crate::app::keymap::Scope;
use crate::settings::texts::{Lang, Texts};
use crate::settings::theme::{Role, Theme, ThemeChoice};

/// The size of the card.
const CARD: (u16, u16) = (60, 21);

/// Draws the card into the middle of an area.
pub fn draw(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Vec<Hit> {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    if Layout::of(buf.area) == Layout::List {
        let inside = Rect {
            x: area.x + 1,
            width: area.width.saturating_sub(2),
            ..area
        };
        return offers(buf, inside, scene, 1);
    }
    let (width, height) = (CARD.0.min(area.width), CARD.1.min(area.height));
    let card = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 3,
        width,
        height,
    };
    let inside = Pane {
        title: texts.welcome_title(),
        focused: true,
        ..Pane::default()
    }
    .draw(buf, card, theme);
    // With room for it: blank rows between the offers, and where the book will lie.
    let step = if inside.height >= 19 { 2 } else { 1 };
    let list = Rect {
        x: inside.x + 2,
        y: inside.y + 1,
        width: inside.width.saturating_sub(3),
        height: inside.height.saturating_sub(5),
    };
    let hits = offers(buf, list, scene, step);
    about(buf, inside, scene);
    hits
}

/// What can be done now, a row each.
fn offers(buf: &mut Buffer, area: Rect, scene: Scene<'_>, step: u16) -> Vec<Hit> {
    let bindings = scene
        .model
        .keymap
        .rows()
        .filter(|row| row.scope == Scope::Welcome);
    let rows = (area.top()..area.bottom()).step_by(usize::from(step));
    let mut hits = Vec::new();
    let mut sorted: Vec<_> = bindings.collect();
    sorted.sort_by_key(|row| (order(row.action), row.rank));
    for (y, binding) in rows.zip(sorted) {
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        let key = scene.bold(binding.hint_key(), Role::Accent);
        let words = scene.ink(words(binding.action, line.width, scene.texts), Role::Text);
        let row = Line::from(vec![key, scene.ink("   ", Role::Text), words]);
        cells::put_in(buf, line, &row, Align::Left);
        hits.push(Hit::key(line, binding.hint_key()));
    }
    hits
}

/// What a new shopper wants first comes first.
fn order(action: Action) -> u8 {
    match action {
        Action::Form(Task::Add) => 0,
        Action::Form(_) => 1,
        Action::Import => 2,
        Action::Demo => 3,
        Action::Create => 4,
        Action::Help => 5,
        _ => 6,
    }
}

fn words(action: Action, room: u16, texts: Texts) -> &'static str {
    let long = match action {
        Action::Form(Task::Add) => texts.welcome_add(),
        Action::Form(_) => texts.welcome_add_line(),
        Action::Create => texts.welcome_create(),
        Action::Import => texts.welcome_import(),
        Action::Demo => texts.welcome_demo(),
        Action::Help => texts.welcome_help(),
        _ => texts.welcome_quit(),
    };
    let short = match action {
        Action::Form(Task::AddLine) => texts.key_add_line(),
        Action::Create => texts.welcome_create_short(),
        Action::Demo => texts.key_demo_short(),
        _ => long,
    };
    if cells::width(long) + 4 <= room {
        long
    } else {
        short
    }
}

/// Where the book will lie, and how the screen speaks and looks: the last rows of the card.
fn about(buf: &mut Buffer, inside: Rect, scene: Scene<'_>) {
    let texts = scene.texts;
    let lang = match texts.lang() {
        Lang::Zh => "zh",
        Lang::En => "en",
    };
    let theme = match scene.model.theme {
        ThemeChoice::Auto => texts.welcome_theme_auto(),
        ThemeChoice::Dark => texts.welcome_theme_dark(),
        ThemeChoice::Light => texts.welcome_theme_light(),
        ThemeChoice::Mono => texts.welcome_theme_mono(),
        ThemeChoice::Terminal => texts.welcome_theme_terminal(),
        ThemeChoice::AutoCvd | ThemeChoice::DarkCvd | ThemeChoice::LightCvd => {
            texts.welcome_theme_cvd()
        }
        ThemeChoice::Own(_) => texts.welcome_theme_own(),
    };
    let lines = [
        (texts.welcome_where().to_owned(), Role::Muted),
        (scene.model.path.clone(), Role::Text),
        (String::new(), Role::Muted),
        (texts.welcome_language(lang, theme), Role::Muted),
    ];
    for (row, (text, role)) in (0..).zip(lines) {
        let line = Rect {
            x: inside.x + 1,
            y: inside.bottom().saturating_sub(4) + row,
            width: inside.width.saturating_sub(1),
            height: 1,
        };
        cells::put_in(
            buf,
            line.intersection(inside),
            &Line::from(scene.ink(text, role)),
            Align::Left,
        );
    }
}
