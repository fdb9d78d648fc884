//! Leaves out of our own sources what a browser does not read.
//!
//! Both functions know our style and rely on it; they are not for the files
//! of others.

/// A style sheet without its comments and needless blanks.
///
/// Quoted text stays as it is. A blank stays where it can mean something:
/// between selectors, around `+` and `-`, before `(` and `:`.
pub fn style(css: &str) -> String {
    const TIGHT: &str = "{};,>()";
    let mut out = String::with_capacity(css.len());
    let mut blank = false;
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            blank = true;
            continue;
        }
        if c.is_whitespace() {
            rest = rest.trim_start();
            blank = true;
            continue;
        }
        if blank {
            let before = out.chars().next_back().unwrap_or('{');
            let after_tight = (TIGHT.contains(before) && before != ')') || before == ':';
            let before_tight = TIGHT.contains(c) && c != '(';
            if !after_tight && !before_tight {
                out.push(' ');
            }
            blank = false;
        }
        if c == '}' && out.ends_with(';') {
            out.pop();
        }
        let len = match c {
            '"' | '\'' => quoted(rest, c),
            _ => c.len_utf8(),
        };
        out.push_str(&rest[..len]);
        rest = &rest[len..];
    }
    out
}

/// A script without the lines that are only a comment, and unindented.
pub fn script(js: &str) -> String {
    js.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// How long the quoted text at the start of `css` is, its quotes included.
fn quoted(css: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in css.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    css.len()
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(css: &str, expected: Expect) {
        expected.assert_eq(&super::style(css));
    }

    #[test]
    fn comments_and_blanks_go() {
        check(
            "/* Quiet. */\n:root {\n  color-scheme: light dark; /* both */\n  --ink: #111;\n}\n\nul,\nol { margin: 0 }\n",
            expect![":root{color-scheme:light dark;--ink:#111}ul,ol{margin:0}"],
        );
    }

    #[test]
    fn blanks_that_mean_something_stay() {
        check(
            "main :focus-visible > a + b { width: calc( 1px + (2 * 3em) ); margin: 0 -1px }",
            expect!["main :focus-visible>a + b{width:calc(1px + (2 * 3em));margin:0 -1px}"],
        );
        check(
            "@media (min-width: 40em) and (hover) { p { color: red !important } }",
            expect!["@media (min-width:40em) and (hover){p{color:red !important}}"],
        );
        check("a:is(b, c) d { x: y(1) z }", expect!["a:is(b,c) d{x:y(1) z}"]);
    }

    #[test]
    fn quoted_text_stays() {
        check(
            r#"q::before { content: "a ; } /* \" */  b" }  i { content: '' }"#,
            expect![[r#"q::before{content:"a ; } /* \" */  b"}i{content:''}"#]],
        );
    }

    #[test]
    fn an_open_end_is_the_end() {
        check("a { } /* no end", expect!["a{}"]);
        check("a { content: \"no end", expect!["a{content:\"no end"]);
    }

    #[test]
    fn scripts_keep_their_lines() {
        expect!["f(() => {\na; // stays\n});"]
            .assert_eq(&super::script("// Why.\nf(() => {\n  // What.\n\n  a; // stays\n});\n"));
    }
}
