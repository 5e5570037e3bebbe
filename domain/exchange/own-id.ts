/** What we write beside a question in files for other programs, so that it is known when it comes back. */
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** null: it is none of ours */
export function ownId(written: string): string | null {
  const id = written.trim().toLowerCase();
  return GUID.test(id) ? id : null;
}
