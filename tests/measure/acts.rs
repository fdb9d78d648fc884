//! What a reader does, as scripts that are told how often it was done before. They are
//! measured in the page as it is, and in pages of many records.

/// Chooses a value of any facet, and drops it the next time.
pub const VALUE: &str =
    "(n) => { const all = document.querySelectorAll('#facets [data-value]:not([data-n=\"0\"])');
    (n % 2 ? window.chosen : window.chosen = all[n * 7 % all.length]).click(); }";

/// The same with a theme.
pub const THEME: &str =
    "(n) => { const all = document.querySelectorAll('#facets [data-facet=theme]:not([data-n=\"0\"])');
    (n % 2 ? window.chosen : window.chosen = all[n * 3 % all.length]).click(); }";

/// Types one letter more of a text, and after the last begins anew.
pub const LETTER: &str = "(n) => { const input = document.querySelector('input[type=search]');
    input.value = 'torture convention'.slice(0, n % 18 + 1);
    input.dispatchEvent(new Event('input', { bubbles: true })); }";

/// Moves the window of the overview a little to and fro, forty times.
pub const BRUSH: &str =
    "(n) => { const place = document.querySelector('[data-overview]').getBoundingClientRect();
    const at = document.querySelector('[data-overview] [data-drawn]');
    const x = place.left + place.width * .55 + (n % 20 < 10 ? n % 10 : 10 - n % 10) * 3;
    const send = (kind) => at.dispatchEvent(new PointerEvent(kind,
    { bubbles: true, clientX: x, clientY: place.top + 20, pointerId: 1 }));
    if (n == 0) send('pointerdown');
    send('pointermove');
    if (n == 39) send('pointerup'); }";

/// Zooms in twice and out twice.
pub const ZOOM: &str =
    "(n) => document.querySelector(n % 4 < 2 ? '[data-act=zoom-in]' : '[data-act=zoom-out]').click()";

/// Parts the lanes by the next facet.
pub const LANES: &str = "(n) => { const select = document.querySelector('[data-lanes]');
    select.selectedIndex = (n + 1) % select.options.length;
    select.dispatchEvent(new Event('change', { bubbles: true })); }";
