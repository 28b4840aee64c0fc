-- A seal names its entries in itself: one row a batch instead of one an entry, and what a look need not seal again is
-- read from the few seals of its time.

alter table audit_seal
  add column entry_ids uuid[],
  add column hashes bytea,
  add column first_at timestamptz,
  add column last_at timestamptz;

update audit_seal s set (entry_ids, hashes, first_at, last_at) = (
  select array_agg(l.entry_id order by l.leaf), string_agg(l.hash, ''::bytea order by l.leaf), min(e.at), max(e.at)
  from audit_leaf l left join audit_entry e on e.owner_org_id = l.owner_org_id and e.id = l.entry_id
  where l.owner_org_id = s.owner_org_id and l.seal_seq = s.seq
);

alter table audit_seal
  alter column entry_ids set not null,
  alter column hashes set not null,
  alter column first_at set not null,
  alter column last_at set not null;
comment on column audit_seal.entry_ids is 'The entries of the seal in the order of its tree.';
comment on column audit_seal.hashes is 'Their hashes, 32 bytes each, in the same order: which entry was changed shows.';
comment on column audit_seal.last_at is 'Time of its latest entry, as first_at of its earliest: a look at another time need not read this seal.';
create index audit_seal_last on audit_seal (owner_org_id, last_at);

-- The jobs' role sees that something was written, and nothing of it; what of it is sealed is the sealer's to see.
drop table audit_leaf;

-- So that a chain whose end was cut off does not pass for a shorter one.
alter table audit_mark add column last_seq integer not null default 0;
update audit_mark m set last_seq = coalesce((select max(seq) from audit_seal s where s.owner_org_id = m.owner_org_id), 0);
comment on column audit_mark.last_seq is 'Number of the newest seal.';
