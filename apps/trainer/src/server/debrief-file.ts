import type { DebriefService, ReportFile, Viewer } from '@dwell/simulator/router';
import { z } from 'zod';
import type { Limits } from './limits.ts';
import { logFailure } from './log.ts';
import { refusalOf, refuse, type Refusal } from './refusal.ts';
import { isSameSite } from './same-site.ts';

const Id = z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/);

const Ask = z.object({
  exerciseId: Id,
  format: z.enum([
    ...(['docx', 'md', 'json', 'csv', 'xapi', 'bundle', 'regression', 'certificate'] as const),
    ...(['class-docx', 'class-md'] as const),
  ]),
  team: Id.nullable(),
  language: z.enum(['en', 'ko']),
});

export type FileParts = {
  debriefs: Pick<DebriefService, 'file'>;
  limits: Pick<Limits, 'files'>;
  /** Who sent these headers. */
  viewer(headers: Headers): Promise<Viewer | null>;
};

const refusal = (status: number, code: string, what: string, todo: string): Refusal => ({
  ...{ status, code, what, todo },
  where: 'the file',
});

/**
 * `GET /api/debrief/<exercise>/<format>?team=…&language=…`: a document of a debrief, as a download, for
 * whoever may have it. Otherwise a refusal: 400, 401, 403, 404, 429.
 */
export async function debriefFile(
  parts: FileParts,
  request: Request,
  path: { exerciseId: string; format: string },
): Promise<Response> {
  if (!isSameSite(request))
    return refuse(refusal(403, 'OTHER_SITE', 'another site sent this', 'ask from this server'));
  const viewer = await parts.viewer(request.headers);
  if (!viewer)
    return refuse(refusal(401, 'UNAUTHORIZED', 'you are not signed in', 'sign in and try again'));
  const query = new URL(request.url).searchParams;
  const language = query.get('language') ?? 'en';
  const ask = Ask.safeParse({ ...path, team: query.get('team'), language });
  if (!ask.success)
    return refuse(refusal(400, 'INPUT', 'there is no such file', 'choose one of the list'));
  if (!parts.limits.files.take(viewer.id))
    return refuse(refusal(429, 'TOO_MANY', 'too many files at once', 'wait a minute'));
  try {
    const { exerciseId, team, format } = ask.data;
    return download(await parts.debriefs.file(viewer, exerciseId, team, format, ask.data.language));
  } catch (error) {
    const ours = refusalOf(error);
    if (!ours) logFailure('debrief file', error);
    return refuse(ours ?? refusal(500, 'INTERNAL', 'something failed on the server', 'try again'));
  }
}

function download({ name, type, bytes }: ReportFile): Response {
  const plain = name.replaceAll(/[^A-Za-z0-9._-]+/g, '_');
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${full}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
