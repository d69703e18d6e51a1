//! What `--help` says, in both languages.

use clap::{Arg, Command, CommandFactory};

mod bills;
mod examples;
mod follow;
mod outside;
mod terms;

use super::args::Cli;
use crate::settings::texts::Texts;

/// The command line with its help in words.
pub(super) fn command(texts: Texts) -> Command {
    let usage = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        texts.help_usage()
    );
    let template = usage.clone();
    let worded = Cli::command()
        .about(texts.help_fenqi())
        .help_template(usage)
        .subcommand_help_heading(texts.help_commands())
        .after_help(format!(
            "{}\n\n{}",
            examples_text("", texts),
            texts.help_exit_codes()
        ));
    worded
        .mut_args(|arg| worded_arg(arg, "", texts))
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            let sub = worded_command(sub, &name, &template, texts);
            sub.mut_subcommands(|act| {
                let name = format!("{name} {}", act.get_name());
                worded_command(act, &name, &template, texts)
            })
        })
}

fn worded_command(command: Command, name: &str, template: &str, texts: Texts) -> Command {
    command
        .about(about(name, texts))
        .help_template(template.to_owned())
        .subcommand_help_heading(texts.help_commands())
        .after_help(examples_text(name, texts))
        .mut_args(|arg| worded_arg(arg, name, texts))
}

fn worded_arg(arg: Arg, command: &str, texts: Texts) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let heading = match id.as_str() {
        "keys" | "print" | "size" | "no_mouse" | "hide_amounts" if command.is_empty() => {
            texts.help_dashboard()
        }
        _ if command.is_empty() => texts.help_everywhere(),
        _ if arg.is_positional() => texts.help_arguments(),
        _ => texts.help_options(),
    };
    arg.help(help(command, &id, texts)).help_heading(heading)
}

/// What a command is for.
fn about(command: &str, texts: Texts) -> &'static str {
    match command {
        "due" => texts.help_due(),
        "plans" => texts.help_plans(),
        "show" => texts.help_show(),
        "limit" => texts.help_limit(),
        "can" => texts.help_can(),
        "offers" => texts.help_offers(),
        "unlock" => texts.help_unlock(),
        "alerts" => texts.help_alerts(),
        "pay" => texts.help_pay(),
        "unpay" => texts.help_unpay(),
        "undo" => texts.help_undo(),
        "redo" => texts.help_redo(),
        "restored" => texts.help_restored(),
        "verify" => texts.help_verify(),
        "seen" => texts.help_seen(),
        "cost" => texts.help_cost(),
        "forecast" => texts.help_forecast(),
        "funds" => texts.help_funds(),
        "init" => texts.help_init(),
        "doctor" => texts.help_doctor(),
        "rules" => texts.help_rules(),
        "keys" => texts.help_keys(),
        "config" => texts.help_config(),
        command => about_plan(command, texts),
    }
}

/// What the commands are for that say what happens to a plan.
fn about_plan(command: &str, texts: Texts) -> &'static str {
    match command {
        "add" => texts.help_add(),
        "settle" => texts.help_settle(),
        "refund" => texts.help_refund(),
        "defer" => texts.help_defer(),
        "pause" => texts.help_pause(),
        "amend" => texts.help_amend(),
        "note" => texts.help_note(),
        "remove" => texts.help_remove(),
        "edit" => texts.help_edit(),
        command => Some(follow::about(command, texts))
            .filter(|about| !about.is_empty())
            .or_else(|| terms::about(command, texts))
            .unwrap_or_else(|| outside::about(command, texts)),
    }
}

/// The examples under their heading; nothing where there are none.
fn examples_text(command: &str, texts: Texts) -> String {
    let lines: Vec<_> = examples::of(command)
        .iter()
        .map(|example| format!("\n  {example}"))
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("{}:{}", texts.help_examples(), lines.concat())
}

/// What an argument of a command is for; the command is empty for what goes everywhere.
fn help(command: &str, id: &str, texts: Texts) -> &'static str {
    match (command, id) {
        ("remind", "days") => texts.help_arg_remind_days(),
        ("due" | "can", "line") => texts.help_arg_only_line(),
        ("rules", "line") => texts.help_arg_rules_line(),
        ("limit", "on") => texts.help_arg_on_limit(),
        ("can" | "offers", "amount") => texts.help_arg_price(),
        ("offers", "periods") => texts.help_arg_offers_periods(),
        ("unlock", "amount") => texts.help_arg_wanted(),
        ("unlock", "by") => texts.help_arg_wanted_by(),
        ("seen", "amount") => texts.help_arg_shown(),
        ("verify", "plan") => texts.help_arg_verify_plan(),
        ("verify", "n") => texts.help_arg_verify_n(),
        ("settle", "amount") => texts.help_arg_settled(),
        ("refund", "amount") => texts.help_arg_refunded(),
        ("add", "line") => texts.help_arg_add_line(),
        ("add", "principal") => texts.help_arg_principal_add(),
        ("defer", "fee") => texts.help_arg_defer_fee(),
        ("amend", "principal") => texts.help_arg_amend_principal(),
        ("amend", "fee") => texts.help_arg_amend_fee(),
        ("edit", "plan") => texts.help_arg_edit_plan(),
        (command, id) if follow::help(command, id, texts).is_some() => {
            follow::help(command, id, texts).unwrap_or_default()
        }
        (command, id) if terms::help(command, id, texts).is_some() => {
            terms::help(command, id, texts).unwrap_or_default()
        }
        (_, "file") => texts.help_arg_file(),
        (_, "today") => texts.help_arg_today(),
        (_, "lang") => texts.help_arg_lang(),
        (_, "color") => texts.help_arg_color(),
        (_, "theme") => texts.help_arg_theme_names(),
        (_, "ascii") => texts.help_arg_ascii(),
        (_, "hide_amounts") => texts.help_arg_hide_amounts(),
        (_, "no_mouse") => texts.help_arg_no_mouse(),
        (_, "config") => texts.help_arg_config(),
        ("config", "default") => texts.help_arg_config_default(),
        (_, "demo") => texts.help_arg_demo(),
        (_, "json") => texts.help_arg_json(),
        (_, "help") => texts.help_arg_help(),
        (_, "version") => texts.help_arg_version(),
        (_, "keys") => texts.help_arg_keys(),
        (_, "print") => texts.help_arg_print(),
        (_, "size") => texts.help_arg_size(),
        _ => own_help(id, texts),
    }
}

