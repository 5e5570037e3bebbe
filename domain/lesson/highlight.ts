/**
 * Highlighted code, made on the server, as elements with classes (`code-keyword` …) whose colours each theme sets.
 *
 * Only the grammars that lessons use are loaded, with a plain JavaScript regex engine: no WebAssembly, nothing to await.
 */
import type { Element, ElementContent, Text } from 'hast';
import { createCssVariablesTheme, createHighlighterCoreSync, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import bash from 'shiki/langs/bash.mjs';
import javascript from 'shiki/langs/javascript.mjs';
import json from 'shiki/langs/json.mjs';
import python from 'shiki/langs/python.mjs';

const ALIASES: Record<string, string> = {
  python: 'python',
  py: 'python',
  javascript: 'javascript',
  js: 'javascript',
  json: 'json',
  bash: 'bash',
  sh: 'bash',
};

const THEME = createCssVariablesTheme({ name: 'nabla', variablePrefix: '--', variableDefaults: {} });

let highlighter: HighlighterCore | undefined;
function shiki(): HighlighterCore {
  highlighter ??= createHighlighterCoreSync({
    themes: [THEME],
    langs: [python, javascript, json, bash],
    engine: createJavaScriptRegexEngine(),
  });
  return highlighter;
}

/** A run of characters of one sort: `keyword`, `string`, `comment` …, or null for plain text. */
export interface Token {
  text: string;
  sort: string | null;
}

const VARIABLE = /^var\(--token-([a-z-]+)\)$/;

/** Cuts code into lines of tokens; an unknown language gives plain text. */
export function tokensOf(code: string, language: string): Token[][] {
  const lang = ALIASES[language];
  if (lang === undefined) return code.split('\n').map((text) => [{ text, sort: null }]);
  const lines = shiki().codeToTokensBase(code, {
    lang,
    theme: THEME.name ?? 'nabla',
    // half a second is not enough on a machine that is busy, and a line that was not finished would be stored so
    tokenizeTimeLimit: 10_000,
  });
  return lines.map((line) =>
    line.map((token) => ({ text: token.content, sort: VARIABLE.exec(token.color ?? '')?.[1] ?? null })),
  );
}

/** The elements of a token. */
export function tokenElement({ text, sort }: Token): Element | Text {
  const content: Text = { type: 'text', value: text };
  if (sort === null) return content;
  return { type: 'element', tagName: 'span', properties: { className: [`code-${sort}`] }, children: [content] };
}

/** Highlighted lines, joined by line breaks: what goes into `<code>`. */
function highlighted(code: string, language: string): ElementContent[] {
  return tokensOf(code, language).flatMap((line, index) => {
    const elements: ElementContent[] = line.map(tokenElement);
    return index === 0 ? elements : [{ type: 'text', value: '\n' }, ...elements];
  });
}

/** A whole code block; `tabindex` lets a keyboard scroll it sideways. */
export function codeBlock(code: string, language: string): Element {
  return {
    type: 'element',
    tagName: 'pre',
    properties: { className: ['code'], tabIndex: 0 },
    children: [{ type: 'element', tagName: 'code', properties: {}, children: highlighted(code, language) }],
  };
}
