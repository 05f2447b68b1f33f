// A link into the mail program takes what stands in the field now, not what stood there when the page was made: data-words names the field, data-subject that of the subject.
const words = (id: string | undefined): string | undefined => (id === undefined ? undefined : (document.getElementById(id) as HTMLInputElement | HTMLTextAreaElement | null)?.value);

addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-words]");
  const text = words(link?.dataset.words);
  if (!link || text === undefined) return;
  const [to = "", query = ""] = link.href.split("?");
  const subject = words(link.dataset.subject) ?? new URLSearchParams(query).get("subject") ?? "";
  link.href = `${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\r?\n/g, "\r\n"))}`;
}, { capture: true });
