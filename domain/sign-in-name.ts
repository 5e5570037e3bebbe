/** What one signs in with: a letter or digit first; then these, and dots, dashes, +, @ and _ as e-mail addresses have. */
export const SIGN_IN_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{1,79}$/u;

/** A sign-in name made of a person's name: `Chiara Rossi` → `chiara.rossi`. Empty where nothing fits. */
export function suggestLogin(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '.')
    .replace(/^\.|\.$/g, '')
    .slice(0, 40);
}
