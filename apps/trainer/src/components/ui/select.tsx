import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { CONTROL } from './field.tsx';

type Props = Omit<ComponentProps<'select'>, 'id' | 'onChange' | 'value'> & {
  label: ReactNode;
  hideLabel?: boolean;
  hint?: ReactNode;
  value: string;
  options: readonly { value: string; text: string; disabled?: boolean }[];
  onPick: (value: string) => void;
};

/** The browser's own select, labelled. */
export function Select({
  label,
  hideLabel,
  hint,
  value,
  options,
  onPick,
  className,
  ...rest
}: Props) {
  const id = useId();
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-12 text-ink-2'}>
        {label}
      </label>
      <select
        id={id}
        {...rest}
        value={value}
        onChange={(event) => onPick(event.target.value)}
        className={CONTROL}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
      {hint && <span className="text-12 text-ink-3">{hint}</span>}
    </div>
  );
}
