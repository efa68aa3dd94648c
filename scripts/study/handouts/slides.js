// Keys and a presenter remote turn slides. If a slide is higher than the window, they show its rest first. The address
// names the slide, and it stays when the window gets another size. Without this script, the page scrolls.
const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
const scrolling = new Set(["ArrowDown", "ArrowUp", " "]);
const slides = [...document.querySelectorAll(".slide")];
let at = 0;
let height = 0; // of the page: another one means that the slides have moved
let waiting = 0;

const place = (slide) => slide.getBoundingClientRect();
const shown = () => Math.max(slides.findLastIndex((slide) => 1 >= place(slide).top), 0);

function turn(step) {
  const now = shown();
  const { top, bottom } = place(slides[now]);
  const below = bottom - innerHeight;
  if (step > 0 ? below > 1 : -1 > top) scrollBy(0, step > 0 ? Math.min(below, innerHeight * 0.8) : top);
  else {
    at = Math.min(Math.max(now + step, 0), slides.length - 1);
    slides[at].scrollIntoView();
  }
}

addEventListener("keydown", (event) => {
  const step = event.shiftKey ? { " ": -1 }[event.key] : steps[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  const focused = slides[shown()].contains(event.target); // such as a link
  if (focused ? scrolling.has(event.key) : false) return;
  event.preventDefault();
  turn(step);
});

addEventListener("scroll", () => {
  if (document.body.offsetHeight !== height) return;
  at = shown();
  clearTimeout(waiting);
  // Safari refuses more than 100 addresses in 30 seconds.
  waiting = setTimeout(() => history.replaceState(history.state, "", `#${slides[at].id}`), 150);
});

// On a phone, the window also gets another size when the address bar hides, and the slides do not move.
new ResizeObserver(() => {
  if (height) slides[at].scrollIntoView();
  else at = shown();
  height = document.body.offsetHeight;
}).observe(document.body);
