/** Markdown in the editor, for lessons; the languages of its blocks come with it. */
import { markdown } from '@codemirror/lang-markdown';
import { EditorView } from '@codemirror/view';

export const language = () => [markdown(), EditorView.lineWrapping];
