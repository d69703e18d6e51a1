//! The words and flags of what is written down of plans, lines and ways to pay.

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(in crate::cli) struct SetPlan {
    #[arg(value_name = "PLAN", required = true)]
    pub(in crate::cli) plan: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) item: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) price: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) down: Option<String>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=600))]
    pub(in crate::cli) periods: Option<u32>,
    #[arg(long, value_name = "K", requires = "fee", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub(in crate::cli) from: Option<u32>,
    #[command(flatten)]
    pub(in crate::cli) terms: PlanFlags,
}

/// What a plan is written down with, new or corrected.
#[derive(Debug, Args)]
pub(in crate::cli) struct PlanFlags {
    #[arg(long, value_name = "LINE")]
    pub(in crate::cli) line: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) principal: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) balloon: Option<String>,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) first_due: Option<String>,
    #[arg(long, value_name = "DAY", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=31))]
    pub(in crate::cli) due_day: Option<u32>,
    #[arg(long, value_name = "DISTANCE")]
    pub(in crate::cli) every: Option<String>,
    #[arg(long, value_name = "MODEL:RATE")]
    pub(in crate::cli) fee: Option<String>,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) bought: Option<String>,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) posted: Option<String>,
    #[arg(long, value_name = "SHOP")]
    pub(in crate::cli) merchant: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub(in crate::cli) order: Option<String>,
    #[arg(long, value_name = "METHOD")]
    pub(in crate::cli) autopay: Option<String>,
    #[arg(long, value_name = "K", allow_negative_numbers = true)]
    pub(in crate::cli) paid_through: Option<u32>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Line {
    #[command(subcommand)]
    pub(in crate::cli) act: LineAct,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum LineAct {
    List,
    Add(Box<LineAdd>),
    Set(Box<LineSet>),
    Remove(LineRemove),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct LineRemove {
    #[arg(value_name = "LINE")]
    pub(in crate::cli) line: String,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct LineAdd {
    #[arg(value_name = "NAME")]
    pub(in crate::cli) new_name: String,
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) id: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(in crate::cli) currency: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) terms: LineFlags,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct LineSet {
    #[arg(value_name = "LINE")]
    pub(in crate::cli) line: String,
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
    #[arg(
        long,
        value_name = "DATE",
        allow_negative_numbers = true,
        requires = "limit"
    )]
    pub(in crate::cli) on: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "limit")]
    pub(in crate::cli) why: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) terms: LineFlags,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct LineFlags {
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) limit: Option<String>,
    #[arg(long, value_name = "PROVIDER")]
    pub(in crate::cli) provider: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) account: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) temporary: Option<String>,
    #[arg(
        long,
        value_name = "DATE",
        allow_negative_numbers = true,
        requires = "temporary"
    )]
    pub(in crate::cli) temporary_until: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) frozen: Option<String>,
    #[arg(long, value_name = "active|frozen|closed", value_parser = ["active", "frozen", "closed"], hide_possible_values = true)]
    pub(in crate::cli) status: Option<String>,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) identity_expires: Option<String>,
    #[arg(long, value_name = "1-3")]
    pub(in crate::cli) restore_days: Option<String>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(0..=366))]
    pub(in crate::cli) grace_days: Option<u32>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) min_purchase: Option<String>,
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) bill_day: Option<String>,
    #[arg(long, value_name = "DAY|+N")]
    pub(in crate::cli) bill_due: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(in crate::cli) region: Option<String>,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) maintenance: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) maintenance_note: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Method {
    #[command(subcommand)]
    pub(in crate::cli) act: MethodAct,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum MethodAct {
    List,
    Add(MethodAdd),
    Set(MethodSet),
    Remove(MethodRemove),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct MethodRemove {
    #[arg(value_name = "METHOD")]
    pub(in crate::cli) method: String,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct MethodAdd {
    #[arg(value_name = "NAME")]
    pub(in crate::cli) new_name: String,
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) id: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) terms: MethodFlags,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct MethodSet {
    #[arg(value_name = "METHOD")]
    pub(in crate::cli) method: String,
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) terms: MethodFlags,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct MethodFlags {
    #[arg(long = "kind", value_name = "KIND", value_parser = ["debit-card", "credit-card", "wallet", "bank-transfer", "other"], hide_possible_values = true)]
    pub(in crate::cli) method_kind: Option<String>,
    #[arg(long, value_name = "1234")]
    pub(in crate::cli) last4: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) per_payment_limit: Option<String>,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) expires: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) balance: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}
