using System.Globalization;
using System.Text;

namespace LiveCommerce.Benchmarks;

/// <summary>The page of figures: what was measured, on which machine, under which durability.</summary>
sealed class Report(Server server)
{
    readonly StringBuilder rows = new();
    readonly StringBuilder lists = new();
    readonly StringBuilder sessions = new();
    readonly StringBuilder renders = new();
    readonly StringBuilder reminders = new();
    readonly Dictionary<string, Figure> figures = [];
    readonly List<LogPass> passes = [];
    readonly List<Interruption> interruptions = [];
    readonly List<string> beside = [];
    readonly List<ListFigure> records = [];

    internal void Add(string name, Figure figure)
    {
        figures.Add(name, figure);
        Add(rows, figure);
    }

    internal void AddLists(IReadOnlyList<Figure> read)
    {
        foreach (var figure in read) Add(lists, figure);
    }

    internal void AddReminders(IReadOnlyList<Figure> measured)
    {
        foreach (var figure in measured) Add(reminders, figure);
    }

    internal void AddFigures(Figure floor, (Figure First, Figure Last) byTheMinute, Figure byTheHour)
    {
        foreach (var figure in (Figure[])[floor, byTheMinute.First, byTheMinute.Last, byTheHour]) Add(sessions, figure);
        beside.Add(string.Create(CultureInfo.InvariantCulture, $"- figures by the minute, {byTheMinute.Last.Callers} feeds: {byTheMinute.First.PerSecond / floor.PerSecond:N2}x the floor at first and {byTheMinute.Last.PerSecond / floor.PerSecond:N2}x at last; no goal was set."));
    }

    internal void AddRecaps((Figure Few, Figure Many) recaps)
    {
        var (few, many) = recaps;
        foreach (var figure in (Figure[])[few, many]) Add(sessions, figure);
        beside.Add(string.Create(CultureInfo.InvariantCulture, $"- {many.Name}: p99 {many.P99:N2} ms where {few.P99:N2} ms beside few, within 1.5x or 3 ms, was the goal: {(many.P99 <= Math.Max(1.5 * few.P99, few.P99 + 3) ? "met" : "**missed**")}."));
    }

    internal void AddRenders(IReadOnlyList<Figure> measured)
    {
        foreach (var figure in measured) Add(renders, figure);
        foreach (var (idle, busy) in measured.Skip(1).Chunk(2).Select(pair => (pair[0], pair[1])))
            beside.Add(string.Create(CultureInfo.InvariantCulture, $"- lists with two renders beside, {busy.Callers} callers: p99 {busy.P99 / idle.P99:N2}x idle where 2x was the goal: {(busy.P99 <= 2 * idle.P99 ? "met" : "**missed**")}."));
    }

    static void Add(StringBuilder table, Figure figure)
    {
        var row = string.Create(CultureInfo.InvariantCulture,
            $"| {figure.Name} | {figure.Callers} | {figure.PerSecond:N0} | {Milliseconds(figure.P50)} | {Milliseconds(figure.P99)} | {figure.HostMicroseconds:N0} | {figure.DatabaseMicroseconds:N0} | {figure.Note} |");
        table.AppendLine(row);
        Console.WriteLine(row);
    }

    // what was done once has none
    static string Milliseconds(double time) => double.IsNaN(time) ? "" : time.ToString("N2", CultureInfo.InvariantCulture);

    internal void Add(IReadOnlyList<LogPass> measured)
    {
        foreach (var pass in measured)
        {
            passes.Add(pass);
            Console.WriteLine(RowOf(pass));
        }
    }

    internal void Add(IReadOnlyList<ListFigure> measured)
    {
        foreach (var list in measured)
        {
            records.Add(list);
            Console.WriteLine(RowOf(list));
        }
    }

    static string RowOf(ListFigure list) => string.Create(CultureInfo.InvariantCulture,
        $"| {list.Figure.Name} | {list.Registrations:N0} | {list.Figure.PerSecond:N0} | {list.Figure.P50:N2} | {list.Figure.P99:N2} | {list.Figure.HostMicroseconds:N0} | {list.Figure.DatabaseMicroseconds:N0} |");

    internal void Add(IReadOnlyList<Interruption> measured)
    {
        interruptions.AddRange(measured);
        foreach (var one in measured) Console.WriteLine(RowOf(one));
    }

    static string RowOf(Interruption one) => string.Create(CultureInfo.InvariantCulture,
        $"| {one.Name} | {one.Callers} | {one.P99Before:N1} | {one.LongestBefore:N1} | {one.P99Meanwhile:N1} | {one.LongestMeanwhile:N1} |");

