//! Bills made for the purpose, in every format and encoding.

pub mod xlsx;
