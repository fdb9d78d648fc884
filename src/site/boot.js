// Starts the app in a page that is already complete without it.
//
// Ships as written but for the lines that are only a comment, and the
// indentation (see `minify.rs`): no comment behind code, no text over lines.
(() => {
  const page = document;
  const all = (selector, change) => page.querySelectorAll(selector).forEach(change);
  const plain = (shown) => all("[data-plain]", (note) => { note.hidden = !shown; });

  // Makes the page what it was when it was published. A reader may have saved
  // it while it was filtered, and an app may have stopped half-way.
  const restore = () => {
    page.documentElement.removeAttribute("data-ready");
    page.documentElement.removeAttribute("data-unwritten");
    all("[data-drawn]", (drawn) => drawn.remove());
    all("[data-static],[data-view],article", (kept) => { kept.hidden = false; });
    all("[data-later],[data-open]", ({ dataset }) => { delete dataset.later; delete dataset.open; });
    all(".views a", (link) => { link.removeAttribute("aria-current"); });
    all("[data-nothing]", (note) => { note.hidden = true; });
    all("dialog", (dialog) => { dialog.removeAttribute("open"); });
    // What the reader had sorted stands in the order of the dataset again.
    const placed = [...page.querySelectorAll("[data-place]")].sort((a, b) => a.dataset.place - b.dataset.place);
    for (const item of placed) { item.parentNode.append(item); delete item.dataset.place; }
    all("[data-published]", (line) => { line.textContent = line.dataset.published; });
  };
  const stay = (reason) => {
    restore();
    delete page.documentElement.dataset.live;
    plain(true);
    if (reason) console.warn(reason);
  };

  const start = () => {
    restore();
    if (!self.WebAssembly) return stay();
    try {
      // Each letter is a byte, or stands for another (see `letters` in
      // `bundle.rs`); the policy of the page allows no fetch, not even of a
      // `data:` address.
      const { textContent: text, dataset } = page.getElementById("wasm");
      const code = (i) => text.charCodeAt(i);
      const swaps = 20, swapped = [];
      for (let i = 0; i < swaps; i++) swapped[code(i)] = code(swaps + i);
      const bytes = new Uint8Array(text.length - 2 * swaps);
      for (let i = 0; i < bytes.length; i++) {
        const letter = code(i + 2 * swaps);
        bytes[i] = swapped[letter] || letter;
      }
      const module_or_path = together(bytes, dataset.lengths.split(" "), dataset.rules);
      wasm_bindgen({ module_or_path }).then(() => plain(false), stay);
    } catch (reason) {
      stay(reason);
    }
  };
  // In a saved page, what the app had added may stand behind this script.
  page.addEventListener("DOMContentLoaded", start);
})();
