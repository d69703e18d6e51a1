//! What `--help` says of the commands that speak to other programs.

use crate::settings::texts::Texts;

/// What a command is for; the part of a command after a blank.
pub(super) fn about(command: &str, texts: Texts) -> &'static str {
    match command {
        "export" => texts.help_export(),
        "export ics" => texts.help_export_ics(),
        "export csv" => texts.help_export_csv(),
        "export json" => texts.help_export_json(),
        "export hledger" => texts.help_export_hledger(),
        "export beancount" => texts.help_export_beancount(),
        "completions" => texts.help_completions(),
        "man" => texts.help_man(),
        "status" => texts.help_status(),
        "remind" => texts.help_remind(),
        _ => "",
    }
}

/// What an argument is for, where it is one of these commands.
pub(super) fn help(id: &str, texts: Texts) -> &'static str {
    match id {
        "out" => texts.help_arg_out(),
        "force" => texts.help_arg_force(),
        "alarm" => texts.help_arg_alarm(),
        "table" => texts.help_arg_table(),
        "raw" => texts.help_arg_raw(),
        "future" => texts.help_arg_future(),
        "format" => texts.help_arg_status_format(),
        "shell" => texts.help_arg_shell(),
        "command" => texts.help_arg_man_command(),
        "dir" => texts.help_arg_man_out(),
        "notify" => texts.help_arg_notify(),
        _ => "",
    }
}
