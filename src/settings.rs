//! How things look and read: colours, glyphs, the two languages, dates and amounts for people.
//!
//! Nothing here reads a file or the environment; the values are handed in.
//!
//! | question | file |
//! |---|---|
//! | which colour does a role have, how many colours are there | `theme` |
//! | which glyph stands for a state | `symbols` |
//! | which word stands on the screen, in Chinese and English | `texts`, `assets/texts/*.rs` |
//! | how is a date, an amount, a percentage written | `format` |
//! | how does hostile text become harmless | `safe_text` |

pub mod format;
pub mod safe_text;
pub mod symbols;
pub mod texts;
pub mod theme;
