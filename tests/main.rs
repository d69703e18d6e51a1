//! All integration tests, linked once.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "a test that meets something unexpected has to fail"
)]

mod architecture;
mod cli;
mod demo;
mod exports;
mod folder;
mod frames;
mod golden;
mod import;
mod pty;
mod readers;
mod readme;
mod scenarios;
mod sessions;
mod shells;
mod terminal;
mod texts;
