-- The floor of figures by the minute: the rows of one minute written by one hand-written function call in a transaction of its own. It checks
-- the version and the receipt, and decides nothing. It takes no lock on the log, so it promises less than the store does.
create table floor_figures_row as select * from lc_session_figures limit 1;

create function floor_figures(
    figures uuid, expected bigint, command uuid, event uuid, told text, told_headers text, command_body text, context text, answer text, known text) returns bigint
language plpgsql as $$
declare
    now timestamptz := clock_timestamp();
    place bigint;
begin
    if expected = 0 then
        insert into mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
        values (figures, 'live_figures', 1, now, now, '*DEFAULT*', false);
        insert into lc_session_figures
        select generation, figures, 1, figures, source, first_minute, last_minute, is_gapless, views, orders, cart_exposures, gmv, now, null, decode(known, 'hex') from floor_figures_row;
    else
        update mt_streams set version = expected + 1, timestamp = now where id = figures and version = expected;
        if not found then raise exception 'stale'; end if;
        update lc_session_figures set version = expected + 1, last_minute = expected, views = views + 1, told_at = now, told = decode(known, 'hex') where generation = 1 and id = figures;
    end if;
    insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
    values
        (nextval('mt_events_sequence'), event, figures, expected + 1, told::jsonb, 'live_metrics_recorded', now, '*DEFAULT*',
         'LiveCommerce.LiveSessions.LiveMetricsRecorded, LiveCommerce.Domain', command::text, null, told_headers::jsonb, 'seller-1', false);
    place := currval('mt_events_sequence');
    insert into lc_commands (command_id, owner, idempotency_key, request_digest, name, command, context, code, outcome, answer, position, decided_at)
    values (command, 'mer_01', command::text, md5(command::text), 'record_minute_figures', command_body::json, context::json, '0.1.0', 'Recorded', answer::json, place, now);
    return place;
end
$$;
