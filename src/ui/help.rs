//! The keys, searchable; Enter runs the selected one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::areas::split;
use super::cells::{self, Align};
use super::columns::{self, Column, Columns};
use super::entry;
use super::hint::Hit;
use super::layout::Layout;
use super::notice;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use super::scroll;
use crate::app::Model;
use crate::app::keymap::{Group, Row, help_rows};
use crate::app::msg::Target;
use crate::app::overlay::Help;
use crate::settings::symbols::State;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

const WIDTH: u16 = 78;
/// The width where there is room for why a key does nothing now.
const WIDE: u16 = 100;
/// Below this width only the first of several keys is shown.
const NARROW: u16 = 48;
/// Rows above and below the box that the view behind keeps.
const MARGIN: u16 = 1;
/// With more rows than this a rule stands below what is typed.
const NEEDED_FOR_RULE: u16 = 12;
/// The cells of the keys of a row; of the first key alone.
const KEYS: u16 = 16;
const SHORT_KEYS: u16 = 9;
/// Signs in a row.
const SIGNS: usize = 4;

/// A row of the screen.
enum Entry<'a> {
    /// What the rows below have in common.
    Heading(Group),
    /// A row of the key table, by its place among those that are left.
    Key(usize, Row<'a>),
    /// Something that cannot be selected.
    Words(Line<'a>),
}

/// Draws help over the middle of an area.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    model: &Model,
    theme: &Theme,
    texts: Texts,
    help: &Help,
) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let keys = help_rows(help, model);
    let hints = entry::hints(scene);
    let place = help
        .selected
        .map_or(String::new(), |row| format!("{}/", row + 1));
    let mark = Line::from(scene.muted(format!("{place}{}", keys.len())));
    let height = area.height.saturating_sub(1 + MARGIN);
    let (inner, mut hits) = Overlay {
        title: if help.of_row {
            texts.help_of_row()
        } else {
            texts.help_title()
        },
        right: if keys.is_empty() {
            Line::default()
        } else {
            mark
        },
        hints: &hints,
    }
    .draw(buf, overlay::place(area, width(area), height), theme);
    let (top, mut rest) = split(inner, 1);
    let caret = draw_filter(scene, buf, top, help);
    if inner.height > NEEDED_FOR_RULE {
        rest = scene.rule(buf, rest, "─");
    }
    let with_signs = help.filter.text().is_empty() && !help.of_row;
    let entries = entries(scene, &keys, with_signs);
    if keys.is_empty() {
        let none = Line::from(scene.muted(texts.help_none()));
        cells::put_in(buf, rest, &none, Align::Left);
    }
    let keys = keys_width(help, rest);
    hits.extend(rows(scene, buf, rest, &entries, (help.selected, keys)));
    Drawn { hits, caret }
}

fn width(area: Rect) -> u16 {
    if Layout::of(area) == Layout::Wide {
        WIDE
    } else {
        WIDTH
    }
}

/// The cells of the keys: in a list of all of them several stand beside each other.
fn keys_width(help: &Help, area: Rect) -> u16 {
    if help.of_row || area.width < NARROW {
        SHORT_KEYS
    } else {
        KEYS
    }
}

fn draw_filter(
    scene: Scene<'_>,
    buf: &mut Buffer,
    row: Rect,
    help: &Help,
) -> Option<ratatui::layout::Position> {
    let at = cells::put(
        buf,
        row.x,
        row.y,
        row.width,
        "/ ",
        scene.theme.style(Role::Accent),
    );
    let field = Rect {
        x: at,
        width: row.right().saturating_sub(at),
        ..row
    };
    if help.filter.text().is_empty() {
        let how = Rect {
            x: field.x + field.width.min(2),
            width: field.width.saturating_sub(2),
            ..field
        };
        let words = Line::from(scene.muted(scene.texts.help_filter()));
        cells::put_in(buf, how, &words, Align::Left);
    }
    entry::draw(scene, buf, field, &help.filter, true)
}

/// Headings and keys; without a filter the signs are explained at the end.
fn entries<'a>(scene: Scene<'a>, keys: &[Row<'a>], with_signs: bool) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    let mut group = None;
    for (at, key) in keys.iter().enumerate() {
        if group != Some(key.group) {
            if group.is_some() {
                entries.push(Entry::Words(Line::default()));
            }
            entries.push(Entry::Heading(key.group));
            group = Some(key.group);
        }
        entries.push(Entry::Key(at, *key));
    }
    if with_signs {
        entries.push(Entry::Words(Line::default()));
        entries.extend(signs(scene).into_iter().map(Entry::Words));
        let mouse = Line::from(scene.muted(scene.texts.help_mouse()));
        entries.push(Entry::Words(mouse));
    }
    entries
}

