import type { ExerciseSettings, Role } from '@dwell/simulator/router';
import type { APIRequestContext } from '@playwright/test';
import { type Api, apiOf } from './api.ts';
import { whenReady } from './runs.ts';
import { expect } from './test.ts';

/** Somebody in an exercise, known by their cookie alone. */
export type Guest = { id: string; name: string; cookie: string; api: Api };

/** An exercise that somebody leads by the API. */
export type Room = { desk: Api; exerciseId: string; code: string; runId: string };

type Cookies = readonly { name: string; value: string }[];

const cookiesOf = async (request: APIRequestContext): Promise<Cookies> =>
  (await request.storageState()).cookies;

/** Signs the instructor in by a server's first link. */
export async function instruct(request: APIRequestContext, link: string): Promise<Api> {
  const { origin, searchParams } = new URL(link);
  const data = { token: searchParams.get('token') };
  const headers = { origin };
  const answer = await request.post(`${origin}/api/auth/sign-in/link`, { headers, data });
  expect(answer.ok()).toBe(true);
  return apiOf(origin, await cookiesOf(request));
}

/** Makes an exercise of one team and waits until its history is built. */
export async function openRoom(desk: Api, settings: ExerciseSettings): Promise<Room> {
  const { id: exerciseId, code } = await desk.exercise.create.mutate(settings);
  const { teams } = await desk.exercise.desk.query({ exerciseId });
  const runId = teams[0]!.run.id;
  await whenReady(desk, runId);
  return { desk, exerciseId, code, runId };
}

/** Comes in by the code; the cookie stays with `request`, which may be a browser's. */
export async function comeIn(
  request: APIRequestContext,
  url: string,
  ask: { code: string; name: string; kind?: 'trainee' | 'observer'; roles?: readonly Role[] },
): Promise<Guest> {
  const answer = await request.post(`${url}/api/join`, { data: { team: 'team-1', ...ask } });
  expect(answer.status()).toBe(201);
  const { person, name } = (await answer.json()) as { person: string; name: string };
  const cookies = await cookiesOf(request);
  const cookie = cookies.map((each) => `${each.name}=${each.value}`).join('; ');
  return { id: person, name, cookie, api: apiOf(url, cookies) };
}
