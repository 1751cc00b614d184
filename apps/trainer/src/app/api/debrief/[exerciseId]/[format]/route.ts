import { server } from '@/server/boot.ts';
import { debriefFile } from '@/server/debrief-file.ts';
import { userOf } from '@/server/user.ts';

type Path = { params: Promise<{ exerciseId: string; format: string }> };

/** Documents of a debrief. */
export async function GET(request: Request, { params }: Path): Promise<Response> {
  const { service, limits } = await server();
  const parts = { debriefs: service.debriefs, limits, viewer: userOf };
  return debriefFile(parts, request, await params);
}
