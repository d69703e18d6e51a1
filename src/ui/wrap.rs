//! Sentences over several rows, where none of them may be cut.

use unicode_segmentation::UnicodeSegmentation;

use super::cells;

/// What may not stand at the beginning of a row.
const CLOSES: &str = "，；：。？！、）”";
/// What may not stand at the end of one.
const OPENS: &str = "（“";
/// Between two steps of a way through an app.
const STEP: &str = "→ ";

/// The text in rows of at most `width` cells. It breaks at blanks and between wide glyphs; what
/// has neither (an amount, a date, a Latin word) stays whole and is cut only where it is longer
/// than a row. A way through an app breaks between its steps.
pub(super) fn wrap(text: &str, width: u16) -> Vec<String> {
    let mut rows = Vec::new();
    let mut row = String::new();
    for piece in steps(text, width) {
        let needed = cells::width(&row) + cells::width(piece.trim_end());
        if needed > width && !row.is_empty() {
            rows.push(row.trim_end().to_owned());
            row.clear();
        }
        row.push_str(piece);
    }
    if !row.trim_end().is_empty() {
        rows.push(row.trim_end().to_owned());
    }
    rows
}

/// The steps of a way as far as each fits into a row, else the pieces of it.
fn steps(text: &str, width: u16) -> Vec<&str> {
    if !text.contains(STEP) {
        return pieces(text);
    }
    let whole = |step: &&str| cells::width(step.trim_end()) <= width;
    text.split_inclusive(STEP)
        .flat_map(|step| {
            Some(vec![step])
                .filter(|_| whole(&step))
                .unwrap_or_else(|| pieces(step))
        })
        .collect()
}

/// Pieces that must stay whole, each with the blank after it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut glyphs = text.grapheme_indices(true).peekable();
    while let Some((at, glyph)) = glyphs.next() {
        let end = at + glyph.len();
        let next_is_narrow = glyphs.peek().is_some_and(|(_, next)| is_narrow(next));
        let holds_on = is_narrow(glyph) && glyph != " " && next_is_narrow;
        // A blank stays with what is before it, and so does what closes a sentence.
        let closes = glyphs
            .peek()
            .is_some_and(|(_, next)| *next == " " || CLOSES.contains(next));
        if !holds_on && !closes && !OPENS.contains(glyph) {
            pieces.extend(text.get(start..end));
            start = end;
        }
    }
    pieces.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    pieces
}

fn is_narrow(glyph: &str) -> bool {
    cells::width(glyph) < 2
}

#[cfg(test)]
mod tests {
    use super::{CLOSES, OPENS, wrap};
    use crate::ui::cells;

    #[test]
    fn rows_break_between_words_and_glyphs_and_never_inside_an_amount() {
        for (text, width, expected) in [
            (
                "¥9,999.00 多于全部待还；最多填 ¥3,091.06",
                24,
                vec!["¥9,999.00 多于全部待还；", "最多填 ¥3,091.06"],
            ),
            (
                "删除它和它的全部记录？按 u 可以撤销",
                20,
                vec!["删除它和它的全部记", "录？按 u 可以撤销"],
            ),
            (
                "only prices from ¥100.00 are split",
                20,
                vec!["only prices from", "¥100.00 are split"],
            ),
            (
                "不是已知的官方域名（mi.com）；不要点",
                20,
                vec!["不是已知的官方域名", "（mi.com）；不要点"],
            ),
            (
                "在哪里还 小米商城 App → 我的 → 小米分期 → 还款",
                34,
                vec!["在哪里还 小米商城 App → 我的 →", "小米分期 → 还款"],
            ),
            ("Installments → Repay", 12, vec!["Installments", "→ Repay"]),
            ("够，之后剩", 6, vec!["够，之", "后剩"]),
            ("", 6, vec![]),
            ("¥12,345.67", 4, vec!["¥12,345.67"]),
        ] {
            assert_eq!(wrap(text, width), expected, "{text}");
        }
    }

    #[test]
    fn nothing_is_lost_and_no_row_is_too_wide() {
        let text = "2026 年 4 月（下个月）将要还 ¥3,200.00，超过“自己定的”上限 ¥3,000.00";
        for width in 11..60 {
            let rows = wrap(text, width);
            assert!(rows.iter().all(|row| cells::width(row) <= width), "{width}");
            let closes = |row: &String| row.starts_with(|first| CLOSES.contains(first));
            let opens = |row: &String| row.ends_with(|last| OPENS.contains(last));
            assert!(!rows.iter().any(|row| closes(row) || opens(row)), "{width}");
            let letters = |text: &str| text.replace(' ', "");
            assert_eq!(letters(&rows.concat()), letters(text), "{width}");
        }
    }
}
