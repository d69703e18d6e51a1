//! G1, G4 and G8 where the system itself stands in the way: disks that are full or read-only, links, owners, modes.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use crate::bench::{BOOK, Bench, PAY, Subject, paid, read, told};
use crate::hand_edits::stopped_at;
use crate::strace;
use crate::tally::{Scope, Tally};

/// The words that run a program after `script`, in a mount namespace of its own; `None` where that is not allowed.
fn in_own_mounts(script: &str) -> Option<Vec<String>> {
    let tried = Command::new("unshare")
        .args(["-Urm", "mount", "-t", "tmpfs", "none", "/mnt"])
        .output();
    if !tried.is_ok_and(|output| output.status.success()) {
        return None;
    }
    let script = format!(
        "{script} || exit 99; \"$0\" \"$@\"; code=$?; cp \"$FENQI_FILE\" ../after; ls -A > ../beside; exit $code"
    );
    Some(
        ["unshare", "-Urm", "sh", "-c", &script]
            .map(str::to_owned)
            .to_vec(),
    )
}

const NO_MOUNTS: &str = "no mounts of one's own here (unshare -Urm)";

pub fn full_disk(scope: Scope) -> Tally {
    if in_own_mounts("true").is_none() {
        return Tally::skipped(NO_MOUNTS);
    }
    // Kilobytes that are left: from nothing to more than enough.
    let points = scope.sample((0..40).collect(), 4);
    let on_disk = |subject| Tally::of(&points, move |left| full(subject, *left));
    on_disk(Subject::Fenqi).with_control("in place", &on_disk(Subject::Broken("in place")))
}

fn full(subject: Subject, left: usize) -> Result<(), String> {
    // Ends right before the end of a page, so that a line more needs one more.
    let long = |text: &str| format!("{text}# {}\n", "x".repeat(5 * 4096 - 13 - BOOK.len()));
    let bench = Bench::with(&long(BOOK));
    let mount = "cp book.toml ../before && mount -t tmpfs -o size=128k none . && cd . && cd ../desk && cp ../before book.toml";
    let fill = format!("head -c 200k /dev/zero > filler; truncate -s -{left}k filler");
    let wrapper = in_own_mounts(&format!(
        "cd ../desk && {mount} && {{ {fill} 2> ../fill; }}"
    ))
    .unwrap();
    let mut command = bench.program_behind(&wrapper, subject);
    let output = command
        .args(PAY)
        .current_dir(bench.desk())
        .output()
        .unwrap();
    let after = read(&bench.folder().join("after"));
    let beside = read(&bench.folder().join("beside"));
    let fits = match output.status.code() {
        Some(0 | 5) => after == long(&paid()),
        Some(4) => after == long(BOOK),
        _ => false,
    };
    let clean = beside == "book.toml\nfiller\n";
    if fits && clean {
        return Ok(());
    }
    Err(format!(
        "{left} KB left: {} {} bytes, {beside:?}",
        told(&output),
        after.len()
    ))
}

/// A file that must not be replaced: how it is made so, and what has to be said.
type Protected = (&'static str, fn(&Bench) -> Option<Command>, &'static str);

const PROTECTED: [Protected; 5] = [
    (
        "mode 0444",
        |bench| {
            fs::set_permissions(bench.book(), Permissions::from_mode(0o444)).unwrap();
            Some(bench.program(Subject::Fenqi))
        },
        "chmod u+w",
    ),
    (
        "two names",
        |bench| {
            fs::hard_link(bench.book(), bench.folder().join("other-name.toml")).unwrap();
            Some(bench.program(Subject::Fenqi))
        },
        "hard link",
    ),
    (
        "foreign owner",
        |bench| {
            fs::set_permissions(bench.book(), Permissions::from_mode(0o666)).unwrap();
            as_nobody(bench)
        },
        "somebody else",
    ),
    (
        "directory without write permission",
        |bench| {
            let behind = as_nobody(bench)?;
            std::os::unix::fs::chown(bench.book(), Some(NOBODY), Some(NOBODY)).unwrap();
            Some(behind)
        },
        "ermission",
    ),
    (
        "read-only file system",
        |bench| {
            let wrapper = in_own_mounts(
                "mount --bind \"$PWD/desk\" \"$PWD/desk\" && mount -o remount,bind,ro \"$PWD/desk\"",
            )?;
            Some(bench.program_behind(&wrapper, Subject::Fenqi))
        },
        "ead-only",
    ),
];

const NOBODY: u32 = 65_534;

/// The program as a user that owns its home and not the desk; only root can be somebody else.
fn as_nobody(bench: &Bench) -> Option<Command> {
    for path in [bench.folder().to_owned(), bench.home()] {
        fs::set_permissions(path, Permissions::from_mode(0o755)).ok()?;
    }
    std::os::unix::fs::chown(bench.home(), Some(NOBODY), Some(NOBODY)).ok()?;
    let wrapper = [
        "setpriv",
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
    ]
    .map(str::to_owned);
    let reaches = bench
        .program_behind(&wrapper, Subject::Fenqi)
        .arg("--version")
        .output();
    reaches
        .ok()?
        .status
        .success()
        .then(|| bench.program_behind(&wrapper, Subject::Fenqi))
}