/// What an argument is for that means the same in every command that has it.
fn own_help(id: &str, texts: Texts) -> &'static str {
    match id {
        "days" => texts.help_arg_days(),
        "months" => texts.help_arg_months(),
        "fail_overdue" => texts.help_arg_fail_overdue(),
        "query" => texts.help_arg_query(),
        "all" => texts.help_arg_all(),
        "plan" => texts.help_arg_plan(),
        "line" => texts.help_arg_line(),
        "periods" => texts.help_arg_periods(),
        "down" => texts.help_arg_down(),
        "by" => texts.help_arg_by(),
        "cash" => texts.help_arg_cash(),
        "n" => texts.help_arg_n(),
        "amount" => texts.help_arg_amount(),
        "on" => texts.help_arg_on(),
        "via" => texts.help_arg_via(),
        "reference" => texts.help_arg_ref(),
        "list" => texts.help_arg_list(),
        "offer" => texts.help_arg_offer(),
        "principal" => texts.help_arg_principal(),
        "fee" => texts.help_arg_fee(),
        "currency" => texts.help_arg_currency(),
        "path" => texts.help_arg_doctor(),
        "prove" => texts.help_arg_prove(),
        "provider" => texts.help_arg_provider(),
        "price" => texts.help_arg_price(),
        "dry_run" => texts.help_arg_dry_run(),
        "prepay" => texts.help_arg_prepay(),
        id => help_of_plan(id, texts),
    }
}

/// What an argument is for that says something of a plan.
fn help_of_plan(id: &str, texts: Texts) -> &'static str {
    match id {
        "item" => texts.help_arg_item(),
        "balloon" => texts.help_arg_balloon(),
        "first_due" => texts.help_arg_first_due(),
        "due_day" => texts.help_arg_due_day(),
        "every" => texts.help_arg_every(),
        "bought" => texts.help_arg_bought(),
        "posted" => texts.help_arg_posted(),
        "merchant" => texts.help_arg_merchant(),
        "order" => texts.help_arg_order(),
        "autopay" => texts.help_arg_autopay(),
        "paid_through" => texts.help_arg_paid_through(),
        "note" => texts.help_arg_note(),
        "id" => texts.help_arg_id(),
        "replaces" => texts.help_arg_replaces(),
        "above_cap" => texts.help_arg_above_cap(),
        "quote" => texts.help_arg_quote(),
        "to" => texts.help_arg_to(),
        "until" => texts.help_arg_until(),
        "why" => texts.help_arg_why(),
        "resume" => texts.help_arg_resume(),
        "due" => texts.help_arg_due(),
        "and_later" => texts.help_arg_and_later(),
        "text" => texts.help_arg_text(),
        id => outside::help(id, texts),
    }
}

#[cfg(test)]
mod tests {
    use super::{Texts, command, examples};
    use crate::settings::texts::Lang;

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            let mut whole = command(Texts::new(lang));
            whole.build();
            let acts = whole
                .get_subcommands()
                .flat_map(clap::Command::get_subcommands);
            let all = std::iter::once(&whole).chain(whole.get_subcommands());
            for command in all.chain(acts) {
                assert!(
                    command
                        .get_about()
                        .is_some_and(|about| !about.to_string().is_empty())
                );
                for arg in command.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{} {}", command.get_name(), arg.get_id());
                }
            }
        }
    }

    /// What of an example is typed to this program: without pipes and quotes.
    fn words(example: &str) -> Vec<String> {
        let from = example.find("fenqi").unwrap();
        let (_, typed) = example.split_at(from);
        let typed = typed.split(['|', '<', '>', ')']).next().unwrap();
        let (mut words, mut quoted) = (vec![String::new()], false);
        for char in typed.trim().chars() {
            match char {
                '\'' => quoted = !quoted,
                ' ' if !quoted => words.push(String::new()),
                char => words.last_mut().unwrap().push(char),
            }
        }
        words
    }

    #[test]
    fn every_command_has_an_example_and_each_is_understood() {
        let whole = command(Texts::new(Lang::En));
        let mut names = vec![String::new()];
        for sub in whole.get_subcommands() {
            names.push(sub.get_name().to_owned());
            let acts = sub.get_subcommands();
            names.extend(acts.map(|act| format!("{} {}", sub.get_name(), act.get_name())));
        }
        for name in names {
            let found = examples::of(&name);
            assert!(!found.is_empty(), "{name} has no example");
            for example in found {
                let words = words(example);
                let begins = words[1..].join(" ").starts_with(&name) || name == "export";
                assert!(begins, "{example} is not of {name}");
                let parsed = command(Texts::new(Lang::En)).try_get_matches_from(&words);
                assert!(parsed.is_ok(), "{example}: {}", parsed.unwrap_err());
            }
        }
    }

    #[test]
    fn the_definition_of_the_command_line_is_sound() {
        command(Texts::new(Lang::En)).debug_assert();
    }
}
