/** A paper of `docs/`, beside what it is about, in a tab of its own; its headings stand beside it where there is room. */
import type { TocEntry } from '../../../domain/lesson/anchors.ts';
import type { Person } from '../../../domain/people/person.ts';
import { Header } from '../header/header.tsx';
import { Html } from '../lesson/html.tsx';
import { TableOfContents } from '../lesson/table-of-contents.tsx';

interface PaperPageProps {
  viewer: Person;
  title: string;
  paper: { html: string; toc: TocEntry[] };
}

export function PaperPage({ viewer, title, paper: { html, toc } }: PaperPageProps) {
  return (
    <>
      <Header user={viewer} wide />
      <div className="mx-auto grid max-w-[1100px] grid-cols-[minmax(0,1fr)] gap-x-12 px-4 sm:px-6 xl:grid-cols-[minmax(0,1fr)_13rem]">
        <main id="content" className="min-w-0 pt-8 pb-24 sm:pt-12">
          <h1 className="mb-6 font-semibold font-serif text-4xl">{title}</h1>
          <Html className="lesson-prose" html={html} />
        </main>
        <div className="hidden xl:block print:hidden">
          <div className="sticky top-14 max-h-[calc(100dvh-3.5rem)] overflow-y-auto pt-6 pb-10">
            <TableOfContents entries={toc} />
          </div>
        </div>
      </div>
    </>
  );
}
