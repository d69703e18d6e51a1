//! Every view, in both languages and four sizes, drawn by the real program on the sample book of
//! a fixed day. `FENQI_BLESS=1` writes the frames anew; a frame nobody draws fails.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use unicode_width::UnicodeWidthStr;

/// What is drawn, and the keys that lead there.
const VIEWS: [(&str, &str); 76] = [
    ("overview", ""),
    ("overview-paid", "p"),
    ("plans", "2"),
    ("plan", "2 <enter>"),
    ("limits", "3"),
    ("line", "3 j j <enter>"),
    ("line-more", "3 <enter> j j j j j j j j j j j j"),
    ("cases", "6"),
    ("cases-steps", "6 <enter> j j"),
    ("form-case", "3 o"),
    ("form-log", "6 n <type:called> <tab> + 2"),
    ("form-close", "6 <enter> <enter> <enter>"),
    ("form-seen", "3 v 6 8 8 4 . 9 3"),
    ("form-unlock", "3 b 8 0 0 0"),
    ("alerts", "5"),
    ("calendar", "4"),
    ("calendar-paid", "4 l p"),
    ("calendar-day", "4 l <tab>"),
    ("calendar-holidays", "4 L L"),
    ("calendar-hidden", "4 h *"),
    ("what-if", "c 3 2 9 9 <enter>"),
    ("what-if-empty", "7"),
    (
        "what-if-fee",
        "c <type:12000> <enter> j <tab> <tab> l l l l",
    ),
    ("what-if-hidden", "* c 3 2 9 9 <enter>"),
    ("help", "?"),
    ("check", "c 3 2 9 9"),
    ("pay-form", "P 2 0 0"),
    ("pay-form-error", "P 9 9 9 9 9 9 <enter>"),
    (
        "form-add",
        "a <type:小米手环> <tab> 4 9 9 9 <tab> <tab> 1 2 <tab> <right> <tab> <type:0.5%>",
    ),
    ("form-add-empty", "a <enter>"),
    (
        "form-add-running",
        "a <type:TV> <tab> 3 9 9 9 <tab> <tab> 1 2 <tab> <right> <tab> <type:0.6%> <tab> <type:2025-10-7>",
    ),
    (
        "form-add-more",
        "a <type:Bike> <tab> 1000 <tab> <tab> 4 <tab> <right> <right> <tab> 5% <tab> <tab> <tab> <tab> <right> <tab>",
    ),
    ("form-plan", "2 <enter> e <tab> 6000"),
    ("form-plan-error", "2 <enter> e <tab> <tab> <tab> 1 <enter>"),
    ("form-line-new", "3 a <type:花呗>"),
    ("form-line", "3 e <tab> 1 0 0 0 0"),
    (
        "form-line-more",
        "3 e <tab><tab><tab><tab> <right> <tab> 500 <enter>",
    ),
    ("methods", "m"),
    ("form-method", "m e <tab> <tab> 12 <enter>"),
    ("form-proof", "6 F <type:no-such.png> <enter>"),
    ("overview-marked", "<space> <space>"),
    ("plan-marked", "2 <enter> <space> <space>"),
    ("form-settle", "2 j S"),
    ("form-settle-unknown", "2 j j j j j S"),
    ("form-refund", "2 <enter> R 9 0 0"),
    ("form-defer", "2 <enter> M"),
    ("form-pause", "2 <enter> W + 7"),
    (
        "form-amend",
        "2 <enter> E 2 0 2 6 - 4 - 1 <tab> <tab> <tab> <right>",
    ),
    ("form-note", "2 n"),
    ("question-delete", "2 D"),
    ("plan-facts", "2 <enter> M <enter> <tab>"),
    ("plan-history", "2 <enter> R 3 0 0 <enter> <tab> <tab> j"),
    ("history", "p p u V j"),
    ("find", "/ x m"),
    ("another-day", "} > >"),
    ("another-day-line", "3 { <enter>"),
    ("ask-day", "d + 3 0"),
    ("import-ask", "i <type:~/Downloads/账单.csv>"),
    ("import-list", "i <type:tests/import/alipay.csv> <enter> j"),
    (
        "import-unread",
        "i <type:tests/import/wrong-rows.csv> <enter> j <enter>",
    ),
    (
        "import-message",
        "<paste:【小米分期】账单388.33元将于3月7日到期，点击 http://mi.com.pay-now.example/x 还款>",
    ),
    (
        "import-message-pay",
        "<paste:【小米分期】您已于3月8日成功还款300.00元>",
    ),
    (
        "form-plan-rate",
        "2 e <tab> <tab> <tab> <tab> <tab> <type:0.8%>",
    ),
    ("explain", "="),
    ("explain-line", "3 j ="),
    ("explain-hidden", "2 <enter> * = l"),
    ("hidden", "*"),
    ("plans-finished", "2 f"),
    ("plans-named", "2 s s"),
    ("find-nowhere", "/ q q q q"),
    ("help-here", "3 ? <down> <down> <down>"),
    ("help-found", "? <type:hk>"),
    ("check-later", "c <type:12000>"),
    ("methods-new", "m a <type:招商卡>"),
    ("form-later", "6 z + 3"),
    ("question-drop", "a x <esc>"),
];
/// What is drawn of other books: the file, or none on a first run.
const OTHERS: [(&str, Option<&str>, &str); 6] = [
    ("first-run", None, ""),
    ("first-run-help", None, "?"),
    (
        "first-run-plan",
        None,
        "a <type:手机> <tab> 1200 <tab> <tab> 6",
    ),
    ("first-run-line", None, "l <type:花呗>"),
    (
        "question-cap",
        Some("cap.toml"),
        "a <type:电视> <tab> 3000 <tab> <tab> 6 <enter>",
    ),
    ("broken", Some("broken.toml"), ""),
];
/// Views that something lies above.
const OVERLAYS: [&str; 12] = [
    "help", "check", "pay-form", "find", "form", "question", "history", "ask", "import", "explain",
    "methods", "first",
];
const SIZES: [&str; 5] = ["120x36", "80x24", "60x20", "40x10", "20x4"];
const LANGS: [&str; 2] = ["zh", "en"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frames")
}

