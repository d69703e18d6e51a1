//! What a text names: the month of a bill, an installment, a number of installments, a card.

use chrono::{Datelike, NaiveDate};

use crate::domain::card::fits_check_digit;

/// The month of a bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BillMonth {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u32,
}

/// Installment n of so many; 0 where the text does not say of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nth {
    /// Which one.
    pub n: u32,
    /// Of how many.
    pub of: u32,
}

impl BillMonth {
    /// The month a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
        }
    }
}

/// In small letters of one width, so that the same words look the same.
pub(super) fn folded(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => {
            let code = u32::from(c) - 0xfee0;
            char::from_u32(code).unwrap_or(c)
        }
        '\u{3000}' => ' ',
        c => c,
    };
    text.chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect()
}

/// The month in `2026年07月账单`, `2026-07账单` or `7月账单`; without a year the nearest one to the day.
pub(super) fn bill_month(text: &str, on: NaiveDate) -> Option<BillMonth> {
    let text = folded(text);
    let before = text
        .split("账单")
        .next()
        .filter(|before| before.len() < text.len())?;
    let before = before.trim_end().trim_end_matches('月');
    let (rest, month) = number_at_end(before)?;
    if !(1..=12).contains(&month) {
        return None;
    }
    let said = rest.strip_suffix(['年', '-', '/']).and_then(number_at_end);
    let year = said
        .map(|(_, year)| year)
        .filter(|year| (1970..=2200).contains(year));
    let year = match year {
        Some(year) => i32::try_from(year).ok()?,
        None if said.is_some() => return None,
        None => nearest_year(on, month),
    };
    Some(BillMonth { year, month })
}

fn nearest_year(on: NaiveDate, month: u32) -> i32 {
    let apart = i64::from(month) - i64::from(on.month());
    match apart {
        7.. => on.year() - 1,
        ..=-6 => on.year() + 1,
        _ => on.year(),
    }
}

/// The installment in `第3期`, `3/12期`, `10/12期`, `第 3 / 12 期`, `installment 3 of 12`.
pub(super) fn nth(text: &str) -> Option<Nth> {
    let text = folded(text);
    let chinese = text.match_indices('期').find_map(|(at, _)| {
        let before = text.get(..at)?.trim_end();
        let (rest, last) = number_at_end(before)?;
        let rest = rest.trim_end();
        if let Some(rest) = rest.strip_suffix(['/', '共']) {
            let rest = rest.trim_end().trim_end_matches(['期', ',', '，']);
            return nth_of(number_at_end(rest)?.1, last);
        }
        rest.ends_with('第').then(|| nth_of(last, 0)).flatten()
    });
    chinese.or_else(|| english(&text))
}

fn nth_of(n: u32, of: u32) -> Option<Nth> {
    (n > 0 && (of == 0 || n <= of)).then_some(Nth { n, of })
}

/// `installment 3 of 12`, `payment 3/12`.
fn english(text: &str) -> Option<Nth> {
    let words = ["installment", "instalment", "payment"];
    words.iter().find_map(|word| {
        text.match_indices(word).find_map(|(at, _)| {
            let rest = text
                .get(at + word.len()..)?
                .trim_start()
                .trim_start_matches('#');
            let (n, rest) = number_at_start(rest)?;
            let rest = rest.trim_start();
            let rest = rest.strip_prefix("of").or_else(|| rest.strip_prefix('/'))?;
            nth_of(n, number_at_start(rest.trim_start())?.0)
        })
    })
}

/// The number of installments in `分12期`, `12期免息`, `12期分期`.
pub(super) fn periods(text: &str) -> Option<u32> {
    if let Some(nth) = nth(text) {
        return Some(nth.of).filter(|of| *of > 0);
    }
    let text = folded(text);
    text.match_indices('期').find_map(|(at, _)| {
        let (rest, number) = number_at_end(text.get(..at)?.trim_end())?;
        let after = text.get(at + '期'.len_utf8()..)?;
        let is_divided =
            rest.trim_end().ends_with('分') || after.starts_with("免息") || after.starts_with('分');
        (is_divided && (2..=60).contains(&number)).then_some(number)
    })
}

/// The last four digits of the cards in a text: `尾号1234`, `(1234)`, `***1234`, `ending in 1234`.
pub(super) fn last4(text: &str) -> Vec<String> {
    let text = folded(text);
    let mut found: Vec<String> = Vec::new();
    for (at, run) in digit_runs(&text) {
        let before = text.get(..at).unwrap_or_default().trim_end();
        let marks = ["尾号", "尾号为", "末四位", "*", "(", "ending in", "ending"];
        let marked = marks.iter().any(|mark| before.ends_with(mark));
        let bracket =
            before.ends_with('(') && !text.get(at + 4..).unwrap_or_default().starts_with(')');
        if run.len() == 4 && marked && !bracket && found.iter().all(|other| other != run) {
            found.push(run.to_owned());
        }
    }
    found
}

