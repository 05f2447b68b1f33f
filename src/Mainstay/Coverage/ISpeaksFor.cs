using Mainstay.Needs;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary>What a later room knows of somebody that speaks for thinking of them. It adds reasons, and changes no number.</summary>
public interface ISpeaksFor
{
    /// <summary>Reasons for those of whom it knows any.</summary>
    /// <param name="store">Of the space.</param>
    /// <param name="thoughts">Who is thought of, for which need.</param>
    /// <param name="today">The owner's day.</param>
    /// <param name="stop">Breaks off.</param>
    Task<ILookup<(Guid Need, Guid Person), Reason>> ReasonsFor(Store store, IReadOnlyCollection<(Need Need, HelpingPerson Person)> thoughts, DateOnly today, CancellationToken stop);
}
