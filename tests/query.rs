//! What queries yield, written as the addresses that readers share.

use expect_test::{Expect, expect};
use proptest::prelude::*;
use standing_invitation::data::compile::{PAGE_IDS, PAGE_PREFIXES};
use standing_invitation::data::corpus::Corpus;
use standing_invitation::data::{Dataset, Day, Facet, RecordId};
use standing_invitation::html;
use standing_invitation::query::unknown::unknown;
use standing_invitation::query::{
    Colour, Embed, Index, Look, Query, Results, Scheme, Search, Selection, View, url,
};
use standing_invitation::{site, text};

#[path = "search/corpus.rs"]
mod corpus;

struct Explorer {
    dataset: Dataset,
    index: Index,
    search: Search,
}

fn explorer() -> Explorer {
    let corpus = Corpus::embedded();
    let dataset = Dataset::embedded();
    let search = corpus::search(&corpus, &dataset);
    Explorer { index: Index::new(&dataset), search, dataset }
}

impl Explorer {
    fn run(&mut self, query: &Query) -> Results {
        let found = self.search.find(&query.text);
        self.index.run(&self.dataset, query, found.as_ref().map(|found| &found.records))
    }

    fn ids(&mut self, fragment: &str) -> Vec<String> {
        let query = url::parse(&self.dataset, fragment);
        let results = self.run(&query);
        results.records.iter().map(|id| self.dataset.records[id as usize].id.clone()).collect()
    }
}

#[track_caller]
fn check(fragment: &str, expected: Expect) {
    let mut ids = explorer().ids(fragment);
    ids.sort();
    expected.assert_eq(&ids.join("\n"));
}

