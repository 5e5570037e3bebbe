/**
 * A picture of the room: a question on the wall, a class that answers it, and what they chose. Drawn as it ends; it moves once to
 * get there, and not at all for who asks for less motion (room-picture.css).
 */
import './room-picture.css';
import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { optionStyle } from '../live/option-style.ts';

const OPTIONS = [
  { letter: 'A', x: 70, y: 170, formula: '3x^2y^2', chosen: 6 },
  { letter: 'B', x: 326, y: 170, formula: 'x^3 · 2y', chosen: 1 },
  { letter: 'C', x: 70, y: 232, formula: '3x^2 + 2y', chosen: 2 },
  { letter: 'D', x: 326, y: 232, formula: '6xy', chosen: 0 },
] as const;
const RIGHT = 'A';

/** Who sits there, from the left: what each of them chose, and the order in which they answered. */
const CLASS = [
  { letter: 'A', turn: 3 },
  { letter: 'C', turn: 6 },
  { letter: 'A', turn: 0 },
  { letter: 'A', turn: 5 },
  { letter: 'B', turn: 2 },
  { letter: 'A', turn: 8 },
  { letter: 'A', turn: 1 },
  { letter: 'C', turn: 7 },
  { letter: 'A', turn: 4 },
] as const;

/** A row of nine in front of a wall of 640. */
const seatAt = (index: number): number => 64 + index * 64;

export function RoomPicture({ className }: { className?: string }) {
  const t = useTranslations('home.front.picture');
  return (
    <svg role="img" aria-label={t('label')} viewBox="0 0 640 452" className={`room-picture ${className ?? ''}`}>
      <rect x="32" y="8" width="576" height="304" rx="16" className="room-wall" />
      <text x="70" y="52" className="room-mark">
        ∇
      </text>
      <text x="98" y="51" className="room-small">
        {t('which')}
      </text>
      <text x="500" y="51" textAnchor="end" className="room-small">
        {t('answered')}
      </text>
      <circle cx="548" cy="46" r="19" className="room-ring-back" />
      <circle cx="548" cy="46" r="19" pathLength="100" className="room-ring" />
      <text x="70" y="126" className="room-question">
        {t('for')} <tspan className="room-maths">f(x, y) = x</tspan>
        <Up>3</Up>
        <tspan className="room-maths" dy="9">
          y
        </tspan>
        <Up>2</Up>
        <tspan dy="9">{t('what')}</tspan> <tspan className="room-maths">∂f / ∂x</tspan>
        {t('mark')}
      </text>
      {OPTIONS.map((option) => (
        <Option key={option.letter} {...option} />
      ))}
      {CLASS.map(({ letter, turn }, index) => (
        <Student key={seatAt(index)} x={seatAt(index)} letter={letter} turn={turn} />
      ))}
    </svg>
  );
}

function Up({ children }: { children: string }) {
  return (
    <tspan className="room-up" dy="-9">
      {children}
    </tspan>
  );
}

function Option({ letter, x, y, formula, chosen }: (typeof OPTIONS)[number]) {
  const style = optionStyle(letter);
  const right = letter === RIGHT;
  return (
    <g className={right ? 'room-right' : 'room-wrong'} style={{ color: style.text }}>
      <rect x={x} y={y} width="244" height="52" rx="10" fill={style.background} />
      <text x={x + 18} y={y + 33} className="room-letter">
        {letter} <tspan dx="2">{style.shape}</tspan>
      </text>
      <text x={x + 74} y={y + 34} className="room-formula">
        {[...formula.matchAll(/\^\d|[^^](?:(?!\^).)*/g)].map(({ 0: piece, index }) => (
          <tspan
            key={index}
            className={piece.startsWith('^') ? 'room-up' : undefined}
            dy={piece.startsWith('^') ? -8 : index > 0 ? 8 : 0}
          >
            {piece.replace('^', '')}
          </tspan>
        ))}
      </text>
      <text x={x + 226} y={y + 34} textAnchor="end" className="room-count">
        {right ? `✓ ${chosen}` : chosen}
      </text>
    </g>
  );
}

/** Seen from behind, with what they chose on the phone above their head. */
function Student({ x, letter, turn }: { x: number; letter: string; turn: number }) {
  const style = optionStyle(letter);
  const order: CSSProperties & Record<'--turn', number> = { '--turn': turn };
  return (
    <g>
      <path
        d={`M ${x - 30} 452 v -14 c 0 -22 14 -32 30 -32 s 30 10 30 32 v 14 z M ${x} 372 a 16 17 0 1 1 -0.1 0 z`}
        className="room-student"
      />
      <g className="room-phone" style={order}>
        <rect x={x - 13} y="322" width="26" height="38" rx="6" className="room-phone-body" />
        <rect x={x - 9} y="327" width="18" height="28" rx="3" fill={style.background} />
        <text x={x} y="346" textAnchor="middle" fill={style.text} className="room-shape">
          {style.shape}
        </text>
      </g>
    </g>
  );
}
