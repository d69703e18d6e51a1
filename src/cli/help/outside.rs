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
        "status" => texts.help_status(),
        "remind" => texts.help_remind(),
        "format" => texts.help_arg_status_format(),
        "notify" => texts.help_arg_notify(),
        _ => "",
    }
}

/// How a command is typed, a line each.
pub(super) fn examples(command: &str) -> &'static [&'static str] {
    match command {
        "export" | "export ics" => &[
            "fenqi export ics --out fenqi.ics --force",
            "fenqi export ics --alarm 3",
        ],
        "export csv" => &[
            "fenqi export csv --out fenqi.csv",
            "fenqi export csv --table payments --raw",
        ],
        "export json" => &["fenqi export json --out fenqi.json"],
        "export hledger" => &[
            "fenqi export hledger --out fenqi.journal",
            "fenqi export hledger --future",
        ],
        "export beancount" => &["fenqi export beancount --out fenqi.beancount"],
        "status" => &["fenqi status", "fenqi status --format waybar"],
        "remind" => &["fenqi remind --notify", "fenqi remind --days 3"],
        _ => &[],
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
        _ => "",
    }
}
