//! The table of what was tried, as it stands in the README.

use std::fs;
use std::path::Path;

use crate::tally::Tally;
use crate::{GUARANTEES, TRIALS, Trial};

const BEGIN: &str = "<!-- promise -->";
const END: &str = "<!-- /promise -->";

/// Prints the table, and compares it with the README's after all was tried; whether all is well.
pub fn report(tallies: &[(&Trial, Tally)]) -> bool {
    let skipped: usize = tallies.iter().map(|(_, tally)| tally.skipped.len()).sum();
    let controls: usize = tallies.iter().map(|(_, tally)| tally.controls.len()).sum();
    let caught: usize = tallies.iter().map(|(_, tally)| tally.caught()).sum();
    let wrong: usize = tallies.iter().map(|(_, tally)| tally.wrong.len()).sum();
    let points: usize = tallies.iter().map(|(_, tally)| tally.points).sum();
    println!("\n{}", table(tallies));
    println!(
        "{points} points, {wrong} failures, {caught} of {controls} controls caught, {skipped} things skipped\n"
    );
    let good = tallies.iter().all(|(_, tally)| tally.is_good());
    good && (tallies.len() < TRIALS.len() || stands_in_readme(tallies))
}

fn table(tallies: &[(&Trial, Tally)]) -> String {
    let mut lines = vec![
        "| | what was tried | points | failures | controls caught |".to_owned(),
        "|---|---|---:|---:|---:|".to_owned(),
    ];
    for (guarantee, said) in GUARANTEES {
        let of_it = |trial: &Trial| trial.name.split("::").next() == Some(guarantee);
        let mut own = tallies.iter().filter(|(trial, _)| of_it(trial)).peekable();
        if own.peek().is_some() {
            lines.push(format!(
                "| **{}** | **{said}** | | | |",
                guarantee.to_uppercase()
            ));
        }
        lines.extend(own.map(|(trial, tally)| row(trial, tally)));
    }
    lines.join("\n")
}

fn row(trial: &Trial, tally: &Tally) -> String {
    let controls = match tally.controls.len() {
        0 => "–".to_owned(),
        all => format!("{} of {all}", tally.caught()),
    };
    format!(
        "| | {} | {} | {} | {controls} |",
        trial.what,
        tally.points,
        tally.wrong.len()
    )
}

/// Whether the README says the same; how many points there are depends on the machine, and on how much was tried.
fn stands_in_readme(tallies: &[(&Trial, Tally)]) -> bool {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("the README has the table");
    let (written, after) = rest
        .split_once(END)
        .expect("the README has the end of the table");
    let table = table(tallies);
    let is_skipped = tallies.iter().any(|(_, tally)| tally.is_skipped());
    if std::env::var_os("FENQI_BLESS").is_some() && !is_skipped {
        fs::write(path, format!("{before}{BEGIN}\n{table}\n{END}{after}")).unwrap();
        return true;
    }
    let same = is_skipped || without_points(written.trim()) == without_points(&table);
    if !same {
        println!(
            "The README's table differs; FENQI_FAULTS=whole FENQI_BLESS=1 cargo test --test faults writes it."
        );
    }
    same
}

fn without_points(table: &str) -> Vec<Vec<&str>> {
    let rows = table.lines().skip(2);
    rows.map(|line| {
        let cells = line.split('|').map(str::trim).enumerate();
        cells
            .filter(|(place, _)| *place != 3)
            .map(|(_, cell)| cell)
            .collect()
    })
    .collect()
}
