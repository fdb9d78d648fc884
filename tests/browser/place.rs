//! Where the page stands: on a server, on disk, in somebody's frame.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use standing_invitation::data::corpus::Corpus;
use standing_invitation::serve::{Server, serve};
use standing_invitation::site::release::{Release, release};

/// The release that is tested.
pub fn page() -> String {
    let file = dist().join("index.html");
    fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}. `make build` writes it.", file.display()))
}

/// The folder of the release.
pub fn dist() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join(env::var_os("DIST").unwrap_or_else(|| "dist".into()))
}

/// The release of another corpus, with the same app.
pub fn release_of(corpus: &Corpus) -> Release {
    let app = |end: &str| {
        let file = format!("{}/target/trunk/standing-invitation{end}", env!("CARGO_MANIFEST_DIR"));
        fs::read(&file).unwrap_or_else(|error| panic!("{file}: {error}. `make build` writes it."))
    };
    let glue = String::from_utf8(app(".js")).expect("the glue is text");
    release(corpus, &glue, &app("_bg.wasm")).expect("the app can be packed")
}

/// The release on a server. All tests share it, as it takes seconds to compress
/// the page well.
pub fn served() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(served_alone)
}

/// The same on a server of one's own, for those who ask what it was asked for.
pub fn served_alone() -> Server {
    serve(dist(), "127.0.0.1:0").expect("`make build` writes dist/")
}

/// A folder that is removed with the value.
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    pub fn new() -> Folder {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("standing-invitation-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).expect("the temporary folder is writable");
        Folder { path }
    }

    /// A folder with the release in it.
    pub fn with_page() -> Folder {
        Folder::new().with("index.html", &page())
    }

    /// Adds a file.
    pub fn with(self, name: &str, content: &str) -> Folder {
        fs::write(self.path.join(name), content).expect("the temporary folder is writable");
        self
    }

    /// Where a file stands on disk.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// The address of a file on disk.
    pub fn address(&self, name: &str) -> String {
        format!("file://{}", self.file(name).display())
    }

    /// Serves the folder.
    pub fn served(&self) -> Server {
        serve(&self.path, "127.0.0.1:0").expect("the folder is there")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Text as the value of an attribute in double quotes.
pub fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}
