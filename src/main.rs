//! The page's code. Natively there is nothing to run.

fn main() {
    #[cfg(target_arch = "wasm32")]
    standing_invitation::app::start();
}
