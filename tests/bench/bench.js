// The engine and crossfilter2, asked the same of the same records. Every count
// of all seven dimensions is read after every change on both sides, and the
// bench stops where the two differ.
"use strict";

// In the order of the values: how many each facet has, and where they begin.
const SIZES = [15, 40, 70, 40, 30, 5];
const FIRSTS = SIZES.map((_, facet) => SIZES.slice(0, facet).reduce((a, b) => a + b, 0));
const [SERIES, , BODY, THEME, PLACE] = SIZES.keys();
const N_VALUES = SIZES.reduce((a, b) => a + b, 0);

const DAY = 86_400_000;
const day = (year, month = 1, date = 1) => Date.UTC(year, month - 1, date) / DAY;

// What is chosen: values of facets, a stretch of time, a word.
const nothing = { values: {}, range: null, text: "" };
const choice = (values) => ({ ...nothing, values });
const between = (from, to, values = {}) => ({ ...nothing, values, range: [from, to] });
// Each choice and then nothing again.
const onAndOff = (choices) => choices.flatMap((it) => [it, nothing]);
// A stretch of five years that goes 30 steps of ten days on and comes back: a
// step is about a pixel of the overview.
const steps = (values) => {
  const places = [...Array(30).keys(), ...[...Array(30).keys()].map((it) => 30 - it)];
  return places.map((place) => between(day(2005) + 10 * place, day(2010) + 10 * place, values));
};

// Each is a round of choices that ends where it began.
const ROUNDS = {
  "one value": onAndOff([0, 3, 10].map((value) => choice({ [SERIES]: [value] }))),
  "a rare value": onAndOff([choice({ [BODY]: [SIZES[BODY] - 1] }), choice({ [PLACE]: [SIZES[PLACE] - 1] })]),
  "a set of three": onAndOff([choice({ [THEME]: [1, 4, 9] }), choice({ [BODY]: [0, 12, 30] })]),
  "brush step": steps({}),
  "brush step under two filters": steps({ [SERIES]: [0, 2], [THEME]: [1] }),
  "brush jump": [
    between(day(1985), day(1990)),
    between(day(2010), day(2015)),
    between(day(1995), day(2000)),
    between(day(2005), day(2012)),
  ],
  "text search": onAndOff(["tort", "women", "freedom", "pris"].map((text) => ({ ...nothing, text }))),
};

let ours;
let memory;
let peer;

class Ours {
  constructor(bench) {
    this.bench = bench;
  }

  choose({ values, range, text }) {
    const ids = Object.entries(values).flatMap(([facet, of]) => of.map((value) => FIRSTS[facet] + value));
    const [from, to] = range ?? [1, 0];
    this.bench.run(Uint32Array.from(ids), from, to, text);
    return new Uint32Array(memory.buffer, this.bench.counts(), this.bench.n_counts());
  }
}

class Peer {
  constructor(bench) {
    const columns = SIZES.map((_, facet) => bench.column(facet));
    const days = bench.days();
    this.years = bench.years();
    this.records = crossfilter(Array.from(days.keys()));
    const started = performance.now();
    this.facets = columns.map((column) => this.records.dimension((id) => column[id]));
    this.time = this.records.dimension((id) => days[id]);
    const yearOf = (day) => this.years.findLastIndex((first) => first <= day);
    this.groups = [...this.facets.map((facet) => facet.group()), this.time.group(yearOf)];
    this.groups.forEach((group) => group.all());
    this.built = performance.now() - started;
    this.chosen = nothing;
    this.counts = new Uint32Array(N_VALUES + this.years.length - 1);
  }

  // As a page would: a dimension is filtered anew only where its filter changes.
  choose(wanted) {
    for (const [index, facet] of this.facets.entries()) {
      const of = wanted.values[index];
      if (String(of) === String(this.chosen.values[index])) continue;
      if (!of) facet.filterAll();
      else if (of.length === 1) facet.filterExact(of[0]);
      else {
        const among = new Uint8Array(SIZES[index]);
        of.forEach((value) => (among[value] = 1));
        facet.filterFunction((value) => among[value]);
      }
    }
    if (String(wanted.range) !== String(this.chosen.range)) {
      if (wanted.range) this.time.filterRange([wanted.range[0], wanted.range[1] + 1]);
      else this.time.filterAll();
    }
    if (wanted.text !== this.chosen.text) {
      const term = " " + wanted.text;
      if (wanted.text) this.ids.filterFunction((id) => this.titles[id].includes(term));
      else this.ids.filterAll();
    }
    this.chosen = wanted;
    this.counts.fill(0);
    this.groups.forEach((group, index) => {
      const first = FIRSTS[index] ?? N_VALUES;
      for (const { key, value } of group.all()) this.counts[first + key] = value;
    });
    return this.counts;
  }

  // The titles, folded as ours are: each word after a space.
  readTitles(bench, nRecords) {
    this.titles = [];
    for (let begin = 0; begin < nRecords; begin += 10_000) {
      const lines = bench.titles(begin, Math.min(begin + 10_000, nRecords)).split("\n");
      for (const line of lines) this.titles.push(" " + line);
    }
    this.ids = this.records.dimension((id) => id);
  }
}

async function load() {
  memory = (await wasm_bindgen("bench-engine_bg.wasm")).memory;
  return Object.keys(ROUNDS);
}

// Generates so many records and gives them to both.
function build(nRecords) {
  const bench = new wasm_bindgen.Bench(nRecords);
  const started = performance.now();
  bench.build();
  const built = performance.now() - started;
  ours?.bench.free();
  ours = new Ours(bench);
  peer = new Peer(bench);
  return { ours: built, peer: peer.built, bytes: bench.bytes() / nRecords };
}

// Lets both read the titles; only then can words be searched for.
function buildSearch(nRecords) {
  ours.bench.build_search();
  peer.readTitles(ours.bench, nRecords);
}

// How often each side goes through a round in one sample, so that the clock can
// tell it.
let repeats;

// Sees that both count alike, and gets both into their stride.
function prepare(name) {
  const round = ROUNDS[name];
  compare(name, round);
  repeats = [ours, peer].map((side) => {
    const spent = time(side, round, 1) * round.length;
    return Math.max(1, Math.min(200, Math.ceil(20 / spent)));
  });
}

// The milliseconds that a change of a round takes on each side.
function sample(name) {
  const [left, right] = [ours, peer].map((side, index) => time(side, ROUNDS[name], repeats[index]));
  return { ours: left, peer: right };
}

// Each round begins with nothing chosen.
function clear() {
  [ours, peer].forEach((side) => side.choose(nothing));
}

let seen = 0;

function time(side, round, rounds) {
  const started = performance.now();
  for (let again = 0; again < rounds; again++) {
    for (const wanted of round) {
      for (const count of side.choose(wanted)) seen += count;
    }
  }
  return (performance.now() - started) / (rounds * round.length);
}

function compare(name, round) {
  for (const wanted of round) {
    const [left, right] = [ours.choose(wanted), peer.choose(wanted)];
    const differs = left.findIndex((count, index) => count !== right[index]);
    if (left.length !== right.length || differs !== -1) {
      const what = `count ${differs} is ${left[differs]} here and ${right[differs]} there`;
      throw new Error(`${name}, ${JSON.stringify(wanted)}: ${what}`);
    }
  }
}
