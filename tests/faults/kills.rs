//! G1: whatever ends the program at whatever moment, the file is the old one or the new one.

use std::time::{Duration, Instant};

use crate::bench::{BOOK, Bench, PAY, Subject, noted, paid, told};
use crate::strace::{self, Call};
use crate::tally::{Scope, Tally};

pub fn at_every_system_call(scope: Scope) -> Tally {
    if let Some(why) = strace::missing() {
        return Tally::skipped(why);
    }
    let every = scope.choose(3, 1);
    let control = killed_at_calls(Subject::Broken("in place"), scope, 1);
    killed_at_calls(Subject::Fenqi, scope, every).with_control("in place", &control)
}

fn killed_at_calls(subject: Subject, scope: Scope, every: usize) -> Tally {
    let mut calls = strace::record(&Bench::new(), subject, &PAY, &[]);
    let start = match scope {
        Scope::Whole => 1,
        Scope::Quick => strace::from_book(&calls),
    };
    let points = scope.sample(calls.split_off(start), every);
    Tally::of(&points, |call| killed_at(subject, call))
}

fn killed_at(subject: Subject, call: &Call) -> Result<(), String> {
    let bench = Bench::new();
    let output = bench.pay_with(subject, call, "signal=SIGKILL");
    if output.status.success() {
        return Err(format!("{} {} never came", call.name, call.nth));
    }
    let said_so = !output.stdout.is_empty();
    whole_afterwards(&bench, subject, said_so)
        .map_err(|why| format!("killed at {} {}: {why}", call.name, call.nth))
}

/// Old or new now, and after the same command once more new, with nothing left lying about; one undo leads back.
pub fn whole_afterwards(bench: &Bench, subject: Subject, said_so: bool) -> Result<(), String> {
    let text = bench.text();
    if text != paid() && (text != BOOK || said_so) {
        return Err(format!("{} bytes, {text:?}", text.len()));
    }
    bench.must(subject, &PAY)?;
    if bench.text() != paid() {
        return Err("the next payment did not get in".to_owned());
    }
    if subject == Subject::Fenqi {
        bench.must(subject, &["undo"])?;
        if bench.text() != BOOK {
            return Err("undo did not lead back".to_owned());
        }
        if !bench.beside().is_empty() {
            return Err(format!("left behind: {:?}", bench.beside()));
        }
    }
    Ok(())
}

/// How many edits have to be acknowledged.
const ACKNOWLEDGED: usize = 1500;

pub fn at_random(scope: Scope) -> Tally {
    let edits = scope.choose(80, ACKNOWLEDGED);
    let control = edits_and_kills(Subject::Broken("in place"), 40);
    edits_and_kills(Subject::Fenqi, edits).with_control("in place", &control)
}

/// Edits one after the other, about every second one killed after a random while; each is tried until acknowledged.
fn edits_and_kills(subject: Subject, edits: usize) -> Tally {
    let bench = Bench::with(&noted(0));
    let mut runs = 0_u32;
    let mut tally = Tally::default();
    let mut usual = Duration::from_millis(30);
    for mark in 1..=edits {
        let word = format!("mark-{mark}");
        loop {
            let began = Instant::now();
            let mut child = bench
                .program(subject)
                .args(["note", "phone", &word])
                .stdout(std::process::Stdio::piped())
                .stderr(std::process::Stdio::piped())
                .spawn()
                .unwrap();
            runs += 1;
            if runs.is_multiple_of(2) {
                // Multiples of the golden ratio fall everywhere and never twice on the same moment.
                let part = (f64::from(runs) * 0.618_033_988_75).fract();
                std::thread::sleep(usual.mul_f64(part));
                let _ = child.kill();
            }
            let output = child.wait_with_output().unwrap();
            tally.points += 1;
            let text = bench.text();
            let is_new = text == noted(mark);
            if output.status.success() && !is_new {
                tally.wrong.push(format!(
                    "{word} was acknowledged and is not there: {text:?}"
                ));
            } else if !is_new && text != noted(mark - 1) {
                tally.wrong.push(format!("{word} was killed: {text:?}"));
                std::fs::write(bench.book(), noted(mark - 1)).unwrap();
            }
            if output.status.success() {
                usual = (usual + began.elapsed()) / 2;
                break;
            }
            if output.status.code().is_some() {
                tally.wrong.push(told(&output));
                break;
            }
        }
    }
    if subject == Subject::Fenqi && !bench.beside().is_empty() {
        tally
            .wrong
            .push(format!("left behind: {:?}", bench.beside()));
    }
    tally
}
