//! What is promised about somebody's file, tried against a system that fails.
//!
//! Each trial is named after the guarantee it holds (the README lists them), runs the real program in a home of its
//! own, and has a negative control: a program that saves the way many do ([`broken`], this test binary itself, so
//! nothing of it ships) put through the very same trial, which has to find fault with it.
//!
//! `cargo test` tries a sample of the points; `FENQI_FAULTS=whole` all of them, and compares the table it prints with
//! the README's (`FENQI_BLESS=1` writes it there). What this machine cannot do is skipped, said and counted.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "a test that meets something unexpected has to fail, and this one prints its own report"
)]

use std::process::ExitCode;
use std::time::Instant;

mod bad_inputs;
mod bench;
mod bills;
mod broken;
mod cents;
mod clock;
mod erased;
mod errors;
mod file_systems;
mod forms;
mod given_back;
mod hand_edits;
mod hostile;
mod keys;
mod kills;
mod power;
mod private;
#[path = "../pty.rs"]
mod pty;
mod strace;
mod surroundings;
mod table;
mod tally;
mod terminal;
mod writers;

use tally::{Scope, Tally};

/// One trial.
struct Trial {
    /// The guarantee, and what happens: `g1::…`.
    name: &'static str,
    /// What the README says was tried.
    what: &'static str,
    run: fn(Scope) -> Tally,
}

/// What is promised.
const GUARANTEES: [(&str, &str); 13] = [
    (
        "g1",
        "Old or new, never between: a crash, kill or error at any instruction leaves the file whole",
    ),
    (
        "g2",
        "\"Saved\" means on the disk; where the disk would not confirm it, that is said",
    ),
    (
        "g3",
        "What you typed by hand survives, in the file or in one that is named",
    ),
    ("g4", "No payment is lost between programs of our own"),
    (
        "g5",
        "A payment that another program erases is noticed and offered back",
    ),
    (
        "g6",
        "Only what you meant changes: comments, order, line ends, BOM and final newline stay",
    ),
    ("g7", "Undo is exact, byte for byte, after a restart too"),
    (
        "g8",
        "Links, mode and owner stay, or the save is refused with the reason",
    ),
    (
        "g9",
        "Nothing is guessed: bad input is refused with its place, unknown keys are kept",
    ),
    ("g10", "The cents add up, without floating point"),
    ("g11", "Your data cannot drive your terminal"),
    ("g12", "Your terminal comes back, and nothing keeps running"),
    (
        "g13",
        "Local and private: no network, files for your eyes only, no card numbers",
    ),
];

