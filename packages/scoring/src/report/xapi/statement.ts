type LanguageMap = Readonly<Record<string, string>>;
type Extensions = Readonly<Record<string, string | number | boolean>>;

/** Somebody by an account that says nothing of who it is. */
export type Agent = {
  objectType: 'Agent';
  account: { homePage: string; name: string };
};

export type Team = {
  objectType: 'Group';
  account: { homePage: string; name: string };
  member: readonly Agent[];
};

export type Activity = {
  objectType: 'Activity';
  id: string;
  definition: {
    type: string;
    name: LanguageMap;
    interactionType?: 'numeric';
    correctResponsesPattern?: readonly string[];
  };
};

export type Result = {
  /** `scaled` is −1 to 1. */
  score?: { scaled: number; raw: number; min: number; max: number };
  success?: boolean;
  completion?: boolean;
  response?: string;
  extensions?: Extensions;
};

/** A statement of the Experience API, version 1.0.3 (IEEE 9274.1.1). */
export type Statement = {
  id: string;
  actor: Agent | Team;
  verb: { id: string; display: LanguageMap };
  object: Activity;
  result: Result;
  context: {
    registration: string;
    platform: string;
    language: string;
    contextActivities?: { parent: readonly Activity[] };
    extensions: Extensions;
  };
  /** Midnight of the exercise's day, UTC; left out while there is none. */
  timestamp?: string;
};
