//! Records as a Data Package: the table of claims with its schema, what it is, and
//! how to cite it, in one zip file. What is in it is not compressed: a page has no
//! need to carry what would do so.

use crate::excerpt::json::{next, object};
use crate::excerpt::{Excerpt, Form, citation, csv, reference};
use crate::html::plain;
use crate::text;
use crate::text::excerpt as words;

/// The files of the package: names and contents.
pub fn files(excerpt: &Excerpt) -> [(&'static str, String); 4] {
    [
        ("README.md", readme(excerpt)),
        ("datapackage.json", descriptor(excerpt)),
        ("claims.csv", csv::text(excerpt)),
        ("references.bib", reference::text(excerpt, Form::Bibtex)),
    ]
}

/// What the package is, for people.
pub fn readme(excerpt: &Excerpt) -> String {
    let about = &excerpt.about;
    let mut out = ["# ", &about.title, "\n\n", &about.asked_after(&about.count), ". "].concat();
    out.push_str(&text::horizon(excerpt.horizon));
    let cite = plain(&citation::html(excerpt, Form::Un));
    out.push_str(&["\n\n", words::PACKAGE, "\n\n", &cite, "\n\n", &about.licence, "\n"].concat());
    out
}

/// The descriptor: what the table is, and each of its columns.
fn descriptor(excerpt: &Excerpt) -> String {
    let about = &excerpt.about;
    let mut out = String::new();
    let names = ["profile", "name", "title", "version", "homepage"];
    object(
        &mut out,
        &names,
        &["tabular-data-package", "claims", &about.title, &about.version, &about.address],
    );
    out.push_str(",\n\"resources\": [");
    let names = ["profile", "name", "path", "encoding"];
    object(&mut out, &names, &["tabular-data-resource", "claims", "claims.csv", "utf-8-sig"]);
    out.push_str(", \"schema\": {\"fields\": [");
    for (place, (name, meaning)) in csv::columns().into_iter().zip(words::COLUMNS).enumerate() {
        next(&mut out, place);
        object(&mut out, &["name", "type", "description"], &[name, "string", meaning]);
        out.push('}');
    }
    out.push_str("]}}]}\n");
    out
}

/// The files as one zip file, each as it is. No file has a day: nothing here asks
/// for the time, so that the same records are the same file.
pub fn zip(files: &[(&str, String)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let start = out.len() as u32;
        let mut head = Vec::new();
        // The version needed, names in UTF-8, not compressed, the first day of 1980.
        shorts(&mut head, &[20, 0x0800, 0, 0, 0x21]);
        longs(&mut head, &[checksum(content.as_bytes()), content.len() as u32, content.len() as u32]);
        shorts(&mut head, &[name.len() as u16, 0]);
        longs(&mut out, &[0x0403_4b50]);
        out.extend(&head);
        out.extend(name.bytes().chain(content.bytes()));
        longs(&mut directory, &[0x0201_4b50]);
        shorts(&mut directory, &[20]);
        directory.extend(&head);
        shorts(&mut directory, &[0, 0, 0]);
        longs(&mut directory, &[0, start]);
        directory.extend(name.bytes());
    }
    let (start, n_files) = (out.len() as u32, files.len() as u16);
    out.extend(&directory);
    longs(&mut out, &[0x0605_4b50]);
    shorts(&mut out, &[0, 0, n_files, n_files]);
    longs(&mut out, &[directory.len() as u32, start]);
    shorts(&mut out, &[0]);
    out
}

fn shorts(out: &mut Vec<u8>, numbers: &[u16]) {
    numbers.iter().for_each(|number| out.extend(number.to_le_bytes()));
}

fn longs(out: &mut Vec<u8>, numbers: &[u32]) {
    numbers.iter().for_each(|number| out.extend(number.to_le_bytes()));
}

/// The checksum of zip files, CRC-32.
fn checksum(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 },
        )
    });
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b""), 0);
    }
}
