//! The dashboard as a value: what is on the screen, what a key means, what follows from it.
//! Nothing here draws, reads a file or asks for the time.
//!
//! | question | file |
//! |---|---|
//! | what is on the screen | `model`, `screen`, `overlay`, `notice` |
//! | every figure the views show | `board`, `detail`, `explain` |
//! | what a key is, and what it means here | `key`, `keymap`, `action` |
//! | what has happened, what to do outside | `msg`, `effect` |
//! | what follows from what has happened | `update` |
//! | what is selected, what has to be derived anew | `select`, `about`, `derive` |
//! | another day than today | `scrubber` |
//! | forms | `form` |
//! | what a purchase would change | `what_if` |
//! | finding by name and pinyin | `find` |
//! | a line of text being typed | `field` |

mod about;
pub mod action;
pub mod board;
pub mod derive;
pub mod detail;
pub mod effect;
pub mod explain;
pub mod field;
mod find;
pub mod form;
pub mod import;
pub mod journal;
pub mod key;
pub mod keymap;
pub mod model;
pub mod msg;
pub mod notice;
pub mod overlay;
pub mod screen;
pub mod scrubber;
pub mod select;
#[cfg(test)]
mod tests;
pub mod update;
pub mod what_if;

pub use model::Model;
