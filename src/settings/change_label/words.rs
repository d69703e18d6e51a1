//! A change in words.

use serde_json::Value;

use super::{ChangeLabel, OfPayment};
use crate::domain::{Currency, Money};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;

impl Texts {
    /// A change in words: `小米 15 Pro 第 6 期还款 ¥441.58`. Names are as they were written; make
    /// them safe before they reach a terminal.
    pub fn change(self, label: &ChangeLabel) -> String {
        self.change_with(label, Amounts::SHOWN)
    }

    /// A change in words, its amounts hidden or shown.
    pub fn change_with(self, label: &ChangeLabel, amounts: Amounts) -> String {
        let written = |plain: &str, currency: &str| written(plain, currency, amounts);
        let of = |payment: &OfPayment| written(&payment.amount, &payment.currency);
        match label {
            ChangeLabel::Paid(paid) => match paid.n {
                Some(n) => self.change_paid(&paid.item, n, &of(paid)),
                None => self.change_paid_loose(&paid.item, &of(paid)),
            },
            ChangeLabel::Prepaid(paid) => self.change_prepaid(&paid.item, &of(paid)),
            ChangeLabel::Unpaid(paid) => match paid.n {
                Some(n) => self.change_unpaid(&paid.item, n, &of(paid)),
                None => self.change_unpaid_loose(&paid.item, &of(paid)),
            },
            ChangeLabel::Restored(paid) => match paid.n {
                Some(n) => self.change_restored(&paid.item, n),
                None => self.change_restored_loose(&paid.item),
            },
            ChangeLabel::Verified(paid) => match paid.n {
                Some(n) => self.change_verified(&paid.item, n, &of(paid)),
                None => self.change_verified_loose(&paid.item, &of(paid)),
            },
            ChangeLabel::Seen {
                name,
                available,
                currency,
                on,
                ..
            } => self.change_seen(name, &written(available, currency), on),
            ChangeLabel::Added {
                of,
                amount,
                currency,
            } => self.change_added(&of.item, &written(amount, currency)),
            ChangeLabel::Settled {
                of,
                amount,
                currency,
            } => self.change_settled(&of.item, &written(amount, currency)),
            ChangeLabel::Refunded {
                of,
                amount,
                currency,
            } => self.change_refunded(&of.item, &written(amount, currency)),
            ChangeLabel::Case(label) => self.change_of_case(label),
            ChangeLabel::Line(label) => self.change_of_line(label),
            ChangeLabel::Terms(label) => self.change_of_terms(label, &written),
            ChangeLabel::Several { all } => self.change_several(all, amounts),
            label => self.change_of_plan(label),
        }
    }

    /// Several changes: how many, and what they come to where all are payments, else the first.
    fn change_several(self, all: &[ChangeLabel], amounts: Amounts) -> String {
        if let Some((sum, currency)) = paid(all) {
            return self.change_paid_several(all.len(), &amounts.exact(sum, currency));
        }
        let first = all.first().map(|first| self.change_with(first, amounts));
        self.change_several_first(all.len(), &first.unwrap_or_default())
    }

    /// What happened to a plan, where no amount is told.
    fn change_of_plan(self, label: &ChangeLabel) -> String {
        match label {
            ChangeLabel::Removed(of) => self.change_removed(&of.item),
            ChangeLabel::Noted(of) => self.change_noted(&of.item),
            ChangeLabel::NoteRemoved(of) => self.change_note_removed(&of.item),
            ChangeLabel::Deferred { of, n, to } => self.change_deferred(&of.item, *n, to),
            ChangeLabel::Paused { of, until } => self.change_paused(&of.item, until),
            ChangeLabel::Resumed(of) => self.change_resumed(&of.item),
            ChangeLabel::Amended { of, first, last } if first == last => {
                self.change_amended(&of.item, *first)
            }
            ChangeLabel::Amended { of, first, last } => {
                self.change_amended_several(&of.item, *first, *last)
            }
            _ => self.change_unknown().to_owned(),
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

/// The sum of the changes, where all of them are payments in one currency.
fn paid(all: &[ChangeLabel]) -> Option<(Money, Currency)> {
    let mut sum = Money::ZERO;
    let mut of_all = None;
    for label in all {
        let ChangeLabel::Paid(paid) = label else {
            return None;
        };
        let currency = Currency::new(&paid.currency)?;
        if *of_all.get_or_insert(currency) != currency {
            return None;
        }
        sum += Money::parse(&paid.amount, currency).ok()?;
    }
    Some((sum, of_all?))
}

/// A plain amount as people read it; as it is where the history was edited by hand.
fn written(plain: &str, currency: &str, amounts: Amounts) -> String {
    let (sign, size) = match plain.strip_prefix('-') {
        Some(size) => (-1, size),
        None => (1, plain),
    };
    let amount = Currency::new(currency)
        .and_then(|currency| Some((Money::parse(size, currency).ok()?, currency)));
    match amount {
        Some((amount, currency)) if sign < 0 => amounts.exact(-amount, currency),
        Some((amount, currency)) => amounts.exact(amount, currency),
        None => plain.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Amounts, ChangeLabel, OfPayment, Texts, Value, written};
    use crate::settings::change_label::OfPlan;
    use crate::settings::texts::Lang;

    fn paid(n: Option<u32>) -> OfPayment {
        OfPayment {
            plan: "mi15".into(),
            item: "小米 15 Pro".into(),
            n,
            amount: "441.58".into(),
            currency: "CNY".into(),
            rest: Box::default(),
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
        let of = OfPlan {
            plan: "mi15".into(),
            item: "小米 15 Pro".into(),
        };
        for (label, in_zh, in_en) in [
            (
                ChangeLabel::Settled {
                    of: of.clone(),
                    amount: "3800.00".into(),
                    currency: "CNY".into(),
                },
                "小米 15 Pro 提前结清 ¥3,800.00",
                "小米 15 Pro settled early with ¥3,800.00",
            ),
            (
                ChangeLabel::Amended {
                    of: of.clone(),
                    first: 3,
                    last: 12,
                },
                "按账单改 小米 15 Pro 第 3–12 期",
                "小米 15 Pro no. 3 to 12 as the bill has them",
            ),
            (
                ChangeLabel::Several {
                    all: vec![
                        ChangeLabel::Paid(paid(Some(6))),
                        ChangeLabel::Paid(paid(None)),
                    ],
                },
                "2 笔还款 共 ¥883.16",
                "2 payments, ¥883.16 in all",
            ),
            (
                ChangeLabel::Several {
                    all: vec![
                        ChangeLabel::Restored(paid(Some(5))),
                        ChangeLabel::Paid(paid(Some(6))),
                    ],
                },
                "2 项更改：小米 15 Pro 第 5 期的额度已恢复 …",
                "2 changes: limit of 小米 15 Pro no. 5 is back …",
            ),
            (
                ChangeLabel::NoteRemoved(of),
                "删掉 小米 15 Pro 的备注",
                "note of 小米 15 Pro taken away",
            ),
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
    fn hidden_amounts_stay_hidden_in_a_change() {
        let label = ChangeLabel::Paid(paid(Some(6)));
        let told = Texts::new(Lang::En).change_with(&label, Amounts { hidden: true });
        assert!(!told.contains("441"), "{told}");
    }

    #[test]
    fn labels_of_other_programs_are_still_a_change() {
        let en = Texts::new(Lang::En);
        assert_eq!(en.change_of_label(&Value::Null), "a change");
        assert_eq!(en.change_of_label(&Value::from("paid")), "a change");
        assert_eq!(written("oops", "CNY", Amounts::SHOWN), "oops");
    }
}
