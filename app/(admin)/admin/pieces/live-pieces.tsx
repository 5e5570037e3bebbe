'use client';
/** What stands in a live room. */
import { useTranslations } from 'next-intl';
import { ClockFace } from '../../../_features/live/clock-face.tsx';
import { ConnectionNote } from '../../../_features/live/connection-note.tsx';
import { OptionList } from '../../../_features/live/option-list.tsx';
import { Specimen } from '../../../_features/live/specimen.tsx';
import { Piece, Row, Shelf } from './shelf.tsx';

const OPTIONS = [
  { letter: 'A', html: '<p>Uphill</p>' },
  { letter: 'B', html: '<p>Downhill, which is where the loss becomes smaller</p>' },
];

export function LivePieces() {
  const t = useTranslations('desk.pieces');
  return (
    <Shelf title={t('live')}>
      <Piece called={t('clock')}>
        <Row>
          <ClockFace left={{ seconds: 25, share: 0.8 }} silent />
          <ClockFace left={{ seconds: 4, share: 0.1 }} silent />
        </Row>
      </Piece>
      <Piece called={t('polling')}>
        <ConnectionNote state="polling" />
      </Piece>
      <Piece called={t('options')}>
        <OptionList options={OPTIONS} voted={['B']} />
      </Piece>
      <Piece called={t('specimen')}>
        <Specimen answer={{ kind: 'function', code: 'def step(x):\n    return x - 0.1 * x' }} />
      </Piece>
    </Shelf>
  );
}
