//! fenqi: installment plans in a terminal.

pub mod cli;
pub mod document;
pub mod domain;
pub mod settings;
pub mod store;
pub mod ui;
