//! The rulebook: the providers that come along, and the user's own in their place.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::near::near;
use super::provider;
use crate::domain::rulebook::Provider;

/// A provider that comes along. Its text is read when somebody first asks for it: a book names
/// three of them, and a start should not wait for the rest.
struct Shipped {
    id: &'static str,
    text: &'static str,
    read: OnceLock<Option<Arc<Provider>>>,
}

macro_rules! shipped {
    ($($id:literal)+) => {
        [$(Shipped {
            id: $id,
            text: include_str!(concat!("../../assets/providers/", $id, ".toml")),
            read: OnceLock::new(),
        },)+]
    };
}

/// In the order they are shown.
static SHIPPED: [Shipped; 13] = shipped![
    "xiaomi" "huabei" "baitiao" "store"
    "card" "cmb" "boc" "citic" "icbc"
    "klarna" "afterpay" "affirm" "paypal"
];

/// The provider of this id that comes along.
pub fn shipped(id: &str) -> Option<Arc<Provider>> {
    let shipped = SHIPPED.iter().find(|shipped| shipped.id == id)?;
    // The assets are read by a test; a broken one would be a provider that is not known.
    let read = shipped
        .read
        .get_or_init(|| provider::parse(shipped.text).ok().map(Arc::new));
    read.clone()
}

/// The ids of those that come along.
pub fn shipped_ids<'a>() -> impl Iterator<Item = &'a str> {
    SHIPPED.iter().map(|shipped| shipped.id)
}

/// What is known of providers. The default is what comes along.
#[derive(Debug, Clone, Default)]
pub struct Rulebook {
    own: BTreeMap<String, Arc<Provider>>,
}

impl Rulebook {
    /// The providers that come along, and a user's own: one of the same id stands in place of the
    /// one that comes along, and the last of two.
    pub fn with(own: impl IntoIterator<Item = Provider>) -> Self {
        let named = |provider: Provider| (provider.id.clone(), Arc::new(provider));
        Self {
            own: own.into_iter().map(named).collect(),
        }
    }

    /// The provider of this id.
    pub fn provider(&self, id: &str) -> Option<Arc<Provider>> {
        self.own.get(id).cloned().or_else(|| shipped(id))
    }

    /// All providers: those that come along in their order, then the user's others by id.
    pub fn providers(&self) -> Vec<Arc<Provider>> {
        self.ids().filter_map(|id| self.provider(id)).collect()
    }

    /// True where the user describes this provider himself.
    pub fn is_own(&self, id: &str) -> bool {
        self.own.contains_key(id)
    }

    /// The known id that looks like this one.
    pub(super) fn near(&self, id: &str) -> Option<String> {
        near(id, self.ids()).map(str::to_owned)
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        let own = self.own.keys().map(String::as_str);
        let others = own.filter(|id| shipped_ids().all(|shipped| shipped != *id));
        shipped_ids().chain(others)
    }
}
