//! Messages of providers in words.

use super::format::Amounts;
use super::texts::Texts;
use crate::domain::Book;
use crate::domain::Currency;
use crate::import::link::{Leads, Link};
use crate::import::sms::{About, Difference, MessageKind, Reading};

impl Texts {
    /// What a message tells.
    pub const fn message_kind(self, kind: MessageKind) -> &'static str {
        match kind {
            MessageKind::Reminder => self.sms_reminder(),
            MessageKind::Receipt => self.sms_receipt(),
            MessageKind::Failed => self.sms_failed(),
        }
    }

    /// What a message is about.
    pub fn message_about(self, about: &About, book: &Book, amounts: Amounts) -> String {
        let plan = book.plan(&about.plan);
        let currency = plan.map_or(book.currency, |plan| book.currency_of(plan));
        let item = plan.map_or(about.plan.as_str(), |plan| &plan.item);
        if about.open.is_zero() {
            return self.sms_about_paid(item, about.n, &about.due.to_string());
        }
        let open = amounts.exact(about.open, currency);
        self.sms_about(item, about.n, &about.due.to_string(), &open)
    }

    /// Where a message and the book do not agree.
    pub fn message_difference(
        self,
        difference: &Difference,
        (amounts, currency): (Amounts, Currency),
    ) -> String {
        match difference {
            Difference::NoService => self.sms_no_service().to_owned(),
            Difference::NoLine(service) => {
                self.import_no_line(service.words.first().unwrap_or(&service.id))
            }
            Difference::NoAmount => self.sms_no_amount().to_owned(),
            Difference::Nothing => self.sms_nothing().to_owned(),
            Difference::Several(count) => self.sms_several(*count),
            Difference::Amount { said, open } => self.sms_amount(
                &amounts.exact(*said, currency),
                &amounts.exact(*open, currency),
            ),
            Difference::Day { said, due } => self.sms_day(&said.to_string(), &due.to_string()),
            Difference::Paid { on: Some(on) } => self.sms_paid_on(&on.to_string()),
            Difference::Paid { on: None } => self.sms_paid().to_owned(),
        }
    }

    /// Where a link of a message leads.
    pub fn message_link(self, (link, leads): &(Link, Leads), reading: &Reading) -> String {
        match leads {
            Leads::Home => self.sms_link_home(&link.host),
            Leads::Elsewhere => {
                let known = reading.domains.join(self.list_comma());
                self.sms_link_elsewhere(&link.host, &known)
            }
            Leads::Unknown => self.sms_link_unknown(&link.host),
        }
    }
}
