'use client';

import { useReading } from '@/i18n/provider.tsx';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { useToast } from './toast.tsx';

type Props = { label: string; value: string; wide?: boolean };

/** Copies a text; `wide` shows its name. Without a clipboard (plain http) the text is told in full instead. */
export function CopyButton({ label, value, wide }: Props) {
  const { text } = useReading();
  const toast = useToast();
  const copy = () => {
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const told = () => toast({ severity: 'info', text: value });
    if (!clipboard) return told();
    clipboard
      .writeText(value)
      .then(() => toast({ severity: 'good', text: text.common.copied }), told);
  };
  return wide ? (
    <Button onClick={copy}>{label}</Button>
  ) : (
    <IconButton icon="copy" label={label} onClick={copy} />
  );
}
