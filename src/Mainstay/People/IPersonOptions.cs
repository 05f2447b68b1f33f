using Mainstay.Cli;

namespace Mainstay.People;

/// <summary>What another room lets be said when a person is added or edited on the command line. Its options hang on both commands.</summary>
public interface IPersonOptions
{
    /// <summary>Does what was typed, in the transaction that writes the person.</summary>
    Task Apply(Desk desk, Guid person, CancellationToken stop);
}