/// What the glyphs of the states mean.
fn signs(scene: Scene<'_>) -> Vec<Line<'_>> {
    let texts = scene.texts;
    let mut lines = vec![Line::from(scene.bold(texts.help_signs(), Role::Text))];
    lines.extend(State::ALL.chunks(SIGNS).map(|states| {
        let mut line = Line::from(Span::raw("  "));
        for state in states {
            line.extend([
                scene.glyph(*state),
                scene.muted(format!(" {}", state.word(texts))),
                Span::raw("   "),
            ]);
        }
        line
    }));
    lines.push(Line::from(
        scene.muted(format!("  {}", texts.help_sign_doubt())),
    ));
    lines
}

/// A key and what it does; one that does nothing now is grey and says why: beside its words where
/// there is room, in their place where it is selected.
fn row_of<'a>(
    scene: Scene<'a>,
    binding: Row<'_>,
    key: &'a str,
    (room, is_selected): (u16, bool),
) -> [Line<'a>; 2] {
    let long = (binding.long)(scene.texts);
    let words = if cells::width(long) <= room || is_selected {
        long
    } else {
        (binding.short)(scene.texts)
    };
    let Err(said) = (binding.possible)(scene.model) else {
        return [
            Line::from(scene.bold(key, Role::Accent)),
            Line::from(scene.text(words)),
        ];
    };
    let why = notice::reason(&said, scene);
    let both = format!(" · {why}");
    let line = if cells::width(words) + cells::width(&both) <= room {
        Line::from(vec![scene.muted(words), scene.ink(both, Role::Due)])
    } else if is_selected {
        Line::from(scene.ink(why, Role::Due))
    } else {
        Line::from(scene.muted(words))
    };
    [Line::from(scene.muted(key)), line]
}

fn rows(
    scene: Scene<'_>,
    buf: &mut Buffer,
    area: Rect,
    entries: &[Entry<'_>],
    (selected, keys): (Option<usize>, u16),
) -> Vec<Hit> {
    let is_selected =
        |entry: &Entry<'_>| matches!(entry, Entry::Key(at, _) if Some(*at) == selected);
    let at = entries.iter().position(is_selected);
    let columns = Columns::fit(
        &[Column::fixed(keys), Column::growing(12).gap(1)],
        area.width.saturating_sub(2),
    );
    let mut hits = Vec::new();
    let seen = scroll::shown(entries.len(), usize::from(area.height), at);
    for (row, entry) in area.rows().zip(&entries[seen]) {
        match entry {
            Entry::Words(line) => cells::put_in(buf, row, line, Align::Left),
            Entry::Heading(group) => {
                let title = Line::from(scene.bold(group.title(scene.texts), Role::Text));
                cells::put_in(buf, row, &title, Align::Left);
            }
            Entry::Key(place, binding) => {
                let indented = Rect {
                    x: row.x + 2,
                    width: row.width.saturating_sub(2),
                    ..row
                };
                let key = if keys == SHORT_KEYS {
                    binding.hint_key()
                } else {
                    binding.shown
                };
                let shown = (columns.width(1), Some(*place) == selected);
                columns.draw(buf, indented, &row_of(scene, *binding, key, shown));
                if Some(*place) == selected {
                    columns::select(buf, row, scene.theme);
                }
                hits.push(Hit::new(row, Target::OverlayRow(*place)));
            }
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::overlay::Overlay as Above;
    use crate::settings::texts::Lang;
    use crate::settings::theme::{Depth, ThemeChoice};
    use crate::ui::{ascii, test_book};

    #[test]
    fn without_colours_every_state_is_explained_by_its_glyph_and_its_word() {
        for lang in [Lang::Zh, Lang::En] {
            let mut model = test_book::model(lang);
            model.overlays.push(Above::Help(Help::default()));
            let mono = Theme::choose(ThemeChoice::Mono, None, Depth::Mono);
            let mut buf = test_book::screen(&model, &mono, (80, 240));
            for plain in [false, true] {
                if plain {
                    ascii::simplify(&mut buf);
                }
                let shown = cells::lines(&buf).join("\n");
                for state in State::ALL {
                    let glyph = if plain { state.ascii() } else { state.glyph() };
                    let sign = format!(" {glyph} {} ", state.word(Texts::new(lang)));
                    assert!(shown.contains(&sign), "{sign:?} {lang:?}:\n{shown}");
                }
            }
        }
    }
}
