//! The words and flags of bills and messages.

use std::ffi::OsString;

use clap::Args;

/// What a bill means for the book.
#[derive(Debug, Args)]
pub(in crate::cli) struct Import {
    #[arg(value_name = "FILE")]
    pub(in crate::cli) path: OsString,
    #[arg(long, value_name = "FORMAT")]
    pub(in crate::cli) from: Option<String>,
    #[arg(long = "row", value_name = "LINE", allow_negative_numbers = true)]
    pub(in crate::cli) rows: Vec<usize>,
    #[arg(long)]
    pub(in crate::cli) partial: bool,
    #[arg(long)]
    pub(in crate::cli) yes: bool,
}

/// What a message says.
#[derive(Debug, Args)]
pub(in crate::cli) struct Sms {
    #[arg(long)]
    pub(in crate::cli) yes: bool,
}
