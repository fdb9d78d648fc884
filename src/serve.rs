//! A small server for the files of a folder: for a look at the release, and
//! for the browser tests. It is not meant to face the world.

use std::{
    collections::HashMap,
    fs, io,
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream, ToSocketAddrs},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, SystemTime},
};

use crate::compress;

/// A server that runs in the background until the process ends.
#[derive(Debug)]
pub struct Server {
    addr: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    root: PathBuf,
    requests: Mutex<Vec<String>>,
    packed: Mutex<HashMap<(PathBuf, Encoding), Packed>>,
}

/// A compressed file, and when the file it was made from last changed.
#[derive(Debug)]
struct Packed {
    changed: SystemTime,
    bytes: Arc<[u8]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Encoding {
    Brotli,
    Gzip,
    None,
}

/// What is sent back.
struct Answer {
    status: &'static str,
    kind: &'static str,
    encoding: Encoding,
    body: Arc<[u8]>,
}

/// Serves the files in `dir` at `addr`; port 0 means any free port.
///
/// # Errors
/// When there is no such folder, or the port is taken.
pub fn serve(dir: impl AsRef<Path>, addr: impl ToSocketAddrs) -> io::Result<Server> {
    let root = dir.as_ref().canonicalize()?;
    let listener = TcpListener::bind(addr)?;
    let shared = Arc::new(Shared { root, ..Shared::default() });
    let server = Server { addr: listener.local_addr()?, shared: Arc::clone(&shared) };
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let shared = Arc::clone(&shared);
            // A reader who goes away in the middle is no concern of ours.
            thread::spawn(move || drop(shared.answer_stream(stream)));
        }
    });
    Ok(server)
}

impl Server {
    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// The address of a file, such as `http://127.0.0.1:8080/index.html`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.addr)
    }

    /// Every request since the last call, such as `GET /index.html`.
    pub fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.shared.requests))
    }
}

impl Shared {
    fn answer_stream(&self, mut stream: TcpStream) -> io::Result<()> {
        // Browsers open connections that they may never use.
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        let Some(request) = lines.next().transpose()? else {
            return Ok(());
        };
        let mut accepted = String::new();
        for line in lines {
            let line = line?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("accept-encoding:") {
                accepted = value.to_owned();
            }
        }

        let mut words = request.split(' ');
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        lock(&self.requests).push(format!("{method} {target}"));
        let answer = match method {
            "GET" | "HEAD" => self.file(target, Encoding::wanted(&accepted)),
            _ => Answer::empty("405 Method Not Allowed"),
        };
        answer.write(&mut stream, method != "HEAD")
    }

    fn file(&self, target: &str, encoding: Encoding) -> Answer {
        self.read(target, encoding).unwrap_or_else(|| Answer::empty("404 Not Found"))
    }

    fn read(&self, target: &str, encoding: Encoding) -> Option<Answer> {
        let path = target.split(['?', '#']).next().unwrap_or("");
        let path = decoded(path.strip_prefix('/')?)?;
        // Resolved first and compared then, so that neither `..` nor a link
        // leads out of the folder.
        let mut path = self.root.join(path).canonicalize().ok()?;
        if path.is_dir() {
            path.push("index.html");
        }
        if !path.starts_with(&self.root) {
            return None;
        }
        let kind = content_type(&path);
        let encoding = if kind.starts_with("image/png") { Encoding::None } else { encoding };
        let body = self.packed(&path, encoding).ok()?;
        Some(Answer { status: "200 OK", kind, encoding, body })
    }

    /// The file, compressed; kept until the file changes.
    fn packed(&self, path: &Path, encoding: Encoding) -> io::Result<Arc<[u8]>> {
        let changed = fs::metadata(path)?.modified()?;
        let key = (path.to_owned(), encoding);
        if let Some(packed) = lock(&self.packed).get(&key)
            && packed.changed == changed
        {
            return Ok(Arc::clone(&packed.bytes));
        }
        let bytes = fs::read(path)?;
        let bytes: Arc<[u8]> = match encoding {
            Encoding::Brotli => compress::brotli(&bytes),
            Encoding::Gzip => compress::gzip(&bytes),
            Encoding::None => bytes,
        }
        .into();
        lock(&self.packed).insert(key, Packed { changed, bytes: Arc::clone(&bytes) });
        Ok(bytes)
    }
}

impl Encoding {
    fn wanted(accepted: &str) -> Encoding {
        let accepts = |name| accepted.split([',', ';']).any(|it| it.trim() == name);
        match () {
            () if accepts("br") => Encoding::Brotli,
            () if accepts("gzip") => Encoding::Gzip,
            () => Encoding::None,
        }
    }
}

