-- The scope of a transaction: `SET LOCAL app.scope = 'committees|orgs|org|staff|permissions'`, lists comma-separated.
-- One value, so that it costs one command; SET LOCAL and not set_config(), so that it reaches the workers of a
-- distributed installation. An unset scope is '' after a transaction and NULL before: both mean that nothing is visible.

create function scope_part(part integer) returns text
  language sql stable parallel safe
  return split_part(nullif(current_setting('app.scope', true), ''), '|', part);

create function scope_committees() returns uuid[]
  language sql stable parallel safe
  return string_to_array(nullif(scope_part(1), ''), ',')::uuid[];

create function scope_orgs() returns uuid[]
  language sql stable parallel safe
  return string_to_array(nullif(scope_part(2), ''), ',')::uuid[];

create function scope_org() returns uuid
  language sql stable parallel safe
  return nullif(scope_part(3), '')::uuid;

create function scope_staff() returns uuid
  language sql stable parallel safe
  return nullif(scope_part(4), '')::uuid;

-- The case that the transaction's own act is about, beside the scope and set as it is: whoever hands a confidential case
-- on writes the last rows of it after it left his sight. The policies say what it opens.
create function scope_acting_on() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.acting_on', true), '')::uuid;

create function scope_may(permission text) returns boolean
  language sql stable parallel safe
  return coalesce(permission = any (string_to_array(scope_part(5), ',')), false);

-- A guard inside a pipelined transaction: whoever expected a row and got none stops the whole transaction, because the
-- statements behind it are already on the wire.
create function expect_one(rows_found bigint, what text) returns void
  language plpgsql
  as $$
begin
  if rows_found is distinct from 1 then
    raise exception '%', what using errcode = 'QZ001';
  end if;
end
$$;
