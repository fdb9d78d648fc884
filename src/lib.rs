//! One state's dealings with the UN human rights system as filterable
//! timelines, in one self-contained page.
//!
//! Read the modules in this order: [`data`] is what the sources claim;
//! `query` finds, `timeline` lays out, `excerpt` is what readers take away,
//! `site` writes the static page, and `app` (only in the browser) brings it to
//! life.

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(not(target_arch = "wasm32"))]
pub mod checksum;
#[cfg(not(target_arch = "wasm32"))]
pub mod compress;
pub mod data;
pub mod excerpt;
#[cfg(not(target_arch = "wasm32"))]
pub mod export;
pub mod html;
pub mod query;
#[cfg(not(target_arch = "wasm32"))]
pub mod serve;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
#[cfg(not(target_arch = "wasm32"))]
pub mod sources;
pub mod text;
pub mod timeline;
