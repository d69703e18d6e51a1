//! The whole dashboard without a terminal.

mod walk;
