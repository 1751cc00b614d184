import type { ResponseParams } from '../response/types.ts';
import type { Acted } from './detection-service.ts';
import type { RunHost } from './run-host.ts';
import type { Viewer } from './service.ts';

/** Asks for a response and says when it will take effect. Errors: as the response says, `RUN_ENDED`. */
export async function respond(
  host: RunHost,
  viewer: Viewer,
  ask: { response: string; params: ResponseParams; as: string },
): Promise<Acted> {
  const world = await host.world();
  const { response, params } = ask;
  const { leadMs } = await world.preview(response, params);
  const { sequence, at } = await host.act({
    by: viewer.id,
    role: ask.as,
    body: { do: 'respond', response, params },
  });
  return { sequence, effectiveAt: at + leadMs };
}
