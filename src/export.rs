//! Other programs' formats: the book as values in, a text out. Nothing here reads or writes files.
//!
//! | for | file |
//! |---|---|
//! | calendars (iCalendar, RFC 5545) | `ics`, `ics/event` |
//! | spreadsheets and scripts (CSV, RFC 4180) | `csv`, `csv/table` |
//! | programs (JSON): the file as it is, key by key | `json` |
//! | plain-text accounting: hledger, ledger, beancount | `journal`, `journal/hledger`, `journal/beancount` |
//! | text of the user's that can do no harm elsewhere | `plain` |

pub mod csv;
pub mod ics;
pub mod journal;
pub mod json;
pub mod plain;
