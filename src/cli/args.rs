//! The words and flags. What help says about them stands in `help`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{ArgAction, Args, Parser, Subcommand};

mod ahead;
mod bills;
mod follow;
mod of_plan;
mod outside;
mod terms;

pub(super) use ahead::{Can, Cost, Forecast, Funds, Offers, Unlock};
pub(super) use bills::{Import, Sms};
pub(super) use follow::{
    Case, CaseAct, CaseAnswer, CaseClose, CaseLog, CaseOpen, CaseProof, Failed, Refused, Way,
    WayAct, WayAdd, WayContact,
};
pub(super) use of_plan::{Add, Amend, Defer, Edit, Note, Pause, Refund, Remove, Settle, Verify};
pub(super) use terms::{
    Line, LineAct, LineAdd, LineFlags, Method, MethodAct, MethodFlags, SetPlan,
};

pub(super) use outside::{
    Completions, Export, ExportCsv, ExportFormat, ExportLedger, Man, Remind, Status,
};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "fenqi",
    bin_name = "fenqi",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(flatten)]
    pub(super) dashboard: Dashboard,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What every command understands.
#[derive(Debug, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) file: Option<OsString>,
    #[arg(
        long,
        global = true,
        value_name = "DATE",
        allow_negative_numbers = true
    )]
    pub(super) today: Option<String>,
    #[arg(long, global = true, value_name = "zh|en", value_parser = ["zh", "en"], hide_possible_values = true)]
    pub(super) lang: Option<String>,
    #[arg(long, global = true, value_name = "auto|always|never", value_parser = ["auto", "always", "never"], hide_possible_values = true)]
    pub(super) color: Option<String>,
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) theme: Option<String>,
    #[arg(long, global = true)]
    pub(super) ascii: bool,
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) config: Option<OsString>,
    #[arg(long, global = true)]
    pub(super) demo: bool,
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    pub(super) help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    pub(super) version: Option<bool>,
}

impl Global {
    /// The book that the arguments name.
    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_deref().map(Path::new)
    }
}

/// What only the dashboard understands.
#[derive(Debug, Args)]
pub(super) struct Dashboard {
    #[arg(long, value_name = "KEYS", allow_hyphen_values = true)]
    pub(super) keys: Option<String>,
    #[arg(long)]
    pub(super) print: bool,
    #[arg(long, value_name = "80x24")]
    pub(super) size: Option<String>,
    #[arg(long)]
    pub(super) hide_amounts: bool,
    #[arg(long)]
    pub(super) no_mouse: bool,
}

