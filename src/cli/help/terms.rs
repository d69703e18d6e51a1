//! What `--help` says of what is written down of plans, lines and ways to pay.

use crate::settings::texts::Texts;

/// What a command is for.
pub(super) fn about(command: &str, texts: Texts) -> Option<&'static str> {
    Some(match command {
        "set" => texts.help_set(),
        "line" => texts.help_line_command(),
        "line add" => texts.help_line_add(),
        "line set" => texts.help_line_set(),
        "line list" => texts.help_line_list(),
        "line remove" => texts.help_line_remove(),
        "method list" => texts.help_method_list(),
        "method remove" => texts.help_method_remove(),
        "method" => texts.help_method_command(),
        "method add" => texts.help_method_add(),
        "method set" => texts.help_method_set(),
        _ => return None,
    })
}

/// What an argument is for, where it is one of these commands.
pub(super) fn help(command: &str, id: &str, texts: Texts) -> Option<&'static str> {
    let mine = command.split(' ').next().unwrap_or_default();
    if !matches!(mine, "set" | "line" | "method") {
        return None;
    }
    Some(match id {
        "new_name" | "name" => texts.help_arg_name(),
        "limit" => texts.help_arg_total(),
        "provider" => texts.help_arg_provider_id(),
        "account" => texts.help_arg_account(),
        "temporary" => texts.help_arg_temporary(),
        "temporary_until" => texts.help_arg_temporary_until(),
        "frozen" => texts.help_arg_frozen(),
        "status" => texts.help_arg_status(),
        "identity_expires" => texts.help_arg_identity(),
        "restore_days" => texts.help_arg_restore_days(),
        "grace_days" => texts.help_arg_grace_days(),
        "min_purchase" => texts.help_arg_min_purchase(),
        "region" => texts.help_arg_region(),
        "maintenance" => texts.help_arg_maintenance(),
        "maintenance_note" => texts.help_arg_maintenance_note(),
        "bill_day" => texts.help_arg_bill_day(),
        "bill_due" => texts.help_arg_bill_due(),
        "from" if mine == "set" => texts.help_arg_fee_from(),
        "method" => texts.help_arg_method(),
        "method_kind" => texts.help_arg_method_kind(),
        "last4" => texts.help_arg_last4(),
        "per_payment_limit" => texts.help_arg_per_payment(),
        "expires" => texts.help_arg_expires(),
        "balance" => texts.help_arg_balance(),
        "on" if mine == "line" => texts.help_arg_since(),
        "why" if mine == "line" => texts.help_arg_since_why(),
        _ => return None,
    })
}
