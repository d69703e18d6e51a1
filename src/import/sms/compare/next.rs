//! What a message asks for, once it is known what it is about.

use super::Comparing;
use crate::domain::command::Pay;
use crate::domain::{Command, Money};
use crate::import::sms::{About, Difference, MessageKind, Next};

impl Comparing<'_> {
    pub(super) fn next(&self, found: &[About], differences: &[Difference]) -> Next {
        let one_open = match found {
            [about] if about.open.is_positive() => Some(about),
            _ => None,
        };
        match (self.message.kind, one_open) {
            (MessageKind::Receipt, _) if differences.is_empty() => {
                let paid = found.iter().map(|about| {
                    let verified = Some(self.paid_on());
                    Command::Pay(Pay {
                        verified,
                        ..self.pay(about, about.open)
                    })
                });
                Command::all(paid).map_or(Next::Nothing, Next::Note)
            }
            (MessageKind::Receipt, Some(about)) => {
                let said = differences.iter().find_map(|difference| match difference {
                    Difference::Amount { said, .. } => Some(*said),
                    _ => None,
                });
                let said = said.or(self.message.amounts.first().copied());
                Next::Pay(self.pay(about, said.unwrap_or(about.open)))
            }
            (MessageKind::Failed, Some(about)) => Next::Follow(about.clone()),
            _ => Next::Nothing,
        }
    }

    fn pay(&self, about: &About, amount: Money) -> Pay {
        Pay {
            n: Some(about.n),
            amount: Some(amount),
            reference: Some(self.message.reference.clone()),
            ..Pay::oldest(about.plan.clone(), self.paid_on())
        }
    }
}
