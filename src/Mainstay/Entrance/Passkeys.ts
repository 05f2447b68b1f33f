// Passkeys: a form or button with data-passkey asks the device before the form is sent. Where the browser knows no passkeys, such forms stay hidden.
const known = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

const reveal = () => {
  if (!known) return;
  for (const part of document.querySelectorAll<HTMLElement>("[data-passkeys][hidden]")) part.hidden = false;
};

for (const shown of ["turbo:load", "turbo:render"]) document.addEventListener(shown, reveal); // a form that comes back with problems is rendered, not loaded
reveal();

document.addEventListener("submit", event => {
  const form = event.target as HTMLFormElement;
  const button = (event as SubmitEvent).submitter;
  const asking = button?.dataset["passkey"] !== undefined ? button : form;
  const answer = form.elements.namedItem("credential") as HTMLInputElement | null;
  if (!asking.dataset["passkey"] || !answer || answer.value) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void ask(form, asking.dataset["passkey"], asking.dataset["making"] !== undefined).then(credential => {
    if (credential === null) return;
    answer.value = credential;
    form.requestSubmit(button);
  });
}, true);

// What the device says, as text; nothing at all when whoever sits there changed their mind. What the server refuses, it says on the page itself.
async function ask(form: HTMLFormElement, address: string, isMaking: boolean): Promise<string | null> {
  const options = await fetch(address, { method: "POST", body: new FormData(form), headers: { accept: "application/json" } });
  if (!options.ok) return "-";
  const publicKey = await options.json();
  try {
    const credential = isMaking
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
    return JSON.stringify((credential as PublicKeyCredential).toJSON());
  } catch (no) {
    if (no instanceof DOMException && ["NotAllowedError", "AbortError"].includes(no.name)) return null;
    return "-";
  }
}

export {};
