//! What tells a row or message without a number of its own from all others.

use sha2::{Digest, Sha256};

/// Eight letters of the SHA-256 of some texts.
pub(super) fn digest<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update(text.as_bytes());
        // So that "ab", "c" is not "a", "bc".
        digest.update([0]);
    }
    let mut letters = format!("{:x}", digest.finalize());
    letters.truncate(8);
    letters
}
