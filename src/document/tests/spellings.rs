//! One book in every way TOML can spell it.

use super::read;

const TABLES: &str = "version = 1
[[line]]
id = \"l\"
limit = 8000
temporary = { limit = 20, until = 2026-12-31 }
[[plan]]
id = \"a\"
line = \"l\"
principal = 300
periods = 3
first-due = 2026-01-26
fee = { model = \"flat\", rate = \"0.6%\" }
payments = [
  { n = 1, on = 2026-01-25, amount = 101.80 }, # first
  { on = 2026-02-25, amount = 50 },
]
";

#[test]
fn the_same_data_in_every_spelling_is_the_same_book() {
    let book = read(TABLES).book().clone();
    for spelling in [
        // arrays of tables, sub-tables, dotted keys, quoted keys
        "version = 1\n[[line]]\n\"id\" = 'l'\n\"limit\" = 8_000.00\ntemporary.limit = 20\ntemporary.until = 2026-12-31\n[[plan]]\nid = \"\"\"a\"\"\"\nline = '''l'''\nprincipal = \"300\"\nperiods = 3\nfirst-due = 2026-01-26\n[plan.fee]\nmodel = \"flat\"\nrate = \"0.6%\"\n[[plan.payments]]\nn = 1\non = 2026-01-25\namount = 101.8\n[[plan.payments]]\non = 2026-02-25\namount = 50\n",
        // everything in braces
        "line = [{ id = \"l\", limit = 8000, temporary = { limit = 20, until = 2026-12-31 } }]\nplan = [{ id = \"a\", line = \"l\", principal = 300, periods = 3, first-due = 2026-01-26, fee.model = \"flat\", fee.rate = \"0.6%\", payments = [{ n = 1, on = 2026-01-25, amount = 101.80 }, { on = 2026-02-25, amount = 50 }] }]\nversion = 1",
        // plans before their line, sub-table of the line late, several lines in braces
        "version = 1\nplan = [\n  {\n    id = \"a\", line = \"l\",\n    principal = 300, periods = 3, # three\n    first-due = 2026-01-26,\n    fee = { model = \"flat\", rate = \"0.6%\", },\n    payments = [ { n = 1, on = 2026-01-25, amount = 101.80 },\n      { on = 2026-02-25, amount = 50 } ],\n  },\n]\n[[line]]\nid = \"l\"\nlimit = 8000\n[line.temporary]\nuntil = 2026-12-31\nlimit = 20\n",
    ] {
        for text in [
            spelling.to_owned(),
            spelling.replace('\n', "\r\n"),
            format!("\u{feff}{spelling}"),
        ] {
            let document = read(&text);
            assert_eq!(document.book(), &book, "{text}");
            assert_eq!(document.warnings(), [], "{text}");
        }
    }
}
