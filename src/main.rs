//! The program: hand everything to the library, return its exit code.

fn main() {}
