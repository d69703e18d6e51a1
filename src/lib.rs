//! fenqi: installment plans in a terminal.
