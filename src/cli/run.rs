//! From argv to an answer on stdout, or a failure on stderr.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::answer::View;
use super::args::{Cli, Command, Global};
use super::failure::{Exit, Failure};
use super::file::{Opened, Source, system};
use super::typed::day;
use super::{
    add, alerts, amend, args, can, case, change, completion, config, cost, defer, doctor, due,
    edit, export, forecast, funds, history, import, init, keys, limit, man, note, offers, pause,
    plans, refund, refused, remind, remove, rules, settle, show, sms, status, terms, unlock,
    verify, way,
};
use crate::domain::Position;
use crate::runtime::clock::{self, Now};
use crate::settings::format::Amounts;
use crate::settings::texts::{Lang, Texts};

mod chosen;
mod opening;
mod parse;
mod surroundings;
mod tell;

pub(super) use chosen::{Chosen, Origin};
pub use opening::Opening;
use parse::{Parsed, parse};
pub(super) use surroundings::{argument, source};
use surroundings::{ink, own_book, today};
use tell::print;
pub(super) use tell::{Teller, warn};

/// How it goes on after the arguments were read.
#[derive(Debug)]
pub enum Next {
    /// All is said; the program ends like this.
    Exit(Exit),
    /// The dashboard is wanted.
    Dashboard(Box<Opening>),
}

/// What every command knows about its surroundings.
pub(super) struct Desk {
    pub(super) now: Now,
    pub(super) today: NaiveDate,
    pub(super) texts: Texts,
    pub(super) source: Source,
    /// The shopper's own book, which no other file may replace, also where the sample is shown.
    pub(super) own_book: Option<PathBuf>,
    /// How amounts are shown where others may look.
    pub(super) amounts: Amounts,
}

/// Runs the program with these arguments, its name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Next {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(completed) = completion::asked(&arguments) {
        let texts = Texts::new(Lang::En);
        return Next::Exit(print(&completed, texts).unwrap_or_else(|failure| failure.exit));
    }
    let mut chosen = Chosen::of(&arguments);
    let texts = Texts::new(chosen.lang());
    let json = arguments.iter().any(|argument| argument == "--json");
    let ended = match parse(&arguments, texts) {
        Ok(Parsed::Cli(cli)) => {
            chosen.take(&cli);
            act(*cli, &chosen, texts)
        }
        Ok(Parsed::Help(help)) => print(&help, texts).map(Next::Exit),
        Err(failure) => Err(failure),
    };
    ended.unwrap_or_else(|failure| Next::Exit(tell::failure(&failure, json)))
}

/// How the program ends after the dashboard; what the terminal said against it is told.
pub fn dashboard_ended(ended: io::Result<()>, texts: Texts) -> Exit {
    match ended {
        Ok(()) => Exit::Done,
        Err(error) => {
            let message = texts.failure_output(&system(&error, texts));
            tell::failure(&Failure::new(Exit::NotSaved, message), false)
        }
    }
}

fn act(cli: Cli, chosen: &Chosen, texts: Texts) -> Result<Next, Failure> {
    let Some(command) = cli.command else {
        let opening = opening::opening(&cli.global, &cli.dashboard, chosen, texts);
        return opening.map(Next::Dashboard);
    };
    let flags = [
        ("--keys", cli.dashboard.keys.is_some()),
        ("--print", cli.dashboard.print),
        ("--size", cli.dashboard.size.is_some()),
        ("--hide-amounts", cli.dashboard.hide_amounts),
        ("--no-mouse", cli.dashboard.no_mouse),
    ];
    if let Some((flag, _)) = flags.into_iter().find(|(_, given)| *given) {
        return Err(Failure::wrong_use(texts.cli_dashboard_only(flag)));
    }
    let teller = Teller {
        json: cli.global.json,
        ink: ink(chosen.stated().color.unwrap_or_default()),
        texts,
    };
    // These two tell all of it themselves.
    if !matches!(command, Command::Config(_) | Command::Doctor(_)) {
        warn(&chosen.warnings(texts));
    }
    answer(command, &cli.global, chosen, &teller).map(Next::Exit)
}

fn answer(
    command: Command,
    global: &Global,
    chosen: &Chosen,
    teller: &Teller,
) -> Result<Exit, Failure> {
    let texts = teller.texts;
    match command {
        Command::Completions(args) => return print(&completion::script(&args.shell), texts),
        Command::Man(args) => {
            return man::man(&args, own_book(global, chosen, texts).as_deref(), teller);
        }
        Command::Keys => return teller.tell(&keys::Keys::all(&chosen.keymap(), texts)),
        Command::Config(args) if args.default => return print(&config::file(texts), texts),
        Command::Config(_) => return teller.tell(&config::Settings::of(chosen, texts)),
        Command::Cost(args) if args.plan.is_empty() => {
            return teller.tell(&cost::of_offer(
                &args,
                today(global, clock::now(), texts)?,
                texts,
            )?);
        }
        _ => {}
    }
    let desk = Desk::of(global, chosen, texts)?;
    match command {
        Command::Init => return teller.tell(&init::init(&desk)?),
        Command::Doctor(args) => return doctor::answer(&desk, &args, chosen, teller),
        Command::Rules(args) => return teller.tell(&rules::rules(&desk, &args)?),
        Command::Undo(args) if args.list => return teller.tell(&history::list(&desk)?),
        Command::Undo(_) => return teller.tell(&history::undo(&desk)?),
        Command::Redo => return teller.tell(&history::redo(&desk)?),
        _ => {}
    }
    if let Command::Edit(args) = &command {
        return teller.tell(&edit::edit(&desk, args)?);
    }
    let opened = desk.source.clone().open(desk.today, texts)?;
    warn(&opened.warnings);
    if let Command::Import(args) = &command {
        return teller.tell(&import::import(&desk, &opened, args, chosen.bills())?);
    }
    make(command, &desk, &opened, teller)
}

