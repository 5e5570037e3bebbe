/** The editor's look: the same colours as code in the text, by the classes that the lesson compiler uses. */
import { EditorView } from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';

export const colours = tagHighlighter([
  {
    tag: [tags.keyword, tags.operator, tags.controlKeyword, tags.definitionKeyword, tags.modifier],
    class: 'code-keyword',
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 'code-string-expression' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment, tags.docString], class: 'code-comment' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: 'code-constant' },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.definition(tags.variableName)),
      tags.function(tags.propertyName),
    ],
    class: 'code-function',
  },
  { tag: [tags.punctuation, tags.separator, tags.bracket], class: 'code-punctuation' },
  { tag: [tags.heading, tags.strong], class: 'code-heading' },
  { tag: [tags.link, tags.url], class: 'code-link' },
]);

export const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.65', overflowX: 'auto' },
  '.cm-content': { caretColor: 'var(--violet)', padding: '10px 0' },
  '.cm-line': { padding: '0 12px 0 4px' },
  // not transparent: long lines go under the numbers, not over them
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--ink-3)', border: 'none' },
  '.cm-gutter-lint': { width: '1em' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--fill) 60%, transparent)' },
  '.cm-cursor': { borderInlineStartColor: 'var(--violet)', borderInlineStartWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--violet-soft)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--violet-soft)', outline: '1px solid var(--violet)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--wrong) 1.5px',
    textUnderlineOffset: '3px',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
  },
  '.cm-diagnostic': {
    fontFamily: 'var(--font-sans)',
    padding: '6px 10px',
    borderInlineStart: '3px solid var(--wrong)',
  },
});
