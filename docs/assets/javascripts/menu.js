// The menu, for keyboards and screen readers. The theme opens and closes it, and its levels, with labels, of which many
// are only for a pointer. Here all are buttons, and the focus goes to the level that is shown.
;(() => {
  const menu = document.querySelector(".md-sidebar--primary")
  if (!menu) return
  const drawer = document.getElementById("__drawer")
  const opener = document.querySelector("label.md-header__button[for=__drawer]")
  const entries = menu.querySelectorAll("label.md-nav__link[for^=__nav_]") // each leads to a level
  const titles = menu.querySelectorAll("label.md-nav__title[for^=__nav_]") // each leads back to the level above
  const narrow = matchMedia("(max-width: 76.234375em)") // as in the theme: the menu covers the page
  opener.ariaLabel = "Menu"
  for (const label of [opener, ...entries]) label.role = "button"
  drawer.addEventListener("change", onDrawer)
  menu.addEventListener("change", onLevel)
  menu.addEventListener("focusout", onLeave)
  addEventListener("keydown", onKey)
  narrow.addEventListener("change", mark)
  mark()

  function mark() {
    opener.tabIndex = 0
    opener.ariaExpanded = drawer.checked
    for (const entry of entries) {
      entry.ariaExpanded = entry.control.checked
      if (narrow.matches) entry.tabIndex = 0
    }
    for (const title of titles) { // in a wide window, only a title
      title.tabIndex = narrow.matches ? 0 : -1
      title.role = narrow.matches ? "button" : null
      title.ariaLabel = narrow.matches ? `${title.textContent.trim()}: back to the level above` : null
    }
  }

  function onDrawer() {
    mark()
    if (!drawer.checked || document.activeElement !== opener) return
    focus(firstOf([...menu.querySelectorAll(".md-nav__toggle:checked ~ .md-nav")].at(-1) ?? menu))
  }

  function onLevel({target}) {
    mark()
    if (!narrow.matches) return
    const [entry, title] = target.labels
    focus(target.checked ? title : entry)
  }

  function onLeave({relatedTarget}) {
    if (drawer.checked && relatedTarget && !menu.contains(relatedTarget)) drawer.click()
  }

  function onKey(event) {
    if (event.key === " " && event.target.matches("label[role=button]")) { // the theme acts on Enter
      event.preventDefault()
      event.target.click()
    } else if (event.key === "Escape" && drawer.checked) {
      drawer.click()
      opener.focus()
    }
  }

  // What the theme slides in can take the focus a moment later.
  function focus(element, tries = 60) {
    element?.focus()
    if (document.activeElement !== element && tries) requestAnimationFrame(() => focus(element, tries - 1))
  }

  function firstOf(level) {
    return level.querySelector("label[tabindex='0'], a[href]:not(.md-logo)")
  }
})()
