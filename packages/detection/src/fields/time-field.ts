/**
 * Paths under which events commonly say when they happened, in the order in which they are tried when
 * nobody says which one it is.
 */
export const TIME_FIELDS: readonly string[] = [
  'time',
  '@timestamp',
  'timestamp',
  'Timestamp',
  'eventTime',
  'EventTime',
  'UtcTime',
  'published',
  'createdDateTime',
  'CreatedDateTime',
  'activityDateTime',
  'ActivityDateTime',
  'TimeGenerated',
  'TimeCreated.SystemTime',
  'TimeCreated_SystemTime',
  'Event.System.TimeCreated.SystemTime',
  'event.created',
  'CreationTime',
  '_time',
  'datetime',
  'ts',
];
