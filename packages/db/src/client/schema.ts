import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type Time = ColumnType<Date, string | Date, string | Date>;
type TimeOrNull = ColumnType<Date | null, string | Date | null | undefined, string | Date | null>;
type TimeByDefault = ColumnType<Date, string | Date | undefined, string | Date>;
type Json<T extends object> = JSONColumnType<T, string, string>;

interface Versioned {
  version: Generated<number>;
}

interface OrgTable extends Versioned {
  id: string;
  kind: 'district' | 'subdistrict' | 'committee' | 'department' | 'centre';
  parent_id: string | null;
  name: string;
  code: string;
  neighbourhood: string | null;
  created_at: TimeByDefault;
}

interface StaffTable extends Versioned {
  id: string;
  org_id: string;
  name: string;
  leader: Generated<boolean>;
  roles: string[];
  service_lines: Generated<string[]>;
  left_at: TimeOrNull;
  created_at: TimeByDefault;
}

interface CredentialTable {
  staff_id: string;
  username: string;
  password_hash: string;
  failed: Generated<number>;
  locked_until: TimeOrNull;
  totp_secret: Buffer | null;
  totp_confirmed_at: TimeOrNull;
  totp_last_step: number | null;
  changed_at: TimeByDefault;
}

interface SessionTable {
  id: string;
  staff_id: string;
  token_hash: Buffer;
  device: string;
  created_at: TimeByDefault;
  last_seen_at: TimeByDefault;
  expires_at: Time;
  revoked_at: TimeOrNull;
}

interface InstallationTable {
  name: string;
  value: ColumnType<unknown, string, string>;
}

interface CalendarYearTable extends Versioned {
  year: number;
  known: boolean;
  basis: string;
  standing: string;
}

interface CalendarDayTable extends Versioned {
  date: string;
  kind: 'holiday' | 'makeUpWorkday';
  name: string;
  standing: string;
}

interface OpeningHoursTable {
  org_id: string;
  valid_from: string;
  bands: ColumnType<unknown, string, string>;
  standing: string;
  source_place: Generated<string>;
}

interface ServiceItemVersionTable {
  code: string;
  version: number;
  valid_from: string;
  valid_to: string | null;
  body: ColumnType<unknown, string, string>;
  standing: string;
  edited_by: string | null;
  edited_at: TimeByDefault;
  confirmed_by: string | null;
  confirmed_at: TimeOrNull;
  confirmed_basis: string | null;
}

interface DataKeyTable {
  committee_id: string;
  id: string;
  subject_kind: 'resident' | 'encounter' | 'case';
  subject_id: string;
  master: number;
  wrapped: Buffer;
}

interface ErasedKeyTable {
  committee_id: string;
  key_id: string;
  erased_at: TimeByDefault;
  basis: string;
}

interface EncounterTable extends Versioned {
  committee_id: string;
  id: string;
  owner_id: string;
  owner_name: string;
  channel: 'desk' | 'phone' | 'online' | 'visit' | 'activity';
  started_at: Time;
  ended_at: TimeOrNull;
  entered_late: Generated<boolean>;
  resident_id: string | null;
  household_id: string | null;
  journey: number | null;
  rating_score: number | null;
  rating_of: number | null;
  confidential: Generated<boolean>;
  details: ColumnType<unknown, string | null | undefined, string | null>;
  missing: Generated<string[]>;
  key_id: string;
  created_at: TimeByDefault;
}

interface EncounterNeedTable {
  committee_id: string;
  id: string;
  encounter_id: string;
  position: number;
  service_item: string | null;
  outcome: 'settled' | 'advice' | 'referred' | 'refused' | 'case';
  case_id: string | null;
}

interface CaseFileTable {
  committee_id: string;
  id: string;
  number: string;
  kind: 'application' | 'problem' | 'inquiry' | 'certificate';
  status: string;
  ending: string | null;
  service_item: string | null;
  service_item_version: number | null;
  encounter_id: string | null;
  resident_id: string | null;
  first_asked_id: string;
  handler_org_id: string;
  handler_id: string | null;
  urgent: Generated<boolean>;
  confidential: Generated<boolean>;
  due_at: TimeOrNull;
  state: Json<object>;
  key_id: string;
  version: number;
  created_at: Time;
  changed_at: Time;
}

interface CaseNamedTable {
  committee_id: string;
  case_id: string;
  staff_id: string;
}

