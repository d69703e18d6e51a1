//! The command line.

pub mod problem_report;
