-- Marten 9's tables, exactly as it declares them: no column, index or default of our own.
create table mt_streams (
    id          uuid        not null,
    type        varchar,
    version     bigint,
    timestamp   timestamptz not null default now(),
    created     timestamptz not null default now(),
    tenant_id   varchar     default '*DEFAULT*',
    is_archived boolean     default false,
    constraint pkey_mt_streams_id primary key (id)
);

create table mt_events (
    seq_id         bigint       not null,
    id             uuid         not null,
    stream_id      uuid,
    version        bigint       not null,
    data           jsonb        not null,
    bdata          bytea,
    type           varchar(500) not null,
    timestamp      timestamptz  not null,
    tenant_id      varchar      default '*DEFAULT*',
    mt_dotnet_type varchar,
    correlation_id varchar,
    causation_id   varchar,
    headers        jsonb,
    user_name      varchar,
    is_archived    boolean      default false,
    constraint pkey_mt_events_seq_id primary key (seq_id),
    constraint fkey_mt_events_stream_id foreign key (stream_id) references mt_streams (id) on delete cascade
);
create unique index pk_mt_events_stream_and_version on mt_events (stream_id, version);
create sequence mt_events_sequence owned by mt_events.seq_id;

create table mt_event_progression (
    name         varchar not null,
    last_seq_id  bigint,
    last_updated timestamptz,
    constraint pk_mt_event_progression primary key (name)
);

create table mt_high_water_skips (
    ending_sequence   bigint not null primary key,
    starting_sequence bigint,
    timestamp         timestamptz
);
