//! G2: what was reported as saved survives a power loss, and nothing in between is ever seen.
//!
//! A run is recorded call by call. Then every moment of it is taken for the one where the power fails: whatever was not
//! flushed by then may have reached the disk or not, in any combination (of a file's bytes also a half), and each state
//! that can come of it is laid out in the same place and given to the program. This is what the standard allows a
//! file system to do; none that is in use does all of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use crate::bench::{BOOK, Bench, PAY, Subject, paid};
use crate::kills::whole_afterwards;
use crate::strace::{self, Call};
use crate::tally::{Scope, Tally};

/// More states than this of one moment are sampled.
const STATES_A_MOMENT: usize = 3_000;

pub fn lost_at_every_moment(_: Scope) -> Tally {
    if let Some(why) = strace::missing() {
        return Tally::skipped(why);
    }
    // The program itself, with a disk that only says it has flushed.
    let lying = powerless(Subject::Fenqi, &["-e", "inject=fsync:retval=0"], false);
    let mut tally = powerless(Subject::Fenqi, &[], true)
        .and(powerless(Subject::Fenqi, &[], false))
        .with_control("a disk that does not flush", &lying);
    for way in ["rename, nothing flushed", "rename, directory not flushed"] {
        tally = tally.with_control(way, &powerless(Subject::Broken(way), &[], false));
    }
    tally
}

/// A file, by the order in which they came up.
type Inode = usize;

#[derive(Debug, Clone)]
enum Op {
    /// Bytes into a file.
    Write {
        inode: Inode,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        inode: Inode,
        length: usize,
    },
    /// Names in a directory, all at once.
    Names {
        directory: String,
        names: Vec<(String, Option<Node>)>,
    },
    Flush {
        inode: Inode,
    },
    FlushDirectory {
        directory: String,
    },
    /// The program said that it is done.
    Said,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    File(Inode),
    Directory,
}

/// `again`: the program was used here before and has a history.
fn powerless(subject: Subject, options: &[&str], again: bool) -> Tally {
    let bench = Bench::new();
    if again {
        bench.must(subject, &PAY).unwrap();
        bench.must(subject, &["undo"]).unwrap();
    }
    let root = bench.folder().display().to_string();
    let before = Recording::of(&root);
    let start = before.ops.len();
    let words = [&["-xx", "-s", "1000000"], options].concat();
    let calls = strace::record(&bench, subject, &PAY, &words);
    let mut log = before;
    for call in &calls {
        log.take(call);
    }
    let mut tally = Tally::default();
    let mut seen = BTreeSet::new();
    for moment in start..=log.ops.len() {
        let past = &log.ops[..moment];
        let said = past.iter().any(|op| matches!(op, Op::Said));
        for state in states(past) {
            if !seen.insert((state.clone(), said)) {
                continue;
            }
            tally.points += 1;
            if let Err(why) = survives(&bench, subject, &state, said) {
                let last = past.last();
                tally
                    .wrong
                    .push(format!("after {moment} operations ({last:?}): {why}"));
            }
        }
    }
    tally
}

/// Every file on the disk with its bytes, by its path below the bench.
type Disk = BTreeMap<String, Vec<u8>>;

