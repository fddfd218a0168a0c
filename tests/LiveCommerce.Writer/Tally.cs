using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Harness;

/// <summary>A line in a book: as light a fact as there is.</summary>
sealed record LineWritten(int Number) : IEvent;

/// <summary>Writes the next lines of a book.</summary>
sealed record WriteLines(int Book, int First, int Count) : ICommand
{
    StreamRef ICommand.Target => Tally.At(Book);
}

/// <summary>The last line of a book.</summary>
sealed record Book(int LastLine);

/// <summary>A domain of one fact, to fill a log quickly.</summary>
static class Tally
{
    static readonly Guid Root = new("5e1a0f52-93a1-5d0e-8f0a-000000000003");

    internal static StreamKind<Book> Kind { get; } = new("book", new(0), (_, fact) => fact is LineWritten line ? new(line.Number) : throw new UnreachableException());

    internal static IEnumerable<EventType> Types => [EventType.Of<LineWritten>("line_written", "TOY-01")];

    internal static CommandRoute Route { get; } = CommandRoute.To<WriteLines>("tally/1", CommandRoles.None.Let<WriteLines>(ActorRole.System, ActorRole.OpsAdmin), (reads, command, _) => reads.Of(At(command.Book)) is not { } book ? null
        : book.LastLine + 1 != command.First ? throw new InvalidOperationException("Lines are written one after the other.")
        : Decision.Record(Enumerable.Range(command.First, command.Count).Select(number => new NewFact(At(command.Book), new LineWritten(number))).ToValueList()));

    internal static StreamRef<Book> At(int book) => Kind.At(DerivedId.Of(Root, $"{book}"));
}
