//! What a refund was taken for, in words.

use super::format::Amounts;
use super::texts::Texts;
use crate::domain::refund::Refunded;
use crate::domain::{Currency, Money};

impl Texts {
    /// What a refund covers and which fees fall away with it; `None` where it covers principal
    /// alone, which every before and after tells.
    pub fn refund_covers(
        self,
        refunded: &Refunded,
        amounts: Amounts,
        currency: Currency,
    ) -> Option<String> {
        let others = [refunded.fee, refunded.penalty, refunded.waived];
        if !others.into_iter().any(Money::is_positive) {
            return None;
        }
        let exact = |amount: Money| amounts.exact(amount, currency);
        let parts = [
            (self.cli_principal(), refunded.principal),
            (self.cli_fee(), refunded.fee),
            (self.rule_late(), refunded.penalty),
        ];
        let parts: Vec<_> = parts
            .into_iter()
            .filter(|(_, amount)| amount.is_positive())
            .map(|(label, amount)| format!("{label} {}", exact(amount)))
            .collect();
        let mut said = Vec::new();
        if !parts.is_empty() {
            said.push(self.refund_covers_parts(&parts.join(self.list_comma())));
        }
        if refunded.waived.is_positive() {
            said.push(self.refund_waives(&exact(refunded.waived)));
        }
        Some(said.join(self.semicolon()))
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::refund::Refunded;
    use crate::domain::{Currency, Money};
    use crate::settings::format::Amounts;
    use crate::settings::texts::{Lang, Texts};

    fn cny(text: &str) -> Money {
        Money::parse(text, Currency::CNY).unwrap()
    }

    #[test]
    fn a_refund_says_what_else_than_principal_it_covers() {
        let of = |[principal, fee, penalty, waived]: [&str; 4]| Refunded {
            principal: cny(principal),
            fee: cny(fee),
            penalty: cny(penalty),
            waived: cny(waived),
            ..Refunded::default()
        };
        for (refunded, said) in [
            (of(["100", "0", "0", "0"]), None),
            (
                of(["99.83", "0", "0.17", "0"]),
                Some("covers principal ¥99.83, late cost ¥0.17"),
            ),
            (
                of(["300", "0", "0", "17.65"]),
                Some("covers principal ¥300.00; ¥17.65 of fees falls away"),
            ),
        ] {
            let texts = Texts::new(Lang::En);
            let found = texts.refund_covers(&refunded, Amounts::SHOWN, Currency::CNY);
            assert_eq!(found.as_deref(), said);
        }
    }
}
