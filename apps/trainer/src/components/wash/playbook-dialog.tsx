'use client';

import { useState } from 'react';
import { useReading } from '@/i18n/provider.tsx';
import { TextArea } from '../console/text-area.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';

type Playbook = { kind: 'playbook'; name: string; text: string };
type Props = {
  value: { name: string; text: string } | null;
  onKeep: (playbook: Playbook) => void;
  onClose: () => void;
};

/** Asks for a playbook by its name and its text. */
export function PlaybookDialog({ value, onKeep, onClose }: Props) {
  const { text } = useReading();
  const [name, setName] = useState(value?.name ?? '');
  const [body, setBody] = useState(value?.text ?? '');
  const words = text.plan;
  const whole = name.trim() !== '' && body.trim() !== '';
  return (
    <Dialog wide label={words.carriesPlaybook} onClose={onClose}>
      {/* Not a form: it may stand inside one. Its keys are its own. */}
      <div className="flex flex-col gap-4 p-6" onKeyDown={(event) => event.stopPropagation()}>
        <h2 className="m-0 text-20 font-semibold">{words.carriesPlaybook}</h2>
        <Field
          label={words.playbookName}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextArea label={words.playbookText} rows={12} value={body} onChange={setBody} />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button
            kind="primary"
            disabled={!whole}
            onClick={() => onKeep({ kind: 'playbook', name: name.trim(), text: body })}
          >
            {text.wash.add}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
