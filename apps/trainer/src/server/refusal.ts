/** What a door says of an error, as procedures do: what is wrong, where, what to do, a stable code. */
export type Refusal = { status: number; code: string; what: string; where: string; todo: string };

const STATUS: Readonly<Record<string, number>> = {
  NO_SUCH_EXERCISE: 404,
  NO_SUCH: 404,
  NOT_ALLOWED: 403,
  ENDED: 409,
  TOO_MANY: 429,
};

/** A JSON answer with the refusal's status. */
export function refuse({ status, ...view }: Refusal): Response {
  return Response.json(view, { status, headers: { 'cache-control': 'no-store' } });
}

/** The refusal that an error of ours stands for; null for one that nobody foresaw. */
export function refusalOf(error: unknown): Refusal | null {
  // By name: this bundle's class is not the one of the packages that node loads by itself.
  if (!(error instanceof Error) || error.name !== 'DwellError') return null;
  const { code, what, where, todo } = error as Error & Omit<Refusal, 'status'>;
  return { status: STATUS[code] ?? 400, code, what, where, todo };
}
