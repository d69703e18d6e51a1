//! What the history remembers of a change: enough to tell it in words later, in either language.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::command::Change;
use crate::domain::plan::{Payment, Plan};
use crate::domain::{Book, Currency, Money};

use super::format::Amounts;
use super::texts::Texts;

/// A change, as it stands in the history. Names are those of the day it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum ChangeLabel {
    /// A payment was marked.
    Paid(OfPayment),
    /// A payment was taken back.
    Unpaid(OfPayment),
    /// The limit of a payment was confirmed.
    Restored(OfPayment),
    /// A figure of the provider's app was noted.
    Seen {
        /// The line's id.
        line: String,
        /// Its name.
        name: String,
        /// The figure, plain.
        available: String,
        /// Its currency.
        currency: String,
        /// The day.
        on: String,
    },
}

/// The payment a change is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfPayment {
    /// The plan's id.
    pub plan: String,
    /// What was bought.
    pub item: String,
    /// The installment it names, if it names one.
    pub n: Option<u32>,
    /// The amount, plain.
    pub amount: String,
    /// Its currency.
    pub currency: String,
}

impl ChangeLabel {
    /// The label of a change of this book, as it was before the change. `None` where the change
    /// does not fit the book.
    pub fn of(change: &Change, book: &Book) -> Option<Self> {
        let plan = |k: usize| book.plans.get(k);
        match change {
            Change::AddPayment { plan: k, payment } => {
                Some(Self::Paid(OfPayment::of(book, plan(*k)?, payment)))
            }
            Change::RemovePayment {
                plan: k,
                payment: at,
            } => {
                let plan = plan(*k)?;
                Some(Self::Unpaid(OfPayment::of(
                    book,
                    plan,
                    plan.payments.get(*at)?,
                )))
            }
            Change::SetRestored {
                plan: k,
                payment: at,
                ..
            } => {
                let plan = plan(*k)?;
                Some(Self::Restored(OfPayment::of(
                    book,
                    plan,
                    plan.payments.get(*at)?,
                )))
            }
            Change::AddSeen { line, seen } => {
                let line = book.lines.get(*line)?;
                Some(Self::Seen {
                    line: line.id.to_string(),
                    name: line.name.clone(),
                    available: seen.available.plain(line.currency),
                    currency: line.currency.to_string(),
                    on: seen.on.to_string(),
                })
            }
            _ => None,
        }
    }

    /// As it goes into the history.
    pub fn to_value(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// As it comes out of the history; `None` for labels this program does not know.
    pub fn from_value(label: &Value) -> Option<Self> {
        Self::deserialize(label).ok()
    }
}

impl OfPayment {
    fn of(book: &Book, plan: &Plan, payment: &Payment) -> Self {
        let currency = book.currency_of(plan);
        Self {
            plan: plan.id.to_string(),
            item: plan.item.clone(),
            n: payment.n,
            amount: payment.amount.plain(currency),
            currency: currency.to_string(),
        }
    }
}

impl Texts {
    /// A change in words: `小米 15 Pro 第 6 期还款 ¥441.58`. Names are as they were written; make
    /// them safe before they reach a terminal.
    pub fn change(self, label: &ChangeLabel) -> String {
        let of = |payment: &OfPayment| written(&payment.amount, &payment.currency);
        match label {
            ChangeLabel::Paid(paid) => match paid.n {
                Some(n) => self.change_paid(&paid.item, n, &of(paid)),
                None => self.change_paid_loose(&paid.item, &of(paid)),
            },
            ChangeLabel::Unpaid(paid) => match paid.n {
                Some(n) => self.change_unpaid(&paid.item, n, &of(paid)),
                None => self.change_unpaid_loose(&paid.item, &of(paid)),
            },
            ChangeLabel::Restored(paid) => match paid.n {
                Some(n) => self.change_restored(&paid.item, n),
                None => self.change_restored_loose(&paid.item),
            },
            ChangeLabel::Seen {
                name,
                available,
                currency,
                on,
                ..
            } => self.change_seen(name, &written(available, currency), on),
        }
    }

    /// The label of a history entry in words, also where it is not understood.
    pub fn change_of_label(self, label: &Value) -> String {
        ChangeLabel::from_value(label).map_or_else(
            || self.change_unknown().to_owned(),
            |label| self.change(&label),
        )
    }
}

/// A plain amount as people read it; as it is where the history was edited by hand.
fn written(plain: &str, currency: &str) -> String {
    let (sign, size) = match plain.strip_prefix('-') {
        Some(size) => (-1, size),
        None => (1, plain),
    };
    let amount = Currency::new(currency)
        .and_then(|currency| Some((Money::parse(size, currency).ok()?, currency)));
    match amount {
        Some((amount, currency)) if sign < 0 => Amounts::default().exact(-amount, currency),
        Some((amount, currency)) => Amounts::default().exact(amount, currency),
        None => plain.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{ChangeLabel, OfPayment, Texts, Value, written};
    use crate::settings::texts::Lang;

    fn paid(n: Option<u32>) -> OfPayment {
        OfPayment {
            plan: "mi15".into(),
            item: "小米 15 Pro".into(),
            n,
            amount: "441.58".into(),
            currency: "CNY".into(),
        }
    }

    #[test]
    fn a_label_survives_the_history_and_reads_in_both_languages() {
        let (zh, en) = (Texts::new(Lang::Zh), Texts::new(Lang::En));
        let seen = ChangeLabel::Seen {
            line: "mi".into(),
            name: "小米分期".into(),
            available: "-12.50".into(),
            currency: "CNY".into(),
            on: "2026-03-10".into(),
        };
        for (label, in_zh, in_en) in [
            (
                ChangeLabel::Paid(paid(Some(6))),
                "小米 15 Pro 第 6 期还款 ¥441.58",
                "payment of ¥441.58 for 小米 15 Pro no. 6",
            ),
            (
                ChangeLabel::Unpaid(paid(None)),
                "撤回 小米 15 Pro 还款 ¥441.58",
                "payment of ¥441.58 for 小米 15 Pro taken back",
            ),
            (
                ChangeLabel::Restored(paid(Some(5))),
                "小米 15 Pro 第 5 期的额度已恢复",
                "limit of 小米 15 Pro no. 5 is back",
            ),
            (
                seen,
                "小米分期 2026-03-10 显示可用 -¥12.50",
                "小米分期 showed -¥12.50 available on 2026-03-10",
            ),
        ] {
            let value = label.to_value();
            assert_eq!(ChangeLabel::from_value(&value), Some(label));
            assert_eq!(zh.change_of_label(&value), in_zh);
            assert_eq!(en.change_of_label(&value), in_en);
        }
    }

    #[test]
    fn labels_of_other_programs_are_still_a_change() {
        let en = Texts::new(Lang::En);
        assert_eq!(en.change_of_label(&Value::Null), "a change");
        assert_eq!(en.change_of_label(&Value::from("paid")), "a change");
        assert_eq!(written("oops", "CNY"), "oops");
    }
}
