//! Which provider a text speaks of.

use super::wording::folded;
use crate::domain::Book;
use crate::domain::line::CreditLine;

/// A provider that bills and messages name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service {
    /// The rulebook's id, where it knows it.
    pub id: &'static str,
    /// How it is called, the usual name first; in small letters.
    pub words: &'static [&'static str],
    /// Whether it is a bank or card: what is bought with it is not paid in installments by itself.
    pub is_card: bool,
}

const fn service(id: &'static str, words: &'static [&'static str], is_card: bool) -> Service {
    Service { id, words, is_card }
}

/// Those that are known. A shop's own credit goes before the cards it may be repaid from.
const SERVICES: [Service; 16] = [
    service("huabei", &["花呗", "huabei"], false),
    service("baitiao", &["白条", "baitiao"], false),
    service("meituan", &["美团月付"], false),
    service("douyin", &["抖音月付"], false),
    service("fenfu", &["分付"], false),
    service(
        "xiaomi",
        &["小米分期", "小米金融", "小米商城", "天星金融", "xiaomi"],
        false,
    ),
    service("klarna", &["klarna"], false),
    service("afterpay", &["afterpay", "clearpay"], false),
    service("affirm", &["affirm"], false),
    service("paypal", &["paypal"], false),
    service("cmb", &["招商银行", "招行", "china merchants bank"], true),
    service("icbc", &["工商银行", "工行", "icbc"], true),
    service("boc", &["中国银行", "中行", "bank of china"], true),
    service("citic", &["中信银行", "china citic bank"], true),
    service("card", &["信用卡", "credit card"], true),
    service("store", &["商城分期"], false),
];

impl Service {
    /// What a card's own bill speaks of.
    pub(super) const CARD: Self = service("card", &["信用卡"], true);

    /// Every provider that the text names.
    pub(super) fn all(text: &str) -> impl Iterator<Item = Self> + use<> {
        let text = folded(text);
        let names = move |service: &Self| service.words.iter().any(|word| text.contains(word));
        SERVICES.into_iter().filter(names)
    }

    /// The provider that the text names first in the order of what is likely to be meant.
    pub(super) fn of(text: &str) -> Option<Self> {
        Self::all(text).next()
    }

    /// Whether a line of the book is of this provider.
    pub fn is_of(self, line: &CreditLine) -> bool {
        let name = folded(&line.name);
        let provider = line.provider.as_deref();
        let any_card = || {
            let cards = SERVICES.iter().filter(|service| service.is_card);
            cards.clone().any(|card| provider == Some(card.id)) || {
                let mut words = cards.flat_map(|card| card.words);
                words.any(|word| name.contains(word))
            }
        };
        provider == Some(self.id)
            || self.words.iter().any(|word| name.contains(word))
            || (self.id == "card" && any_card())
    }
}

/// The lines of the book that a provider, a name in the text or a card's last digits can mean.
pub(super) fn lines(
    book: &Book,
    service: Option<Service>,
    text: &str,
    last4: &[String],
) -> Vec<usize> {
    let text = folded(text);
    let meant = |(_, line): &(usize, &CreditLine)| {
        let named = line.name.chars().count() > 1 && text.contains(&folded(&line.name));
        named || service.is_some_and(|service| service.is_of(line))
    };
    let all: Vec<_> = book.lines.iter().enumerate().filter(meant).collect();
    let has_digits = |line: &CreditLine| {
        let account = line.account.as_deref().unwrap_or_default();
        last4
            .iter()
            .any(|digits| account.ends_with(digits.as_str()))
    };
    let of_digits: Vec<_> = all
        .iter()
        .filter(|(_, line)| has_digits(line))
        .copied()
        .collect();
    let chosen = if of_digits.is_empty() { all } else { of_digits };
    chosen.into_iter().map(|(k, _)| k).collect()
}
