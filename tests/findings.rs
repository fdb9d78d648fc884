//! The numbers of the summary strip: hand-worked examples, and what holds of
//! every number on every day.

use expect_test::{Expect, expect};
use standing_invitation::data::corpus::Corpus;
use standing_invitation::data::{Dataset, Day, Found, Part, Span, Status};
use standing_invitation::query::{Index, Query, url};
use standing_invitation::{site, text};

fn day(text: &str) -> Day {
    Span::parse(text).map(|span| span.latest).expect("a date")
}

/// One finding on a day: its three numbers, then whatever else it tells.
fn tell(dataset: &Dataset, found: &Found) -> String {
    let [certain, possible, last] = found.counts;
    let mut text = format!("{certain} certain, {possible} possible, {last} last reported");
    if let Some(days) = found.reported {
        text.push_str(&format!(" {}..{}", days.earliest.iso(), days.latest.iso()));
    }
    if let Some(longest) = &found.longest {
        let ids: Vec<&str> =
            longest.records.iter().map(|id| dataset.records[*id as usize].id.as_str()).collect();
        let at_most = longest.length.at_most.map_or("?".to_string(), |days| days.to_string());
        let (least, until) = (longest.length.at_least, longest.length.until.iso());
        text.push_str(&format!("; longest {least} to {at_most} days until {until}: {}", ids.join(" ")));
    }
    if let Some(horizon) = found.horizon {
        text.push_str(&format!("; known to {}", horizon.iso()));
    }
    text
}

/// What the findings named count on a day.
#[track_caller]
fn check(on: &str, ids: &[&str], expected: Expect) {
    let corpus = Corpus::embedded();
    let dataset = Dataset::embedded();
    let found = dataset.found(day(on));
    let mut lines = Vec::new();
    for id in ids {
        let place = corpus.vocabulary.findings.iter().position(|it| it.id == *id).expect("a finding");
        lines.push(format!("{id}: {}", tell(&dataset, &found[place])));
    }
    expected.assert_eq(&lines.join("\n"));
}

// Worked out by hand from data/*.toml: for each day, the records of the series
// were read one by one, with the dates of their steps and the `as_of` of the
// claims behind them (HRIC: 30 November 2016, the white paper: 15 December
// 2017, R2P: 31 December 2019, CSHRS: 31 December 2020, HRW: 30 November 2022).

