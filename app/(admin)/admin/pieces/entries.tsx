'use client';
/** What is typed and chosen. */
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '../../../_ui/button.tsx';
import { CodeEditor, type LineMark } from '../../../_ui/code-editor/code-editor.tsx';
import { SideBySide } from '../../../_ui/code-editor/side-by-side.tsx';
import { CopyLink } from '../../../_ui/copy-link.tsx';
import { Field } from '../../../_ui/field.tsx';
import { FileDrop, FileField } from '../../../_ui/file-drop.tsx';
import { FootBar } from '../../../_ui/foot-bar.tsx';
import { PasswordField } from '../../../_ui/password-field.tsx';
import { ScrolledText } from '../../../_ui/scrolled-text.tsx';
import { SelectField } from '../../../_ui/select-field.tsx';
import { Piece, Shelf } from './shelf.tsx';

const CODE = 'def step(x, rate=0.1):\n    return x - rate * slope(x)\n';
const THEIRS = 'What is the slope of $x^2$ at 3?\n\n- [x] 6\n- [ ] 9\n';
const MINE = 'What is the slope of $x^2$ at 3?\n\n- [x] six\n- [ ] 9\n- [ ] 3\n';
/** Of a line that is longer than any screen is wide. */
const LONG = `print(${Array.from({ length: 60 }, (_, at) => at).join(' + ')})\n`.repeat(8);

export function Entries() {
  const t = useTranslations('desk.pieces');
  const [code, setCode] = useState(CODE);
  const marks = useMemo((): readonly LineMark[] => [{ line: 2, column: null, text: t('error') }], [t]);
  const options = ['first', 'second'].map((value) => ({ value, label: t('option', { which: value }) }));
  return (
    <Shelf title={t('entries')}>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('empty')} />
        <Field label={t('filled')} defaultValue="Ada Lovelace" />
        <Field label={t('hinted')} hint={t('hint')} />
        <Field label={t('wrong')} error={t('error')} defaultValue="ada@" />
        <Field label={t('wrongHinted')} hint={t('hint')} error={t('error')} />
        <Field label={t('disabled')} disabled defaultValue="Ada" />
        <PasswordField label={t('password')} />
        <SelectField label={t('choice')} options={options} />
        <SelectField label={t('choiceWrong')} options={options} error={t('error')} />
        <SelectField label={t('choiceDisabled')} options={options} disabled />
        <SelectField label={t('choiceWide')} options={options} wide />
        <SelectField label={t('choiceQuiet')} options={options} quiet />
      </div>
      <Piece called={t('code')}>
        <CodeEditor language="python" label={t('code')} value={code} onChange={setCode} />
      </Piece>
      <Piece called={t('codeMarked')}>
        <CodeEditor language="python" label={t('codeMarked')} value={code} onChange={setCode} marks={marks} />
      </Piece>
      <Piece called={t('codeRead')}>
        <CodeEditor language="python" label={t('codeRead')} value={CODE} onChange={setCode} readOnly />
      </Piece>
      <Piece called={t('codeAsleep')}>
        <CodeEditor language="python" label={t('codeAsleep')} value={code} onChange={setCode} asleep />
      </Piece>
      <Piece called={t('beside')}>
        <SideBySide
          theirs={THEIRS}
          theirsLabel={t('theirs')}
          mine={MINE}
          mineLabel={t('mine')}
          onChange={() => undefined}
        />
      </Piece>
      <Piece called={t('scrolled')}>
        <ScrolledText label={t('scrolled')} className="max-h-32 px-3 py-2 text-[13px]">
          {LONG}
        </ScrolledText>
      </Piece>
      <Piece called={t('file')}>
        <FileDrop onFile={() => undefined}>
          <FileField label={t('filePick')} onFile={() => undefined} />
          <FileField second label={t('fileSecond')} onFile={() => undefined} />
        </FileDrop>
        <FootBar>
          <Button look="first">{t('askAct')}</Button>
          <span className="text-[14px] text-ink-2">{t('foot')}</span>
        </FootBar>
      </Piece>
      <Piece called={t('copied')}>
        <CopyLink path="/join/123456" label={t('copied')} />
      </Piece>
    </Shelf>
  );
}
