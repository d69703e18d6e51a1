//! G1 and G2: a system that refuses is told apart from a save, and never leaves half of one.

use crate::bench::{BOOK, Bench, PAY, Subject, paid, told};
use crate::kills::whole_afterwards;
use crate::strace::{self, Call};
use crate::tally::{Scope, Tally};

const ERRORS: [&str; 7] = [
    "ENOSPC", "EIO", "EROFS", "EACCES", "EINTR", "EDQUOT", "EMFILE",
];

/// What asks for files; the rest is memory, time and signals.
const OF_FILES: [&str; 36] = [
    "open",
    "openat",
    "openat2",
    "close",
    "read",
    "pread64",
    "write",
    "pwrite64",
    "writev",
    "lseek",
    "fsync",
    "fdatasync",
    "ftruncate",
    "flock",
    "fcntl",
    "link",
    "linkat",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "chmod",
    "fchmod",
    "fchown",
    "stat",
    "statx",
    "newfstatat",
    "fstat",
    "lstat",
    "readlink",
    "getdents64",
    "flistxattr",
    "getcwd",
];

pub fn at_every_file_call(scope: Scope) -> Tally {
    if let Some(why) = strace::missing() {
        return Tally::skipped(why);
    }
    let every = scope.choose(11, 1);
    let control = refused_calls(Subject::Broken("in place"), scope, scope.choose(3, 1));
    refused_calls(Subject::Fenqi, scope, every).with_control("in place", &control)
}

fn refused_calls(subject: Subject, scope: Scope, every: usize) -> Tally {
    let mut calls = strace::record(&Bench::new(), subject, &PAY, &[]);
    let calls = calls.split_off(strace::from_book(&calls));
    let of_files = calls
        .iter()
        .filter(|call| OF_FILES.contains(&call.name.as_str()));
    let points = of_files
        .flat_map(|call| ERRORS.map(|error| (call, error)))
        .collect();
    Tally::of(&scope.sample(points, every), |(call, error)| {
        refused(subject, call, error)
    })
}

fn refused(subject: Subject, call: &Call, error: &str) -> Result<(), String> {
    let bench = Bench::new();
    let output = bench.pay_with(subject, call, &format!("error={error}"));
    let text = bench.text();
    let fits = match output.status.code() {
        Some(0 | 5) => text == paid(),
        Some(2..=4) => text == BOOK && (!output.stderr.is_empty() || subject != Subject::Fenqi),
        _ => false,
    };
    let whole = if fits {
        whole_afterwards(&bench, subject, false)
    } else {
        Err(format!("{} but the file is {text:?}", told(&output)))
    };
    whole.map_err(|why| {
        format!(
            "{error} at {} {} ({}): {why}",
            call.name, call.nth, call.arguments
        )
    })
}
