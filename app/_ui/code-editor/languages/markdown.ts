/** Markdown in the editor, for lessons; without the languages of HTML, which a lesson may not hold and which are large. */
import { commonmarkLanguage, markdownKeymap, pasteURLAsLink } from '@codemirror/lang-markdown';
import { Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

export const language = () => [
  commonmarkLanguage,
  pasteURLAsLink,
  Prec.high(keymap.of(markdownKeymap)),
  EditorView.lineWrapping,
];
