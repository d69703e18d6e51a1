//! G1 and G4 on other file systems: what `doctor --prove` tries, on a disk of each kind.

use crate::bench::{Bench, Subject, told};
use crate::tally::{Scope, Tally};

/// What makes a directory `m` of its own kind and mounts it; the mount ends with the program.
const DISK: &str = "truncate -s 320M disk && mkfs.KIND -q disk && mkdir m && mount -o loop disk m";

pub fn ext4(_: Scope) -> Tally {
    on("ext4", &DISK.replace("KIND", "ext4"))
}

pub fn xfs(_: Scope) -> Tally {
    on("xfs", &DISK.replace("KIND", "xfs"))
}

pub fn btrfs(_: Scope) -> Tally {
    on("btrfs", &DISK.replace("KIND", "btrfs"))
}

pub fn tmpfs(_: Scope) -> Tally {
    on("tmpfs", "mkdir m && mount -t tmpfs none m")
}

pub fn overlay(_: Scope) -> Tally {
    let below = "mkdir m o && mount -t tmpfs none o && mkdir o/lower o/upper o/work";
    let options = "lowerdir=o/lower,upperdir=o/upper,workdir=o/work";
    on(
        "overlay",
        &format!("{below} && mount -t overlay none -o {options} m"),
    )
}

fn on(kind: &str, mount: &str) -> Tally {
    let bench = Bench::new();
    let script =
        format!("{{ {mount}; }} >/dev/null 2>&1 || exit 99; mkdir m/d; exec \"$0\" \"$@\"");
    let wrapper = ["unshare", "-m", "sh", "-c", &script].map(str::to_owned);
    let mut program = bench.program_behind(&wrapper, Subject::Fenqi);
    let output = program
        .args(["doctor", "--prove", "m/d", "--json"])
        .output();
    let output = match output {
        Ok(output)
            if output.status.code() != Some(99) && !output.stderr.starts_with(b"unshare") =>
        {
            output
        }
        _ => return Tally::skipped(&format!("no {kind} can be made and mounted here")),
    };
    let trials = serde_json::from_slice::<serde_json::Value>(&output.stdout);
    let trials = trials
        .ok()
        .and_then(|json| json["trials"].as_array().cloned());
    let count = |key: &str| {
        let counts = trials
            .iter()
            .flatten()
            .filter_map(|trial| trial[key].as_u64());
        usize::try_from(counts.sum::<u64>()).unwrap()
    };
    let failed = count("failures") > 0 || count("points") == 0 || !output.status.success();
    Tally {
        points: count("points"),
        wrong: failed
            .then(|| format!("{kind}: {}", told(&output)))
            .into_iter()
            .collect(),
        ..Tally::default()
    }
}
