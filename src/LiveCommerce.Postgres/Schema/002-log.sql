-- Which log this is. The epoch is raised after a restore from a backup: whatever a host remembers of the log is then void.
create table lc_log (
    log_id        uuid not null,
    epoch         integer not null,
    write_version integer not null,
    only_row      boolean not null default true primary key check (only_row)
);
insert into lc_log (log_id, epoch, write_version) values (gen_random_uuid(), 1, 1);

-- A receipt for each command, for ever. The id is derived from owner and key, so the primary key makes both unique.
-- The type json keeps the text as it was written, so the command stays in its canonical form, and costs an append less than jsonb.
create table lc_commands (
    command_id      uuid        not null primary key,
    owner           text        not null,
    idempotency_key text        not null,
    request_digest  text,
    name            text        not null,
    command         json        not null,
    context         json        not null,
    code            text        not null,
    outcome         text        not null,
    answer          json        not null,
    position        bigint      not null,
    decided_at      timestamptz not null
);

-- The values of personal texts, beside the events that only refer to them; erasing one empties salt and value.
create table lc_personal (
    reference uuid not null primary key,
    subject   uuid not null,
    stream    uuid not null,
    salt      bytea,
    value     text
);
create index lc_personal_stream on lc_personal (stream);

-- The slots of each quota: the 101st cannot be written, whatever a program decides.
create table lc_slots (
    quota        uuid     not null,
    slot         smallint not null check (slot between 1 and 100),
    registration uuid     not null unique,
    primary key (quota, slot)
);

-- Which generation of each inline read model is the active one.
create table lc_views (
    view         text    not null primary key,
    generation   integer not null,
    fold_version integer not null
);

-- Ends an append that rests on something outdated, before it draws a number from the sequence.
create function lc_conflict(findings text) returns void language plpgsql as $$
begin
    raise exception 'the append rests on something that is no longer so' using errcode = 'LC001', detail = findings;
end
$$;
