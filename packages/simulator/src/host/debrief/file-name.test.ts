// Goal: a downloaded file says what it is, on any system, in any script.
import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('a name is of the exercise, the team and the kind of file', () => {
  expect(fileName('Tuesday, 10:00', 'Red', 'docx')).toBe('dwell-tuesday-10-00-red-report.docx');
  expect(fileName('가을 훈련', null, 'class-md')).toBe('dwell-가을-훈련-class.md');
});

test('nothing of it leads out of a folder, or is without end', () => {
  expect(fileName('../../etc/passwd', '..', 'json')).toBe('dwell-etc-passwd-report.json');
  expect(fileName('a\r\nb"c', 'x'.repeat(500), 'csv')).toBe(
    `dwell-a-b-c-${'x'.repeat(40)}-tables.zip`,
  );
});
