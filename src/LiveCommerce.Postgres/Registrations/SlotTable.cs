using LiveCommerce.Postgres.Append;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Registrations;

/// <summary>The slots of quotas: a second lock on the cap, which holds whatever a program decides.</summary>
static class SlotTable
{
    const string Insert = "insert into lc_slots (quota, slot, registration) select unnest($1), unnest($2), unnest($3)";

    internal static IEnumerable<NpgsqlBatchCommand> Of(BatchWrites writes)
    {
        var taken = new List<(Guid Quota, SlotTaken Slot)>();
        foreach (var fact in writes.Events)
            if (fact.Body is SlotTaken slot) taken.Add((fact.Stream.Id, slot));
        if (taken.Count > 0)
            yield return new NpgsqlBatchCommand(Insert)
                .Column(taken, row => row.Quota).Column(taken, row => (short)row.Slot.Slot).Column(taken, row => row.Slot.Registration.Value);
    }
}
