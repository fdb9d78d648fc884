//! Texts with gaps, so that a language puts what stands in them where it wants.

/// Fills the gaps of a template: `{0}` with the first text, and so on. What is in a
/// text is no gap.
pub fn fill(template: &str, texts: &[&str]) -> String {
    gaps(template, &mut |out, gap| {
        out.push_str(texts.get(usize::from(gap.wrapping_sub(b'0'))).copied().unwrap_or_default());
    })
}

/// Has each gap filled by its name, which is one letter or digit.
pub fn gaps(template: &str, filled: &mut dyn FnMut(&mut String, u8)) -> String {
    let mut out = String::with_capacity(template.len() * 2);
    for part in template.split('{') {
        let Some((gap, rest)) = part.split_once('}') else {
            out.push_str(part);
            continue;
        };
        filled(&mut out, gap.bytes().next().unwrap_or_default());
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn texts_stand_where_the_template_has_them() {
        assert_eq!(fill("{1} of {0}.", &["the day", "12"]), "12 of the day.");
        assert_eq!(fill("{0}, {0}", &["a{1}"]), "a{1}, a{1}");
        assert_eq!(fill("no gap", &[]), "no gap");
    }
}
