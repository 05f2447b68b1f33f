// Passkeys: a form with data-passkey asks the device before it is sent. Where the browser knows no passkeys, such forms stay hidden.
const known = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

const reveal = () => {
  if (!known) return;
  for (const part of document.querySelectorAll<HTMLElement>("[data-passkeys][hidden]")) part.hidden = false;
};

document.addEventListener("turbo:load", reveal);
reveal();

document.addEventListener("submit", event => {
  const form = event.target as HTMLFormElement;
  const answer = form.elements.namedItem("credential") as HTMLInputElement | null;
  if (!form.dataset["passkey"] || !answer || answer.value) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void ask(form).then(credential => {
    if (credential === null) return;
    answer.value = credential;
    form.requestSubmit();
  });
}, true);

// What the device says, as text; nothing at all when whoever sits there changed their mind. What the server refuses, it says on the page itself.
async function ask(form: HTMLFormElement): Promise<string | null> {
  const options = await fetch(form.dataset["passkey"]!, { method: "POST", body: new FormData(form), headers: { accept: "application/json" } });
  if (!options.ok) return "-";
  const publicKey = await options.json();
  try {
    const credential = form.dataset["making"] !== undefined
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
    return JSON.stringify((credential as PublicKeyCredential).toJSON());
  } catch (no) {
    if (no instanceof DOMException && ["NotAllowedError", "AbortError"].includes(no.name)) return null;
    return "-";
  }
}

export {};
