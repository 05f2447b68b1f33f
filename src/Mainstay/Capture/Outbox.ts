// What was jotted down without a network, kept on the device until the server has it. The pages write it, the worker sends it.

/** A line, or whom somebody met at a gathering. */
export type Jotting = {
  id: string;
  /** Whose it is, as the server calls them: it is shown and sent to nobody else. */
  account: string;
  at: string;
  line?: string;
  /** How the reading of the line was changed: its form, as it was to be sent. */
  changes?: string;
  gathering?: string;
  who?: string;
  person?: string;
  about?: string;
  promised?: string;
  promisedToMe?: string;
  /** Why the server does not take it. */
  problem?: string;
};

/** What the server said of itself when it was last reached. */
export type Known = { account: string; gatherings: { id: string; name: string }[] };

/** The worker tells the pages what became of what was kept. */
export type Sent = { sent: number; waiting: number; left: number };

const database = "mainstay-outbox", jottings = "jottings", known = "known";

/** Whoever takes something out, or sends it, does so alone. */
export const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request(database, work);

export const put = (one: Jotting): Promise<unknown> => within(jottings, "readwrite", store => store.put(one));

export const remove = (id: string): Promise<unknown> => within(jottings, "readwrite", store => store.delete(id));

/** Everything that waits, whoever it belongs to, in the order in which it was jotted down. */
export const waiting = async (): Promise<Jotting[]> => (await within<Jotting[]>(jottings, "readonly", store => store.getAll())).sort((a, b) => a.at.localeCompare(b.at));

export const learnt = (): Promise<Known | undefined> => within(known, "readonly", store => store.get("me"));

export const learn = (what: Known): Promise<unknown> => within(known, "readwrite", store => store.put(what, "me"));

/** Somebody leaves this browser: nothing of theirs stays. */
export const forget = (): Promise<unknown> => within(known, "readwrite", store => store.clear());

/** A key of its own, where `crypto.randomUUID` may be missing too. */
export function key(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return [...bytes].map(b => b.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Done when it is on the disk, so that a page or a machine that stops then loses nothing. */
async function within<T>(name: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const opened = await open();
  try {
    return await new Promise<T>((done, failed) => {
      const writing = opened.transaction(name, mode, { durability: "strict" }), asked = work(writing.objectStore(name));
      writing.oncomplete = () => done(asked.result as T);
      writing.onabort = writing.onerror = () => failed(writing.error ?? asked.error ?? new Error("The outbox could not be written."));
    });
  } finally {
    opened.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(database, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(jottings, { keyPath: "id" });
      asked.result.createObjectStore(known);
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error ?? new Error("The outbox could not be opened."));
  });
}