/// Draws the sample book, or what these arguments name. The home is shown on a first run.
fn draw(book: &[&str], keys: &str, size: &str, lang: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_fenqi"))
        .args(book)
        .args([
            "--today",
            "2026-03-10",
            "--lang",
            lang,
            "--print",
            "--size",
            size,
            "--keys",
            keys,
        ])
        .env_clear()
        .env("HOME", "/home/li")
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{keys} {size} {lang}: {stderr}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_view_looks_as_it_was_looked_at() {
    let bless = std::env::var_os("FENQI_BLESS").is_some();
    let mut drawn = BTreeSet::new();
    let mut different = Vec::new();
    // Copies: some of the keys would change a book.
    let books = tempfile::tempdir().unwrap();
    let of_demo = VIEWS.map(|(view, keys)| (view, vec!["--demo".to_owned()], keys));
    let of_others = OTHERS.map(|(view, book, keys)| {
        let copy = book.map(|book| {
            let file = books.path().join(book);
            fs::copy(folder().join("../books").join(book), &file).unwrap();
            vec!["--file".to_owned(), file.display().to_string()]
        });
        (view, copy.unwrap_or_default(), keys)
    });
    for (view, book, keys) in of_demo.into_iter().chain(of_others) {
        let book: Vec<&str> = book.iter().map(String::as_str).collect();
        for size in SIZES {
            for lang in LANGS {
                let name = format!("{view}_{size}_{lang}.txt");
                let frame = draw(&book, keys, size, lang);
                fits(&frame, size, &name);
                let path = folder().join(&name);
                if bless {
                    fs::write(&path, &frame).unwrap();
                } else if fs::read_to_string(&path).unwrap_or_default() != frame {
                    different.push(format!("{name}:\n{frame}"));
                }
                drawn.insert(name);
            }
        }
    }
    assert!(
        different.is_empty(),
        "{} frames differ:\n{}",
        different.len(),
        different.join("\n")
    );
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(
            drawn.contains(&name),
            "tests/frames/{name} is drawn by nothing"
        );
    }
}

/// No row is wider than the window; where nothing lies above the view, every border ends.
fn fits(frame: &str, size: &str, name: &str) {
    let (width, height) = size.split_once('x').unwrap();
    let (width, height): (usize, usize) = (width.parse().unwrap(), height.parse().unwrap());
    assert!(frame.lines().count() <= height, "{name} is too high");
    for line in frame.lines() {
        assert!(line.width() <= width, "{name}: too wide: {line}");
        let count = |corner| line.chars().filter(|c| *c == corner).count();
        let above = OVERLAYS.iter().any(|overlay| name.starts_with(overlay));
        assert!(
            above || (count('╭') == count('╮') && count('╰') == count('╯') && count('│') % 2 == 0),
            "{name}: a border is broken: {line}"
        );
    }
}
