// Names below the field of the search while they are typed: a combobox with a list, as WAI-ARIA describes it.
// Without a script, or where no name is taken from the list, the form asks for what is written.

const WAIT = 90; // milliseconds without a key: fewer than between two of a quick writer would ask for each letter

class Names {
  constructor(field) {
    this.field = field;
    this.active = -1;
    this.options = [];
    this.list = Object.assign(document.createElement("ul"), { id: `${field.id}-names`, role: "listbox", hidden: true });
    this.list.setAttribute("aria-label", field.labels[0]?.textContent ?? "");
    this.list.className = "offered";
    field.after(this.list);
    const given = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(given)) field.setAttribute(name, value);
    field.addEventListener("input", () => this.later());
    field.addEventListener("keydown", (event) => this.pressed(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")));
  }

  later() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    const words = this.field.value.trim();
    if (!words) return this.close();
    this.request = new AbortController();
    const asked = new URLSearchParams({ q: words, lang: document.documentElement.lang });
    try {
      const answer = await fetch(`/search/names?${asked}`, { signal: this.request.signal });
      if (answer.ok) this.show((await answer.json()).names);
    } catch (error) {
      if (error.name !== "AbortError") this.close(); // the service is away: the form still asks
    }
  }

  show(names) {
    this.options = names.filter((name) => name.path).map((name, number) => this.option(name, number));
    this.list.replaceChildren(...this.options);
    this.move(-1);
    this.open(this.options.length > 0 && document.activeElement === this.field);
  }

  option(name, number) {
    const found = Object.assign(document.createElement("li"), { role: "option", id: `${this.list.id}-${number}` });
    found.dataset.path = name.path;
    found.setAttribute("aria-selected", "false");
    const label = Object.assign(document.createElement("bdi"), { textContent: name.label });
    const other = name.name === name.label ? [] : [" ", Object.assign(document.createElement("bdi"), { className: "note-of", textContent: name.name })];
    const kind = Object.assign(document.createElement("span"), { className: "kind-of", textContent: name.kind });
    found.append(label, ...other, " ", kind);
    return found;
  }

  pressed(event) {
    const { key, altKey, ctrlKey, metaKey, isComposing } = event;
    if (isComposing || ctrlKey || metaKey) return; // an input method takes the keys while it writes Chinese
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (key in steps && (this.isOpen || this.options.length)) {
      event.preventDefault();
      if (altKey) return this.open(key === "ArrowDown");
      const from = this.isOpen || key === "ArrowDown" ? this.active : 0;
      this.open(true);
      const places = this.options.length + 1; // the field itself is one of them
      this.move(((from + 1 + steps[key] + places) % places) - 1);
    } else if (key === "Escape" && this.isOpen) {
      event.preventDefault(); // the words stay
      this.close();
    } else if (key === "Enter" && this.isOpen && this.active >= 0) {
      event.preventDefault();
      this.take(this.options[this.active]);
    } else if (key === "Tab") this.close();
  }

  move(place) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const option = this.options[place];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  get isOpen() {
    return !this.list.hidden;
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.field.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) this.move(-1);
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.open(false);
  }

  take(option) {
    if (option) location.assign(option.dataset.path);
  }
}

for (const field of document.querySelectorAll("form[action='/search'] input[type=search]")) new Names(field);
