//! The static page: every record with every claim, written before any code
//! runs. Pure functions of the corpus; native only.

pub mod bundle;
pub mod date;
pub mod facets;
pub mod html;
pub mod minify;
pub mod page;
pub mod record;
pub mod records;
pub mod weight;

/// The one stylesheet.
pub const STYLE: &str = include_str!("site/style.css");
