-- What falls due and when; written by appends alone, so that no other transaction ever holds a row that an append waits for.
create table lc_due (
    kind    text        not null,
    subject uuid        not null,
    due_at  timestamptz not null,
    primary key (kind, subject)
);
create index lc_due_by_time on lc_due (due_at);

-- Who is at work on it, and what is done. A row that moved to another instant is other work.
create table lc_leases (
    kind         text        not null,
    subject      uuid        not null,
    due_at       timestamptz not null,
    holder       uuid        not null,
    leased_until timestamptz not null,
    is_done      boolean     not null default false,
    primary key (kind, subject, due_at)
);