/// The commands as one enum, and each by its name alone: to build all of them takes longer than
/// to read a book of twenty plans.
macro_rules! commands {
    ($($name:literal => $command:ident $(($args:ty))?,)*) => {
        /// The commands.
        #[derive(Debug, Subcommand)]
        pub(super) enum Command {
            $(#[command(name = $name)] $command $(($args))?,)*
        }

        impl Command {
            /// Adds the command of this name to a command line, where there is one.
            pub(super) fn add(name: &str, line: clap::Command) -> clap::Command {
                match name {
                    $($name => line.subcommand({
                        let command = clap::Command::new($name);
                        $(let command = <$args as Args>::augment_args(command);)?
                        command
                    }),)*
                    _ => line,
                }
            }
        }
    };
}

commands! {
    "due" => Due(Due),
    "plans" => Plans(Plans),
    "show" => Show(Show),
    "limit" => Limit(Limit),
    "can" => Can(Can),
    "offers" => Offers(Offers),
    "unlock" => Unlock(Unlock),
    "alerts" => Alerts,
    "pay" => Pay(Pay),
    "unpay" => Unpay(Unpay),
    "undo" => Undo(Undo),
    "redo" => Redo,
    "add" => Add(Box<Add>),
    "settle" => Settle(Settle),
    "refund" => Refund(Refund),
    "defer" => Defer(Defer),
    "pause" => Pause(Pause),
    "amend" => Amend(Amend),
    "note" => Note(Note),
    "remove" => Remove(Remove),
    "edit" => Edit(Edit),
    "restored" => Restored(Restored),
    "verify" => Verify(Verify),
    "seen" => Seen(Seen),
    "case" => Case(Case),
    "way" => Way(Way),
    "set" => Set(Box<SetPlan>),
    "line" => Line(Line),
    "method" => Method(Method),
    "refused" => Refused(Refused),
    "failed" => Failed(Failed),
    "cost" => Cost(Cost),
    "forecast" => Forecast(Forecast),
    "funds" => Funds(Funds),
    "init" => Init,
    "doctor" => Doctor(Doctor),
    "rules" => Rules(Rules),
    "keys" => Keys,
    "config" => Config(Config),
    "export" => Export(Export),
    "import" => Import(Import),
    "sms" => Sms(Sms),
    "status" => Status(Status),
    "completions" => Completions(Completions),
    "man" => Man(Man),
    "remind" => Remind(Remind),
}

#[derive(Debug, Args)]
pub(super) struct Config {
    #[arg(long)]
    pub(super) default: bool,
}

#[derive(Debug, Args)]
pub(super) struct Due {
    #[arg(
        long,
        value_name = "N",
        default_value_t = 30,
        hide_default_value = true,
        allow_negative_numbers = true
    )]
    pub(super) days: u32,
    #[arg(long, value_name = "LINE")]
    pub(super) line: Option<String>,
    #[arg(long)]
    pub(super) fail_overdue: bool,
}

#[derive(Debug, Args)]
pub(super) struct Plans {
    #[arg(value_name = "QUERY")]
    pub(super) query: Vec<String>,
    #[arg(long)]
    pub(super) all: bool,
}

#[derive(Debug, Args)]
pub(super) struct Show {
    #[arg(value_name = "PLAN", required = true)]
    pub(super) plan: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct Limit {
    #[arg(value_name = "LINE")]
    pub(super) line: Vec<String>,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(super) on: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Pay {
    #[arg(value_name = "PLAN", required = true)]
    pub(super) plan: Vec<String>,
    #[arg(long, value_name = "K", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) n: Option<u32>,
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(super) amount: Option<String>,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(super) on: Option<String>,
    #[arg(long, value_name = "METHOD")]
    pub(super) via: Option<String>,
    #[arg(long = "ref", value_name = "REF")]
    pub(super) reference: Option<String>,
    #[arg(long, value_name = "shorten|lower", value_parser = ["shorten", "lower"], hide_possible_values = true, requires = "amount", conflicts_with = "n")]
    pub(super) prepay: Option<String>,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct Unpay {
    #[arg(value_name = "PLAN", required = true)]
    pub(super) plan: Vec<String>,
    #[arg(long, value_name = "K", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) n: u32,
}

#[derive(Debug, Args)]
pub(super) struct Undo {
    #[arg(long)]
    pub(super) list: bool,
}

#[derive(Debug, Args)]
pub(super) struct Restored {
    #[arg(value_name = "PLAN", required = true)]
    pub(super) plan: Vec<String>,
    #[arg(long, value_name = "K", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) n: Option<u32>,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(super) on: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Seen {
    #[arg(value_name = "LINE")]
    pub(super) line: String,
    #[arg(value_name = "AMOUNT", allow_negative_numbers = true)]
    pub(super) amount: String,
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub(super) on: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Rules {
    #[arg(value_name = "PROVIDER")]
    pub(super) provider: Vec<String>,
    #[arg(long, value_name = "LINE", conflicts_with = "provider")]
    pub(super) line: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Doctor {
    #[arg(value_name = "FILE")]
    pub(super) path: Option<OsString>,
    #[arg(long, value_name = "DIR", conflicts_with = "path")]
    pub(super) prove: Option<PathBuf>,
}
