//! fenqi: installment plans in a terminal.
//!
//! ```text
//!  fenqi   1 Home  2 Plans  3 Limits  4 Cal  5 Alerts 3     DEMO   ui/header
//! ▎ Due this month    ▎ Overdue            ▎ Free limit           ui/overview/cards, ui/card
//! ▎ ¥2,856.36         ▎ ¥441.58            ▎ ¥56,846.30
//! ▎ paid 2/10  ━───   ▎ 1 item, 3 days     ▎ 64% of ¥88,000       ui/bars
//! ╭ Next 30 days ──────────────────────────────── sum ¥3,397.60 ╮ ui/pane
//! │▸! 3d late   03-07 Sa  Xiaomi 15 Pro   6/12  ¥441.58   self │ ui/overview/due_row
//! │ ◷ tomorrow  03-11 We  Dyson V12        3/6  ¥599.83   self │ ui/overview/due, ui/columns
//! │ ◷ in 2d     03-12 Th  MacBook Air 13  7/12  ¥749.91   auto │
//! │ ↻ JD Baitiao ¥1,200 repaid, not back yet          5 Alerts │ ui/overview/alert_line
//! ╰──────────────────────────────────────────────────────  1/10 ╯ ui/scroll
//! ╭ 3 Limits ───────────────────────────────────────────────────╮
//! │ Xiaomi      ▄▄▄▄▄▄▄▄▖▖▖▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁   ¥6,017  ↻ rest.  │ ui/overview/lines
//! │ Huabei      ▄▄▄▄▄▄▄▄▄▄▄▄⣤⣤⣤▁▁▁▁▁▁▁▁▁▁▁▁▁  ¥10,902  ❆ frozen │
//! ╰───────────── ▄▄ used  ▖▖ restoring  ⣤⣤ frozen  ▁▁ free ╯
//!  ? help   p pay   u undo   c check   / find   q quit            ui/footer, ui/notice
//! ```
//!
//! The other views are `ui/plans`, `ui/plan`, `ui/limits`, `ui/alerts`; what lies above a view is
//! `ui/help`, `ui/check`, `ui/pay_form`, `ui/find`, `ui/explain`, `ui/question`.
//!
//! The layers; `tests/architecture.rs` holds who may import whom:
//!
//! | layer | duty |
//! |---|---|
//! | [`domain`] | what is owed, when, and what it leaves free: pure values, today is an argument |
//! | [`document`] | the data file's text into a book, and a change of the book into its text |
//! | [`import`] | other programs' bills and providers' messages: bytes into proposals |
//! | [`settings`] | every word in both languages, how figures and dates are written, colors |
//! | [`export`] | calendars, sheets and ledgers for other programs |
//! | [`store`] | bytes on the disk: find, read, save without losing anything, undo, watch |
//! | [`demo`] | the sample book, dated relative to today |
//! | [`app`] | the dashboard as a value: a message in, the next state and wishes out |
//! | [`ui`] | that value as cells |
//! | [`cli`] | arguments in, one answer or one change out |
//! | [`runtime`] | the dashboard's loop: the terminal, the clock, and carrying out its wishes |
//!
//! Where do I find …
//!
//! - **a pixel**: its part in the picture above; its text in `assets/texts`, its color in
//!   `settings/theme`, its glyph in `settings/symbols`, its figure in `app/board`, and the rule
//!   behind the figure in the table of [`domain`].
//! - **a key**: `app/keymap/table`, then `app/update`.
//! - **a word in the file**: `document/read` takes it into the book, `document/edit` writes it
//!   back, `document/diagnostic` says what is wrong with it.
//! - **an answer on the command line**: `cli/args` names it, the file of the command's name
//!   (`cli/due`, `cli/can`, …) gives it, `cli/print` and `cli/json` write it.
//! - **a failed save**: `store/failure` tells what happened, `cli/file/words` says it.

pub mod app;
pub mod cli;
pub mod demo;
pub mod document;
pub mod domain;
pub mod export;
pub mod import;
pub mod runtime;
pub mod settings;
pub mod store;
pub mod ui;
