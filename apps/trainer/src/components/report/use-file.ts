'use client';

import { useCallback, useRef, useState } from 'react';
import type { ErrorView, ReportFormat } from '@dwell/simulator/router';
import { useToast } from '@/components/ui/toast.tsx';
import type { Language } from '@/i18n/language.ts';
import { useReading } from '@/i18n/provider.tsx';
import { errorParts } from '@/live/error-parts.ts';

type Ask = { exerciseId: string; team: string | null; language: Language };

/** The address that a document of a debrief is fetched from. */
function fileAddress(format: ReportFormat, { exerciseId, team, language }: Ask): string {
  const query = new URLSearchParams({ language, ...(team === null ? {} : { team }) });
  return `/api/debrief/${encodeURIComponent(exerciseId)}/${format}?${query.toString()}`;
}

/** Fetches a document; what the server says is wrong comes back as an error of ours. */
export async function fetchFile(
  format: ReportFormat,
  ask: Ask,
  signal: AbortSignal,
): Promise<Response> {
  const response = await fetch(fileAddress(format, ask), { signal });
  if (response.ok) return response;
  const dwell = (await response.json().catch(() => null)) as ErrorView | null;
  throw Object.assign(new Error(dwell?.what ?? response.statusText), {
    data: dwell && 'code' in dwell ? { dwell } : undefined,
  });
}

/** Makes one file at a time and hands it to the browser's downloads; `making` names the one under way. */
export function useFile(ask: Ask) {
  const { text, language } = useReading();
  const toast = useToast();
  const [making, setMaking] = useState<ReportFormat | null>(null);
  const stop = useRef<AbortController | null>(null);
  const make = async (format: ReportFormat) => {
    const controller = new AbortController();
    stop.current = controller;
    setMaking(format);
    try {
      const response = await fetchFile(format, ask, controller.signal);
      const name = fileName(response) ?? `debrief.${format}`;
      hand(await response.blob(), name);
      toast({ severity: 'good', text: text.report.made(name) });
    } catch (error) {
      if (controller.signal.aborted) return;
      const { what, todo } = errorParts(error, text, language);
      toast({ severity: 'severe', text: `${what}. ${todo}` });
    } finally {
      if (stop.current === controller) setMaking(null);
    }
  };
  const cancel = useCallback(() => stop.current?.abort(), []);
  return { making, make: (format: ReportFormat) => void make(format), cancel };
}

/** The name that the server gave the file, by its UTF-8 form where there is one. */
function fileName(response: Response): string | null {
  const told = response.headers.get('content-disposition') ?? '';
  const wide = /filename\*=UTF-8''([^;]+)/i.exec(told)?.[1];
  if (wide !== undefined) return decodeURIComponent(wide);
  return /filename="([^"]+)"/i.exec(told)?.[1] ?? null;
}

function hand(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the bytes by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
