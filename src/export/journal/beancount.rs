//! Ledgers for beancount.

use std::fmt::Write as _;

use super::{Entry, Journal};
use crate::export::plain::plain;
use crate::settings::texts::Texts;

impl Journal {
    /// The ledger as beancount reads it.
    pub fn beancount(&self, texts: Texts) -> String {
        let title = quoted(&texts.journal_title(&self.today.to_string()));
        let mut text = format!("option \"title\" {title}\n");
        let currency = self.currency;
        put(
            &mut text,
            format_args!("option \"operating_currency\" \"{currency}\"\n"),
        );
        for (account, name) in &self.lines {
            put(&mut text, format_args!("; {account} = {}\n", plain(name)));
        }
        text.push('\n');
        for (account, first) in self.accounts() {
            put(&mut text, format_args!("{first} open {account}\n"));
        }
        for one in &self.entries {
            entry(&mut text, one);
        }
        // A balance holds at the beginning of its day.
        let tomorrow = self.today.succ_opt().unwrap_or(self.today);
        text.push('\n');
        for balance in &self.balances {
            let (account, currency) = (&balance.account, balance.currency);
            let amount = balance.amount.plain(currency);
            put(
                &mut text,
                format_args!("{tomorrow} balance {account}  {amount} {currency}\n"),
            );
        }
        text
    }
}

fn entry(text: &mut String, entry: &Entry) {
    let mark = if entry.is_expected { '!' } else { '*' };
    let (payee, what) = (quoted(&entry.payee), quoted(&entry.what));
    put(text, format_args!("\n{} {mark} {payee} {what}\n", entry.on));
    put(text, format_args!("  plan: {}\n", quoted(&entry.plan)));
    if let Some(reference) = &entry.reference {
        put(text, format_args!("  ref: {}\n", quoted(reference)));
    }
    for (account, amount) in &entry.postings {
        let (amount, currency) = (amount.plain(entry.currency), entry.currency);
        put(
            text,
            format_args!("  {account:<52}  {amount:>14} {currency}\n"),
        );
    }
}

fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = text.write_fmt(what);
}

/// A text in quotes.
fn quoted(text: &str) -> String {
    let text = plain(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{text}\"")
}
