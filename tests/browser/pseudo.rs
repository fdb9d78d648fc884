//! The page in a language that does not exist: its words are longer by two fifths
//! and run from right to left. Nothing may break, at any width.

use serde_json::json;

use crate::on_the_page;

/// Makes all words of the page longer, and turns it around.
const TRANSLATE: &str = "() => {
    document.documentElement.dir = 'rtl';
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        const words = text.data.trim();
        if (!words || text.parentElement.closest('script, style, svg, noscript')) continue;
        text.data = text.data + ' ' + words.split(' ').slice(0, Math.ceil(words.split(' ').length * .4)).join(' ');
    }
}";

/// What is cut off or stands out of the page: elements whose words do not fit in
/// them, and whatever makes the page scroll sideways.
const BROKEN: &str = "() => {
    const broken = [];
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) broken.push(`the page is ${page.scrollWidth} wide in ${innerWidth}`);
    for (const it of document.querySelectorAll('button, a, label, summary, h1, h2, h3, p, dt, dd, legend, strong, .n')) {
        if (it.closest('[hidden]')) continue;
        const box = it.getBoundingClientRect();
        if (!box.width || it.closest('svg, .visually-hidden, .scroll, #table, .skip')) continue;
        const clips = ['hidden', 'clip'].includes(getComputedStyle(it).overflowX);
        if (clips && it.scrollWidth > it.clientWidth + 1) broken.push(`cut off: ${it.textContent.slice(0, 40)}`);
        if (box.left < -1 || box.right > innerWidth + 1) broken.push(`out of the page: <${it.localName}> ${it.textContent.slice(0, 40)}`);
    }
    return broken;
}";

/// The axis runs from left to right in every language, and its words stand where
/// they are drawn.
const AXIS: &str = "() => {
    const labels = [...document.querySelectorAll('#timeline [data-drawn] .tick-label')];
    const left = labels.map(it => it.getBoundingClientRect().left);
    const years = labels.map(it => Number(it.textContent));
    return [labels.length > 5, years.every((year, at) => !at || year > years[at - 1]),
        left.every((place, at) => !at || place > left[at - 1]),
        labels.every(it => Math.abs(it.getBoundingClientRect().left - it.ownerSVGElement.getBoundingClientRect().left
            - parseFloat(it.getAttribute('x')) / 100 * it.ownerSVGElement.getBoundingClientRect().width) < 8)];
}";

#[test]
fn longer_words_from_right_to_left_break_nothing() {
    for fragment in ["view=table", "series=visits&record=visit-judges-lawyers"] {
        on_the_page(fragment, |explorer, _| {
            if !explorer.engine.has_devtools() {
                return;
            }
            explorer.becomes("() => document.documentElement.dataset.ready", json!([]), "");
            explorer.read(TRANSLATE, json!([]));
            for width in [360, 768, 1280] {
                explorer.set_viewport(width, 900);
                explorer.becomes("() => innerWidth", json!([]), width);
                explorer.becomes(BROKEN, json!([]), json!([]));
            }
            explorer.becomes(AXIS, json!([]), json!([true, true, true, true]));
        });
    }
}
