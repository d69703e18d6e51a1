//! What can be wrong with settings, themes and provider files only.

/// What is wrong, with all that is needed to say what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingProblem {
    /// It is no colour.
    BadColour {
        /// What stands there.
        found: String,
    },
    /// Words of a theme are hard to read on one of its grounds.
    LowContrast {
        /// The role of the words.
        ink: &'static str,
        /// The role of the ground.
        ground: &'static str,
        /// The contrast, in hundredths.
        ratio: u32,
    },
    /// No theme has this name.
    UnknownTheme {
        /// What stands there.
        found: String,
        /// One that exists and looks like it.
        near: Option<String>,
    },
    /// Nothing that a key could do has this name.
    UnknownAction {
        /// What stands there.
        found: String,
        /// One that exists and looks like it.
        near: Option<String>,
    },
    /// It is no key.
    NotAKey {
        /// What stands there.
        found: String,
    },
    /// A key that means the same everywhere and cannot get another meaning.
    ReservedKey {
        /// The key, as it is shown.
        key: String,
    },
    /// A letter where letters are typed.
    LetterKey {
        /// The key, as it is shown.
        key: String,
    },
    /// It is no domain.
    NotADomain {
        /// What stands there.
        found: String,
    },
    /// It is no form of a date.
    DateFormat {
        /// What stands there.
        found: String,
    },
    /// One key would mean two things.
    KeyTwice {
        /// The key, as it is shown.
        key: String,
        /// What else it means.
        other: String,
        /// The line that says so; none where nothing in the file does.
        line: Option<usize>,
    },
}
