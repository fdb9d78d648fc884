//! Serves a folder, by default `dist`, at the first free port from 8080 on.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), String> {
    use std::io::ErrorKind::AddrInUse;

    let dir = std::env::args().nth(1).unwrap_or_else(|| "dist".to_owned());
    let mut port = 8080;
    let server = loop {
        match standing_invitation::serve::serve(&dir, ("127.0.0.1", port)) {
            Ok(server) => break server,
            Err(error) if error.kind() == AddrInUse && port < 8180 => port += 1,
            Err(error) => return Err(format!("cannot serve `{dir}`: {error}")),
        }
    };
    println!("{}", server.url(""));
    loop {
        std::thread::park();
    }
}

/// There is nothing to serve from inside a page.
#[cfg(target_arch = "wasm32")]
fn main() {}
