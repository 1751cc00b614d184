'use client';

import { THEMES } from '@/i18n/language.ts';
import { useReading } from '@/i18n/provider.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';

/** Language and colours; both are kept. */
export function ReadingControls() {
  const { text, language, theme, setTheme, switchLanguage } = useReading();
  return (
    <>
      <Button
        kind="quiet"
        small
        onClick={switchLanguage}
        title={text.frame.language}
        aria-label={text.frame.language}
        lang={language === 'ko' ? 'en' : 'ko'}
      >
        {language === 'ko' ? 'EN' : '한'}
      </Button>
      <Popover
        label={text.frame.theme}
        align="right"
        opener={(attributes) => (
          <IconButton icon="theme" label={text.frame.theme} {...attributes} />
        )}
      >
        {() => (
          <div className="p-2">
            <Choice
              label={text.frame.theme}
              options={THEMES.map((id) => ({ id, text: text.frame.themes[id] }))}
              at={theme}
              onPick={setTheme}
            />
          </div>
        )}
      </Popover>
    </>
  );
}
