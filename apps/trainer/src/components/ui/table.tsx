import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A dense table: 28 px rows, a head that stays. */
export function Table({
  label,
  head,
  children,
  className,
}: {
  label: string;
  head: readonly ReactNode[];
  children: ReactNode;
  className?: string;
}) {
  return (
    <table aria-label={label} className={classNames('w-full text-13', className)}>
      <thead>
        <tr className="row">
          {head.map((cell, at) => (
            <th
              key={at}
              scope="col"
              className="sticky top-0 bg-surface-2 px-4 text-left text-12 font-normal whitespace-nowrap text-ink-3"
            >
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** A row of such a table. */
export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={classNames('row border-t border-line', className)} />;
}

/** A cell; numbers stand to the right in figures of one width. */
export function Cell({ number, className, ...rest }: ComponentProps<'td'> & { number?: boolean }) {
  return (
    <td
      {...rest}
      className={classNames('px-4 py-1 whitespace-nowrap', number && 'text-right', className)}
    />
  );
}
