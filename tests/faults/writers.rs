//! G4: no payment is lost between programs of our own.

use std::fmt::Write as _;

use crate::bench::{Bench, Subject, payment, told};
use crate::tally::{Scope, Tally};

const WRITERS: usize = 8;

pub fn eight_at_once(scope: Scope) -> Tally {
    let control = writers(Subject::Broken("plain rename"), 10);
    writers(Subject::Fenqi, scope.choose(12, 200)).with_control("plain rename", &control)
}

/// Each pays the installments of a plan of its own, one after the other.
fn writers(subject: Subject, payments: usize) -> Tally {
    let bench = Bench::with(&book(payments));
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let paying = |plan| {
            let bench = &bench;
            scope.spawn(move || pay_all(bench, subject, plan, payments))
        };
        let threads: Vec<_> = (0..WRITERS).map(paying).collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    let text = bench.text();
    let lost = (0..WRITERS).flat_map(|plan| {
        let own = text
            .split("[[plan]]")
            .nth(plan + 1)
            .unwrap_or_default()
            .to_owned();
        (1..=payments)
            .filter(move |n| own.matches(&payment(*n)).count() != 1)
            .map(move |n| format!("payment {n} of plan p{plan} is not there once"))
    });
    let mut wrong: Vec<String> = wrong.into_iter().chain(lost).collect();
    if subject == Subject::Fenqi && !bench.beside().is_empty() {
        wrong.push(format!("left behind: {:?}", bench.beside()));
    }
    Tally {
        points: WRITERS * payments,
        wrong,
        ..Tally::default()
    }
}

fn pay_all(bench: &Bench, subject: Subject, plan: usize, payments: usize) -> Vec<String> {
    let pay = |n: usize| {
        bench.run(
            subject,
            &["pay", &format!("p{plan}"), "--n", &n.to_string()],
        )
    };
    let outputs = (1..=payments).map(pay);
    outputs
        .filter(|output| !output.status.success())
        .map(|output| told(&output))
        .collect()
}

fn book(payments: usize) -> String {
    (0..WRITERS).fold("version = 1\n".to_owned(), |mut book, plan| {
        let principal = 100 * payments;
        write!(
            book,
            "\n[[plan]]\nid = \"p{plan}\"\nprincipal = {principal}\nperiods = {payments}\nfirst-due = 2026-01-07\npayments = [\n]\n"
        )
        .unwrap();
        book
    })
}
