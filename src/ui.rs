//! The screen: values and words in, cells out. Nothing here matches keys, reads files or changes
//! what it is given; each part is a plain value with a `draw` that returns what it leaves free
//! or where it can be clicked.
//!
//! | question | file |
//! |---|---|
//! | how much does the window have room for | `layout` |
//! | first and last line with their words | `chrome`, `notice` |
//! | the views | `overview`, `plans`, `plan`, `limits`, `calendar`, `alerts`, `cases`, `what_if` |
//! | what lies above a view | `help`, `check`, `form`, `find`, `explain`, `history`, `question` |
//! | no file yet, a file with problems | `welcome`, `banner` |
//! | another day than today | `scrubber` |
//!
//! What they are built from:
//!
//! | question | file |
//! |---|---|
//! | how does text get into cells without breaking a wide glyph | `cells` |
//! | which columns fit beside each other | `columns` |
//! | the frame round a part of the screen | `pane` |
//! | what lies above everything else, a text typed in it | `overlay`, `entry` |
//! | labels and what belongs to them | `pairs` |
//! | a sentence over several rows | `wrap` |
//! | parts of an area | `areas` |
//! | a figure that is read at a glance; an amount with quiet cents | `card` |
//! | bars of a limit, of progress, of months | `bars` |
//! | a key and what it does; what a click means | `hint` |
//! | a frame for terminals without such glyphs | `ascii` |
//! | a frame in fewer bytes | `blanks` |
//! | first and last line | `header`, `footer` |
//! | which part of a long list is seen | `scroll` |
//! | model, theme and words handed on together | `scene` |

pub mod alerts;
mod areas;
pub mod ascii;
pub mod banner;
pub mod bars;
mod blanks;
pub mod calendar;
pub mod card;
pub mod cases;
pub mod cells;
pub mod check;
mod chrome;
pub mod columns;
mod entry;
pub mod explain;
pub mod find;
pub mod footer;
pub mod form;
pub mod header;
pub mod help;
pub mod hint;
pub mod history;
mod import;
pub mod layout;
pub mod limits;
pub mod methods;
mod notice;
pub mod overlay;
#[cfg(test)]
mod overlay_tests;
pub mod overview;
#[cfg(test)]
mod own_key_tests;
mod pairs;
pub mod pane;
mod plan;
pub mod plans;
pub mod question;
mod scene;
mod scroll;
mod scrubber;
#[cfg(test)]
mod test_book;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod view_tests;
pub mod welcome;
pub mod what_if;
mod wrap;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::Model;
use crate::app::model::BookState;
use crate::app::overlay::Overlay;
use crate::app::screen::Screen;
use crate::settings::texts::Texts;
use crate::settings::theme::Theme;
use hint::Hit;
use layout::{Layout, Parts};
use overlay::Drawn;
use scene::Scene;

/// Draws the whole screen and puts the terminal's cursor into the text field that is typed in.
/// Returns what can be clicked; see [`hint::target_at`].
pub fn view(frame: &mut Frame<'_>, model: &Model, theme: &Theme, texts: Texts) -> Vec<Hit> {
    let area = frame.area();
    let drawn = draw(frame.buffer_mut(), area, model, theme, texts);
    blanks::follow(frame.buffer_mut());
    if let Some(caret) = drawn.caret {
        frame.set_cursor_position(caret);
    }
    drawn.hits
}

/// As [`view`], into a buffer.
pub fn draw(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Drawn {
    cells::fill(buf, area, theme.base());
    let scene = Scene {
        model,
        theme,
        texts,
    };
    if Layout::of(area) == Layout::TooSmall {
        chrome::too_small(buf, area, scene);
        return Drawn::default();
    }
    let parts = Parts::of(area);
    let mut hits = chrome::header(buf, parts.header, scene);
    let below = body(buf, parts.body, model, theme, texts);
    hits.extend(below.hits);
    let mut caret = below.caret;
    for (k, above) in model.overlays.iter().enumerate() {
        if k > 0 {
            overlay::close_hints(buf, &hits);
        }
        let drawn = overlay(buf, area, above, model, theme, texts);
        // What lies behind cannot be clicked.
        hits = drawn.hits;
        caret = drawn.caret;
    }
    // It stays in front of whatever stepped back.
    cells::fill(buf, parts.footer, theme.base());
    hits.extend(chrome::footer(buf, parts.footer, scene));
    Drawn {
        hits,
        caret: caret.filter(|caret: &Position| area.contains(*caret)),
    }
}

/// Draws what is between header and footer.
fn body(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Drawn {
    let clicked = |hits| Drawn { hits, caret: None };
    if matches!(model.book, BookState::Missing(_)) {
        return clicked(welcome::draw(buf, area, model, theme, texts));
    }
    let (area, mut hits) = banner::draw(buf, area, model, theme, texts);
    if model.book().is_none() {
        return clicked(hits);
    }
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let (area, of_strip) = scrubber::draw(buf, area, scene);
    hits.extend(of_strip);
    let draw = match model.screen {
        Screen::Overview => overview::draw,
        Screen::Plans => plans::draw,
        Screen::PlanDetail => plan::draw,
        Screen::Limits | Screen::LineDetail => limits::draw,
        Screen::Alerts => alerts::draw,
        Screen::Calendar => calendar::draw,
        Screen::Cases => cases::draw,
        Screen::WhatIf => {
            let drawn = what_if::draw(buf, area, model, theme, texts);
            hits.extend(drawn.hits);
            return Drawn {
                hits,
                caret: drawn.caret,
            };
        }
    };
    hits.extend(draw(buf, area, model, theme, texts));
    clicked(hits)
}

fn overlay(
    buf: &mut Buffer,
    area: Rect,
    above: &Overlay,
    model: &Model,
    theme: &Theme,
    texts: Texts,
) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    match above {
        Overlay::Help(state) => help::draw(buf, area, model, theme, texts, state),
        Overlay::Check(state) => check::draw(buf, area, model, theme, texts, state),
        Overlay::Form(state) => form::draw(buf, area, model, theme, texts, state),
        Overlay::Find(state) => find::draw(buf, area, model, theme, texts, state),
        Overlay::Day(typed) => scrubber::ask(buf, area, scene, typed),
        Overlay::Explain(state) => explain::draw(buf, area, scene, state),
        Overlay::Methods(selected) => methods::draw(buf, area, model, theme, texts, *selected),
        Overlay::History(state) => history::draw(buf, area, model, theme, texts, state),
        Overlay::Import(state) => import::draw(buf, area, scene, state),
        Overlay::Message(state) => import::draw_message(buf, area, scene, state),
        Overlay::Confirm(state) => question::draw(buf, area, model, theme, texts, state),
    }
}
