//! Whole card numbers: never kept. Four digits tell one card from another.

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
        is_of_a_scheme(&digits) && fits_check_digit(&digits)
    })
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
        15 => matches!(first(2), 34 | 37),
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
fn fits_check_digit(digits: &[u32]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::stands_in;

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
}
