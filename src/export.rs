//! The data as files for others to build on: a Data Package of CSV tables.
//! Native only; written once, with the release.

pub mod column;
pub mod package;
pub mod table;
pub mod tables;
