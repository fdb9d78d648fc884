// <standing-invitation>: the explorer in a frame of your page. docs/embed.md
// describes its attributes, events and messages.
//
// Ships as written but for the lines that are only a comment, and the
// indentation (see `minify.rs`); the words in capitals between # are filled in.
(() => {
  const NAME = "standing-invitation";
  const KEYS = "#KEYS#".split(" ");
  const MODES = ["all", "none"];
  const LOOK = ["title", "scheme", "paper", "ink", "accent"];
  const TITLE = "#TITLE#";
  // What a frame may do: run its own code, open links beside itself, save and
  // print. Not reach this page, its cookies or its address.
  const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";
  const [FIRST, LEAST, MOST] = [480, 160, 6000];
  const LONGEST = 8000;
  const script = document.currentScript && document.currentScript.src;

  const between = (number, least, most) => Math.min(Math.max(number, least), most);
  const isCount = (number) => Number.isInteger(number) && number >= 0;

  // Whether an attribute is a key of the address, such as `series` or `body.all`.
  const isKey = (attribute) => {
    const [key, mode, ...rest] = attribute.split(".");
    return KEYS.includes(key) && (mode === undefined || MODES.includes(mode)) && !rest.length;
  };
  const encoded = (value) => encodeURIComponent(value).replace(/%2F/g, "/").replace(/%7E/g, "~").replace(/%20/g, "+");
  const pairsOf = (element, isWanted) =>
    [...element.attributes].filter(({ name }) => isWanted(name)).map(({ name, value }) => name + "=" + encoded(value));

  // The folder of the release, and in it the page or a frozen copy of it.
  const addressOf = (element) => {
    const given = element.getAttribute("src") || ".";
    const version = element.getAttribute("version");
    try {
      const base = new URL(given, element.hasAttribute("src") ? document.baseURI : script);
      const page = /^\d[\w.-]*$/.test(version || "") ? new URL("v/" + version + "/index.html", base) : new URL("index.html", base);
      page.hash = page.search = "";
      return ["http:", "https:", "file:"].includes(page.protocol) ? page.href : "";
    } catch {
      return "";
    }
  };

  class StandingInvitation extends HTMLElement {
    #frame = null;
    #shown = null;
    // What the attributes ask for, what is to be shown, and what was loaded.
    #asked = "";
    #query = "";
    #loaded = "";
    #address = "";
    #hear = (event) => this.#take(event);
    #watch = new MutationObserver(() => this.#update());

    connectedCallback() {
      this.#watch.observe(this, { attributes: true });
      addEventListener("message", this.#hear);
      this.#update();
      // A query that was set before this script was there.
      if (Object.hasOwn(this, "query")) {
        const { query } = this;
        delete this.query;
        this.query = query;
      }
    }

    disconnectedCallback() {
      this.#watch.disconnect();
      removeEventListener("message", this.#hear);
      // A frame that is moved would load again, from where it was.
      if (this.#frame) this.#frame.remove();
      this.#frame = this.#shown = null;
      this.#address = "";
    }

    // What is shown, as in an address; what is set is shown in its place.
    get query() { return this.#shown ? this.#shown.query : this.#query; }
    set query(query) {
      const own = pairsOf(this, (name) => LOOK.includes(name));
      this.#show([...own, String(query).replace(/^#/, ""), "embed=1"].filter(Boolean).join("&"));
    }
    // How many records that yields; nothing before the page has said so.
    get count() { return this.#shown ? this.#shown.count : null; }

    #update() {
      const address = addressOf(this);
      const query = [...pairsOf(this, isKey), "embed=1"].join("&");
      if (!address) return;
      if (address !== this.#address) {
        this.#address = address;
        this.#load(query);
      } else if (query !== this.#asked) {
        this.#asked = query;
        this.#show(query);
      }
      const title = this.getAttribute("title") || TITLE;
      if (this.#frame.title !== title) this.#frame.title = title;
      if (this.#fixed) this.#frame.height = this.#fixed;
    }

    get #fixed() {
      const height = parseInt(this.getAttribute("height"), 10);
      return height > 0 ? between(height, LEAST, MOST) : 0;
    }

    // A new frame each time: one that goes elsewhere would leave an entry in the
    // history. In a shadow, where no stylesheet of the host changes it.
    #load(query) {
      const root = this.shadowRoot || this.attachShadow({ mode: "open" });
      if (this.#frame) this.#frame.remove();
      this.#asked = this.#query = this.#loaded = query;
      this.#shown = null;
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(":host{display:block}:host([hidden]){display:none}iframe{display:block;border:0;inline-size:100%}");
        root.adoptedStyleSheets = [sheet];
      } catch {}
      const frame = document.createElement("iframe");
      const attributes = { sandbox: SANDBOX, referrerpolicy: "no-referrer", loading: "lazy", width: "100%", height: FIRST, frameborder: 0 };
      for (const name in attributes) frame.setAttribute(name, attributes[name]);
      frame.src = this.#address + "#" + query;
      this.#frame = frame;
      root.append(frame);
    }

    #show(query) {
      if (query.length > LONGEST) return;
      this.#query = query;
      this.#tell();
    }

    // A page that is still on its way is told when it says that it is there.
    #tell() {
      if (this.#shown) this.#frame.contentWindow.postMessage([NAME, "show", this.#query], "*");
    }

    // Takes what the page in the frame says, from nobody else and nothing else.
    #take({ source, data }) {
      if (!this.#frame || !source || source !== this.#frame.contentWindow) return;
      if (!Array.isArray(data)) return;
      const [name, kind, query, count, of, height] = data;
      if (name !== NAME || kind !== "shows") return;
      if (typeof query !== "string" || query.length > LONGEST) return;
      if (![count, of, height].every(isCount) || count > of) return;
      const isFirst = !this.#shown;
      const isNew = isFirst || this.#shown.query !== query || this.#shown.count !== count;
      this.#shown = { query, count, of };
      if (!this.#fixed) {
        const fitting = String(between(height, LEAST, MOST));
        if (this.#frame.height !== fitting) this.#frame.height = fitting;
      }
      if (isFirst && this.#query !== this.#loaded) this.#tell();
      if (isNew) this.dispatchEvent(new CustomEvent("shows", { bubbles: true, detail: { query, count, of } }));
    }
  }

  if (!customElements.get(NAME)) customElements.define(NAME, StandingInvitation);
})();
