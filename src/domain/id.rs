//! Short names that tie the parts of a book together.

use std::fmt;

/// Longest id that is accepted, in characters.
const LONGEST: usize = 64;

/// Why a text is no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id is 1 to {LONGEST} of a-z, 0-9 and -, and starts with a letter or digit")]
pub struct NotAnId;

fn is_id(text: &str) -> bool {
    !text.starts_with('-')
        && (1..=LONGEST).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Reads an id: `[a-z0-9][a-z0-9-]*`, at most 64 characters.
            pub fn new(text: &str) -> Result<Self, NotAnId> {
                if is_id(text) { Ok(Self(text.to_owned())) } else { Err(NotAnId) }
            }

            /// The id as it is written in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// Names a [plan](crate::domain::plan::Plan).
    PlanId
}
id! {
    /// Names a [credit line](crate::domain::line::CreditLine).
    LineId
}
id! {
    /// Names a [way to pay](crate::domain::method::Method).
    MethodId
}
id! {
    /// Names a [case](crate::domain::case::Case).
    CaseId
}

#[cfg(test)]
mod tests {
    use super::PlanId;

    #[test]
    fn ids_are_lowercase_letters_digits_and_inner_dashes() {
        for good in ["a", "7", "mi14", "mi-14-pro", &"a".repeat(64)] {
            assert!(PlanId::new(good).is_ok(), "{good}");
        }
        for bad in ["", "-a", "Mi", "mi 14", "小米", "a_b", &"a".repeat(65)] {
            assert!(PlanId::new(bad).is_err(), "{bad}");
        }
    }
}
