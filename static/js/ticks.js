// How many boxes are ticked in a group, and in a whole question, while they are being ticked.
document.addEventListener("change", (event) => {
  for (let group = event.target.closest("[data-ticks]"); group; group = group.parentElement.closest("[data-ticks]")) {
    const number = group.querySelectorAll(":checked").length;
    const told = group.querySelector("[data-chosen]");
    told.querySelector("b").textContent = number;
    told.hidden = !number;
  }
});
