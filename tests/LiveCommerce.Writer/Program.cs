using LiveCommerce.Tests.Harness;

if (args is [Rebuilder.Command, var log])
{
    await Rebuilder.Run(log);
    return;
}

if (args is [Announcer.Command, var announced, var what, var point])
{
    await Announcer.Run(announced, what, point);
    return;
}

// A host's write path as a process of its own, so that a test can kill it: reads one request a line, asks for all of them at once, and
// prints each answer the moment it is there. It ends when its input does, as when the test that started it is gone.
await using var host = new WriterHost(args[0]);
await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
var printed = TextWriter.Synchronized(output);
var asked = new List<Task>();
while (await Console.In.ReadLineAsync() is { } request) asked.Add(Answer(request));
await Task.WhenAll(asked);

async Task Answer(string request) => await printed.WriteLineAsync($"{request} {await host.Ask(request)}");
