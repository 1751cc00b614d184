/** A page with personal data, by the endpoint index of the log records. */
export type Route =
  | { readonly endpoint: 1; readonly page: 'address_list'; readonly number: number }
  | {
      readonly endpoint: 2;
      readonly page: 'address_edit';
      readonly number: number;
      readonly entry: number;
    }
  | { readonly endpoint: 3; readonly page: 'my_info'; readonly number: number }
  | { readonly endpoint: 4; readonly page: 'order_list'; readonly number: number };

const PATH = /^\/v1\/members\/(\d{1,9})(?:\/(addresses|orders)|\/addresses\/(\d{1,2})\/edit)?$/;

/** The page a path asks for (query string ignored); null when there is no such page. */
export function routeOf(url: string): Route | null {
  const m = PATH.exec(url.split('?', 1)[0]!);
  if (!m) return null;
  const number = Number(m[1]);
  if (m[3] !== undefined) return { endpoint: 2, page: 'address_edit', number, entry: Number(m[3]) };
  if (m[2] === 'addresses') return { endpoint: 1, page: 'address_list', number };
  if (m[2] === 'orders') return { endpoint: 4, page: 'order_list', number };
  return { endpoint: 3, page: 'my_info', number };
}
