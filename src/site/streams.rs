//! The app's code taken apart, so that it packs smaller.
//!
//! In a WebAssembly module each instruction is followed by its operands: the
//! number of a local, an offset, the number of a function. Compressors find more
//! that repeats when all instructions stand together, and all operands of each
//! sort, each in a stream of its own; that saves 7 % of the app in brotli.
//! `boot.js` puts the module together again, by the same [`RULES`].

/// Which operands follow which instructions, as `FIRST[-LAST]:STREAMS`, with the
/// instructions in hexadecimal and a letter for the stream of each operand.
/// Those of the prefix `fc` are counted from 100 on. Every operand is a number
/// of variable length, as WebAssembly writes them. Three instructions have
/// operands of other sorts: a table of branches, and numbers with a point.
///
/// From the WebAssembly Core Specification 2.0, 5.4 (without vectors).
pub const RULES: &str = "2-4:e c-d:f 10:g 11:hh 20-22:n 23-26:i 28-3e:jk 3f-40:i 41:l 42:m d0:i d2:i \
    108:ii 109:i 10a:ii 10b:i 10c:ii 10d:i 10e:ii 10f-111:i";

/// Instructions without operands.
const PLAIN: &str = "0-1: 5: b: f: 1a-1b: 45-c4: d1: 100-107:";

/// How many streams there are; in this order they stand in the page.
const N_STREAMS: usize = 14;

/// What stands before the code, and what stands after it.
const BEFORE: usize = 0;
const AFTER: usize = 1;
/// How many functions there are, and the locals of each.
const LOCALS: usize = 2;
/// The instructions, and what operands have no stream of their own.
const INSTRUCTIONS: usize = 3;

const BLOCK: u16 = 0x02;
const IF: u16 = 0x04;
const END: u16 = 0x0b;
const BRANCH_TABLE: u16 = 0x0e;
const FLOAT: u16 = 0x43;
const DOUBLE: u16 = 0x44;
const PREFIX: u16 = 0xfc;

/// The id of the section that holds the code.
const CODE: u8 = 10;

/// A module in streams.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Streams {
    /// Each stream, in the order of their letters.
    pub streams: [Vec<u8>; N_STREAMS],
}

impl Streams {
    /// All streams one after the other.
    pub fn bytes(&self) -> Vec<u8> {
        self.streams.concat()
    }

    /// The length of each, with a space between.
    pub fn lengths(&self) -> String {
        self.streams.each_ref().map(|stream| stream.len().to_string()).join(" ")
    }
}

/// Takes a module apart.
///
/// # Errors
/// When it holds what [`RULES`] does not know, as an instruction of a later
/// version of WebAssembly; then the rules need a line for it.
pub fn streams(wasm: &[u8]) -> Result<Streams, String> {
    let mut module = Reader { bytes: wasm, at: 8 };
    let mut taken = Streams::default();
    loop {
        let start = module.at;
        let section = module.byte().map_err(|_| "the module has no code".to_string())?;
        let length = module.number()? as usize;
        if section != CODE {
            module.at += length;
            continue;
        }
        let end = module.at + length;
        let (before, after) = (wasm.get(..start), wasm.get(end..));
        let (Some(before), Some(after)) = (before, after) else { return Err(ENDS.to_string()) };
        taken.streams[BEFORE].extend(before);
        taken.streams[AFTER].extend(after);
        let n_functions = module.take(&mut taken, LOCALS)?;
        for _ in 0..n_functions {
            function(&mut module, &mut taken)?;
        }
        return if module.at == end { Ok(taken) } else { Err("the code has another length".to_string()) };
    }
}

/// Takes one function apart. Its length is not kept: it can be counted again.
fn function(module: &mut Reader, taken: &mut Streams) -> Result<(), String> {
    let start = module.at;
    let length = module.number()?;
    if module.bytes.get(start..module.at) != Some(number(length).as_slice()) {
        return Err("the length of a function is not written as short as it could be".to_string());
    }
    let end = module.at + length as usize;
    for _ in 0..module.take(taken, LOCALS)? {
        module.take(taken, LOCALS)?;
        taken.streams[LOCALS].push(module.byte()?);
    }
    let mut depth = 1;
    while depth > 0 {
        let byte = module.byte()?;
        taken.streams[INSTRUCTIONS].push(byte);
        let mut instruction = u16::from(byte);
        if instruction == PREFIX {
            instruction = 0x100 + module.take(taken, INSTRUCTIONS)? as u16;
        }
        match instruction {
            BLOCK..=IF => depth += 1,
            END => depth -= 1,
            _ => {}
        }
        match instruction {
            BRANCH_TABLE => {
                for _ in 0..=module.take(taken, INSTRUCTIONS)? {
                    module.take(taken, INSTRUCTIONS)?;
                }
            }
            FLOAT | DOUBLE => {
                for _ in 0..(instruction - FLOAT + 1) * 4 {
                    taken.streams[INSTRUCTIONS].push(module.byte()?);
                }
            }
            _ => {
                let streams = rule(RULES, instruction).or_else(|| rule(PLAIN, instruction));
                let streams = streams.ok_or_else(|| {
                    format!("streams.rs has no rule for the instruction {instruction:x}: add one")
                })?;
                for letter in streams.bytes() {
                    module.take(taken, usize::from(letter - b'a'))?;
                }
            }
        }
    }
    if module.at == end { Ok(()) } else { Err("a function has another length".to_string()) }
}

