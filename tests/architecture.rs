//! The house holds: who may import whom, what may be named where, and how large things grow.

use std::fs;
use std::path::{Path, PathBuf};

/// What each layer may import from the others: a whole layer, or a part of it.
const MAY_IMPORT: [(&str, &[&str]); 11] = [
    ("domain", &[]),
    ("document", &["domain"]),
    ("import", &["domain"]),
    (
        "settings",
        &[
            "domain",
            "import",
            // The settings file and the themes are read, and told about, like the book.
            "document::table",
            "document::near",
            "document::diagnostic",
            "document::Diagnostic",
        ],
    ),
    (
        "export",
        &[
            "domain",
            // Calendars and sheets are read by people: their words, amounts, and no hostile text.
            "settings",
        ],
    ),
    ("store", &[]),
    ("demo", &["settings"]),
    ("app", &["domain", "document", "import", "settings"]),
    ("ui", &["app", "domain", "import", "settings"]),
    (
        "cli",
        &[
            "domain",
            "document",
            "import",
            "settings",
            "export",
            "store",
            "demo",
            // Keys are typed as arguments and listed, as the dashboard knows them.
            "app::key",
            "app::keymap",
            // The only clock.
            "runtime::clock",
            // One way to run the shopper's editor.
            "runtime::editor",
            // Reminders on the desktop.
            "runtime::notification",
        ],
    ),
    (
        "runtime",
        &[
            "app",
            "ui",
            "store",
            "settings",
            "document",
            "domain",
            "import",
            "demo",
            // The dashboard saves, and words what went wrong, exactly as the command line does.
            "cli::Opening",
            "cli::file",
            "cli::problem_report",
        ],
    ),
];

/// What may be named only in the places given (a folder, a file, or several).
const NAMED_ONLY_IN: [(&str, &[&str]); 12] = [
    ("Local::now", &["runtime/clock.rs"]),
    ("Utc::now", &["runtime/clock.rs"]),
    ("SystemTime::now", &["runtime/clock.rs"]),
    ("std::fs", &["store"]),
    ("KeyCode", &["app/key.rs", "runtime/events.rs"]),
    ("Clear", &["ui/overlay.rs"]),
    ("f64", &["domain/cost.rs", "domain/cost/solver.rs"]),
    ("f32", &["domain/cost.rs", "domain/cost/solver.rs"]),
    ("println!", &[]),
    ("eprintln!", &[]),
    ("ratatui::widgets", &["ui", "runtime"]),
    (
        "serde::",
        &["settings", "export", "store", "cli", "runtime"],
    ),
];

/// Production lines of a file; a file is one thought.
const LONGEST_FILE: usize = 300;
/// Lines of a function.
const LONGEST_FUNCTION: usize = 50;

struct Source {
    /// The path below `src`, with `/`.
    name: String,
    /// Its lines without tests, comments and texts in quotes.
    code: Vec<String>,
    /// All its lines before the tests.
    lines: Vec<String>,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    files
        .iter()
        .map(|file| source(&root, file))
        .filter(|source| !is_test(&source.name))
        .collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn is_test(name: &str) -> bool {
    name.ends_with("tests.rs") || name.ends_with("test_book.rs") || name.contains("/tests/")
}

fn source(root: &Path, file: &Path) -> Source {
    let text = fs::read_to_string(file).unwrap();
    let before_tests = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let lines: Vec<String> = before_tests.lines().map(str::to_owned).collect();
    let code = lines
        .iter()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| without_quotes(line))
        .collect();
    let name = file
        .strip_prefix(root)
        .unwrap()
        .to_string_lossy()
        .replace('\\', "/");
    Source { name, code, lines }
}

fn without_quotes(line: &str) -> String {
    line.split('"').step_by(2).collect::<Vec<_>>().join("\"\"")
}

fn layer(name: &str) -> &str {
    name.split(['/', '.']).next().unwrap_or_default()
}

