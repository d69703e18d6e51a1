//! Whole card numbers: never kept. Four digits tell one card from another.

/// The digits of the shortest numbers that the large schemes give out.
pub const SHORTEST: usize = 15;

/// Whether a word of the text is a card's whole number: the digits of a payment scheme (ISO/IEC 7812), in one piece
/// or in groups, whose check digit fits. Most order numbers are none; where only a number is wanted, nobody asks.
pub fn stands_in(text: &str) -> bool {
    let joins = |char: char| char.is_ascii_digit() || matches!(char, ' ' | '-');
    text.split(|char| !joins(char)).any(|piece| {
        let groups: Vec<&str> = piece.split([' ', '-']).collect();
        (0..groups.len()).any(|start| begins_with_number(groups.get(start..).unwrap_or_default()))
    })
}

/// Whether so many of the groups, from the first on, make up a number.
fn begins_with_number(groups: &[&str]) -> bool {
    let mut digits = Vec::new();
    groups.iter().any(|group| {
        digits.extend(group.chars().filter_map(|char| char.to_digit(10)));
        is_number(&digits)
    })
}

/// Whether the digits are a card's whole number: those of a scheme, with the right check digit. An order number hardly
/// ever is all of that.
pub fn is_number(digits: &[u32]) -> bool {
    is_of_a_scheme(digits) && fits_check_digit(digits)
}

/// Beginning and length of the numbers that the large schemes give out.
fn is_of_a_scheme(digits: &[u32]) -> bool {
    let first = |count: usize| {
        digits
            .iter()
            .take(count)
            .fold(0, |sum, digit| sum * 10 + digit)
    };
    match digits.len() {
        SHORTEST => matches!(first(2), 34 | 37),
        16 => {
            matches!(first(1), 4)
                || matches!(first(2), 35 | 51..=55 | 62 | 64 | 65)
                || matches!(first(4), 2221..=2720 | 6011)
        }
        17..=19 => matches!(first(2), 62),
        _ => false,
    }
}

/// The formula of Luhn: every second digit from the right doubled, their digits summed, a multiple of ten.
pub fn fits_check_digit(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            if place % 2 == 1 {
                doubled(*digit)
            } else {
                *digit
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// How many digits the whole number of a card has.
const CARD_DIGITS: std::ops::RangeInclusive<usize> = 12..=19;

/// Whether a text holds what may be the whole number of a card, which no book keeps: 12 to 19
/// digits in a row, or in groups of four with blanks or dashes between them, as they are embossed.
pub fn may_stand_in(text: &str) -> bool {
    let mut run = 0;
    let mut group = 0;
    let mut before = ' ';
    for char in text.chars().chain([' ']) {
        if char.is_ascii_digit() {
            run += 1;
            group += 1;
        } else {
            let grouped = matches!(char, ' ' | '-') && before.is_ascii_digit() && group == 4;
            if CARD_DIGITS.contains(&run) {
                return true;
            }
            run = if grouped { run } else { 0 };
            group = 0;
        }
        before = char;
    }
    CARD_DIGITS.contains(&run)
}

#[cfg(test)]
mod tests {
    use super::{may_stand_in, stands_in};

    #[test]
    fn the_numbers_that_schemes_give_out_for_testing_are_found() {
        for number in [
            "4111111111111111",
            "card 4111 1111 1111 1111, valid 12/29",
            "2 cards: 12 4111 1111 1111 1111 4111111111111111",
            "5555-5555-5555-4444",
            "378282246310005",
            "3530111333300000",
            "6200000000000005",
            "卡号6011111111111117。",
        ] {
            assert!(stands_in(number), "{number}");
        }
    }

    #[test]
    fn other_numbers_are_not_taken_for_cards() {
        for number in [
            "",
            "1234",
            "4111111111111112",
            "5240526001234567",
            "2026-03-10 2026-04-10",
            "13800138000",
            "41111111111111111111",
        ] {
            assert!(!stands_in(number), "{number}");
        }
    }

    #[test]
    fn twelve_to_nineteen_digits_are_a_card_number_also_in_groups_of_four() {
        for number in [
            "622202021234",
            "6222020212345678901",
            "card 6222020212345678",
            "6222 0202 1234 5678",
            "6222-0202-1234-5678 901",
        ] {
            assert!(may_stand_in(number), "{number}");
        }
        for other in [
            "1234",
            "13800138000",
            "+86 138 0013 8000",
            "62220202123456789012",
            "2027-08-31 2028-08-31",
            "",
        ] {
            assert!(!may_stand_in(other), "{other}");
        }
    }
}
