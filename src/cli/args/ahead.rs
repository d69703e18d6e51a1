//! The words and flags of what looks ahead: does a price fit, what does it cost, what comes.

use clap::Args;

#[derive(Debug, Args)]
pub(in crate::cli) struct Can {
    #[arg(value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) amount: String,
    #[arg(long, value_name = "LINE")]
    pub(in crate::cli) line: Option<String>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=600))]
    pub(in crate::cli) periods: Option<u32>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) down: Option<String>,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) by: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) item: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Offers {
    #[arg(value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) amount: String,
    #[arg(long, value_name = "N", default_value_t = 12, hide_default_value = true, allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=600))]
    pub(in crate::cli) periods: u32,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) down: Option<String>,
    #[arg(long, value_name = "NAME=FEE")]
    pub(in crate::cli) offer: Vec<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Unlock {
    #[arg(value_name = "LINE")]
    pub(in crate::cli) line: String,
    #[arg(value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) amount: String,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(in crate::cli) by: String,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(in crate::cli) cash: Option<String>,
}

#[derive(Debug, Args)]
#[command(
    override_usage = "fenqi cost <PLAN>...\n       fenqi cost --principal <AMOUNT> --periods <N> --fee <MODEL:RATE> [--currency <CODE>]"
)]
pub(in crate::cli) struct Cost {
    #[arg(value_name = "PLAN", required_unless_present = "principal", conflicts_with_all = ["principal", "periods", "fee", "currency"])]
    pub(in crate::cli) plan: Vec<String>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true, requires_all = ["periods", "fee"])]
    pub(in crate::cli) principal: Option<String>,
    #[arg(long, value_name = "N", requires = "principal", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=600))]
    pub(in crate::cli) periods: Option<u32>,
    #[arg(long, value_name = "MODEL:RATE", requires = "principal")]
    pub(in crate::cli) fee: Option<String>,
    #[arg(long, value_name = "CODE", requires = "principal")]
    pub(in crate::cli) currency: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Forecast {
    #[arg(
        long,
        value_name = "N",
        default_value_t = 12,
        hide_default_value = true,
        allow_negative_numbers = true,
        value_parser = clap::value_parser!(u32).range(1..=600)
    )]
    pub(in crate::cli) months: u32,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Funds {
    #[arg(
        long,
        value_name = "N",
        default_value_t = 30,
        hide_default_value = true,
        allow_negative_numbers = true
    )]
    pub(in crate::cli) days: u32,
}
