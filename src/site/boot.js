// Starts the app in a page that is already complete without it.
//
// Ships as written but for the lines that are only a comment, and the
// indentation (see `minify.rs`): no comment behind code, no text over lines.
(() => {
  const page = document;
  const plain = (shown) => { page.querySelector("[data-plain]").hidden = !shown; };

  // Makes a part of the page what it was when it was published. A reader may
  // have saved it while it was filtered, and an app may have stopped half-way.
  const restore = (part) => {
    const all = (selector, change) => part.querySelectorAll(selector).forEach(change);
    all("[data-drawn]", (drawn) => drawn.remove());
    all("[data-static],[data-view],article,.group", (kept) => { kept.hidden = false; });
    all("[data-later],[data-open]", ({ dataset }) => { delete dataset.later; delete dataset.open; });
    all(".views a", (link) => { link.removeAttribute("aria-current"); });
    all("[data-nothing]", (note) => { note.hidden = true; });
    all("dialog", (dialog) => { dialog.removeAttribute("open"); });
    // What the reader had sorted stands in the order of the dataset again.
    const placed = [...part.querySelectorAll("[data-place]")].sort((a, b) => a.dataset.place - b.dataset.place);
    for (const item of placed) { item.parentNode.append(item); delete item.dataset.place; }
    all("[data-published]", (line) => { line.textContent = line.dataset.published; });
  };
  const begin = () => {
    page.documentElement.removeAttribute("data-ready");
    page.documentElement.removeAttribute("data-unwritten");
    restore(page);
  };
  const stay = (reason) => {
    begin();
    delete page.documentElement.dataset.live;
    plain(true);
    if (reason) console.warn(reason);
  };

  const start = () => {
    begin();
    if (!self.WebAssembly) return stay();
    try {
      // Each letter is a byte, or stands for another (see `letters` in
      // `bundle.rs`); the policy of the page allows no fetch, not even of a
      // `data:` address.
      const { textContent: text, dataset } = page.getElementById("wasm");
      const at = (i) => text.charCodeAt(i);
      const swaps = 20, swapped = [];
      for (let i = 0; i < swaps; i++) swapped[at(i)] = at(swaps + i);
      const bytes = new Uint8Array(text.length - 2 * swaps);
      for (let i = 0; i < bytes.length; i++) {
        const letter = at(i + 2 * swaps);
        bytes[i] = swapped[letter] || letter;
      }
      const code = together(bytes, dataset.lengths.split(" "), dataset.rules);
      // At once, if it may: what is awaited comes behind all texts. Older
      // browsers refuse that.
      let module;
      try { module = new WebAssembly.Module(code); } catch {}
      if (!module) return wasm_bindgen({ module_or_path: code }).then(() => plain(false), stay);
      wasm_bindgen.initSync({ module });
      plain(false);
    } catch (reason) {
      stay(reason);
    }
  };
  // Before 2020 browsers had none; there a frame keeps the height that it has.
  if (self.ResizeObserver) new ResizeObserver(() => dispatchEvent(new Event("resized"))).observe(page.documentElement);
  // The app starts now. What was hidden of the texts, which are still to come,
  // is shown before the app sees them.
  page.addEventListener("DOMContentLoaded", () => restore(page.querySelector("[data-below]")));
  start();
})();
