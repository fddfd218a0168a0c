using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Audit;

/// <summary>Words that sentences of several rooms share.</summary>
static class Words
{
    internal const string Altered = "(text altered since it was recorded)";

    internal static string Of(PersonalText text) => text.Value is { } value ? $"\"{value}\"" : text.IsAltered ? Altered : "(text erased)";

    internal static string Of(AccountType type) => type switch
    {
        AccountType.Official => "official",
        AccountType.Marketing => "marketing",
        AccountType.Affiliate => "affiliate",
        _ => throw new UnreachableException(),
    };
}
