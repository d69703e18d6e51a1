//! What was measured, read back and told as a table.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use serde::Deserialize;

use super::book::SIZES;

#[derive(Deserialize)]
struct Estimates {
    median: Estimate,
}

#[derive(Deserialize)]
struct Estimate {
    /// In nanoseconds.
    point_estimate: f64,
}

/// Prints the middle of all times of each part, and how it grows with the book.
pub fn tell() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{:<24} {:>12} {:>12} {:>12}  grows from {} to {}",
        "milliseconds", SIZES[0], SIZES[1], SIZES[2], SIZES[1], SIZES[2]
    )?;
    for (part, times) in measured()? {
        write!(out, "{part:<24}")?;
        for plans in SIZES {
            match times.get(&plans) {
                Some(time) => write!(out, " {:>12.4}", time / 1e6)?,
                None => write!(out, " {:>12}", "–")?,
            }
        }
        match (times.get(&SIZES[1]), times.get(&SIZES[2])) {
            (Some(some), Some(many)) => writeln!(out, "  × {:.1}", many / some)?,
            _ => writeln!(out)?,
        }
    }
    Ok(())
}

/// The times of each part by the number of plans, from the files that are written while measuring.
fn measured() -> Result<BTreeMap<String, BTreeMap<usize, f64>>, Box<dyn Error>> {
    let mut all: BTreeMap<String, BTreeMap<usize, f64>> = BTreeMap::new();
    for group in folders(&home())? {
        for part in folders(&group)? {
            for size in folders(&part)? {
                let name = |path: &PathBuf| {
                    path.file_name()
                        .map(|name| name.to_string_lossy().into_owned())
                };
                let (Some(group), Some(part), Some(plans)) =
                    (name(&group), name(&part), name(&size))
                else {
                    continue;
                };
                let Ok(text) = fs::read_to_string(size.join("new/estimates.json")) else {
                    continue;
                };
                let estimates: Estimates = serde_json::from_str(&text)?;
                if let Ok(plans) = plans.parse() {
                    let times = all.entry(format!("{group}: {part}")).or_default();
                    times.insert(plans, estimates.median.point_estimate);
                }
            }
        }
    }
    Ok(all)
}

fn home() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target"));
    target.join("criterion")
}

fn folders(path: &PathBuf) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
    let paths = entries.into_iter().map(|entry| entry.path());
    Ok(paths.filter(|path| path.is_dir()).collect())
}
