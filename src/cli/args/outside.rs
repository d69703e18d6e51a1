//! What the commands understand that speak to other programs.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::status::Bar;

#[derive(Debug, Args)]
pub(in crate::cli) struct Export {
    #[command(subcommand)]
    pub(in crate::cli) format: ExportFormat,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ExportFormat {
    Ics(ExportIcs),
    Csv(ExportCsv),
    Json(ExportJson),
    #[command(visible_alias = "ledger")]
    Hledger(ExportLedger),
    Beancount(ExportLedger),
}

/// Where an export goes.
#[derive(Debug, Args)]
pub(in crate::cli) struct Out {
    #[arg(long, value_name = "PATH")]
    pub(in crate::cli) out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    pub(in crate::cli) force: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ExportIcs {
    #[arg(long, value_name = "DAYS", default_value_t = 1, hide_default_value = true,
        allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(0..=60))]
    pub(in crate::cli) alarm: u32,
    #[command(flatten)]
    pub(in crate::cli) to: Out,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ExportCsv {
    #[arg(long, value_name = "TABLE", default_value = "installments", hide_default_value = true,
        value_parser = ["installments", "payments", "plans"])]
    pub(in crate::cli) table: String,
    #[arg(long)]
    pub(in crate::cli) raw: bool,
    #[command(flatten)]
    pub(in crate::cli) to: Out,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ExportJson {
    #[command(flatten)]
    pub(in crate::cli) to: Out,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ExportLedger {
    #[arg(long)]
    pub(in crate::cli) future: bool,
    #[command(flatten)]
    pub(in crate::cli) to: Out,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Status {
    #[arg(long, value_name = "FORMAT", default_value = "plain", hide_default_value = true,
        value_parser = ["plain", "json", "waybar", "tmux", "starship"])]
    pub(in crate::cli) format: String,
    #[arg(long)]
    pub(in crate::cli) hide_amounts: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Remind {
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(in crate::cli) days: Option<u32>,
    #[arg(long)]
    pub(in crate::cli) notify: bool,
}

impl Status {
    /// The bar or prompt it is for.
    pub(in crate::cli) fn bar(&self) -> Option<Bar> {
        match self.format.as_str() {
            "waybar" => Some(Bar::Waybar),
            "tmux" => Some(Bar::Tmux),
            "starship" => Some(Bar::Starship),
            _ => None,
        }
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Completions {
    #[arg(value_name = "SHELL", value_parser = ["bash", "zsh", "fish", "powershell", "elvish"])]
    pub(in crate::cli) shell: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Man {
    #[arg(value_name = "COMMAND", conflicts_with = "dir")]
    pub(in crate::cli) command: Vec<String>,
    #[arg(long = "out", value_name = "DIR")]
    pub(in crate::cli) dir: Option<PathBuf>,
    #[arg(long, requires = "dir")]
    pub(in crate::cli) force: bool,
}
