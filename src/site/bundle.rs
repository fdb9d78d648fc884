//! Packs the page and its app into one file that asks for no other.
//!
//! The file is read from top to bottom: the policy, the style, what is seen
//! first, the app, and then all texts; so the app starts while they arrive.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256};

use crate::data::blob::SWAPS;
use crate::site::streams::{RULES, streams};
use crate::site::{head, minify};
use crate::text::language::Language;

/// Starts the app, or leaves the page as it is.
pub const BOOT: &str = include_str!("../../public/boot.js");

/// Puts the app together again from its streams.
const TOGETHER: &str = include_str!("../../public/streams.js");

/// Gives the controls their room before anything is seen, where the app can run.
pub const HEAD: &str = include_str!("../../public/head.js");

/// What a page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The language of the page, for `<html lang dir>`.
    pub language: &'a Language,
    /// The title of the window, as plain text.
    pub title: &'a str,
    /// One sentence for search engines, as plain text.
    pub description: &'a str,
    /// What stands in the head for those who make previews of links; may be empty.
    pub preview: &'a str,
    /// The style sheet.
    pub style: &'a str,
    /// What stands in `<body>` before the app, as HTML: it must hold no script and
    /// no style.
    pub above: &'a str,
    /// What stands there behind it.
    pub below: &'a str,
    /// The script that wasm-bindgen wrote with `--target no-modules`.
    pub glue: &'a str,
    /// The numbers of the dataset that the body tells in words.
    pub numbers: &'a [u8],
    /// The app, which is the same for every dataset.
    pub wasm: &'a [u8],
}

