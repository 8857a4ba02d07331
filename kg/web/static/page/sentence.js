// The sentence behind a value shows where it is pointed at or comes to by the keyboard; a click or tap holds it.
// That it opens by a click, closes by Escape and gives the focus back is the browser's own doing (popover).

const WAIT = 150; // milliseconds: the pointer rests there, and is not on its way elsewhere
let held = false; // opened by a click: it stays until it is dismissed
let closing = null; // the note that is being closed: the focus that it gives back does not open it again
let timer = 0;

const note = (mark) => document.getElementById(mark.getAttribute("popovertarget"));
const isOpen = (each) => each.matches(":popover-open");
const markAt = (target) => target instanceof Element ? target.closest(".behind") : null;
const noteAt = (target) => target instanceof Element ? target.closest(".note:popover-open") : null;

function soon(act) {
  clearTimeout(timer);
  timer = setTimeout(act, WAIT);
}

function show(mark) {
  const found = note(mark);
  if (!found || isOpen(found) || found === closing) return;
  held = false;
  found.showPopover({ source: mark });
}

function leave() {
  const open = document.querySelector(".note:popover-open");
  if (open && !held && !open.contains(document.activeElement)) open.hidePopover();
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const mark = markAt(event.target);
  if (mark) soon(() => show(mark));
  else if (noteAt(event.target)) clearTimeout(timer);
  else soon(leave);
});

document.addEventListener("focusin", (event) => {
  const mark = markAt(event.target);
  if (mark?.matches(":focus-visible")) show(mark);
});

document.addEventListener("focusout", (event) => {
  if (markAt(event.target) && !noteAt(event.relatedTarget)) leave();
});

document.addEventListener("beforetoggle", (event) => {
  closing = event.newState === "closed" ? event.target : null;
}, true);

document.addEventListener("toggle", () => {
  closing = null;
}, true);

document.addEventListener("click", (event) => {
  const mark = markAt(event.target);
  if (!mark) return;
  clearTimeout(timer);
  if (isOpen(note(mark)) && !held) event.preventDefault(); // shown already: the click holds it
  held = true;
});
