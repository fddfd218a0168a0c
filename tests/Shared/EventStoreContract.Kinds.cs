using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Tests;

/// <summary>A box into which a coin goes if a jar has one: a second kind of stream, beside jars.</summary>
public sealed record FillBox(Guid Box, Guid Jar, bool BeginsTarget = false) : ICommand
{
    StreamRef ICommand.Target => Boxes.Kind.At(Box);
}

static class Boxes
{
    internal static readonly StreamKind<JarState> Kind = new("box", new(0, false), (box, fact) => fact is CoinDropped ? box with { Coins = box.Coins + 1 } : throw new InvalidOperationException("No box was ever sealed."));

    internal static DomainModel Model { get; } = Toy.Model.With(new EventCatalog(), [Kind], CommandRoute.To<FillBox>("box/1", CommandRoles.None.Let<FillBox>(ActorRole.Merchant), Handle));

    static Decision? Handle(IReads reads, FillBox command, DecisionContext context)
    {
        var round = new ReadRound(reads);
        var (box, jar) = (round.Of(Kind.At(command.Box)), round.Of(Toy.Jar.At(command.Jar)));
        return box is null || jar is null ? null
            : jar.Coins == 0 ? Decision.NotVisible
            : Decision.Record(Kind.At(command.Box), new CoinDropped($"{box.Coins}"));
    }
}

public abstract partial class EventStoreContract
{
    CommandPipeline WithBoxes() => new(Boxes.Model, store, () => Start);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_id_of_another_kind_is_the_id_of_nothing_and_is_never_written_into(bool begins)
    {
        var box = Guid.CreateVersion7();
        await using (var elsewhere = WithBoxes())
        {
            foreach (var command in new ICommand[] { new DropCoin(jar, "penny"), new SealJar(jar), new FillBox(box, jar) })
                (await elsewhere.Send(Toy.Ask(command, $"{command}"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        }
        await using var pipeline = WithBoxes();
        (await pipeline.Send(Toy.Ask(new FillBox(Guid.CreateVersion7(), box, begins), "k1"))).Status.ShouldBe(CommandStatus.NotVisible);
        (await pipeline.Send(Toy.Ask(new FillBox(jar, jar, begins), "k2"))).Status.ShouldBe(CommandStatus.Rejected);
        (await pipeline.Send(Toy.Ask(new FillBox(jar, jar, begins) with { BeginsTarget = begins }, "k3") with { IfMatch = 0 })).Status.ShouldBe(CommandStatus.Stale);
        (await pipeline.Send(Toy.Ask(new DropCoin(box, "penny"), "k4"))).Status.ShouldBe(CommandStatus.Rejected);

        // and whoever asks by the right kind is none the worse for it
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "dime"), "k5"))).Receipt.ShouldNotBeNull().Refusals.Select(refusal => refusal.Code).ShouldBe(["jar.sealed"]);
        (await pipeline.Send(Toy.Ask(new FillBox(box, jar), "k6"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        (await Stream(jar)).ShouldAllBe(fact => fact.StreamType == "jar");
        (await Stream(box)).Select(fact => fact.Body).ShouldBe([new CoinDropped("0"), new CoinDropped("1")]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_kinds_that_one_batch_begins_under_one_id_the_first_has_it(bool begins)
    {
        await using var pipeline = WithBoxes();
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k0"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        foreach (var round in Enumerable.Range(0, 20))
        {
            var id = Guid.CreateVersion7();
            ICommand[] commands = [new FillBox(id, jar, begins), begins ? new DropFirstCoin(id, "penny") : new DropCoin(id, "penny")];
            var answers = await Task.WhenAll((round % 2 == 0 ? commands : commands.Reverse()).Select(command => pipeline.Send(Toy.Ask(command, $"{round} {command.GetType().Name}"))));
            answers.Select(answer => answer.Status).ShouldBe([CommandStatus.Answered, CommandStatus.Rejected]);
            (await Stream(id)).ShouldHaveSingleItem().StreamType.ShouldBe(round % 2 == 0 ? "box" : "jar");
        }
    }

    [Fact]
    public async Task Whatever_came_before_a_fact_of_another_kind_does_not_follow_it()
    {
        await store.Append([Raw(jar, 0, "a")], Cancellation);
        var commit = Raw(jar, 0, "any");
        var asBox = commit with { Events = [.. commit.Events.Select(fact => fact with { Stream = Boxes.Kind.At(jar) })] };
        await Should.ThrowAsync<ArgumentException>(() => store.AppendAny(asBox, Cancellation));
        (await Stream(jar)).ShouldHaveSingleItem().StreamType.ShouldBe("jar");
    }
}
