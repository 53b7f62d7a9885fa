// Buttons for keys show only where the browser knows keys; what went wrong is said on the page.
if (window.PublicKeyCredential) {
  for (const button of document.querySelectorAll("[data-passkey]")) button.hidden = false;
}

function sayTrouble() {
  for (const trouble of document.querySelectorAll("[data-passkey-trouble]")) {
    trouble.hidden = true;
    requestAnimationFrame(() => (trouble.hidden = false));
  }
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  sayTrouble();
});

// The sign-in page is the first one many people see: its scripts come only when somebody presses the button.
for (const button of document.querySelectorAll("[data-passkey-scripts]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    signIn(button).catch(sayTrouble);
  }, { once: true });
}

async function signIn(button) {
  for (const address of button.dataset.passkeyScripts.split(" ")) await load(address);
  window.allauth.webauthn.forms.loginForm({ ids: { login: button.id, credential: button.dataset.passkeyField } });
  button.click();
}

function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
}
