//! What shells complete, asked of the shells themselves where they are, and the manual.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::readers::with;

const BOOK: &str = include_str!("cli/book.toml");

/// The program in a home with a book, in a shell that finds it by its name.
fn in_home(home: &Path, program: &Path) -> Command {
    fs::write(home.join("book.toml"), BOOK).unwrap();
    let own = Path::new(env!("CARGO_BIN_EXE_fenqi")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path =
        std::env::join_paths(std::iter::once(own.into()).chain(std::env::split_paths(&path)));
    let mut command = Command::new(program);
    command
        .env_clear()
        .env("HOME", home)
        .env("PATH", path.unwrap())
        .env("LC_ALL", "C.UTF-8")
        .env("FENQI_FILE", home.join("book.toml"))
        .current_dir(home);
    command
}

fn fenqi(home: &Path, arguments: &[&str]) -> Command {
    let mut command = in_home(home, Path::new(env!("CARGO_BIN_EXE_fenqi")));
    command.args(arguments);
    command
}

fn output(mut command: Command) -> String {
    let output = command.output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && told.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What is completed after these words, each with its explanation.
fn completed(home: &Path, words: &[&str]) -> String {
    let mut command = fenqi(home, &["--"]);
    command.args(words).env("_FENQI_COMPLETE", "fish");
    output(command)
}

#[test]
fn ids_are_completed_from_the_book_with_their_names() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    for (words, expected) in [
        (
            &["fenqi", "pay", "ph"][..],
            "phone\t小米手机\nphone-case\tPhone case\n",
        ),
        (&["fenqi", "seen", "m"], "mi\t小米分期\n"),
        (
            &["fenqi", "pay", "phone", "--via", "c"],
            "cmb\t招商储蓄卡\n",
        ),
        (&["fenqi", "case", "open", "h"], "hb\t花呗\nhw\t华为商城\n"),
        (&["fenqi", "export", "csv", "--table", "pl"], "plans\n"),
        (
            &["fenqi", "--demo", "--lang", "en", "pay", "mac"],
            "macbook\tMacBook Air 13\n",
        ),
        (&["fenqi", "--file", "none.toml", "pay", "ph"], ""),
        (
            &["fenqi", "fore"],
            "forecast\twhat each of the coming months asks for, by credit line\n",
        ),
        (
            &["fenqi", "due", "--fail"],
            "--fail-overdue\tend with 1 if anything is overdue\n",
        ),
    ] {
        assert_eq!(completed(home, words), expected, "{words:?}");
    }
}

#[test]
fn a_name_that_is_hostile_explains_itself_in_one_harmless_line() {
    let home = tempfile::tempdir().unwrap();
    let mut command = fenqi(home.path(), &["--", "fenqi", "show", "phone"]);
    command.env("_FENQI_COMPLETE", "fish");
    let book = BOOK.replace("小米手机", "a\\n\\t$(reboot)\\u001b]0;x\\u0007");
    fs::write(home.path().join("book.toml"), book).unwrap();
    let shown = output(command);
    assert_eq!(shown, "phone\ta $(reboot)␛]0;x␇\nphone-case\tPhone case\n");
}

#[test]
fn the_scripts_work_in_the_shells_themselves() {
    let bash = "source <(fenqi completions bash)\nCOMP_WORDS=(fenqi pay ph)\nCOMP_CWORD=2\nCOMP_TYPE=9\n\
        _clap_complete_fenqi fenqi ph pay\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
    let zsh = "compdef() { :; }\n_describe() { print -l -- ${(P)${@[-1]}} }\n\
        source <(fenqi completions zsh)\nwords=(fenqi pay ph)\nCURRENT=3\n_clap_dynamic_completer_fenqi\n";
    let autoloaded = "compdef() { :; }\n_describe() { print -l -- ${(P)${@[-1]}} }\n\
        mkdir f\nfenqi completions zsh > f/_fenqi\nfpath=($PWD/f)\nautoload -Uz _fenqi\n\
        words=(fenqi pay ph)\nCURRENT=3\n_fenqi\n_fenqi\n";
    let fish = "fenqi completions fish | source\ncomplete -C 'fenqi pay ph'\n";
    let pwsh = "fenqi completions powershell | Out-String | Invoke-Expression\n\
        (TabExpansion2 'fenqi pay ph' 12).CompletionMatches.CompletionText\n";
    with(&["bash", "zsh", "fish", "pwsh"], |name, shell| {
        let described = "phone:小米手机\nphone-case:Phone case\n";
        let scripts = match name {
            "bash" => vec![(bash, "phone\nphone-case\n".to_owned())],
            "zsh" => vec![
                (zsh, described.to_owned()),
                (autoloaded, described.repeat(2)),
            ],
            "fish" => vec![(fish, described.replace(':', "\t"))],
            _ => vec![(pwsh, "phone\nphone-case\n".to_owned())],
        };
        for (text, expected) in scripts {
            let home = tempfile::tempdir().unwrap();
            let script = home.path().join("script.ps1");
            fs::write(&script, text).unwrap();
            let mut command = in_home(home.path(), shell);
            if name == "zsh" {
                command.arg("-f");
            }
            command.arg(&script);
            assert_eq!(output(command), expected, "{name}");
        }
    });
}

#[test]
fn every_command_has_a_page_in_the_manual() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    output(fenqi(home, &["man", "--out", "man1"]));
    let page = |name: &str| fs::read_to_string(home.join("man1").join(name)).unwrap();
    assert!(page("fenqi.1").contains("Exit codes:"));
    assert!(page("fenqi-pay.1").contains("fenqi pay phone"));
    assert_eq!(
        output(fenqi(home, &["man", "case", "open"])),
        page("fenqi-case-open.1")
    );
    assert!(page("fenqi-case-open.1").contains("\\-\\-kind"));
    let pages = fs::read_dir(home.join("man1")).unwrap().count();
    assert!(pages > 50, "{pages}");
    let again = fenqi(home, &["man", "--out", "man1"]).output().unwrap();
    assert_eq!(again.status.code(), Some(4), "{again:?}");
    output(fenqi(home, &["man", "--out", "man1", "--force"]));
    let unknown = fenqi(home, &["man", "pya"]).output().unwrap();
    assert!(
        String::from_utf8_lossy(&unknown.stderr).contains("pay"),
        "{unknown:?}"
    );
}
