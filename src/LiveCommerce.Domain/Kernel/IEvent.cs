namespace LiveCommerce.Kernel;

/// <summary>A fact that was recorded and is never changed: past tense, one wire name in the event catalog.</summary>
public interface IEvent;

/// <summary>Something that somebody asks for: imperative, answered with facts, refusals, or "already so".</summary>
public interface ICommand
{
    /// <summary>The stream that the command is about; an <c>If-Match</c> speaks of its version.</summary>
    StreamRef Target { get; }

    /// <summary>Whether the command begins that stream, so that it need not be loaded; the append checks that it was empty.</summary>
    bool BeginsTarget => false;
}
