//! Follow-ups, places to pay and refusals in words.

use crate::domain::Refusal;
use crate::domain::answers::{Question, Reply};
use crate::domain::case::Step;
use crate::domain::diagnosis::Cause;

use super::texts::Texts;

impl Texts {
    /// Why a change of a case, a way to pay or a refusal is not carried out.
    pub(super) fn refusal_of_case(self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::UnknownCase(id) => self.refusal_unknown_case(id.as_str()),
            Refusal::CaseIsOpen(id) => self.refusal_case_is_open(id.as_str()),
            Refusal::CaseClosed(on) => self.refusal_case_closed(&on.to_string()),
            Refusal::BeforeCase(on) => self.refusal_before_case(&on.to_string()),
            Refusal::PromiseBefore(on) => self.refusal_promise_before(&on.to_string()),
            Refusal::OutcomeNeeded => self.refusal_outcome_needed().to_owned(),
            Refusal::TextNeeded => self.refusal_text_needed().to_owned(),
            Refusal::UnknownWay { n, of } => self.refusal_unknown_way(*n, *of),
            Refusal::NoOpenWay => self.refusal_no_open_way().to_owned(),
            Refusal::WayClosed { n, since } => self.refusal_way_closed(*n, &since.to_string()),
            Refusal::NothingRefused => self.refusal_nothing_refused().to_owned(),
            other => other.to_string(),
        }
    }

    /// What has to be asked.
    pub const fn question(self, question: Question) -> &'static str {
        match question {
            Question::CreditReview => self.question_credit_review(),
            Question::OfficialChannel => self.question_official_channel(),
            Question::Dispute => self.question_dispute(),
            Question::Eligible => self.question_eligible(),
            Question::CardLimit => self.question_card_limit(),
            Question::Notices => self.question_notices(),
        }
    }

    /// What a step of a follow-up asks to do.
    pub const fn case_step(self, step: Step) -> &'static str {
        match step {
            Step::Settled => self.step_settled(),
            Step::WindowOver => self.step_window(),
            Step::ServiceAsked => self.step_service(),
            Step::CreditReview => self.step_review(),
            Step::OfficialChannel => self.step_channel(),
            Step::DateAgreed => self.step_date(),
        }
    }

    /// Why a purchase may have been refused, in a word or two.
    pub const fn cause(self, cause: Cause) -> &'static str {
        match cause {
            Cause::Limit => self.cause_limit(),
            Cause::Account => self.cause_account(),
            Cause::Maintenance => self.cause_maintenance(),
            Cause::Minimum => self.cause_minimum(),
            Cause::Identity => self.cause_identity(),
            Cause::Region => self.cause_region(),
            Cause::Product => self.cause_product(),
            Cause::Dispute => self.cause_dispute(),
            Cause::Card => self.cause_card(),
            Cause::Credit => self.cause_credit(),
            Cause::Notices => self.cause_notices(),
        }
    }

    /// What was answered.
    pub const fn reply(self, reply: Reply) -> &'static str {
        match reply {
            Reply::Yes => self.reply_yes(),
            Reply::No => self.reply_no(),
        }
    }
}
