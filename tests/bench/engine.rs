//! The engine of the page over generated records, for `make bench`. Compiled to
//! WebAssembly with the page's own profile; natively there is nothing to run.

#[cfg(target_arch = "wasm32")]
mod chance;
#[cfg(target_arch = "wasm32")]
mod records;
#[cfg(target_arch = "wasm32")]
mod words;

#[cfg(target_arch = "wasm32")]
mod bench {
    use standing_invitation::data::{Dataset, Day};
    use standing_invitation::query::search::Texts;
    use standing_invitation::query::{Index, Query, Search};
    use wasm_bindgen::prelude::wasm_bindgen;

    use crate::records::Records;

    /// The engine, and the records that it and its peer are asked about.
    #[wasm_bindgen]
    pub struct Bench {
        records: Records,
        dataset: Dataset,
        index: Option<Index>,
        search: Search,
        /// The counts of the last answer: of each value, then of each year.
        counts: Vec<u32>,
    }

    #[wasm_bindgen]
    impl Bench {
        /// Generates the records.
        #[wasm_bindgen(constructor)]
        pub fn new(n_records: u32) -> Bench {
            let records = Records::generate(n_records);
            let (dataset, search) = (records.dataset(), Search::default());
            Bench { records, dataset, index: None, search, counts: Vec::new() }
        }

        /// For each record which value it has of a facet, counted from 0.
        pub fn column(&self, facet: usize) -> Vec<u8> {
            self.records.columns[facet].clone()
        }

        /// For each record its day.
        pub fn days(&self) -> Vec<i32> {
            self.records.days.clone()
        }

        /// The first day of each year, and behind them the first of the next.
        pub fn years(&self) -> Vec<i32> {
            Records::years().map(|day| day.0).collect()
        }

        /// The titles of some records, a line each.
        pub fn titles(&self, begin: u32, end: u32) -> String {
            let titles: Vec<String> = (begin..end).map(|record| self.records.title(record)).collect();
            titles.join("\n")
        }

        /// Builds the engine.
        pub fn build(&mut self) {
            self.index = Some(self.records.index(&self.dataset));
        }

        /// Reads the titles for search.
        pub fn build_search(&mut self) {
            let texts = |record| [self.records.title(record), String::new(), String::new(), String::new()];
            let texts: Vec<Texts> = (0..self.records.days.len() as u32).map(texts).collect();
            self.search = Search::new(&self.dataset, &texts, &[], "");
        }

        /// Answers a query as the page does and counts the years besides.
        /// Days in the wrong order stand for all time.
        pub fn run(&mut self, values: &[u32], from: i32, to: i32, text: &str) -> u32 {
            let Some(index) = &mut self.index else { return 0 };
            let mut query = Query::default();
            values.iter().for_each(|value| query.toggle(*value));
            if from <= to {
                query.set_range(&self.dataset, Day(from), Day(to));
            }
            let found = if text.is_empty() { None } else { self.search.find(text) };
            let results = index.run(&self.dataset, &query, found.as_ref().map(|found| &found.records));
            self.counts.clear();
            self.counts.extend_from_slice(&results.counts);
            let years = self.records.of_years.windows(2);
            self.counts.extend(years.map(|year| results.timeless.count_within(year[0]..year[1])));
            results.count
        }

        /// Where the counts stand in memory.
        pub fn counts(&self) -> usize {
            self.counts.as_ptr() as usize
        }

        /// How many counts there are.
        pub fn n_counts(&self) -> usize {
            self.counts.len()
        }

        /// How many bytes the engine takes.
        pub fn bytes(&self) -> usize {
            self.index.as_ref().map_or(0, Index::bytes)
        }
    }
}

fn main() {}
