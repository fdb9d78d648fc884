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
    all("[data-view]", (view) => { view.removeAttribute("aria-hidden"); });
    for (const mark of ["later", "open", "bare", "partial"]) all(`[data-${mark}]`, ({ dataset }) => { delete dataset[mark]; });
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
    whole(finder);
  };

  // Calls back when all of the page is here.
  const whole = (then) => {
    if (page.readyState === "loading") page.addEventListener("DOMContentLoaded", then);
    else then();
  };

  // Where only script runs, the list is filtered by text and series, in words
  // that the page has elsewhere.
  const finder = () => {
    const list = page.getElementById("records");
    const said = (selector) => page.querySelector(selector).textContent;
    const add = (parent, name, text, also) => {
      const element = Object.assign(page.createElement(name), also);
      element.textContent = text;
      parent.append(element);
      return element;
    };
    const place = add(list, "p", "", { className: "finder" });
    place.dataset.drawn = "";
    list.querySelector("h2").after(place);
    const named = (name, label) => {
      const element = add(place, name, "");
      element.setAttribute("aria-label", label);
      return element;
    };
    const text = named("input", said(".search label"));
    text.placeholder = said(".search label");
    const series = named("select", said(".facet summary"));
    add(series, "option", said(".facet summary"), { value: "" });
    for (const { dataset, firstElementChild: label } of page.querySelectorAll("[data-facet=series]")) {
      add(series, "option", label.textContent, { value: dataset.value });
    }
    const count = named("span", "");
    count.setAttribute("role", "status");
    const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    const articles = [...list.querySelectorAll("[data-record]")];
    let texts;
    place.addEventListener("input", () => {
      texts ||= articles.map((article) => folded(article.textContent + " " + article.dataset.also));
      const words = folded(text.value).split(/\s+/);
      let shown = 0;
      articles.forEach((article, at) => {
        const isOther = series.value && !article.classList.contains(series.value);
        article.hidden = isOther || !words.every((word) => texts[at].includes(word));
        shown += !article.hidden;
      });
      for (const group of list.querySelectorAll(".group")) group.hidden = !group.querySelector(".record:not([hidden])");
      // The first number, digits of whatever script, is that of the records shown.
      const number = /\p{Nd}([\p{Nd}.,٬\u00a0\u202f]*\p{Nd})?/u;
      count.textContent = said("[data-count]").replace(number, shown.toLocaleString(page.documentElement.lang));
    });
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
  page.addEventListener("DOMContentLoaded", () => {
    restore(page.querySelector("[data-below]"));
    // A copy has nothing to download: it is what is passed on.
    if (!location.protocol.startsWith("http")) page.querySelector("[data-save]").removeAttribute("href");
    page.querySelector("[data-unlink]").parentNode.hidden = false;
  });
  // Addresses of sources as text, for those who must not follow one by mistake. A
  // copy that is saved so stays so.
  page.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-unlink]")) return;
    target.toggleAttribute("checked", target.checked);
    for (const link of page.querySelectorAll("a[rel~=noreferrer]")) {
      const { dataset, textContent: text } = link;
      if (target.checked) {
        dataset.host = text;
        link.textContent = link.getAttribute("href");
        link.removeAttribute("href");
      } else {
        link.textContent = dataset.host;
        link.setAttribute("href", text);
        delete dataset.host;
      }
    }
  });
  // Where the page itself is zoomed, fingers move that, and not the drawing.
  const zoomed = () => page.documentElement.toggleAttribute("data-zoomed", visualViewport.scale > 1.01);
  if (self.visualViewport) {
    visualViewport.addEventListener("resize", zoomed);
    zoomed();
  }
  // Light or dark is kept on this device only where the reader asks for that; where
  // nothing can be kept, it stands in the address. The app hears of it after this.
  page.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-look]")) return;
    const { dataset } = page.documentElement;
    const [, kept] = target.value.split("kept-");
    try {
      if (kept) localStorage.setItem("standing-invitation-scheme", kept);
      else if (dataset.kept) localStorage.removeItem("standing-invitation-scheme");
    } catch {
      target.value = kept;
      return;
    }
    delete dataset.kept;
    delete dataset.scheme;
    if (kept) dataset.kept = dataset.scheme = kept;
  }, true);
  start();
})();
