use standing_invitation::data::*;
#[test]
fn dump() {
    let d = Dataset::embedded();
    println!("{} {} {} {}", d.records.len(), d.beginning.iso(), d.horizon.iso(), d.series.len());
    for s in &d.series { println!("{:?} {:?}", s, s.coverage.iter().map(|c| (c.span.earliest.iso(), c.span.latest.iso())).collect::<Vec<_>>()); }
    for (i,s) in d.states.iter().enumerate() { println!("state {i} {} {}", s.key, s.open); }
    for r in &d.records {
        let und = r.steps.iter().all(|s| !s.is_dated());
        println!("{} s{} [{}]{}", r.id, r.series, r.label, if und {" UNDATED"} else {""});
        for s in &r.steps { println!("    {} {}..{} {:?} known {}", d.acts[s.act as usize].key, s.start.earliest.iso(), s.start.latest.iso(), match s.end { End::At(s)=>format!("At {}..{}", s.earliest.iso(), s.latest.iso()), e=>format!("{e:?}")}, s.known.iso()); }
        for p in d.periods(r) { println!("    > {} {}..{} - {}..{} {:?}", d.states[p.state as usize].key, p.start.earliest.iso(), p.start.latest.iso(), p.end.earliest.iso(), p.end.latest.iso(), p.ending); }
    }
}
