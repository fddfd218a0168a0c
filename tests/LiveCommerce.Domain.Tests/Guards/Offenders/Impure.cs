using System.Diagnostics;
using System.Net.Http;
using System.Security.Cryptography;
using NodaTime;

namespace LiveCommerce.Tests.Guards.Offenders;

/// <summary>Commits every offence that BannedSymbols.txt names; it is never run.</summary>
static class Impure
{
    public static object?[] Commit() =>
    [
        DateTime.Now, DateTime.UtcNow, DateTime.Today, DateTimeOffset.Now, DateTimeOffset.UtcNow,
        SystemClock.Instance, DateTimeZoneProviders.Bcl, TimeProvider.System, TimeZoneInfo.Local,
        Stopwatch.StartNew(), Environment.TickCount, Environment.TickCount64,
        Guid.NewGuid(), Guid.CreateVersion7(), Random.Shared, RandomNumberGenerator.GetBytes(1),
        File.Exists(""), Directory.Exists(""), new FileStream("", FileMode.Open), new HttpClient(), Process.GetCurrentProcess(),
        Console.In, Environment.GetEnvironmentVariable(""), Environment.MachineName,
    ];
}
