/* Runs before the page is drawn, so that neither a chosen palette nor a fold flashes. */
document.documentElement.classList.add("script")
{
  // Written, since a browser waits with drawing only for sheets that stand in the page.
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet" })
  sheet.href = new URL("script.css", document.currentScript.src)
  document.write(sheet.outerHTML)
}
try {
  const chosen = localStorage.getItem("scheme")
  if (chosen) document.documentElement.dataset.scheme = chosen
} catch { /* storage may be barred; the system's palette is used */ }
{
  // What folds is written open, for print and for want of script; it is closed as it is read. folds.js does the rest.
  const FOLDED = ".fold, .notes, .twin:not(.chart__scale), .chart__scale + .chart__scale"
  const reading = new MutationObserver(changes => {
    for (const { addedNodes } of changes) {
      for (const one of addedNodes) if (one.localName === "details" && one.matches(FOLDED)) one.open = false
    }
  })
  if (!matchMedia("print").matches) reading.observe(document, { childList: true, subtree: true })
  document.addEventListener("DOMContentLoaded", () => reading.disconnect())
}
