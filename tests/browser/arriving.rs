//! The page while it arrives: what stands above the texts works before these
//! are here, and what was chosen meanwhile holds for them.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use serde_json::json;

use crate::expected::{dataset, expected};
use crate::{in_each_engine, place};

/// A server that sends the page up to its texts, and these when told to. At
/// `/host` it has an empty page, which a frame with the page can be put into.
struct Slow {
    address: String,
    go_on: Sender<()>,
}

impl Slow {
    fn serve() -> Slow {
        let listener = TcpListener::bind("127.0.0.1:0").expect("some port is free");
        let address = format!("http://{}", listener.local_addr().expect("it has an address"));
        let (go_on, told) = channel();
        let told = Arc::new(Mutex::new(told));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Browsers open connections that they then do not use.
                let told = Arc::clone(&told);
                thread::spawn(move || drop(answer(stream, &told)));
            }
        });
        Slow { address, go_on }
    }
}

fn answer(mut stream: TcpStream, told: &Mutex<Receiver<()>>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let asked = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    stream.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n",
    )?;
    if !asked.contains("/index.html") {
        return stream.write_all(b"<!doctype html><title>Host</title>");
    }
    let page = place::page();
    let texts = page.find("<div data-below>").expect("the texts stand behind the app");
    let (above, below) = page.split_at(texts);
    stream.write_all(above.as_bytes())?;
    stream.flush()?;
    let waited = told.lock().map(|told| told.recv());
    assert!(matches!(waited, Ok(Ok(()))), "the test goes on");
    stream.write_all(below.as_bytes())
}

/// What the page in the frame says of itself.
const STATE: &str = "() => { const page = frames[0].document; return [
    page.documentElement.dataset.ready,
    page.querySelector('[data-count]')?.dataset.count,
    page.querySelectorAll('article[data-record]').length,
    page.querySelectorAll('article[data-record]:not([hidden])').length] }";

#[test]
fn filters_work_before_the_texts_are_here() {
    in_each_engine(|explorer| {
        let server = Slow::serve();
        explorer.go(&format!("{}/host", server.address));
        explorer.read(
            "() => document.body.append(Object.assign(document.createElement('iframe'), { src: '/index.html' }))",
            json!([]),
        );
        let all = dataset().records.len();
        explorer.becomes(STATE, json!([]), json!(["above", all.to_string(), 0, 0]));
        let drawn = "() => frames[0].document.querySelectorAll('[data-timeline] [data-drawn] [data-mark]').length > 9";
        // What of the drawing is not in this small window comes after the paint.
        explorer.becomes(drawn, json!([]), json!(true));

        let found = expected("series=visits").count();
        explorer.read("() => frames[0].document.querySelector('[data-value=visits]').click()", json!([]));
        explorer.becomes(STATE, json!([]), json!(["above", found.to_string(), 0, 0]));

        // The texts arrive, and what is not found is hidden among them.
        server.go_on.send(()).expect("the server waits");
        explorer.becomes(STATE, json!([]), json!(["", found.to_string(), all, found]));
        // And its marks are named by the titles among them.
        let named = "() => [...frames[0].document.querySelectorAll('[data-drawn] [data-mark]')].every(it =>
            it.querySelector('title').textContent.includes(
                frames[0].document.querySelector(`#${it.dataset.mark} h3`).textContent))";
        explorer.becomes(named, json!([]), json!(true));
    });
}
