//! Journals for hledger and ledger, in the forms both read.

use std::fmt::Write as _;

use super::{Entry, Journal};
use crate::domain::{Currency, Money};
use crate::export::plain::plain;
use crate::settings::texts::Texts;

/// Columns for the names of accounts.
const ACCOUNT_WIDTH: usize = 52;

impl Journal {
    /// The journal as hledger and ledger read it.
    pub fn hledger(&self, texts: Texts) -> String {
        let mut text = format!("; {}\n", texts.journal_title(&self.today.to_string()));
        for (account, name) in &self.lines {
            put(&mut text, format_args!("; {account} = {}\n", single(name)));
        }
        let mut currencies: Vec<_> = self.entries.iter().map(|entry| entry.currency).collect();
        currencies.push(self.currency);
        currencies.sort_unstable();
        currencies.dedup();
        text.push('\n');
        for currency in currencies {
            put(
                &mut text,
                format_args!("commodity {currency}\n    format {}\n", sample(currency)),
            );
        }
        text.push_str("\ntag plan\ntag ref\n\n");
        for account in self.accounts().into_keys() {
            put(&mut text, format_args!("account {account}\n"));
        }
        let (past, expected): (Vec<_>, Vec<_>) = self
            .entries
            .iter()
            .partition(|entry| entry.on <= self.today);
        for one in past {
            entry(&mut text, one);
        }
        self.assertions(&mut text, texts);
        for one in expected {
            entry(&mut text, one);
        }
        text
    }

    fn assertions(&self, text: &mut String, texts: Texts) {
        if self.balances.is_empty() {
            return;
        }
        put(
            text,
            format_args!("\n{} * {}\n", self.today, texts.journal_balances()),
        );
        for balance in &self.balances {
            let zero = written(Money::ZERO, balance.currency);
            let holds = written(balance.amount, balance.currency);
            posting(
                text,
                &balance.account.to_string(),
                &format!("{zero} = {holds}"),
            );
        }
    }
}

fn entry(text: &mut String, entry: &Entry) {
    let mark = if entry.is_expected { '!' } else { '*' };
    let about = [single(&entry.payee), single(&entry.what)];
    let about: Vec<_> = about.into_iter().filter(|part| !part.is_empty()).collect();
    put(
        text,
        format_args!("\n{} {mark} {}\n", entry.on, about.join(" | ")),
    );
    put(text, format_args!("    ; plan: {}\n", entry.plan));
    if let Some(reference) = &entry.reference {
        // A comma would end the value of the tag.
        put(
            text,
            format_args!("    ; ref: {}\n", single(reference).replace(',', "，")),
        );
    }
    for (account, amount) in &entry.postings {
        posting(
            text,
            &account.to_string(),
            &written(*amount, entry.currency),
        );
    }
}

fn posting(text: &mut String, account: &str, amount: &str) {
    put(
        text,
        format_args!("    {account:<ACCOUNT_WIDTH$}  {amount:>18}\n"),
    );
}

fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = text.write_fmt(what);
}

fn written(amount: Money, currency: Currency) -> String {
    format!("{} {currency}", amount.plain(currency))
}

/// An amount that shows how many decimals there are; the point has to be there.
fn sample(currency: Currency) -> String {
    let sample = Money::from(1000).plain(currency);
    let point = if sample.contains('.') { "" } else { "." };
    format!("{sample}{point} {currency}")
}

/// A text that ends neither the description nor the line, and is taken for no mark or code.
fn single(text: &str) -> String {
    let text = plain(text).replace(';', "；").replace('|', "｜");
    match text.chars().next() {
        Some('(') => text.replacen('(', "（", 1),
        Some('*') => text.replacen('*', "＊", 1),
        Some('!') => text.replacen('!', "！", 1),
        Some('=') => text.replacen('=', "＝", 1),
        _ => text,
    }
}