/// The text with card numbers, whole or masked, cut to their last four digits, on a single line.
pub(super) fn masked(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let mut shown = String::with_capacity(line.len());
    let mut rest = line.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at_checked(start).unwrap_or((rest, ""));
        let end = end_of_number(from);
        let (number, after) = from.split_at_checked(end).unwrap_or((from, ""));
        shown.push_str(before);
        match last4_of_card(number) {
            Some(last4) => {
                shown.push_str("****");
                shown.push_str(&last4);
            }
            None => shown.push_str(number),
        }
        rest = after;
    }
    shown.push_str(rest);
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a run of digits and stars ends; single blanks and hyphens may stand inside.
fn end_of_number(text: &str) -> usize {
    let is_part = |byte: u8| byte.is_ascii_digit() || byte == b'*';
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        let divides =
            matches!(byte, b' ' | b'-') && bytes.get(end + 1).is_some_and(|next| is_part(*next));
        if !is_part(*byte) && !divides {
            break;
        }
        end += 1;
    }
    end
}

/// The last four digits of what is a card number: 13 to 19 digits that its check digit fits (ISO/IEC
/// 7812-1), or digits around stars.
fn last4_of_card(number: &str) -> Option<String> {
    let kept: Vec<u8> = number
        .bytes()
        .filter(|b| b.is_ascii_digit() || *b == b'*')
        .collect();
    let last: Vec<u8> = kept.iter().rev().take(4).rev().copied().collect();
    let all_digits = last.len() == 4 && last.iter().all(u8::is_ascii_digit);
    let is_masked = kept.contains(&b'*') && kept.len() >= 8;
    let digits: Vec<u32> = number
        .chars()
        .filter_map(|char| char.to_digit(10))
        .collect();
    let is_whole =
        (13..=19).contains(&kept.len()) && digits.len() == kept.len() && fits_check_digit(&digits);
    let is_card = all_digits && (is_masked || is_whole);
    is_card.then(|| last.iter().copied().map(char::from).collect())
}

/// Every run of digits with where it begins.
pub(super) fn digit_runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from + rest.find(|c: char| c.is_ascii_digit())?;
        let run = text.get(start..)?;
        let length = run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len());
        from = start + length;
        Some((start, run.get(..length)?))
    })
}

/// The number at the end of a text, and what stands before it.
pub(super) fn number_at_end(text: &str) -> Option<(&str, u32)> {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = text.get(rest.len()..)?.parse().ok()?;
    Some((rest, number))
}

/// The number at the start of a text, and what follows it.
fn number_at_start(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text.get(..text.len() - rest.len())?.parse().ok()?;
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::{Nth, bill_month, last4, masked, nth, periods};

    #[test]
    fn a_bill_is_named_by_its_month_with_or_without_a_year() {
        let on = "2026-06-28".parse().unwrap();
        for (text, expected) in [
            ("花呗主动还款-2026年07月账单", Some((2026, 7))),
            ("【美团月付】主动还款2025年3月账单", Some((2025, 3))),
            ("白条2026-06账单", Some((2026, 6))),
            ("７月账单还款", Some((2026, 7))),
            ("1月账单", Some((2026, 1))),
            ("12月账单", Some((2026, 12))),
            ("13月账单", None),
            ("花呗自动还款", None),
            ("账单", None),
        ] {
            let found = bill_month(text, on).map(|bill| (bill.year, bill.month));
            assert_eq!(found, expected, "{text}");
        }
        let in_january = "2026-01-03".parse().unwrap();
        assert_eq!(
            bill_month("12月账单", in_january).map(|bill| bill.year),
            Some(2025)
        );
    }

    #[test]
    fn an_installment_is_named_by_its_number() {
        for (text, expected) in [
            ("（分期）银联分期00000000000/10/12期", Some((10, 12))),
            ("小米分期第3期还款", Some((3, 0))),
            ("第 3 / 12 期", Some((3, 12))),
            ("第3期,共12期", Some((3, 0))),
            ("installment 3 of 12", Some((3, 12))),
            ("Payment #2 of 4 is due", Some((2, 4))),
            ("13/12期", None),
            ("分12期", None),
            ("学期", None),
        ] {
            assert_eq!(nth(text), expected.map(|(n, of)| Nth { n, of }), "{text}");
        }
    }

    #[test]
    fn a_number_of_installments_is_not_a_term_of_something_else() {
        for (text, expected) in [
            ("手机 分12期", Some(12)),
            ("手机 12期免息", Some(12)),
            ("24期分期购", Some(24)),
            ("银联分期/10/12期", Some(12)),
            ("第3期杂志", None),
            ("保质期", None),
            ("360期分红", None),
        ] {
            assert_eq!(periods(text), expected, "{text}");
        }
    }

    #[test]
    fn of_card_numbers_the_last_four_digits_remain() {
        for (text, expected) in [
            ("还款 4111111111111111 完成", "还款 ****1111 完成"),
            ("4111 1111 1111 1111", "****1111"),
            ("6222**********1234", "****1234"),
            ("订单 2026030122001", "订单 2026030122001"),
            ("5G 手机\n512", "5G 手机 512"),
            ("2026-03-01", "2026-03-01"),
        ] {
            assert_eq!(masked(text), expected);
        }
        assert_eq!(
            last4("招商银行储蓄卡(1234) 尾号5678 第(99)次 1111"),
            ["1234", "5678"]
        );
        assert_eq!(last4("card ending in 4321 of ***8765"), ["4321", "8765"]);
    }
}
