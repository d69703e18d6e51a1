//! What `--help` says of bills and messages.

use crate::settings::texts::Texts;

/// What a command is for.
pub(super) fn about(command: &str, texts: Texts) -> &'static str {
    match command {
        "import" => texts.help_import(),
        "sms" => texts.help_sms(),
        _ => "",
    }
}

/// What an argument is for, where it is one of these commands.
pub(super) fn help(command: &str, id: &str, texts: Texts) -> Option<&'static str> {
    Some(match (command, id) {
        ("import", "path") => texts.help_arg_import_path(),
        ("import", "from") => texts.help_arg_import_from(),
        ("import", "rows") => texts.help_arg_import_row(),
        ("import", "partial") => texts.help_arg_import_partial(),
        ("import", "yes") => texts.help_arg_import_yes(),
        ("sms", "yes") => texts.help_arg_sms_yes(),
        _ => return None,
    })
}