/// The parts as they stand in the page, each with its name, in their order.
#[derive(Clone, Debug)]
pub struct Page {
    /// The whole file.
    pub html: String,
    /// The parts, for weighing.
    pub parts: [(&'static str, Vec<u8>); 7],
}

/// Writes the page.
///
/// # Errors
/// When a part is not what it must be: the glue of another version of
/// wasm-bindgen, a body with code that the policy would block, or an app that
/// names folders of the machine it was built on.
pub fn bundle(parts: &Parts) -> Result<Page, String> {
    inert(parts.above)?;
    inert(parts.below)?;
    anonymous(parts.wasm)?;
    let style = in_style(&minify::style(parts.style));
    let glue = in_script(&without_own_address(parts.glue)?);
    let boot = in_script(&minify::script(&[TOGETHER, BOOT].concat()));
    let streams = streams(parts.wasm)?;
    let numbers = letters(parts.numbers);
    let (lengths, packed) = (streams.lengths(), letters(&streams.bytes()));
    let head = in_script(&minify::script(HEAD));
    let policy = policy(&[&head, &glue, &boot], &style);
    let begin = head::begin(&policy, "", parts.description, parts.title);
    let Language { tag, direction, .. } = parts.language;
    let (above, below, preview) = (parts.above, parts.below, parts.preview);

    let html = format!(
        r#"<!doctype html>
<html lang="{tag}" dir="{direction}">
<head>
{begin}{preview}<style>{style}</style>
<script>{head}</script>
</head>
<body>
{above}
<script type="text/plain" id="numbers">{numbers}</script>
<script type="text/plain" id="wasm" data-lengths="{lengths}" data-rules="{RULES}">{packed}</script>
<script>{glue}</script>
<script>{boot}</script>
{below}
</body>
</html>
"#
    );
    Ok(Page {
        html,
        parts: [
            ("style", style.into_bytes()),
            ("records", [above, below].concat().into_bytes()),
            ("numbers", numbers.into_bytes()),
            ("wasm", parts.wasm.to_vec()),
            ("wasm, packed", packed.into_bytes()),
            ("glue", glue.into_bytes()),
            ("boot", boot.into_bytes()),
        ],
    })
}

/// The app, or the numbers, as text, a letter for each byte, which brotli packs almost as well as
/// the bytes themselves: 10 kB better than base64 of gzip, and no browser needs
/// to unpack it. Plain printable letters stand for themselves, all else for the
/// byte plus 256; so the byte is the low half of the letter's code. But the
/// bytes that would most often take two letters' room and the plain letters that
/// are rarest change places: these letters, and then those bytes, come first.
/// None of the letters can end a script or is changed when a page is saved.
fn letters(wasm: &[u8]) -> String {
    let mut frequent = [0_u32; 256];
    wasm.iter().for_each(|byte| frequent[usize::from(*byte)] += 1);
    let (mut plain, mut other): (Vec<u8>, Vec<u8>) = (0..=255).partition(is_plain);
    plain.sort_by_key(|byte| frequent[usize::from(*byte)]);
    other.sort_by_key(|byte| std::cmp::Reverse(frequent[usize::from(*byte)]));
    plain.truncate(SWAPS);
    other.truncate(SWAPS);

    let mut letters: Vec<char> = (0..=255).map(letter).collect();
    for (plain, other) in plain.iter().zip(&other) {
        letters[usize::from(*other)] = char::from(*plain);
        letters[usize::from(*plain)] = wide(*plain);
    }
    let head = plain.iter().map(|byte| char::from(*byte)).chain(other.iter().map(|byte| wide(*byte)));
    head.chain(wasm.iter().map(|byte| letters[usize::from(*byte)])).collect()
}

/// Whether a byte stands for itself as a letter.
fn is_plain(byte: &u8) -> bool {
    (b' '..=b'~').contains(byte) && *byte != b'<'
}

/// The letter of a byte that is not plain.
fn wide(byte: u8) -> char {
    char::from_u32(256 + u32::from(byte)).unwrap_or_default()
}

/// The letter of a byte; the byte is the low half of its code.
fn letter(byte: u8) -> char {
    if is_plain(&byte) { char::from(byte) } else { wide(byte) }
}

/// What the page may do: run its own scripts and styles, show images that it
/// carries itself, and nothing else. It cannot reach any server.
fn policy(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<_> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; \
         connect-src 'none'; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        hash(style),
    )
}

/// What a policy calls a script or style by.
pub(crate) fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

/// The glue without the line in which it looks for its own address, which
/// throws where the page has none (`about:srcdoc`). It would need the address
/// only to fetch the app, and the app is already here.
fn without_own_address(glue: &str) -> Result<String, String> {
    const START: &str = "new URL(document.currentScript.src";
    const END: &str = ").toString()";
    let found = glue.matches("currentScript.src").count();
    let cut = glue.split_once(START).and_then(|(before, rest)| {
        let (address, after) = rest.split_once(END)?;
        (address.len() < 40).then(|| format!("{before}void 0{after}"))
    });
    match (found, cut) {
        (1, Some(glue)) => Ok(glue),
        _ => Err(format!(
            "the glue must contain `{START}…{END}` once, but mentions its address {found} times: \
             has the version of wasm-bindgen changed?"
        )),
    }
}

/// Refuses what the policy would silently block.
fn inert(body: &str) -> Result<(), String> {
    let lower = body.to_ascii_lowercase();
    for tag in ["<script", "<style", "<iframe", "<link", " style="] {
        if let Some(at) = lower.find(tag) {
            let near: String = body[at..].chars().take(60).collect();
            return Err(format!("the body must not contain `{tag}`: {near}"));
        }
    }
    Ok(())
}

/// Refuses an app that was built without `scripts/app`, which hides where the
/// crates lie on this machine.
fn anonymous(wasm: &[u8]) -> Result<(), String> {
    const FOLDER: &[u8] = b"/registry/src/";
    if wasm.windows(FOLDER.len()).any(|it| it == FOLDER) {
        return Err("the app names folders of this machine: build it with `make build`".to_owned());
    }
    Ok(())
}

/// Code that cannot end the `<script>` it stands in. In quoted text, where
/// alone these can occur, the backslash changes nothing.
fn in_script(js: &str) -> String {
    js.replace('\r', "").replace("<!--", r"<\!--").replace("</s", r"<\/s").replace("</S", r"<\/S")
}

/// Style that cannot end the `<style>` it stands in.
pub(crate) fn in_style(css: &str) -> String {
    css.replace('\r', "").replace("</", r"<\/")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::data::blob::bytes;

    const GLUE: &str = "let wasm_bindgen = (function() {
    let script_src;
    if (typeof document !== 'undefined' && document.currentScript !== null) {
        script_src = new URL(document.currentScript.src, location.href).toString();
    }
})();";

    fn parts() -> Parts<'static> {
        Parts {
            language: &crate::text::LANGUAGE,
            title: "Q & A",
            description: "\"Said\" <and> done",
            preview: "",
            style: "p { margin: 0 }",
            above: "<p data-plain>Readable.</p>",
            below: "<p>All texts.</p>",
            glue: GLUE,
            numbers: b"\x01a",
            wasm: WASM,
        }
    }

    /// A module with one function that does nothing.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\x0a\x04\x01\x02\0\x0b";

    fn page(parts: Parts) -> String {
        bundle(&parts).map(|page| page.html).unwrap_or_default()
    }

    fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
        html.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(inner, _)| inner)
    }

    #[test]
    fn the_head_is_complete_and_escaped() {
        let html = page(parts());
        let head = between(&html, "<head>\n", "<style>");
        let hashes = head.matches("'sha256-").count();
        assert_eq!(hashes, 4, "three scripts and a style");
        let head: Vec<_> = head.split('\'').filter(|part| !part.starts_with("sha256-")).collect();
        expect![[r#"
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ' ' ' 'wasm-unsafe-eval'; style-src '; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'">
            <meta http-equiv="x-dns-prefetch-control" content="off">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="description" content="&quot;Said&quot; &lt;and&gt; done">
            <title>Q &amp; A</title>
            <link rel="icon" href="data:,">
        "#]]
        .assert_eq(&head.join("'"));
    }

    #[test]
    fn the_texts_come_behind_the_app() {
        let html = page(parts());
        let places = ["Readable.", "id=\"wasm\"", "All texts."].map(|it| html.find(it));
        assert!(places.is_sorted() && places[0].is_some());
    }

    #[test]
    fn the_policy_names_what_the_page_runs() {
        let html = page(parts());
        let mut rest = html.as_str();
        let mut scripts = 0;
        while let Some((_, after)) = rest.split_once("<script>") {
            let code = between(after, "", "</script>");
            assert!(html.contains(&hash(code)));
            (rest, scripts) = (after, scripts + 1);
        }
        assert_eq!(scripts, 3);
        assert!(html.contains(&hash("p{margin:0}")));
    }

    #[test]
    fn a_hash_is_what_browsers_compute() {
        // The example of the standard, Content Security Policy Level 3, 6.7.3.
        expect!["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"]
            .assert_eq(&hash("alert('Hello, world.');"));
    }

    #[test]
    fn letters_can_be_read_as_bytes_again() {
        let wasm: Vec<u8> = (0..=255).chain([0, 0, 7, b'a', 255, b'<']).collect();
        assert_eq!(bytes(&letters(&wasm)), wasm);
    }

    #[test]
    fn the_glue_forgets_its_address() {
        expect![[r#"
            let wasm_bindgen = (function() {
                let script_src;
                if (typeof document !== 'undefined' && document.currentScript !== null) {
                    script_src = void 0;
                }
            })();"#]]
        .assert_eq(&without_own_address(GLUE).unwrap_or_default());

        let minified = "b=new URL(document.currentScript.src,location.href).toString()};";
        assert_eq!(without_own_address(minified).as_deref(), Ok("b=void 0};"));
    }

    #[test]
    fn other_glue_is_refused() {
        let twice = GLUE.repeat(2);
        for glue in ["", "let wasm_bindgen;", &twice, "f(document.currentScript.src)"] {
            assert!(bundle(&Parts { glue, ..parts() }).is_err(), "{glue}");
        }
    }

    #[test]
    fn a_body_with_code_is_refused() {
        for body in ["<SCRIPT>", "<p style=\"margin:0\">", "<style>", "<iframe src=x>"] {
            assert!(bundle(&Parts { above: body, ..parts() }).is_err(), "{body}");
            assert!(bundle(&Parts { below: body, ..parts() }).is_err(), "{body}");
        }
    }

    #[test]
    fn an_app_that_names_folders_is_refused() {
        let wasm = [WASM, b"\0\x30 /home/me/.cargo/registry/src/leptos/lib.rs"].concat();
        assert!(bundle(&Parts { wasm: &wasm, ..parts() }).is_err());
    }

    #[test]
    fn nothing_ends_its_element_early() {
        let glue = GLUE.replace("let script_src;", "let s = '</Script><!--';");
        let html = page(Parts { glue: &glue, ..parts() });
        assert!(html.contains(r"let s = '<\/Script><\!--';"));

        let style = "a::before { content: '</style>' }";
        assert!(page(Parts { style, ..parts() }).contains(r"content:'<\/style>'"));
    }
}
