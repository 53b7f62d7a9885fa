// Choices at once: the facet that was changed stays open, and the address holds only what was asked.
let changed = "";

document.addEventListener("htmx:configRequest", (event) => {
  const { formData, triggeringEvent } = event.detail;
  changed = triggeringEvent?.target?.id ?? "";
  for (const name of new Set(formData.keys())) {
    if (formData.getAll(name).every((value) => value === "")) formData.delete(name);
  }
  if (!formData.has("near") && !formData.has("partner")) formData.delete("within");
});

// Of several with one name the browser lets only the old one stay open, so the new one is opened here.
document.addEventListener("htmx:afterSettle", () => {
  const field = changed && document.getElementById(changed);
  const facet = field && field.closest(".facet");
  if (!facet) return;
  facet.open = true;
  field.focus();
});
