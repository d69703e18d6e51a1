//! A session: the book before, the keys, what the file and the last screen say afterwards. The
//! real program runs its real loop without a terminal.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use crate::folder::check_every_file;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Session {
    /// What it shows.
    about: String,
    today: toml::value::Datetime,
    /// The file; without it there is none.
    before: Option<String>,
    keys: String,
    /// The whole file afterwards; without it the file must not have changed.
    after: Option<String>,
    /// Texts on the last screen.
    #[serde(default)]
    shows: Vec<String>,
    /// Texts that must not be there.
    #[serde(default)]
    hides: Vec<String>,
    /// What happens on later days, each from a new start.
    #[serde(default)]
    later: Vec<Later>,
}

/// A later day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Later {
    today: toml::value::Datetime,
    keys: String,
    #[serde(default)]
    shows: Vec<String>,
    #[serde(default)]
    hides: Vec<String>,
}

#[test]
fn every_session_ends_as_it_should() {
    check_every_file("sessions", 8, check);
}

fn check(file: &Path) -> Result<(), String> {
    let name = file.file_name().unwrap().to_string_lossy();
    let session: Session = toml::from_str(&fs::read_to_string(file).unwrap())
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    let home = tempfile::tempdir().unwrap();
    let book = home.path().join("book.toml");
    if let Some(before) = &session.before {
        fs::write(&book, before).unwrap();
    }
    let is_new = session.before.is_none();
    let first = Later {
        today: session.today,
        keys: session.keys,
        shows: session.shows,
        hides: session.hides,
    };
    for day in std::iter::once(&first).chain(&session.later) {
        press(&book, home.path(), day)
            .map_err(|why| format!("{name} ({}), {}: {why}", session.about, day.today))?;
    }
    let after = fs::read_to_string(&book).ok();
    if after != session.after.or(session.before) {
        return Err(format!("{name}: the file is now\n{after:?}"));
    }
    if is_new
        && after.is_some()
        && fs::metadata(&book).unwrap().permissions().mode() & 0o777 != 0o600
    {
        return Err(format!("{name}: the new file is not private"));
    }
    Ok(())
}

/// Presses the keys of a day and looks at the last screen.
fn press(book: &Path, home: &Path, day: &Later) -> Result<(), String> {
    let output = Command::new(env!("CARGO_BIN_EXE_fenqi"))
        .args([
            "--lang", "en", "--print", "--size", "80x24", "--keys", &day.keys,
        ])
        .args(["--today", &day.today.to_string(), "--file"])
        .arg(book)
        .env_clear()
        .env("HOME", home)
        .output()
        .unwrap();
    let screen = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    let fail = |why: String| Err(format!("{why}\n{screen}{errors}"));
    if !output.status.success() {
        return fail(format!("{:?}", output.status));
    }
    let shown = |text: &&String| screen.contains(text.as_str());
    if let Some(missing) = day.shows.iter().find(|text| !shown(text)) {
        return fail(format!("the screen lacks `{missing}`"));
    }
    match day.hides.iter().find(shown) {
        Some(seen) => fail(format!("the screen shows `{seen}`")),
        None => Ok(()),
    }
}
