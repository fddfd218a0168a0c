using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>verify cap</c>: shows from the whole log that no party ever had more than 100 registrations in a campaign.</summary>
static class VerifyCapCommand
{
    public static async Task<int> Run(Terminal terminal, CancellationToken stop)
    {
        await using var log = await OpenLog.Open(terminal.Settings, stop);
        var verified = await new CapVerification(log.Connections, LiveCommerceEvents.Catalog).Run(stop);
        var findings = verified.Findings;
        terminal.Output.WriteLine($"{verified.Facts} facts up to position {verified.LastPosition}, {findings.Quotas} quotas, {findings.Slots} slots, at most {findings.Fullest} of {RegistrationPolicy.Cap} in one.");
        foreach (var breach in findings.Breaches)
            terminal.Output.WriteLine($"position {breach.Position}, {new QuotaId(breach.Quota)}: {breach.What}");
        terminal.Errors.WriteLine(findings.Breaches.Count == 0
            ? "The cap held at every prefix of the log: slots run from 1 without a gap, each for one registration."
            : $"The cap did not hold: {findings.Breaches.Count} breaches.");
        return findings.Breaches.Count == 0 ? ExitCode.Done : ExitCode.Disproved;
    }
}