const TRIALS: &[Trial] = &[
    Trial {
        name: "g1::killed_at_every_system_call",
        what: "killed at every system call of a save",
        run: kills::at_every_system_call,
    },
    Trial {
        name: "g1::every_error_at_every_file_call",
        what: "7 errors at every file call of a save",
        run: errors::at_every_file_call,
    },
    Trial {
        name: "g1::killed_at_random",
        what: "`kill -9` at random moments, each edit tried until acknowledged",
        run: kills::at_random,
    },
    Trial {
        name: "g1::full_disk",
        what: "a small disk with less and less left",
        run: surroundings::full_disk,
    },
    Trial {
        name: "g1::on_ext4",
        what: "killed, full and four at once on ext4 (`doctor --prove`)",
        run: file_systems::ext4,
    },
    Trial {
        name: "g1::on_xfs",
        what: "killed, full and four at once on xfs (`doctor --prove`)",
        run: file_systems::xfs,
    },
    Trial {
        name: "g1::on_btrfs",
        what: "killed, full and four at once on btrfs (`doctor --prove`)",
        run: file_systems::btrfs,
    },
    Trial {
        name: "g1::on_tmpfs",
        what: "killed, full and four at once on tmpfs (`doctor --prove`)",
        run: file_systems::tmpfs,
    },
    Trial {
        name: "g1::on_overlay",
        what: "killed, full and four at once on overlay (`doctor --prove`)",
        run: file_systems::overlay,
    },
    Trial {
        name: "g2::power_lost_at_every_moment",
        what: "power lost at every moment, unflushed writes lost in any combination",
        run: power::lost_at_every_moment,
    },
    Trial {
        name: "g3::hand_edit_at_every_moment",
        what: "a hand edit at every system call of a save, three ways of saving it",
        run: hand_edits::at_every_moment,
    },
    Trial {
        name: "g3::hand_edits_at_random",
        what: "an editor saving at random while payments are made",
        run: hand_edits::at_random,
    },
    Trial {
        name: "g4::eight_writers",
        what: "8 programs that pay at once",
        run: writers::eight_at_once,
    },
    Trial {
        name: "g4::stopped_lock_holder",
        what: "a program that was stopped while it held the lock",
        run: surroundings::stopped_lock_holder,
    },
    Trial {
        name: "g5::erased_payment",
        what: "an old text saved over payments, with the dashboard open and closed",
        run: erased::noticed_and_offered,
    },
    Trial {
        name: "g6::only_what_was_meant",
        what: "a payment into a file of every form",
        run: forms::only_what_was_meant,
    },
    Trial {
        name: "g7::undo_is_exact",
        what: "undo, redo, undo in a file of every form",
        run: forms::undo_is_exact,
    },
    Trial {
        name: "g8::links_mode_and_owner",
        what: "links, chains of links, modes, owners",
        run: surroundings::links_mode_and_owner,
    },
    Trial {
        name: "g8::protected",
        what: "0444, hard links, foreign owner, read-only directory and disk",
        run: surroundings::protected,
    },
    Trial {
        name: "g9::of_the_file",
        what: "odd and wrong files: what is said, and every byte afterwards",
        run: bad_inputs::of_the_file,
    },
    Trial {
        name: "g9::of_the_command_line",
        what: "odd and wrong arguments and surroundings",
        run: bad_inputs::of_the_command_line,
    },
    Trial {
        name: "g9::of_bills",
        what: "odd and wrong bills: what is said, and every byte afterwards",
        run: bills::of_bills,
    },
    Trial {
        name: "g9::of_the_keys",
        what: "odd keys and terminals: every byte of the file afterwards",
        run: keys::of_the_keys,
    },
    Trial {
        name: "g9::of_the_clock",
        what: "clocks that are wrong, set back, somewhere else or at midnight",
        run: clock::of_the_clock,
    },
    Trial {
        name: "g9::every_row",
        what: "kinds of odd input, each with a case in one of these tables",
        run: bad_inputs::every_row,
    },
    Trial {
        name: "g10::cents_add_up",
        what: "sums, periods and fees: installments against totals",
        run: cents::add_up,
    },
    Trial {
        name: "g11::hostile_text",
        what: "escape sequences in every field, through every command and view",
        run: hostile::hostile_text,
    },
    Trial {
        name: "g12::terminal_comes_back",
        what: "signals, ^Z, a closed window, 2,000 resizes, paste bombs",
        run: given_back::comes_back,
    },
    Trial {
        name: "g13::no_socket",
        what: "commands and dashboard watched for sockets",
        run: private::no_socket,
    },
    Trial {
        name: "g13::for_one_persons_eyes",
        what: "modes of new files under four umasks, a card number in a note",
        run: private::for_one_persons_eyes,
    },
];

fn main() -> ExitCode {
    if let Some(way) = std::env::var_os(broken::WAY) {
        return broken::run(&way.to_string_lossy());
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |trial: &&Trial| {
        let mut filters = arguments
            .iter()
            .filter(|argument| !argument.starts_with('-'));
        filters.clone().count() == 0 || filters.any(|filter| trial.name.contains(filter.as_str()))
    };
    let trials: Vec<&Trial> = TRIALS.iter().filter(wanted).collect();
    if arguments.iter().any(|argument| argument == "--list") {
        for trial in &trials {
            println!("{}: test", trial.name);
        }
        return ExitCode::SUCCESS;
    }
    let scope = Scope::of_environment();
    println!("\nrunning {} trials", trials.len());
    let tallies: Vec<_> = trials
        .into_iter()
        .map(|trial| (trial, tried(trial, scope)))
        .collect();
    let ended = table::report(&tallies);
    if ended {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn tried(trial: &Trial, scope: Scope) -> Tally {
    let began = Instant::now();
    let tally =
        std::panic::catch_unwind(|| (trial.run)(scope)).unwrap_or_else(|_| Tally::panicked());
    let end = if tally.is_good() { "ok" } else { "FAILED" };
    println!(
        "trial {} ... {end} ({} points, {:.1} s)",
        trial.name,
        tally.points,
        began.elapsed().as_secs_f64()
    );
    tally.tell();
    tally
}
