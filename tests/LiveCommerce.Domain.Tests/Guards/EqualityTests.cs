using System.Reflection;
using System.Text.Json;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Guards;

/// <summary>Facts, commands, states, rows and receipts are compared by value; a list that compares by reference would break that silently.</summary>
public sealed class EqualityTests
{
    /// <summary>Of the store only what is kept; the rest passes once from hand to hand and is never compared.</summary>
    static IEnumerable<Type> Records => typeof(IEvent).Assembly.GetTypes().Where(IsRecord)
        .Where(type => type.Namespace != typeof(Receipt).Namespace || type.IsAssignableTo(typeof(IEvent)) || type == typeof(Receipt) || type == typeof(Envelope) || type == typeof(FactRecorded));

    [Fact]
    public void Records_compare_by_value()
    {
        Records.Count().ShouldBeGreaterThan(100);
        Records.SelectMany(ByReference).ShouldBeEmpty();
    }

    [Fact]
    public void A_record_that_holds_a_list_is_caught() =>
        ByReference(typeof(Offender)).ShouldBe(["Offender.Names", "Offender.Numbers", "Offender.Figures", "Offender.Body", "Offender.Maybe"]);

    sealed record Offender(string[] Names, IReadOnlyList<int> Numbers, Dictionary<string, int> Figures, JsonElement Body, ValueList<List<int>> Maybe, ValueList<int> Innocent);

    static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    static IEnumerable<string> ByReference(Type type) =>
        type.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && IsByReference(property.PropertyType)).Select(property => $"{type.Name}.{property.Name}");

    static bool IsByReference(Type type) =>
        type.IsArray || type == typeof(JsonElement) || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true
        || (!type.IsAssignableTo(typeof(Delegate)) && type.GenericTypeArguments.Any(IsByReference));
}