/// Nine treaties have a year before 1998 or, for the one on the law of
/// treaties, a day in 1997; the ICESCR comes in 2001. Five have no date (CRPD,
/// discrimination in education, both Hague conventions, organized crime). The
/// ICCPR was signed on this very day; the bilateral treaties, signed at some
/// time up to 2016, possibly were. Of the requests, that on religious freedom
/// is of 2004 or earlier.
#[test]
fn on_5_october_1998() {
    check(
        "1998-10-05",
        &["treaties-party", "treaties-signed", "requests-unanswered", "recommendations-accepted"],
        expect![[r#"
            treaties-party: 9 certain, 5 possible, 0 last reported; known to 2019-12-31
            treaties-signed: 1 certain, 1 possible, 0 last reported; longest 0 to 0 days until 1998-10-05: treaty-iccpr; known to 2019-12-31
            requests-unanswered: 0 certain, 1 possible, 0 last reported; known to 2016-11-30
            recommendations-accepted: 0 certain, 0 possible, 0 last reported"#]],
    );
}

/// On the last day of 2005 a request of “2005” has certainly been made, at
/// some time in 364 days or on this day; that on religious freedom has been
/// accepted in 2004 and waits no longer for an answer.
#[test]
fn at_the_end_of_2005() {
    check(
        "2005",
        &["requests-unanswered"],
        expect![[r#"
            requests-unanswered: 1 certain, 0 possible, 0 last reported; longest 0 to 364 days until 2005-12-31: visit-executions; known to 2016-11-30"#]],
    );
}

/// Requests of 2005, 2006, two of 2008, of July 2009 and of March 2010. From
/// the last day of 2005, four years of 1461 days and 181 days of 2010 are 1642;
/// from its first, 364 more. Of the custody reports, one conviction of 2009.
#[test]
fn at_the_end_of_june_2010() {
    check(
        "2010-06",
        &["requests-unanswered", "treaties-signed", "custody", "recommendations-accepted"],
        expect![[r#"
            requests-unanswered: 6 certain, 0 possible, 0 last reported; longest 1642 to 2006 days until 2010-06-30: visit-executions; known to 2016-11-30
            treaties-signed: 1 certain, 1 possible, 0 last reported; longest 4286 to 4286 days until 2010-06-30: treaty-iccpr; known to 2019-12-31
            custody: 1 certain, 6 possible, 0 last reported; known to 2022-11-30
            recommendations-accepted: 0 certain, 0 possible, 0 last reported"#]],
    );
}

/// Three more requests: two of 2011, one of February 2013. The review of 2013:
/// 35 recommendations told one by one are accepted, two are not, and those of
/// 2009 behind the first plan have no response: 38.
#[test]
fn at_the_end_of_june_2014() {
    check(
        "2014-06",
        &["requests-unanswered", "recommendations-accepted", "laws-in-force"],
        expect![[r#"
            requests-unanswered: 9 certain, 0 possible, 0 last reported; longest 3103 to 3467 days until 2014-06-30: visit-executions; known to 2016-11-30
            recommendations-accepted: 35 certain, 0 possible, 0 last reported; known to 2016-11-30
            laws-in-force: 1 certain, 10 possible, 0 last reported; known to 2019-12-31"#]],
    );
}

/// The last day of HRIC, whose note lists twelve pending requests. Eight laws:
/// security, counterterrorism, news, charity, two on lawyers, the rules of
/// Yongzhou, and the undated one that HRIC speaks of; nine undated ones are
/// R2P's. In custody or prison: the laureate, the lawyers of 2015, and the
/// citizen journalist whom R2P follows into January 2017; what is known of a
/// sentence ends in August, of five lawyers on 1 November.
#[test]
fn on_the_last_day_of_the_first_source() {
    check(
        "2016-11",
        &["requests-unanswered", "laws-in-force", "custody"],
        expect![[r#"
            requests-unanswered: 12 certain, 0 possible, 0 last reported; longest 3987 to 4351 days until 2016-11-30: visit-executions; known to 2016-11-30
            laws-in-force: 8 certain, 9 possible, 0 last reported; known to 2019-12-31
            custody: 3 certain, 3 possible, 2 last reported 2016-08-31..2016-11-01; known to 2022-11-30"#]],
    );
}

/// One day later none of HRIC's is present, and no wait has grown.
#[test]
fn on_the_day_after() {
    check(
        "2016-12-01",
        &["requests-unanswered", "laws-in-force", "custody"],
        expect![[r#"
            requests-unanswered: 0 certain, 0 possible, 12 last reported 2016-11-30..2016-11-30; longest 3987 to 4351 days until 2016-11-30: visit-executions; known to 2016-11-30
            laws-in-force: 0 certain, 9 possible, 8 last reported 2016-11-30..2016-11-30; known to 2019-12-31
            custody: 1 certain, 3 possible, 4 last reported 2016-08-31..2016-11-30; known to 2022-11-30"#]],
    );
}

/// The white paper has spoken last: its undated treaties (CRPD, Hague, crime)
/// are as last reported, with its bilateral ones, which it counts up to 2016,
/// and HRIC's law of treaties. Nine go on in R2P, which also has the undated
/// one on education.
#[test]
fn at_the_end_of_2017() {
    check(
        "2017",
        &["treaties-party", "treaties-signed"],
        expect![[r#"
            treaties-party: 9 certain, 1 possible, 6 last reported 2016-11-30..2017-12-15; known to 2019-12-31
            treaties-signed: 1 certain, 0 possible, 0 last reported; longest 7027 to 7027 days until 2017-12-31: treaty-iccpr; known to 2019-12-31"#]],
    );
}

/// The last day of all sources: only one report of detention still speaks.
#[test]
fn on_the_last_day_of_the_last_source() {
    check(
        "2022-11",
        &["treaties-party", "treaties-signed", "requests-unanswered", "recommendations-accepted", "custody"],
        expect![[r#"
            treaties-party: 0 certain, 0 possible, 16 last reported 2016-11-30..2019-12-31; known to 2019-12-31
            treaties-signed: 0 certain, 0 possible, 1 last reported 2019-12-31..2019-12-31; longest 7757 to 7757 days until 2019-12-31: treaty-iccpr; known to 2019-12-31
            requests-unanswered: 0 certain, 0 possible, 12 last reported 2016-11-30..2016-11-30; longest 3987 to 4351 days until 2016-11-30: visit-executions; known to 2016-11-30
            recommendations-accepted: 35 certain, 0 possible, 0 last reported; known to 2016-11-30
            custody: 1 certain, 0 possible, 7 last reported 2016-08-31..2019-12-31; known to 2022-11-30"#]],
    );
}

/// The first day that no source knows: that report too is one of the past. What
/// has been accepted stays so: it is an act, not a state that could have ended.
#[test]
fn on_the_day_after_the_last_source() {
    check(
        "2022-12-01",
        &["recommendations-accepted", "laws-in-force", "custody"],
        expect![[r#"
            recommendations-accepted: 35 certain, 0 possible, 0 last reported; known to 2016-11-30
            laws-in-force: 0 certain, 0 possible, 17 last reported 2016-11-30..2019-12-31; known to 2019-12-31
            custody: 0 certain, 0 possible, 8 last reported 2016-08-31..2022-11-30; known to 2022-11-30"#]],
    );
}

/// And years later nothing has changed: the reader's clock adds no day.
#[test]
fn years_after_the_last_source() {
    check(
        "2035-06-15",
        &["treaties-signed", "requests-unanswered", "custody"],
        expect![[r#"
            treaties-signed: 0 certain, 0 possible, 1 last reported 2019-12-31..2019-12-31; longest 7757 to 7757 days until 2019-12-31: treaty-iccpr; known to 2019-12-31
            requests-unanswered: 0 certain, 0 possible, 12 last reported 2016-11-30..2016-11-30; longest 3987 to 4351 days until 2016-11-30: visit-executions; known to 2016-11-30
            custody: 0 certain, 0 possible, 8 last reported 2016-08-31..2022-11-30; known to 2022-11-30"#]],
    );
}

/// Months of the data and some years around it, and the days around those on
/// which knowledge ends or something begins.
fn days(dataset: &Dataset) -> Vec<Day> {
    let mut days: Vec<Day> =
        (1950..2036).flat_map(|year| [1, 7].map(|month| Day::new(year, month, 1))).collect();
    let steps = dataset.records.iter().flat_map(|record| &record.steps);
    for step in steps.filter(|step| step.start.earliest >= Day::new(2003, 1, 1)).step_by(7) {
        for near in [step.start.earliest, step.start.latest, step.known] {
            days.extend([-1, 0, 1].map(|offset| Day(near.0 + offset)));
        }
    }
    days.sort_unstable();
    days.dedup();
    days
}

#[test]
fn every_number_leads_to_as_many_records() {
    let dataset = Dataset::embedded();
    let mut index = Index::new(&dataset);
    let mut tried = [0; 3];
    for day in days(&dataset) {
        for (finding, found) in dataset.findings.iter().zip(dataset.found(day)) {
            for part in Part::ALL {
                let query = Query::of_finding(&dataset, finding, part, Some(day));
                // What a reader follows is the address, not the query.
                let query = url::parse(&dataset, &url::write(&dataset, &query));
                let results = index.run(&dataset, &query, None);
                assert_eq!(results.count, found.count(part), "{part:?} of {finding:?} on {}", day.iso());
                tried[part as usize] += u32::from(results.count > 0);
            }
        }
    }
    assert!(tried.iter().all(|tried| *tried > 100), "{tried:?} numbers were not zero");
}

#[test]
fn nothing_open_is_counted_as_present_after_its_last_claim() {
    let dataset = Dataset::embedded();
    let horizons: Vec<Day> = dataset
        .records
        .iter()
        .map(|it| it.steps.iter().map(|step| step.known).max().expect("a step"))
        .collect();
    let mut reported = 0;
    for day in days(&dataset) {
        for (finding, found) in dataset.findings.iter().zip(dataset.found(day)) {
            let open = finding.states.iter().any(|state| dataset.states[usize::from(*state)].open);
            let of = |record: usize| finding.series.contains(&dataset.records[record].series);
            let known = (0..horizons.len()).filter(|it| of(*it)).map(|it| horizons[it]).max();
            let present = found.count(Part::Certain) + found.count(Part::Possible);
            if open && known.is_some_and(|known| day > known) {
                assert_eq!(present, 0, "{finding:?} on {}", day.iso());
            }
            assert!(found.horizon <= known, "{finding:?} on {}", day.iso());
            assert!(found.counts.iter().sum::<u32>() <= found.of, "{finding:?} on {}", day.iso());
            assert_eq!(found.reported.is_some(), found.count(Part::Last) > 0);
            if let Some(days) = found.reported {
                assert!(days.latest < day, "{finding:?} on {}", day.iso());
                reported += 1;
            }
        }
    }
    assert!(reported > 100, "the rule was tried");
}

#[test]
fn the_longest_is_the_longest_and_ends_with_knowledge() {
    let dataset = Dataset::embedded();
    let mut told = 0;
    for day in days(&dataset) {
        for (finding, found) in dataset.findings.iter().zip(dataset.found(day)) {
            let Some(longest) = found.longest else { continue };
            assert!(finding.longest);
            assert!(longest.length.until <= day);
            assert!(Some(longest.length.until) <= found.horizon);
            let counted = dataset.records.iter().enumerate().filter(|(_, record)| {
                let state = match dataset.status(record, day) {
                    Status::Certain(state) | Status::LastReported(state, _) => state,
                    _ => return false,
                };
                finding.series.contains(&record.series) && finding.states.contains(&state)
            });
            for (id, record) in counted {
                let length = dataset.length(record, day).expect("a length");
                assert!(length.at_least <= longest.length.at_least, "{} on {}", record.id, day.iso());
                let within = match (length.at_most, longest.length.at_most) {
                    (_, None) => true,
                    (None, Some(_)) => false,
                    (Some(one), Some(all)) => one <= all,
                };
                assert!(within, "{} on {}", record.id, day.iso());
                let may_be = length.at_most.is_none_or(|at_most| at_most >= longest.length.at_least);
                assert_eq!(longest.records.contains(&(id as u32)), may_be, "{} on {}", record.id, day.iso());
                told += 1;
            }
        }
    }
    assert!(told > 1000, "lengths were compared");
}

/// One source differs from itself 33 times; by the end of the last, all 120
/// matters have two sides that have spoken.
#[test]
fn disagreements_are_told_once_two_sides_have_spoken() {
    let corpus = Corpus::embedded();
    let dataset = Dataset::embedded();
    assert_eq!(dataset.told(day("2016-08")), 0);
    assert_eq!(dataset.told(day("2016-11")), 33);
    assert_eq!(dataset.told(dataset.horizon), corpus.disagreements.len() as u32);
    for (told, disagreement) in dataset.disagreements.iter().zip(&corpus.disagreements) {
        let spoken = disagreement.sides.iter().filter(|side| {
            let claims = side.claims.iter().filter_map(|it| corpus.claim(it)).map(|(_, claim)| claim.known);
            let silent = corpus.source(&side.silent).map(|source| source.known);
            claims.chain(silent).any(|known| known <= told.told)
        });
        assert!(spoken.count() >= 2, "{}", disagreement.id);
    }
}

/// What the strip says in words.
#[track_caller]
fn check_words(on: &str, expected: Expect) {
    let corpus = Corpus::embedded();
    let dataset = Dataset::embedded();
    let mut words = String::new();
    let found = dataset.found(day(on));
    for ((authored, finding), found) in corpus.vocabulary.findings.iter().zip(&dataset.findings).zip(&found) {
        words.push_str(&authored.label);
        words.push(':');
        for part in Part::ALL.into_iter().filter(|part| found.count(*part) > 0) {
            let said = text::finding::part(&dataset, finding, found, part);
            words.push_str(&format!(" {} {said}.", found.count(part)));
        }
        if let Some(longest) = &found.longest {
            words.push_str(&format!(" {}.", text::finding::longest(longest.length)));
        }
        words.push(' ');
        words.push_str(&text::finding::notes(finding, found));
        words = format!("{}\n", words.trim_end());
    }
    expected.assert_eq(&words);
}

#[test]
fn words_of_a_day_within_the_data() {
    check_words(
        "2014-06",
        expect![[r#"
            Treaties joined: 10 on this day. 5 possibly. Known to 2019.
            Treaties signed and not ratified: 1 on this day. 1 possibly. The longest: at least 15, at most 16 years, to June 2014. Known to 2019.
            Visit requests without an answer: 9 on this day. The longest: at least 8, at most 10 years, to June 2014. Known to November 2016.
            Review recommendations accepted: 35 by this day. Of 38 told one by one. Known to November 2016.
            Laws in force: 1 on this day. 10 possibly. Known to 2019.
            Reports of custody or prison: 1 on this day. 6 possibly. Known to November 2022.
        "#]],
    );
}

#[test]
fn words_of_the_last_day() {
    check_words(
        "2022-11",
        expect![[r#"
            Treaties joined: 16 as last reported, November 2016 to 2019.
            Treaties signed and not ratified: 1 as last reported, 2019. The longest: at least 21, at most 22 years, to 2019.
            Visit requests without an answer: 12 as last reported, November 2016. The longest: at least 10, at most 12 years, to November 2016.
            Review recommendations accepted: 35 by this day. Of 38 told one by one. Known to November 2016.
            Laws in force: 17 as last reported, November 2016 to 2019.
            Reports of custody or prison: 1 on this day. 7 as last reported, August 2016 to 2019. Known to November 2022.
        "#]],
    );
}

/// The promises of the page, each with what stands beside it, as text.
fn practice(corpus: &Corpus) -> Vec<(String, String)> {
    let html = site::practice::html(corpus);
    let articles = html.split("<article class=promise>").skip(1);
    let articles = articles.map(|it| {
        let article = it.split("</article>").next().unwrap_or_default();
        let id = article.split("href=#").nth(1).and_then(|it| it.split('>').next()).unwrap_or_default();
        let mut text = String::new();
        for part in article.replace("<li>", "\n- ").replace("<p>", "\n").split('<') {
            text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        }
        (id.to_string(), text)
    });
    articles.collect()
}

#[track_caller]
fn check_promise(id: &str, expected: Expect) {
    let corpus = Corpus::embedded();
    let promise = practice(&corpus).into_iter().find(|(promise, _)| promise == id).expect("a promise");
    expected.assert_eq(&promise.1);
}

#[test]
fn beside_a_promise_stands_what_is_reported_as_follow_up_first() {
    check_promise(
        "upr-186-129",
        expect![[r#"
            Recommendation 186.129 of 2013: rules for lawyers (2013; HRIC 2016)
            - Followed up by: Lawyers’ rights provisions (2015–2016; HRIC 2016)
            - Followed by: Rights lawyers, hindrance (2015; HRIC 2016)
            - Followed by: Law firms (2016; HRIC 2016)
            - Followed by: Legal profession (2016; HRIC 2016)"#]],
    );
    check_promise(
        "treaty-cat",
        expect![[r#"
            Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment (1988; R2P 2019, White paper 2017)
            - Reviewed by: CAT, fifth or sixth (2012–2016; HRIC 2016, White paper 2017)
            - Reviewed by: CAT: definition (No date; HRW 2022)"#]],
    );
}

#[test]
fn silence_is_called_silence_also_where_something_is_on_the_same_matter() {
    check_promise(
        "upr-186-63",
        expect![[r#"
            Recommendation 186.63 of 2013: dialogue with the UN system (2013; HRIC 2016)
            These 5 documents name no follow-up."#]],
    );
    check_promise(
        "plan-2016-upr",
        expect![[r#"
            Plan 2016–2020: review recommendations and the third round (2016; HRIC 2016)
            These 5 documents name no follow-up.
            - Same matter: Third review, 2018 (2018; CSHRS 2021)
            - Follows up on: First review, 2009 (2009; CSHRS 2021)
            - Follows up on: Second review, 2013 (2013–2014; HRIC 2016, R2P 2019, CSHRS 2021, White paper 2017)"#]],
    );
}

#[test]
fn every_promise_is_there_once_with_what_the_links_lead_to() {
    let corpus = Corpus::embedded();
    let dataset = Dataset::embedded();
    let promises = practice(&corpus);
    let ids: Vec<&str> = promises.iter().map(|(id, _)| id.as_str()).collect();
    let of_dataset = dataset.promises.iter().map(|it| dataset.records[it.record as usize].id.as_str());
    assert_eq!(ids, of_dataset.collect::<Vec<_>>(), "the app relies on the order");
    let mut silent = 0;
    for ((id, text), promise) in promises.iter().zip(&dataset.promises) {
        let record = corpus.record(id).expect("a record");
        assert_eq!(text.matches("\n- ").count(), promise.beside.len(), "{id}");
        let mut once = promise.beside.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), promise.beside.len(), "{id} has nothing twice beside it");
        // Follow-up is what links to the promise, by a type that is follow-up.
        let follow_up = corpus.records.iter().filter(|other| {
            let mut links = other.links.iter();
            links.any(|link| link.to == record.id && corpus.vocabulary.follow_up.contains(&link.kind))
        });
        let says = text.contains(&text::practice::silent(corpus.sources.len()));
        assert_eq!(says, follow_up.count() == 0, "{id}: {text}");
        silent += u32::from(says);
    }
    assert!(silent > 10 && (silent as usize) < promises.len(), "{silent} are silent");
    for word in ["inaction", "failed", "broken promise"] {
        assert!(!site::practice::html(&corpus).contains(word), "{word}");
    }
}

#[test]
fn what_is_greyed_is_said() {
    let check = |on: &str, later: usize, not_yet: usize, expected: Expect| {
        let horizon = Dataset::embedded().horizon;
        expected.assert_eq(&text::finding::greyed(day(on), horizon, [later, 5], [not_yet, 577]));
    };
    check(
        "2017",
        3,
        40,
        expect![
            "Seen as of 2017. Greyed is what is later than this day: 3 of 5 sources with their claims, and 40 of 577 records, of which nothing had begun."
        ],
    );
    check(
        "2022-11",
        0,
        0,
        expect![
            "Seen as of November 2022. No source knows anything after November 2022, and most end earlier: what one reports is not taken to go on after its end."
        ],
    );
    check(
        "2035-06-15",
        0,
        0,
        expect![
            "Seen as of 15 June 2035. No source knows anything after November 2022, and most end earlier: what one reports is not taken to go on after its end."
        ],
    );
}
