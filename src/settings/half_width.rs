//! Chinese input methods write digits and signs twice as wide; they mean the same.

/// The text with the full-width forms of ASCII (U+FF01 to U+FF5E) and the wide blank folded.
pub fn half_width(text: &str) -> String {
    let fold = |char: char| match char {
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(char) - 0xFF01 + u32::from('!')).unwrap_or(char)
        }
        '\u{3000}' => ' ',
        char => char,
    };
    text.chars().map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::half_width;

    #[test]
    fn wide_forms_of_ascii_are_folded_and_all_else_stays() {
        for (wide, half) in [
            ("１２．５", "12.5"),
            ("ｐ？：／＊", "p?:/*"),
            ("小米 ＋３　天", "小米 +3 天"),
            ("￥〜。", "￥〜。"),
        ] {
            assert_eq!(half_width(wide), half);
        }
    }
}
