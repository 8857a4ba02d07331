"""A page as one goes through it by the keyboard: each stop in its order, seen, and none that holds one."""

from playwright.sync_api import Page

MOST = 1_500  # presses: a field for a day takes several
STEP = 40
WATCH = """
() => {
  const shown = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.matches(":disabled");
  const stops = "a[href], button, input, select, textarea, summary, [tabindex='0'], [contenteditable=true]";
  window.walk = { wanted: [...document.querySelectorAll(stops)]
    .filter((each) => shown(each) && each.tabIndex >= 0), found: [], faults: [], done: false };
  const name = (node) => `${node.tagName} ${(node.textContent || node.name || "").trim().slice(0, 60)}`;
  const outlined = (node) => node
    && (getComputedStyle(node).outlineStyle !== "none" || outlined(node.parentElement));
  document.addEventListener("focusin", ({ target }) => {
    if (walk.done || target === walk.found.at(-1)) return;
    if (target === walk.found[0]) { walk.done = true; return; }
    const before = walk.found.at(-1);
    if (before && !(before.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING))
      walk.faults.push(`${name(target)} comes after ${name(before)}`);
    if (!outlined(target)) walk.faults.push(`${name(target)} is focused unseen`);
    walk.found.push(target);
  });
}
"""
TOLD = """
() => {
  const name = (node) => `${node.tagName} ${(node.textContent || node.name || "").trim().slice(0, 60)}`;
  const missed = walk.wanted.filter((each) => each.isConnected && !walk.found.includes(each));
  return [...walk.faults, ...missed.map((each) => `${name(each)} is not reached`)];
}
"""


def walk(page: Page) -> list[str]:
    """Return what is wrong for who goes through a page by Tab, from its first stop around to that again."""
    page.evaluate(WATCH)
    for _ in range(0, MOST, STEP):
        for _ in range(STEP):
            page.keyboard.down("Tab")  # held down: half the messages of a press
        if page.evaluate("walk.done"):
            break
    page.keyboard.up("Tab")
    found: list[str] = page.evaluate(TOLD)
    if not page.evaluate("walk.done"):
        found.append(f"no way around in {MOST} stops")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.id") != "main":
        found.append("the first link leads past the content")
    return found
