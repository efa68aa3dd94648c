// The arrow keys and a presenter remote turn slides. Without this script, the page scrolls.
const steps = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
const slides = [...document.querySelectorAll(".slide")];
addEventListener("keydown", (event) => {
  const step = steps[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const shown = slides.findLastIndex((slide) => 1 >= slide.getBoundingClientRect().top);
  slides.at(Math.min(Math.max(shown + step, 0), slides.length - 1)).scrollIntoView();
});
