//! What a shell completes. Its script calls the program back with the words typed so far, so that
//! ids come from the book as it is and flags from the definition of the command line.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use clap::{Arg, Command, ValueHint};
use clap_complete::CompletionCandidate;
use clap_complete::engine::ArgValueCandidates;
use clap_complete::env::Shells;

use super::file::Source;
use super::help;
use super::run::{Chosen, argument, source};
use crate::document::Document;
use crate::domain::Book;
use crate::export::plain::plain;
use crate::runtime::clock;
use crate::settings::texts::Texts;
use crate::settings::theme::ThemeChoice;

/// The variable by which a script says that it asks, and for which shell.
const VARIABLE: &str = "_FENQI_COMPLETE";

/// In a directory of `$fpath` the script is itself the function that zsh calls, at first too.
const ZSH_AUTOLOADED: &str = r#"
if [[ "${funcstack[1]}" == "_fenqi" ]]; then
    _clap_dynamic_completer_fenqi "$@"
fi
"#;

/// The script for a shell.
pub(super) fn script(shell: &str) -> String {
    let mut script = Vec::new();
    if let Some(shell) = Shells::builtins().completer(shell) {
        // Writing to memory cannot fail.
        let _ = shell.write_registration(VARIABLE, "fenqi", "fenqi", "fenqi", &mut script);
    }
    let mut script = String::from_utf8(script).unwrap_or_default();
    if shell == "zsh" {
        script.push_str(ZSH_AUTOLOADED);
    }
    script
}

/// The answer to a script that asks; `None` where none does.
pub(super) fn asked(arguments: &[OsString]) -> Option<String> {
    let shell = std::env::var(VARIABLE).ok()?;
    let shells = Shells::builtins();
    let shell = shells.completer(&shell)?;
    let typed = arguments.iter().skip_while(|word| *word != "--").skip(1);
    let words: Vec<OsString> = typed.cloned().collect();
    let chosen = Chosen::of(&words);
    let texts = Texts::new(chosen.lang());
    let mut command = completing(&words, &chosen, texts);
    let mut answer = Vec::new();
    let here = std::env::current_dir().ok();
    shell
        .write_complete(&mut command, words, here.as_deref(), &mut answer)
        .ok()?;
    String::from_utf8(answer).ok()
}

/// The command line with what each argument may be.
fn completing(words: &[OsString], chosen: &Chosen, texts: Texts) -> Command {
    let file = argument(words, "--file");
    let demo = words.iter().any(|word| word == "--demo");
    let source = source(demo, file.as_deref().map(Path::new), chosen, texts).ok();
    let themes = ThemeChoice::names()
        .map(str::to_owned)
        .chain(chosen.own_themes());
    let known = Arc::new(Known {
        source,
        themes: themes.collect(),
        texts,
    });
    let of = |known: &Arc<Known>, command: String| {
        let known = Arc::clone(known);
        move |arg: Arg| known.completed(&command, arg)
    };
    help::command(texts)
        .mut_args(of(&known, String::new()))
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            sub.mut_args(of(&known, name.clone()))
                .mut_subcommands(|act| act.mut_args(of(&known, name.clone())))
        })
}

/// What is known of the surroundings; the book is opened only where an id is asked for.
struct Known {
    source: Option<Source>,
    themes: Vec<String>,
    texts: Texts,
}

impl Known {
    fn completed(self: &Arc<Self>, command: &str, arg: Arg) -> Arg {
        let candidates: fn(&Self) -> Vec<CompletionCandidate> =
            match (command, arg.get_id().as_str()) {
                (_, "file" | "config" | "path" | "out" | "proof_path") => {
                    return arg.value_hint(ValueHint::FilePath);
                }
                (_, "dir") => return arg.value_hint(ValueHint::DirPath),
                ("man", "command") => |_| commands(),
                (_, "plan" | "query" | "replaces") => |known| known.of_book(plans),
                (_, "line") => |known| known.of_book(lines),
                ("rules", "provider") => |known| known.of_book(lines),
                (_, "via" | "autopay") => |known| known.of_book(methods),
                (_, "case") => |known| known.of_book(cases),
                (_, "subject") => |known| known.of_book(subjects),
                (_, "theme") => |known| known.themes.iter().map(CompletionCandidate::new).collect(),
                (_, "lang") => |_| ["zh", "en"].map(CompletionCandidate::new).into(),
                _ => return arg,
            };
        let known = Arc::clone(self);
        arg.add(ArgValueCandidates::new(move || candidates(&known)))
    }

    fn of_book(
        &self,
        candidates: fn(&Book) -> Vec<CompletionCandidate>,
    ) -> Vec<CompletionCandidate> {
        let text = self
            .source
            .as_ref()
            .map(|source| source.read(clock::now().day(), self.texts));
        let document = text.and_then(|text| Document::parse(text.ok()?).ok());
        document
            .map(|document| candidates(document.book()))
            .unwrap_or_default()
    }
}

/// An id with its name as explanation.
fn named(id: &str, name: &str) -> CompletionCandidate {
    CompletionCandidate::new(id).help(Some(plain(name).into()))
}

fn plans(book: &Book) -> Vec<CompletionCandidate> {
    let plans = book.plans.iter();
    plans
        .map(|plan| named(plan.id.as_str(), &plan.item))
        .collect()
}

fn lines(book: &Book) -> Vec<CompletionCandidate> {
    let lines = book.lines.iter();
    lines
        .map(|line| named(line.id.as_str(), &line.name))
        .collect()
}

fn subjects(book: &Book) -> Vec<CompletionCandidate> {
    plans(book).into_iter().chain(lines(book)).collect()
}

fn methods(book: &Book) -> Vec<CompletionCandidate> {
    let methods = book.methods.iter();
    methods
        .map(|method| named(method.id.as_str(), &method.name))
        .collect()
}

fn cases(book: &Book) -> Vec<CompletionCandidate> {
    let about = |case: &crate::domain::case::Case| {
        let plan = case.plan.as_ref().map(|plan| plan.as_str().to_owned());
        let line = case.line.as_ref().map(|line| line.as_str().to_owned());
        named(case.id.as_str(), &plan.or(line).unwrap_or_default())
    };
    book.cases.iter().map(about).collect()
}

fn commands() -> Vec<CompletionCandidate> {
    let commands = help::command(Texts::new(crate::settings::texts::Lang::En));
    let names = commands
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned());
    names.map(CompletionCandidate::new).collect()
}
