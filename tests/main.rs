//! All integration tests, linked once.

mod golden;
