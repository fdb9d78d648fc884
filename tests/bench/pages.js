// Writes the pages of the peers: `pages.js RECORDS.json FOLDER`. Each holds the
// title, the days and the series of every record that has a date, and nothing of
// claims, sources and filters, which neither of the two has.
const fs = require("fs");
const [, , file, folder] = process.argv;
const { records } = JSON.parse(fs.readFileSync(file, "utf8"));

// The first and the last day that dated steps name, as far as they name one.
const days = ({ steps }) => steps.flatMap(({ date }) => date.match(/\d{4}(-\d\d(-\d\d)?)?/g) ?? []).sort();
const dated = records.map((record) => ({ ...record, days: days(record) })).filter(({ days }) => days.length);

const page = (name, title, body) => fs.writeFileSync(`${folder}/${name}.html`, `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${body}
</html>
`);
const data = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");

const items = dated.map(({ id, title, series, days }) => {
  const [start, end] = [days[0], days.at(-1)];
  return { id, content: title, group: series, start, ...(start === end ? {} : { end }) };
});
const groups = [...new Set(items.map(({ group }) => group))].map((id) => ({ id, content: id }));
fs.writeFileSync(`${folder}/vis-data.js`, `const items = ${data(items)}, groups = ${data(groups)};`);
page("vis", "vis-timeline", `<link rel="stylesheet" href="vis.css">
<body><div id="timeline"></div>
<script src="vis.js"></script>
<script src="vis-data.js"></script>
<script>
  const timeline = new vis.Timeline(document.getElementById("timeline"),
    new vis.DataSet(items), new vis.DataSet(groups), {});
  timeline.on("changed", () => { window.readyAt ??= performance.now(); });
</script>`);

const date = (day) => {
  const [year, month, date] = day.split("-");
  return { year, ...(month && { month }), ...(date && { day: date }) };
};
const events = dated.map(({ id, title, series, days }) => ({
  unique_id: id,
  group: series,
  start_date: date(days[0]),
  ...(days[0] === days.at(-1) ? {} : { end_date: date(days.at(-1)) }),
  text: { headline: title },
}));
fs.writeFileSync(`${folder}/timelinejs-data.js`, `const story = ${data({ events })};`);
page("timelinejs", "TimelineJS3", `<link rel="stylesheet" href="timelinejs.css">
<body><div id="timeline"></div>
<script src="timelinejs.js"></script>
<script src="timelinejs-data.js"></script>
<script>
  const drawn = () => document.querySelector(".tl-timemarker");
  new MutationObserver(() => { if (drawn()) window.readyAt ??= performance.now(); })
    .observe(document.body, { subtree: true, childList: true });
  new TL.Timeline("timeline", story, { font: null });
</script>`);
console.log(`${dated.length} of ${records.length} records have a date.`);
