/** HTML that the lesson compiler rendered and sanitised; nothing else may come in here. */
import './prose.css';
import type { ElementType } from 'react';

export function Html({
  html,
  as: Tag = 'div',
  className,
  id,
}: {
  html: string;
  as?: ElementType;
  className?: string;
  id?: string;
}) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by domain/lesson, sanitised before maths and code went in
  return <Tag id={id} className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