    static string RowOf(LogPass pass) => string.Create(CultureInfo.InvariantCulture,
        $"| {pass.Name} | {pass.Facts:N0} | {pass.Took.TotalSeconds:N1} | {pass.PerSecond:N0} | {pass.Host.TotalMicroseconds / pass.Facts:N2} | {pass.Database.TotalMicroseconds / pass.Facts:N2} | {pass.Note} |");

    internal async Task<string> ToPage() => $"""
        # Benchmarks

        Written by `bench/run`; every figure comes from one run of it, one after another on the same machine. Callers are closed loops: each
        waits for its answer before it asks again. The warm-up of {Load.WarmUp.TotalSeconds:N0} s is not counted; each figure is {Load.Measured.TotalSeconds:N0} s.
        The processor columns are the time of the measuring process (with callers) and of all PostgreSQL processes per operation.

        {await Machine.Describe(server)}

        ## Write path

        | What | Callers | per s | p50 ms | p99 ms | host us | database us | Note |
        |---|---:|---:|---:|---:|---:|---:|---|
        {rows.ToString().TrimEnd()}

        The floor is `floor.sql`: the same rows in one prepared server-side function call that checks the quota's version, one transaction each; it takes no lock on the log. Where the time goes: `docs/profile.md`.

        ## Reading lists

        | What | Callers | per s | p50 ms | p99 ms | host us | database us | Note |
        |---|---:|---:|---:|---:|---:|---:|---|
        {lists.ToString().TrimEnd()}

        Half of each merchant's plans are still to come. Of those behind, every other one is not recorded as missed yet and is listed as completed nonetheless.

        ## LIVE sessions

        | What | Callers | per s | p50 ms | p99 ms | host us | database us | Note |
        |---|---:|---:|---:|---:|---:|---:|---|
        {sessions.ToString().TrimEnd()}

        Every product sells in every minute. The floor is `floor-figures.sql`; the ingest is all of it, and not a time cut out of it. Rows of other shops are copies of rows that were told, a hundred sessions a shop.

        ## Reminders

        | What | Callers | per s | p50 ms | p99 ms | host us | database us | Note |
        |---|---:|---:|---:|---:|---:|---:|---|
        {reminders.ToString().TrimEnd()}

        Every buyer has subscribed by a command before. One caller brings shop after shop to the platform, each in a batch of its own.

        ## Rendering teasers

        | What | Callers | per s | p50 ms | p99 ms | host us | database us | Note |
        |---|---:|---:|---:|---:|---:|---:|---|
        {renders.ToString().TrimEnd()}

        Renders have the lowest priority of the processor, half of its cores, and processes of their own; each makes 1080 x 1920 pixels.

        ## Reading the whole log

        | What | Facts | s | facts per s | host us | database us | Note |
        |---|---:|---:|---:|---:|---:|---|
        {string.Join('\n', passes.Select(RowOf))}

        The log holds submissions: half of its facts take slots, which no read model here reads. Nobody writes meanwhile. The rebuild's time is until the old rows are deleted, its indexes and flip included. The fold in memory reads no database.
        All but the rebuild use one connection and one thread. The bare read makes a JSON document of each body and each headers, and no object. The replay reads body and instant of effect by `ReadFacts`, makes the fact an object and folds it into the state of its registration or quota; all states are
        kept. It reads no more of the envelope, leaves personal texts by reference and checks no digest. The replay that checks reads by `ReadAll` what an auditor is shown: the whole envelope, the canonical body and personal texts; it computes each digest anew, and folds as well.

        | While others write and read | Callers | p99 ms before | longest | p99 ms during a rebuild | longest |
        |---|---:|---:|---:|---:|---:|
        {string.Join('\n', interruptions.Select(RowOf))}

        Two hosts and the rebuild share the cores with the server; 8 s before, and from the rebuild's beginning to its end, the flip included. No request may take over 250 ms more than before.

        ## Pages of records over HTTP

        | What | Registrations | per s | p50 ms | p99 ms | server us | database us |
        |---|---:|---:|---:|---:|---:|---:|
        {string.Join('\n', records.Select(RowOf))}

        One caller asks for page after page of 50 records, with a token that the server has not seen. All registrations are of one campaign, 100 of each party, written by the store's own batches. A floor is one prepared statement,
        written by hand, over a connection of its own: it gives the same rows as one JSON text, without HTTP, sign-in or `actions`. The server's processor time is that of its process.

        ## Against the goals

        {Verdicts}

        """;

    internal string Verdicts => string.Join('\n', [.. beside, .. Goals.Of(figures), .. Goals.Of(passes), .. Goals.Of(records), .. Goals.Of(interruptions)]);
}
