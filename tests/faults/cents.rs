//! G10: the installments are the whole, to the cent.

use serde_json::Value;

use crate::bench::{Bench, Subject, told};
use crate::tally::{Scope, Tally};

const SUMS: [&str; 8] = [
    "0.01",
    "1",
    "99.99",
    "100",
    "1000.01",
    "4999",
    "12345.67",
    "999999999.99",
];
const PERIODS: [u32; 6] = [1, 3, 7, 12, 24, 360];
const FEES: [&str; 4] = [
    "\"none\"",
    "{ model = \"flat\", rate = \"0.6%\" }",
    "{ model = \"annuity\", annual-rate = \"17.4%\" }",
    "{ model = \"equal-principal\", annual-rate = \"10.5%\" }",
];

pub fn add_up(scope: Scope) -> Tally {
    let sums = SUMS.iter().flat_map(|sum| {
        PERIODS
            .iter()
            .flat_map(move |periods| FEES.iter().map(move |fee| (*sum, *periods, *fee)))
    });
    // The smallest sum cannot be cut into more parts than it has cents.
    let points: Vec<_> = sums
        .filter(|(sum, periods, _)| cents(sum).unwrap() >= i64::from(*periods))
        .collect();
    let points = scope.sample(points, 5);
    let tried = |subject| {
        Tally::of(&points, move |point| {
            adds_up(subject, *point).map_err(|why| format!("{point:?}: {why}"))
        })
    };
    tried(Subject::Fenqi).with_control(
        "divides in floating point",
        &tried(Subject::Broken("floating point")),
    )
}

fn adds_up(subject: Subject, (sum, periods, fee): (&str, u32, &str)) -> Result<(), String> {
    let bench = Bench::with(&format!(
        "version = 1\n[[plan]]\nid = \"phone\"\nprincipal = {sum}\nperiods = {periods}\nfirst-due = 2026-01-31\nfee = {fee}\n"
    ));
    let output = bench.run(subject, &["show", "phone", "--json"]);
    let shown: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{error}: {}", told(&output)))?;
    let installments = shown["installments"].as_array().ok_or("no installments")?;
    let total = |key: &str| {
        installments
            .iter()
            .map(|one| cents(one[key].as_str().unwrap_or_default()))
            .sum::<Option<i64>>()
    };
    let stated = |key: &str| cents(shown[key].as_str().unwrap_or_default());
    if installments.len() != usize::try_from(periods).unwrap() {
        return Err(format!("{} installments", installments.len()));
    }
    for (parts, whole) in [
        ("principal", "principal"),
        ("fee", "fee_total"),
        ("amount", "total"),
    ] {
        if total(parts) != stated(whole) || total(parts).is_none() {
            return Err(format!(
                "{parts} add up to {:?}, stated are {:?}",
                total(parts),
                stated(whole)
            ));
        }
    }
    let dates: Vec<_> = installments
        .iter()
        .map(|one| one["due"].as_str().unwrap_or_default())
        .collect();
    if subject == Subject::Fenqi && !dates.is_sorted() {
        return Err(format!("the dates go back: {dates:?}"));
    }
    Ok(())
}

/// `12.34` is 1234.
fn cents(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "00"));
    let digits = format!("{whole}{part:0<2}");
    (part.len() <= 2).then(|| digits.parse().ok()).flatten()
}
