//! `keys`: the key table of the dashboard.

use serde::Serialize;

use super::answer::Answer;
use super::print::Page;
use crate::settings::texts::Texts;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Keys {
    keys: Vec<()>,
}

impl Keys {
    /// Every key.
    pub(super) fn all(_: Texts) -> Self {
        Self { keys: Vec::new() }
    }
}

impl Answer for Keys {
    fn write(&self, _: &mut Page, _: Texts) {}
}
