'use client';

import type { Block, Report } from '@dwell/scoring/report';
import { leavesOf } from './report-leaves.ts';
import { ReportChart } from './report-chart.tsx';
import { ReportTable } from './report-table.tsx';

/** A report's tree of blocks: headings, texts, tables, drawings. What stands between two breaks is a leaf of paper. */
export function ReportBlocks({ report }: { report: Report }) {
  return leavesOf(report.blocks).map((blocks, leaf) => (
    <section key={leaf} className="leaf">
      {blocks.map((block, at) => (
        <ReportBlock key={at} block={block} report={report} />
      ))}
    </section>
  ));
}

const TONE = {
  lead: 'text-16 leading-6',
  note: 'text-12 text-ink-3',
  quote: 'border-l-2 border-line-strong pl-3 text-ink-2',
  centre: 'text-center',
} as const;

function ReportBlock({ block, report }: { block: Block; report: Report }) {
  switch (block.is) {
    case 'title':
      return (
        <header className="mb-6 border-b-2 border-ink-1 pb-5">
          <h2 className="m-0 text-28 leading-9 font-semibold tracking-tight">{block.text}</h2>
          <p className="m-0 mt-1 text-16 text-ink-2">{block.sub}</p>
        </header>
      );
    case 'contents':
      return <Contents report={report} />;
    case 'heading':
      return <Heading block={block} report={report} />;
    case 'text':
      return (
        <p
          className={`mt-0 mb-3 max-w-[80ch] whitespace-pre-line ${block.tone ? TONE[block.tone] : ''}`}
        >
          {block.text}
        </p>
      );
    case 'code':
      return (
        <pre className="mt-0 mb-3 border border-line bg-surface-1 p-2 text-[11px] leading-4 wrap-anywhere whitespace-pre-wrap">
          {block.text}
        </pre>
      );
    case 'list':
      return (
        <ul className="mt-0 mb-3 flex max-w-[80ch] list-disc flex-col gap-1 pl-5">
          {block.items.map((item, at) => (
            <li key={at}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <ReportTable table={block} />;
    case 'chart':
      return <ReportChart chart={block} language={report.language} />;
    case 'break':
      return null;
  }
}

type HeadingBlock = Extract<Block, { is: 'heading' }>;

const anchorOf = (block: HeadingBlock, report: Report) => `part-${report.blocks.indexOf(block)}`;

function Heading({ block, report }: { block: HeadingBlock; report: Report }) {
  const id = anchorOf(block, report);
  if (block.level === 1)
    return (
      <h3 id={id} className="mt-8 mb-3 border-b border-line-strong pb-1 text-20 font-semibold">
        {block.text}
      </h3>
    );
  if (block.level === 2)
    return (
      <h4 id={id} className="mt-6 mb-2 text-16 font-semibold">
        {block.text}
      </h4>
    );
  return (
    <h5 id={id} className="mt-4 mb-1 text-13 font-semibold text-ink-2">
      {block.text}
    </h5>
  );
}

/** The parts of the report, each with the way to it. */
function Contents({ report }: { report: Report }) {
  const heads = report.blocks.filter(
    (block): block is HeadingBlock => block.is === 'heading' && block.level === 1,
  );
  return (
    <nav aria-label={report.title} className="mb-6">
      <ol className="m-0 list-none columns-2 p-0">
        {heads.map((head) => (
          <li key={anchorOf(head, report)} className="py-[2px]">
            <a href={`#${anchorOf(head, report)}`} className="text-ink-1 no-underline">
              {head.text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
