//! The text to send to customer service, the same for the dashboard and the command line.

use chrono::NaiveDate;

use crate::domain::Money;
use crate::domain::case::CaseKind;
use crate::domain::dossier::{Dossier, Freed, Missing, Paid};

use super::format::Amounts;
use super::texts::Texts;

impl Texts {
    /// What to say to customer service about a case, a line a fact. A fact that is not in the
    /// book is named as not recorded. Names are as they were written; make them safe before they
    /// reach a terminal.
    pub fn dossier(self, dossier: &Dossier<'_>, today: NaiveDate, amounts: Amounts) -> String {
        let writer = Writer {
            texts: self,
            dossier,
            amounts,
            today,
        };
        let (opening, request) = self.opening_and_request(dossier.case.kind);
        let mut lines = vec![opening.to_owned()];
        lines.extend(writer.account());
        lines.extend(writer.purchase());
        lines.extend(writer.attempt());
        lines.extend(writer.payments());
        lines.extend(writer.installment());
        lines.extend(writer.limit());
        lines.extend(writer.shown());
        lines.extend(writer.message());
        lines.extend(writer.contacts());
        lines.extend(writer.proof());
        lines.push(request.to_owned());
        lines.join("\n")
    }

    const fn opening_and_request(self, kind: CaseKind) -> (&'static str, &'static str) {
        match kind {
            CaseKind::LimitNotRestored => {
                (self.dossier_limit_not_restored(), self.dossier_ask_limit())
            }
            CaseKind::Refused => (self.dossier_refused(), self.dossier_ask_refused()),
            CaseKind::PaymentFailed => (self.dossier_payment_failed(), self.dossier_ask_payment()),
            CaseKind::WrongAmount => (self.dossier_wrong_amount(), self.dossier_ask_amount()),
            CaseKind::EntryMoved => (self.dossier_entry_moved(), self.dossier_ask_entry()),
            CaseKind::Refund => (self.dossier_refund(), self.dossier_ask_refund()),
            CaseKind::Other => (self.dossier_other(), self.dossier_ask_other()),
        }
    }
}

/// Writes the lines of a dossier.
struct Writer<'d> {
    texts: Texts,
    dossier: &'d Dossier<'d>,
    amounts: Amounts,
    today: NaiveDate,
}

