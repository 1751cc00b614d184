'use client';

import { useMemo } from 'react';
import { encode } from 'uqr';
import { useReading } from '@/i18n/provider.tsx';

/** An address as a QR code: dark on light whatever the theme, for cameras. */
export function QrCode({ url, size }: { url: string; size: number }) {
  const { text } = useReading();
  const { path, modules } = useMemo(() => {
    const { data, size: side } = encode(url, { ecc: 'M', border: 2 });
    let drawn = '';
    for (const [y, row] of data.entries())
      for (const [x, dark] of row.entries()) if (dark) drawn += `M${x} ${y}h1v1h-1z`;
    return { path: drawn, modules: side };
  }, [url]);
  return (
    <svg
      role="img"
      aria-label={text.lobby.qr(url)}
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
      className="shrink-0 rounded-md"
    >
      <rect width={modules} height={modules} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
