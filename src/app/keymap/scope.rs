//! What scopes are called in the settings, and which of them hold at once.

use super::Scope;

impl Scope {
    /// Its name in the settings; none for what holds in every view, and everywhere.
    pub const fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Always | Self::View => return None,
            Self::Cases => "cases",
            Self::Steps => "steps",
            Self::Welcome => "welcome",
            Self::Form => "form",
            Self::Choice => "choice",
            Self::Text => "text",
            Self::Help => "help",
            Self::Check => "check",
            Self::Find => "find",
            Self::History => "history",
            Self::Day => "day",
            Self::Explain => "explain",
            Self::Fields => "fields",
            Self::Confirm => "confirm",
            Self::Import => "import",
            Self::Bill => "bill",
            Self::Message => "message",
            Self::Methods => "methods",
        })
    }

    /// Whether letters are typed while it holds.
    pub(super) const fn takes_letters(self) -> bool {
        self.is_typing() || self.is_around_text()
    }

    const fn is_of_views(self) -> bool {
        matches!(self, Self::View | Self::Cases | Self::Steps)
    }

    const fn is_typing(self) -> bool {
        matches!(self, Self::Text | Self::Choice)
    }

    const fn is_around_text(self) -> bool {
        matches!(
            self,
            Self::Form
                | Self::Fields
                | Self::Help
                | Self::Check
                | Self::Find
                | Self::Day
                | Self::Import
        )
    }

    /// Whether both hold at once somewhere.
    pub(super) const fn holds_with(self, other: Self) -> bool {
        let types = self.is_typing() && other.is_around_text();
        let is_typed_in = self.is_around_text() && other.is_typing();
        self as u8 == other as u8
            || matches!(self, Self::Always)
            || matches!(other, Self::Always)
            || (self.is_of_views() && other.is_of_views())
            || types
            || is_typed_in
    }
}
