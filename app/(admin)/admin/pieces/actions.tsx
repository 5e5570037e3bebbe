'use client';
/** What is pressed, and what opens then. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionMenu } from '../../../_ui/action-menu.tsx';
import { Button, ButtonLink, Turns } from '../../../_ui/button.tsx';
import { Chip, type Tone } from '../../../_ui/chip.tsx';
import { Menu } from '../../../_ui/menu.tsx';
import { SheetDialog, WallDialog } from '../../../_ui/sheet-dialog.tsx';
import { useAsking } from '../../../_ui/use-asking.tsx';
import { Piece, Row, Shelf } from './shelf.tsx';

const LOOKS = ['first', 'plain', 'quiet', 'danger'] as const;
const SIZES = ['small', 'normal', 'large'] as const;
const TONES = { plain: '', right: '✓ ', wrong: '✗ ', wait: '✎ ', violet: '↻ ' } satisfies Record<Tone, string>;
const SHELVES: Tone[] = ['plain', 'right', 'wrong', 'wait', 'violet'];

export function Actions() {
  const t = useTranslations('desk.pieces');
  const [busy, setBusy] = useState(false);
  const [open, setOpen] = useState(false);
  const [onWall, setOnWall] = useState(false);
  const [answer, setAnswer] = useState('');
  const { ask, dialog } = useAsking();
  const asked = async (): Promise<void> => {
    const wanted = await ask({ title: t('askTitle'), text: t('askText'), act: t('askAct') });
    setAnswer(t(wanted ? 'askYes' : 'askNo'));
  };
  return (
    <Shelf title={t('actions')}>
      {SIZES.map((size) => (
        <Piece key={size} called={t('button', { size })}>
          <Row>
            {LOOKS.map((look) => (
              <Button key={look} look={look} size={size}>
                {t('kindOf', { look })}
              </Button>
            ))}
          </Row>
        </Piece>
      ))}
      <Piece called={t('states')}>
        <Row>
          <Button disabled>{t('disabled')}</Button>
          <Button look="first" idle>
            {t('idle')}
          </Button>
          <Button onClick={() => setBusy((now) => !now)}>
            <Turns words={[t('turn'), t('turned')]} shown={t(busy ? 'turned' : 'turn')} />
          </Button>
          <ButtonLink href="/admin/pieces">{t('link')}</ButtonLink>
        </Row>
      </Piece>
      <Piece called={t('chips')}>
        <Row>
          {SHELVES.map((tone) => (
            <Chip key={tone} tone={tone}>
              <span aria-hidden>{TONES[tone]}</span>
              {t('tone', { tone })}
            </Chip>
          ))}
        </Row>
      </Piece>
      <Piece called={t('opens')}>
        <Row>
          <Menu label={t('menu')} title={t('menuTitle')}>
            <label className="flex min-h-10 items-center gap-2">
              <input type="checkbox" defaultChecked /> {t('menuChoice')}
            </label>
          </Menu>
          <ActionMenu
            label={t('actionsOf')}
            actions={[
              { id: 'one', label: t('askTitle'), act: () => void asked() },
              { id: 'none', label: t('disabled'), idle: true, act: () => undefined },
            ]}
          />
          <Button onClick={() => setOpen(true)}>{t('sheet')}</Button>
          <Button onClick={() => setOnWall(true)}>{t('wall')}</Button>
          <Button look="danger" onClick={() => void asked()}>
            {t('asks')}
          </Button>
          <span role="status">{answer}</span>
        </Row>
      </Piece>
      {open && (
        <SheetDialog title={t('sheetTitle')} onClose={() => setOpen(false)}>
          <p>{t('sheetText')}</p>
        </SheetDialog>
      )}
      {onWall && (
        <WallDialog title={t('sheetTitle')} onClose={() => setOnWall(false)}>
          <p>{t('wallText')}</p>
        </WallDialog>
      )}
      {dialog}
    </Shelf>
  );
}