pub fn protected(_: Scope) -> Tally {
    let mut tally = Tally::default();
    for (name, protect, said) in PROTECTED {
        let bench = Bench::new();
        let before = fs::metadata(bench.book()).unwrap().ino();
        let Some(mut command) = protect(&bench) else {
            tally
                .skipped
                .insert(format!("{name}: this user cannot make such a file here"));
            continue;
        };
        let output = command.args(PAY).output().unwrap();
        let untouched = bench.text() == BOOK && fs::metadata(bench.book()).unwrap().ino() == before;
        let told_why = String::from_utf8_lossy(&output.stderr).contains(said);
        tally.points += 1;
        if output.status.code() != Some(4) || !untouched || !told_why || !bench.beside().is_empty()
        {
            tally
                .wrong
                .push(format!("{name}: {} {:?}", told(&output), bench.beside()));
        }
    }
    let renamed = Bench::new();
    fs::set_permissions(renamed.book(), Permissions::from_mode(0o444)).unwrap();
    renamed.run(Subject::Broken("plain rename"), &PAY);
    tally
        .controls
        .push(("plain rename", renamed.text() != BOOK));
    tally
}

/// Ways for the book to be reached, and what it is: the names of links from the one that is opened to the last.
const LINKS: [&[(&str, &str)]; 4] = [
    &[],
    &[("desk/book.toml", "../real/book.toml")],
    &[
        ("desk/book.toml", "second.toml"),
        ("desk/second.toml", "../third.toml"),
        ("third.toml", "real/book.toml"),
    ],
    &[("desk/book.toml", "{root}/real/book.toml")],
];

pub fn links_mode_and_owner(_: Scope) -> Tally {
    let points: Vec<_> = LINKS
        .into_iter()
        .flat_map(|links| [0o600, 0o640, 0o664].map(|mode| (links, mode)))
        .collect();
    let kept = |subject| Tally::of(&points, move |(links, mode)| kept(subject, links, *mode));
    kept(Subject::Fenqi).with_control("plain rename", &kept(Subject::Broken("plain rename")))
}

fn kept(subject: Subject, links: &[(&str, &str)], mode: u32) -> Result<(), String> {
    let bench = Bench::new();
    let real = if links.is_empty() {
        bench.book()
    } else {
        bench.folder().join("real/book.toml")
    };
    if !links.is_empty() {
        fs::create_dir(bench.folder().join("real")).unwrap();
        fs::rename(bench.book(), &real).unwrap();
    }
    let root = bench.folder().display().to_string();
    for (name, target) in links {
        symlink(target.replace("{root}", &root), bench.folder().join(name)).unwrap();
    }
    fs::set_permissions(&real, Permissions::from_mode(mode)).unwrap();
    // Only root can give a file away; for others the owner is their own.
    let _ = std::os::unix::fs::chown(&real, Some(1234), Some(1234));
    let before = fs::metadata(&real).unwrap();
    bench.must(subject, &PAY)?;
    let after = fs::metadata(&real).unwrap();
    let still_links = links.iter().all(|(name, target)| {
        fs::read_link(bench.folder().join(name))
            .is_ok_and(|found| found == Path::new(&target.replace("{root}", &root)))
    });
    let same = |of: fn(&fs::Metadata) -> u32| of(&before) == of(&after);
    if read(&real) == paid()
        && still_links
        && same(MetadataExt::mode)
        && same(MetadataExt::uid)
        && same(MetadataExt::gid)
    {
        return Ok(());
    }
    Err(format!(
        "{links:?} {mode:o}: mode {:o}, owner {}, links stay: {still_links}",
        after.mode(),
        after.uid()
    ))
}

pub fn stopped_lock_holder(_: Scope) -> Tally {
    if let Some(why) = strace::missing() {
        return Tally::skipped(why);
    }
    let waiting = |subject| match waits_for_holder(subject) {
        Ok(()) => Tally {
            points: 1,
            ..Tally::default()
        },
        Err(why) => Tally {
            points: 1,
            wrong: vec![why],
            ..Tally::default()
        },
    };
    waiting(Subject::Fenqi).with_control("plain rename", &waiting(Subject::Broken("plain rename")))
}

fn waits_for_holder(subject: Subject) -> Result<(), String> {
    let calls = strace::record(&Bench::new(), Subject::Fenqi, &PAY, &[]);
    let locked = calls.iter().rfind(|call| call.name == "fsync").unwrap();
    let bench = Bench::new();
    let second = || -> (Output, Duration) {
        let began = Instant::now();
        (
            bench.run(subject, &["pay", "phone", "--n", "4"]),
            began.elapsed(),
        )
    };
    let (_, (output, time)) =
        stopped_at(&bench, Subject::Fenqi, locked, second).ok_or("it never held the lock")?;
    let named = String::from_utf8_lossy(&output.stderr).contains("fenqi");
    if output.status.code() == Some(4)
        && named
        && time < Duration::from_secs(8)
        && bench.text() == paid()
    {
        return Ok(());
    }
    Err(format!(
        "{} after {time:?}, {:?}",
        told(&output),
        bench.text()
    ))
}
