//! The screen: values and words in, cells out. Nothing here matches keys, reads files or changes
//! what it is given; each part is a plain value with a `draw` that returns what it leaves free
//! or where it can be clicked.
//!
//! | question | file |
//! |---|---|
//! | how does text get into cells without breaking a wide glyph | `cells` |
//! | which columns fit beside each other | `columns` |
//! | the frame round a part of the screen | `pane` |
//! | what lies above everything else | `overlay` |
//! | a figure that is read at a glance; an amount with quiet cents | `card` |
//! | bars of a limit, of progress, of months | `bars` |
//! | a key and what it does; what a click means | `hint` |
//! | a frame for terminals without such glyphs | `ascii` |
//! | first and last line | `header`, `footer` |

pub mod ascii;
pub mod bars;
pub mod card;
pub mod cells;
pub mod columns;
pub mod footer;
pub mod header;
pub mod hint;
pub mod overlay;
pub mod pane;
