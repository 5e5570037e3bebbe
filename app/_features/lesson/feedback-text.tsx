'use client';
/** One remark of a verdict in words. */
import { useTranslations } from 'next-intl';
import type { Feedback } from '../../../domain/results/verdict.ts';
import { sentence } from './words.ts';

export function FeedbackText({ feedback }: { feedback: Feedback }) {
  const t = useTranslations();
  return <>{sentence(t, feedback)}</>;
}
