//! The command line: argv → one question or one change → text or JSON. It asks the same queries
//! and makes the same commands as the dashboard, and needs no terminal.
//!
//! | question | file |
//! |---|---|
//! | which words and flags are there, what does help say | `args`, `help`, `usage` |
//! | which plan, line or way to pay is meant | `pick` |
//! | which file, and what does it say | `file`, `problems`, `problem_report` |
//! | what is due; which plans; one plan | `due`, `plans`, `show` |
//! | which limit is free; does a price fit | `limit`, `can` |
//! | follow-ups; where to pay; why was it refused | `case`, `way`, `refused`, `follow` |
//! | what wants attention; what does it really cost | `alerts`, `cost` |
//! | what the coming months ask for; what must lie ready where | `forecast`, `funds` |
//! | mark, take back, confirm, note | `change` |
//! | plans that come, change and go | `add`, `settle`, `refund`, `defer`, `pause`, `amend`, `note`, `remove` |
//! | what a change would bring | `trial` |
//! | the shopper's own editor | `edit` |
//! | what another program's bill, a provider's message means | `import`, `sms` |
//! | step through the history | `history` |
//! | a first file; what is wrong with a file; the keys | `init`, `doctor`, `keys` |
//! | the settings in force, and where each comes from | `config`, `run/chosen` |
//! | what is known of a provider | `rules` |
//! | what a shell completes; the manual | `completion`, `man` |
//! | one line for a bar; reminders | `status`, `remind` |
//! | calendars, sheets and ledgers for other programs | `export` |
//! | how an answer is printed, as text or JSON | `answer`, `print`, `json` |
//! | what went wrong, and the exit code | `failure` |

mod add;
mod alerts;
mod amend;
mod answer;
mod args;
mod can;
mod case;
mod change;
mod completion;
mod config;
mod cost;
mod defer;
mod doctor;
mod doubted;
mod due;
mod edit;
mod export;
mod failure;
pub mod file;
mod follow;
mod forecast;
mod funds;
mod help;
mod history;
mod import;
mod init;
mod json;
mod keys;
mod limit;
mod man;
mod note;
mod offers;
mod pause;
mod pick;
mod plans;
mod print;
pub mod problem_report;
pub mod problems;
mod record;
mod refund;
mod refused;
mod remind;
mod remove;
mod rules;
mod run;
mod settle;
mod show;
mod sms;
mod status;
mod terms;
mod trial;
mod typed;
mod unlock;
mod usage;
mod verify;
mod way;

pub use failure::{Exit, Failure};
pub use run::{Next, Opening, dashboard_ended, run};
