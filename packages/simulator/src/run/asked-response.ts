import type { CommandBody } from './command.ts';

/** The response that a command asks for, outright or as a proposal; null when it asks for none. */
export function askedResponse(
  body: CommandBody | undefined,
): Extract<CommandBody, { do: 'respond' }> | null {
  const act = body?.do === 'propose' ? body.act : body;
  return act?.do === 'respond' ? act : null;
}
