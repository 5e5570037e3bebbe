/** Maths typeset by KaTeX on the server: HTML for the eye, MathML for screen readers. */
import katex from 'katex';

export type Typeset = { ok: true; html: string } | { ok: false; reason: string };

/**
 * Typesets TeX. Nothing in it can make a link, load a file or carry HTML (`trust` is off); expansion and size are bounded.
 * Errors: a `reason` in KaTeX's own words, with the position.
 */
export function typeset(tex: string, display: boolean): Typeset {
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxSize: 20,
      maxExpand: 500,
    });
    return { ok: true, html };
  } catch (error) {
    if (error instanceof katex.ParseError)
      return { ok: false, reason: error.message.replace(/^KaTeX parse error: /, '') };
    throw error;
  }
}