impl Answer {
    fn empty(status: &'static str) -> Answer {
        Answer {
            status,
            kind: "text/plain; charset=utf-8",
            encoding: Encoding::None,
            body: status.as_bytes().into(),
        }
    }

    fn write(&self, to: &mut impl Write, with_body: bool) -> io::Result<()> {
        let Answer { status, kind, encoding, body } = self;
        let encoding = match encoding {
            Encoding::Brotli => "Content-Encoding: br\r\n",
            Encoding::Gzip => "Content-Encoding: gzip\r\n",
            Encoding::None => "",
        };
        let len = body.len();
        write!(
            to,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{encoding}Content-Length: {len}\r\n\
             Vary: Accept-Encoding\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n"
        )?;
        if with_body {
            to.write_all(body)?;
        }
        to.flush()
    }
}

/// A path with its `%` escapes resolved, if that gives text.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'%' {
            let hex = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(hex, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    // An absolute path would replace the root instead of following it.
    String::from_utf8(bytes).ok().filter(|path| !path.starts_with('/'))
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|it| it.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        _ => "text/plain; charset=utf-8",
    }
}

/// A thread that panicked leaves nothing half-done in these maps.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    /// A folder with two files, and beside it one that must not be served.
    fn folder(name: &str) -> io::Result<PathBuf> {
        let dir = std::env::temp_dir().join(format!("serve-{name}-{}", std::process::id()));
        fs::create_dir_all(dir.join("site/data"))?;
        fs::write(dir.join("secret.txt"), "secret")?;
        fs::write(dir.join("site/index.html"), "page ".repeat(100))?;
        fs::write(dir.join("site/data/a b.json"), "{}")?;
        Ok(dir.join("site"))
    }

    fn ask(server: &Server, request: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(server.addr())?;
        write!(stream, "{request}\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    #[test]
    fn files_come_with_their_type() -> io::Result<()> {
        let server = serve(folder("types")?, "127.0.0.1:0")?;
        let page = ask(&server, "GET / HTTP/1.1")?;
        assert!(page.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"));
        assert!(page.ends_with("page "));
        let data = ask(&server, "GET /data/a%20b.json?x=1 HTTP/1.1")?;
        assert!(data.contains("Content-Type: application/json\r\n") && data.ends_with("\r\n\r\n{}"));
        assert!(ask(&server, "HEAD / HTTP/1.1")?.ends_with("\r\n\r\n"));
        Ok(())
    }

    #[test]
    fn files_are_compressed_for_those_who_can_read_it() -> io::Result<()> {
        let server = serve(folder("encodings")?, "127.0.0.1:0")?;
        for (accepted, answered) in [
            ("gzip, deflate, br, zstd", "Content-Encoding: br\r\n"),
            ("gzip;q=1.0, identity", "Content-Encoding: gzip\r\n"),
            ("identity", "Content-Length: 500\r\n"),
        ] {
            let request = format!("GET / HTTP/1.1\r\nAccept-Encoding: {accepted}");
            assert!(ask(&server, &request)?.contains(answered), "{accepted}");
        }
        Ok(())
    }

    #[test]
    fn nothing_outside_the_folder_is_served() -> io::Result<()> {
        let dir = folder("outside")?;
        let secret = dir.join("../secret.txt");
        #[cfg(unix)]
        drop(std::os::unix::fs::symlink(&secret, dir.join("link.txt")));
        let absolute = format!("/{}", secret.canonicalize()?.display());
        let server = serve(dir, "127.0.0.1:0")?;
        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/data/../../secret.txt",
            "/link.txt",
            &absolute,
            "/%2Fetc/hosts",
            "/missing",
            "/%zz",
            "/%",
            "x",
        ] {
            let answer = ask(&server, &format!("GET {path} HTTP/1.1"))?;
            assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
        }
        assert!(ask(&server, "POST / HTTP/1.1")?.starts_with("HTTP/1.1 405 "));
        Ok(())
    }

    #[test]
    fn requests_are_remembered_until_they_are_taken() -> io::Result<()> {
        let server = serve(folder("requests")?, "127.0.0.1:0")?;
        ask(&server, "GET / HTTP/1.1")?;
        ask(&server, "GET /favicon.ico HTTP/1.1")?;
        assert_eq!(server.take_requests(), ["GET /", "GET /favicon.ico"]);
        assert!(server.take_requests().is_empty());
        Ok(())
    }
}
