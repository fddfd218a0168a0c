namespace LiveCommerce.Benchmarks;

/// <summary>On what was measured, and under which durability.</summary>
static class Machine
{
    internal static async Task<string> Describe(Server server)
    {
        var connection = await server.Database();
        var names = new[] { "server_version", "fsync", "synchronous_commit", "full_page_writes", "data_checksums", "shared_buffers", "max_wal_size" };
        var settings = new List<string>();
        foreach (var name in names) settings.Add($"{name} {await Server.Ask<string>(connection, $"select current_setting('{name}')")}");
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        return $"""
            {Environment.ProcessorCount} cores ({Processor()}), {memory} GiB, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}; .NET {Environment.Version};
            PostgreSQL on the same machine: {string.Join(", ", settings)}. Measured on {DateTime.UtcNow:yyyy-MM-dd}.
            """;
    }

    static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown";
}