/// The changes and what is due; everything else is a question about the limits too.
fn make(command: Command, desk: &Desk, opened: &Opened, teller: &Teller) -> Result<Exit, Failure> {
    match command {
        Command::Pay(args) => teller.tell(&change::pay(desk, opened, &args)?),
        Command::Unpay(args) => teller.tell(&change::unpay(desk, opened, &args)?),
        Command::Restored(args) => teller.tell(&change::restored(desk, opened, &args)?),
        Command::Verify(args) if !args.plan.is_empty() => {
            teller.tell(&verify::verify(desk, opened, &args)?)
        }
        Command::Seen(args) => teller.tell(&change::seen(desk, opened, &args)?),
        Command::Add(args) => teller.tell(&add::add(desk, opened, &args)?),
        Command::Settle(args) => teller.tell(&settle::settle(desk, opened, &args)?),
        Command::Refund(args) => teller.tell(&refund::refund(desk, opened, &args)?),
        Command::Defer(args) => teller.tell(&defer::defer(desk, opened, &args)?),
        Command::Pause(args) => teller.tell(&pause::pause(desk, opened, &args)?),
        Command::Amend(args) => teller.tell(&amend::amend(desk, opened, &args)?),
        Command::Note(args) => teller.tell(&note::note(desk, opened, &args)?),
        Command::Case(args) => case::case(&args.act, desk, opened, teller),
        Command::Way(args::Way { act: Some(act), .. }) => {
            teller.tell(&way::act(desk, opened, &act)?)
        }
        Command::Set(args) => teller.tell(&terms::set_plan(desk, opened, &args)?),
        Command::Line(args) => terms::line(desk, opened, &args.act, teller),
        Command::Method(args) => terms::method(desk, opened, &args.act, teller),
        Command::Refused(args) => teller.tell(&refused::refused(desk, opened, &args)?),
        Command::Failed(args) => teller.tell(&case::failed(desk, opened, &args)?),
        Command::Remove(args) => teller.tell(&remove::remove(desk, opened, &args)?),
        Command::Sms(args) => teller.tell(&sms::sms(desk, opened, &args)?),
        Command::Due(args) => teller.tell(&due::due(desk, opened, &args)?),
        command => ask(command, desk, opened, teller),
    }
}

/// The questions about plans and limits: they change nothing.
fn ask(command: Command, desk: &Desk, opened: &Opened, teller: &Teller) -> Result<Exit, Failure> {
    let book = opened.document.book();
    let day = match &command {
        Command::Limit(args) => day(args.on.as_deref(), desk.today, desk.texts)?,
        _ => desk.today,
    };
    let position = Position::of(book, &opened.calendar, day);
    let view = View {
        book,
        position: &position,
        calendar: &opened.calendar,
        texts: desk.texts,
    };
    match command {
        Command::Plans(args) => teller.tell(&plans::plans(&view, &args)),
        Command::Show(args) => teller.tell(&show::show(&view, &args)?),
        Command::Limit(args) => teller.tell(&limit::limit(&view, &args, desk.today)?),
        Command::Can(args) => teller.tell(&can::can(&view, &args)?),
        Command::Offers(args) => teller.tell(&offers::offers(&view, &args)?),
        Command::Unlock(args) => teller.tell(&unlock::unlock(&view, &args)?),
        Command::Verify(_) => teller.tell(&verify::unverified(&view)),
        Command::Alerts => teller.tell(&alerts::alerts(&view)),
        Command::Cost(args) => teller.tell(&cost::of_plan(&view, &args)?),
        Command::Forecast(args) => teller.tell(&forecast::forecast(&view, &args)),
        Command::Way(args) => teller.tell(&way::ways(&view, &args.line)?),
        Command::Status(args) => status::tell(&view, &args, desk.amounts, teller),
        Command::Remind(args) => remind::remind(&args, desk, opened, teller),
        Command::Export(args) => export::export(&args.format, desk, opened, &view, teller),
        Command::Funds(args) => teller.tell(&funds::funds(&view, &args)),
        _ => Ok(Exit::Done),
    }
}

impl Desk {
    /// The moment of writing, in UTC. Where somebody says which day it is, that day, so that the
    /// same arguments give the same bytes.
    pub(super) fn stamp(&self) -> NaiveDateTime {
        if self.today == self.now.day() {
            self.now.utc()
        } else {
            self.today.and_time(NaiveTime::MIN)
        }
    }

    fn of(global: &Global, chosen: &Chosen, texts: Texts) -> Result<Self, Failure> {
        let now = clock::now();
        Ok(Self {
            now,
            today: today(global, now, texts)?,
            texts,
            source: source(global.demo, global.file(), chosen, texts)?,
            own_book: own_book(global, chosen, texts),
            amounts: Amounts {
                hidden: chosen.stated().hide_amounts.unwrap_or(false),
            },
        })
    }
}
