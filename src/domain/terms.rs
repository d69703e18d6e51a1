//! What is written down of a plan, a line and a way to pay, and can be written anew. What has
//! happened to them (payments, figures seen, refusals) is no part of it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::due::{AnchorDay, Every};
use super::fee::Fee;
use super::id::{LineId, MethodId};
use super::line::{CreditLine, LineStatus, Maintenance, TemporaryLimit};
use super::method::{Balance, Method, MethodKind};
use super::money::Money;
use super::plan::Plan;
use super::rulebook::Provider;
use super::rules::RuleOverrides;

/// Declares every term once: its field and its type.
macro_rules! terms {
    ($(#[$meta:meta])* $name:ident of $of:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $name {
            $($(#[$doc])* pub $field: Option<$type>,)+
        }

        impl $name {
            /// What has to change to make one of the other.
            pub fn between(before: &$of, after: &$of) -> Self {
                Self {
                    $($field: (before.$field != after.$field).then(|| after.$field.clone()),)+
                }
            }

            /// Writes them down.
            pub fn apply(&self, to: &mut $of) {
                $(if let Some(value) = &self.$field {
                    to.$field.clone_from(value);
                })+
            }
        }
    };
}

terms! {
    /// The terms of a plan that change; `None` leaves one as it is.
    PlanTerms of Plan {
        /// The line whose limit it uses.
        line: Option<LineId>,
        /// What was bought.
        item: String,
        /// Where.
        merchant: Option<String>,
        /// The order number.
        order: Option<String>,
        /// The order date.
        bought: Option<NaiveDate>,
        /// The posting date.
        posted: Option<NaiveDate>,
        /// The price.
        price: Option<Money>,
        /// What was paid at once.
        down_payment: Option<Money>,
        /// What is financed.
        principal: Money,
        /// What the last installment takes on top.
        balloon: Option<Money>,
        /// How many installments.
        periods: u32,
        /// When installment 1 is due.
        first_due: NaiveDate,
        /// The day of the month later ones aim at.
        anchor: AnchorDay,
        /// The distance between installments.
        every: Every,
        /// What it costs.
        fee: Fee,
        /// Which method pays by itself.
        autopay: Option<MethodId>,
        /// How many were paid before the book knew the plan.
        paid_through: u32,
        /// A note.
        note: Option<String>,
        /// Rules stated for it.
        rules: RuleOverrides,
    }
}

terms! {
    /// The terms of a line that change; `None` leaves one as it is.
    LineTerms of CreditLine {
        /// Its name.
        name: String,
        /// The rulebook preset it follows.
        provider: Option<String>,
        /// What the rulebook says of that; it changes with the provider.
        preset: Option<Arc<Provider>>,
        /// Which login it belongs to.
        account: Option<String>,
        /// The fixed limit.
        limit: Option<Money>,
        /// An extra limit for a while.
        temporary: Option<TemporaryLimit>,
        /// The part the provider has blocked.
        frozen: Money,
        /// Whether it can be used.
        status: LineStatus,
        /// Until when the identity papers on file are valid.
        identity_expires: Option<NaiveDate>,
        /// An announced outage.
        maintenance: Option<Maintenance>,
        /// Where the provider sells.
        region: Option<String>,
        /// Rules stated for it.
        rules: RuleOverrides,
    }
}

terms! {
    /// The terms of a way to pay that change; `None` leaves one as it is.
    MethodTerms of Method {
        /// Its name.
        name: String,
        /// What it is.
        kind: MethodKind,
        /// The last four digits.
        last4: Option<String>,
        /// The most one payment may be.
        per_payment_limit: Option<Money>,
        /// Its last valid day.
        expires: Option<NaiveDate>,
        /// What was on it.
        balance: Option<Balance>,
    }
}
