//! The words of follow-ups and refusals.

use crate::domain::answers::Reply;
use crate::domain::case::{CaseKind, Step};
use crate::domain::diagnosis::Cause;
use crate::domain::dossier::Missing;

/// The word for what a case is about, as in the file.
pub(in crate::cli) const fn case_kind(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::LimitNotRestored => "limit-not-restored",
        CaseKind::Refused => "refused",
        CaseKind::PaymentFailed => "payment-failed",
        CaseKind::WrongAmount => "wrong-amount",
        CaseKind::EntryMoved => "entry-moved",
        CaseKind::Refund => "refund",
        CaseKind::Other => "other",
    }
}

/// The word for a step of a follow-up.
pub(in crate::cli) const fn step(step: Step) -> &'static str {
    match step {
        Step::Settled => "settled",
        Step::WindowOver => "window-over",
        Step::ServiceAsked => "service-asked",
        Step::CreditReview => "credit-review",
        Step::OfficialChannel => "official-channel",
        Step::DateAgreed => "date-agreed",
    }
}

/// The word for an answer.
pub(in crate::cli) const fn reply(reply: Reply) -> &'static str {
    match reply {
        Reply::Yes => "yes",
        Reply::No => "no",
    }
}

/// The word for a cause of a refusal.
pub(in crate::cli) const fn refusal_cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Limit => "insufficient-limit",
        Cause::Account => "account",
        Cause::Maintenance => "maintenance",
        Cause::Minimum => "below-minimum",
        Cause::Identity => "identity-expired",
        Cause::Region => "region",
        Cause::Product => "item-not-eligible",
        Cause::Dispute => "dispute",
        Cause::Card => "card",
        Cause::Credit => "credit-review",
        Cause::Notices => "notices",
    }
}

/// The word for what nobody wrote down; of a payment with its day.
pub(in crate::cli) fn missing(missing: Missing) -> String {
    match missing {
        Missing::Order => "order".to_owned(),
        Missing::Price => "price".to_owned(),
        Missing::Merchant => "merchant".to_owned(),
        Missing::Account => "account".to_owned(),
        Missing::Reference(on) => format!("reference {on}"),
        Missing::Channel(on) => format!("channel {on}"),
        Missing::Payment => "payment".to_owned(),
        Missing::Message => "message".to_owned(),
        Missing::Proof => "proof".to_owned(),
    }
}
