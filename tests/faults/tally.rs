//! What came of a trial.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many things are wrong before it is pointless to print more.
const ENOUGH: usize = 6;

/// How much is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A sample, in seconds.
    Quick,
    /// Everything, in minutes.
    Whole,
}

/// What came of a trial.
#[derive(Debug, Default)]
pub struct Tally {
    /// How many things were tried.
    pub points: usize,
    /// What went wrong.
    pub wrong: Vec<String>,
    /// The broken programs that were tried, and whether they were caught.
    pub controls: Vec<(&'static str, bool)>,
    /// What this machine cannot do.
    pub skipped: BTreeSet<String>,
}

impl Scope {
    pub fn of_environment() -> Self {
        match std::env::var("FENQI_FAULTS").as_deref() {
            Ok("whole") => Self::Whole,
            _ => Self::Quick,
        }
    }

    /// Every point, or every so manieth.
    pub fn sample<T>(self, points: Vec<T>, every: usize) -> Vec<T> {
        match self {
            Self::Whole => points,
            Self::Quick => points.into_iter().step_by(every).collect(),
        }
    }

    pub fn choose<T>(self, quick: T, whole: T) -> T {
        match self {
            Self::Quick => quick,
            Self::Whole => whole,
        }
    }
}

impl Tally {
    /// Tries each point, as many at a time as there are processors.
    pub fn of<T: Sync>(points: &[T], attempt: impl Fn(&T) -> Result<(), String> + Sync) -> Self {
        let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| {
                    while let Some(point) = points.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if let Err(why) = attempt(point) {
                            wrong.lock().unwrap().push(why);
                        }
                    }
                });
            }
        });
        Self {
            points: points.len(),
            wrong: wrong.into_inner().unwrap(),
            ..Self::default()
        }
    }

    pub fn skipped(why: &str) -> Self {
        Self {
            skipped: BTreeSet::from([why.to_owned()]),
            ..Self::default()
        }
    }

    pub fn panicked() -> Self {
        Self {
            wrong: vec!["the trial itself panicked".to_owned()],
            ..Self::default()
        }
    }

    /// With the same trial of a broken program, which must have found something.
    pub fn with_control(mut self, name: &'static str, control: &Self) -> Self {
        if control.skipped.is_empty() || !control.wrong.is_empty() {
            self.controls.push((name, !control.wrong.is_empty()));
        }
        self
    }

    pub fn and(mut self, other: Self) -> Self {
        self.points += other.points;
        self.wrong.extend(other.wrong);
        self.controls.extend(other.controls);
        self.skipped.extend(other.skipped);
        self
    }

    pub fn caught(&self) -> usize {
        self.controls.iter().filter(|(_, caught)| *caught).count()
    }

    pub fn is_good(&self) -> bool {
        self.wrong.is_empty() && self.caught() == self.controls.len()
    }

    /// Whether there was nothing that could be tried here.
    pub fn is_skipped(&self) -> bool {
        self.points == 0 && !self.skipped.is_empty()
    }

    pub fn tell(&self) {
        for why in &self.skipped {
            println!("  SKIPPED: {why}");
        }
        for wrong in self.wrong.iter().take(ENOUGH) {
            println!("  WRONG: {wrong}");
        }
        if self.wrong.len() > ENOUGH {
            println!("  … and {} more", self.wrong.len() - ENOUGH);
        }
        for (name, _) in self.controls.iter().filter(|(_, caught)| !caught) {
            println!("  NOT CAUGHT: the control `{name}`");
        }
    }
}
