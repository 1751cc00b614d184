/** What may be used in an exercise, by role: its authority card says which. */
export const TOOLS = [
  'hunt',
  'rules',
  'alerts',
  'keys',
  'staff',
  'gateway',
  'customers',
  'retention',
  'respond',
  'documents',
  'money',
] as const;

export type Tool = (typeof TOOLS)[number];
