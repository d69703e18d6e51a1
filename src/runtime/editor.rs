//! The shopper's editor: a program and its arguments, never a shell.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus};

/// Editors that go to a line when told `+LINE`.
const PLUS_LINE: [&str; 9] = [
    "vi",
    "vim",
    "nvim",
    "nano",
    "pico",
    "emacs",
    "emacsclient",
    "micro",
    "kak",
];
/// Editors that go to a line when told `FILE:LINE`.
const FILE_COLON_LINE: [&str; 3] = ["hx", "helix", "subl"];
/// Where neither `$VISUAL` nor `$EDITOR` is set.
const FALLBACK: &str = "vi";

/// Runs `$VISUAL`, else `$EDITOR`, on a line of a file, waits for its end and says how it ended.
///
/// # Errors
/// Where it cannot be run.
pub fn run(path: &Path, line: usize) -> io::Result<ExitStatus> {
    let set = |name| {
        std::env::var(name)
            .ok()
            .filter(|value| !value.trim().is_empty())
    };
    let wish = set("VISUAL").or_else(|| set("EDITOR"));
    let (program, arguments) = command(wish.as_deref().unwrap_or(FALLBACK), path, line);
    Command::new(program).args(arguments).status()
}

/// The program and its arguments. The wish may carry arguments of its own, split at blanks.
fn command(wish: &str, path: &Path, line: usize) -> (String, Vec<OsString>) {
    let mut words = wish.split_whitespace();
    let program = words.next().unwrap_or(FALLBACK).to_owned();
    let mut arguments: Vec<OsString> = words.map(OsString::from).collect();
    let name = Path::new(&program)
        .file_name()
        .and_then(|name| name.to_str());
    let is_one_of = |known: &[&str]| name.is_some_and(|name| known.contains(&name));
    let mut target = path.as_os_str().to_owned();
    if is_one_of(&PLUS_LINE) {
        arguments.push(format!("+{line}").into());
    } else if is_one_of(&FILE_COLON_LINE) {
        target.push(format!(":{line}"));
    } else if is_one_of(&["code", "codium"]) {
        arguments.extend(["--wait", "--goto"].map(OsString::from));
        target.push(format!(":{line}"));
    }
    arguments.push(target);
    (program, arguments)
}

#[cfg(test)]
mod tests {
    use super::{Path, command};

    #[test]
    fn known_editors_go_to_the_line_and_no_shell_reads_the_path() {
        let path = Path::new("/home/me/my $(book).toml");
        for (wish, program, arguments) in [
            ("nvim", "nvim", "+7|/home/me/my $(book).toml"),
            (
                "/usr/bin/vim -u NONE",
                "/usr/bin/vim",
                "-u|NONE|+7|/home/me/my $(book).toml",
            ),
            ("hx", "hx", "/home/me/my $(book).toml:7"),
            ("code", "code", "--wait|--goto|/home/me/my $(book).toml:7"),
            ("ed", "ed", "/home/me/my $(book).toml"),
            ("  ", "vi", "+7|/home/me/my $(book).toml"),
        ] {
            let (run, given) = command(wish, path, 7);
            let given: Vec<_> = given.iter().map(|word| word.to_string_lossy()).collect();
            assert_eq!(
                (run.as_str(), given.join("|").as_str()),
                (program, arguments)
            );
        }
    }
}
