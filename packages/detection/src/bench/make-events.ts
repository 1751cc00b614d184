import { Dice } from './dice.ts';
import type { Vocabulary } from './vocabulary.ts';

const START_MS = Date.UTC(2025, 0, 1);

/** Lines of JSON: of processes, web servers and cloud logs, some of which rules match. */
export function makeEvents(count: number, seed: number, words: Vocabulary): string[] {
  const dice = new Dice(seed);
  return Array.from({ length: count }, (_, number) => {
    const time = new Date(START_MS + number * 10).toISOString();
    const share = dice.share();
    const make = share < 0.6 ? processEvent : share < 0.8 ? webEvent : cloudEvent;
    return JSON.stringify(make(dice, words, time));
  });
}

function processEvent(dice: Dice, words: Vocabulary, time: string): object {
  const program = dice.pickOften(words.programs);
  const parent = dice.pickOften(words.programs);
  const folder = dice.chance(0.5) ? String.raw`Windows\System32` : dice.pickOften(words.folders);
  const hex = (length: number) =>
    Array.from({ length }, () => dice.whole(0, 15).toString(16).toUpperCase()).join('');
  return {
    UtcTime: time,
    EventID: 1,
    Channel: 'Sysmon/Operational',
    Computer: `host-${dice.whole(1, 400)}.example`,
    RuleName: '-',
    ProcessGuid: `{${hex(8)}-${hex(4)}-${hex(4)}-${hex(12)}}`,
    ProcessId: dice.whole(100, 30_000),
    Image: `C:\\${folder}\\${program}`,
    FileVersion: `${dice.whole(1, 12)}.${dice.whole(0, 9)}.${dice.whole(1000, 20_000)}`,
    Description: dice.several(words.words, 4).join(' '),
    Product: dice.pickOften(words.words),
    Company: dice.pickOften(words.words),
    OriginalFileName: program,
    CommandLine: `"C:\\${folder}\\${program}" ${arguments_(dice, words)}`,
    CurrentDirectory: `C:\\${folder}\\`,
    User: dice.chance(0.3) ? String.raw`NT AUTHORITY\SYSTEM` : `CORP\\user${dice.whole(1, 900)}`,
    LogonId: `0x${hex(6)}`,
    IntegrityLevel: dice.pick(['Medium', 'High', 'System']),
    Hashes: `MD5=${hex(32)},SHA256=${hex(64)},IMPHASH=${hex(32)}`,
    ParentProcessId: dice.whole(100, 30_000),
    ParentImage: `C:\\Windows\\${parent}`,
    ParentCommandLine: `C:\\Windows\\${parent} ${arguments_(dice, words)}`,
  };
}

function arguments_(dice: Dice, words: Vocabulary): string {
  const count = dice.whole(1, 8);
  return Array.from({ length: count }, () =>
    dice.chance(0.5) ? dice.pickOften(words.flags) : dice.pickOften(words.words),
  ).join(' ');
}

function webEvent(dice: Dice, words: Vocabulary, time: string): object {
  const query = dice
    .several(words.words, dice.whole(0, 4))
    .map((word) => `${word}=${dice.whole(1, 99)}`);
  return {
    time,
    'cs-method': dice.pick(['GET', 'GET', 'GET', 'POST']),
    'cs-host': 'shop.example',
    'cs-uri-stem': dice.pickOften(words.paths),
    'cs-uri-query': query.join('&'),
    'c-ip': `198.51.100.${dice.whole(1, 254)}`,
    'c-useragent': `Mozilla/5.0 (X11; ${dice.pickOften(words.words)}) ${dice.pickOften(words.agents)}`,
    'sc-status': dice.pick([200, 200, 200, 304, 404, 500]),
    'sc-bytes': dice.whole(200, 90_000),
    'time-taken': dice.whole(1, 900),
  };
}

function cloudEvent(dice: Dice, words: Vocabulary, time: string): object {
  const denied = dice.chance(0.05);
  return {
    eventTime: time,
    eventVersion: '1.08',
    eventSource: dice.pickOften(words.services),
    eventName: dice.pickOften(words.actions),
    awsRegion: dice.pick(['north-1', 'east-2', 'west-1']),
    sourceIPAddress: `203.0.113.${dice.whole(1, 254)}`,
    userAgent: dice.pickOften(words.agents),
    userIdentity: {
      type: dice.pick(['User', 'Role', 'Service']),
      principalId: `P${dice.whole(10_000, 99_999)}`,
      arn: `arn:cloud:iam::${dice.whole(1000, 9999)}:user/${dice.pickOften(words.words)}`,
      sessionContext: { attributes: { mfaAuthenticated: 'false', creationDate: time } },
    },
    requestParameters: {
      name: dice.pickOften(words.words),
      policy: dice.several(words.words, 6).join(','),
    },
    responseElements: null,
    ...(denied ? { errorCode: 'AccessDenied' } : {}),
    recipientAccountId: String(dice.whole(1000, 9999)),
  };
}
