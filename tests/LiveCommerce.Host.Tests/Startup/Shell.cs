using System.Diagnostics;
using System.Text.Json;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Startup;

/// <summary>Text pasted into a shell.</summary>
static class Shell
{
    public static async Task<string> Paste(string text)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", text]) { RedirectStandardOutput = true })!;
        var output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }

    /// <summary>Pastes a registration and gives its answer.</summary>
    public static async Task<JsonElement> Register(string request)
    {
        var answer = await Paste(request);
        using var document = JsonDocument.Parse(answer.Length == 0 ? "null" : answer);
        return document.RootElement.Clone();
    }

    /// <summary>The id that an accepted registration got.</summary>
    public static string IdOf(JsonElement answer)
    {
        answer.ToString().ShouldContain("\"recorded\":true");
        var id = answer.GetProperty("id").GetString();
        TypeId.TryParse<RegistrationId>(id, out _).ShouldBeTrue(answer.ToString());
        return id!;
    }
}
