//! The end that meets the terminal and the clock.

pub mod clock;
