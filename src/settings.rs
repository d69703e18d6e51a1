//! How things look and read: colours, glyphs, the two languages, dates and amounts for people.
//!
//! Nothing here reads a file or the environment; the values are handed in.
//!
//! | question | file |
//! |---|---|
//! | which colour does a role have, how many colours are there | `theme` |
//! | what can be set, what does the file say | `config` |
//! | which glyph stands for a state | `symbols` |
//! | which word stands on the screen, in Chinese and English | `texts`, `assets/texts/*.rs` |
//! | how is a date, an amount, a percentage written | `format` |
//! | how is a refusal worded | `refusal_text` |
//! | what does a refund cover | `refund_text` |
//! | how is a reason, a standing worded | `wording` |
//! | how is an alert worded, and what is to be done | `alert_text` |
//! | how were yearly rates counted, what does being late cost | `cost_text` |
//! | how is a rule worded, its origin, a doubt | `rule_text` |
//! | what does a row of a bill mean, why can it not be read | `import_text` |
//! | what does a message say, where does it differ from the book | `sms_text` |
//! | how is a follow-up worded, what is said to the service | `case_text`, `dossier_text` |
//! | what does the history say a change was | `change_label`, `case_label`, `terms_text` |
//! | which amounts, dates, distances and fees may be typed | `typed_amount`, `typed_date`, `typed_every`, `typed_fee` |
//! | how is Chinese spelled, which id does something new get | `pinyin`, `plan_id` |
//! | how does hostile text become harmless | `safe_text` |

mod alert_text;
pub mod case_label;
mod case_text;
pub mod change_label;
pub mod config;
mod cost_text;
mod dossier_text;
pub mod format;
mod gap_text;
pub mod half_width;
mod import_text;
pub mod pinyin;
pub mod plan_id;
mod refund_text;
mod refusal_text;
mod rule_text;
pub mod safe_text;
mod sms_text;
pub mod symbols;
pub mod terms_text;
pub mod texts;
pub mod theme;
pub mod typed_amount;
pub mod typed_date;
pub mod typed_every;
pub mod typed_fee;
mod wording;
