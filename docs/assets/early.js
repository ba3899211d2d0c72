/* Runs before the page is drawn, so that a chosen palette does not flash. */
document.documentElement.classList.add("script")
try {
  const chosen = localStorage.getItem("scheme")
  if (chosen) document.documentElement.dataset.scheme = chosen
} catch { /* storage may be barred; the system's palette is used */ }
