/**
 * Stands in the browser's scripts where `@codemirror/lang-markdown` imports `@codemirror/lang-html` (next.config.js): a lesson may
 * hold no HTML, and the languages of HTML, its styles and its scripts are 60 KB. What Nabla takes of Markdown asks for none of
 * it; its `markdown()` would, and is not called.
 */

export const html = (): undefined => undefined;
export const htmlCompletionSource = (): null => null;
