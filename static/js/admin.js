// The secretariat's pages: what unfold, simplebar and select2 draw without a name or a role gets one, for those
// who read by ear. Nothing here is needed to work with the pages.

function nameCombobox(select) {
  const label = select.labels?.[0] ?? select.closest("div")?.parentElement?.querySelector("label, h3");
  const box = select.nextElementSibling;
  if (!label || !box?.matches(".select2")) return;
  label.id ||= `${select.id || select.name}-label`;
  const shown = box.querySelector(".select2-selection--single .select2-selection__rendered");
  if (shown) {
    shown.removeAttribute("role");
    shown.removeAttribute("aria-readonly");
    box.querySelector(".select2-selection").setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
  }
  box.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", label.id);
}

function nameNavigation(nav) {
  if (nav.hasAttribute("aria-label")) return;
  const links = [...nav.querySelectorAll("a")].map((link) => link.textContent.trim());
  nav.setAttribute("aria-label", nav.id === "nav-sidebar-inner" ? document.title.split("|").pop().trim() : links.join(", "));
}

function complete() {
  document.getElementById("main")?.setAttribute("role", "main");
  document.querySelectorAll("#nav-sidebar-inner, #main nav").forEach(nameNavigation);
  document.querySelectorAll(".simplebar-content-wrapper").forEach((box) => box.setAttribute("role", "group"));
  document.querySelectorAll("select.select2-hidden-accessible").forEach(nameCombobox);
  // The head of a column of boxes that explain themselves is empty: then it is no head.
  document.querySelectorAll("th:not([role])").forEach((head) => head.textContent.trim() || head.setAttribute("role", "cell"));
}

// Both draw their parts some time after the page has arrived, and again for every row that is added.
new MutationObserver(complete).observe(document, { childList: true, subtree: true });
