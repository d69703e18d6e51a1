//! One refusal, looked into: each cause, then what to do about it.

use chrono::{Days, NaiveDate};

use super::{Cause, Diagnosis, Finding, NextStep};
use crate::domain::answers::{Question, Reply};
use crate::domain::attempt::{Attempt, Earlier};
use crate::domain::book::Book;
use crate::domain::limit_check::{LineCheck, Reason};
use crate::domain::line::{CreditLine, LineStatus};
use crate::domain::rules::Rules;

/// A refusal that is looked into.
pub(super) struct Asked<'b> {
    pub(super) book: &'b Book,
    pub(super) line: &'b CreditLine,
    pub(super) attempt: &'b Attempt,
    pub(super) check: Option<LineCheck>,
    pub(super) today: NaiveDate,
}

impl Asked<'_> {
    /// All that can be said about it.
    pub(super) fn diagnosis(self) -> Diagnosis {
        let causes = self.causes();
        let (next, on) = self.next(&causes);
        let item = self.attempt.item.as_deref();
        let earlier = item.and_then(|item| Earlier::of(&self.line.refused, item));
        let before = self
            .line
            .refused
            .split_last()
            .map_or(&[][..], |(_, rest)| rest);
        Diagnosis {
            times: earlier.map_or(1, |earlier| earlier.times),
            not_eligible: item
                .and_then(|item| Earlier::of(before, item))
                .and_then(|earlier| earlier.not_eligible),
            causes,
            check: self.check,
            next,
            on,
        }
    }

    fn causes(&self) -> Vec<(Cause, Finding)> {
        vec![
            (
                Cause::Account,
                self.of_book(|reason| {
                    matches!(
                        reason,
                        Reason::LineFrozen | Reason::LineClosed | Reason::OverdueOnLine { .. }
                    )
                }),
            ),
            (Cause::Limit, self.limit()),
            (
                Cause::Maintenance,
                self.of_book(|reason| matches!(reason, Reason::Maintenance { .. })),
            ),
            (Cause::Minimum, self.minimum()),
            (
                Cause::Identity,
                self.of_book(|reason| matches!(reason, Reason::IdentityExpired { .. })),
            ),
            (Cause::Region, self.region()),
            (Cause::Product, self.asked(Question::Eligible, Reply::No)),
            (Cause::Dispute, self.asked(Question::Dispute, Reply::Yes)),
            (Cause::Card, self.card()),
            (
                Cause::Credit,
                self.asked(Question::CreditReview, Reply::Yes),
            ),
            (Cause::Notices, self.asked(Question::Notices, Reply::Yes)),
        ]
    }

    /// The first reason of the limit check that is meant.
    fn of_book(&self, is_meant: impl Fn(&Reason) -> bool) -> Finding {
        let mut reasons = self.check.iter().flat_map(|check| &check.reasons);
        let found = reasons.find(|reason| is_meant(reason));
        found.map_or(Finding::IsNot, |reason| Finding::Is(*reason))
    }

    /// Whether the limit is too small; nothing can be said without the price, or of a line that
    /// is blocked as a whole.
    fn limit(&self) -> Finding {
        let is_known = self.attempt.amount.is_some()
            && self.line.status == LineStatus::Active
            && self
                .check
                .as_ref()
                .is_some_and(|check| check.available.is_some());
        if !is_known {
            return Finding::Unknown;
        }
        self.of_book(|reason| {
            matches!(
                reason,
                Reason::InsufficientLimit { .. } | Reason::TemporaryExpires { .. }
            )
        })
    }

    fn minimum(&self) -> Finding {
        match Rules::of_line(Some(self.line)).min_purchase {
            Some(_) if self.attempt.amount.is_some() => {
                self.of_book(|reason| matches!(reason, Reason::BelowMinimum { .. }))
            }
            _ => Finding::Unknown,
        }
    }

    fn region(&self) -> Finding {
        if self.line.region.is_none() || self.book.settings.region.is_none() {
            return Finding::Unknown;
        }
        self.of_book(|reason| *reason == Reason::OutsideRegion)
    }

    /// A card of this book that has expired, else what was asked about limits of banks.
    fn card(&self) -> Finding {
        let is_expired = |k: &usize| {
            let method = self.book.methods.get(*k);
            let expires = method.and_then(|method| method.expires);
            expires.is_some_and(|expires| expires < self.today)
        };
        (0..self.book.methods.len()).find(is_expired).map_or_else(
            || self.asked(Question::CardLimit, Reply::Yes),
            |method| Finding::CardExpired { method },
        )
    }

    /// What was answered, on this refusal or an earlier one; of the product only on the same item.
    fn asked(&self, question: Question, stands: Reply) -> Finding {
        let of_item = |attempt: &&Attempt| {
            question != Question::Eligible
                || self.attempt.item.is_some() && {
                    let item = self.attempt.item.as_deref().unwrap_or_default();
                    attempt.is_for(item)
                }
                || std::ptr::eq(*attempt, self.attempt)
        };
        let newest_first = self.line.refused.iter().rev().filter(of_item);
        let mut answered =
            newest_first.filter_map(|attempt| Some((attempt.on, attempt.answers.get(question)?)));
        answered
            .next()
            .map_or(Finding::Ask(question), |(on, reply)| Finding::Answered {
                stands: if reply == stands {
                    Reply::Yes
                } else {
                    Reply::No
                },
                on,
            })
    }

    /// What stands in the way comes first, then what only asking tells, then the service.
    fn next(&self, causes: &[(Cause, Finding)]) -> (NextStep, NaiveDate) {
        let standing = causes.iter().find(|(_, finding)| finding.stands());
        if let Some((cause, finding)) = standing {
            return self.against(*cause, *finding);
        }
        let ask = causes.iter().find_map(|(_, finding)| match finding {
            Finding::Ask(question) => Some(*question),
            _ => None,
        });
        (
            ask.map_or(NextStep::AskService, NextStep::FindOut),
            self.today,
        )
    }

    fn against(&self, cause: Cause, finding: Finding) -> (NextStep, NaiveDate) {
        let from = self.check.as_ref().and_then(|check| check.from);
        let step = match (cause, finding) {
            (_, Finding::Is(Reason::OverdueOnLine { .. })) => NextStep::PayOverdue,
            (_, Finding::Is(Reason::InsufficientLimit { short })) => match from {
                Some(_) => NextStep::FreeLimit,
                None => NextStep::PayMoreDown { short },
            },
            (_, Finding::Is(Reason::Maintenance { until })) => {
                let day = until.checked_add_days(Days::new(1));
                return (NextStep::Retry, day.unwrap_or(until));
            }
            (Cause::Account | Cause::Dispute, _) => NextStep::AskToUnblock,
            (Cause::Identity, _) => NextStep::RenewIdentity,
            (Cause::Card, Finding::CardExpired { .. }) => NextStep::RenewCard,
            (Cause::Credit | Cause::Notices, _) => NextStep::AskService,
            _ => NextStep::OtherWay,
        };
        let on = if step == NextStep::FreeLimit {
            from
        } else {
            None
        };
        (step, on.unwrap_or(self.today))
    }
}
