// Names of cities while one types; without it the name is looked up when the form is sent.
const WAIT = 200;

for (const input of document.querySelectorAll("input[data-places]")) {
  const list = document.createElement("datalist");
  list.id = `${input.id}_list`;
  input.after(list);
  input.setAttribute("list", list.id);
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    // What was chosen before is no longer what is meant.
    input.parentElement.querySelector(`input[type=hidden][name="${input.name}_code"]`)?.remove();
    timer = setTimeout(() => suggest(input, list), WAIT);
  });
}

async function suggest(input, list) {
  const words = input.value.trim();
  if (words.length < 2) return list.replaceChildren();
  const country = input.form?.elements[input.dataset.country]?.value ?? input.dataset.within ?? "";
  const answer = await fetch(`${input.dataset.places}?${new URLSearchParams({ q: words, country })}`);
  if (!answer.ok || input.value.trim() !== words) return;
  const { places } = await answer.json();
  list.replaceChildren(...places.map((place) => new Option(place.name)));
}
