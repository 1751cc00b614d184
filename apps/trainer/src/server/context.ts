/** What every procedure gets: who asks. */
export type RequestContext = { user: { id: string; name: string; role: 'instructor' } | null };

export async function createContext(_request: Request): Promise<RequestContext> {
  return { user: null };
}