/// The streams of an instruction's operands.
fn rule(rules: &str, instruction: u16) -> Option<&str> {
    let number = |text| u16::from_str_radix(text, 16).ok();
    rules.split_whitespace().find_map(|rule| {
        let (instructions, streams) = rule.split_once(':')?;
        let (first, last) = instructions.split_once('-').unwrap_or((instructions, instructions));
        (number(first)?..=number(last)?).contains(&instruction).then_some(streams)
    })
}

/// A number as WebAssembly writes it, as short as it can be.
fn number(number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = number;
    while rest > 127 {
        bytes.push(rest as u8 | 128);
        rest >>= 7;
    }
    bytes.push(rest as u8);
    bytes
}

const ENDS: &str = "the module ends too early";

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8, String> {
        let byte = self.bytes.get(self.at).copied().ok_or(ENDS)?;
        self.at += 1;
        Ok(byte)
    }

    /// Reads a number; its lowest 32 bits, where it has more.
    fn number(&mut self) -> Result<u32, String> {
        let (mut number, mut shift) = (0_u32, 0);
        loop {
            let byte = self.byte()?;
            number |= u32::from(byte & 127).checked_shl(shift).unwrap_or_default();
            shift += 7;
            if byte < 128 {
                return Ok(number);
            }
        }
    }

    /// Reads a number, and takes its bytes into a stream.
    fn take(&mut self, taken: &mut Streams, stream: usize) -> Result<u32, String> {
        let start = self.at;
        let number = self.number()?;
        let bytes = self.bytes.get(start..self.at).unwrap_or_default();
        taken.streams.get_mut(stream).ok_or("no such stream")?.extend(bytes);
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function of this code, and a section on both sides.
    fn module(code: &[u8]) -> Vec<u8> {
        let mut body = vec![1, 2, 0x7f];
        body.extend(code);
        let mut section = vec![1];
        section.extend(number(body.len() as u32));
        section.extend(body);
        let mut wasm = b"\0asm\x01\0\0\0\x01\x01\x00".to_vec();
        wasm.push(CODE);
        wasm.extend(number(section.len() as u32));
        wasm.extend(section);
        wasm.extend(b"\x0b\x01\x00");
        wasm
    }

    #[test]
    fn operands_stand_together() {
        // block; local.get 1; local.get 300; i32.load 2 16; br 0; end; i32.const -1; f32.const; end
        let code = [
            0x02, 0x40, 0x20, 1, 0x20, 0xac, 2, 0x28, 2, 16, 0x0c, 0, 0x0b, 0x41, 0x7f, 0x43, 1, 2, 3, 4,
            0x0b,
        ];
        let taken = streams(&module(&code)).expect("known instructions");
        let stream = |letter: u8| taken.streams[usize::from(letter - b'a')].as_slice();
        assert_eq!(stream(b'a'), b"\0asm\x01\0\0\0\x01\x01\x00");
        assert_eq!(stream(b'b'), b"\x0b\x01\x00");
        assert_eq!(stream(b'c'), [1, 1, 2, 0x7f], "one function, one group of two locals");
        assert_eq!(stream(b'd'), [0x02, 0x20, 0x20, 0x28, 0x0c, 0x0b, 0x41, 0x43, 1, 2, 3, 4, 0x0b]);
        assert_eq!(stream(b'e'), [0x40], "the type of the block");
        assert_eq!(stream(b'n'), [1, 0xac, 2], "locals");
        assert_eq!(taken.lengths(), "11 3 4 13 1 1 0 0 0 1 1 1 0 3");
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for (code, message) in [
            (&[0xfd, 0x0c, 0x0b][..], "no rule for the instruction fd"),
            (&[0xfc, 0x20, 0x0b], "no rule for the instruction 120"),
            (&[0x20], "ends too early"),
        ] {
            let error = streams(&module(code)).expect_err(message);
            assert!(error.contains(message), "{error}");
        }
        assert!(streams(b"\0asm\x01\0\0\0").is_err());
    }
}
