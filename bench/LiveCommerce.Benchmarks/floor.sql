-- The floor: the rows of one submission written by one hand-written function call in a transaction of its own. It checks the quota's
-- version and the receipt, and decides nothing. It takes no lock on the log, so it promises less than the store does.
create table floor_row as select * from lc_registrations limit 1;

create function floor_submit(
    registration uuid, quota uuid, expected bigint, command uuid, first_event uuid, second_event uuid,
    submitted text, submitted_headers text, taken text, taken_headers text, command_body text, context text, answer text) returns bigint
language plpgsql as $$
declare
    now timestamptz := clock_timestamp();
    place bigint;
begin
    if expected = 0 then
        insert into mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
        values (quota, 'campaign_quota', 1, now, now, '*DEFAULT*', false);
    else
        update mt_streams set version = expected + 1, timestamp = now where id = quota and version = expected;
        if not found then raise exception 'stale'; end if;
    end if;
    insert into mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
    values (registration, 'campaign_registration', 1, now, now, '*DEFAULT*', false);
    insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
    values
        (nextval('mt_events_sequence'), first_event, registration, 1, submitted::jsonb, 'registration_submitted', now, '*DEFAULT*',
         'LiveCommerce.Registrations.RegistrationSubmitted, LiveCommerce.Domain', command::text, null, submitted_headers::jsonb, 'seller-1', false),
        (nextval('mt_events_sequence'), second_event, quota, expected + 1, taken::jsonb, 'slot_taken', now, '*DEFAULT*',
         'LiveCommerce.Registrations.SlotTaken, LiveCommerce.Domain', command::text, null, taken_headers::jsonb, 'seller-1', false);
    place := currval('mt_events_sequence');
    insert into lc_slots (quota, slot, registration) values (quota, expected + 1, registration);
    insert into lc_registrations
    select generation, registration, 1, campaign, party_kind, party, merchant, creator, account, account_type, channel, entry, resource, expected + 1, status,
        expiry_reason, status_before_expiry, willingness_levels, assessed_level, merchant_start, merchant_end, platform_start, platform_end, required_minutes,
        category, white_background_image, brand_logo, platform_merchandise_support, notes_reference, duplicated_from, ops_user, ops_name_reference, now, decided_at, reason_reference
    from floor_row;
    insert into lc_commands (command_id, owner, idempotency_key, request_digest, name, command, context, code, outcome, answer, position, decided_at)
    values (command, 'mer_01', registration::text, md5(registration::text), 'submit_registration', command_body::json, context::json, '0.1.0', 'Recorded', answer::json, place, now);
    return place;
end
$$;
