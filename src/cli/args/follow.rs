//! What the commands about follow-ups, places to pay and refusals understand.

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(in crate::cli) struct Case {
    #[command(subcommand)]
    pub(in crate::cli) act: CaseAct,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum CaseAct {
    Open(CaseOpen),
    Log(CaseLog),
    Close(CaseClose),
    List(CaseList),
    Show(CaseShow),
    Export(CaseShow),
    Proof(CaseProof),
    Answer(CaseAnswer),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CaseOpen {
    #[arg(value_name = "LINE|PLAN", required = true)]
    pub(in crate::cli) subject: Vec<String>,
    #[arg(long, value_name = "KIND", value_parser = KINDS)]
    pub(in crate::cli) kind: Option<String>,
    #[arg(long, value_name = "K", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub(in crate::cli) n: Option<u32>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) said: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) on: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) next: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

/// The words after `--kind`.
const KINDS: [&str; 7] = [
    "limit-not-restored",
    "refused",
    "payment-failed",
    "wrong-amount",
    "entry-moved",
    "refund",
    "other",
];

#[derive(Debug, Args)]
pub(in crate::cli) struct CaseLog {
    #[arg(value_name = "CASE")]
    pub(in crate::cli) case: String,
    #[arg(value_name = "TEXT")]
    pub(in crate::cli) log_text: Vec<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) on: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) promise: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) next: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CaseClose {
    #[arg(value_name = "CASE")]
    pub(in crate::cli) case: String,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) outcome: String,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) on: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CaseList {
    #[arg(long)]
    pub(in crate::cli) all: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CaseShow {
    #[arg(value_name = "CASE")]
    pub(in crate::cli) case: String,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CaseProof {
    #[arg(value_name = "CASE")]
    pub(in crate::cli) case: String,
    #[arg(value_name = "PATH")]
    pub(in crate::cli) proof_path: std::path::PathBuf,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CaseAnswer {
    #[arg(value_name = "CASE")]
    pub(in crate::cli) case: String,
    #[arg(value_name = "QUESTION=yes|no")]
    pub(in crate::cli) answer: String,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(in crate::cli) struct Way {
    #[arg(value_name = "LINE")]
    pub(in crate::cli) line: Vec<String>,
    #[command(subcommand)]
    pub(in crate::cli) act: Option<WayAct>,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum WayAct {
    Add(WayAdd),
    Move(WayMove),
    Close(WayN),
    Confirm(WayN),
    Contact(WayContact),
    Notice(WayNotice),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct WayContact {
    #[arg(value_name = "LINE")]
    pub(in crate::cli) line: String,
    #[arg(long, value_name = "NUMBER", required_unless_present = "service")]
    pub(in crate::cli) hotline: Option<String>,
    #[arg(long, value_name = "PATH")]
    pub(in crate::cli) service: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct WayNotice {
    #[arg(value_name = "LINE")]
    pub(in crate::cli) line: String,
    #[arg(value_name = "TEXT", required = true)]
    pub(in crate::cli) notice: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) source: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) when: When,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct WayAdd {
    #[arg(value_name = "LINE")]
    pub(in crate::cli) line: String,
    #[arg(value_name = "PATH", required = true)]
    pub(in crate::cli) way_path: Vec<String>,
    #[arg(long, value_name = "LOGIN")]
    pub(in crate::cli) login: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) note: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) when: When,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct WayMove {
    #[arg(value_name = "LINE")]
    pub(in crate::cli) line: String,
    #[arg(long, value_name = "PATH")]
    pub(in crate::cli) to: String,
    #[arg(long, value_name = "K")]
    pub(in crate::cli) n: Option<usize>,
    #[command(flatten)]
    pub(in crate::cli) when: When,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct WayN {
    #[arg(value_name = "LINE")]
    pub(in crate::cli) line: String,
    #[arg(long, value_name = "K")]
    pub(in crate::cli) n: Option<usize>,
    #[command(flatten)]
    pub(in crate::cli) when: When,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct When {
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) on: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

impl When {
    /// The day as it was typed, and whether it is only a try.
    pub(in crate::cli) fn parts(&self) -> (Option<&str>, bool) {
        (self.on.as_deref(), self.dry_run)
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Refused {
    #[arg(value_name = "LINE")]
    pub(in crate::cli) line: String,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) item: Option<String>,
    #[arg(long, value_name = "AMOUNT")]
    pub(in crate::cli) amount: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) said: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(in crate::cli) retry: Option<String>,
    #[arg(long, value_name = "QUESTION=yes|no")]
    pub(in crate::cli) answer: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) when: When,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Failed {
    #[arg(value_name = "PLAN", required = true)]
    pub(in crate::cli) plan: Vec<String>,
    #[arg(long, value_name = "K", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub(in crate::cli) n: Option<u32>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) said: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) when: When,
}
