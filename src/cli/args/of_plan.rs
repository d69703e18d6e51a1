//! The words and flags of what happens to a plan.

use clap::Args;

use super::terms::PlanFlags;

#[derive(Debug, Args)]
pub(in crate::cli) struct Add {
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) item: String,
    #[arg(
        long,
        value_name = "AMOUNT",
        allow_negative_numbers = true,
        required_unless_present = "principal"
    )]
    pub(in crate::cli) price: Option<String>,
    #[arg(
        long,
        value_name = "AMOUNT",
        allow_negative_numbers = true,
        requires = "price"
    )]
    pub(in crate::cli) down: Option<String>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=600))]
    pub(in crate::cli) periods: u32,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) note: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) id: Option<String>,
    #[arg(long, value_name = "PLAN")]
    pub(in crate::cli) replaces: Option<String>,
    #[arg(long)]
    pub(in crate::cli) above_cap: bool,
    #[command(flatten)]
    pub(in crate::cli) terms: PlanFlags,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Settle {
    #[arg(value_name = "PLAN", required = true)]
    pub(in crate::cli) plan: Vec<String>,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) on: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) amount: Option<String>,
    #[arg(long, conflicts_with_all = ["amount", "dry_run"])]
    pub(in crate::cli) quote: bool,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Refund {
    #[arg(value_name = "PLAN")]
    pub(in crate::cli) plan: String,
    #[arg(value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) amount: String,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) on: Option<String>,
    #[arg(long = "ref", value_name = "REF")]
    pub(in crate::cli) reference: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Defer {
    #[arg(value_name = "PLAN", required = true)]
    pub(in crate::cli) plan: Vec<String>,
    #[arg(long, value_name = "K", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub(in crate::cli) n: u32,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) to: String,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) fee: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Pause {
    #[arg(value_name = "PLAN", required = true)]
    pub(in crate::cli) plan: Vec<String>,
    #[arg(
        long,
        value_name = "DATE",
        allow_negative_numbers = true,
        required_unless_present = "resume"
    )]
    pub(in crate::cli) until: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "until")]
    pub(in crate::cli) why: Option<String>,
    #[arg(long, conflicts_with = "until")]
    pub(in crate::cli) resume: bool,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Amend {
    #[arg(value_name = "PLAN", required = true)]
    pub(in crate::cli) plan: Vec<String>,
    #[arg(long, value_name = "K", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub(in crate::cli) n: u32,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) due: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) principal: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) fee: Option<String>,
    #[arg(long)]
    pub(in crate::cli) and_later: bool,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Note {
    #[arg(value_name = "PLAN")]
    pub(in crate::cli) plan: String,
    #[arg(value_name = "TEXT")]
    pub(in crate::cli) text: Vec<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Remove {
    #[arg(value_name = "PLAN", required = true)]
    pub(in crate::cli) plan: Vec<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Edit {
    #[arg(value_name = "PLAN")]
    pub(in crate::cli) plan: Vec<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Verify {
    #[arg(value_name = "PLAN")]
    pub(in crate::cli) plan: Vec<String>,
    #[arg(long, value_name = "K", requires = "plan", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub(in crate::cli) n: Option<u32>,
    #[arg(
        long,
        value_name = "DATE",
        requires = "plan",
        allow_negative_numbers = true
    )]
    pub(in crate::cli) on: Option<String>,
    #[arg(long, requires = "plan")]
    pub(in crate::cli) dry_run: bool,
}
