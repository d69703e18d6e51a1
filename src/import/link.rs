//! Links in a message, and whether they lead to the provider.

use std::sync::Arc;

use crate::domain::rulebook::Provider;

/// A link in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The host that it leads to, in small letters.
    pub host: String,
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// To the provider.
    Home,
    /// Elsewhere.
    Elsewhere,
    /// Nobody knows the domains of this provider.
    Unknown,
}

impl Link {
    /// Where it leads, as far as the domains of these providers are known.
    pub fn leads(&self, providers: &[Arc<Provider>]) -> Leads {
        let mut domains = providers
            .iter()
            .flat_map(|provider| provider.domains())
            .peekable();
        if domains.peek().is_none() {
            return Leads::Unknown;
        }
        let is_within = |domain: &str| {
            let before = self.host.strip_suffix(domain);
            before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
        };
        if domains.any(is_within) {
            Leads::Home
        } else {
            Leads::Elsewhere
        }
    }
}

/// Every link in a text, with or without `https://`. What stands before an `@` is no host.
pub fn links(text: &str) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for word in text.split(|c: char| !is_of_link(c)) {
        let Some(host) = host(word) else { continue };
        if links.iter().all(|link| link.host != host) {
            links.push(Link { host });
        }
    }
    links
}

/// Letters of every alphabet may stand in a host, because lookalikes of Latin ones do; Chinese ones
/// end a link, because texts put no blank behind it.
fn is_of_link(c: char) -> bool {
    let is_east_asian = matches!(c, '\u{2e80}'..='\u{ffef}');
    !is_east_asian && (c.is_alphanumeric() || "-._~:/?#[]@!$&'*+,;=%".contains(c))
}

fn host(word: &str) -> Option<String> {
    let (scheme, rest) = match word.split_once("://") {
        Some((scheme, rest)) => (Some(scheme), rest),
        None => (None, word),
    };
    let rest = rest.trim_start_matches('/');
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_mail = scheme.is_none() && authority.contains('@');
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host
        .split(':')
        .next()
        .unwrap_or_default()
        .trim_matches(['.', ',', ';', '!', '\'', '*']);
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_named =
        host.contains('.') && last.chars().count() >= 2 && last.chars().all(char::is_alphabetic);
    let is_address = scheme.is_some() && !host.is_empty();
    ((is_named && !is_mail) || is_address).then(|| host.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{Leads, links};
    use crate::document::rulebook::shipped;

    fn hosts(text: &str) -> Vec<String> {
        links(text).into_iter().map(|link| link.host).collect()
    }

    #[test]
    fn links_are_found_however_they_are_written() {
        for (text, expected) in [
            ("点击https://m.mi.com/pay?id=1还款", vec!["m.mi.com"]),
            ("点击 mi.com/x，或 HTTP://Mi.Com:8080/", vec!["mi.com"]),
            ("http://mi.com@evil.example/pay", vec!["evil.example"]),
            ("http://user:pw@evil.example", vec!["evil.example"]),
            ("https://203.0.113.7/pay", vec!["203.0.113.7"]),
            ("м\u{456}.com/pay", vec!["м\u{456}.com"]),
            ("应还338.33元，3.5日前", vec![]),
            ("write to help@shop.example", vec![]),
            ("Pay at klarna.com. Thanks", vec!["klarna.com"]),
            ("v1.2.3", vec![]),
        ] {
            assert_eq!(hosts(text), expected, "{text}");
        }
    }

    #[test]
    fn a_link_leads_home_only_within_the_providers_own_domains() {
        let mi = [shipped("xiaomi").unwrap()];
        for (text, expected) in [
            ("mi.com", Leads::Home),
            ("https://s.m.mi.com/x", Leads::Home),
            ("xiaomi.com", Leads::Home),
            ("mi.com.pay-now.example", Leads::Elsewhere),
            ("evilmi.com", Leads::Elsewhere),
            ("mi.com-pay.top/x", Leads::Elsewhere),
            ("https://mi.com@evil.example", Leads::Elsewhere),
            ("m\u{456}.com", Leads::Elsewhere),
        ] {
            assert_eq!(links(text)[0].leads(&mi), expected, "{text}");
        }
        assert_eq!(links("shop.example")[0].leads(&[]), Leads::Unknown);
        assert_eq!(
            links("shop.example")[0].leads(&[shipped("card").unwrap()]),
            Leads::Unknown
        );
    }
}