fn survives(bench: &Bench, subject: Subject, disk: &Disk, said: bool) -> Result<(), String> {
    let book = disk.get(&bench.book().display().to_string());
    let book = book.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    if !book
        .as_ref()
        .is_some_and(|text| *text == paid() || (*text == BOOK && !said))
    {
        return Err(format!("said: {said}, the book is {book:?}"));
    }
    if subject != Subject::Fenqi {
        return Ok(());
    }
    for directory in [bench.desk(), bench.home()] {
        fs::remove_dir_all(&directory).unwrap();
        fs::create_dir(&directory).unwrap();
    }
    for (path, bytes) in disk {
        fs::create_dir_all(Path::new(path).parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    whole_afterwards(bench, subject, said)
}

/// What may be on the disk if the power fails after these operations.
fn states(past: &[Op]) -> Vec<Disk> {
    let mut open: Vec<usize> = Vec::new();
    let mut surely: Vec<usize> = Vec::new();
    for (place, op) in past.iter().enumerate() {
        let flushed = |earlier: &usize| match (op, &past[*earlier]) {
            (
                Op::Flush { inode },
                Op::Write { inode: other, .. } | Op::Truncate { inode: other, .. },
            ) => inode == other,
            (
                Op::FlushDirectory { directory },
                Op::Names {
                    directory: other, ..
                },
            ) => directory == other,
            _ => false,
        };
        let (now, later) = open.into_iter().partition(flushed);
        let now: Vec<usize> = now;
        surely.extend(now);
        open = later;
        if matches!(
            op,
            Op::Write { .. } | Op::Truncate { .. } | Op::Names { .. }
        ) {
            open.push(place);
        }
    }
    let all = 3_usize.saturating_pow(u32::try_from(open.len()).unwrap_or(u32::MAX));
    let step = all.div_ceil(STATES_A_MOMENT);
    let chosen = (0..all).step_by(step.max(1)).chain([all - 1]);
    let mut disks: Vec<Disk> = chosen
        .map(|choice| disk(past, &surely, &open, choice))
        .collect();
    disks.sort();
    disks.dedup();
    disks
}

/// The disk where of the open operations the ones happened that the digits of `choice` (to base 3) name: not at all, half, wholly.
fn disk(past: &[Op], surely: &[usize], open: &[usize], choice: usize) -> Disk {
    let mut rest = choice;
    let mut happened: BTreeMap<usize, bool> = surely.iter().map(|place| (*place, true)).collect();
    for place in open {
        match rest % 3 {
            1 => drop(happened.insert(*place, false)),
            2 => drop(happened.insert(*place, true)),
            _ => {}
        }
        rest /= 3;
    }
    let mut files: HashMap<Inode, Vec<u8>> = HashMap::new();
    let mut names: BTreeMap<&str, Option<Node>> = BTreeMap::new();
    for (place, wholly) in happened {
        match &past[place] {
            Op::Write { inode, at, bytes } => {
                let length = if wholly { bytes.len() } else { bytes.len() / 2 };
                let file = files.entry(*inode).or_default();
                file.resize(file.len().max(at + length), 0);
                file[*at..at + length].copy_from_slice(&bytes[..length]);
            }
            Op::Truncate { inode, length } => files.entry(*inode).or_default().resize(*length, 0),
            Op::Names { names: new, .. } => {
                names.extend(new.iter().map(|(name, node)| (name.as_str(), *node)));
            }
            Op::Flush { .. } | Op::FlushDirectory { .. } | Op::Said => {}
        }
    }
    let is_there = |path: &str| {
        let above = Path::new(path)
            .ancestors()
            .skip(1)
            .map(|above| above.to_str().unwrap());
        above
            .filter(|above| names.contains_key(above))
            .all(|above| names[above] == Some(Node::Directory))
    };
    let found = names.iter().filter_map(|(path, node)| match node {
        Some(Node::File(inode)) if is_there(path) => Some((
            (*path).to_owned(),
            files.get(inode).cloned().unwrap_or_default(),
        )),
        _ => None,
    });
    found.collect()
}

/// Turns calls into operations on the disk.
struct Recording<'a> {
    root: &'a str,
    ops: Vec<Op>,
    names: HashMap<String, Node>,
    /// What each open file is, and where it stands in it.
    open: HashMap<String, (Handle, usize)>,
    inodes: usize,
}

#[derive(Debug, Clone)]
enum Handle {
    File(Inode),
    Directory(String),
}

impl<'a> Recording<'a> {
    /// From a disk with what lies below `root`, all of it flushed.
    fn of(root: &'a str) -> Self {
        let mut recording = Self {
            root,
            ops: Vec::new(),
            names: HashMap::new(),
            open: HashMap::new(),
            inodes: 0,
        };
        recording.found(Path::new(root));
        recording
    }

    fn found(&mut self, directory: &Path) {
        let name = directory.display().to_string();
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            let node = if path.is_dir() {
                self.found(&path);
                Node::Directory
            } else {
                let (inode, bytes) = (self.inode(), fs::read(&path).unwrap());
                self.ops.extend([
                    Op::Write {
                        inode,
                        at: 0,
                        bytes,
                    },
                    Op::Flush { inode },
                ]);
                Node::File(inode)
            };
            self.name(&name, vec![(path.display().to_string(), Some(node))]);
        }
        self.ops.push(Op::FlushDirectory { directory: name });
    }

    fn inode(&mut self) -> Inode {
        self.inodes += 1;
        self.inodes
    }

    fn name(&mut self, directory: &str, names: Vec<(String, Option<Node>)>) {
        for (name, node) in &names {
            match node {
                Some(node) => self.names.insert(name.clone(), *node),
                None => self.names.remove(name),
            };
        }
        self.ops.push(Op::Names {
            directory: directory.to_owned(),
            names,
        });
    }

    fn take(&mut self, call: &Call) {
        if call.result.starts_with('-') || call.result.contains("INJECTED") {
            return;
        }
        let strings = strings(&call.arguments);
        let paths: Vec<String> = strings
            .iter()
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
            .collect();
        let ours = paths.iter().any(|path| path.starts_with(self.root));
        let fd = call
            .arguments
            .split(',')
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned();
        match call.name.as_str() {
            "open" | "openat" if ours => self.open(&paths[0], call),
            "mkdir" | "mkdirat" if ours => self.name(
                parent(&paths[0]),
                vec![(paths[0].clone(), Some(Node::Directory))],
            ),
            "unlink" | "unlinkat" if ours => {
                self.name(parent(&paths[0]), vec![(paths[0].clone(), None)]);
            }
            "link" | "linkat" if ours => self.link(&paths),
            "rename" | "renameat" | "renameat2" if ours => {
                self.rename(&paths, call.arguments.contains("EXCHANGE"));
            }
            "write" if fd == "1" => self.ops.push(Op::Said),
            "write" => self.write(&fd, &strings[0], None),
            "pwrite64" => self.write(
                &fd,
                &strings[0],
                call.arguments
                    .rsplit(", ")
                    .next()
                    .and_then(|at| at.parse().ok()),
            ),
            "ftruncate" => {
                let length = call.arguments.rsplit(", ").next().unwrap().parse().unwrap();
                if let Some((Handle::File(inode), _)) = self.open.get(&fd) {
                    self.ops.push(Op::Truncate {
                        inode: *inode,
                        length,
                    });
                }
            }
            "fsync" | "fdatasync" => match self.open.get(&fd) {
                Some((Handle::File(inode), _)) => self.ops.push(Op::Flush { inode: *inode }),
                Some((Handle::Directory(directory), _)) => self.ops.push(Op::FlushDirectory {
                    directory: directory.clone(),
                }),
                None => {}
            },
            "fcntl" if call.arguments.contains("F_DUPFD") => {
                if let Some(handle) = self.open.get(&fd).cloned() {
                    self.open.insert(call.result.trim().to_owned(), handle);
                }
            }
            "lseek" | "read" => self.moved(&fd, call),
            "close" => drop(self.open.remove(&fd)),
            _ => {}
        }
    }

    fn moved(&mut self, fd: &str, call: &Call) {
        let result: usize = call
            .result
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .parse()
            .unwrap_or_default();
        if let Some((_, at)) = self.open.get_mut(fd) {
            *at = if call.name == "lseek" {
                result
            } else {
                *at + result
            };
        }
    }

    fn open(&mut self, path: &str, call: &Call) {
        let fd = call
            .result
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned();
        let existing = self.names.get(path).copied();
        let handle = if call.arguments.contains("O_TMPFILE") {
            Handle::File(self.inode())
        } else if let Some(Node::File(inode)) = existing {
            if call.arguments.contains("O_TRUNC") {
                self.ops.push(Op::Truncate { inode, length: 0 });
            }
            Handle::File(inode)
        } else if call.arguments.contains("O_CREAT") {
            let inode = self.inode();
            self.name(
                parent(path),
                vec![(path.to_owned(), Some(Node::File(inode)))],
            );
            Handle::File(inode)
        } else {
            Handle::Directory(path.to_owned())
        };
        self.open.insert(fd, (handle, 0));
    }

    fn link(&mut self, paths: &[String]) {
        let (from, to) = (&paths[0], &paths[1]);
        let node = match from
            .strip_prefix("/proc/self/fd/")
            .map(|fd| &self.open[fd].0)
        {
            Some(Handle::File(inode)) => Node::File(*inode),
            _ => self.names[from],
        };
        self.name(parent(to), vec![(to.clone(), Some(node))]);
    }

    fn rename(&mut self, paths: &[String], exchange: bool) {
        let (from, to) = (&paths[0], &paths[1]);
        let back = self.names.get(to).copied().filter(|_| exchange);
        let names = vec![
            (from.clone(), back),
            (to.clone(), self.names.get(from).copied()),
        ];
        self.name(parent(to), names);
    }

    fn write(&mut self, fd: &str, bytes: &[u8], at: Option<usize>) {
        if let Some((Handle::File(inode), place)) = self.open.get_mut(fd) {
            let start = at.unwrap_or(*place);
            if at.is_none() {
                *place += bytes.len();
            }
            self.ops.push(Op::Write {
                inode: *inode,
                at: start,
                bytes: bytes.to_vec(),
            });
        }
    }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// The strings among the arguments, which are all written as `"\x2f\x74…"`.
fn strings(arguments: &str) -> Vec<Vec<u8>> {
    let quoted = arguments.split('"').skip(1).step_by(2);
    let bytes = |text: &str| {
        text.split("\\x")
            .skip(1)
            .map(|hex| u8::from_str_radix(hex, 16).unwrap())
            .collect()
    };
    quoted.map(bytes).collect()
}
