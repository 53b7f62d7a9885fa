// Buttons for keys show only where the browser knows keys; what went wrong is said on the page.
if (window.PublicKeyCredential) {
  for (const button of document.querySelectorAll("[data-passkey]")) button.hidden = false;
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const trouble of document.querySelectorAll("[data-passkey-trouble]")) {
    trouble.hidden = true;
    requestAnimationFrame(() => (trouble.hidden = false));
  }
});
