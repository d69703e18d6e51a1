//! Which part of a list is seen when it is longer than its room.

use std::ops::Range;

/// The rows that are seen, so that the selected one is among them, in the middle where there are
/// enough on both sides.
pub(super) fn shown(count: usize, room: usize, selected: Option<usize>) -> Range<usize> {
    let last_start = count.saturating_sub(room);
    let start = selected
        .unwrap_or(0)
        .saturating_sub(room / 2)
        .min(last_start);
    start..(start + room).min(count)
}

/// So many rows from the top decide how wide columns are, seen or not: more than most lists have.
const MEASURED: usize = 40;

/// The rows whose texts decide how wide columns are: all of a list as people have it; of a longer
/// one its beginning and what is seen, so that no list is too long to be drawn at once.
pub(super) fn measured(
    count: usize,
    room: usize,
    selected: Option<usize>,
) -> impl Iterator<Item = usize> + Clone {
    let top = 0..MEASURED.min(count);
    let seen = shown(count, room, selected);
    let below = seen.start.max(top.end)..seen.end.max(top.end);
    top.chain(below)
}

/// As [`shown`], of rows in which the selected thing takes several; of one that does not fit the
/// beginning is seen.
pub(super) fn shown_around(rows: usize, room: usize, focus: &Range<usize>) -> Range<usize> {
    let above = room.saturating_sub(focus.len()) / 2;
    let last_start = rows.saturating_sub(room);
    let start = focus.start.saturating_sub(above).min(last_start);
    start..(start + room).min(rows)
}

/// Where the selection is in a list of which not all is seen: `4/24`; nothing otherwise.
pub(super) fn mark(count: usize, room: usize, selected: Option<usize>) -> String {
    if count <= room {
        return String::new();
    }
    match selected {
        Some(selected) => format!("{}/{count}", selected + 1),
        None => count.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_always_seen_and_no_row_of_the_room_is_wasted() {
        for count in 0..12 {
            for room in 1..8 {
                for selected in 0..count {
                    let shown = shown(count, room, Some(selected));
                    assert!(shown.contains(&selected), "{count} {room} {selected}");
                    assert_eq!(shown.len(), room.min(count));
                }
            }
        }
        assert_eq!(shown(9, 4, None), 0..4);
        assert_eq!(shown(0, 4, None), 0..0);
    }

    #[test]
    fn every_row_that_is_seen_is_measured_and_few_others_once_each() {
        for (count, selected) in [
            (0, 0),
            (12, 3),
            (45, 44),
            (9_000, 0),
            (9_000, 30),
            (9_000, 8_000),
        ] {
            let measured: Vec<usize> = measured(count, 20, Some(selected)).collect();
            assert!(shown(count, 20, Some(selected)).all(|row| measured.contains(&row)));
            assert!(
                measured.is_sorted_by(|one, next| one < next),
                "{measured:?}"
            );
            assert!(measured.len() <= 60 && measured.len() >= count.min(40));
        }
    }

    #[test]
    fn all_rows_of_the_selected_thing_are_seen_if_they_fit_else_the_first_of_them() {
        assert_eq!(shown_around(20, 8, &(10..12)), 7..15);
        assert_eq!(shown_around(20, 8, &(18..20)), 12..20);
        assert_eq!(shown_around(20, 3, &(4..9)), 4..7);
        assert_eq!(shown_around(2, 8, &(1..2)), 0..2);
    }

    #[test]
    fn the_mark_stands_only_where_rows_are_out_of_sight() {
        assert_eq!(mark(9, 9, Some(3)), "");
        assert_eq!(mark(9, 8, Some(3)), "4/9");
        assert_eq!(mark(9, 8, None), "9");
    }
}
