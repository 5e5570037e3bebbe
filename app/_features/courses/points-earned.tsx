'use client';
/** What somebody has of a lesson's points; it follows the cards. */
import { useTranslations } from 'next-intl';
import { useEarned } from './earned-now.ts';

/** @param earned as the page came */
export function PointsEarned({ earned, points }: { earned: number; points: number }) {
  const t = useTranslations('lesson.earned');
  const now = Math.max(0, earned + useEarned());
  return t('points', { earned: Math.round(now * 1e6) / 1e6, points });
}
