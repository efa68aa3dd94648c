// The menu of a narrow window, for keyboards. The theme opens it, and leads back from its levels, with labels that only a
// pointer reaches. Here the menu button is one for screen readers, too, and the focus goes to the level that is shown.
;(() => {
  const menu = document.querySelector(".md-sidebar--primary")
  if (!menu) return
  const drawer = document.getElementById("__drawer")
  const label = document.querySelector("label.md-header__button[for=__drawer]")
  const titles = menu.querySelectorAll("label.md-nav__title[for^=__nav_]") // each leads back to the level above
  const entries = menu.querySelectorAll("label.md-nav__link[for^=__nav_]") // each leads to a level
  const narrow = matchMedia("(max-width: 76.234375em)") // as in the theme: the menu covers the page
  const button = document.createElement("span") // a label may not have the role
  button.role = "button"
  button.tabIndex = 0
  button.ariaLabel = "Menu"
  button.append(...label.childNodes)
  label.append(button)
  button.addEventListener("click", onButton)
  drawer.addEventListener("change", onDrawer)
  menu.addEventListener("change", onLevel)
  menu.addEventListener("focusout", onLeave)
  addEventListener("keydown", onKey)
  narrow.addEventListener("change", onWidth)
  onDrawer()
  onWidth()

  function onButton(event) {
    event.preventDefault() // the label would open the menu once more
    drawer.click()
  }

  function onDrawer() {
    button.ariaExpanded = drawer.checked
    if (!drawer.checked || document.activeElement !== button) return
    const level = [...menu.querySelectorAll(".md-nav__toggle:checked ~ .md-nav")].at(-1) ?? menu
    focus(level.querySelector("label[tabindex='0'], a[href]:not(.md-logo)"))
  }

  function onLevel({target}) {
    const [entry, title] = target.labels
    if (narrow.matches) focus(target.checked ? title : entry)
  }

  function onLeave({relatedTarget}) {
    if (drawer.checked && relatedTarget && !menu.contains(relatedTarget)) drawer.click()
  }

  // The theme presses labels on Enter.
  function onKey(event) {
    const {key, target} = event
    if ((key === " " && target.matches("label[tabindex='0']")) || (target === button && [" ", "Enter"].includes(key))) {
      event.preventDefault()
      target.click()
    } else if (key === "Escape" && drawer.checked) {
      drawer.click()
      button.focus()
    }
  }

  // In a wide window, a level's title is only a title, and the theme leaves out the entry of the current level.
  function onWidth() {
    for (const title of titles) title.tabIndex = narrow.matches ? 0 : -1
    if (narrow.matches) for (const entry of entries) entry.tabIndex = 0
  }

  // What the theme slides in can take the focus a moment later.
  function focus(element, tries = 60) {
    element?.focus()
    if (document.activeElement !== element && tries) requestAnimationFrame(() => focus(element, tries - 1))
  }
})()
