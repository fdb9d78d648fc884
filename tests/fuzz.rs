//! What holds for every input from outside (`fuzz/checks.rs`): over the inputs
//! that the fuzzer has kept, and over random ones.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use proptest::prelude::*;

#[path = "../fuzz/checks.rs"]
mod checks;

/// Makes a check over every input that the fuzzer has kept for it, and over
/// what is left when any of them loses its end.
fn kept(target: &str, check: fn(&[u8])) {
    let path = format!("fuzz/corpus/{target}.txt");
    let lines = std::fs::read_to_string(&path).expect("the inputs that were kept");
    for line in lines.lines() {
        let input = BASE64.decode(line).unwrap_or_else(|error| panic!("{path}: {line}: {error}"));
        check(&input);
        check(&input[..input.len() / 2]);
    }
    assert!(lines.lines().count() > 15, "{path} holds inputs");
}

#[test]
fn addresses() {
    kept("address", checks::address);
}

#[test]
fn dates() {
    kept("date", checks::date);
}

#[test]
fn searches() {
    kept("search", checks::search);
}

#[test]
fn messages() {
    kept("message", checks::message);
}

#[test]
fn excerpts() {
    kept("excerpt", checks::excerpt);
}

#[test]
fn numbers() {
    kept("numbers", checks::numbers);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_date(text in "[0-9XYES~?%./{}\\[\\],TZ:-]{0,16}") {
        checks::date(text.as_bytes());
    }

    #[test]
    fn any_excerpt(text in "(\\PC|[<>&\"{}\\\\%_=+法\\t]){0,30}") {
        checks::excerpt(text.as_bytes());
    }

    #[test]
    fn any_numbers(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        checks::numbers(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_address(bytes in prop::collection::vec(any::<u8>(), 0..80), key in "(q|from|to|asof|series|theme\\.(all|none)|sort)=") {
        checks::address(&[key.as_bytes(), &bytes].concat());
    }

    #[test]
    fn any_search(text in "(\\PC|[a-z \"é刘\u{301}]){0,40}") {
        checks::search(text.as_bytes());
    }
}
