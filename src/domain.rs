//! What a plan, an installment, a credit line, a payment and an alert *are*,
//! and every rule of money and dates. Pure values: no files, no clock, no
//! sentences for people. Every change of a [`Book`] is a [`Command`].
//!
//! | question | file |
//! |---|---|
//! | how much, in which currency, at what rate | `money`, `currency`, `rate` |
//! | when an installment falls due | `due`, `statement` |
//! | which days the bank works | `working_day` |
//! | what the shopper wrote down | `book`, `line`, `method`, `plan`, `fee`, `rules`, `case` |
//! | what nobody should write down | `card` |
//! | what is known of each provider | `rulebook` |
//! | who states a rule, may it be doubted | `doubt` |
//! | what each installment asks for | `schedule` |
//! | what the payments covered | `allocation` |
//! | what a refund gives back | `refund` |
//! | how each installment and plan stands on a day | `standing`, `late` |
//! | what settling early costs and saves | `early` |
//! | which limit is used, free, on its way back | `restoring`, `limit` |
//! | how long limit really took to come back | `measured` |
//! | what lines allow over days, past and ahead | `limit_curve` |
//! | the whole book as of one day | `position` |
//! | why the provider's app shows another figure | `gap` |
//! | does a price still fit | `limit_check` |
//! | what would it cost, here and elsewhere | `offer` |
//! | what to pay so that enough limit is back in time | `unlock` |
//! | what wants attention | `alert` |
//! | what it really costs | `cost` |
//! | what credit paid back in part asks for | `revolving` |
//! | what the coming months ask for | `forecast` |
//! | how much must lie ready where, by when | `funds` |
//! | what is asked of people; which purchases were refused, and why | `answers`, `attempt`, `diagnosis` |
//! | where to pay, how to reach the provider | `way` |
//! | what to say to the service | `dossier` |
//! | what may be corrected about what was written down | `terms` |
//! | how the book may change, and why not | `command`, `refusal` |
//! | what a change would bring | `preview` |
//! | which installments were paid on time | `record` |
//! | how often a due date may still move | `deferrals` |
//! | what of a long list each core does | `side_by_side` |

pub mod alert;
pub mod allocation;
pub mod answers;
pub mod attempt;
pub mod book;
pub mod card;
pub mod case;
pub mod command;
pub mod cost;
pub mod currency;
pub mod deferrals;
pub mod diagnosis;
pub mod dossier;
pub mod doubt;
pub mod due;
pub mod early;
pub mod fee;
pub mod forecast;
pub mod funds;
pub mod gap;
pub mod id;
pub mod late;
pub mod limit;
pub mod limit_check;
pub mod limit_curve;
pub mod line;
pub mod measured;
pub mod method;
pub mod money;
pub mod offer;
pub mod plan;
pub mod position;
pub mod preview;
pub mod rate;
pub mod record;
pub mod refund;
pub mod refusal;
pub mod restoring;
pub mod revolving;
pub mod rulebook;
pub mod rules;
pub mod schedule;
pub mod side_by_side;
pub mod standing;
pub mod statement;
pub mod terms;
#[cfg(test)]
mod test_book;
pub mod unlock;
pub mod way;
pub mod working_day;

pub use book::Book;
pub use command::Command;
pub use currency::Currency;
pub use id::{CaseId, LineId, MethodId, PlanId};
pub use money::Money;
pub use position::Position;
pub use rate::Rate;
pub use refusal::Refusal;
