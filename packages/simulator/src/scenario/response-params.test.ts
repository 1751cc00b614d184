import { expect, test } from 'vitest';
import { RESPONSES } from '../response/catalogue.ts';
import { RESPONSE_PARAMS } from './response-params.ts';

test('playbooks may use exactly the responses that exist', () => {
  expect(Object.keys(RESPONSE_PARAMS).sort()).toEqual(
    RESPONSES.map((response) => response.id).sort(),
  );
});
