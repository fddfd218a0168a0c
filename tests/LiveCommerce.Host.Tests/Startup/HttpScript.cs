using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveCommerce.Tests.Startup;

/// <summary>Runs a .http file as an editor does: its variables, the ids of earlier answers, and the status that each title promises.</summary>
sealed partial class HttpScript(string text, IReadOnlyDictionary<string, string> given)
{
    readonly Dictionary<string, string> variables = [];
    readonly Dictionary<string, JsonElement> answers = [];

    /// <summary>Sends every request; says of each its title, the status that it promises and the one that came.</summary>
    public async Task<IReadOnlyList<(string Title, HttpStatusCode Promised, HttpStatusCode Came)>> Run(CancellationToken cancellation)
    {
        var blocks = text.Split("\n### ");
        foreach (Match variable in Variable().Matches(blocks[0])) variables[variable.Groups[1].Value] = variable.Groups[2].Value;
        foreach (var (name, value) in given) variables[name] = value;
        using var client = new HttpClient();
        var results = new List<(string, HttpStatusCode, HttpStatusCode)>();
        foreach (var block in blocks.Skip(1))
        {
            var lines = block.Split('\n');
            using var request = RequestOf([.. lines.Skip(1).Where(line => !line.StartsWith('#'))]);
            using var response = await client.SendAsync(request, cancellation);
            var title = lines[0].Trim();
            results.Add((title, Enum.Parse<HttpStatusCode>(title[^3..]), response.StatusCode));
            if (Name().Match(block) is { Success: true } name) answers[name.Groups[1].Value] = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation)).RootElement;
        }
        return results;
    }

    HttpRequestMessage RequestOf(string[] lines)
    {
        var first = Fill(lines[0]).Split(' ', 2);
        var request = new HttpRequestMessage(new(first[0]), first[1]);
        var headers = lines.Skip(1).TakeWhile(line => line.Trim().Length > 0).Select(line => Fill(line).Split(": ", 2)).ToDictionary(header => header[0], header => header[1]);
        if (headers.Remove("Content-Type", out var type)) request.Content = new StringContent(Fill(string.Join('\n', lines.Skip(1).SkipWhile(line => line.Trim().Length > 0))), Encoding.UTF8, type);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return request;
    }

    string Fill(string line) => Placeholder().Replace(line, match => Value(match.Groups[1].Value));

    string Value(string name) => name switch
    {
        "$guid" => Guid.NewGuid().ToString(),
        _ when Day().Match(name) is { Success: true } day => DateTime.UtcNow.AddDays(int.Parse(day.Groups[1].Value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ when IdOf().Match(name) is { Success: true } earlier => answers[earlier.Groups[1].Value].GetProperty("id").GetString()!,
        _ => variables[name],
    };

    [GeneratedRegex(@"^@(\w+) = (.*)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"# @name (\w+)")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{\{(.+?)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\$datetime 'YYYY-MM-DD' (\d+) d$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^(\w+)\.response\.body\.\$\.id$")]
    private static partial Regex IdOf();
}
