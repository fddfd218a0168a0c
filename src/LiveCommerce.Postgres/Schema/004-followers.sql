-- How far each follower has come. It moves in the transaction of the follower's rows, and only from where it was seen.
create table lc_checkpoints (
    follower text        not null primary key,
    position bigint      not null,
    moved_at timestamptz not null default now()
);

-- Campaign statistics: where each registration is counted now, and the counts.
create table lc_counted_registrations (
    registration uuid not null primary key,
    campaign     uuid not null,
    status       text not null,
    channel      text not null,
    level        text not null
);
create table lc_campaign_counts (
    campaign      uuid    not null,
    status        text    not null,
    channel       text    not null,
    level         text    not null,
    registrations integer not null,
    primary key (campaign, status, channel, level)
);