#[test]
fn facets_narrow_down() {
    check(
        "series=visits&body=sr-torture",
        expect![[r#"
        visit-torture-2005
        visit-torture-2015"#]],
    );
    check(
        "place=hong-kong",
        expect![[r#"
        hong-kong-aspirations
        rating-discrimination
        rating-nhri
        reaction-ganhri-hong-kong
        reaction-hrw-yearly-reports
        tb-cescr-second"#]],
    );
    check(
        "series=treaties&theme=refugees~women",
        expect![[r#"
        treaty-cedaw
        treaty-refugees"#]],
    );
}

#[test]
fn text_finds_word_beginnings_in_any_order_case_and_script() {
    check("q=INDEPENDENCE+lawy&series=visits", expect!["visit-judges-lawyers"]);
    check("q=A/HRC/25/5&series=visits", expect!["upr-2013-visit-recommendations"]);
    check("q=%E5%88%98%E6%99%93%E6%B3%A2", expect!["nobel-laureate-imprisonment"]);
    check("q=uighur+surveillance", expect!["xinjiang-surveillance"]);
    check("q=%E7%BB%B4%E5%90%BE+surveillance", expect!["xinjiang-surveillance"]);
    check("q=ghur", expect![[""]]);
}

#[test]
fn the_as_of_day_decides_what_is_pending() {
    check(
        "status=requested&asof=2008",
        expect![[r#"
        visit-defenders-2008
        visit-executions
        visit-health
        visit-housing"#]],
    );
    check("status=requested", expect![[""]]);
    check("status=accepted-last", expect!["visit-religious-freedom"]);
}

#[test]
fn a_stretch_of_time_holds_what_certainly_and_what_possibly_falls_into_it() {
    check(
        "series=visits&from=2005-08&to=2005-09-05&certain=1",
        expect![[r#"
        visit-high-commissioner-2005
        visit-religious-freedom"#]],
    );
    let mut explorer = explorer();
    let all = explorer.ids("from=2005-08&to=2005-09-05").len();
    let certain = explorer.ids("from=2005-08&to=2005-09-05&certain=1").len();
    let query = url::parse(&explorer.dataset, "from=2005-08&to=2005-09-05");
    assert_eq!(explorer.run(&query).possible as usize, all - certain);
    let results = explorer.run(&query);
    let said = standing_invitation::text::in_years(results.count - results.possible, results.possible);
    assert_eq!(said, format!(": {certain} certainly, {} possibly in these years", all - certain));
    assert!(0 < certain && certain < all, "both kinds were tried");
}

#[test]
fn a_count_is_what_one_would_get() {
    let mut explorer = explorer();
    for fragment in [
        "",
        "series=visits",
        "series=visits&kind=ngo&asof=2010",
        "q=lawyers&from=2010",
        "theme=torture~women&certain=1&to=2014",
    ] {
        let query = url::parse(&explorer.dataset, fragment);
        let results = explorer.run(&query);
        for facet in Facet::ALL {
            let values: Vec<u32> = explorer.dataset.values_of(facet).map(|(id, _)| id).collect();
            for value in &values {
                let mut chosen = query.clone();
                chosen.values.retain(|id| !values.contains(id));
                chosen.toggle(*value);
                let count = explorer.run(&chosen).count;
                let label = &explorer.dataset.values[*value as usize].key;
                assert_eq!(results.counts[*value as usize], count, "{label} after {fragment}");
            }
        }
    }
}

#[test]
fn each_record_has_one_status_on_each_day() {
    let mut explorer = explorer();
    for year in 1950..2030 {
        let query = Query { as_of: Some(Day::new(year, 7, 1)), ..Query::default() };
        let results = explorer.run(&query);
        let statuses = explorer.dataset.values_of(Facet::Status);
        let sum: u32 = statuses.map(|(id, _)| results.counts[id as usize]).sum();
        assert_eq!(sum as usize, explorer.dataset.records.len(), "{year}");
    }
}

#[test]
fn junk_in_an_address_is_ignored() {
    let dataset = Dataset::embedded();
    for junk in [
        "#",
        "#=",
        "#&&&",
        "#q",
        "#nothing-of-that-name",
        "#series=",
        "#series=nope~~",
        "#from=2005-99&to=x",
        "#%%%=%zz",
        "#record=nope",
        "#asof=",
        "#certain=2",
        "#q=&q=",
        "#pick=nope~&hide=~",
        "#embed=2&title=A&paper=fff&ink=000",
        "#title=%3Cb%3E&scheme=grey",
    ] {
        assert_eq!(url::parse(&dataset, junk), Query::default(), "{junk}");
    }
    let query = url::parse(&dataset, "#series=nope~visits&unknown=1&from=2010&to=2005-02-30");
    assert_eq!(url::write(&dataset, &query), "series=visits&from=2010");
}

/// What an address asks for in vain is told; what means nothing at all is not.
#[test]
fn what_is_not_here_is_told() {
    let dataset = Dataset::embedded();
    let check = |fragment: &str, told: &[&str]| {
        assert_eq!(unknown(&dataset, fragment), told, "{fragment}");
    };
    check("", &[]);
    check("#visit-judges-lawyers", &[]);
    check("#visit-judges-lawyers.a", &[]);
    check("#visit-nope", &["visit-nope"]);
    check("#differ-high-commissioner-invited", &[]);
    check("#sources", &[]);
    check("#series=visits~nope&utm_source=x&since=0.1.0", &["nope"]);
    check("#theme.all=women~%3Cb%3E&q=zzzz", &["<b>"]);
    check("#chosen=visit-judges-lawyers~gone&record=gone-too", &["gone", "gone-too"]);
    check("#from=2005-02-30&to=2010&asof=yesterday&lanes=x", &["2005-02-30", "yesterday", "x"]);
    check("#series=a~b~c~d~e", &["a", "b", "c"]);
    check("#series=%E2%80%AEgnp", &["gnp"]);
    check("#series=~&record=&%%%=%zz", &[]);
    assert_eq!(
        text::unknown(&unknown(&dataset, "#series=nope&record=gone")),
        "This page has no “nope”, “gone”, which the address asks for. What else the address asks for is shown."
    );
}

/// What a reader ticks narrows nothing down, and is taken away alone.
#[test]
fn what_is_ticked_is_taken_alone() {
    let mut explorer = explorer();
    let found = explorer.ids("series=laws");
    assert_eq!(explorer.ids("series=laws&chosen=visit-health~treaty-cedaw~nope"), found);
    let mut query = url::parse(&explorer.dataset, "series=laws&q=law&asof=2010&chosen=visit-health");
    let cedaw = explorer.dataset.record("treaty-cedaw").expect("a record");
    query.toggle_record(cedaw);
    assert!(query.is_filtered());
    query.clear();
    assert_eq!(url::write(&explorer.dataset, &query), "asof=2010&chosen=treaty-cedaw~visit-health");
    assert_eq!(url::write(&explorer.dataset, &query.of_chosen()), "asof=2010&pick=treaty-cedaw~visit-health");
    query.toggle_record(cedaw);
    assert_eq!(url::write(&explorer.dataset, &query), "asof=2010&chosen=visit-health");
}

/// A site's choice, in its own frame and on the full page.
#[test]
fn what_a_site_chose_is_what_all_else_narrows_down() {
    check(
        "pick=visit-health~visit-judges-lawyers~nope~treaty-cedaw",
        expect![[r#"
        treaty-cedaw
        visit-health
        visit-judges-lawyers"#]],
    );
    check("pick=visit-health~treaty-cedaw&series=visits", expect!["visit-health"]);
    check("pick=visit-health~treaty-cedaw&hide=visit-health", expect!["treaty-cedaw"]);
    check("q=INDEPENDENCE+lawy&series=visits&hide=visit-judges-lawyers", expect![[""]]);
    let mut explorer = explorer();
    let all = explorer.dataset.records.len();
    assert_eq!(explorer.ids("hide=visit-health").len(), all - 1);
    // The count of a value is what one would get of the choice.
    let query = url::parse(&explorer.dataset, "pick=visit-health~treaty-cedaw");
    let results = explorer.run(&query);
    let series: Vec<u32> = explorer.dataset.values_of(Facet::Series).map(|(id, _)| id).collect();
    assert_eq!(series.iter().map(|id| results.counts[*id as usize]).sum::<u32>(), 2);
}

#[test]
fn what_a_site_chose_can_be_dropped_but_in_its_own_frame() {
    let dataset = Dataset::embedded();
    let check = |fragment: &str, is_filtered: bool, cleared: &str| {
        let mut query = url::parse(&dataset, fragment);
        assert_eq!(query.is_filtered(), is_filtered, "{fragment}");
        query.clear();
        assert_eq!(url::write(&dataset, &query), cleared, "{fragment}");
    };
    check("pick=visit-health", true, "");
    check("pick=visit-health&embed=1", false, "pick=visit-health&embed=1");
    check("series=visits&hide=visit-health&embed=1&title=A", true, "hide=visit-health&embed=1&title=A");
    let query = url::parse(&dataset, "pick=visit-health&asof=2010&embed=1&title=A&scheme=dark");
    assert_eq!(url::write(&dataset, &query.on_the_full_page()), "asof=2010&pick=visit-health");
}

#[test]
fn an_address_says_only_what_is_chosen() {
    let dataset = Dataset::embedded();
    for fragment in [
        "",
        "visit-judges-lawyers",
        "q=lawyers",
        "q=%E5%88%98+a%26b%3D%25",
        "series=treaties~visits&status=requested",
        "from=2005&to=2016-08&certain=1",
        "asof=2010",
        "asof=2010-06-15&record=visit-judges-lawyers",
        "hide=visit-health",
        "pick=visit-judges-lawyers&embed=1",
        "embed=1&title=A+%3Cb%3E+%26+B&scheme=dark",
        "series=visits&scheme=light",
        "series=visits&chosen=treaty-cedaw~visit-health",
        "embed=1&paper=ffffff&ink=222222&accent=aa0000",
    ] {
        assert_eq!(url::write(&dataset, &url::parse(&dataset, fragment)), fragment);
    }
}

/// Read once for hundreds of cases.
fn dataset() -> &'static Dataset {
    static DATASET: std::sync::OnceLock<Dataset> = std::sync::OnceLock::new();
    DATASET.get_or_init(Dataset::embedded)
}

proptest! {
    #[test]
    fn every_query_survives_its_address(
        text in "\\PC{0,24}",
        values in proptest::collection::btree_set(0_u32..400, 0..6),
        from in proptest::option::of(0_i32..24_000),
        to in proptest::option::of(-9_000_i32..24_000),
        certain: bool,
        as_of in proptest::option::of(-20_000_i32..40_000),
        open in proptest::option::of(0_u32..200),
        view in 0_usize..4,
        differ in proptest::option::of(0_u32..100),
        chosen in proptest::collection::btree_set((0_u32..600, any::<bool>()), 0..8),
        framed in proptest::option::of(("\\PC{0,200}", 0_usize..3, any::<[u32; 3]>())),
    ) {
        let dataset = dataset();
        let mut query = Query {
            text: text.trim().to_string(),
            values: values.into_iter().filter(|id| (*id as usize) < dataset.values.len()).collect(),
            certain,
            as_of: as_of.map(Day).filter(|day| *day != dataset.horizon),
            open: open.filter(|id| (*id as usize) < dataset.records.len()).map(|id| id as RecordId),
            ..Query::default()
        };
        if from.is_some() || to.is_some() {
            query.set_range(dataset, from.map(Day).unwrap_or(dataset.beginning), to.map(Day).unwrap_or(dataset.horizon));
        }
        query.certain &= query.has_range();
        // What nobody sees is part of no query.
        query = query.settled(dataset);
        query.show(View::ALL[view]);
        if let Some(differ) = differ.filter(|id| (*id as usize) < dataset.disagreements.len()) {
            query.open_disagreement(differ);
        }
        let chosen = |is_picked: bool| {
            let records = chosen.iter().filter(|(id, picked)| *picked == is_picked && (*id as usize) < dataset.records.len());
            records.map(|(id, _)| *id as RecordId).collect()
        };
        query.selection = Selection { pick: chosen(true), hide: chosen(false) };
        if let Some((title, scheme, colours)) = framed {
            let colour = |number: u32| Colour::parse(&format!("{:06x}", number & 0xff_ffff));
            let scheme = [None, Some(Scheme::Light), Some(Scheme::Dark)][scheme];
            query.embed = Some(Embed { title: Embed::title(&title) });
            query.look = Look::of(scheme, colours.map(colour));
        }
        let fragment = url::write(dataset, &query);
        prop_assert_eq!(unknown(dataset, &fragment), [""; 0], "{}", fragment);
        prop_assert_eq!(url::parse(dataset, &fragment), query, "{}", fragment);
    }

    #[test]
    fn any_text_can_be_read_as_an_address(fragment in "\\PC{0,60}") {
        let dataset = dataset();
        let query = url::parse(dataset, &fragment);
        prop_assert_eq!(&url::parse(dataset, &url::write(dataset, &query)), &query);
    }
}

#[test]
fn every_id_of_the_page_is_there_once_and_none_can_be_a_records() {
    let (corpus, dataset) = (Corpus::embedded(), Dataset::embedded());
    let page = site::page::body(&corpus, &dataset).whole();
    let mut seen = std::collections::BTreeSet::new();
    for (_, rest) in page.match_indices(" id=").map(|(at, _)| page.split_at(at + 4)) {
        let id = rest.split([' ', '>']).next().unwrap_or_default().trim_matches('"');
        assert!(seen.insert(id), "{id} is there twice");
        let of_data = dataset.record(id.split('.').next().unwrap_or_default()).is_some()
            || dataset.disagreement(id).is_some();
        let of_drawing = ["hatch-", "fade-"].iter().any(|prefix| id.starts_with(prefix));
        let reserved = PAGE_IDS.contains(&id) || PAGE_PREFIXES.iter().any(|prefix| id.starts_with(prefix));
        assert!(of_data || of_drawing || reserved, "{id} is not kept from records: see PAGE_IDS");
    }
    assert!(seen.len() > dataset.records.len());
}

#[test]
fn a_disagreement_says_whose_words_each_side_reports() {
    let (corpus, dataset) = (Corpus::embedded(), Dataset::embedded());
    let page = site::page::body(&corpus, &dataset).whole();
    let mut reported = 0;
    for disagreement in &corpus.disagreements {
        let (_, article) =
            page.split_once(&format!("<article class=differ id={}>", disagreement.id)).expect("an article");
        let (article, _) = article.split_once("</article>").expect("an end");
        for (_, claim) in disagreement.claims().filter_map(|place| corpus.claim(place)) {
            assert!(article.contains(&html::spoken(&claim.says)), "{}", disagreement.id);
            assert!(article.contains(&html::spoken(&claim.speaker)), "{}", disagreement.id);
            reported += usize::from(!claim.speaker.is_empty());
        }
    }
    assert!(reported > 10);
}

#[test]
fn the_static_page_holds_every_record_claim_and_locator() {
    let (corpus, dataset) = (Corpus::embedded(), Dataset::embedded());
    let page = site::page::body(&corpus, &dataset).whole();
    for record in &corpus.records {
        assert!(page.contains(&format!(" id={} data-record", record.id)), "{}", record.id);
        for claim in &record.claims {
            let anchor = html::spoken(&claim.at.anchor);
            assert!(page.contains(&anchor), "{}#{}: {anchor}", record.id, claim.key);
            assert!(page.contains(&html::spoken(&claim.says)), "{}#{}", record.id, claim.key);
        }
    }
}