impl Writer<'_> {
    fn fact(&self, label: &str, fact: &str) -> String {
        [label, self.texts.dossier_colon(), fact].concat()
    }

    /// A fact, or that it is not recorded.
    fn known(&self, label: &str, fact: Option<&str>) -> String {
        self.fact(label, fact.unwrap_or(self.texts.dossier_not_recorded()))
    }

    fn exact(&self, amount: Money) -> String {
        self.amounts.exact(amount, self.dossier.currency)
    }

    fn account(&self) -> Option<String> {
        let line = self.dossier.line?;
        let account = line.account.as_deref();
        let account = account.unwrap_or(self.texts.dossier_not_recorded());
        let named = [line.name.as_str(), account].join(self.texts.comma());
        Some(self.fact(self.texts.dossier_account(), &named))
    }

    fn purchase(&self) -> Vec<String> {
        let (texts, Some(plan)) = (self.texts, self.dossier.plan) else {
            return Vec::new();
        };
        let price = plan.price.map(|price| self.exact(price));
        let mut lines = vec![
            self.known(texts.dossier_order(), plan.order.as_deref()),
            self.fact(texts.dossier_item(), &plan.item),
            self.known(texts.dossier_merchant(), plan.merchant.as_deref()),
            self.known(texts.dossier_price(), price.as_deref()),
        ];
        let bought = plan.bought.map(|on| on.to_string());
        lines.extend(bought.map(|on| self.fact(texts.dossier_bought(), &on)));
        lines
    }

    /// What was to be bought when it was refused.
    fn attempt(&self) -> Option<String> {
        let attempt = self.dossier.attempt?;
        let amount = attempt.amount.map(|amount| self.exact(amount));
        let item = attempt.item.clone();
        let parts = [item, amount, Some(attempt.on.to_string())];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Some(self.fact(self.texts.dossier_item(), &parts.join(self.texts.comma())))
    }

    fn payments(&self) -> Vec<String> {
        let texts = self.texts;
        if self.dossier.paid.is_empty() && self.dossier.missing.contains(&Missing::Payment) {
            return vec![self.known(texts.dossier_paid(), None)];
        }
        let paid = |paid: &Paid<'_>| {
            let via = paid.via.map(|method| method.name.as_str());
            let parts = [
                format!("{} {}", paid.payment.on, self.exact(paid.payment.amount)),
                self.known(texts.dossier_channel(), via),
                self.known(texts.dossier_reference(), paid.payment.reference.as_deref()),
            ];
            self.fact(texts.dossier_paid(), &parts.join(texts.comma()))
        };
        self.dossier.paid.iter().map(paid).collect()
    }

    fn installment(&self) -> Option<String> {
        let row = self.dossier.row?;
        let told = self.texts.dossier_row(
            &row.installment.due.to_string(),
            &self.exact(row.installment.amount()),
            &self.exact(row.paid()),
            &self.exact(row.outstanding()),
        );
        let label = self.texts.dossier_installment(row.installment.n);
        Some(self.fact(&label, &told))
    }

    fn limit(&self) -> Vec<String> {
        let texts = self.texts;
        let freed = |freed: &Freed<'_>| {
            let mut told = texts.dossier_freed(
                &self.exact(freed.entry.amount),
                freed.window.earliest,
                freed.window.latest,
                &freed.entry.stated.latest.date.to_string(),
            );
            if freed.late_by > 0 {
                told.push_str(texts.comma());
                told += &texts.dossier_late_by(freed.late_by, &self.today.to_string());
            }
            self.fact(texts.dossier_limit(), &told)
        };
        self.dossier.freed.iter().map(freed).collect()
    }

    fn shown(&self) -> Option<String> {
        let seen = self.dossier.seen?;
        let told = self
            .texts
            .dossier_available(&seen.on.to_string(), &self.exact(seen.available));
        Some(self.fact(self.texts.dossier_shown(), &told))
    }

    /// The message that was shown, where the kind of case has one.
    fn message(&self) -> Option<String> {
        let kind = self.dossier.case.kind;
        let has_one = matches!(kind, CaseKind::Refused | CaseKind::PaymentFailed);
        has_one.then(|| self.known(self.texts.dossier_message(), self.dossier.message()))
    }

    /// Who said what, and what was promised.
    fn contacts(&self) -> Vec<String> {
        let (texts, case) = (self.texts, self.dossier.case);
        let told = |entry: &crate::domain::case::CaseEntry| {
            let what = format!("{} {}", entry.on, entry.what);
            let promise = entry.promise.map(|by| {
                if self.dossier.missed == Some(by) {
                    texts.dossier_promise_missed(&by.to_string())
                } else {
                    texts.dossier_promise(&by.to_string())
                }
            });
            let parts: Vec<String> = [Some(what), promise].into_iter().flatten().collect();
            self.fact(texts.dossier_contacts(), &parts.join(texts.comma()))
        };
        case.log.iter().map(told).collect()
    }

    fn proof(&self) -> Vec<String> {
        let texts = self.texts;
        if self.dossier.case.proof.is_empty() {
            return vec![self.known(texts.dossier_proof(), None)];
        }
        let told = |proof: &crate::domain::case::Proof| {
            let hash = proof.sha256.as_deref();
            let hash = hash.unwrap_or(texts.dossier_not_recorded());
            self.fact(
                texts.dossier_proof(),
                &format!("{} (SHA-256 {hash})", proof.path),
            )
        };
        self.dossier.case.proof.iter().map(told).collect()
    }
}
