//! What `--help` says of follow-ups, places to pay and refusals.

use super::bills;
use crate::settings::texts::Texts;

/// What a command is for; the part of a command after a blank.
pub(super) fn about(command: &str, texts: Texts) -> &'static str {
    match command {
        "case" => texts.help_case(),
        "case open" => texts.help_case_open(),
        "case log" => texts.help_case_log(),
        "case close" => texts.help_case_close(),
        "case list" => texts.help_case_list(),
        "case show" => texts.help_case_show(),
        "case export" => texts.help_case_export(),
        "case proof" => texts.help_case_proof(),
        "case answer" => texts.help_case_answer(),
        "way" => texts.help_way(),
        "way add" => texts.help_way_add(),
        "way move" => texts.help_way_move(),
        "way close" => texts.help_way_close(),
        "way confirm" => texts.help_way_confirm(),
        "way contact" => texts.help_way_contact(),
        "way notice" => texts.help_way_notice(),
        "refused" => texts.help_refused(),
        "failed" => texts.help_failed(),
        command => bills::about(command, texts),
    }
}

/// What an argument is for, where it is one of these commands.
pub(super) fn help(command: &str, id: &str, texts: Texts) -> Option<&'static str> {
    let mine = command.split(' ').next().unwrap_or_default();
    if (command, id) == ("can", "item") {
        return Some(texts.help_arg_can_item());
    }
    if !matches!(mine, "case" | "way" | "refused" | "failed") {
        return bills::help(command, id, texts);
    }
    Some(match (command, id) {
        ("refused", "item") => texts.help_arg_refused_item(),
        ("refused", "amount") => texts.help_arg_price(),
        ("way" | "way add" | "way move" | "way close" | "way confirm", "n") => {
            texts.help_arg_way_n()
        }
        ("way move", "to") => texts.help_arg_way_to(),
        (_, "subject") => texts.help_arg_subject(),
        (_, "case") => texts.help_arg_case(),
        (_, "kind") => texts.help_arg_kind(),
        (_, "next") => texts.help_arg_next(),
        (_, "said") => texts.help_arg_said(),
        (_, "log_text") => texts.help_arg_log_text(),
        (_, "promise") => texts.help_arg_promise(),
        (_, "outcome") => texts.help_arg_outcome(),
        (_, "all") => texts.help_arg_all_cases(),
        (_, "proof_path") => texts.help_arg_proof_path(),
        (_, "answer") => texts.help_arg_answer(),
        (_, "way_path") => texts.help_arg_way_path(),
        (_, "hotline") => texts.help_arg_hotline(),
        (_, "service") => texts.help_arg_service(),
        (_, "source") => texts.help_arg_source(),
        (_, "notice") => texts.help_arg_notice(),
        (_, "login") => texts.help_arg_login(),
        (_, "retry") => texts.help_arg_retry(),
        (_, "on") => texts.help_arg_on_way(),
        _ => return None,
    })
}