/// Every path a source names in another layer, without `crate::`, with the line it stands in.
fn imports(source: &Source) -> impl Iterator<Item = (&str, &str)> {
    let own = layer(&source.name);
    source.code.iter().flat_map(move |line| {
        line.match_indices("crate::")
            .map(|(at, found)| &line[at + found.len()..])
            .filter(move |path| {
                let other = path.split(|c: char| !is_of_name(c)).next();
                other != Some(own) && MAY_IMPORT.iter().any(|(layer, _)| Some(*layer) == other)
            })
            .map(|path| (path, line.trim()))
    })
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// True where the path leads to this part or into it.
fn leads_to(path: &str, part: &str) -> bool {
    path.strip_prefix(part)
        .is_some_and(|rest| !rest.starts_with(is_of_name))
}

#[test]
fn arrows_between_layers_point_one_way() {
    for source in sources() {
        let own = layer(&source.name);
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(layer, _)| *layer == own) else {
            assert!(
                ["lib", "main"].contains(&own),
                "{}: no such layer",
                source.name
            );
            continue;
        };
        for (path, line) in imports(&source) {
            assert!(
                allowed.iter().any(|part| leads_to(path, part)),
                "{}: `{line}`",
                source.name
            );
        }
    }
}

#[test]
fn no_arrow_is_allowed_that_nobody_draws() {
    let sources = sources();
    for (own, allowed) in MAY_IMPORT {
        for part in allowed {
            let mut of_layer = sources.iter().filter(|source| layer(&source.name) == own);
            assert!(
                of_layer.any(|source| imports(source).any(|(path, _)| leads_to(path, part))),
                "{own} does not import {part}"
            );
        }
    }
}

#[test]
fn what_touches_the_world_is_named_in_its_place_only() {
    for source in sources() {
        for (token, places) in NAMED_ONLY_IN {
            let at_home = places
                .iter()
                .any(|place| source.name == *place || layer(&source.name) == *place);
            let named = source.code.iter().find(|line| has_word(line, token));
            if let Some(line) = named.filter(|_| !at_home) {
                panic!("{}: `{token}` in `{}`", source.name, line.trim());
            }
        }
    }
}

/// The token, not as a part of a longer name.
fn has_word(line: &str, token: &str) -> bool {
    let part_of_name = |c: Option<char>| c.is_some_and(is_of_name);
    line.match_indices(token).any(|(at, _)| {
        let (before, after) = (
            line[..at].chars().next_back(),
            line[at + token.len()..].chars().next(),
        );
        let longer = part_of_name(after) && token.ends_with(char::is_alphanumeric);
        !part_of_name(before) && !longer
    })
}

#[test]
fn files_and_functions_stay_small() {
    let sources = sources();
    let mut lengths = Vec::new();
    for source in &sources {
        let count = source.lines.len();
        assert!(count <= LONGEST_FILE, "{}: {count} lines", source.name);
        for (name, length) in functions(&source.lines) {
            assert!(
                length <= LONGEST_FUNCTION,
                "{}: {name} has {length} lines",
                source.name
            );
            lengths.push(length);
        }
    }
    lengths.sort_unstable();
    let middle = lengths.get(lengths.len() / 2).copied().unwrap_or_default();
    assert!(
        middle < 12,
        "half of all functions have {middle} lines or more"
    );
}

/// Name and length of each function; formatted code closes one at the indentation it began.
fn functions(lines: &[String]) -> Vec<(String, usize)> {
    let starts = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| is_function(line));
    let ends = |(at, line): (usize, &String)| {
        let indent = line.len() - line.trim_start().len();
        let closing = format!("{}}}", " ".repeat(indent));
        let end = lines[at..]
            .iter()
            .position(|later| *later == closing || later.ends_with('}') && later == line)?;
        Some((line.trim().to_owned(), end + 1))
    };
    starts.filter_map(ends).collect()
}

/// Whether a function with a body begins here.
fn is_function(line: &str) -> bool {
    let start = line.trim_start();
    let bare = ["pub ", "pub(super) ", "pub(crate) ", "const "]
        .iter()
        .fold(start, |line, word| line.strip_prefix(word).unwrap_or(line));
    bare.starts_with("fn ") && !bare.ends_with(';')
}

#[test]
fn every_test_file_is_listed_and_every_scenario_is_read() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let listed = fs::read_to_string(tests.join("main.rs")).unwrap();
    for entry in fs::read_dir(tests).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if let Some(module) = name.strip_suffix(".rs").filter(|module| *module != "main") {
            assert!(
                listed.contains(&format!("mod {module};")),
                "tests/{name} is not listed in tests/main.rs"
            );
        }
    }
}
