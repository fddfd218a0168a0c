using LiveCommerce.Kernel;
using LiveCommerce.Tests.Guards.Offenders;

namespace LiveCommerce.Tests.Guards;

/// <summary>The analyzer refuses banned symbols while one types; this looks at what was compiled, where no pragma helps.</summary>
public sealed class PurityTests
{
    static readonly string[] banned =
        [.. File.ReadLines(Repository.Find("src/LiveCommerce.Domain/BannedSymbols.txt")).Select(line => line.Split(';', '(')[0]).Distinct()];

    [Fact]
    public void The_domain_uses_no_banned_symbol() => Uses.Offences(typeof(IEvent).Assembly.GetTypes(), banned.Contains).ShouldBeEmpty();

    [Fact]
    public void Every_ban_catches_its_offence() => banned.Except(Uses.Of(typeof(Impure))).ShouldBeEmpty("Impure.cs commits each offence once.");
}
