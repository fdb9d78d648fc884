//! One state's dealings with the UN human rights system as filterable
//! timelines, in one self-contained page.
//!
//! Read the modules in this order: [`data`] is what the sources claim;
//! `query` finds, `timeline` lays out, `site` writes the static page, and
//! `app` (only in the browser) brings it to life.

pub mod data;
pub mod query;
pub mod timeline;