interface CaseEventTable {
  committee_id: string;
  case_id: string;
  seq: number;
  id: string;
  type: string;
  at: Time;
  actor: Json<{ id: string; name: string; org: string }>;
  data: Json<object>;
}

interface PersonalTextTable {
  committee_id: string;
  id: string;
  case_id: string | null;
  encounter_id: string | null;
  key_id: string;
  cipher: Buffer;
}

interface PromiseTable extends Versioned {
  committee_id: string;
  id: string;
  case_id: string;
  kind: string;
  owner_id: string;
  due_at: Time;
  step: Generated<number>;
  wake_at: TimeOrNull;
  state: 'open' | 'paused' | 'kept' | 'broken' | 'dropped';
  created_at: TimeByDefault;
}

interface MessageTable {
  committee_id: string;
  id: string;
  case_id: string;
  event_id: string | null;
  recipient_kind: 'staff' | 'resident' | 'visitor' | 'office';
  recipient_id: string | null;
  template: string;
  facts: ColumnType<Record<string, string>, string | undefined, string>;
  channel: string;
  send_after: Time;
  state: 'waiting' | 'sent' | 'failed' | 'dropped';
  attempts: Generated<number>;
  last_error: string | null;
  sent_at: TimeOrNull;
  created_at: TimeByDefault;
}

interface PresenceDayTable extends Versioned {
  committee_id: string;
  date: string;
  primary_id: string | null;
  backup_id: string | null;
}

interface AbsenceTable {
  committee_id: string;
  date: string;
  staff_id: string;
  from_time: string;
  to_time: string;
}

interface BuildingTable {
  committee_id: string;
  id: string;
  name: string;
  floors: number;
  position: number;
}

interface DwellingTable {
  committee_id: string;
  id: string;
  building_id: string;
  door: string;
  floor: number;
}

interface DwellingTokenTable {
  committee_id: string;
  token: string;
  dwelling_id: string;
}

interface HouseholdTable extends Versioned {
  committee_id: string;
  id: string;
  dwelling_id: string;
  kind: string;
  tags: Generated<string[]>;
  opened_on: string;
  closed_on: string | null;
}

interface ResidentTable extends Versioned {
  committee_id: string;
  id: string;
  household_id: string;
  relation: string;
  tags: Generated<string[]>;
  key_id: string;
  cipher: Buffer;
}

interface ResidentTokenTable {
  committee_id: string;
  token: Buffer;
  resident_id: string;
}

interface AuditEntryTable {
  owner_org_id: string;
  id: string;
  at: TimeByDefault;
  actor_id: string | null;
  action: string;
  purpose: string;
  subject_kind: string;
  subject_id: string | null;
  subject_committee_id: string | null;
  facts: ColumnType<Record<string, unknown>, string | undefined, string>;
}

interface AuditSealTable {
  owner_org_id: string;
  seq: number;
  entries: number;
  root: Buffer;
  previous: Buffer;
  seal: Buffer;
  sealed_at: TimeByDefault;
}

interface AuditLeafTable {
  owner_org_id: string;
  entry_id: string;
  seal_seq: number;
  leaf: number;
  hash: Buffer;
}

interface IdempotencyTable {
  owner_org_id: string;
  actor_id: string;
  route: string;
  key: string;
  body_mac: Buffer;
  status: number;
  outcome: Buffer;
  created_at: TimeByDefault;
}

/** The tables as the queries see them; a test compares this list with the database's own catalogue. */
export interface Database {
  org: OrgTable;
  staff: StaffTable;
  credential: CredentialTable;
  session: SessionTable;
  installation: InstallationTable;
  calendar_year: CalendarYearTable;
  calendar_day: CalendarDayTable;
  opening_hours: OpeningHoursTable;
  service_item_version: ServiceItemVersionTable;
  data_key: DataKeyTable;
  erased_key: ErasedKeyTable;
  encounter: EncounterTable;
  encounter_need: EncounterNeedTable;
  case_file: CaseFileTable;
  case_named: CaseNamedTable;
  case_event: CaseEventTable;
  personal_text: PersonalTextTable;
  promise: PromiseTable;
  message: MessageTable;
  presence_day: PresenceDayTable;
  absence: AbsenceTable;
  building: BuildingTable;
  dwelling: DwellingTable;
  dwelling_token: DwellingTokenTable;
  household: HouseholdTable;
  resident: ResidentTable;
  resident_token: ResidentTokenTable;
  audit_entry: AuditEntryTable;
  audit_seal: AuditSealTable;
  audit_leaf: AuditLeafTable;
  idempotency: IdempotencyTable;
}
