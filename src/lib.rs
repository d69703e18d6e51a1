//! fenqi: installment plans in a terminal.

pub mod app;
pub mod cli;
pub mod demo;
pub mod document;
pub mod domain;
pub mod runtime;
pub mod settings;
pub mod store;
pub mod ui;
