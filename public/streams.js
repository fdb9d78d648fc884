// Puts the app together from its streams (see `streams.rs`): instructions from
// one, and the operands of each from others, as the rules tell.
const together = (bytes, lengths, rules) => {
  const [LOCALS, INSTRUCTIONS] = [2, 3];
  let end = 0;
  const streams = lengths.map((length) => bytes.subarray(end, end += +length));
  const places = lengths.map(() => 0);
  // A function may need five bytes more, for its length.
  const code = new Uint8Array(bytes.length * 2);
  end = 0;
  const byte = (stream) => code[end++] = streams[stream][places[stream]++];
  // Takes a number over, as it is written, and tells it.
  const number = (stream) => {
    let value = 0, shift = 0, next;
    do {
      next = byte(stream);
      value |= (next & 127) << shift;
      shift += 7;
    } while (next > 127);
    return value;
  };
  const write = (value) => {
    for (; value > 127; value >>>= 7) code[end++] = value & 127 | 128;
    code[end++] = value;
  };
  const operands = new Array(0x200).fill([]);
  for (const rule of rules.split(" ")) {
    const [range, letters] = rule.split(":");
    const [first, last = first] = range.split("-").map((digits) => parseInt(digits, 16));
    operands.fill([...letters].map((letter) => parseInt(letter, 36) - 10), first, last + 1);
  }
  for (let functions = number(LOCALS); functions; functions--) {
    const start = end;
    end += 5;
    for (let groups = number(LOCALS); groups; groups--) {
      number(LOCALS);
      byte(LOCALS);
    }
    for (let depth = 1; depth;) {
      let instruction = byte(INSTRUCTIONS);
      if (instruction == 0xfc) instruction = 0x100 + number(INSTRUCTIONS);
      if (instruction > 1 && instruction < 5) depth++;
      if (instruction == 0x0b) depth--;
      let more = instruction == 0x0e ? number(INSTRUCTIONS) + 1 : 0;
      for (; more; more--) number(INSTRUCTIONS);
      if (instruction == 0x43) more = 4;
      if (instruction == 0x44) more = 8;
      for (; more; more--) byte(INSTRUCTIONS);
      for (const stream of operands[instruction]) number(stream);
    }
    const stop = end;
    end = start;
    write(stop - start - 5);
    code.copyWithin(end, start + 5, stop);
    end += stop - start - 5;
  }
  const length = end;
  write(10);
  write(length);
  const parts = [streams[0], code.subarray(length, end), code.subarray(0, length), streams[1]];
  const module = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  end = 0;
  for (const part of parts) {
    module.set(part, end);
    end += part.length;
  }
  return module;
};
