-- Subscriptions to LIVE Events. From the fact on by which a plan starts, ends or is deleted no row of it changes any more, so whoever reads them later reads
-- who had subscribed by then.
create table lc_subscriptions (
    generation     integer     not null,
    id             uuid        not null,
    version        bigint      not null,
    plan           uuid        not null,
    subscriber     uuid        not null,
    is_active      boolean     not null,
    changed_at     timestamptz not null,
    primary key (generation, id)
) partition by list (generation);
create table lc_subscriptions_1 partition of lc_subscriptions for values in (1);
create index lc_subscriptions_by_plan on lc_subscriptions (generation, plan, id) where is_active;

insert into lc_views (view, generation, fold_version) values ('subscriptions', 1, 1);

-- What is told to whom, a row each: written by a follower, delivered at least once. The id follows from what is told of and to whom, so no fact is told of twice.
-- Without a subscriber it is addressed to the account's followers, whom the platform alone knows.
create table lc_outbox (
    id             uuid        not null primary key,
    kind           text        not null,
    plan           uuid        not null,
    session        uuid,
    rescheduled_to uuid,
    happened_at    timestamptz not null,
    subscriber     uuid,
    state          text        not null default 'Pending' check (state in ('Pending', 'Delivered', 'Dead')),
    attempts       integer     not null default 0,
    resends        integer     not null default 0,
    next_at        timestamptz not null,
    holder         uuid,
    leased_until   timestamptz,
    settled_at     timestamptz,
    last_error     text
);
create index lc_outbox_pending on lc_outbox (next_at, id) where state = 'Pending';
create index lc_outbox_unsettled on lc_outbox (state, id) where state <> 'Delivered';
create index lc_outbox_by_plan on lc_outbox (plan, id);

-- What happened before there was an outbox is told to nobody.
insert into lc_checkpoints (follower, position) select 'live_event_outbox', max(seq_id) from mt_events having max(seq_id) is not null;

-- The shipped receiver: a notification that comes twice is there once.
create table lc_received (
    notification   uuid        not null primary key,
    times          integer     not null default 1,
    first_at       timestamptz not null default clock_timestamp(),
    last_at        timestamptz not null default clock_timestamp()
);
