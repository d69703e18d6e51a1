//! Follow-ups, places to pay and refusals in words.

use chrono::NaiveDate;

use crate::domain::answers::{Question, Reply};
use crate::domain::case::{Step, Why};
use crate::domain::diagnosis::Cause;
use crate::domain::way::{WayState, WhereToPay};
use crate::domain::{Money, Refusal};

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

    /// What is known of a step, and who says so.
    pub fn step_why(
        self,
        reply: Reply,
        why: Why,
        exact: impl Fn(Money) -> String,
        day: impl Fn(NaiveDate) -> String,
    ) -> String {
        match why {
            Why::NothingOpen => self.because_nothing_open().to_owned(),
            Why::StillOpen { amount, fee } => self.because_still_open(&exact(amount), &exact(fee)),
            Why::WindowEnded(on) => self.because_window_ended(&day(on)),
            Why::WindowLasts(on) => self.because_window_lasts(&day(on)),
            Why::CameBack(on) => self.because_came_back(&day(on)),
            Why::Noted(on) => self.because_noted(&day(on)),
            Why::Answered => self.reply(reply).to_owned(),
            Why::Promised(by) => self.because_promised(&day(by)),
            Why::PromiseMissed { by, days } => self.promise_missed(&day(by), days),
        }
    }

    /// Where to pay: the way, with which login, and whether that is to be doubted.
    pub fn where_to_pay(self, place: WhereToPay<'_>) -> String {
        match place {
            WhereToPay::NotRecorded => self.cli_way_not_recorded().to_owned(),
            WhereToPay::AllClosed(last, since) => {
                self.cli_way_all_closed(&last.path, &since.to_string())
            }
            WhereToPay::At(way, state) => {
                let login = way.login.as_ref().map(|login| self.in_brackets(login));
                let doubt = (state != WayState::Open).then(|| self.way_state(state));
                let path = format!("{}{}", way.path, login.unwrap_or_default());
                [Some(path), doubt]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join("  ")
            }
        }
    }

    /// How a way to pay stands.
    pub fn way_state(self, state: WayState) -> String {
        match state {
            WayState::Open => self.cli_way_open().to_owned(),
            WayState::Unconfirmed => self.cli_way_unconfirmed().to_owned(),
            WayState::Stale { days } => self.cli_way_stale(days),
            WayState::Closed { since } => self.cli_way_closed(&since.to_string()),
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
