//! The quick pass gives the tree that `toml` gives, or leaves the text to it.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use toml::de::DeTable;

use super::parts::build_in_parts;
use super::{Node, Spanned, Table};

const SAMPLE: &str = include_str!("../tests/sample.toml");

/// A tree with all its places, keys in the order of the alphabet.
fn spelled(table: &Table<'_>) -> String {
    let mut pairs: Vec<String> = table
        .iter()
        .map(|(key, value)| {
            format!(
                "{:?} {} = {}",
                key.span(),
                key.get_ref(),
                value_spelled(value)
            )
        })
        .collect();
    pairs.sort();
    format!("{{{}}}", pairs.join(", "))
}

fn value_spelled(value: &Spanned<Node<'_>>) -> String {
    let inner = match value.get_ref() {
        Node::Table(table) => spelled(table),
        Node::Array(entries) => {
            let entries: Vec<String> = entries.iter().map(value_spelled).collect();
            format!("[{}]", entries.join(", "))
        }
        other => format!("{other:?}"),
    };
    format!("{:?} {inner}", value.span())
}

/// Whether the quick pass took the text; it must then be right.
fn is_taken(text: &str) -> bool {
    let Some(root) = build_in_parts(text) else {
        return false;
    };
    let (referee, errors) = DeTable::parse_recoverable(text);
    assert!(errors.is_empty(), "{text:?} has mistakes: {errors:?}");
    let referee = Table::from(referee.into_inner());
    assert_eq!(spelled(&root), spelled(&referee), "{text:?}");
    true
}

/// Lines that go together or do not.
const LINES: &[&str] = &[
    "[a]",
    "[a.b]",
    "[ a . 'b' ]",
    "[[a]]",
    "[[a.b]] # one",
    "[[b]]",
    "[a.b.c]",
    "[\"a\".\"\\u0062\"]",
    "a = 1",
    "b = 0x1F",
    "a.b = 1_000.50",
    "a.b.c = 2",
    "b.c = { a = 1, c.d = 2, c.e = 'x' }",
    "b = { a = 1, a = 2 }",
    "b = { a.b = 1, a = 2 }",
    "c = { a = { b = 1 }, a.c = 2 }",
    "c = [1, [2, { d = 3 }],\n  # two\n 4,]",
    "c = { d = 1,\n e = [] }",
    "d = 2026-02-28",
    "d = 2026-02-30",
    "e = 2026-02-28T10:00:00+08:00",
    "e = 10:00:00",
    "f = \"\"\"\nx\\\n  [a]\n\"\"\"",
    "f = '''it''s'''",
    "\"k e\" = 'v'",
    "'' = \"\\t\\\"\"",
    "g = true",
    "g = inf",
    "h = -0.0",
    "h = ",
    "h",
    "= 1",
    "i = [",
    "]",
    "}",
    "\"open",
    "\t# 备注 \u{7f}",
    "\r",
    "",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn lines_in_any_order_give_the_same_tree(
        lines in prop::collection::vec(select(LINES), 0..8),
        feed in select(vec!["\n", "\r\n"]),
        has_mark in any::<bool>(),
    ) {
        let mark = if has_mark { "\u{feff}" } else { "" };
        is_taken(&format!("{mark}{}", lines.join(feed)));
    }
}

proptest! {
    #[test]
    fn a_slip_anywhere_in_a_book_gives_the_same_tree(
        at in any::<Index>(),
        cut in 0_usize..3,
        slip in select(vec!["", "\"", "'", "[", "]", "{", "}", "=", ".", ",", "#", "\n", " ", "a", "1"]),
    ) {
        let mut text: Vec<char> = SAMPLE.chars().collect();
        let from = at.index(text.len());
        let to = (from + cut).min(text.len());
        text.splice(from..to, slip.chars());
        is_taken(&text.into_iter().collect::<String>());
    }
}

/// Tables, and what looks like one.
const PARTS: &[&str] = &[
    "[[plan]]\nid = 'p'\nwhy = [\n  { n = 1 },\n]\n",
    "[[plan]]\nid = 'q'\n",
    "[[line]]\nid = 'l'\n",
    "[plan.rules]\na = 1\n",
    "[[plan.refunds]]\non = 2026-01-01\n",
    "[[line.seen]]\non = 2026-01-01\n",
];
const ODD_PARTS: &[&str] = &[
    "",
    "[settings]\na = 1\n",
    "[plan]\na = 1\n",
    "more = '''\n[[plan]]\n'''\n",
    "more = [\n[[1]]\n]\n",
    "more = [\n[[1]]\n",
    "'''\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_long_text_gives_the_same_tree_wherever_it_is_cut(
        parts in prop::collection::vec(select(PARTS), 2200..2400),
        odd in prop::collection::vec((any::<Index>(), select(ODD_PARTS)), 0..3),
    ) {
        let mut parts = parts;
        parts.insert(0, "[[line]]\n[[plan]]\n");
        for (at, part) in odd {
            parts.insert(1 + at.index(parts.len()), part);
        }
        is_taken(&parts.concat());
    }
}

#[test]
fn books_as_they_are_written_are_read_in_one_pass() {
    let long = "[[plan]]\nid = 'p'\npayments = [\n  { n = 1, on = 2026-01-01 },\n]\n".repeat(2500);
    for text in [
        SAMPLE,
        &SAMPLE.replace('\n', "\r\n"),
        "",
        "\u{feff}",
        "a = 1",
        "[a.b]\nc.d = 1\nc.e = 2\n[a.f]\n[[g]]\n[[g.h]]\n[g.h.i]\n[[g.h]]\n",
        &long,
    ] {
        assert!(is_taken(text), "{text:?}");
    }
}

#[test]
fn very_deep_and_very_wide_texts_are_left_to_the_other_reader() {
    let wide: Vec<String> = (0..300).map(|k| format!("k{k} = 1")).collect();
    for text in [
        format!("a = {}{}", "[".repeat(40), "]".repeat(40)),
        format!("{}z = 1", "a.".repeat(40)),
        format!("[{}z]", "a.".repeat(40)),
        "[".repeat(100_000),
        wide.join("\n"),
    ] {
        assert!(!is_taken(&text));
    }
}
